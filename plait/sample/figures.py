"""The national shares that the made-up area is drawn from.

Source: Department for Education, "Education, health and care plans", 2025 release (calendar year
2024, caseload of January 2025), Open Government Licence v3. Where no share is published the table
says "our own" and is a plain guess, there only to give every page something to show.
"""

from .shares import Shares

PLANS_BY_AGE = {
    3: 4302, 4: 22517, 5: 30847, 6: 31867, 7: 34082, 8: 36412, 9: 38381, 10: 41405,
    11: 46775, 12: 47172, 13: 47359, 14: 47125, 15: 44886, 16: 42005, 17: 36484, 18: 28598,
    19: 20815, 20: 14495, 21: 9805, 22: 6258, 23: 4030, 24: 2221, 25: 371,
}  # fmt: skip
NEW_PLANS_BY_AGE = {
    2: 203, 3: 2134, 4: 13245, 5: 13207, 6: 7686, 7: 6865, 8: 6431, 9: 6434, 10: 7594,
    11: 8126, 12: 5259, 13: 4663, 14: 5071, 15: 4474, 16: 3468, 17: 1656, 18: 664, 19: 291,
    20: 120, 21: 80, 22: 50, 23: 26,
}  # fmt: skip
OLDER_PLAN_AGES = Shares(
    {age: plans - NEW_PLANS_BY_AGE.get(age, 0) for age, plans in PLANS_BY_AGE.items()}
)
REQUEST_AGES = Shares(NEW_PLANS_BY_AGE)

REQUESTS_A_YEAR_PER_PLAN = 0.27

SEX = Shares({"M": 451239, "F": 187502})

NEEDS = Shares(
    {
        "ASD": 31.5,
        "SLCN": 21.3,
        "SEMH": 20.7,
        "MLD": 10.6,
        "SLD": 4.0,
        "PD": 3.9,
        "SPLD": 2.3,
        "HI": 1.4,
        "PMLD": 1.3,
        "OTH": 1.0,
        "VI": 0.8,
        "MSI": 0.3,
        "DS": 0.2,
    }
)

REQUEST_OUTCOMES = Shares({"Y": 65.4, "N": 25.2, "W": 1.6})
DECIDED_WITHIN_SIX_WEEKS = 0.848
ASSESSMENT_OUTCOMES = Shares({"Y": 93.6, "N": 6.1, "W": 0.3})
REFUSED_PLAN_IN_TIME = 0.341
FINAL_PLANS = Shares({"within 20 weeks": 46.4, "within a year": 46.2, "longer": 7.3})

REQUEST_SOURCES = Shares({"1": 44, "2": 48, "3": 3, "4": 2, "5": 3})  # our own
EXCEPTION_SHARE = 0.04  # our own
EXPORTED_SHARE = 0.006  # our own
SECOND_PLACEMENTS = 0.02  # our own
ASKED_AGAIN = 0.2  # of the refused, half a year later; our own
MEDIATION_OF_REFUSED = 10507 / (154489 * 0.252)
APPEAL_OF_REFUSED = 4655 / (154489 * 0.252)

MOVED_IN_A_YEAR = 13953 / 638745
PERSONAL_BUDGETS = Shares({"": 619145, "E": 3163, "S": 6000, "H": 1500, "I": 2000, "OA": 6933})

# Reviews: held in a year 318,369 of 524,654 expected; decided within four weeks 44.4 %.
# Of 94,872 without an outcome about half are still waiting on the day a file is written; the
# other half, drawn here as never decided, are our own reading.
REVIEW_OUTCOMES = Shares({"A": 219538, "M": 135264, "C": 4087, "": 45000})
REVIEW_DECIDED_IN_FOUR_WEEKS = 0.444

# Where: shares of plans, split by age with our own reading of the national mix.
WHERE_UNDER_FIVE = Shares({"nursery": 45, "EYP": 30, "special": 15, "mainstream": 10})
WHERE_AT_SCHOOL = Shares(
    {
        "mainstream": 53.0,
        "special": 29.5,
        "independent special": 6.3,
        "PRU": 1.1,
        "EHE": 1.4,
        "OLA": 2.2,
        "OPA": 0.2,
        "NIEO": 1.3,
        "OTH": 3.4,
    }
)
WHERE_AFTER_SIXTEEN = Shares(
    {
        "college": 53.5,
        "special": 13.0,
        "independent special": 4.5,
        "mainstream": 10.0,
        "NEET": 9.0,
        "NIEC": 1.8,
        "EHE": 0.7,
        "OLA": 1.5,
        "OTH": 4.0,
    }
)

# How plans end, by whether the person is past sixteen; the age limit is worked out, not drawn.
CEASED_A_YEAR = {"school": 0.032, "16 to 18": 0.11, "19 and over": 0.26}
CEASED_AT_SCHOOL = Shares({"5": 72, "2": 18, "7": 4.5, "8": 2.0, "9": 3.5})
CEASED_AFTER_SIXTEEN = Shares(
    {"6": 52.5, "5": 13.0, "4": 13.2, "3": 13.5, "2": 4.6, "7": 1.0, "8": 0.6, "9": 1.2}
)
