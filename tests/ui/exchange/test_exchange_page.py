"""The page of exchange: where it stands with everybody, sending by one button, and what is left to decide."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from mentorapp.domain.change import Change
from mentorapp.store import notes
from mentorapp.store.exchange import conflicts, erasure, partners, passed
from mentorapp.store.exchange.choices import Choices
from mentorapp.store.exchange.partners import ACTIVE, REVOKED
from mentorapp.sync import exchange, mail, post_box
from mentorapp.sync.post_box import Box
from mentorapp.ui.exchange.acting_row import ActingRow
from mentorapp.ui.main_window import MainWindow
from mentorapp.ui.pages.exchange_page import ExchangePage
from mentorapp.ui.parts.button import Button
from tests.conftest import TODAY
from tests.ui.exchange.conftest import Open
from tests.ui.exchange.two_offices import AMAL, TwoOffices

PATIENCE = 10_000


def page_of(window: MainWindow, qtbot: QtBot) -> ExchangePage:
    window.go("exchange")
    page = window.stack.page("exchange")
    assert isinstance(page, ExchangePage)
    qtbot.waitUntil(lambda: bool(page.states), timeout=PATIENCE)
    return page


def button(row: ActingRow, text: str) -> Button:
    return next(each for each in row.buttons if each.text() == text)


def chosen(beginning: str) -> None:
    """Take an entry of the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text().startswith(beginning)).trigger()
    menu.close()


def test_where_exchange_stands_is_said_in_words(two: TwoOffices, window_on: Open, qtbot: QtBot) -> None:
    two.both_write()
    two.invite_mette()
    page = page_of(window_on(two.karin), qtbot)
    anna, mette = page.partners.rows
    assert "Mentor · Plejecenter Lindegården · 1 elev" in anna.accessibleName()
    assert "2 ændringer ikke sendt" in anna.accessibleName() and "mentoraftale af 01-11-2026" in anna.accessibleName()
    assert "venter på svar" in mette.accessibleName() and "gælder til 06-12-2026" in mette.accessibleName()
    assert [each.text() for each in mette.buttons] == [""], "nothing can be sent to who has not answered"
    two.to_mentor()
    page.refresh()
    qtbot.waitUntil(lambda: "sendt, ikke læst endnu" in page.partners.rows[0].accessibleName(), timeout=PATIENCE)


def test_a_mentor_sends_by_the_one_primary_button(
    two: TwoOffices, window_on: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.both_write()
    page = page_of(window_on(two.anna), qtbot)
    assert page.send.text() == "Send til Karin" and page.send.property("role") == "primary"
    assert page.open.property("role") == "secondary" and not page.invite.isVisible()
    letter, stick = tmp_path / "brev.pdf", tmp_path / "fil"
    ways: list[tuple[str, Path]] = [("Gem til sikker mail", letter), ("Gem på USB-stik", stick)]
    for beginning, path in ways:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, path=path: (str(path), ""))
        two.wait()
        count = len(passed.lately(two.anna.store))
        qtbot.mouseClick(page.send, Qt.MouseButton.LeftButton)
        chosen(beginning)
        qtbot.waitUntil(partial(has_passed, two, count + 1), timeout=PATIENCE)
    for path in (letter, stick.with_suffix(exchange.SUFFIX)):
        arrival = exchange.open_file(two.karin, mail.sealed_in(path))
        assert arrival.partner.name == "Anna Vang" and arrival.counts.notes == 1
    qtbot.waitUntil(lambda: "ikke sendt" not in page.partners.rows[0].accessibleName(), timeout=PATIENCE)


