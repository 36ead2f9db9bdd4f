"""One line of the table of schooling: a row of the store with the figures the ledger gives it, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mentorapp.domain.ledger import Ledger
from mentorapp.domain.school_hours import SchoolRow
from mentorapp.domain.schooling import Schooling
from mentorapp.i18n import _, day, hours, weekday
from mentorapp.sentences import result, school_type
from mentorapp.ui.book import Opened
from mentorapp.ui.table_model import Column


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """`figures` are None for a type that is recorded and does not count."""

    row: Schooling
    figures: SchoolRow | None
    today: date

    @property
    def counts(self) -> bool:
        """Whether any of its hours can count towards the requirement."""
        return self.figures is not None and self.figures.factor != 0

    @property
    def planned(self) -> int | None:
        """Planned clock minutes; None where nothing says how many."""
        if self.figures is None:
            return self.row.planned_minutes
        known = self.row.planned_minutes is not None or self.figures.pattern_minutes is not None
        return self.figures.planned if known else None

    @property
    def attended(self) -> int | None:
        """Attended clock minutes; None where the school has said nothing yet."""
        if self.figures is None:
            return self.row.attended_minutes
        known = self.row.attended_minutes is not None or bool(self.figures.dated)
        return self.figures.attended if known else None

    @property
    def kind(self) -> str:
        """The kind of week cell that stands for its type."""
        return {"amu": "amu", "danskuddannelse": "danish"}.get(self.row.type, "other")

    @property
    def proof(self) -> str:
        """`seen`, `missing`, `not_yet`, `cancelled` or `not_needed`."""
        if self.row.proof_on is not None:
            return "seen"
        if self.row.cancelled:
            return "cancelled"
        if not self.counts:
            return "not_needed"
        last = self.row.last_day or self.row.first_day
        return "missing" if last is not None and last < self.today else "not_yet"


def lines(opened: Opened) -> list[SchoolLine]:
    """The schooling of the newest enrolment, in the order of their first day."""
    case, ledger = opened.case, opened.ledger
    if case.enrolment is None or ledger is None:
        return []
    figures = {figure.schooling.id: figure for figure in ledger.school_rows}
    own = [row for row in case.schooling if row.enrolment == case.enrolment.id]
    own.sort(key=lambda row: (row.first_day or date.max, row.id))
    return [SchoolLine(row, figures.get(row.id), ledger.today) for row in own]


def columns() -> list[Column]:
    """Made when the table is made, so that titles follow the language."""
    return [
        Column("type", _("Type"), _type, _type, _does_not_count),
        Column("title", _("Kursus"), _title, lambda line: _title(line).casefold(), _provider),
        Column("period", _("Fra – til"), _period, lambda line: line.row.first_day, _cancelled),
        Column("pattern", _("Dage og tid"), _weekdays, _weekdays, _clock),
        Column("planned", _("Planlagt"), lambda line: _hours(line.planned), lambda line: line.planned,
               lambda line: _counted(line, line.planned), numeric=True),
        Column("attended", _("Deltaget"), lambda line: _hours(line.attended), lambda line: line.attended,
               lambda line: _counted(line, line.attended), numeric=True),
        Column("proof", _("Bevis"), proof, lambda line: line.row.proof_on),
        Column("result", _("Resultat"), lambda line: result(line.row.result) or _("ikke oplyst"),
               lambda line: line.row.result),
    ]  # fmt: skip


def proof(line: SchoolLine) -> str:
    """The proof in words."""
    if line.row.proof_on is not None:
        return _("set {day}").format(day=day(line.row.proof_on))
    return {
        "missing": _("mangler"),
        "not_yet": _("ikke endnu"),
        "cancelled": _("aflyst"),
        "not_needed": _("kræves ikke"),
    }[line.proof]


def sums(ledger: Ledger) -> str:
    """The three states in clock hours and counted, as one line under the table."""
    said = []
    for text, clock, counted in (
        (_("planlagt"), ledger.school.planned, ledger.counted.planned if ledger.counted else None),
        (_("deltaget"), ledger.school.attended, ledger.counted.attended if ledger.counted else None),
        (_("dokumenteret"), ledger.school.documented, ledger.counted.documented if ledger.counted else None),
    ):
        counts = _(", tæller {n}").format(n=hours(counted)) if counted is not None else ""
        said.append(f"{text} " + _("{n} t").format(n=hours(clock)) + counts)
    return _("I alt: {sums}").format(sums=" · ".join(said))


def short_weekdays(days: Sequence[int]) -> str:
    """`man–fre`, `tir, tor`."""
    if len(days) > 2 and list(days) == list(range(days[0], days[-1] + 1)):
        return f"{weekday(days[0])[:3]}–{weekday(days[-1])[:3]}"
    return ", ".join(weekday(number)[:3] for number in days)


def _type(line: SchoolLine) -> str:
    return school_type(line.row.type)


def _does_not_count(line: SchoolLine) -> str:
    return "" if line.counts else _("tæller ikke")


def _title(line: SchoolLine) -> str:
    return line.row.title or _("uden titel")


def _provider(line: SchoolLine) -> str:
    return line.row.provider or _("udbyder ikke oplyst")


def _period(line: SchoolLine) -> str:
    first, last = line.row.first_day, line.row.last_day
    if first is None and last is None:
        return _("ikke oplyst")
    if first == last and first is not None:
        return day(first)
    return f"{day(first) if first else '?'} – {day(last) if last else '?'}"


def _cancelled(line: SchoolLine) -> str:
    return _("aflyst") if line.row.cancelled else ""


def _weekdays(line: SchoolLine) -> str:
    return short_weekdays(line.row.weekdays) or _("ikke oplyst")


def _clock(line: SchoolLine) -> str:
    if not line.row.starts_at or not line.row.ends_at:
        return ""
    return f"{line.row.starts_at}–{line.row.ends_at}".replace(":", ".")


def _hours(minutes: int | None) -> str:
    return _("{n} t").format(n=hours(minutes)) if minutes is not None else "–"


def _counted(line: SchoolLine, minutes: int | None) -> str:
    if not line.counts:
        return _("tæller ikke")
    if minutes is None or line.figures is None or line.figures.factor is None:
        return ""
    return _("tæller {n}").format(n=hours(minutes * line.figures.factor))
