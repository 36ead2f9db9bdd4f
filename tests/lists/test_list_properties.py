"""Whatever stands in a list: no fault but a sentence, every row answered, and the same list again is nothing new."""

from __future__ import annotations

import string
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.errors import UserError
from mentorapp.lists import columns, csv_file, list_import, table_file
from mentorapp.lists.cells import text, times, words
from mentorapp.lists.cells.text import Cell, Unreadable
from mentorapp.lists.plan import OUTCOMES, Plan
from mentorapp.lists.synonyms import HEADINGS
from mentorapp.lists.table_file import Row, Sheet
from tests.builders import igu
from tests.lists.applied import Applied

CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.text(max_size=30),
    st.text(string.digits + " .,:/-tTkl'", max_size=12),
    st.integers(),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)
PARSERS: list[Callable[[Cell], object]] = [
    text.line, text.paragraphs, text.name, text.registration_number, text.cvr, text.p_number, text.shown,
    times.day, times.birth_date, times.weekdays, times.clock, times.whole_number, lambda cell: times.minutes(cell, 80),
    words.school_type, words.sector, words.attendance_status, words.leave_kind, words.result, words.yes, words.exam,
    words.named_exam,
]  # fmt: skip


@pytest.mark.parametrize("parse", PARSERS)
@given(cell=CELLS.filter(lambda cell: cell is not None))
def test_no_cell_brings_anything_but_a_sentence(parse: Callable[[Cell], object], cell: Cell) -> None:
    try:
        parse(cell)
    except Unreadable as fault:
        assert str(fault)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_date_is_read_back_as_it_was_written(day: date) -> None:
    assert times.day(day.strftime("%d-%m-%Y")) == times.day(day.isoformat()) == day


@given(st.integers(0, 80 * 60))
def test_hours_and_minutes_are_exact(minutes: int) -> None:
    assert times.minutes(f"{minutes // 60}:{minutes % 60:02}", 80) == minutes
    assert times.minutes(timedelta(minutes=minutes), 80) == minutes
    if minutes % 6 == 0:
        assert times.minutes(f"{minutes // 60},{minutes % 60 // 6}", 80) == minutes


@given(st.times())
def test_clock_times_are_read_back(clock: time) -> None:
    assert times.clock(clock) == times.clock(f"{clock:%H.%M}") == f"{clock:%H:%M}"


@given(st.binary(max_size=400))
def test_no_bytes_bring_anything_but_a_sentence(data: bytes) -> None:
    try:
        csv_file.sheet(Path("liste.csv"), data)
    except UserError as fault:
        assert str(fault).startswith("liste.csv: ")


@given(data=st.binary(max_size=300), place=st.integers(0, 9_000))
def test_no_damage_to_a_workbook_brings_anything_but_a_sentence(data: bytes, place: int, tmp_path: Path) -> None:
    whole = (Path(__file__).resolve().parents[2] / "resources" / "sample" / "elevliste.xlsx").read_bytes()
    path = tmp_path / "liste.xlsx"
    path.write_bytes(whole[:place] + data + whole[place + len(data) :])
    try:
        table_file.read(path)
    except UserError as fault:
        assert str(fault).startswith("liste.xlsx: ")


def planned(sheet: Sheet, kind: str, applied: Applied, ids: count[int]) -> Plan:
    return list_import.plan_sheet(
        sheet, kind, None, applied.existing(), lambda: f"id{next(ids)}", lambda: next(ids).to_bytes(16, "big")
    )


# a month sheet is about one learner who is there already: tests/lists/test_month_sheet_properties.py
@pytest.mark.parametrize("kind", [kind for kind in columns.KINDS if kind != columns.OWN_FORM])
@given(data=st.data())
def test_every_row_of_any_list_gets_an_answer(kind: str, data: st.DataObject) -> None:
    headings = tuple(ways[0] for ways in HEADINGS[kind].values())
    width = len(headings)
    rows = data.draw(st.lists(st.tuples(*[CELLS] * width), max_size=4))
    sheet = Sheet("Ark", 1, headings, tuple(Row(number, cells) for number, cells in enumerate(rows, 2)))
    plan = planned(sheet, kind, Applied((igu(),)), count(1))
    assert [row.number for row in plan.rows] == [row.number for row in sheet.rows]
    assert {row.outcome for row in plan.rows} <= set(OUTCOMES)
    for row in plan.rows:
        assert row.reason or row.outcome != "refused"
        assert bool(row.changes) == (row.outcome in ("new", "changed"))
        assert all(one.after for one in row.fields)


def rows_of(**pools: str) -> st.SearchStrategy[list[tuple[Cell, ...]]]:
    """Rows whose cells come from small pools, so that they meet each other; a space is a blank."""
    cells = [
        st.sampled_from([None if one == "_" else one.replace("~", " ") for one in pool.split()])
        for pool in pools.values()
    ]
    return st.lists(st.tuples(*cells), max_size=7)


