"""Kurser: the schooling of the course in a table, what it sums to, and the buttons that change it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.change import removal
from mentorapp.domain.schooling import Schooling
from mentorapp.i18n import _
from mentorapp.sentences import school_type
from mentorapp.store.tables import BY_TABLE
from mentorapp.ui import shortcuts
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.schooling.day_one_notice import DayOneNotice
from mentorapp.ui.learner.schooling.plan_line import PlanLine
from mentorapp.ui.learner.schooling.school_line import SchoolLine, lines, sums
from mentorapp.ui.learner.schooling.schooling_form import SchoolingForm
from mentorapp.ui.learner.schooling.schooling_table import SIDE, SchoolingTable
from mentorapp.ui.learner.tab_page import TabPage
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.figure_button import FigureButton
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.panel import Panel
from mentorapp.ui.parts.save_menu import SaveMenu
from mentorapp.ui.theme import current


class SchoolingTab(TabPage):
    """What the law counts is marked; the rest is recorded and says that it does not count."""

    FIGURE = "counted_hours"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._opened: Opened | None = None
        self._lines: list[SchoolLine] | None = None
        self.new = Button(_("Nyt kursus"), icon="plus", size="small")
        self.edit = Button(_("Ret"), size="small")
        self.delete = Button(_("Slet"), "danger", size="small")
        self.new.clicked.connect(lambda: self.write(None))
        self.delete.clicked.connect(self.remove)
        buttons = QWidget()
        self._buttons = QHBoxLayout(buttons)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self.keep = SaveMenu(self.save_table, self.save_calendar, size="small")
        for button in (self.delete, self.edit, self.new):
            self._buttons.addWidget(button)
        shortcuts.bind(self, "course_out", self.save_table, inside=True)
        self.table = SchoolingTable(desk.preferences)
        self.edit.clicked.connect(lambda: self.write(self.table.chosen()))
        self.table.edit_wanted.connect(lambda: self.write(self.table.chosen()))
        self.table.delete_wanted.connect(self.remove)
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._enable())
        self.sums = FigureButton("", "school_hours", "strong")
        self.sums.wanted.connect(self.figure_wanted)
        self.none = Label("", tone="muted", wrap=True)
        self.bring = Button(_("Importér skoleplan"), icon="download", size="small")
        self.bring.clicked.connect(lambda: desk.ask_import())
        self._panel = Panel(_("Kurser og moduler"), overhang=SIDE)
        self._panel.set_aside(buttons)
        self.plan = PlanLine()
        self.why = Button(_("Vis beregningen"), "text", key_hint="Ctrl+B", size="small")
        self.why.clicked.connect(lambda: self.figure_wanted.emit("forecast_school_weeks"))
        self._inside = QVBoxLayout()
        for widget in (self.sums, self.plan, self.none):
            self._inside.addWidget(widget)
        self._inside.addWidget(self.why, 0, Qt.AlignmentFlag.AlignLeft)
        self._inside.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        self._inside.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignLeft)
        self._panel.body.addWidget(self.table)
        self._panel.body.addLayout(self._inside)
        self._page = QVBoxLayout(self.ground())
        self.day_one = DayOneNotice()
        self.day_one.figure_wanted.connect(self.figure_wanted)
        self._page.addWidget(self.day_one)
        self._page.addWidget(self._panel)
        self._page.addStretch(1)
        self.follow_measure()

    def measure(self, stacked: bool) -> None:
        theme = current()
        self._page.setContentsMargins(*self.margins())
        self._page.setSpacing(theme.space("panel_gap"))
        self._inside.setContentsMargins(theme.px(SIDE), theme.px(4), theme.px(SIDE), 0)
        self._inside.setSpacing(theme.space("grid"))
        self._buttons.setSpacing(theme.space("grid"))

    def show_case(self, opened: Opened, afresh: bool) -> None:
        self._opened = opened
        found = lines(opened)
        if found != self._lines or afresh:
            self._lines = found
            if afresh:
                self.table.clearSelection()
            self.table.show_lines(found)
        self.table.setVisible(bool(found))
        self.keep.setVisible(bool(found))
        self.sums.setVisible(bool(found))
        self.sums.say(sums(opened.ledger) if opened.ledger else "")
        self.plan.show_case(opened)
        self.why.setVisible(bool(found) and opened.ledger is not None)
        self.day_one.show_case(opened)
        self.none.setVisible(not found)
        self.bring.setVisible(not found)
        self.none.setText(
            _("Ingen kurser endnu. Skriv det første ind, eller importér skoleplanen.")
            if opened.case.enrolment
            else _("Skriv først forløbets startdato under Oplysninger; så er der et forløb at lægge kurser i.")
        )
        self._enable()

    def write(self, row: Schooling | None) -> None:
        """Write a new course, or put one right."""
        enrolment = self._opened.case.enrolment if self._opened else None
        if enrolment is None:
            return
        form = SchoolingForm(self, self._desk, enrolment, row)
        form.exec()
        if form.saved_id:
            self.table.choose(form.saved_id)
            self.table.setFocus()
        form.deleteLater()

    def remove(self) -> None:
        """Take the chosen course away; it can be brought back."""
        row = self.table.chosen()
        if row is None or not self._may_write():
            return
        title = row.title or school_type(row.type)
        with self._desk.catching():
            self._desk.session.store.record(removal(row), _("Slet kursus: {title}").format(title=title))
            self._desk.said.emit(_("{title} er slettet. Ctrl+Z henter det tilbage.").format(title=title))

    def save_table(self) -> None:
        """Save the courses shown as a spreadsheet."""
        from mentorapp.ui import sheet_out
        from mentorapp.ui.learner.schooling.school_sheet import parts

        if self._opened is not None and self._lines:
            sheet_out.save(self, self._desk, self.table, parts(), _("Kurser"), "kurser")

    def save_calendar(self) -> None:
        """Save the learner's school days as a calendar file."""
        from mentorapp.ui.dialogs.calendar_dialog import CalendarDialog

        if self._opened is not None and self._lines:
            CalendarDialog(self, self._desk, [self._opened.case.learner.learner]).open()

    def _may_write(self) -> bool:
        return self._desk.session.store.role in BY_TABLE[Schooling.TABLE].writers

    def _enable(self) -> None:
        may = self._may_write()
        begun = self._opened is not None and self._opened.case.enrolment is not None
        chosen = self.table.chosen() is not None
        self.new.setEnabled(may and begun)
        self.edit.setEnabled(may and chosen)
        self.delete.setEnabled(may and chosen)
        why = "" if may else _("Rettes hos gennemførselsvejlederen.")
        for button in (self.new, self.edit, self.delete):
            button.setToolTip(why)
