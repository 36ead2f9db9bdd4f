"""What somebody may not write is set aside, and leaves the list only when it is taken over or dismissed."""

from __future__ import annotations

import pytest

from mentorapp.domain.change import removal
from mentorapp.domain.learner import Learner
from mentorapp.errors import Refused
from mentorapp.store.exchange import held, passed
from mentorapp.store.exchange.merge import Plan
from mentorapp.store.exchange.preview import leaving, whole_rows
from mentorapp.store.rows import encode
from tests.store.exchange.conftest import AMAL, Office
from tests.store.exchange.replicas import Machine


def writes(mentor: Machine, table: str, field: str, value: str) -> None:
    """As a mentor's program of another version would: past the check of its role."""
    with mentor.store.writing() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO cell VALUES (?, ?, '-', ?, ?, ?, ?)",
            (AMAL, table, field, encode(value), mentor.clock() + 5, mentor.store.author),
        )


def test_what_is_set_aside_waits_until_it_is_taken_over(office: Office) -> None:
    writes(office.anna, "learner", "phone", "12 34 56 78")
    merged = office.anna.give(office.karin)
    [one] = held.waiting(office.karin.store)
    assert merged.held == 1 and (one.value, one.here) == ("12 34 56 78", None) and one.can_be_taken_over
    action = held.take_over(office.karin.store, one)
    assert held.waiting(office.karin.store) == [] and action is not None
    phone = office.karin.cells()[(AMAL, "learner", "-", "phone")]
    assert phone[0] == '"12 34 56 78"' and phone[2] == office.karin.store.author
    office.anna.give(office.karin)
    assert held.waiting(office.karin.store) == []


def test_dismissed_it_goes_and_nothing_else_changes(office: Office) -> None:
    writes(office.anna, "learner", "name", "En anden")
    office.anna.give(office.karin)
    before = office.karin.cells()
    [one] = held.waiting(office.karin.store)
    assert one.here == "Amal Idris"
    held.dismiss(office.karin.store, one)
    assert held.waiting(office.karin.store) == [] and office.karin.cells() == before


def test_a_field_of_a_later_version_cannot_be_taken_over_and_a_mentor_takes_over_nothing(office: Office) -> None:
    writes(office.anna, "hobby", "name", "Skak")
    writes(office.anna, "learner", "phone", "1")
    office.anna.give(office.karin)
    assert [one.can_be_taken_over for one in held.waiting(office.karin.store)] == [False, True]
    office.karin.store.role = "mentor"
    with pytest.raises(Refused):
        held.take_over(office.karin.store, *held.waiting(office.karin.store))
    assert len(held.waiting(office.karin.store)) == 2
    office.karin.store.role = "coordinator"
    held.take_over(office.karin.store, *held.waiting(office.karin.store))
    assert [one.table for one in held.waiting(office.karin.store)] == ["hobby"]


def test_files_that_went_and_came_are_listed_with_what_can_be_undone(office: Office) -> None:
    office.karin.clock.now += 60_000
    writes(office.anna, "step", "done_on", "2026-11-20")
    office.anna.give(office.karin)
    came = passed.lately(office.karin.store)[0]
    assert came.came and came.partner == "Anna" and not came.undone
    action = passed.merge_of(office.karin.store, came)
    office.karin.store.undo(action)
    came = passed.lately(office.karin.store)[0]
    assert came.undone and passed.merge_of(office.karin.store, came) is None


def test_a_plan_tells_whole_rows_and_who_would_leave(office: Office) -> None:
    incoming = office.karin.file_for(office.anna)
    office.karin.store.record(removal(Learner(AMAL, "-", "Amal Idris")), "Slet")
    plan = Plan(office.anna.store, office.karin.file_for(office.anna))
    assert leaving(plan) == [(AMAL, "Amal Idris", False)]
    assert whole_rows(plan, AMAL)[("learner", "-")] == {"name": "Amal Idris", "deleted": True}
    assert leaving(Plan(office.anna.store, incoming)) == []
