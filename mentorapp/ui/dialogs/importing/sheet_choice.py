"""Which sheet of a file is shown, and what kind of list it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mentorapp.domain.case_file import CaseFile
from mentorapp.i18n import _, day
from mentorapp.lists.columns import KINDS, kind_name
from mentorapp.ui.learner.fields.choice import Choice
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current

ALL = "all"


class SheetChoice(QWidget):
    """`sheet_chosen(place, or -1 for all)`, `kind_chosen(kind)`, and `learner_chosen(id)` where that is asked."""

    sheet_chosen = Signal(int)
    kind_chosen = Signal(str)
    learner_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._sheet_label, self._kind_label = Label(_("Ark"), "label", "muted"), Label(_("Liste"), "label", "muted")
        self._learner_label = Label(_("Elev"), "label", "muted")
        self.sheet, self.kind, self.learner = Choice(), Choice(), Choice()
        self.sheet.setAccessibleName(_("Ark"))
        self.kind.setAccessibleName(_("Hvilken slags liste det er"))
        self.learner.setAccessibleName(_("Hvilken elev arket er om"))
        self._row = QHBoxLayout(self)
        for label, choice in (
            (self._sheet_label, self.sheet),
            (self._kind_label, self.kind),
            (self._learner_label, self.learner),
        ):
            label.setBuddy(choice)
            choice.setProperty("control", "small")
            self._row.addWidget(label)
            self._row.addWidget(choice)
        self.ask_learner(())
        self.sheet.currentIndexChanged.connect(
            lambda _place: self.sheet_chosen.emit(-1 if self.sheet.key() == ALL else int(self.sheet.key() or 0))
        )
        self.kind.currentIndexChanged.connect(lambda _place: self.kind_chosen.emit(self.kind.key()))
        self.learner.currentIndexChanged.connect(self._choose_learner)
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

    def ask_learner(self, candidates: Sequence[CaseFile]) -> None:
        """Ask which of `candidates` a month sheet is about; what was answered stays chosen."""
        for widget in (self._learner_label, self.learner):
            widget.setVisible(bool(candidates))
        said = self.learner.key()
        known = [(case.learner.learner.hex(), _who(case)) for case in candidates]
        self.learner.blockSignals(True)
        self.learner.set_choices([("", _("Vælg …")), *known])
        self.learner.set_key(said if said in dict(known) else "")
        self.learner.blockSignals(False)

    def _choose_learner(self) -> None:
        if key := self.learner.key():
            self.learner_chosen.emit(bytes.fromhex(key))

    def _measure(self) -> None:
        theme = current()
        ring = theme.space("half")
        self._row.setContentsMargins(0, 0, ring, 0)
        self._row.setSpacing(theme.space("grid"))
        letters = QFontMetrics(theme.font("body"))
        for choice in (self.sheet, self.kind, self.learner):
            words = [choice.itemText(place) for place in range(choice.count())]
            widest = max(map(letters.horizontalAdvance, words), default=0)
            choice.setFixedWidth(min(widest + theme.px(52), theme.px(260)))


def _who(case: CaseFile) -> str:
    """The name, and since when: two of one name are told apart."""
    start = case.enrolment.start if case.enrolment else None
    return _("{name}, fra {start}").format(name=case.learner.name, start=day(start)) if start else case.learner.name


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
