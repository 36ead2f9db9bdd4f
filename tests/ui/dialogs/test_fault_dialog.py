"""A fault of the program: told once, with a report that gives nobody away."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mentorapp.errors import UserError
from mentorapp.store.database import DATABASE_FILE, Store
from mentorapp.ui.dialogs import fault_dialog
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.fault_dialog import FaultDialog
from mentorapp.ui.dialogs.fault_report import MOST_FRAMES, report


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    fault_dialog.install()
    yield
    for dialog in shown():
        dialog.reject()


def shown(kind: type[Dialog] = Dialog) -> list[Dialog]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]


def caught(store: Store) -> Exception:
    name = "Maryam Ahmadi"
    try:
        try:
            dict[str, int]()[name]
        except KeyError as fault:
            store.record([name], f"Elev {name}")  # type: ignore[list-item]
            raise AssertionError("not refused") from fault
    except Exception as fault:
        return fault
    raise AssertionError("unreachable")


def test_the_report_says_where_and_of_what_kind_but_never_what(store: Store, tmp_path: Path) -> None:
    told = report(caught(store))
    assert "builtins.AttributeError" in told and "builtins.KeyError" in told
    assert "mentorapp/store/database.py:" in told and "record" in told
    for secret in ("Maryam", "Ahmadi", "Elev ", "'str'", str(tmp_path), str(Path.home()), str(Path(__file__).parent)):
        assert secret not in told


def test_a_report_of_an_endless_recursion_is_short() -> None:
    def deeper() -> None:
        deeper()

    with pytest.raises(RecursionError) as fault:
        deeper()
    assert len(report(fault.value).splitlines()) < MOST_FRAMES + 5


def test_a_fault_nobody_caught_is_shown_once_and_can_be_copied(installed: None, qtbot, capsys) -> None:
    with qtbot.captureExceptions():
        fault_dialog.install()  # pytest-qt takes the hook while it captures
        for _time in range(3):
            QTimer.singleShot(0, fail)
        qtbot.waitUntil(lambda: bool(shown(FaultDialog)))
        qtbot.wait(50)
    assert len(shown(FaultDialog)) == 1
    dialog = shown(FaultDialog)[0]
    dialog.primary.click()
    copied = QApplication.clipboard().text()
    assert "ZeroDivisionError" in copied and "hemmeligt" not in copied
    assert dialog.isVisible() and dialog._safe.text() == "Rapporten er kopieret."
    assert "hemmeligt" not in capsys.readouterr().err
    dialog.reject()
    assert not shown()


def test_a_known_fault_nobody_caught_is_only_a_sentence(installed: None, qtbot) -> None:
    sys.excepthook(UserError, UserError("Disken er fuld. Intet er ændret. Skaf plads."), None)
    qtbot.waitUntil(lambda: bool(shown()))
    (dialog,) = shown()
    assert not isinstance(dialog, FaultDialog)
    assert dialog.message() == "Disken er fuld. Intet er ændret. Skaf plads."


def test_a_fault_of_the_machine_while_reading_is_a_sentence_too(installed: None, qtbot, store: Store) -> None:
    store.close()
    (store.folder / DATABASE_FILE).write_bytes(b"x" * 8192)
    with pytest.raises(sqlcipher3.DatabaseError) as read:
        connection = sqlcipher3.connect(str(store.folder / DATABASE_FILE))
        connection.execute("SELECT * FROM cell")
    connection.close()
    sys.excepthook(type(read.value), read.value, None)
    qtbot.waitUntil(lambda: bool(shown()))
    (dialog,) = shown()
    assert not isinstance(dialog, FaultDialog) and "beskadiget" in dialog.message()


def fail() -> None:
    hemmeligt = 0
    raise ZeroDivisionError(f"hemmeligt {1 / hemmeligt}")
