"""The months with schooling, which of them are handed in, and the mark that one is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.change import Change, creation, removal, update
from mentorapp.domain.course_dates import LONGEST_SHOWN
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.month_claim import MonthClaim, month_claim_key
from mentorapp.domain.month_statement import MonthStatement, last_of_month, statement


def months_with_school(case: CaseFile, made: Ledger) -> tuple[MonthStatement, ...]:
    """The statements of the months from the start to today's in which there was or will be teaching, newest first."""
    found = []
    month = _earliest(case, made).replace(day=1)
    while month <= made.today:
        told = statement(case, made, month)
        if told is not None and told.has_school:
            found.append(told)
        month = last_of_month(month) + timedelta(days=1)
    return tuple(reversed(found))


def claim(case: CaseFile, month: str) -> MonthClaim | None:
    """The mark of month `2026-11`, if it was handed in."""
    course = case.enrolment
    return next(
        (c for c in case.month_claims if course and c.enrolment == course.id and c.month == month and c.handed_in_on),
        None,
    )


def not_handed_in(case: CaseFile, made: Ledger) -> tuple[MonthStatement, ...]:
    """The months with school up to today's that no application was handed in for, newest first.

    The month that runs is among them: an application may also cover teaching still to come in it (igu-domain, R25).
    """
    return tuple(told for told in months_with_school(case, made) if claim(case, told.month) is None)


def hand_in(case: CaseFile, month: str, on: date) -> list[Change]:
    """The changes that say that the application of `month` was handed in on `on`."""
    course = case.enrolment
    assert course is not None
    key = month_claim_key(course.id, month)
    old = next((one for one in case.month_claims if one.id == key), None)
    if old is not None:
        return update(old, replace(old, handed_in_on=on))
    return creation(MonthClaim(course.learner, key, course.id, month, on))


def take_back(case: CaseFile, month: str) -> list[Change]:
    """The changes that make `month` one that is not handed in."""
    old = claim(case, month)
    return removal(old) if old else []


def _earliest(case: CaseFile, made: Ledger) -> date:
    """The first day there can have been teaching; bounded, for a mistyped year must not make a thousand months."""
    days = [entry.day for entry in case.attendance if entry.kind == "school"]
    days += [day for row in case.schooling if (day := row.first_day or row.last_day)]
    return max(min(days, default=made.start), made.start - LONGEST_SHOWN)
