"""The plait's picture, list and table say the same, and nothing in them is left to chance."""

from dataclasses import replace
from datetime import date, timedelta

from gallery_page import TODAY, plait
from hypothesis import given
from hypothesis import strategies as some
from lxml import etree

from plait.ui.plait_drawing import draw
from plait.ui.plait_model import Clock, Event, Lane, Meeting, Plait, Quiet
from plait.ui.plait_rows import as_rows, lately, to_come
from plait.ui.plait_scale import levels, scale_of

SVG = "{http://www.w3.org/2000/svg}"
days = some.dates(date(2015, 1, 1), date(2035, 1, 1))


def words_in(drawing: str) -> list[str]:
    return [e.text for e in etree.fromstring(drawing).iter("text")]


def one_lane(**given_values) -> Plait:
    return Plait(lanes=[Lane("Health", "health", **given_values)], today=TODAY)


def test_a_strand_without_a_feed_says_that_nothing_is_loaded_and_is_never_quiet():
    drawing = draw(one_lane(loaded=False, quiet=[Quiet(date(2026, 9, 1))]))
    assert "nothing loaded yet" in words_in(drawing)
    assert "plait-line--quiet" not in drawing


def test_a_strand_that_reports_shows_where_it_was_quiet():
    drawing = draw(one_lane(quiet=[Quiet(date(2026, 9, 1), date(2026, 10, 1))]))
    assert "nothing loaded yet" not in words_in(drawing)
    assert drawing.count("plait-line--quiet") == 1


def test_each_strand_has_its_own_shape():
    drawing = draw(plait())
    assert drawing.count('<circle class="plait-mark-at plait-is-education"') == 3
    assert drawing.count('<path class="plait-mark-at plait-is-health"') == 2
    assert drawing.count('<path class="plait-mark-at plait-is-care"') == 1


def test_the_strands_cross_once_for_each_day_they_met():
    assert draw(plait()).count("plait-crossing") == len(plait().meetings)


def test_a_name_that_looks_like_markup_stays_a_name():
    drawing = draw(one_lane(events=[Event(TODAY, "<script>x</script>&")]))
    assert "<script>x</script>&" in words_in(drawing)


def test_the_picture_has_a_title_and_no_style_of_its_own():
    drawing = etree.fromstring(draw(plait()))
    assert "education, health, social care" in drawing.findtext("title")
    assert not drawing.xpath("//@style | //@fill | //@stroke")


def test_half_a_year_back_and_four_months_on_are_always_seen():
    scale = scale_of(one_lane())
    assert scale.first == date(2026, 5, 1)
    assert scale.last == date(2027, 3, 1)


def test_a_date_mistyped_by_a_century_does_not_squeeze_the_picture():
    scale = scale_of(one_lane(events=[Event(date(1926, 9, 1), "Referred")]))
    assert scale.first >= date(2025, 11, 1)


def test_the_table_says_every_event_clock_and_meeting_of_the_picture():
    told = " | ".join(row.what for row in as_rows(plait()))
    for said in words_in(draw(plait())):
        known = said in {"Education", "Health", "Social care", "Attendance, weeks"}
        if known or said.isdigit() or len(said) == 3 or said.startswith("Today"):
            continue
        assert said in told


def test_the_list_opens_at_today():
    whole = to_come(plait()) + lately(plait())
    assert [row.on for row in to_come(plait())] == sorted(row.on for row in to_come(plait()))
    assert all(row.on >= TODAY for row in to_come(plait()))
    assert lately(plait())[0].on == max(row.on for row in lately(plait()))
    assert len(whole) == len(as_rows(plait()))


def test_a_clock_that_falls_due_today_is_still_to_come():
    clock = Clock("Decide", TODAY - timedelta(days=42), TODAY, "Due today", "at-risk")
    assert [row.what for row in to_come(replace(one_lane(), clocks=[clock]))] == ["Decide"]


@given(some.lists(some.tuples(some.integers(0, 500), some.integers(1, 200)), max_size=30))
def test_spans_on_one_level_never_overlap(pairs):
    spans = [(start, start + wide) for start, wide in pairs]
    placed = list(zip(levels(spans), spans, strict=True))
    for index, (level, (start, end)) in enumerate(placed):
        for other, (first, last) in placed[index + 1 :]:
            assert level != other or end <= first or last <= start


@given(some.lists(some.tuples(days, days, some.text(max_size=60)), max_size=12), days)
def test_no_dates_or_words_can_break_the_picture(spans, today):
    events = [Event(on, "".join(filter(str.isprintable, label))) for on, _end, label in spans]
    clocks = [
        Clock(e.label, on, end, "Late", "late")
        for e, (on, end, _l) in zip(events, spans, strict=True)
    ]
    meetings = [Meeting(e.on, e.label) for e in events]
    lane = Lane("Health", "health", events, [Quiet(on, end) for on, end, _label in spans])
    drawn = draw(Plait([lane], today, clocks, meetings))
    etree.fromstring(drawn)
