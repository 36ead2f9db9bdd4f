#!/usr/bin/env python3
"""Writes mentorapp/domain/public_holidays.py from the `holidays` library.

    .venv/bin/python packaging/make_holidays.py

The program ships the table instead of the library: it is small, imports at once and cannot change by an update.
tests/domain/test_calendar.py makes it again and fails when law (and with it the library) has moved on.
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

TABLE = Path(__file__).resolve().parents[1] / "mentorapp" / "domain" / "public_holidays.py"
YEARS = range(2015, 2046)
HEAD = '''\
"""Danish public holidays {first}–{last}; written by packaging/make_holidays.py, never by hand."""

MONTHS_AND_DAYS = {{
{lines}
}}
"""`MMDD` of every public holiday, by year. Store bededag is one until 2023."""
'''


def table() -> str:
    """The text of the module."""
    lines = "\n".join(f'    {year}: "{" ".join(sorted(days_of(year)))}",' for year in YEARS)
    return HEAD.format(first=YEARS[0], last=YEARS[-1], lines=lines)


def days_of(year: int) -> Iterator[str]:
    import holidays  # only the development environment has it

    day: date
    for day in holidays.country_holidays("DK", years=year):
        yield f"{day:%m%d}"


if __name__ == "__main__":
    TABLE.write_text(table(), "utf-8", newline="\n")
    sys.exit(0)
