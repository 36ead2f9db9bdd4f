"""Practice hours of a period, from duty roster or payslip: worked, paid holiday, paid sickness, other paid absence."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from mentorapp.domain.attendance import PracticePeriod
from mentorapp.i18n import _, day
from mentorapp.lists.cells import text, times
from mentorapp.lists.columns import ColumnMap
from mentorapp.lists.known import Held, Known
from mentorapp.lists.parsers import WHO, hours_of_a_period
from mentorapp.lists.plan import Plan
from mentorapp.lists.row_draft import Refusal, RowDraft
from mentorapp.lists.row_reader import Parse, plan_rows, read_rows
from mentorapp.lists.table_file import Sheet

MOST_HOURS_A_DAY = 24


@dataclass(slots=True)
class PracticeRow:
    """One row understood; None where the cell is blank or the column missing."""

    name: str | None = None
    registration_number: str | None = None
    birth_date: date | None = None
    first_day: date | None = None
    last_day: date | None = None
    worked_minutes: int | None = None
    paid_holiday_minutes: int | None = None
    paid_sickness_minutes: int | None = None
    other_paid_minutes: int | None = None
    source: str | None = None


PARSERS: dict[str, Parse] = {
    **WHO,
    "first_day": times.day, "last_day": times.day, "worked_minutes": hours_of_a_period,
    "paid_holiday_minutes": hours_of_a_period, "paid_sickness_minutes": hours_of_a_period,
    "other_paid_minutes": hours_of_a_period, "source": text.line,
}  # fmt: skip


def plan(sheet: Sheet, column_map: ColumnMap, known: Known) -> Plan:
    """What becomes of each row. A period is the same by its first and last day; two may not overlap."""
    rows = read_rows(sheet, column_map, PracticeRow, PARSERS)

    def plan_row(row: PracticeRow, draft: RowDraft) -> None:
        if row.first_day is None or row.last_day is None:
            raise Refusal(_("Perioden skal have både en første og en sidste dag."))
        if row.last_day < row.first_day:
            raise Refusal(_("Periodens første dag ligger efter dens sidste."))
        held = known.the_learner(row.name, row.registration_number, row.birth_date)
        draft.who = held.learner.name
        _plan_period(row, row.first_day, row.last_day, draft, known, held)

    return plan_rows("practice", sheet, column_map, known, rows, PracticePeriod, plan_row)


def _plan_period(row: PracticeRow, first: date, last: date, draft: RowDraft, known: Known, held: Held) -> None:
    minutes = {
        "worked_minutes": row.worked_minutes,
        "paid_holiday_minutes": row.paid_holiday_minutes,
        "paid_sickness_minutes": row.paid_sickness_minutes,
        "other_paid_minutes": row.other_paid_minutes,
    }
    given = {name: value for name, value in minutes.items() if value is not None}
    if not given:
        raise Refusal(_("Der står ingen timer i rækken."))
    if sum(given.values()) > ((last - first).days + 1) * MOST_HOURS_A_DAY * 60:
        raise Refusal(_("Der er flere timer, end perioden har."))
    found = _same_period(first, last, held)
    if found is not None:
        period = draft.amend(found, given | {"source": row.source})
        enrolment = held.enrolments.get(found.enrolment) or known.enrolment_on(held, first)
    else:
        enrolment = known.enrolment_on(held, first)
        period = draft.make(
            PracticePeriod(held.learner.learner, known.new_id(), enrolment.id, first, last, source=row.source, **given)
        )
    draft.claim(
        held.learner.learner, period.id, _("Række {n} er om samme periode, men siger noget andet. Behold én af dem.")
    )
    if not (known.covers(enrolment, first) and known.covers(enrolment, last)):
        draft.warnings.append(_("Perioden ligger ikke helt inden for forløbet."))


def _same_period(first: date, last: date, held: Held) -> PracticePeriod | None:
    """The period of exactly these days; `Refusal` where another shares days with it, for its hours count twice."""
    # Periods are kept by their first day and do not overlap, so only the neighbours can touch.
    place = bisect_left(held.periods, first, key=lambda period: period.first_day)
    for other in held.periods[max(0, place - 1) : place + 2]:
        if (other.first_day, other.last_day) == (first, last):
            return other
    for other in held.periods[max(0, place - 1) : place + 2]:
        if other.first_day <= last and first <= other.last_day:
            raise Refusal(
                _("Perioden overlapper {first}–{last}, som allerede er kendt.").format(
                    first=day(other.first_day), last=day(other.last_day)
                )
            )
    return None
