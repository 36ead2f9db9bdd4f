"""From what a plan does to rows as the preview shows them: what stands in the file, and what becomes of it in words."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from mentorapp.i18n import _, language
from mentorapp.lists import columns
from mentorapp.lists.cells.text import Cell, plain
from mentorapp.lists.plan import CHANGED, NEW, REFUSED, UNCHANGED, Plan, PlannedRow
from mentorapp.lists.table_file import Row, Sheet
from mentorapp.ui.dialogs.importing.preview_row import Outcome, PreviewRow

OUTCOMES = {NEW: Outcome.NEW, CHANGED: Outcome.CHANGED, UNCHANGED: Outcome.SAME, REFUSED: Outcome.REFUSED}
MOST_NAMED = 2
"""So many changed fields are named in the row; all of them stand in the line below the table."""

_LEARNERS = {
    "name": "learner.name",
    "programme": "enrolment.programme",
    "start": "enrolment.start",
    "site": "placement.site",
    "practice_minutes": "placement.minutes_a_week",
}
MAIN_FIELDS: dict[str, dict[str, str]] = {
    "learners": _LEARNERS,
    "schooling": {
        "name": "",
        "type": "schooling.type",
        "title": "schooling.title",
        "first_day": "schooling.first_day",
        "last_day": "schooling.last_day",
        "planned_minutes": "schooling.planned_minutes",
    },
    "attendance": {
        "name": "",
        "day": "attendance.day",
        "type": "",
        "title": "attendance.schooling",
        "minutes": "attendance.minutes",
        "status": "attendance.status",
    },
    "practice": {
        "name": "",
        "first_day": "practice_period.first_day",
        "last_day": "practice_period.last_day",
        "worked_minutes": "practice_period.worked_minutes",
        "paid_holiday_minutes": "practice_period.paid_holiday_minutes",
        "paid_sickness_minutes": "practice_period.paid_sickness_minutes",
    },
    "monthsheet": {
        "name": "",
        "weekday": "",
        "day": "attendance.day",
        "came": "",
        "minutes": "attendance.minutes",
        "absence": "attendance.status",
        "remark": "note.text",
    },
}
"""The fields of a list the preview has columns for, and the field of a noun each becomes."""


def titles(plan: Plan) -> dict[str, str]:
    """The columns of the preview of one sheet."""
    words = {"name": _("Elev"), **columns.labels(plan.kind)}
    return {field: words[field] for field in _main_fields(plan)}


def brief_titles() -> dict[str, str]:
    """The columns of the preview of several sheets."""
    return {"sheet": _("Ark"), "name": _("Elev"), "content": _("Indhold")}


def rows(plan: Plan, sheet: Sheet, named: bool = False) -> list[PreviewRow]:
    """The rows of one sheet, in the order of the file. `named`: say the sheet, for there are several."""
    by_number = {row.number: row for row in sheet.rows}
    places = {field: place for place, field in enumerate(plan.column_map) if field}
    fields = _main_fields(plan)
    return [_row(plan, row, by_number[row.number], places, fields, named) for row in plan.rows]


def in_brief(plan: Plan, sheet: Sheet) -> list[PreviewRow]:
    """The rows of one sheet among others: its name, who, and the main fields in one."""
    made = []
    for row in rows(plan, sheet, named=True):
        who, *others = row.cells
        cells = (plan.sheet, who, " · ".join(filter(None, others)))
        wrong = None if row.wrong is None else 2 if row.wrong else 1
        made.append(
            PreviewRow(plan.sheet, row.number, row.outcome, cells, row.what, row.who, wrong, row.warned, row.details)
        )
    return made


def _main_fields(plan: Plan) -> dict[str, str]:
    """Those the list has; the first is always who."""
    main = MAIN_FIELDS[plan.kind]
    return {field: key for field, key in main.items() if field == "name" or field in plan.column_map}


def _row(
    plan: Plan, row: PlannedRow, written: Row, places: Mapping[str, int], fields: Mapping[str, str], named: bool
) -> PreviewRow:
    changes = row.fields if row.outcome == CHANGED else ()
    before = {change.key: change for change in changes}
    # the note of a week stands beside its columns
    is_own = plan.kind == columns.OWN_FORM and row.outcome == NEW
    note = {one.key: one.after for one in row.fields if one.key == "note.text"} if is_own else {}
    cells, wrong = [], None
    for place, (field, key) in enumerate(fields.items()):
        column = places.get(field)
        text = row.who if field == "name" else shown(written.cells[column]) if column is not None else ""
        text = text or note.get(key, "")
        if change := before.get(key):
            text = _("{after} (før {before})").format(after=change.after, before=change.before or _("intet"))
        if column in row.faulty_columns and wrong is None:
            wrong = place
        cells.append(text)
    details = tuple(
        _("{field}: {before} → {after}").format(
            field=change.label, before=change.before or _("intet"), after=change.after
        )
        for change in changes
    )
    return PreviewRow(
        sheet=plan.sheet if named else "",
        number=row.number,
        outcome=OUTCOMES[row.outcome],
        cells=tuple(cells),
        what=_what(row, [change.label for change in changes]),
        who=row.who,
        wrong=wrong,
        warned=bool(row.warnings),
        details=(*details, *row.warnings),
    )


def _what(row: PlannedRow, changed: list[str]) -> str:
    if row.outcome == REFUSED:
        return _("springes over: {reason}").format(reason=row.reason)
    if row.outcome == UNCHANGED:
        words = row.reason or _("kendt, uden ændringer")
    elif row.outcome == NEW:
        words = row.reason or _("oprettes")
    elif len(changed) > MOST_NAMED:
        words = _("{fields} og {n} mere ændres").format(
            fields=", ".join(changed[:MOST_NAMED]), n=len(changed) - MOST_NAMED
        )
    else:
        words = _("{fields} ændres").format(fields=_(" og ").join(changed)) if changed else _("ændres")
    return " · ".join((words, *row.warnings))


def shown(cell: Cell) -> str:
    """A cell as it stands in the file, its decimal mark that of the reader."""
    text = " ".join(plain(cell).split())
    return text.replace(".", ",") if isinstance(cell, Decimal) and language() == "da" else text
