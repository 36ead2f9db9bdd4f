"""Our window on an encrypted store with 1,000 learners, by raw key.

Prints ms from process start until the names are painted and searchable, ms until every figure is there, peak kB.
"""

import os
import sys
import time
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mentorapp.store.database import Store
from mentorapp.store.profile import Profile
from mentorapp.store.session import Session
from mentorapp.ui import style
from mentorapp.ui.desk import Desk
from mentorapp.ui.main_window import MainWindow
from mentorapp.ui.preferences import Preferences
from tests.bench.memory import peak_kb

started = float(os.environ["STARTED"])
folder = Path(sys.argv[1])
app = QApplication(sys.argv[:1])
preferences = Preferences(folder)
preferences.place = "learners"
style.apply(app, preferences.theme, preferences.text_scale)
store = Store(folder, bytes(range(32)), lambda: time.time_ns() // 1_000_000)
session = Session(Profile(folder), store, lambda: date(2026, 11, 22))
with style.undressed(app):
    window = MainWindow(Desk(session, preferences))
window.resize(1366, 768)
window.show()
times: list[float] = []


def named() -> None:
    app.processEvents()
    window.learners.search.setText("Elev 0999")
    assert len(window.learners.entries()) == 1
    window.learners.search.clear()
    assert window.learners.model.rowCount() == 1000
    times.append((time.time() - started) * 1000)
    finish()


def finish() -> None:
    if not window.desk.book.complete:
        QTimer.singleShot(5, finish)
        return
    window.learners.repaint()
    times.append((time.time() - started) * 1000)
    print(*times, peak_kb())
    window.close()
    app.quit()


QTimer.singleShot(0, named)
app.exec()
