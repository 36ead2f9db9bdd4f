"""The keys that work everywhere in the window; what they do is imported when they are first pressed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mentorapp.i18n import _
from mentorapp.ui import shortcuts

if TYPE_CHECKING:
    from mentorapp.ui.main_window import MainWindow

PLACES = ("today", "learners", "board", "exchange", "settings")
"""The places of the rail by their number."""


def bind(window: MainWindow) -> None:
    """Give the window its keys."""
    for number, place in enumerate(PLACES, start=1):
        shortcuts.bind_one(window, f"Ctrl+{number}", partial(window.go, place))
    shortcuts.bind(window, "find", lambda: find(window))
    shortcuts.bind(window, "note", lambda: window.desk.note_wanted.emit(None))
    shortcuts.bind(window, "new_learner", window.new_learner)
    shortcuts.bind(window, "import", lambda: open_something(window))
    shortcuts.bind(window, "undo", window.undo)
    shortcuts.bind(window, "why", lambda: why(window))
    shortcuts.bind(window, "keys", lambda: show_keys(window))


def open_something(window: MainWindow) -> None:
    """A list, or on the page of exchange a partner's file."""
    if window.stack.shown == "exchange":
        window.open_file(None)
    else:
        window.import_list(None)


def find(window: MainWindow) -> None:
    """Find anything, and go there."""
    from mentorapp.ui.find import finding

    finding.open_over(window)


def show_keys(window: MainWindow) -> None:
    """List every key."""
    from mentorapp.ui.dialogs.keys_dialog import KeysDialog

    KeysDialog(window).open()


def why(window: MainWindow) -> None:
    """Show where the figures in hand come from: of the learner on the page or in the chosen row, else ask whose."""
    page = window.stack.currentWidget()
    asked = getattr(page, "in_hand", None)
    learner, figure = asked() if asked else (None, "")
    if learner is None:
        from mentorapp.ui.dialogs.choose_learner import ChooseLearner

        learner = ChooseLearner.ask(window, window.desk, _("Hvis beregning?"), _("Vis beregningen"), "scale")
    if learner is not None:
        show_why(window, learner, figure)


def show_why(window: MainWindow, learner: bytes, figure: str) -> None:
    """Show where a learner's figures come from, beginning with `figure`."""
    opened = window.desk.book.open(learner)
    if opened is None:
        window.complain(_("Eleven er ikke længere på listen."))
    elif opened.ledger is None:
        window.say(_("{name} har intet forløb endnu, så der er ingen tal.").format(name=opened.case.learner.name))
    else:
        from mentorapp.ui.why.why_dialog import WhyDialog

        WhyDialog(window, opened.case, opened.ledger, figure).open()
