"""Vis beregningen: every figure of a course at the left, and at the right where the chosen one comes from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QApplication, QHBoxLayout, QTextBrowser, QWidget

from mentorapp import derivation_sentences
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.why.answers import why
from mentorapp.domain.why.day_one import day_one
from mentorapp.domain.why.derivation import Derivation
from mentorapp.i18n import _, day
from mentorapp.sentences import assumed
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.learner.tab_page import STACKS_FROM
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current
from mentorapp.ui.why.answer_words import page
from mentorapp.ui.why.figure_list import FigureList


class WhyDialog(Dialog):
    """Opens at `figure` (a name of `domain/why/answers.py`); the arrow keys go on to the others."""

    def __init__(self, parent: QWidget, case: CaseFile, ledger: Ledger, figure: str = "") -> None:
        told = _("{name} pr. {day}").format(name=case.learner.name, day=day(ledger.today))
        super().__init__(parent, _("Sådan er tallene beregnet"), told, width=1080, height=660)
        self._assumed = assumed(ledger)
        self.answer = QTextBrowser()
        self.answer.setAccessibleName(_("Beregningen"))
        self.answer.setOpenLinks(False)
        self.answer.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.answer.setTabChangesFocus(True)
        self.figures = FigureList([*day_one(case, ledger), *why(case, ledger)])
        self.figures.chosen.connect(self._show)
        self._sides = QHBoxLayout()
        self._sides.addWidget(self.figures, 3)
        self._sides.addWidget(self.answer, 8)
        self.body.addLayout(self._sides, 1)
        copy = Button(_("Kopiér"), icon="copy")
        copy.clicked.connect(self.copy)
        self.copy_button = copy
        self.add_button(copy)
        self.cancel.hide()
        self.set_primary(_("Luk"))
        measured(self, self._measure_sides)
        self.figures.choose(figure)
        self.figures.setFocus()

    def copy(self) -> None:
        """Copy the chosen figure's answer as plain text."""
        lines = derivation_sentences.lines(self._shown)
        said = ["\t".join(line).strip("\t") for line in lines]
        QApplication.clipboard().setText("\n".join([*said, *self._assumed]))
        self.set_safe(_("Beregningen er kopieret."))

    def _show(self, derivation: Derivation) -> None:
        self._shown = derivation
        self.answer.setHtml(page(derivation, self._assumed, current()))
        self.set_safe(_("Tallene regnes af det, der står i elevens forløb; her rettes intet."))

    def _measure_sides(self) -> None:
        theme, wrap = current(), QTextOption.WrapMode
        self._sides.setSpacing(theme.space("panel_gap"))
        # at large text a long word of the table breaks: nothing is to be hidden sideways
        large = theme.scale >= STACKS_FROM
        self.answer.setWordWrapMode(wrap.WrapAtWordBoundaryOrAnywhere if large else wrap.WordWrap)
