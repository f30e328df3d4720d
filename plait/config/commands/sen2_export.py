"""`plait sen2 export`: the return of a year from the live record."""

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

NAME = "sen2 export"
HELP = "Write the SEN2 return of a year from the live record, as XML (.xml) or CSV files (.zip)."
ROLE = "maintenance"


def arguments(parser: ArgumentParser) -> None:
    """Take the area, the year, the day and the file."""
    parser.add_argument("--area", required=True, metavar="CODE", help="the authority's code")
    parser.add_argument("--year", required=True, type=int, help="the year of the January census")
    parser.add_argument("--on", required=True, type=date.fromisoformat, metavar="DATE",
                        help="write it as on this day (YYYY-MM-DD)")  # fmt: skip
    parser.add_argument("out", type=Path, metavar="OUT", help="the file to write: .xml or .zip")


def run(args: Namespace) -> int:
    """Write the file, and say what the reader of it should know."""
    from datetime import datetime

    from plait.config.refusal import Refusal
    from plait.people.models import Area
    from plait.returns.sen2.export import write_csv, write_xml
    from plait.returns.sen2.period import NoSuchYear

    writers = {".xml": write_xml, ".zip": write_csv}
    if args.out.suffix not in writers:
        raise Refusal(f"{args.out.name} must end in .xml or .zip.")
    area = Area.objects.filter(code=args.area).first()
    if area is None:
        raise Refusal(f"No area {args.area} is open here; `plait area add {args.area}` opens one.")
    at = datetime.combine(args.on, datetime.min.time())
    try:
        written = writers[args.out.suffix](args.out, area=area, year=args.year, on=args.on, at=at)
    except NoSuchYear as error:
        raise Refusal(str(error)) from error
    print(f"Wrote {args.out}: {written.persons:,} persons. {written.note}".strip())
    return 0
