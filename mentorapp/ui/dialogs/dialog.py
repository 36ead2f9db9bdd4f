"""The frame all dialogs share: title and muted line, content, and a foot that says what is safe beside its buttons."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.ui.dialogs.frame.card import Card
from mentorapp.ui.dialogs.frame.running import Running
from mentorapp.ui.dialogs.frame.scrolling_content import Content, ScrollingContent
from mentorapp.ui.parts.button import Button, IconButton
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.mark import Mark
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.message_strip import MessageStrip
from mentorapp.ui.parts.panel import Hairline
from mentorapp.ui.theme import current

_FIRST_SENTENCE = re.compile(r"(.+?[.!?])\s+(?=[A-ZÆØÅ»])(.*)", re.S)


class Dialog(Card):
    """A dialog over `parent`'s window, which is dimmed; without a parent it is a window of its own.

    Content goes into `body`; what does not fit in height scrolls, so that the foot is always there. Esc and `cancel`
    leave; Enter and `primary` call `submit`, which is to be replaced. Show it with `exec()` or `open()`.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        subtitle: str = "",
        *,
        width: int = 560,
        height: int = 0,
        overhang: int = 0,
    ) -> None:
        """`width` and `height` are those of the card in pixels at 100 %; height 0 is what the content asks.

        `overhang` lets the content reach so many pixels into the padding, as a form's fields with their rings do.
        """
        super().__init__(parent, width, height)
        self._overhang = overhang
        self._title = Label(title, "title", wrap=True)
        self._subtitle = Label(subtitle, "small", "muted", wrap=True)
        self._close = IconButton(_("Luk"), "x")
        self._close.clicked.connect(self.reject)
        self._close.setVisible(parent is not None)
        self._mark = Mark()
        self._mark.setVisible(parent is None)
        self.running = Running()
        self._notice = MessageStrip("danger")
        self._notice.hide()
        self.body = QVBoxLayout()
        self.cancel = Button(_("Annullér"), key_hint="Esc")
        self.cancel.clicked.connect(self.reject)
        self.primary = Button(_("OK"), "primary", "check")
        self.primary.clicked.connect(lambda: self.submit())
        # Enter in a field does what the dialog is for; a button that has the focus still takes it first
        self.primary.setDefault(True)
        self._safe = Label("", "small", "muted", wrap=True)
        self._lay_out()
        self.set_title(title, subtitle)
        measured(self, self._measure)

    def showEvent(self, event: QShowEvent) -> None:
        for button in self.findChildren(QPushButton):
            # else Enter on "Annullér" would press the primary button
            button.setAutoDefault(True)
        if self.focusWidget() in (None, self._close):
            # the corner is the last place a reader needs, but the first that Qt picks
            first = self.primary if self.primary.isEnabled() else self.cancel
            first.setFocus()
        super().showEvent(event)

    def submit(self) -> None:
        """Do what the primary button says."""
        self.accept()

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Change the title and the muted line under it."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def set_safe(self, text: str) -> None:
        """Say at the left of the foot what cannot go wrong here."""
        self._safe.setText(text)

    def set_primary(self, text: str, icon: str = "check", enabled: bool = True, why_not: str = "") -> None:
        """Change what the primary button promises; a disabled one says why when it is read aloud or hovered."""
        self.primary.setText(text)
        self.primary.icon_name = icon
        self.primary.setEnabled(enabled)
        self.primary.setToolTip("" if enabled else why_not)
        self.primary.setAccessibleDescription("" if enabled else why_not)
        self.primary.updateGeometry()
        self.primary.update()

    def add_button(self, button: QWidget) -> None:
        """Put another button into the foot, before cancel."""
        self._foot.insertWidget(self._foot.indexOf(self.cancel), button)

    def complain(self, sentence: str) -> None:
        """Say what went wrong, in place: its first sentence in bold."""
        self.say("danger", sentence)

    def say(self, tone: str, sentence: str) -> None:
        """Show a message above the content; tone is `ok`, `info`, `warning` or `danger`."""
        parts = _FIRST_SENTENCE.fullmatch(sentence)
        lead, rest = (parts[1], parts[2]) if parts else (sentence, "")
        self._notice.set_message(tone, lead, rest)
        self._notice.show()
        self._measure()
        self.to_top()

    def to_top(self) -> None:
        """Scroll to the beginning of the content."""
        self._area.verticalScrollBar().setValue(0)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll to a part of the content that has just been shown, once it has its place."""
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(widget, 0, current().px(16)))

    def hush(self) -> None:
        """Take the message away."""
        self._notice.hide()
        self._measure()

    def message(self) -> str:
        """The message shown, empty when there is none."""
        return self._notice.accessibleName() if self._notice.isVisibleTo(self) else ""

    def run(self, words: str, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Do `work` in the background and `done` with its result; a `UserError` is said in place, `words` if slow."""
        self._safe.hide()
        failed = self.fail
        self.running.start(words, work, lambda result: self._ran(done, result), lambda error: self._ran(failed, error))

    def fail(self, error: Exception) -> None:
        """Say a known fault; anything else is a bug and goes to the handler of bugs."""
        if not isinstance(error, UserError):
            raise error
        self.complain(str(error))

    def _ran(self, then: Callable[[Any], None], outcome: Any) -> None:
        self._safe.show()
        then(outcome)

    def _lay_out(self) -> None:
        self._words = QVBoxLayout()
        self._words.addWidget(self._title)
        self._words.addWidget(self._subtitle)
        self._head = QHBoxLayout()
        self._head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addLayout(self._words, 1)
        self._head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        content = Content()
        self._content = QVBoxLayout(content)
        self._above = QHBoxLayout()
        self._above.addWidget(self._notice)
        self._content.addLayout(self._above)
        self._content.addLayout(self.body, 1)
        self._area = ScrollingContent(content)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._safe, 1)
        self._foot.addWidget(self.running, 1)
        self._foot.addWidget(self.cancel)
        self._foot.addWidget(self.primary)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._head)
        self._column.addWidget(self._area, 1)
        self._column.addWidget(Hairline())
        self._column.addLayout(self._foot)
        self.setTabOrder(self.primary, self._close)

    def _measure(self) -> None:
        theme = current()
        side = theme.space("dialog")
        self._column.setContentsMargins(0, 0, 0, 0)
        self._head.setContentsMargins(side, theme.px(24), theme.px(24), 0)
        self._words.setSpacing(theme.px(3))
        self._head.setSpacing(theme.space("control"))
        self._mark.setContentsMargins(0, theme.px(3), 0, 0)
        inset = side - theme.px(self._overhang)
        self._content.setContentsMargins(inset, theme.px(16), inset, theme.px(20))
        self._content.setSpacing(theme.px(16) if not self._notice.isHidden() else 0)
        self._above.setContentsMargins(theme.px(self._overhang), 0, theme.px(self._overhang), 0)
        self.body.setSpacing(theme.space("control"))
        room = (theme.size("dialog_foot") - theme.size("control")) // 2
        self._foot.setContentsMargins(side, room, side, room)
        self._foot.setSpacing(theme.space("control"))
        self._close.setFixedSize(theme.size("control"), theme.size("target"))
