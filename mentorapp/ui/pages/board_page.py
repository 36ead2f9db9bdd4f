"""Tavle: every learner's weeks under each other, by workplace; planned courses are moved here."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from mentorapp.i18n import _, ngettext
from mentorapp.store.database import Changed
from mentorapp.ui.board import move_words, zoom
from mentorapp.ui.board.board import Board
from mentorapp.ui.board.learner_weeks import LearnerWeeks
from mentorapp.ui.board.lines import lines, span
from mentorapp.ui.board.shown import Shown
from mentorapp.ui.board.weeks_reader import WeeksReader
from mentorapp.ui.desk import Desk
from mentorapp.ui.pages.learner_filters import NoMatch, refill
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.empty import EmptyPage, WayOn
from mentorapp.ui.parts.label import ElidedText, Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.page_head import PageHead
from mentorapp.ui.parts.panel import Panel
from mentorapp.ui.parts.segmented import Segmented
from mentorapp.ui.theme import current
from mentorapp.ui.when_seen import WhenSeen

LARGE_TEXT = 1.25
"""From this text scale on what is chosen above the board takes a row of its own."""

SITE_LETTERS = 15
"""Letters of a workplace that can be read in the closed choice."""

SHARED_TABLES = frozenset({"site", "person", "programme", "closing_day"})
"""What every learner's weeks are made with."""

ZOOM_STATE = "board_zoom"


