"""How the note editor looks: kind and readers above one field, the saved state at the right, one button below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit, QVBoxLayout

from mentorapp.i18n import _
from mentorapp.ui import icons, shortcuts
from mentorapp.ui.learner.fields.choice import Choice
from mentorapp.ui.learner.fields.field import Field
from mentorapp.ui.learner.fields.undo_elsewhere import UndoElsewhere
from mentorapp.ui.learner.notes.save_key import SaveKey
from mentorapp.ui.learner.notes.saved_line import SavedLine
from mentorapp.ui.learner.tab_page import STACKS_FROM
from mentorapp.ui.parts.button import Button, IconButton
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.panel import Panel
from mentorapp.ui.parts.segmented import Segmented
from mentorapp.ui.theme import current

READER_ICONS = {"team": "users", "confidential": "lock"}


class EditorPanel(Panel):
    """The controls of the editor; what they do is the editor's."""

    save_pressed = Signal()
    discard_pressed = Signal()
    snippets_pressed = Signal()

    def __init__(self, kinds: Sequence[tuple[str, str]], readers: Sequence[tuple[str, str]]) -> None:
        super().__init__(" ")  # a panel keeps room for a heading only when it has one from the start
        self.saved = SavedLine()
        self.set_aside(self.saved)
        self.kind = Segmented([(key, _(text)) for key, text in kinds], _("Slags notat"))
        self.visibility = Choice([(key, _(text)) for key, text in readers])
        self.visibility.setAccessibleName(_("Hvem kan læse"))
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)  # Tab leads on, as in every other field
        self.words.setPlaceholderText(_("Hvad gik godt?\nHvad øver vi?\nHvad er næste skridt?"))
        UndoElsewhere(self.words, lambda: self.words.document().isUndoAvailable())
        SaveKey(self.words, self.save_pressed.emit)
        self._field = Field(_("Note"), self.words, grows=True)
        self._save = Button(_("Gem notat"), "primary", "check", _("Ctrl+Enter"))
        self._save.clicked.connect(self.save_pressed)
        self._discard = Button(_("Kassér kladde"), "text")
        self._discard.clicked.connect(self.discard_pressed)
        self._hint = Label("", "small", "muted", wrap=True)
        self.hint(())
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choices.addWidget(self.kind)
        self._choices.addStretch(1)
        self._choices.addWidget(self.visibility)
        self._minutes = Label("", "small", "muted", wrap=True)
        self._minutes.hide()
        self._inside = QVBoxLayout()
        self._inside.addWidget(self._minutes)
        self._inside.addLayout(self._choices)
        self._inside.addWidget(self._field, 1)
        self._inside.addWidget(self._hint)
        self.body.addLayout(self._inside, 1)
        foot = self.foot()
        self.snippets = IconButton(
            _("Tekststykker ({keys})").format(keys=shortcuts.keys("snippet")[0]), "clipboard-list"
        )
        self.snippets.clicked.connect(self.snippets_pressed)
        foot.addWidget(self._save)
        foot.addWidget(self.snippets)
        foot.addStretch(1)
        foot.addWidget(self._discard)
        shortcuts.bind(self, "snippet", self.snippets_pressed.emit, inside=True)
        shortcuts.bind(self, "save_note", self.save_pressed.emit, inside=True)
        measured(self, self._measure_editor)

    def set_error(self, sentence: str) -> None:
        """Say under the field why it could not be saved."""
        self._field.set_error(sentence)
        if sentence:
            self.saved.say("danger", _("Ikke gemt som note"))

    def error(self) -> str:
        """Why it could not be saved, empty where it could."""
        return self._field.error()

    def hint(self, reminders: Sequence[str]) -> None:
        """Remind gently, and plainly of what stands in the words."""
        self._hint.setText(" ".join(reminders) or _("Skriv ikke CPR-nummer, diagnoser eller beboeres navne i noter."))
        self._hint.set_tone("warning" if reminders else "muted")

    def hinted(self) -> str:
        """What is reminded of now."""
        return self._hint.text()

    def show_minutes(self, of: str) -> None:
        """Say of which meeting the minutes are, in words that break over lines; the field says it aloud."""
        self._minutes.setText(of)
        self._minutes.setVisible(bool(of))
        self.words.setAccessibleName(of or _("Note"))

    def minutes(self) -> str:
        """Of which meeting the minutes are, empty where they are of none."""
        return self._minutes.text()

    def show_discard(self, there_is_something: bool) -> None:
        """Offer to discard only where there is something that no note holds."""
        self._discard.setVisible(there_is_something)

    def _measure_editor(self) -> None:
        theme = current()
        stacked = theme.scale >= STACKS_FROM
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._choices.setDirection(down if stacked else across)
        self._choices.setSpacing(theme.space("control"))
        self._inside.setSpacing(theme.px(14))
        self.words.setMinimumHeight(theme.px(150))
        self.visibility.setIconSize(QSize(theme.size("icon"), theme.size("icon")))
        for place in range(self.visibility.count()):
            self.visibility.setItemIcon(place, icons.icon(READER_ICONS[self.visibility.itemData(place)], "text_muted"))
