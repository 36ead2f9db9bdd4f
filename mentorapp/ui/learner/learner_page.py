"""One learner's page: head, tabs, and what follows when something is saved here or elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, SignalInstance
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.change import SHARED
from mentorapp.domain.note import leaves
from mentorapp.i18n import _
from mentorapp.store.database import Changed
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.learner_tabs import KEYS, LearnerTabs
from mentorapp.ui.learner.named_tabs import NamedTabs
from mentorapp.ui.parts.chip import State
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.tabs import Tabs
from mentorapp.ui.status_words import state_of
from mentorapp.ui.theme import current

if TYPE_CHECKING:
    from mentorapp.ui.learner.course.course_tab import CourseTab
    from mentorapp.ui.learner.learner_head import LearnerHead
    from mentorapp.ui.learner.tab_page import TabPage


class LearnerPage(NamedTabs, QWidget):
    """Show a learner with `show_learner`; call `flush` before the window closes.

    Nothing of it is made before a learner is opened, and no tab before it is asked for: the list comes first.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._book = desk, desk.book
        self.learner: bytes | None = None
        self._opened: Opened | None = None
        self.head: LearnerHead
        self.tabs: Tabs
        self._book.changed.connect(self._follow)
        self._book.updated.connect(self._figures_follow)

    def show_learner(self, learner: bytes, tab: str = "") -> None:
        """Show a learner, at a tab by its key (of `KEYS`); `notes` is to write one."""
        self.flush()
        opened = self._book.open(learner)
        if opened is None:
            self._desk.said.emit(_("Eleven er ikke længere på listen."))
            # when the window is done with showing this page
            QTimer.singleShot(0, self, lambda: self._desk.place_wanted.emit("learners"))
            return
        if not hasattr(self, "head"):
            self._build()
        another = learner != self.learner
        self.learner = learner
        self._show(opened, afresh=another)
        if another or tab:
            self._go(tab if tab in KEYS else "course")
        if another and not tab:
            self.course.weeks.strip.setFocus()
        if another and tab != "notes":
            from mentorapp.ui.learner.notes.note_draft import waiting

            if draft := waiting(self._desk.session.store, learner, opened.case.notes):
                self._desk.said.emit(draft)

    def show_row(self, tab: str, row: str) -> None:
        """Go to a tab and point at a row of it: a note, a course or a meeting."""
        if self.learner is None or tab not in KEYS:
            return
        self.tabs.setCurrentIndex(KEYS.index(tab))
        self._turn(tab)
        if tab == "notes":
            self.notes.list.reveal(row)
        elif tab == "schooling":
            self.schooling.table.choose(row)
            self.schooling.table.setFocus()
        elif tab == "meetings":
            self.meetings.choose(row)

    def write_note(self) -> None:
        """Go to the notes with the cursor where one writes."""
        if self.learner is not None:
            self._go("notes")

    def flush(self) -> None:
        """Save what is typed: before another learner, another page, or the end."""
        if self._opened is not None:
            for tab in self._tabs.showing():
                tab.leave()

    def _build(self) -> None:
        from mentorapp.ui.exchange.read_only_strip import ReadOnlyStrip
        from mentorapp.ui.learner.learner_head import LearnerHead

        self.head = LearnerHead()
        first = [_("Forløb"), _("Kurser"), _("Fremmøde"), _("Noter")]
        self.tabs = Tabs([*first, _("Mål og samtaler"), _("Papirer"), _("Oplysninger")])
        self.tabs.setAccessibleName(_("Dele af elevens side"))
        self._tabs = LearnerTabs(self._desk)
        self._tab_row = QVBoxLayout()
        self._tab_row.addWidget(self.tabs)
        self._read_only = ReadOnlyStrip(self._desk)
        self._tab_row.addWidget(self._read_only)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addLayout(self._tab_row)
        page.addWidget(self._tabs, 1)
        self.tabs.currentChanged.connect(lambda place: self._turn(KEYS[place]))
        self.head.back.connect(lambda: self._desk.place_wanted.emit("learners"))
        self.head.print_wanted.connect(lambda: self._ask_for(self._desk.report_wanted))
        self.head.statement_wanted.connect(lambda: self._ask_for(self._desk.statement_wanted))
        self.head.sheet_wanted.connect(lambda: self._ask_for(self._desk.sheet_wanted))
        self.head.note_wanted.connect(self.write_note)
        self.course.tab_wanted.connect(self._go)
        for asking in (self.head, self._tabs):
            asking.figure_wanted.connect(self._explain)
        self._tabs.minutes_wanted.connect(self._write_minutes)
        self._tabs.note_wanted.connect(lambda note: self.show_row("notes", note))
        measured(self, self._measure)

    def _go(self, key: str) -> None:
        self.tabs.setCurrentIndex(KEYS.index(key))
        self._turn(key)
        if key == "notes":
            self.notes.editor.begin()

    def _turn(self, key: str) -> None:
        left, shown = self._tabs.currentWidget(), self._tabs.tab(key)
        if key == "course":
            self._show_figures()
        if left is not None and left is not shown and left.isAncestorOf(self.focusWidget()):
            self.tabs.setFocus()  # else Qt gives the keyboard of what is hidden to the rail
        self._tabs.setCurrentWidget(shown)
        if left is not shown and left in self._tabs.showing() and self._opened is not None:
            left.leave()

    def _write_minutes(self, about: str) -> None:
        self._go("notes")
        self.notes.editor.begin_about(about)

    def _ask_for(self, wanted: SignalInstance) -> None:
        """Ask the window for something about the learner, once what is typed is saved."""
        self.flush()
        if self.learner is not None:
            wanted.emit(self.learner)

    def in_hand(self) -> tuple[bytes | None, str]:
        """Whose figures are on screen, and which of them the tab is most about."""
        return self.learner, cast("TabPage", self._tabs.currentWidget()).FIGURE if self.learner else ""

    def _explain(self, figure: str) -> None:
        if self.learner is not None:
            self._desk.why_wanted.emit(self.learner, figure)

    # What follows a save

    def _show(self, opened: Opened, afresh: bool) -> None:
        self._opened = opened
        self.head.show_case(opened)
        self._read_only.show_learner(opened.case.learner.learner)
        self._tabs.show_case(opened, afresh)
        self.tabs.set_count(KEYS.index("notes"), len(leaves(opened.case.notes)) or None)
        self._show_figures()

    def _show_figures(self) -> None:
        entry = self._book.entries.get(self.learner) if self.learner else None
        self.head.show_state(state_of(entry) if entry else State("", "neutral"))
        course = self._tabs.showing_tab("course")
        if course is not None:
            cast("CourseTab", course).show_entry(entry)

    def _follow(self, changed: Changed) -> None:
        """Something was saved: read again what it touched, and leave what is being typed alone."""
        if self.learner is None or not changed.learners & {self.learner, SHARED}:
            return
        opened = self._book.open(self.learner)
        if opened is not None:
            self._show(opened, afresh=False)
            return
        name = self._opened.case.learner.name if self._opened else ""
        self.learner, self._opened = None, None
        self._tabs.let_go()
        self._desk.said.emit(_("{name} er ikke længere på listen.").format(name=name))
        if self.isVisible():
            self._desk.place_wanted.emit("learners")

    def _figures_follow(self, learners: frozenset[bytes]) -> None:
        """Status and alerts are worked out in the background; at midnight the whole page changes with them."""
        if self.learner is None or self.learner not in learners:
            return
        opened = self._book.open(self.learner)
        if opened is not None and opened is not self._opened:
            self._show(opened, afresh=False)
        else:
            self._show_figures()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # as key events, so that a window that binds the same keys goes first and nothing is ambiguous
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_N:
            self.write_note()
        elif control and event.key() == Qt.Key.Key_P:
            self._ask_for(self._desk.report_wanted)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        # when a window is destroyed, Python may have taken its parts away before Qt hides it
        if not event.spontaneous() and getattr(self, "_opened", None) is not None:
            self.flush()
        super().hideEvent(event)

    def _measure(self) -> None:
        theme = current()
        above = theme.size("content_top_tabs") - theme.space("panel_gap") - theme.size("tabs") - theme.size("page_head")
        self._tab_row.setContentsMargins(theme.space("page"), above, theme.space("page"), 0)
