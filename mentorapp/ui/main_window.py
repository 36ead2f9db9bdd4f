"""The window: the rail, the pages, the keys that work everywhere, and the dialogs pages ask for."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QWidget

from mentorapp import i18n
from mentorapp.i18n import _
from mentorapp.ui import style, window_keys, window_rail
from mentorapp.ui.desk import Desk
from mentorapp.ui.exchange.exchange_count import ExchangeCount
from mentorapp.ui.page_stack import PageStack
from mentorapp.ui.status_words import needs_action_now

if TYPE_CHECKING:
    from mentorapp.store.record import Action
    from mentorapp.ui.learner.learner_page import LearnerPage
    from mentorapp.ui.pages.learners_page import LearnersPage
    from mentorapp.ui.parts.notice import Notice

KEPT_PLACES = ("today", "learners", "board", "exchange")
"""Places the program opens at again; a learner's page is not shown before somebody asks for it."""


class MainWindow(QMainWindow):
    """One window on one profile."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        self.setWindowTitle("Mentorapp")
        self.setAcceptDrops(True)
        self.setMinimumSize(960, 600)
        self.resize(1366, 768)
        geometry = desk.preferences.state("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        self._build()
        self._connect()
        window_keys.bind(self)
        self.go(desk.preferences.place if desk.preferences.place in KEPT_PLACES else "today")
        self._minute = QTimer(self, interval=60_000)
        self._minute.timeout.connect(desk.book.midnight)
        self._minute.start()
        desk.book.load()

    def _build(self) -> None:
        """Rail and pages, made anew when the language changes."""
        desk = self.desk
        self.rail = window_rail.make(desk.session.store)
        self.stack = PageStack(desk)
        self.rail.chosen.connect(self.go)
        self.rail.lock_pressed.connect(desk.lock_wanted)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        self._notice: Notice | None = None
        self._told_of: Action | None = None
        self.setCentralWidget(body)
        self._count()

    def _connect(self) -> None:
        desk = self.desk
        desk.learner_wanted.connect(self.open_learner)
        desk.row_wanted.connect(self.open_row)
        desk.note_wanted.connect(self.write_note)
        desk.import_wanted.connect(self.import_list)
        desk.file_wanted.connect(self.open_file)
        desk.report_wanted.connect(self.preview_report)
        desk.why_wanted.connect(lambda learner, figure: window_keys.show_why(self, learner, figure))
        desk.statement_wanted.connect(lambda learner: self.preview_report(learner, "month"))
        desk.sheet_wanted.connect(lambda learner: self.preview_report(learner, "sheet"))
        desk.learner_form_wanted.connect(self.new_learner)
        desk.place_wanted.connect(self.go)
        desk.said.connect(self.say)
        desk.done_of.connect(self.say_of)
        desk.failed.connect(self.complain)
        # queued: the control that was pressed lives on the page that is about to be rebuilt
        desk.look_changed.connect(self.look_again, Qt.ConnectionType.QueuedConnection)
        desk.book.updated.connect(self._count)
        desk.book.changed.connect(self._saved)
        ExchangeCount(desk, self)

    # No event filter on the application: Qt would wrap every event for Python, and load all its classes to do so.
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Control:
            self.rail.show_keys(True)
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Control:
            self.rail.show_keys(False)
        super().keyReleaseEvent(event)

    def go(self, place: str) -> None:
        """Show a page of the rail."""
        self._flush()
        self.rail.set_current(place)
        page = self.stack.page(place)
        self.stack.setCurrentWidget(page)
        if self.rail.isAncestorOf(self.focusWidget() or self):
            return
        # who came by a key goes on by keys: the page's own first control has them now
        page.setFocus()

    @property
    def learner(self) -> LearnerPage:
        """The page of one learner."""
        return cast("LearnerPage", self.stack.page("learner"))

    @property
    def learners(self) -> LearnersPage:
        """The page of all learners."""
        return cast("LearnersPage", self.stack.page("learners"))

    def _flush(self) -> None:
        """Make a note of what is being typed."""
        if self.stack.made("learner"):
            self.learner.flush()

    def open_learner(self, learner: bytes, tab: str = "") -> None:
        """Show a learner's page."""
        self.rail.set_current("learners")
        # shown first: only what is seen can take the keyboard
        self.stack.setCurrentWidget(self.learner)
        self.learner.show_learner(learner, tab)
        if tab not in ("", "notes") and self.learner.learner == learner:
            self.learner.tabs.setFocus()

    def open_row(self, learner: bytes, tab: str, row: str) -> None:
        """Show a row of a learner's page: a note, a course or a meeting."""
        self.open_learner(learner)
        self.learner.show_row(tab, row)

    def write_note(self, learner: bytes | None) -> None:
        """Write a note: about the learner on screen, else ask about whom."""
        if learner is None and self.stack.shown == "learner":
            learner = self.learner.learner
        if learner is None:
            from mentorapp.ui.dialogs.choose_learner import ChooseLearner

            learner = ChooseLearner.ask(self, self.desk)
        if learner is not None:
            self.open_learner(learner, "notes")

    def undo(self) -> None:
        """Take back the last action and say which; the window goes on while a large import is taken back."""
        self.undo_of(None)

    def undo_of(self, action: Action | None) -> None:
        """Take back one action, or the last."""
        self.desk.run(self, lambda: self.desk.session.store.undo(action), self._undone)

    def _undone(self, action: Action | None) -> None:
        self.say(_("Fortrudt: {what}").format(what=action.label) if action else _("Der er ikke mere at fortryde."))
        self.desk.exchange_changed.emit()

    def import_list(self, path: Path | None) -> None:
        """Preview a list and import it."""
        from mentorapp.ui.dialogs.import_dialog import ImportDialog

        ImportDialog.ask(self, self.desk, path)

    def open_file(self, path: Path | None) -> None:
        """Open a partner's file, an invitation, a reply or a list; None asks which."""
        from mentorapp.ui import opening_files

        opening_files.open_path(self, path)

    def preview_report(self, learner: bytes, kind: str = "progress") -> None:
        """Preview a learner's progress report, the monthly statement (`month`) or the month sheet (`sheet`)."""
        from mentorapp.ui.dialogs.report_preview import ReportPreview

        ReportPreview.show_for(self, self.desk, learner, kind)

    def new_learner(self) -> None:
        """Make a learner by hand and open the page."""
        from mentorapp.ui.learner.learner_form import LearnerForm

        learner = LearnerForm.ask(self, self.desk)
        if learner is not None:
            self.open_learner(learner)

    @property
    def notice(self) -> Notice:
        """The line over the foot of the page, made when it first has something to say."""
        if self._notice is None:
            from mentorapp.ui.parts.notice import Notice

            self._notice = Notice(self.stack)
            self._notice.undo_pressed.connect(lambda: self.undo_of(self._told_of))
        return self._notice

    def say(self, text: str) -> None:
        """Say what was done."""
        self.notice.say(text)

    def say_of(self, text: str, action: Action | None) -> None:
        """Say what a large action did; it can be taken back from the same line."""
        self._told_of = action
        self.notice.say(text, undoable=action is not None)

    def complain(self, text: str) -> None:
        """Say what could not be done."""
        self.notice.fail(text)

    def look_again(self) -> None:
        """Put on the theme, text size and language that were chosen."""
        preferences = self.desk.preferences
        style.apply(self._application, preferences.theme, preferences.text_scale)
        if i18n.language() != preferences.language:
            i18n.use(preferences.language)
            style.load_qt_texts(self._application, i18n.language())
            self._flush()
            self._build()
            self.go("settings")
            self.desk.book.load()
        preferences.save()

    def _saved(self, _changed: object) -> None:
        now = datetime.now().astimezone()
        self.rail.set_saved(_("Gemt kl. {time}").format(time=now.strftime("%H.%M")))

    def _count(self, *_told: object) -> None:
        urgent = sum(needs_action_now(entry) for entry in self.desk.book.entries.values())
        self.rail.set_count("today", urgent, "danger")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from mentorapp.ui import opening_files

        if any(
            url.isLocalFile() and opening_files.is_known(Path(url.toLocalFile())) for url in event.mimeData().urls()
        ):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            self.open_file(Path(url.toLocalFile()))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._flush()
        self.desk.preferences.place = self.stack.shown
        self.desk.preferences.set_state("geometry", self.saveGeometry())
        self.desk.preferences.save()
        QThreadPool.globalInstance().waitForDone(5_000)
        super().closeEvent(event)
