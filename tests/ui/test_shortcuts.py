"""Every key of the program is in the one table, is made from it, and is shown by F1."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

import mentorapp.ui
from mentorapp import i18n
from mentorapp.ui import shortcuts
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.keys_dialog import KeysDialog
from mentorapp.ui.main_window import MainWindow

UI = Path(mentorapp.ui.__file__).parent
OWN_TABLE = {"shortcuts.py", "dialogs/report/page_keys.py"}
"""The table itself, and the keys of windows that show pages, which are those each platform has for them."""


def sources() -> dict[str, str]:
    return {path.relative_to(UI).as_posix(): path.read_text("utf-8") for path in UI.rglob("*.py")}


def bound() -> set[str]:
    """Names given to `bind`, as they stand in the source."""
    names = set()
    for text in sources().values():
        names |= set(re.findall(r'\bshortcuts\.bind\([^"()]*"(\w+)"', text))
    return names


def test_keys_are_made_only_from_the_table() -> None:
    makers = {name for name, text in sources().items() if "QShortcut(" in text}
    assert makers == OWN_TABLE


def test_every_key_of_the_table_is_bound_and_nothing_else() -> None:
    table = shortcuts.table()
    ours = {key.name for key in table if not key.own} - {"place"}
    assert bound() == ours


def test_names_are_unique_and_keys_are_unique_in_their_place() -> None:
    table = shortcuts.table()
    assert len({key.name for key in table}) == len(table)
    everywhere = {written for key in table if key.where == "Overalt" for written in key.keys}
    for key in table:
        assert all(not QKeySequence(written).isEmpty() for written in key.keys), key
        if key.where != "Overalt":
            assert not everywhere & set(key.keys), key
    counted = Counter((key.where, written) for key in table for written in key.keys)
    assert max(counted.values()) == 1


def test_f1_shows_them_all(desk: Desk, qtbot: QtBot) -> None:
    window = MainWindow(desk)
    qtbot.addWidget(window)
    dialog = KeysDialog(window)
    assert [does for _keys, does in dialog.said] == [key.does for key in shortcuts.table()]
    assert ("Ctrl+Skift+N", "Ny elev") in dialog.said and ("← eller →", "En uge tilbage eller frem") in dialog.said
    assert dialog.said[1][0] == "Ctrl+1 … Ctrl+5"
    window.close()


def test_the_list_follows_the_language() -> None:
    danish = [key.does for key in shortcuts.table()]
    i18n.use("en")
    assert all(
        danish_one != english for danish_one, english in zip(danish, [k.does for k in shortcuts.table()], strict=True)
    )
