import pytest

from plait.law.specificity import sentences
from plait.law.specificity.measure import PARTS, labelled


@pytest.mark.parametrize("part", PARTS)
def test_a_text_of_one_sentence_a_line_gives_exactly_one_a_line(part):
    lines = [row.sentence for row in labelled(part)]
    assert sentences("\n".join(lines)) == lines
    assert sentences("\r\n".join(lines) + "\r\n") == lines


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He reads. She writes.", ["He reads.", "She writes."]),
        ("Toys, e.g. Lego, help. He plays.", ["Toys, e.g. Lego, help.", "He plays."]),
        ("Mrs. Bell comes at 9.30 for approx. 20 min. each day.", None),
        ("Within 0.4 seconds. Next.", ["Within 0.4 seconds.", "Next."]),
        ("- One thing\n- another thing", ["- One thing", "- another thing"]),
        ("1. He reads. 2 hours.", ["1. He reads.", "2 hours."]),
        ("Section F\n\nHe reads.", ["Section F", "He reads."]),
        ('Sam said "I like it. It helps." and left.', None),
        ("Ear defenders, cushion etc. He likes both.", ["Ear defenders, cushion etc.",
                                                       "He likes both."]),
        ("", []),
        ("\n \n", []),
    ],
)  # fmt: skip
def test_a_text_is_split_where_a_reader_would(text, parts):
    assert sentences(text) == ([text] if parts is None else parts)


def test_a_wrapped_paragraph_is_joined_and_a_list_is_not():
    text = (
        "The therapist will see Ravi for forty minutes each week in\n"
        "the quiet room to practise his speech sounds. The teaching\n"
        "assistant will stay with him.\n"
    )
    first, second = sentences(text)
    assert first.endswith("in the quiet room to practise his speech sounds.")
    assert second == "The teaching assistant will stay with him."
    assert len(sentences("ear defenders\nwobble cushion\nweekly therapy with the nurse")) == 3
