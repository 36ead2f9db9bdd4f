"""A list of 50,000 rows takes ten times as long as one of 5,000, and not a hundred times."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest

from mentorapp.domain.case_file import Organisation
from mentorapp.lists import csv_file, list_import
from mentorapp.lists.plan import Existing, ListImport
from mentorapp.lists.table_file import Sheet
from tests.builders import igu

# Tens of thousands of rows, and times compared: not for every run.
pytestmark = pytest.mark.soak

FEW, MANY = 500, 4_000
MONDAY = date(2025, 2, 3)


def day(number: int) -> str:
    return (MONDAY + timedelta(days=number)).strftime("%d-%m-%Y")


def learners(rows: int) -> list[str]:
    born = ((date(1970, 1, 1) + timedelta(days=n % 9_000)).strftime("%d-%m-%Y") for n in count())
    return ["Navn;Fødselsdato;Startdato;Ordning;Praktiksted;Mentor;Praktiktimer"] + [
        f"Elev {n};{next(born)};{day(n % 300)};IGU;Plejecenter {n};Mentor {n};28" for n in range(rows)
    ]


def namesakes(rows: int) -> list[str]:
    return ["Navn;Fødselsdato;Startdato;Ordning"] + [
        f"Amal;{(date(1950, 1, 1) + timedelta(days=n)).strftime('%d-%m-%Y')};{day(0)};IGU" for n in range(rows)
    ]


def schooling(rows: int) -> list[str]:
    return ["Elev;Type;Titel;Fra;Til;Start kl.;Slut kl.;Dage;Planlagte timer"] + [
        f"Elev 0;AMU;Kursus {n};{day(n)};{day(n + 200)};08:00;15:24;man-fre;37" for n in range(rows)
    ]


def attendance(rows: int) -> list[str]:
    return ["Elev;Dato;Type;Forløb;Timer;Status"] + [
        f"Elev 0;{day(n)};AMU;Kursus {n};7,4;fremmødt" for n in range(rows)
    ]


def practice(rows: int) -> list[str]:
    return ["Elev;Fra;Til;Arbejdede timer"] + [f"Elev 0;{day(n)};{day(n)};7,4" for n in range(rows)]


def planned(*lists: list[str]) -> ListImport:
    """Read and plan lists of text, one after another."""
    ids = count(1)
    sheets: list[Sheet] = [csv_file.sheet(Path("liste.csv"), "\n".join(lines).encode()) for lines in lists]
    return list_import.plan_sheets(
        [list_import.choose(sheet) for sheet in sheets],
        Existing((), Organisation(programmes=(igu(),))),
        lambda: f"id{next(ids)}",
        lambda: next(ids).to_bytes(16, "big"),
    )


@pytest.mark.parametrize("make", [learners, namesakes, schooling, attendance, practice])
def test_time_grows_with_the_rows_and_no_faster(make: Callable[[int], list[str]]) -> None:
    def seconds(rows: int) -> float:
        lists = [make(rows)] if make in (learners, namesakes) else [learners(1), make(rows)]
        took = []
        for _again in range(3):
            began = time.process_time()
            counts = planned(*lists).counts
            took.append(time.process_time() - began)
            assert counts["new"] >= rows and not counts["refused"]
        return min(took)

    # Eight times the rows: a scan of all rows for each would take 64 times as long.
    assert seconds(MANY) / seconds(FEW) < 24


def test_fifty_thousand_rows_come_in() -> None:
    plan = planned(learners(50_000)).plans[0]
    assert plan.counts == {"new": 50_000, "changed": 0, "unchanged": 0, "refused": 0}
    assert (plan.rows[0].number, plan.rows[-1].number) == (2, 50_001)
