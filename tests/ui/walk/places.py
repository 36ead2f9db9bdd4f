"""Every page and dialog of the program, and how to come to it on one window."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

import mentorapp.ui
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.paths import RESOURCES
from mentorapp.store import documents
from mentorapp.store.profile import Profile
from mentorapp.ui.book import Opened
from mentorapp.ui.dialogs.calendar_dialog import CalendarDialog
from mentorapp.ui.dialogs.choose_learner import ChooseLearner
from mentorapp.ui.dialogs.fault_dialog import FaultDialog
from mentorapp.ui.dialogs.first_start import FirstStartDialog
from mentorapp.ui.dialogs.frame.card import Card
from mentorapp.ui.dialogs.import_dialog import ImportDialog
from mentorapp.ui.dialogs.keys_dialog import KeysDialog
from mentorapp.ui.dialogs.put_off_dialog import PutOffDialog
from mentorapp.ui.dialogs.report_preview import ReportPreview
from mentorapp.ui.dialogs.safety.interrupted import InterruptedDialog
from mentorapp.ui.dialogs.safety.new_passphrase import NewPassphraseDialog
from mentorapp.ui.dialogs.safety.quick_opening_dialog import QuickOpeningDialog
from mentorapp.ui.dialogs.safety.recovery_sheet import RecoverySheetDialog
from mentorapp.ui.dialogs.safety.restore_dialog import RestoreDialog
from mentorapp.ui.dialogs.start.profile_choice import ProfileChoice
from mentorapp.ui.dialogs.unlock_dialog import UnlockDialog
from mentorapp.ui.find.find_dialog import FindDialog
from mentorapp.ui.learner.attendance.attendance_tab import AttendanceTab
from mentorapp.ui.learner.attendance.period_form import PeriodForm
from mentorapp.ui.learner.attendance.week_form import WeekForm
from mentorapp.ui.learner.course.course_tab import CourseTab
from mentorapp.ui.learner.facts.facts_tab import FactsTab
from mentorapp.ui.learner.facts.grant_form import GrantForm
from mentorapp.ui.learner.facts.leave_form import LeaveForm
from mentorapp.ui.learner.facts.mentor_time_form import MentorTimeForm
from mentorapp.ui.learner.facts.placement_form import PlacementForm
from mentorapp.ui.learner.learner_form import LearnerForm
from mentorapp.ui.learner.meetings.action_form import ActionForm
from mentorapp.ui.learner.meetings.cancel_form import CancelForm
from mentorapp.ui.learner.meetings.meeting_form import MeetingForm
from mentorapp.ui.learner.meetings.meetings_tab import MeetingsTab
from mentorapp.ui.learner.notes.notes_tab import NotesTab
from mentorapp.ui.learner.notes.snippets import SnippetsDialog
from mentorapp.ui.learner.notes.twins_dialog import TwinsDialog
from mentorapp.ui.learner.papers.paper_view import PaperView
from mentorapp.ui.learner.papers.papers_tab import PapersTab
from mentorapp.ui.learner.schooling.schooling_form import SchoolingForm
from mentorapp.ui.learner.schooling.schooling_tab import SchoolingTab
from mentorapp.ui.learner.tab_page import TabPage
from mentorapp.ui.lock.locked_dialog import LockedDialog
from mentorapp.ui.main_window import MainWindow
from mentorapp.ui.pages.board_page import BoardPage
from mentorapp.ui.pages.closing_day_form import ClosingDayForm
from mentorapp.ui.pages.exam_term_form import ExamTermForm
from mentorapp.ui.pages.exchange_page import ExchangePage
from mentorapp.ui.pages.learners_page import LearnersPage
from mentorapp.ui.pages.settings_page import SettingsPage
from mentorapp.ui.pages.today_page import TodayPage
from mentorapp.ui.why.why_dialog import WhyDialog
from tests.ui.walk.exchange_places import EXCHANGE, exchange_page

PRINTED = "7K3-9QF-2MX-4TR-8WD-1BC-5NH-6ZP-0VG"


@dataclass(frozen=True, slots=True)
class Walk:
    """One window on a profile of samples, and the learner whose page is looked at."""

    window: MainWindow
    learner: bytes
    folder: Path
    """A profile of its own, for what stands before the window."""
    clock: Callable[[], int]

    @property
    def opened(self) -> Opened:
        opened = self.window.desk.book.open(self.learner)
        assert opened is not None
        return opened

    @property
    def ledger(self) -> Ledger:
        ledger = self.opened.ledger
        assert ledger is not None
        return ledger

    @property
    def case(self) -> CaseFile:
        return self.opened.case

    @property
    def enrolment(self) -> Any:
        return self.case.enrolment

    @property
    def given(self) -> tuple[MainWindow, Any]:
        """What most dialogs are given first."""
        return self.window, self.window.desk

    def place(self, key: str) -> QWidget:
        self.window.go(key)
        return self.window.stack.page(key)

    def tab(self, key: str) -> QWidget:
        self.window.open_learner(self.learner, key)
        return self.window.stack.page("learner")

    def week_form(self) -> WeekForm:
        self.tab("attendance")
        panel = self.window.learner.attendance.open
        assert panel._days is not None
        return WeekForm(*self.given, panel._days, panel.rows()[0].week)

    def paper_view(self) -> PaperView:
        papers = documents.of(self.window.desk.session.store, self.learner)
        return PaperView(*self.given, next(paper for paper in papers if paper.media == "png"))

    def twins(self) -> TwinsDialog:
        notes = self.case.notes
        one, other = (note for note in notes if note.replaces)
        return TwinsDialog(*self.given, one, other, notes)

    def put_off(self) -> PutOffDialog:
        return PutOffDialog(*self.given, next(alert for entry in self.window.desk.book.entries.values()
                                              for alert in entry.alerts))  # fmt: skip

    def safety(self) -> tuple[MainWindow, Path, bytes]:
        session = self.window.desk.session
        return self.window, session.profile.folder, session.store.key

    def unopened(self, name: str) -> tuple[Profile, Callable[[], int]]:
        """What a dialog before the window is given."""
        return Profile(self.folder / name), self.clock


PLACES: dict[type[QWidget], Callable[[Walk], QWidget]] = {
    TodayPage: lambda walk: walk.place("today"),
    LearnersPage: lambda walk: walk.place("learners"),
    BoardPage: lambda walk: walk.place("board"),
    ExchangePage: exchange_page,
    SettingsPage: lambda walk: walk.place("settings"),
    CourseTab: lambda walk: walk.tab("course"),
    SchoolingTab: lambda walk: walk.tab("schooling"),
    AttendanceTab: lambda walk: walk.tab("attendance"),
    NotesTab: lambda walk: walk.tab("notes"),
    MeetingsTab: lambda walk: walk.tab("meetings"),
    PapersTab: lambda walk: walk.tab("papers"),
    FactsTab: lambda walk: walk.tab("facts"),
    ActionForm: lambda walk: ActionForm(*walk.given, walk.case, walk.case.meetings, walk.case.meetings[0].id),
    CalendarDialog: lambda walk: CalendarDialog(*walk.given, [walk.learner]),
    CancelForm: lambda walk: CancelForm(walk.window, walk.case.meetings[0]),
    ChooseLearner: lambda walk: ChooseLearner(*walk.given),
    ClosingDayForm: lambda walk: ClosingDayForm(*walk.given),
    ExamTermForm: lambda walk: ExamTermForm(*walk.given),
    FaultDialog: lambda walk: FaultDialog(walk.window, "12:40"),
    FindDialog: lambda walk: FindDialog(*walk.given, []),
    FirstStartDialog: lambda walk: FirstStartDialog(*walk.unopened("new")),
    GrantForm: lambda walk: GrantForm(*walk.given, walk.enrolment),
    ImportDialog: lambda walk: ImportDialog(*walk.given, RESOURCES / "sample" / "elevliste.csv"),
    InterruptedDialog: lambda walk: InterruptedDialog(walk.window, walk.clock(), "Amal Idris Hamid", walk.clock()),
    KeysDialog: lambda walk: KeysDialog(walk.window),
    LearnerForm: lambda walk: LearnerForm(*walk.given),
    LeaveForm: lambda walk: LeaveForm(*walk.given, walk.enrolment),
    LockedDialog: lambda walk: LockedDialog(*walk.safety()),
    MeetingForm: lambda walk: MeetingForm(*walk.given, walk.enrolment),
    MentorTimeForm: lambda walk: MentorTimeForm(*walk.given, walk.enrolment),
    NewPassphraseDialog: lambda walk: NewPassphraseDialog(*walk.safety()),
    PaperView: Walk.paper_view,
    PeriodForm: lambda walk: PeriodForm(*walk.given, walk.case),
    PlacementForm: lambda walk: PlacementForm(*walk.given, walk.enrolment, walk.case.placements[-1]),
    ProfileChoice: lambda walk: ProfileChoice(walk.folder),
    PutOffDialog: Walk.put_off,
    QuickOpeningDialog: lambda walk: QuickOpeningDialog(*walk.safety()[:2]),
    RecoverySheetDialog: lambda walk: RecoverySheetDialog(walk.window, PRINTED, date(2026, 11, 22)),
    ReportPreview: lambda walk: ReportPreview(*walk.given, walk.opened),
    RestoreDialog: lambda walk: RestoreDialog(*walk.safety(), walk.window.desk.session.store),
    SchoolingForm: lambda walk: SchoolingForm(*walk.given, walk.enrolment),
    SnippetsDialog: lambda walk: SnippetsDialog(walk.window, walk.window.desk.session.store),
    TwinsDialog: Walk.twins,
    UnlockDialog: lambda walk: UnlockDialog(*walk.unopened("locked")),
    WeekForm: Walk.week_form,
    WhyDialog: lambda walk: WhyDialog(walk.window, walk.case, walk.ledger, "counted_hours"),
    **EXCHANGE,
}
"""Each page, tab of a learner's page, and dialog."""


def classes() -> set[type[QWidget]]:
    """Every page, tab and dialog there is in the program, found by reading all of it."""
    for module in pkgutil.walk_packages(mentorapp.ui.__path__, "mentorapp.ui."):
        importlib.import_module(module.name)
    pages = {
        made for module in pkgutil.iter_modules(mentorapp.ui.pages.__path__, "mentorapp.ui.pages.")
        for name, made in vars(importlib.import_module(module.name)).items()
        if module.name.endswith("_page") and name.endswith("Page") and made.__module__ == module.name
    }  # fmt: skip
    return pages | _ends(Card) | _ends(TabPage)


def _ends(of: type[QWidget]) -> set[type[QWidget]]:
    """The classes below `of` that are shown: those nothing is derived from."""
    below = {made for made in of.__subclasses__() if made.__module__.startswith("mentorapp.")}
    return set().union(*(_ends(made) or {made} for made in below))
