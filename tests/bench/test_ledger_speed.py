"""How long a ledger takes for a learner with two years of daily attendance: it is built again at every change."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta

from mentorapp.domain.attendance import Attendance
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import build
from mentorapp.domain.schooling import Schooling
from tests.builders import TODAY, at_school, at_work, case, day, enrolment, placement, schooling

AIM_MS = 3.0


def daily_attendance() -> CaseFile:
    """500 days, Tuesdays and Thursdays at school and the others in practice."""
    module = schooling("danskuddannelse", "01-02-2025", "31-01-2027", "tir,tor 08:30-12:12", attended=600, id="module")
    days = [day("01-02-2025") + timedelta(days=n) for n in range(725)]
    entries = [_entry(module, on) for on in days if on.isoweekday() < 6][:500]
    return case(enrolment("01-02-2025"), placement(28), module, *entries)


def _entry(module: Schooling, on: date) -> Attendance:
    written = f"{on:%d-%m-%Y}"
    return at_school(module, written, "3,7") if on.isoweekday() in (2, 4) else at_work(written, "7,4")


def fastest_ms(work: Callable[[], object], times: int) -> float:
    best = float("inf")
    for _ in range(times):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return best * 1000


def test_a_ledger_of_daily_attendance(report: Callable[[str], None]) -> None:
    file = daily_attendance()
    assert len(file.attendance) == 500
    took = fastest_ms(lambda: build(file, TODAY), 500)
    counting = fastest_ms(lambda: sum(range(10_000)), 500)
    report(f"ledger of 500 days: {took:.1f} ms, {took / counting:.0f} x counting to 10,000 (aim {AIM_MS} ms)")
