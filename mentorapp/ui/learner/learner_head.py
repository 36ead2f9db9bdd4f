"""The head of a learner's page: name and state, the facts in one line, and the two things most often done."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mentorapp.domain.programme import Programme
from mentorapp.i18n import _, day
from mentorapp.ui.book import Opened
from mentorapp.ui.learner.tab_page import STACKS_FROM
from mentorapp.ui.parts.button import Button, IconButton
from mentorapp.ui.parts.chip import Chip, State
from mentorapp.ui.parts.figure_button import FigureButton
from mentorapp.ui.parts.flow_row import FlowRow
from mentorapp.ui.parts.label import ElidedText, Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current

_SEPARATOR = "  ·  "

LONGEST_NAME = 80
"""Letters of a name that are shown, the others in the tool tip: a list pasted in by mistake does not fill a page."""

LONGEST_WORD = 24
"""Letters after which a word without a space may break: else it would make the window wider than the screen."""


class LearnerHead(QWidget):
    """At large text the buttons stand below and the facts take as many lines as they need: nothing is cut."""

    back = Signal()
    print_wanted = Signal()
    statement_wanted = Signal()
    sheet_wanted = Signal()
    note_wanted = Signal()
    figure_wanted = Signal(str)
    """Somebody asks where a figure comes from (its name)."""

    def __init__(self) -> None:
        super().__init__()
        self.back_button = IconButton(_("Tilbage til elever"), "chevron-left")
        self.name = Label("", "title", wrap=True)
        self.state = Chip()
        self.facts = FactsLine()
        self.facts.figure_wanted.connect(self.figure_wanted)
        self.print_button = Button(_("Udskriv"), icon="printer")
        self.print_menu = QMenu(self)
        self.print_menu.addAction(_("Statusrapport"), self.print_wanted.emit)
        self.print_menu.addAction(_("Månedsopgørelse"), self.statement_wanted.emit)
        self.print_menu.addAction(_("Månedsark"), self.sheet_wanted.emit)
        self.more_prints = IconButton(_("Vælg, hvad der skal udskrives"), "chevron-down")
        self.more_prints.clicked.connect(self._choose_print)
        self.note_button = Button(_("Nyt notat"), "primary", "pencil", "Ctrl+N")
        self.back_button.clicked.connect(self.back)
        self.print_button.clicked.connect(self.print_wanted)
        self.note_button.clicked.connect(self.note_wanted)
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first.addWidget(self.name)
        self._first.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        self._first.addStretch(1)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addLayout(self._first)
        self._words.addWidget(self.facts)
        self._words.addStretch(1)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._prints = QHBoxLayout()
        self._prints.addWidget(self.print_button)
        self._prints.addWidget(self.more_prints, 0, Qt.AlignmentFlag.AlignVCenter)
        self._buttons.addLayout(self._prints)
        self._buttons.addWidget(self.note_button)
        self._right = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._right.addLayout(self._words, 1)
        self._right.addLayout(self._buttons)
        self._right.setAlignment(self._buttons, Qt.AlignmentFlag.AlignTop)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._right, 1)
        measured(self, self._measure)

    def show_case(self, opened: Opened) -> None:
        """Show who it is about."""
        name = opened.case.learner.name
        self.name.setText(_fitting(name))
        self.name.setToolTip(name if len(name) > LONGEST_NAME else "")
        self.name.setAccessibleName(name)
        self.facts.show_facts(facts(opened))

    def show_state(self, state: State) -> None:
        """Show the status beside the name."""
        self.state.set_state(state)

    def _choose_print(self) -> None:
        below = QPoint(0, self.print_button.height() + current().px(4))
        self.print_menu.popup(self.print_button.mapToGlobal(below))

    def _measure(self) -> None:
        theme = current()
        large = theme.scale >= STACKS_FROM
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        page, back = theme.space("page"), theme.px(20)
        self._row.setContentsMargins(page - theme.px(4), theme.px(18), page, theme.px(6))
        self.back_button.setFixedSize(back + theme.px(4), theme.line_height("title"))
        self._right.setDirection(down if large else across)
        self._right.setSpacing(theme.space("control"))
        self._first.setSpacing(theme.px(14))
        self._buttons.setSpacing(theme.space("control"))
        self._prints.setSpacing(theme.px(2))
        self._buttons.setContentsMargins(0, 0 if large else theme.px(6), 0, 0)
        self.setMinimumHeight(theme.size("page_head"))


def _fitting(name: str) -> str:
    shown = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
    zero_width_space = "\u200b"
    return " ".join(
        zero_width_space.join(word[at : at + LONGEST_WORD] for at in range(0, len(word), LONGEST_WORD))
        for word in shown.split(" ")
    )


class FactsLine(FlowRow):
    """Facts beside each other; those that are reckoned say how. `figure_wanted(name)`."""

    figure_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[tuple[str, str]] = []

    def show_facts(self, said: list[tuple[str, str]]) -> None:
        """Show facts, each with the name of its figure or nothing."""
        if said == self._shown:
            return
        self._shown = said
        parts: list[QWidget] = []
        for place, (text, figure) in enumerate(said):
            if place:
                parts.append(Label(_SEPARATOR, "small", "muted"))
            if figure:
                button = FigureButton(text, figure, "small", "muted")
                button.wanted.connect(self.figure_wanted)
                parts.append(button)
            else:
                parts.append(ElidedText(text, "small", "text_muted"))
        self.show_parts(parts)

    def text(self) -> str:
        """What it says, in one line."""
        return _SEPARATOR.join(text for text, _figure in self._shown)


def facts(opened: Opened) -> list[tuple[str, str]]:
    """`IGU, 23 skoleuger`, site, mentor, dates and the week of the course; what is not known is said.

    Each with the name of the figure it is, or nothing where it was only written down.
    """
    case, ledger = opened.case, opened.ledger
    if case.enrolment is None or ledger is None:
        return [(_("intet forløb endnu"), "")]
    programme = case.programme
    placement = case.placement(ledger.today)
    site = case.organisation.site_names.get(placement.site or "", "") if placement else ""
    mentor = case.organisation.people.get(placement.mentor or "") if placement else None
    where = ", ".join(filter(None, (site, (placement.department or "") if placement else "")))
    end = ledger.end_extended or ledger.end
    last = day(end) if end else _("slut ikke oplyst")
    said = [
        (_programme(programme, opened), "required_school_weeks"),
        (where or _("praktiksted ikke oplyst"), ""),
        (_("mentor {name}").format(name=mentor.name) if mentor else _("mentor ikke oplyst"), ""),
        (f"{day(ledger.start)} – {last}", "end_extended"),
    ]
    return [*said, *((week, "elapsed_weeks") for week in _week(opened))]


def _programme(programme: Programme | None, opened: Opened) -> str:
    assert opened.case.enrolment is not None and opened.ledger is not None
    name = programme.short_name if programme else opened.case.enrolment.programme
    weeks = opened.ledger.rule_set.get("school_weeks") if opened.ledger.rule_set else None
    return _("{name}, {weeks} skoleuger").format(name=name, weeks=weeks) if weeks else name


def _week(opened: Opened) -> list[str]:
    """`uge 64 af 105`: which of the course's calendar weeks it is."""
    ledger = opened.ledger
    assert ledger is not None
    end = ledger.end_extended or ledger.end
    if ledger.today < ledger.start:
        return [_("begynder {day}").format(day=day(ledger.start))]
    if end is not None and ledger.today > end:
        return [_("afsluttet")]
    passed = sum(week.monday <= ledger.today for week in ledger.weeks)
    if end is None or not passed:
        return []
    return [_("uge {n} af {all}").format(n=passed, all=len(ledger.weeks))]
