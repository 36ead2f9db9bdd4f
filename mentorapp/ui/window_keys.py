"""The keys that work everywhere in the window; what they do is imported when they are first pressed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mentorapp.ui import shortcuts

if TYPE_CHECKING:
    from mentorapp.ui.main_window import MainWindow

PLACES = ("today", "learners", "board", "settings")
"""The places of the rail by their number."""


def bind(window: MainWindow) -> None:
    """Give the window its keys."""
    for number, place in enumerate(PLACES, start=1):
        shortcuts.bind_one(window, f"Ctrl+{number}", partial(window.go, place))
    shortcuts.bind(window, "find", lambda: find(window))
    shortcuts.bind(window, "note", lambda: window.desk.note_wanted.emit(None))
    shortcuts.bind(window, "new_learner", window.new_learner)
    shortcuts.bind(window, "import", lambda: window.import_list(None))
    shortcuts.bind(window, "undo", window.undo)
    shortcuts.bind(window, "keys", lambda: show_keys(window))


def find(window: MainWindow) -> None:
    """Find anything, and go there."""
    from mentorapp.ui.find import finding

    finding.open_over(window)


def show_keys(window: MainWindow) -> None:
    """List every key."""
    from mentorapp.ui.dialogs.keys_dialog import KeysDialog

    KeysDialog(window).open()
