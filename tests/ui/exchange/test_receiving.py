"""A file before it is imported: what is said of it, what can be chosen, and that what is shown is what happens."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mentorapp.domain.change import Change, removal, update
from mentorapp.domain.learner import Learner
from mentorapp.domain.step import Step
from mentorapp.store import notes
from mentorapp.store.exchange import conflicts, erasure, held, traffic
from mentorapp.sync import exchange
from mentorapp.ui.dialogs.receiving.arrival_model import Choice
from mentorapp.ui.dialogs.receiving.receive_dialog import ReceiveDialog, of_file
from mentorapp.ui.main_window import MainWindow
from tests.conftest import TODAY
from tests.ui.exchange.conftest import Open
from tests.ui.exchange.two_offices import AMAL, MARYAM, STEP, TwoOffices

PATIENCE = 10_000


def shown(window: MainWindow, path: Path, qtbot: QtBot) -> ReceiveDialog:
    dialog = ReceiveDialog(window, window.desk, path.name, of_file(window.desk, path))
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.running.busy, timeout=PATIENCE)
    return dialog


def imported(dialog: ReceiveDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible(), timeout=PATIENCE)


def line(dialog: ReceiveDialog, beginning: str) -> Choice:
    return next(
        item
        for item in dialog.panel.model.items()
        if isinstance(item, Choice) and item.line.title.startswith(beginning)
    )


@pytest.fixture
def written(two: TwoOffices) -> Path:
    two.both_write()
    two.set_aside_by_anna(Change(AMAL, "learner", "-", "phone", "12 34 56 78"))
    return two.to_coordinator()


def test_both_values_stand_side_by_side_and_the_import_does_what_is_shown(
    two: TwoOffices, window_on: Open, written: Path, qtbot: QtBot
) -> None:
    window = window_on(two.karin)
    dialog = shown(window, written, qtbot)
    step = line(dialog, "Trin: evaluation").line
    assert (step.here, step.there, step.after) == ("17-11-2026", "19-11-2026", "filens, den er nyere")
    assert step.here_by.startswith("Karin") and step.there_by.startswith("Anna") and step.both
    week, note = line(dialog, "Uge 46").line, line(dialog, "Ugenotat").line
    assert week.there == "bekræftet som planlagt" and week.after == "tilføjes" and week.here == "–"
    assert note.there.startswith("„Amal tog selv imod") and note.keys == ()
    assert dialog.primary.text() == "Importér 3 ændringer"
    imported(dialog, qtbot)
    case = two.karin.case_file(AMAL)
    assert case is not None and case.steps[0].done_on == date(2026, 11, 19) and len(case.notes) == 1
    assert len(conflicts.unsettled(two.karin.store)) == 1 and len(held.waiting(two.karin.store)) == 1


def test_ours_is_kept_where_it_is_chosen_and_both_sides_agree_afterwards(
    two: TwoOffices, window_on: Open, written: Path, qtbot: QtBot
) -> None:
    window = window_on(two.karin)
    dialog = shown(window, written, qtbot)
    dialog.panel.list.go_to(line(dialog, "Trin: evaluation"))
    assert dialog.panel.decide.text() == "Behold vores"
    qtbot.keyClick(dialog.panel.list, Qt.Key.Key_Space)
    assert line(dialog, "Trin: evaluation").after == "din, som en ny rettelse"
    imported(dialog, qtbot)
    case = two.karin.case_file(AMAL)
    assert case is not None and case.steps[0].done_on == date(2026, 11, 17)
    exchange.receive(two.anna, exchange.open_file(two.anna, two.to_mentor()))
    theirs = two.anna.case_file(AMAL)
    assert theirs is not None and theirs.steps[0].done_on == date(2026, 11, 17)


def test_a_learner_can_be_left_out_and_the_file_is_not_read_then(
    two: TwoOffices, window_on: Open, written: Path, qtbot: QtBot
) -> None:
    window = window_on(two.karin)
    dialog = shown(window, written, qtbot)
    dialog.panel.list.go_to(dialog.panel.model.groups[0])
    qtbot.mouseClick(dialog.panel.decide, Qt.MouseButton.LeftButton)
    assert not dialog.primary.isEnabled() and dialog.panel.model.learners == ()
    qtbot.keyClick(dialog.panel.list, Qt.Key.Key_Space)
    assert dialog.primary.isEnabled() and dialog.panel.model.learners is None
    qtbot.keyClick(dialog.panel.list, Qt.Key.Key_Left)
    assert len(dialog.panel.model.items()) == 1
    dialog.reject()
    assert two.karin.store.staged is None


def test_what_was_saved_meanwhile_shows_the_file_again(
    two: TwoOffices, window_on: Open, written: Path, qtbot: QtBot
) -> None:
    window = window_on(two.karin)
    dialog = shown(window, written, qtbot)
    two.wait()
    mine = Step(AMAL, STEP.id, "e1", "evaluation", date(2026, 11, 17))
    two.karin.store.record(update(mine, Step(AMAL, STEP.id, "e1", "evaluation", date(2026, 11, 25))), "Trin")
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "igennem igen" in dialog.message(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not dialog.running.busy, timeout=PATIENCE)
    assert line(dialog, "Trin: evaluation").line.after == "din, den er nyere"
    imported(dialog, qtbot)
    case = two.karin.case_file(AMAL)
    assert case is not None and case.steps[0].done_on == date(2026, 11, 25)


def test_a_known_file_is_no_error(two: TwoOffices, window_on: Open, qtbot: QtBot) -> None:
    two.both_write()
    path, newer = two.to_coordinator(), two.to_coordinator()
    window = window_on(two.karin)
    imported(shown(window, path, qtbot), qtbot)
    dialog = shown(window, path, qtbot)
    assert "allerede læst ind" in dialog.message() and dialog.primary.text() == "Luk"
    imported(dialog, qtbot)
    dialog = shown(window, newer, qtbot)
    arrival = dialog.arrival
    assert arrival is not None
    qtbot.waitUntil(lambda: traffic.is_known(two.karin.store, arrival.head.file_id), timeout=PATIENCE)
    assert "intet nyt" in dialog.message() and dialog.primary.text() == "Luk", "and it counts as read"
    dialog.reject()


def test_a_clock_far_ahead_is_the_coordinators_to_decide(two: TwoOffices, window_on: Open, qtbot: QtBot) -> None:
    two.both_write()
    two.clock.now += 5 * 86_400_000
    path = two.to_coordinator()
    two.clock.now -= 5 * 86_400_000
    window = window_on(two.karin)
    dialog = shown(window, path, qtbot)
    assert "ure går forkert" in dialog.message() and dialog.anyway.isVisible() and not dialog.primary.isEnabled()
    qtbot.mouseClick(dialog.anyway, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.arrival is not None, timeout=PATIENCE)
    assert dialog.primary.isEnabled() and not dialog.anyway.isVisible()
    dialog.reject()


def test_who_would_go_is_named_and_must_be_confirmed(two: TwoOffices, window_on: Open, qtbot: QtBot) -> None:
    two.meet()
    erasure.erase(two.karin.store, AMAL)
    path = two.to_mentor()
    window = window_on(two.anna)
    dialog = shown(window, path, qtbot)
    told = " ".join(strip.accessibleName() for strip in dialog.panel.strips)
    assert "1 elev slettes overalt. Amal Idris Hamid" in told and not dialog.primary.isEnabled()
    dialog.panel.removals.setChecked(True)
    assert dialog.primary.isEnabled()
    imported(dialog, qtbot)
    assert two.anna.names() == []


def test_a_removal_is_named_too_and_can_be_undone(two: TwoOffices, window_on: Open, qtbot: QtBot) -> None:
    two.meet()
    two.karin.store.record(removal(Learner(AMAL, "-", "Amal Idris Hamid")), "Slet")
    two.wait()
    window = window_on(two.anna)
    dialog = shown(window, two.to_mentor(), qtbot)
    assert "1 elev fjernes. Amal Idris Hamid" in dialog.panel.strips[0].accessibleName()
    dialog.panel.removals.setChecked(True)
    imported(dialog, qtbot)
    assert two.anna.names() == []
    window.undo()
    qtbot.waitUntil(lambda: [name for _id, name in two.anna.names()] == ["Amal Idris Hamid"], timeout=PATIENCE)


def test_a_damaged_file_is_one_sentence_and_a_stranger_is_refused(
    two: TwoOffices, window_on: Open, written: Path, qtbot: QtBot
) -> None:
    written.write_bytes(written.read_bytes()[:-1] + b"x")
    window = window_on(two.karin)
    dialog = shown(window, written, qtbot)
    assert "beskadiget" in dialog.message() and not dialog.primary.isEnabled() and dialog.cancel.isVisible()
    dialog.reject()


def test_notes_after_the_hand_over_are_marked(two: TwoOffices, window_on: Open, qtbot: QtBot) -> None:
    from mentorapp.domain.access import Access

    two.meet()
    notes.add(two.anna.store, AMAL, "Skrevet til sidst.", TODAY)
    ended = Access(AMAL, "anna", date(2026, 1, 1), date(2026, 11, 20))
    two.karin.store.record(update(Access(AMAL, "anna", date(2026, 1, 1)), ended), "Overdragelse")
    window = window_on(two.karin)
    dialog = shown(window, two.to_coordinator(), qtbot)
    [group] = dialog.panel.model.groups
    assert group.planned.learner == AMAL != MARYAM and "efter overlevering" in group.count
    dialog.reject()
