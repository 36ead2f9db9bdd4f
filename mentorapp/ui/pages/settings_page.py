"""Indstillinger: how the program looks, its language, what the organisation decides, and where the data lies."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from mentorapp.i18n import LANGUAGES, _
from mentorapp.ui.desk import Desk
from mentorapp.ui.pages.closing_days_panel import ClosingDaysPanel
from mentorapp.ui.pages.exam_terms_panel import ExamTermsPanel
from mentorapp.ui.pages.note_words_panel import NoteWordsPanel
from mentorapp.ui.pages.settings_safety import SafetyPanels
from mentorapp.ui.pages.threshold_panel import ThresholdPanel
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.page_head import PageHead
from mentorapp.ui.parts.panel import Panel
from mentorapp.ui.parts.segmented import Segmented
from mentorapp.ui.theme import TEXT_SCALES, current


class SettingsPage(QWidget):
    """Choices take effect at once; nothing here needs saving."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        preferences = desk.preferences
        themes = [("system", _("Som computeren")), ("light", _("Lyst")), ("dark", _("Mørkt"))]
        self.theme = Segmented(themes, _("Udseende"))
        self.theme.set_current(preferences.theme)
        scales = [(str(scale), f"{scale * 100:.0f} %") for scale in TEXT_SCALES]
        self.scale = Segmented(scales, _("Tekststørrelse"))
        self.scale.set_current(min(dict(scales), key=lambda key: abs(float(key) - preferences.text_scale)))
        self.language = Segmented(list(LANGUAGES.items()), _("Sprog"))
        self.language.set_current(preferences.language)
        self.theme.chosen.connect(self._choose_theme)
        self.scale.chosen.connect(self._choose_scale)
        self.language.chosen.connect(self._choose_language)
        look = Panel(_("Udseende"), _("Gælder kun på denne maskine"))
        for title, control in (
            (_("Lyst eller mørkt"), self.theme),
            (_("Tekststørrelse"), self.scale),
            (_("Sprog"), self.language),
        ):
            look.body.addWidget(Label(title, "label", "muted"))
            look.body.addWidget(control)
            look.body.addSpacing(8)
        data = Panel(_("Data"))
        data.body.addWidget(Label(_("Alt ligger krypteret på denne maskine, i mappen:"), wrap=True))
        folder = Label(str(desk.session.profile.folder), "small", "muted", wrap=True)
        folder.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        folder.setAccessibleName(_("Mappen med data"))
        data.body.addWidget(folder)
        programmes = Panel(_("Ordninger"))
        names = ", ".join(programme.name for programme in desk.session.programmes)
        programmes.body.addWidget(Label(names, wrap=True))
        self._column = QVBoxLayout()
        self.thresholds = ThresholdPanel(desk)
        self.closing_days = ClosingDaysPanel(desk)
        self.exam_terms = ExamTermsPanel(desk)
        self.note_words = NoteWordsPanel(desk)
        own = (self.closing_days, self.exam_terms, self.thresholds, self.note_words)
        for panel in (look, SafetyPanels(desk), *own, data, programmes):
            self._column.addWidget(panel)
        self._column.addStretch(1)
        inner = QWidget()
        inner.setLayout(self._column)
        inner.setProperty("ground", "clear")
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(PageHead(_("Indstillinger")))
        page.addWidget(area, 1)
        self._inner = inner
        self.setFocusProxy(self.theme)
        measured(self, self._measure)

    def _measure(self) -> None:
        theme = current()
        side = theme.space("page")
        self._column.setContentsMargins(side, theme.px(16), side, side)
        self._column.setSpacing(theme.space("panel_gap"))
        self._inner.setMaximumWidth(theme.px(820))

    def _choose_theme(self, name: str) -> None:
        self._desk.preferences.theme = name
        self._desk.look_changed.emit()

    def _choose_scale(self, scale: str) -> None:
        self._desk.preferences.text_scale = float(scale)
        self._desk.look_changed.emit()

    def _choose_language(self, language: str) -> None:
        self._desk.preferences.language = language
        self._desk.look_changed.emit()