def test_files_go_through_a_shared_folder_and_are_told_of(
    two: TwoOffices, window_on: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    two.both_write()
    box = Box(str(tmp_path / "fælles"))
    Path(box.address).mkdir()
    to_karin = post_box.set_box(two.anna, two.to_karin, box)
    post_box.set_box(two.karin, two.to_anna, box)
    post_box.post(two.anna, to_karin)
    page = page_of(window_on(two.karin), qtbot)
    page.partners.watch.look()
    qtbot.waitUntil(lambda: "en fil venter" in page.partners.rows[0].accessibleName(), timeout=PATIENCE)
    assert two.karin.store.staged is None, "looking leaves nothing behind"
    page._send()
    qtbot.waitUntil(lambda: bool(list(Path(box.address).glob("*/Fra Karin*"))), timeout=PATIENCE)


def test_what_both_wrote_stays_until_somebody_says_so(two: TwoOffices, window_on: Open, qtbot: QtBot) -> None:
    two.both_write()
    exchange.receive(two.karin, exchange.open_file(two.karin, two.to_coordinator()))
    window = window_on(two.karin)
    page = page_of(window, qtbot)
    [row] = page.conflicts.rows
    assert "Vores: 17-11-2026 (Karin" in row.accessibleName() and "Deres: 19-11-2026 (Anna" in row.accessibleName()
    qtbot.waitUntil(lambda: window.rail._items["exchange"].accessibleName() == "Udveksling, 1 venter", timeout=PATIENCE)
    qtbot.mouseClick(button(row, "Brug den anden"), Qt.MouseButton.LeftButton)
    case = two.karin.case_file(AMAL)
    assert case is not None and case.steps[0].done_on == date(2026, 11, 17)
    qtbot.waitUntil(lambda: page.conflicts.isHidden(), timeout=PATIENCE)
    two.karin.store.undo()
    assert conflicts.unsettled(two.karin.store) == []


def test_what_is_fine_leaves_the_list_and_changes_nothing(two: TwoOffices, window_on: Open, qtbot: QtBot) -> None:
    two.both_write()
    exchange.receive(two.karin, exchange.open_file(two.karin, two.to_coordinator()))
    page = page_of(window_on(two.karin), qtbot)
    qtbot.mouseClick(button(page.conflicts.rows[0], "Det er fint"), Qt.MouseButton.LeftButton)
    case = two.karin.case_file(AMAL)
    assert case is not None and case.steps[0].done_on == date(2026, 11, 19)
    qtbot.waitUntil(lambda: page.conflicts.isHidden(), timeout=PATIENCE)


def test_what_was_set_aside_is_taken_over_as_ones_own_edit(two: TwoOffices, window_on: Open, qtbot: QtBot) -> None:
    two.meet()
    two.set_aside_by_anna(Change(AMAL, "learner", "-", "phone", "12 34 56 78"))
    exchange.receive(two.karin, exchange.open_file(two.karin, two.to_coordinator()))
    window = window_on(two.karin)
    page = page_of(window, qtbot)
    [row] = page.held.rows
    assert "Telefon: ikke oplyst → 12 34 56 78 (Anna" in row.accessibleName()
    qtbot.mouseClick(button(row, "Overtag"), Qt.MouseButton.LeftButton)
    case = two.karin.case_file(AMAL)
    assert case is not None and case.learner.phone == "12 34 56 78"
    qtbot.waitUntil(lambda: page.held.isHidden(), timeout=PATIENCE)


def test_an_import_is_undone_from_the_log(two: TwoOffices, window_on: Open, qtbot: QtBot) -> None:
    two.both_write()
    exchange.receive(two.karin, exchange.open_file(two.karin, two.to_coordinator()))
    two.wait()
    notes.add(two.karin.store, AMAL, "Skrevet bagefter.", TODAY)
    page = page_of(window_on(two.karin), qtbot)
    qtbot.mouseClick(button(page.passed.rows[0], "Fortryd"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "importen er fortrudt" in page.passed.rows[0].accessibleName(), timeout=PATIENCE)
    case = two.karin.case_file(AMAL)
    assert case is not None and case.steps[0].done_on == date(2026, 11, 17)
    assert {note.text for note in case.notes} >= {"Skrevet bagefter."}


def test_a_machine_that_was_lost_is_shut_out_and_stays_in_sight(two: TwoOffices, window_on: Open, qtbot: QtBot) -> None:
    two.meet()
    page = page_of(window_on(two.karin), qtbot)
    page.partners.revoke(two.to_anna)
    assert partners.get(two.karin.store, two.to_anna.id).state == REVOKED != ACTIVE  # type: ignore[union-attr]  # it is
    qtbot.waitUntil(lambda: "lukket" in page.partners.rows[0].accessibleName(), timeout=PATIENCE)
    menu = page.partners.more_about(page.states[0].partner)
    assert [action.text() for action in menu.actions()] == ["Invitér igen …"]


def test_receipts_of_an_erasure_are_awaited_in_sight(two: TwoOffices, window_on: Open, qtbot: QtBot) -> None:
    two.meet()
    erasure.erase(two.karin.store, AMAL)
    page = page_of(window_on(two.karin), qtbot)
    qtbot.waitUntil(lambda: len(page.receipts.rows) == 1, timeout=PATIENCE)
    assert "Anna Vang" in page.receipts.rows[0].accessibleName()
    exchange.receive(two.anna, exchange.open_file(two.anna, two.to_mentor()), removing())
    exchange.receive(two.karin, exchange.open_file(two.karin, two.to_coordinator()))
    page.refresh()
    qtbot.waitUntil(partial(page.receipts.isHidden), timeout=PATIENCE)


def has_passed(two: TwoOffices, count: int) -> bool:
    return len(passed.lately(two.anna.store)) == count


def removing() -> Choices:

    return Choices(removals=True)
