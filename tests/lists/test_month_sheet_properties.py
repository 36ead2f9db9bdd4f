"""Whatever stands on a month sheet: sentences, practice only, each cell once, and read again nothing new."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.month_sheet import ABSENCES
from mentorapp.domain.month_sheet_words import HEADINGS, weekday_name
from mentorapp.errors import UserError
from mentorapp.lists import month_sheet_in
from mentorapp.lists.known import Known
from mentorapp.lists.plan import Existing, Plan
from mentorapp.lists.table_file import Row, Sheet
from tests.builders import COURSE, LEARNER, TODAY, maryam
from tests.lists.test_list_properties import CELLS

MARK = (("version", "1"), ("learner", LEARNER.hex()), ("enrolment", COURSE), ("month", "2026-11"), ("name", "Maryam"))
DAYS = st.integers(0, 34).map(lambda number: date(2026, 10, 29) + timedelta(days=number))


@st.composite
def rows(draw: st.DrawFn) -> tuple[Any, ...]:
    """Mostly rows as people fill them in, and some of anything."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.tuples(*[CELLS] * len(HEADINGS)))
    if draw(st.integers(0, 9)) == 0:
        return (f"Notat om uge {draw(st.integers(44, 49))}", None, draw(CELLS), None, None, None, None)
    day = draw(DAYS)
    came = draw(st.sampled_from([None, "✓", "✓", "✓", "x", "nej", "?"]))
    hours = draw(st.sampled_from([None, None, None, 0, 5, "7,5", "6:15", 25, "syv"]))
    absence = draw(st.sampled_from([None, None, None, *ABSENCES.values(), "influenza"]))
    remark = draw(st.sampled_from([None, None, "gik kl. 12"]))
    return (weekday_name(day), day, None, came, hours, absence, remark)


def plan(case: CaseFile, told: list[tuple[Any, ...]]) -> Plan | None:
    sheet = Sheet("Ark", 1, tuple(HEADINGS.values()), tuple(Row(n, row) for n, row in enumerate(told, 2)), (), MARK)
    known = Known(Existing([case], case.organisation, TODAY), str, bytes)
    try:
        return month_sheet_in.plan(sheet, tuple(HEADINGS), known)
    except UserError as fault:
        assert "ikke udfyldt" in str(fault)
        return None


def applied(case: CaseFile, planned: Plan) -> CaseFile:
    """The case file after the import."""
    after: dict[str, dict[str, Any]] = {
        table: {row.id: row for row in rows}
        for table, rows in (("attendance", case.attendance), ("week_mark", case.week_marks), ("note", case.notes))
    }
    for row in planned.rows:
        for edit in row.edits:
            after[edit.after.TABLE][edit.after.id] = edit.after
    return replace(
        case,
        attendance=tuple(after["attendance"].values()),
        week_marks=tuple(after["week_mark"].values()),
        notes=tuple(after["note"].values()),
    )


@given(told=st.lists(rows(), max_size=12), before=st.lists(rows(), max_size=8))
def test_whatever_stands_there(told: list[tuple[Any, ...]], before: list[tuple[Any, ...]]) -> None:
    case = maryam()
    earlier = plan(case, before)
    if earlier is not None:
        case = applied(case, earlier)
    planned = plan(case, told)
    if planned is None:
        return
    cells = [(change.table, change.row, change.field) for change in planned.changes]
    assert len(cells) == len(set(cells))
    for row in planned.rows:
        assert row.reason or row.outcome != "refused"
        assert bool(row.changes) == (row.outcome in ("new", "changed"))
        for edit in row.edits:
            assert edit.after.TABLE in ("attendance", "week_mark", "note")
            if edit.after.TABLE == "attendance":
                assert (edit.after.kind, edit.after.source, edit.after.schooling) == ("practice", "mentor", None)
                assert edit.after.day <= TODAY
    again = plan(applied(case, planned), told)
    assert again is not None and again.changes == []
