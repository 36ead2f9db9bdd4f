"""A field: its label above, a control, and below it a hint or, in its place, what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.ui.parts.icon import Icon
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class Field(QWidget):
    """Holds one control. Optional is the norm; `required` says "skal udfyldes" beside the label."""

    def __init__(
        self, label: str, control: QWidget, hint: str = "", required: bool = False, grows: bool = False
    ) -> None:
        """`grows` lets the control take the height there is, as a field of many lines does."""
        super().__init__()
        self.control = control
        self.label = label
        self._hint = hint
        self._label = Label(label, "label", "muted")
        self._label.setBuddy(control)
        self._must = Label(_("skal udfyldes"), "caption", "muted")
        if not required:  # shown before it has a parent, it would be a window for a moment
            self._must.hide()
        self._below = Label(hint, "caption", "muted", wrap=True)
        self._sign = Icon("triangle-alert", "danger", "icon_small")
        self._sign.hide()
        self._head = QHBoxLayout()
        self._head.addWidget(self._label)
        self._head.addWidget(self._must)
        self._head.addStretch(1)
        self.row = QHBoxLayout()
        self.row.addWidget(control, 1)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._foot.addWidget(self._below, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addLayout(self.row, 1 if grows else 0)
        self._column.addLayout(self._foot)
        if not grows:
            self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        control.setAccessibleName(f"{label}, {self._must.text()}" if required else label)
        self._say(hint, wrong=False)
        measured(self, self._measure)

    def rename(self, label: str) -> None:
        """Ask for something else."""
        self.label = label
        self._label.setText(label)
        self.control.setAccessibleName(label)

    def hide_label(self) -> None:
        """Leave the label to readers aloud, where the row around the field says it already."""
        self._label.hide()

    def set_hint(self, hint: str) -> None:
        """Say something else below the control, unless it says what is wrong."""
        self._hint = hint
        if not self.error():
            self._say(hint, wrong=False)

    def set_error(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it back."""
        self._say(sentence or self._hint, wrong=bool(sentence))

    def error(self) -> str:
        """What is wrong, empty where nothing is."""
        return self._below.text() if self.control.property("invalid") else ""

    def _say(self, text: str, wrong: bool) -> None:
        self._below.setText(text)
        self._below.set_tone("danger" if wrong else "muted")
        self._below.setVisible(bool(text))
        self._sign.setVisible(wrong)
        self.control.setAccessibleDescription(text)
        if bool(self.control.property("invalid")) != wrong:
            self.control.setProperty("invalid", wrong)
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)

    def _measure(self) -> None:
        theme = current()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(5))
        self._head.setSpacing(theme.space("grid"))
        self._foot.setSpacing(theme.px(5))
        self.row.setSpacing(theme.space("control"))

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(96), super().minimumSizeHint().height())
