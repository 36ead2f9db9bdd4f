"""Møder on I dag: what is planned or due, the oldest first, and one press away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.domain.change import creation, update
from mentorapp.ui.desk import Desk
from mentorapp.ui.pages.today_page import TodayPage
from tests import builders
from tests.ui.learner.keeping import keep

HELD = builders.meeting("20-11-2026", outcome="held", id="held")
ROWS = (
    HELD,
    builders.meeting("22-11-2026", clock="13:30", place="Lokale 2", id="today"),
    builders.meeting("19-11-2026", "follow_up", id="late"),
    builders.action_point("Buskort", HELD, "23-11-2026", who="Karin"),
)


@pytest.fixture
def amal(desk: Desk) -> bytes:
    return keep(desk.session, builders.amal(), "Amal Idris Hamid")


@pytest.fixture
def page(desk: Desk, amal: bytes, qtbot: QtBot) -> Iterator[TodayPage]:
    changes = [change for row in ROWS for change in creation(replace(row, learner=amal))]
    desk.session.store.record(changes, "Møder")
    desk.book.load()
    qtbot.waitUntil(lambda: desk.book.complete)
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.resize(1174, 768)
    page.show()
    yield page


def test_the_overdue_first_then_by_day(page: TodayPage) -> None:
    assert page.meetings.isVisible()
    assert [(row.line.what, row.line.when, row.line.late) for row in page.meetings.rows] == [
        ("Opfølgningssamtale", "19-11-2026: blev det holdt?", True),
        ("Trepartssamtale", "I dag kl. 13.30 · Lokale 2", False),
        ("Buskort", "Senest i morgen · Karin", False),
    ]


def test_a_line_leads_to_its_meeting(page: TodayPage, desk: Desk, amal: bytes, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.row_wanted) as went:
        page.meetings.rows[2].open.click()
    assert went.args == [amal, "meetings", "held"]
    assert page.meetings.rows[2].open.accessibleName() == "Åbn Amal Idris Hamid: Buskort, Senest i morgen · Karin"


def test_what_is_answered_for_goes_away(page: TodayPage, desk: Desk, amal: bytes, qtbot: QtBot) -> None:
    late = replace(ROWS[2], learner=amal)
    desk.session.store.record(update(late, replace(late, outcome="held")), "Afholdt")
    qtbot.waitUntil(lambda: len(page.meetings.rows) == 2)


def test_without_meetings_there_is_no_panel(desk: Desk, amal: bytes, qtbot: QtBot) -> None:
    desk.book.load()
    qtbot.waitUntil(lambda: desk.book.complete)
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.show()
    assert not page.meetings.isVisible()