class BoardPage(QWidget):
    """The board with what is chosen above it and the week in words below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._book = desk, desk.book
        self.reader = WeeksReader(desk, self)
        self.head = PageHead(_("Tavle"))
        self.sites = QComboBox()
        self.sites.setAccessibleName(_("Praktiksted"))
        self.sites.setMinimumContentsLength(SITE_LETTERS)
        self.sites.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.today = Button(_("I dag"), key_hint="T")
        self.zoom = Segmented([(key, zoom.name(key)) for key in zoom.WEEKS], _("Hvor meget der vises"))
        self.board = Board(desk, Shown((), span((), desk.session.today), desk.session.today), self)
        self.words = Label("", "small", wrap=True)
        self.hint = ElidedText("", "caption", "text_muted")
        self._none = NoMatch(lambda: self.sites.setCurrentIndex(0))
        self._no_course = EmptyPage(
            _("Her kommer tavlen"),
            _("Ingen elev har et forløb endnu. Skriv startdatoen hos eleven, så ligger ugerne her."),
            [WayOn(_("Gå til elever"), "users", "Ctrl+2", lambda: desk.place_wanted.emit("learners"))],
        )
        self._empty: QWidget | None = None
        self._lay_out()
        self._connect()
        kept = desk.preferences.state(ZOOM_STATE)
        if kept is not None and (key := bytes(kept.data()).decode("ascii", "ignore")) in zoom.WEEKS:
            self.zoom.set_current(key)
            self.board.set_zoom(key, self.board.column)
            self.board.go_to_today()
        self._refresh()

    def _lay_out(self) -> None:
        self._panel = Panel(flush=True)
        self._panel.body.addWidget(self.board)
        self._choices = QHBoxLayout()
        self._large: bool | None = None
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.addLayout(self._choices)
        self._column.addWidget(self._panel, 1)
        self._column.addWidget(self._none, 1)
        told = QWidget()
        self._told = QVBoxLayout(told)
        self._told_area = told
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._told.addWidget(self.words, 1)
        self._told.addWidget(self.hint)
        self._column.addWidget(told)
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self._content)
        self._stack.addWidget(self._no_course)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(stack, 1)
        self.setFocusProxy(self.board)
        measured(self, self._measure)

    def _measure(self) -> None:
        theme = current()
        side = theme.space("page")
        large = theme.scale > LARGE_TEXT
        self._arrange(large)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._column.setSpacing(theme.px(10))
        self._choices.setSpacing(theme.space("control"))
        self._told.setSpacing(0)
        self._told.setContentsMargins(0, 0, 0, 0)
        # fixed, so that the board does not move with the words; what has no hint below it may take its line
        lines_of_words = 2 if large else 1
        self._told_area.setFixedHeight(
            lines_of_words * theme.line_height("small") + theme.line_height("caption") + theme.px(2)
        )

    def _arrange(self, large: bool) -> None:
        if large == self._large:
            return
        self._large = large
        while self._choices.takeAt(0):
            pass
        if large:
            self._choices.addWidget(self.sites, 1)
            self._choices.addWidget(self.zoom)
            self.head.add_right(self.today)
        else:
            for widget in (self.sites, self.today, self.zoom):
                self.head.add_right(widget)

    def _connect(self) -> None:
        self.sites.currentIndexChanged.connect(self._refresh)
        self.today.clicked.connect(self._go_to_today)
        self.zoom.chosen.connect(self._zoom)
        self.board.zoom_wanted.connect(self._zoom_by)
        self.board.told.connect(self._tell)
        self.board.seen_changed.connect(self._say_weeks)
        self.board.learner_opened.connect(self._open)
        self.board.dropped.connect(self._dropped)
        self._later = WhenSeen(self, self._refresh)
        self._day = self._desk.session.today
        self._book.listed.connect(self._later.ask)
        self._book.updated.connect(self._later.ask)
        self._book.changed.connect(self._changed)
        self.reader.updated.connect(self._later.ask)

    # What is shown

    def _changed(self, changed: Changed) -> None:
        """Something was saved: by whom it was about, or by all where it is about what they share."""
        self.reader.forget(self.reader.known if changed.tables & SHARED_TABLES else changed.learners)
        self._later.ask()

    def _refresh(self, *_told: object) -> None:
        today, entries = self._desk.session.today, self._book.entries.values()
        if today != self._day:
            self._day = today
            self.reader.forget(self.reader.known)
        refill(self.sites, _("Alle praktiksteder"), {entry.site for entry in entries if entry.start is not None})
        shown = span(entries, today)
        found = lines(entries, shown, self.sites.currentData())
        now = self.board.shown
        # the same lines stay the same object: the layout of the board is kept by it
        self.board.set_shown(Shown(now.lines if now.lines == found else found, shown, today, self.reader.known))
        self.reader.want(self._in_sight_first())
        self._choose_page(bool(found))
        self._say_weeks()

    def _in_sight_first(self) -> list[bytes]:
        shown = self.board.shown
        return [entry.learner for place in shown.learner_lines if (entry := shown.entry(place))]

    def _choose_page(self, any_lines: bool) -> None:
        """The board; where nobody is in it, what to do about that."""
        everybody = self._book.entries
        if not everybody and self._empty is None:
            self._empty = EmptyPage(
                _("Her kommer tavlen"),
                _("Her ligger alle elevers uger under hinanden, så du ser hvem der er på skole hvornår. "
                  "Hent den liste, du har i forvejen, eller opret den første elev selv."),
                [
                    WayOn(_("Importér liste"), "download", _("Excel eller CSV"), lambda: self._desk.ask_import()),
                    WayOn(_("Ny elev"), "plus", "Ctrl+Shift+N", self._desk.learner_form_wanted.emit),
                ],
            )  # fmt: skip
            self._stack.addWidget(self._empty)
        filtered = self.sites.currentData() is not None
        self._stack.setCurrentWidget(
            self._content if any_lines or filtered else self._no_course if everybody else self._empty or self._content
        )
        on_board = self._stack.currentWidget() is self._content
        choices: tuple[QWidget, ...] = (self.sites, self.today, self.zoom)
        below: tuple[QWidget, ...] = (self._panel, self._told_area)
        for widget in choices:
            widget.setVisible(on_board)
        for widget in below:
            widget.setVisible(any_lines)
        self._none.setVisible(not any_lines)

    def _say_weeks(self) -> None:
        """How many learners, and the weeks in sight."""
        count = len(self.board.shown.learner_lines)
        if not count:
            self.head.set_subtitle(_("Ingen endnu"))
            return
        first, last = self.board.seen()
        begin, end = (move_words.in_weeks(monday, monday) for monday in (first, last))
        learners = ngettext("{n} elev", "{n} elever", count).format(n=count)
        self.head.set_subtitle(_("{learners} · {first} til {last}").format(learners=learners, first=begin, last=end))

    # What is done

    def _go_to_today(self) -> None:
        self.board.go_to_today()
        self.board.setFocus()

    def _zoom(self, key: str) -> None:
        self.board.put_back()
        self.board.set_zoom(key, self.board.column)
        self._desk.preferences.set_state(ZOOM_STATE, QByteArray(key.encode()))
        self.board.bring_into_sight(self.board.line, self.board.column)

    def _zoom_by(self, step: int) -> None:
        keys = list(zoom.WEEKS)
        place = keys.index(self.board.zoom) + step
        if 0 <= place < len(keys):
            self.zoom.set_current(keys[place])
            self._zoom(keys[place])

    def _tell(self, words: str, hint: str) -> None:
        self.words.setText(words)
        self.hint.set_text(hint)
        self.hint.setVisible(bool(hint))

    def in_hand(self) -> tuple[bytes | None, str]:
        """The learner of the chosen line, and the figure the board is about."""
        entry = self.board.shown.entry(self.board.line)
        return (entry.learner if entry else None), "counted_hours"

    def _open(self, learner: bytes) -> None:
        self._desk.learner_wanted.emit(learner, "course")

    def _dropped(self, learner: bytes, row: LearnerWeeks) -> None:
        """Show it where it was dropped, until the figures have been worked out again."""
        self.reader.put(learner, row)
        self._refresh()
