"""How a value goes wrong when a person types it or another agency keeps it."""

from random import Random

from plait.sample.truth.names import other_forms

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def mistyped(name: str, rng: Random) -> str:
    """Leave out, double, change or change round one letter."""
    at = rng.randrange(1, max(len(name) - 1, 2))
    way = rng.randrange(4)
    if way == 0:
        return name[:at] + name[at + 1 :]
    if way == 1:
        return name[:at] + name[at - 1] + name[at:]
    if way == 2:
        return name[:at] + rng.choice(LETTERS) + name[at + 1 :]
    return name[:at] + name[at : at + 2][::-1] + name[at + 2 :]


def other_form(name: str, table: str, rng: Random) -> str:
    """Call a name by another of its forms, where it has one."""
    forms = other_forms(table).get(name.casefold(), ())
    return rng.choice(forms) if forms else name


def swapped(born: str) -> str:
    """Change day and month round, where that is a day."""
    year, month, day = born.split("-")
    return f"{year}-{day}-{month}" if int(day) <= 12 else born


def one_part_wrong(born: str, rng: Random) -> str:
    """Write one of day, month and year one off."""
    year, month, day = (int(part) for part in born.split("-"))
    part = rng.randrange(3)
    if part == 0:
        return f"{year + rng.choice((-1, 1))}-{month:02}-{min(day, 28):02}"
    if part == 1:
        return f"{year}-{month % 12 + 1:02}-{min(day, 28):02}"
    return f"{year}-{month:02}-{day % 28 + 1:02}"


def one_digit_wrong(number: str, rng: Random) -> str:
    """Change one digit, so that the check no longer fits."""
    at = rng.randrange(2, len(number))
    return number[:at] + str((int(number[at]) + rng.randrange(1, 9)) % 10) + number[at + 1 :]
