"""The fixed words of a plan in the reader's language; in English they are the plan's very own."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as later

from plait.law.plan.changes import Weight
from plait.plans.models import Consultation, Version
from plait.standards.plan_paper.sections import NAMES

SECTIONS = (
    later("Views, interests and aspirations"), later("Special educational needs"),
    later("Health needs"), later("Social care needs"), later("Outcomes"),
    later("Special educational provision"), later("Health provision"),
    later("Social care provision under the 1970 Act"), later("Other social care provision"),
    later("Placement"), later("Personal budget"), later("Advice and information"),
)  # fmt: skip
PARTICULARS = (
    later("Area"), later("Diagnosis"), later("Known from"), later("By"),
    later("How we will know"), later("Steps on the way"), later("Who follows it"), later("Name"),
    later("Type"), later("Number"), later("How much"), later("Direct payment"),
    later("How it may be used"), later("For"), later("Who"), later("With whom"), later("Where"),
    later("Until"), later("Looked at again on"), later("Who sees that it is given"),
    later("Meets"), later("Works towards"), later("Advised by"),
)  # fmt: skip
KINDS = {
    Version.Kind.FIRST: later("First draft"),
    Version.Kind.REISSUED: later("Draft issued again"),
    Version.Kind.FINAL: later("Final plan"),
}
STAGES = {
    Version.Stage.WRITING: later("Being written"),
    Version.Stage.SERVED: later("With the family"),
    Version.Stage.FINAL: later("Final"),
    Version.Stage.REPLACED: later("Replaced by a later version"),
}
ANSWERS = {
    Consultation.Answer.YES: later("Can meet the needs"),
    Consultation.Answer.UNSUITABLE: later(
        "Unsuitable for age, ability, aptitude or needs: s.39(4)(a)"
    ),
    Consultation.Answer.EDUCATION: later(
        "Against the efficient education of others: s.39(4)(b)(i)"
    ),
    Consultation.Answer.RESOURCES: later("Against the efficient use of resources: s.39(4)(b)(ii)"),
}
CAN = {
    "yes": later("can be met"),
    "with_help": later("can be met with help"),
    "no": later("cannot be met"),
}
BREAKS = (
    later("no provision meets it"), later("no advice is linked to it"),
    later("it works towards no outcome"),
)  # fmt: skip
WEIGHTS = {
    Weight.REMOVED: later("Taken out"),
    Weight.SOFTER: later("Softer"),
    Weight.PLACEMENT: later("Placement or budget"),
    Weight.LINKS: later("Links"),
    Weight.ADDED: later("New"),
    Weight.FIRMER: later("Firmer"),
    Weight.FACTS: later("Particulars"),
    Weight.WORDING: later("Wording"),
}


def section_title(letter: str) -> str:
    """Say a section's heading: "Section F: Special educational provision"."""
    return _("Section %(letter)s: %(name)s") % {"letter": letter, "name": _(NAMES[letter])}


def particular(name: str) -> str:
    """Say the name of one particular of a statement, as in "How much"."""
    return _(name)
