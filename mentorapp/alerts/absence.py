"""Alerts about absence in the last weeks. Recorded days alone count, and never why somebody was away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mentorapp.alerts.alert import Alert, has_ended
from mentorapp.alerts.thresholds import limit
from mentorapp.domain.attendance import Attendance
from mentorapp.domain.calendar import PUBLIC_HOLIDAY_ORDINALS, is_weekday, monday_ordinal
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.pace import full_week
from mentorapp.domain.school_days import planned_by_day
from mentorapp.domain.whole_minutes import FULL_DAY
from mentorapp.i18n import _, day, hours, ngettext

WINDOW = 28
"""Days looked back over, today included. Our own."""

UNEXCUSED_WINDOW = 14

ABSENT = frozenset({"sick", "child_sick", "lawful", "unexcused"})
"""Statuses that are absence; holiday, time off, care days and leave were agreed."""


def much_absence(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R46: absent more than 10 % of the planned hours of four weeks (soon), more than 20 % (act), or unexcused twice.

    Two days of unexcused absence within 14 days ask for action now. Our own limits. A day of practice counts as the
    placement's hours a week through five.
    """
    if case.enrolment is None or has_ended(case, ledger, today):
        return
    since = today - timedelta(days=WINDOW - 1)
    course = case.enrolment.id
    absent = [
        entry
        for entry in case.attendance
        if entry.status in ABSENT and since <= entry.day <= today and entry.enrolment == course
    ]
    if not absent:
        return
    lately = today - timedelta(days=UNEXCUSED_WINDOW - 1)
    unexcused = {entry.day for entry in absent if entry.status == "unexcused" and entry.day >= lately}
    times = limit(case, "R46.unexcused")
    missed, planned = _minutes(case, ledger, absent, since, today)
    soon, act = limit(case, "R46.soon"), limit(case, "R46.act")
    share = 100 * missed
    if len(unexcused) >= times:
        severity = "act"
        text = ngettext(
            "Ulovligt fravær {n} dag på 14 dage, senest {day}.",
            "Ulovligt fravær {n} dage på 14 dage, senest {day}.",
            len(unexcused),
        ).format(n=len(unexcused), day=day(max(unexcused)))
    elif share > min(soon, act) * planned:
        severity = "act" if share > act * planned else "soon"
        text = _("Fravær i {missed} af {planned} planlagte timer de seneste fire uger.").format(
            missed=hours(missed), planned=hours(planned)
        )
    else:
        return
    yield Alert(
        case.learner.learner,
        "R46",
        severity,
        today + timedelta(days=7) if severity == "soon" else today,
        text,
        _("Tal med eleven om, hvad der skal til for at komme."),
        _("Egen grænse: {soon} og {act} procent, {times} dages ulovligt fravær").format(
            soon=soon, act=act, times=times
        ),
    )


def _minutes(case: CaseFile, ledger: Ledger, absent: list[Attendance], since: date, today: date) -> tuple[int, int]:
    """Minutes missed, and minutes planned, from `since` to `today`."""
    first, last = since.toordinal(), today.toordinal()
    school = {on: minutes for on, minutes in planned_by_day(ledger.school_rows).items() if first <= on <= last}
    practice = _practice(case, ledger, school, max(first, ledger.start.toordinal()), last)
    missed = 0
    for entry in {(entry.day, entry.kind): entry for entry in absent}.values():
        on = entry.day.toordinal()
        planned = (school if entry.kind == "school" else practice).get(on, 0)
        # a day somebody recorded as missed was to be there, though no plan says so
        missed += planned or (FULL_DAY if entry.kind == "school" else _fifth(_a_week(case, entry.day), on))
    return missed, max(sum(school.values()) + sum(practice.values()), missed)


def _practice(case: CaseFile, ledger: Ledger, school: dict[int, int], first: int, last: int) -> dict[int, int]:
    """Planned practice by day: a fifth of the week's hours on each working day, at most what school leaves."""
    taught: dict[int, int] = {}
    for on, minutes in school.items():
        taught[monday_ordinal(on)] = taught.get(monday_ordinal(on), 0) + minutes
    away = [leave for leave in case.leaves if leave.last_day.toordinal() >= first]
    planned: dict[int, int] = {}
    for on in range(first, last + 1):
        on_day = date.fromordinal(on)
        if is_weekday(on) and on not in PUBLIC_HOLIDAY_ORDINALS and not any(leave.covers(on_day) for leave in away):
            room = max(0, full_week(ledger.rule_set) - taught.get(monday_ordinal(on), 0))
            planned[on] = _fifth(min(_a_week(case, on_day), room), on)
    return planned


def _a_week(case: CaseFile, on: date) -> int:
    placement = case.placement(on)
    return (placement.minutes_a_week or 0) if placement else 0


def _fifth(minutes: int, on: int) -> int:
    """The share of a week's `minutes` on the day `on` (ordinal); Monday to Friday make up the whole."""
    place = min((on - 1) % 7, 4)
    return minutes * (place + 1) // 5 - minutes * place // 5
