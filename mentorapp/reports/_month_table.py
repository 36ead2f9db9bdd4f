"""The table of a monthly statement: each line of teaching with its hours and who said so, and the sums."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorapp.domain.attendance import SOURCES, STATUSES
from mentorapp.domain.month_lines import Line
from mentorapp.domain.month_statement import MonthStatement
from mentorapp.i18n import _, day, hours, weekday
from mentorapp.reports._flow import CAPTION
from mentorapp.reports._table import Cell, Column, Table
from mentorapp.reports._text import Style
from mentorapp.sentences import school_type

_PLAIN = Style("small")
_TITLE = Style("small", weight=600)
_MUTED = Style("small", "text_muted")


def month_table(told: MonthStatement) -> Table:
    """One row a line, oldest first; below them what was attended, what is to come and what nobody has confirmed."""
    counts = told.ledger.counted is not None
    rows = [list(_row(line, counts)) for line in told.lines]
    sums = list(_sums(told, counts))
    return Table(_columns(counts), [*rows, *sums], sums=len(sums))


def status(key: str) -> str:
    """An attendance status in the field's words, or as it was written."""
    return _(STATUSES[key]) if key in STATUSES else key


def _columns(counts: bool) -> list[Column]:
    columns = [
        Column(_("Dag"), 103),
        Column(_("Undervisning")),
        Column(_("Planlagt"), 52, right=True),
        Column(_("Deltaget"), 76, right=True),
    ]
    if counts:
        columns.append(Column(_("Tæller"), 58, right=True))
    # The narrow empty one keeps the figures, which end at the right, apart from the words beside them.
    return [*columns, Column("", 2), Column(_("Kilde"), 128)]


def _row(line: Line, counts: bool) -> Iterator[Cell]:
    yield [(_when(line), _PLAIN)]
    yield _what(line)
    yield [(_hours(line.planned), _PLAIN if line.state == "coming" else _MUTED)]
    yield _attended(line)
    if counts:
        yield _counted(line)
    yield []
    yield [(_source(line), CAPTION)]


def _when(line: Line) -> str:
    if line.first == line.last:
        return _dated(line.first)
    return f"{_dated(line.first)}\n– {_dated(line.last)}"


def _dated(value: date) -> str:
    return f"{weekday(value.isoweekday())[:3]} {day(value)}"


def _what(line: Line) -> Cell:
    if line.row is None:
        return [(_("uden kursus"), _TITLE)]
    kind = school_type(line.row.type)
    below = " · ".join(filter(None, (kind if line.row.title else "", line.row.provider or _("udbyder ikke oplyst"))))
    return [(line.row.title or kind, _TITLE), (f"\n{below}", CAPTION)]


def _attended(line: Line) -> Cell:
    """Hours where the school said them; else in words why there are none."""
    if line.state == "held":
        return [(hours(line.attended), _TITLE)] if line.attended is not None else [(_("timer ikke oplyst"), CAPTION)]
    if line.state == "total":
        return [(hours(line.attended or 0), _TITLE), (_("\ni alt"), CAPTION)]
    if line.state == "absent":
        return [(hours(0), _PLAIN), (f"\n{status(line.status or '')}", CAPTION)]
    words = {
        "unknown": _("ukendt"),
        "unconfirmed": _("ikke bekræftet"),
        "coming": _("kommer"),
        "closed": _("ikke holdt"),
    }
    return [(words[line.state], CAPTION)]


def _counted(line: Line) -> Cell:
    """What the hours count. Hours to come count when they are held, which stands below them."""
    if not line.factor:
        return [(_("tæller ikke"), CAPTION)]
    if line.state == "coming":
        below = (_("\nplanlagt"), CAPTION)
        return [(_hours(line.counted_plan), _PLAIN), below] if line.counted_plan is not None else [("–", _MUTED)]
    if line.counted is None:
        return [("–", _MUTED)]
    if line.factor == 1 or not line.counted:
        return [(hours(line.counted), _PLAIN)]
    return [(hours(line.counted), _PLAIN), (_("\n× {factor}").format(factor=line.factor), CAPTION)]


def _source(line: Line) -> str:
    if line.state in ("held", "absent", "closed"):
        if not line.source:
            return _("kilde ikke oplyst")
        return _(SOURCES[line.source]) if line.source in SOURCES else line.source
    if line.state == "total":
        return _("kursets samlede timer; timer pr. dag ikke oplyst")
    plan = _("efter ugemønster") if line.by_pattern else _("efter kursets datoer")
    if line.state == "coming":
        return plan
    if line.state == "unknown":
        return _("{plan}; kun kursets total kendes").format(plan=plan)
    return _("{plan}, ikke bekræftet").format(plan=plan)


def _sums(told: MonthStatement, counts: bool) -> Iterator[list[Cell]]:
    attended, counted = hours(told.attended()), hours(told.counted())
    if told.is_least:
        attended = _("mindst {n}").format(n=attended) if told.attended() else _("ukendt")
        counted = counted if told.attended() else "–"
    yield _sum(_("Deltaget i alt"), "", attended, counted if counts else None)
    for state, name in (("coming", _("Kommer endnu")), ("unconfirmed", _("Ikke bekræftet"))):
        lines = told.of(state)
        if lines:
            clock, weighed = told.planned(state)
            known = all(line.planned is not None for line in lines)
            counted = (hours(weighed) if known else "–") if state == "coming" else ""
            yield _sum(name, hours(clock) if known else _("ikke oplyst"), "", counted if counts else None)


def _sum(name: str, planned: str, attended: str, counted: str | None) -> list[Cell]:
    cells: list[Cell] = [[(name, _TITLE)], [], [(planned, _TITLE)], [(attended, _TITLE)]]
    if counted is not None:
        cells.append([(counted, _TITLE)])
    return [*cells, [], []]


def _hours(minutes: int | None) -> str:
    return "–" if minutes is None else hours(minutes)
