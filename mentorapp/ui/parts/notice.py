"""The status line: a sentence that lies over the foot of the page for a while, and moves nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.ui.parts.button import Button, IconButton
from mentorapp.ui.parts.icon import Icon
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current

SHOWN_MS = 8_000
"""How long a good message stays. One about a fault stays until it is closed or replaced."""


class Notice(QFrame):
    """What was just done, with a way to take it back, or what could not be done."""

    undo_pressed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("notice")
        self._over = over
        self._icon = Icon("check", "ok")
        self._words = Label("", wrap=True)
        self._undo = Button(_("Fortryd"), "text", "undo-2")
        self._undo.clicked.connect(self.undo_pressed)
        self._close = IconButton(_("Luk beskeden"), "x")
        self._close.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._undo)
        self._row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        measured(self, self._measure)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, text: str, undoable: bool = False) -> None:
        """Say what was done."""
        self._show(text, "check", "ok", undoable)
        self._timer.start()

    def fail(self, text: str) -> None:
        """Say what could not be done."""
        self._timer.stop()
        self._show(text, "octagon-alert", "danger", False)

    def _show(self, text: str, icon: str, tone: str, undoable: bool) -> None:
        self._words.setText(text)
        self._icon.set_icon(icon, tone)
        self._undo.setVisible(undoable)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()

    def _measure(self) -> None:
        theme = current()
        side = theme.space("control")
        self._row.setContentsMargins(theme.px(16), side // 2, side // 2, side // 2)
        self._row.setSpacing(side)
        ground, edge = theme.colour("surface_raised").name(), theme.colour("line_strong").name()
        line, radius = theme.line("edge"), theme.radius("panel")
        self.setStyleSheet(
            f"#notice {{ background: {ground}; border-radius: {radius}px; border: {line}px solid {edge}; }}"
        )
        self._place()

    def _place(self) -> None:
        width = min(self._over.width() - current().px(48), current().px(760))
        height = max(self.heightForWidth(width), self.sizeHint().height())
        left, top = (self._over.width() - width) // 2, self._over.height() - height - current().px(16)
        self.setGeometry(left, top, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False
