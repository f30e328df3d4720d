"""A word to whoever opens the folder."""

from pathlib import Path

from plait.sample.area import LocalArea

TEXT = """\
Plaitshire (area 999): a made-up local area
===========================================
Nobody in these files exists. Names are put together from lists, the postcodes belong to no place,
the school numbers and the area's number are not in use. Made for {on} from seed {seed}.

{returns}
    The January returns: what the authority knew at the end of the calendar year before.
{corrected}
    The second of them once more, with the slips of the pen put right: load it last.
{extract}
    The same message shape, written on the day: it keeps Today alive.
edubasealldata.csv, links_edubasealldata.csv
    The settings, and the schools that became academies, as the national register lays them out.
people.csv
    Staff with their posts, then parents and young people with the child they belong to. Who has a
    sentence under "persona" can be signed in as with one click, in the sample area only.
allocation.csv
    Which caseworker has which child. Some open cases have nobody, on purpose.
closures.csv
    The days each setting is closed to its pupils, first and last day counted.
rolls.csv, attendance.csv, part_time.csv, suspensions.csv, alternative.csv, missing.csv
    What schools send in a month: who is on which roll, marks of a few schools, and the rest.
referrals.csv, care.csv, home_education.csv
    What health, social care and the officers of home education know. Each names its children in
    its own way, and two of them are not as they seem.
answers.json
    The problems hidden in all this, for trainers and tests. Do not load it, and look last.

To open the area: plait area add 999, then plait load this folder --area 999.
"""


def write_readme(folder: Path, area: LocalArea) -> None:
    *returns, extract = (view.name for view in area.views)
    text = TEXT.format(
        on=area.on,
        seed=area.seed,
        returns=", ".join(returns),
        corrected=f"corrected/{returns[-1]}",
        extract=extract,
    )
    (folder / "README.txt").write_text(text, encoding="utf-8")
