"""Meetings in the store: kept whole, found by their words, and rows that wait for what they hang on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mentorapp.domain.change import creation, removal
from mentorapp.domain.learner import LEARNER_ROW, Learner
from mentorapp.domain.meeting import note_about
from mentorapp.store import check, meeting_search, notes, queries
from mentorapp.store.database import Store
from mentorapp.store.roles import MENTOR
from tests.builders import LEARNER, TODAY, action_point, enrolment, meeting, organisation

MEETING = meeting(
    "04-12-2026", clock="13:30", minutes=45, place="Lindegården", parties=("learner", "school"),
    people=("Åse Friis",), agenda="Prøve i Dansk\nAMU i januar",
)  # fmt: skip
POINT = action_point("Bestille buskort", MEETING, "11-12-2026", who="Karin Holst")


@pytest.fixture(autouse=True)
def amal(store: Store) -> None:
    keep(store, Learner(LEARNER, LEARNER_ROW, "Amal Idris Hamid"), enrolment("01-02-2025"))


def keep(store: Store, *rows: Any) -> None:
    store.record([change for row in rows for change in creation(row)], "Møde")


def case_of(store: Store) -> Any:
    return queries.case_file(store, LEARNER, organisation())


def test_a_meeting_comes_back_as_it_was_kept_also_by_a_mentor(store: Store) -> None:
    store.set_local("role", MENTOR)
    keep(store, MEETING, POINT)
    assert (case_of(store).meetings, case_of(store).action_points) == ((MEETING,), (POINT,))


def test_what_was_agreed_waits_for_its_meeting(store: Store) -> None:
    keep(store, POINT)
    assert case_of(store).action_points == ()
    (waiting,) = [finding.text for finding in check.check(store) if finding.subject == "references"]
    assert waiting == "1 række hører til et forløb eller et møde, der ikke er her"
    keep(store, MEETING)
    assert case_of(store).action_points == (POINT,)
    assert "0 rækker" in next(finding.text for finding in check.check(store) if finding.subject == "references")


def test_minutes_stay_about_their_meeting_in_every_version(store: Store) -> None:
    first = notes.add(store, LEARNER, "Vi talte om skole", TODAY, kind="talk", about=note_about(MEETING))
    second = notes.add(store, LEARNER, "Vi talte om skolen", TODAY, kind="talk", replaces=first)
    secret = notes.add(
        store, LEARNER, "Vi talte om hjemmet", TODAY, visibility="confidential", replaces=second, before=(first, second)
    )
    assert first.about == second.about == secret.about == "meeting/meeting 04-12-2026"
    assert [note.about for note in case_of(store).notes] == [first.about]


@pytest.mark.parametrize(
    "written",
    ["trepart", "04-12-2026", "4. december", "lindeg", "dansk prøve", "AMU hamid", "TREPARTSSAMTALE amal"],
)
def test_a_meeting_is_found_by_kind_day_place_and_agenda(store: Store, written: str) -> None:
    keep(store, MEETING)
    (found,) = meeting_search.meetings(store, written, 8)
    assert (found.learner, found.name, found.id, found.kind) == (
        LEARNER, "Amal Idris Hamid", MEETING.id, "Trepartssamtale"
    )  # fmt: skip


def test_a_name_alone_and_a_meeting_that_is_gone_find_nothing(store: Store) -> None:
    keep(store, MEETING, replace(MEETING, id="next", kind="Rundbord", agenda=None))
    assert meeting_search.meetings(store, "amal", 8) == []
    assert [found.id for found in meeting_search.meetings(store, "rundbord", 8)] == ["next"]
    store.record(removal(MEETING), "Slet")
    assert meeting_search.meetings(store, "dansk", 8) == []
