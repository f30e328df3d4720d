"""Which kinds of letter fit where a case is: no refusal before there is a decision."""

from dataclasses import dataclass

from plait.law.letters import letters


@dataclass(frozen=True)
class Where:
    """What was decided so far, in the codes of the return (A: no decision yet, Y, N, W)."""

    asked: bool
    outcome: str = "A"
    assessment: str = ""  # empty where none was begun
    has_plan: bool = False


def fitting(where: Where) -> list[str]:
    """Give the kinds that fit, in the order of the path."""
    if not where.asked:
        return ["notice-of-delay"] if where.has_plan else []
    assessing = where.outcome == "Y" and where.assessment in ("A", "")
    fits = {
        "receipt-of-request": True,
        "considering-assessment": where.outcome == "A",
        "agree-to-assess": where.outcome == "Y",
        "refuse-to-assess": where.outcome == "N",
        "assessed-lately": where.outcome in ("N", "W"),
        "not-this-authority": where.outcome in ("A", "N", "W"),
        "plan-already-kept": where.outcome in ("A", "N", "W"),
        "ask-for-advice": assessing,
        "chase-advice": assessing,
        "refuse-plan": where.assessment == "N",
        "draft-plan": assessing or where.has_plan,
        "draft-plan-again": assessing or where.has_plan,
        "consult-setting": assessing or where.has_plan,
        # The three of a new assessment are written where it is decided, never by themselves.
        "answer-to-representations": assessing or where.has_plan,
        "setting-named": where.has_plan,
        "final-plan": where.has_plan,
        "personal-budget-agreed": assessing or where.has_plan,
        "direct-payment-refused": assessing or where.has_plan,
        "notice-of-delay": True,
        "notify-others": True,
    }
    return [kind for kind in letters() if fits.get(kind)]
