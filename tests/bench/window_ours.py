"""Our window on 1,000 learners with their figures, gone about in as a user would.

Prints ms of the slowest first visit of a page, of the slowest later one, of the slowest first learner's tab, of the
median and the slowest change of learner, and the kB held after every page. A change takes until its page is painted.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from mentorapp.store.database import Store
from mentorapp.store.profile import Profile
from mentorapp.store.session import Session
from mentorapp.ui import style
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.learner_tabs import KEYS
from mentorapp.ui.main_window import MainWindow
from mentorapp.ui.preferences import Preferences
from mentorapp.ui.window_keys import PLACES
from tests.bench.memory import held_kb

ROUNDS = 5
LEARNERS = 25

folder = Path(sys.argv[1])
app = QApplication(sys.argv[:1])
preferences = Preferences(folder)
style.apply(app, preferences.theme, preferences.text_scale)
store = Store(folder, bytes(range(32)), lambda: time.time_ns() // 1_000_000)
session = Session(Profile(folder), store, lambda: date(2026, 11, 22))
window = MainWindow(Desk(session, preferences))
window.resize(1366, 768)
window.show()


class Painted(QObject):
    """Notes that a widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def settle() -> None:
    """Let the window come to rest."""
    until = time.perf_counter() + 0.25
    while time.perf_counter() < until or not window.desk.book.complete:
        app.processEvents()
        # as the program's own loop does
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def taken(change: Callable[[], object], shown: Callable[[], QWidget]) -> float:
    """Milliseconds from a change until what is shown then has been painted."""
    settle()
    painted = Painted()
    begun = time.perf_counter()
    change()
    widget = shown()
    widget.installEventFilter(painted)
    widget.update()
    while not painted.seen:
        app.processEvents()
    ms = (time.perf_counter() - begun) * 1000
    widget.removeEventFilter(painted)
    return ms


def page() -> QWidget:
    shown = window.stack.currentWidget()
    assert shown is not None
    return shown


learners = [learner for learner, _name in session.names()][:LEARNERS]
first, later = {}, {}
for place in PLACES:
    first[place] = taken(partial(window.go, place), page)
for place in PLACES:
    rounds = []
    for _ in range(ROUNDS):
        window.go("settings" if place != "settings" else "today")
        rounds.append(taken(partial(window.go, place), page))
    later[place] = statistics.median(rounds)
tabs = {key: taken(partial(window.open_learner, learners[0], key), page) for key in KEYS}
window.open_learner(learners[0], "course")
changes = [taken(partial(window.open_learner, who), page) for who in learners[1:]]
settle()
print(f"first {first}\nlater {later}\ntabs {tabs}", file=sys.stderr)
print(max(first.values()), max(later.values()), max(tabs.values()), statistics.median(changes), max(changes), held_kb())
window.close()
