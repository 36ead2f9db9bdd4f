"""Handing a learner over: both accesses at once, read-only at the old mentor's, gone on the day, and told of."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.domain.access import Access
from mentorapp.domain.change import creation, update
from mentorapp.domain.placement import Person
from mentorapp.store import notes
from mentorapp.store.exchange import following, traffic
from mentorapp.sync import exchange
from mentorapp.ui.exchange.acting_row import ActingRow
from mentorapp.ui.exchange.letting_go import LettingGo, LettingGoDialog
from mentorapp.ui.learner.facts.follow_form import FollowForm
from mentorapp.ui.learner.facts.hand_over_form import HandOverForm
from mentorapp.ui.main_window import MainWindow
from tests.conftest import TODAY
from tests.ui.exchange.conftest import Open
from tests.ui.exchange.two_offices import AMAL, MARYAM, TwoOffices

PATIENCE = 10_000
GIVEN = Access(AMAL, "anna", date(2026, 1, 1))


def rows(window: MainWindow) -> dict[str, ActingRow]:
    window.open_learner(AMAL, "facts")
    return window.learner.facts.follow.rows


def end_with_anna(two: TwoOffices, last: date, remove_on: date) -> None:
    """Karin has ended Anna's access, and Anna has read so."""
    two.meet()
    two.karin.store.record(update(GIVEN, Access(AMAL, "anna", GIVEN.first_day, last, remove_on)), "Overdragelse")
    exchange.receive(two.anna, exchange.open_file(two.anna, two.to_mentor()))


def test_both_accesses_and_the_placement_change_in_one_action(two: TwoOffices, window_on: Open, qtbot: QtBot) -> None:
    two.karin.store.record(creation(Person("bo", "Bo Krogh", "mentor")), "Bo")
    window = window_on(two.karin)
    assert "følger" in rows(window)["anna"].accessibleName()
    opened = window.desk.book.open(AMAL)
    assert opened is not None
    form = HandOverForm(window, window.desk, opened, GIVEN)
    form.open()
    form.submit()
    assert "Vælg, hvem der overtager" in form.message()
    form.to.set_key("bo")
    assert "kan kun læses til 03-01-2027" in form.told.text(), "six weeks, unless something else is agreed"
    form.submit()
    ended, given = (
        next(one for one in following.of_learner(two.karin.store, AMAL) if one.id == who) for who in ("anna", "bo")
    )
    assert (ended.last_day, ended.remove_on) == (TODAY, TODAY + timedelta(weeks=6))
    assert (given.first_day, given.last_day) == (TODAY, None)
    case = two.karin.case_file(AMAL)
    assert case is not None and case.placements[0].mentor == "bo"
    two.karin.store.undo()
    assert following.of_learner(two.karin.store, AMAL) == [GIVEN]


def test_somebody_is_put_on_and_the_copy_gets_a_day_to_go(two: TwoOffices, window_on: Open, qtbot: QtBot) -> None:
    window = window_on(two.karin)
    case = two.karin.case_file(MARYAM)
    assert case is not None
    form = FollowForm(window, window.desk, case.learner)
    form.open()
    form.person.set_key("anna")
    form.last.line.setText("01-12-2026")
    form.submit()
    [given] = following.of_learner(two.karin.store, MARYAM)
    assert (given.first_day, given.last_day, given.remove_on) == (TODAY, date(2026, 12, 1), date(2027, 1, 12))
    assert exchange.open_file(two.anna, two.to_mentor()).counts.learners == 2


def test_the_old_machine_can_only_read_and_says_until_when(two: TwoOffices, window_on: Open, qtbot: QtBot) -> None:
    end_with_anna(two, date(2026, 11, 20), date(2027, 1, 1))
    window = window_on(two.anna)
    window.open_learner(AMAL)
    strip = window.learner._read_only
    assert strip.isVisible() and "Overdraget 20-11-2026, kan kun læses. Kopien fjernes" in strip.accessibleName()
    window.go("today")
    told = window.stack.page("today").exchange  # type: ignore[attr-defined]  # a page of its own kind
    qtbot.waitUntil(lambda: any("01-01-2027" in each.accessibleName() for each in told.strips), timeout=PATIENCE)


def test_on_the_day_the_copy_goes_and_the_coordinator_hears_of_it(
    two: TwoOffices, window_on: Open, qtbot: QtBot
) -> None:
    end_with_anna(two, date(2026, 11, 1), date(2026, 11, 22))
    two.to_coordinator()
    window = window_on(two.anna)
    LettingGo(window.desk, window).look()
    assert two.anna.names() == [] and "fjernet herfra" in window.notice.text
    exchange.receive(two.karin, exchange.open_file(two.karin, two.to_coordinator()))
    assert "Kopien er fjernet 22-11-2026, kvittering modtaget" in rows(window_on(two.karin))["anna"].accessibleName()


def test_what_is_unsent_is_offered_first(two: TwoOffices, window_on: Open, qtbot: QtBot) -> None:
    two.meet()
    notes.add(two.anna.store, AMAL, "Skrevet før overdragelsen.", TODAY)
    ended = Access(AMAL, "anna", GIVEN.first_day, date(2026, 11, 1), date(2026, 11, 22))
    two.karin.store.record(update(GIVEN, ended), "Overdragelse")
    exchange.receive(two.anna, exchange.open_file(two.anna, two.to_mentor()))
    window = window_on(two.anna)
    LettingGo(window.desk, window).look()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LettingGoDialog) and len(two.anna.names()) == 1
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(two.anna.names()) == 1, "it is asked again at the next start"
    LettingGo(window.desk, window).look()
    two.to_coordinator()
    window.desk.exchange_changed.emit()
    assert two.anna.names() == [] and traffic.standing(two.anna.store, two.to_karin, TODAY).unsent == 0
