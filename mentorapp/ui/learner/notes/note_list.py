"""The notes there are, newest first; searched, filtered by kind, and kept in place when one is added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from mentorapp.domain.note import NOTE_KINDS, Note, leaves, versions
from mentorapp.i18n import _, ngettext
from mentorapp.ui.learner.fields.choice import Choice
from mentorapp.ui.learner.notes.note_card import NoteCard, NoteEntry
from mentorapp.ui.learner.tab_page import STACKS_FROM
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.panel import Panel
from mentorapp.ui.parts.search_field import SearchField
from mentorapp.ui.theme import current

OVERHANG = 6
"""Pixels of the panel's padding the list reaches into, so that it does not cut the focus ring of what lies in it."""

AT_FIRST = 30
"""Notes shown before one asks for more: two years of weekly notes are a hundred."""


def entries(notes: tuple[Note, ...], titles: Mapping[str, str]) -> list[NoteEntry]:
    """The notes that hold, newest first, each with its earlier versions and what `titles` calls it."""
    chains = [tuple(versions(leaf, notes)) for leaf in leaves(notes)]
    roots = Counter(chain[-1].id for chain in chains)
    return [NoteEntry(chain, roots[chain[-1].id] > 1, titles.get(chain[0].about or "", "")) for chain in chains]


class NoteList(Panel):
    """Cards of notes; `correct_wanted` and `delete_wanted` carry the entry."""

    correct_wanted = Signal(object)
    delete_wanted = Signal(object)
    compare_wanted = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(_("Tidligere"), overhang=OVERHANG)
        self._entries: list[NoteEntry] = []
        self._cards: dict[str, NoteCard] = {}
        self._shown = AT_FIRST
        self.search = SearchField(_("Søg i noter"), width=160)
        self.kind = Choice([("", _("Alle slags")), *((key, _(text)) for key, text in NOTE_KINDS.items())])
        self.kind.setAccessibleName(_("Slags notat"))
        self._filters = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._filters.addWidget(self.search, 1)
        self._filters.addWidget(self.kind)
        self._none = Label("", tone="muted", wrap=True)
        self._clear = Button(_("Ryd filtre"), "text", size="small")
        self._more = Button("", "text", size="small")
        inner = QWidget()
        inner.setProperty("ground", "clear")
        self._column = QVBoxLayout(inner)
        self._column.addWidget(self._none)
        self._column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        self._cards_column = QVBoxLayout()
        self._cards_column.setSpacing(0)
        self._column.addLayout(self._cards_column)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidget(inner)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addLayout(self._filters)
        self.body.addWidget(self.area, 1)
        self.search.textChanged.connect(lambda _text: self._fill())
        self.kind.currentIndexChanged.connect(lambda _place: self._fill())
        self._clear.clicked.connect(self.clear_filters)
        self._more.clicked.connect(self._show_more)
        measured(self, self._measure_list)

    def show_notes(self, notes: tuple[Note, ...], afresh: bool, titles: Mapping[str, str]) -> None:
        """Show these notes; what is unfolded, and where the list stands, is kept unless `afresh`.

        `titles` says of what a note is the minutes, by what it is `about`.
        """
        if afresh:
            self._shown = AT_FIRST
            for card in self._cards.values():
                card.deleteLater()
            self._cards = {}
            self.clear_filters()
            self.area.verticalScrollBar().setValue(0)
        self._entries = entries(notes, titles)
        self._fill()

    def reveal(self, note_id: str) -> None:
        """Scroll to a note and mark it, whatever was filtered; its card has the keyboard then."""
        self.clear_filters()
        place = next((n for n, entry in enumerate(self._entries) if entry.note.id == note_id), None)
        if place is None:
            return
        self._shown = max(self._shown, place + 1)
        self._fill()
        for key, card in self._cards.items():
            card.mark(key == note_id)
        card = self._cards[note_id]
        card.take_focus()
        # where it lies is known when the cards made just now have been laid out
        QTimer.singleShot(0, card, lambda: self._scroll_to(card))

    def _scroll_to(self, card: NoteCard) -> None:
        self._column.activate()
        inner = card.parentWidget()
        self.area.verticalScrollBar().setValue(card.mapTo(inner, QPoint(0, 0)).y() if inner else 0)

    def clear_filters(self) -> None:
        """Show every note again."""
        self.search.clear()
        self.kind.setCurrentIndex(0)

    def matching(self) -> list[NoteEntry]:
        """The notes that fit what is searched and chosen. The words of a folded note are not searched."""
        words, kind = self.search.text().casefold().split(), self.kind.key()
        found = []
        for entry in self._entries:
            note = entry.note
            searched = (
                f"{note.written_by or ''} {entry.minutes} {note.text if note.visibility == 'team' else ''}".casefold()
            )
            if (not kind or note.kind == kind) and all(word in searched for word in words):
                found.append(entry)
        return found

    def cards(self) -> list[NoteCard]:
        """The cards shown, from the top."""
        return sorted(self._cards.values(), key=self._cards_column.indexOf)

    def _fill(self) -> None:
        matching = self.matching()
        shown = matching[: self._shown]
        kept = {entry.note.id: entry for entry in shown}
        for key, card in list(self._cards.items()):
            if kept.get(key) != card.entry:
                self._cards_column.removeWidget(card)
                card.hide()
                card.deleteLater()
                del self._cards[key]
        for place, entry in enumerate(shown):
            card = self._cards.get(entry.note.id) or self._make(entry)
            # a card that stays is not touched, so that focus and selected words stay in it
            if self._cards_column.indexOf(card) != place:
                self._cards_column.insertWidget(place, card)
        rest = len(matching) - len(shown)
        self._more.setText(ngettext("Vis {n} mere", "Vis {n} flere", rest).format(n=rest))
        self._more.setVisible(rest > 0)
        empty = _("Her kommer noterne. Skriv den første til venstre: hvad gik godt, og hvad er næste skridt?")
        self._none.setText(_("Ingen noter passer til det, du søger.") if self._entries else empty)
        self._none.setVisible(not matching)
        self._clear.setVisible(bool(self._entries) and not matching)

    def _make(self, entry: NoteEntry) -> NoteCard:
        card = NoteCard(entry)
        card.correct_wanted.connect(self.correct_wanted)
        card.delete_wanted.connect(self.delete_wanted)
        card.compare_wanted.connect(self._compare)
        self._cards[entry.note.id] = card
        return card

    def _compare(self, entry: NoteEntry) -> None:
        """Ask for the two texts of one note: this one, and the newest of the others."""
        root = entry.versions[-1].id
        other = next(each for each in self._entries if each.versions[-1].id == root and each != entry)
        self.compare_wanted.emit(entry, other)

    def _show_more(self) -> None:
        self._shown += AT_FIRST
        self._fill()

    def _measure_list(self) -> None:
        theme = current()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._filters.setDirection(down if theme.scale >= STACKS_FROM else across)
        self._filters.setSpacing(theme.space("control"))
        side = theme.px(OVERHANG)
        self._filters.setContentsMargins(side, 0, side, 0)
        self._column.setContentsMargins(side, 0, side, 0)
        self.area.setMinimumHeight(theme.px(240))
