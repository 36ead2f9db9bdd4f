"""Opens the field over a window, and goes where the chosen answer leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from mentorapp.ui.find.actions import actions
from mentorapp.ui.find.answers import Answer
from mentorapp.ui.find.find_dialog import FindDialog

if TYPE_CHECKING:
    from mentorapp.ui.main_window import MainWindow


def open_over(window: MainWindow) -> FindDialog:
    """Ask in a dialog over `window`."""
    dialog = FindDialog(window, window.desk, actions(window))
    # later, by the window's own clock: an action may open a dialog, and this one is gone by then
    dialog.found.connect(lambda answer: QTimer.singleShot(0, window, lambda: go_to(window, answer)))
    dialog.open()
    return dialog


def go_to(window: MainWindow, answer: Answer) -> None:
    """An action is done, a workplace shows its learners, anything else leads to its row on a learner's page."""
    if answer.run is not None:
        answer.run()
    elif answer.learner is None:
        window.go("learners")
        window.learners.show_site(answer.row)
    else:
        window.open_row(answer.learner, answer.tab, answer.row)
