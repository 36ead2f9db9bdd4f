"""The table of schooling: each course in its states, and the sums the law looks at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.school_hours import SchoolRow
from mentorapp.domain.schooling import Schooling
from mentorapp.i18n import _, day, hours
from mentorapp.reports._flow import CAPTION
from mentorapp.reports._table import Cell, Column, Table
from mentorapp.reports._text import Style
from mentorapp.sentences import result, school_type

_PLAIN = Style("small")
_TITLE = Style("small", weight=600)


def schooling_table(case: CaseFile, ledger: Ledger, today: date) -> Table | None:
    """All schooling of the course, oldest first, sums last; None where there is none."""
    assert case.enrolment is not None
    rows = [row for row in case.schooling if row.enrolment == case.enrolment.id]
    if not rows:
        return None
    rows.sort(key=lambda row: (row.first_day or date.max, row.last_day or date.max, row.id))
    figures = {row.schooling.id: row for row in ledger.school_rows}
    counts = ledger.counted is not None
    body = [list(_row(row, figures.get(row.id), today, counts)) for row in rows]
    return Table(_columns(counts), [*body, list(_sums(ledger))], sums=1)


def _columns(counts: bool) -> list[Column]:
    columns = [
        Column(_("Kursus")),
        Column(_("Fra og til"), 76),
        Column(_("Planlagt"), 54, right=True),
        Column(_("Deltaget"), 54, right=True),
        Column(_("Dokumenteret"), 82, right=True),
    ]
    if counts:
        columns.append(Column(_("Tæller"), 64, right=True))
    return [*columns, Column(_("Bevis"), 76)]


def _row(row: Schooling, figures: SchoolRow | None, today: date, counts: bool) -> Iterator[Cell]:
    kind, cancelled = school_type(row.type), _("aflyst") if row.cancelled else ""
    below = " · ".join(filter(None, (kind if row.title else "", row.provider, cancelled)))
    title = (row.title or kind, _TITLE)
    yield [title, (f"\n{below}", CAPTION)] if below else [title]
    yield [(_dates(row), _PLAIN)]
    planned, attended, documented = _states(row, figures, today)
    yield [(_hours(planned), _PLAIN)]
    yield [(_hours(attended), _PLAIN)]
    yield [(_hours(documented), _PLAIN)]
    if counts:
        yield _counted(figures)
    yield _proof(row, attended, today)


def _states(row: Schooling, figures: SchoolRow | None, today: date) -> tuple[int | None, int | None, int | None]:
    if figures is not None:
        return figures.planned, figures.attended, figures.documented
    # Of a type that does not count the ledger has no figures: what was stated is told, nothing is worked out.
    proved = row.proof_on is not None and row.proof_on <= today
    return row.planned_minutes, row.attended_minutes, (row.attended_minutes or 0) if proved else 0


def _counted(figures: SchoolRow | None) -> Cell:
    """What the attended hours count; the factor below, for it is what surprises people."""
    if figures is None or not figures.factor:
        return [(_("tæller ikke"), CAPTION)]
    counted = (hours(figures.attended * figures.factor), _PLAIN)
    return [counted] if figures.factor == 1 else [counted, (_("\n× {factor}").format(factor=figures.factor), CAPTION)]


def _proof(row: Schooling, attended: int | None, today: date) -> Cell:
    """When the proof came, or that it is missing; the result below."""
    below = (f"\n{result(row.result)}", CAPTION)
    if row.proof_on is None:
        return [(_("mangler"), _TITLE) if attended else ("–", _PLAIN), below]
    text = day(row.proof_on) if row.proof_on <= today else _("ventes {day}").format(day=day(row.proof_on))
    return [(text, _PLAIN), below]


def _dates(row: Schooling) -> str:
    if row.first_day is None and row.last_day is None:
        return _("ikke aftalt")
    if row.first_day is None or row.last_day is None or row.first_day == row.last_day:
        known = row.first_day or row.last_day
        return day(known) if known else ""
    return f"{day(row.first_day)}\n{day(row.last_day)}"


def _hours(minutes: int | None) -> str:
    return "–" if minutes is None else hours(minutes)


def _sums(ledger: Ledger) -> Iterator[Cell]:
    yield [(_("I alt som skole"), _TITLE)]
    yield []
    for minutes in (ledger.school.planned, ledger.school.attended, ledger.school.documented):
        yield [(hours(minutes), _TITLE)]
    if ledger.counted is not None:
        yield [(hours(ledger.counted.attended), _TITLE)]
    yield []
