"""The words a plan chooses from: its stage, its lineage, broad areas, places, rates, advice."""

from enum import StrEnum

PLACES = {  # where each kind of statement may stand
    "View": ("A",),
    "Need": ("B", "C", "D"),
    "Outcome": ("E",),
    "Provision": ("F", "G", "H1", "H2"),
    "Placement": ("I",),
    "Budget": ("J",),
}


class Stage(StrEnum):
    DRAFT = "draft"
    FINAL = "final"


class Kind(StrEnum):
    """Where a version comes from (SEND Regulations 2014, regs 14 to 28 and 44)."""

    FIRST = "first"
    AMENDED_AFTER_REVIEW = "amended_after_review"
    AMENDED_OTHERWISE = "amended_otherwise"
    AMENDED_BY_ORDER = "amended_by_order"
    REPLACED = "replaced_after_reassessment"
    TRANSFERRED = "transferred"

    @property
    def amends(self) -> bool:
        return self.value.startswith("amended")


class Area(StrEnum):
    """The four broad areas of need of the Code of Practice."""

    COMMUNICATION = "communication_and_interaction"
    COGNITION = "cognition_and_learning"
    SEMH = "social_emotional_and_mental_health"
    SENSORY_PHYSICAL = "sensory_and_physical"


class Whose(StrEnum):
    CHILD = "child"
    PARENT = "parent"
    YOUNG_PERSON = "young_person"
    OTHER = "other"


class Topic(StrEnum):
    """What a view is about; one view may be about several."""

    VIEWS = "views"
    INTERESTS = "interests"
    ASPIRATIONS = "aspirations"
    HISTORY = "history"
    COMMUNICATION = "communication"
    PLAY = "play"
    SCHOOL = "school"
    INDEPENDENCE = "independence"
    FRIENDSHIPS = "friendships"
    FURTHER_EDUCATION = "further_education"
    FUTURE = "future"
    ADULTHOOD = "adulthood"


class Where(StrEnum):
    """Where provision is given; `elsewhere` is education arranged outside a school."""

    IN_CLASS = "in_class"
    OUTSIDE_CLASS = "outside_class"
    ELSEWHERE = "elsewhere"
    HOME = "home"
    CLINIC = "clinic"
    COMMUNITY = "community"


class Per(StrEnum):
    """How often the sessions of an amount come."""

    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    HALF_TERM = "half_term"
    TERM = "term"
    YEAR = "year"

    @property
    def words(self) -> str:
        return self.value.replace("_", "-")


class AdviceKind(StrEnum):
    """Whose advice it is, after regulation 6(1)."""

    FAMILY = "family"
    EDUCATION = "education"
    DEFENCE = "defence"
    HEALTH = "health"
    PSYCHOLOGY = "psychology"
    SOCIAL_CARE = "social_care"
    ADULTHOOD = "adulthood"
    ASKED_BY_FAMILY = "asked_by_family"
    OTHER = "other"

    @property
    def words(self) -> str:
        return {
            "family": "the family's own advice",
            "defence": "advice from the Secretary of State for Defence",
            "adulthood": "advice on preparing for adulthood",
            "asked_by_family": "advice the family asked for",
        }.get(self.value, f"{self.value.replace('_', ' ')} advice")