LEARNERS = {
    "Navn": "Amal Amal Bo bo Cy _", "CPR-nr.": "_ _ 680791-0001 010190-0002",
    "Fødselsdato": "_ _ 08-07-1991 01-01-1990",
    "Telefon": "_ 1 2", "Ordning": "IGU IGU Løntilskud _", "Startdato": "01-02-2025 01-02-2025 01-03-2025 01-02-2022 _",
    "Aftalt slut": "_ _ 01-06-2027", "Praktiksted": "_ Lindegården Fuglsang", "CVR": "_ 29189919 40900001",
    "P-nummer": "_ _ 1003300001 1003300002", "Sektor": "_ kommunal privat", "Mentor": "_ Birthe birthe",
    "Danskniveau": "_ PD1~bestået PD2~bestået", "Orlov fra": "_ _ 01-04-2025", "Orlov til": "_ _ 01-06-2025",
}  # fmt: skip
SCHOOLING = {
    "Elev": "Amal Bo", "Type": "AMU AMU Danskuddannelse", "Titel": "_ A a B", "Udbyder": "_ _ SOSU VUC",
    "Fra": "01-03-2025 01-03-2025 08-03-2025", "Til": "_ 28-03-2025", "Planlagte timer": "_ 37 74",
    "Bevis modtaget": "_ 01-04-2025 ja", "Resultat": "_ bestået aflyst",
}  # fmt: skip
ATTENDANCE = {
    "Elev": "Amal Bo", "Dato": "01-03-2025 10-03-2025 11-03-2025", "Type": "_ AMU AMU Danskuddannelse Praktik",
    "Forløb": "_ A B", "Timer": "_ 0 7,4", "Status": "_ fremmødt syg", "Kilde": "_ liste",
}  # fmt: skip
PRACTICE = {
    "Elev": "Amal Bo", "Fra": "01-03-2025 15-03-2025 01-04-2025", "Til": "31-03-2025 31-03-2025 30-04-2025",
    "Arbejdede timer": "_ 100 120", "Ferie med løn": "_ 0 7,4", "Kilde": "_ løn",
}  # fmt: skip


def bring_in(
    applied: Applied, ids: count[int], kind: str, headings: tuple[str, ...], rows: list[tuple[Cell, ...]]
) -> None:
    """Plan and write a list, and see that the same list then says nothing new."""
    sheet = Sheet("Ark", 1, headings, tuple(Row(number, cells) for number, cells in enumerate(rows, 2)))
    first = planned(sheet, kind, applied, ids)
    applied.apply(first.changes)
    again = planned(sheet, kind, applied, ids)
    assert again.changes == []
    if not first.counts["refused"]:
        assert not again.counts["refused"]


@given(before=rows_of(**LEARNERS), rows=rows_of(**LEARNERS))
def test_the_same_learners_again_are_nothing_new(before: list[tuple[Cell, ...]], rows: list[tuple[Cell, ...]]) -> None:
    applied, ids = Applied((igu(),)), count(1)
    bring_in(applied, ids, "learners", tuple(LEARNERS), before)
    bring_in(applied, ids, "learners", tuple(LEARNERS), rows)


@pytest.mark.parametrize(
    ("kind", "pools"), [("schooling", SCHOOLING), ("attendance", ATTENDANCE), ("practice", PRACTICE)]
)
@given(data=st.data())
def test_the_same_rows_about_known_learners_again_are_nothing_new(
    kind: str, pools: dict[str, str], data: st.DataObject
) -> None:
    applied, ids = Applied((igu(),)), count(1)
    people: list[tuple[Cell, ...]] = [("Amal", "01-02-2025", "IGU"), ("Bo", "01-02-2022", "IGU")]
    bring_in(applied, ids, "learners", ("Navn", "Startdato", "Ordning"), people)
    if kind == "attendance":
        bring_in(applied, ids, "attendance", tuple(ATTENDANCE), data.draw(rows_of(**ATTENDANCE)))
        bring_in(applied, ids, "schooling", tuple(SCHOOLING), data.draw(rows_of(**SCHOOLING)))
    bring_in(applied, ids, kind, tuple(pools), data.draw(rows_of(**pools)))
    bring_in(applied, ids, kind, tuple(pools), data.draw(rows_of(**pools)))


def test_the_order_a_plan_is_made_in_does_not_reach_outside() -> None:
    """A memory of earlier lists in the module would make one import depend on another."""
    sheet = Sheet(
        "Ark", 1, ("Navn", "Startdato", "Ordning"), (Row(2, ("Amal", datetime.fromisoformat("2025-02-01"), "IGU")),)
    )
    plans = [planned(sheet, "learners", Applied((igu(),)), count(1)) for _once in range(2)]
    assert plans[0] == plans[1]
