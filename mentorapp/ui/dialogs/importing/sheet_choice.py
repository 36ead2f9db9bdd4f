"""Which sheet of a file is shown, and what kind of list it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mentorapp.i18n import _
from mentorapp.lists.columns import KINDS, kind_name
from mentorapp.ui.learner.fields.choice import Choice
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current

ALL = "all"


class SheetChoice(QWidget):
    """`sheet_chosen(place, or -1 for all)` and `kind_chosen(kind)`."""

    sheet_chosen = Signal(int)
    kind_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._sheet_label, self._kind_label = Label(_("Ark"), "label", "muted"), Label(_("Liste"), "label", "muted")
        self.sheet, self.kind = Choice(), Choice()
        self.sheet.setAccessibleName(_("Ark"))
        self.kind.setAccessibleName(_("Hvilken slags liste det er"))
        for label, choice in ((self._sheet_label, self.sheet), (self._kind_label, self.kind)):
            label.setBuddy(choice)
            choice.setProperty("control", "small")
        self._row = QHBoxLayout(self)
        for widget in (self._sheet_label, self.sheet, self._kind_label, self.kind):
            self._row.addWidget(widget)
        self.sheet.currentIndexChanged.connect(
            lambda _place: self.sheet_chosen.emit(-1 if self.sheet.key() == ALL else int(self.sheet.key() or 0))
        )
        self.kind.currentIndexChanged.connect(lambda _place: self.kind_chosen.emit(self.kind.key()))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        measured(self, self._measure)

    def offer_sheets(self, names: Sequence[str], all_of: int, chosen: int) -> None:
        """Offer the sheets by name, and all of them where more than one can be imported."""
        several = len(names) > 1
        self._sheet_label.setVisible(several)
        self.sheet.setVisible(several)
        every = [(ALL, _("Alle ark ({n})").format(n=all_of))] if all_of > 1 else []
        self.sheet.set_choices([*every, *((str(place), name) for place, name in enumerate(names))])
        self.sheet.set_key(ALL if chosen < 0 else str(chosen))
        self._measure()

    def show_kind(self, kind: str | None, offered: bool) -> None:
        """Show what kind the chosen sheet is; not offered while several are shown at once."""
        self._kind_label.setVisible(offered)
        self.kind.setVisible(offered)
        unknown = [] if kind else [("", _("Vælg …"))]
        self.kind.set_choices([*unknown, *((key, _capital(kind_name(key))) for key in KINDS)])
        self.kind.set_key(kind)
        self._measure()

    def _measure(self) -> None:
        theme = current()
        ring = theme.space("half")
        self._row.setContentsMargins(0, 0, ring, 0)
        self._row.setSpacing(theme.space("grid"))
        letters = QFontMetrics(theme.font("body"))
        for choice in (self.sheet, self.kind):
            words = [choice.itemText(place) for place in range(choice.count())]
            widest = max(map(letters.horizontalAdvance, words), default=0)
            choice.setFixedWidth(min(widest + theme.px(52), theme.px(260)))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
