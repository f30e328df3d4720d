"""When a local authority may disclose a plan without consent: the eleven purposes of reg 17(1).

"Plan" takes in drafts, section K and everything gathered for it. Reg 17 binds the authority only;
other holders are bound by data protection and by confidence.
"""

from dataclasses import dataclass

from plait.law.exceptions import Refusal


@dataclass(frozen=True)
class Purpose:
    """One paragraph of reg 17(1); `needs` is what must be recorded with it."""

    code: str
    words: str
    needs: str = ""


PURPOSES = {
    purpose.code: purpose
    for purpose in (
        Purpose(
            "17a",
            "to people who need to know in the child's or young person's interests",
            "the authority's opinion, with its reasons",
        ),
        Purpose("17b", "for an appeal under the Act"),
        Purpose(
            "17c",
            "for educational research that may help",
            "an undertaking to publish nothing that identifies anyone",
        ),
        Purpose("17d", "on the order of a court, or for criminal proceedings"),
        Purpose("17e", "for an investigation by the ombudsman"),
        Purpose("17f", "to the Secretary of State, on request, for decisions about schools"),
        Purpose("17g", "for an assessment under section 5(5) of the Disabled Persons Act 1986"),
        Purpose("17h", "for the authority's duties under the Children Act 1989"),
        Purpose("17i", "to His Majesty's Chief Inspector, for an inspection"),
        Purpose("17j", "to the person in charge of youth accommodation, for education there"),
        Purpose("17k", "to a youth offending team, for education or training"),
    )
}


def refuse_disclosure(*, consented: bool, code: str | None, recorded: str = "") -> Refusal | None:
    """None if a plan may be disclosed, with consent or for a purpose; else why not.

    Consent is the young person's, or that of a child who understands, else the parent's.
    """
    if consented:
        return None
    if code not in PURPOSES:
        return Refusal(
            "Without consent a plan may be disclosed only for one of the eleven purposes of "
            "SEND Regulations 2014, reg 17(1)."
        )
    purpose = PURPOSES[code]
    if purpose.needs and not recorded.strip():
        return Refusal(f"To disclose {purpose.words} (reg 17(1)), record {purpose.needs}.")
    return None
