"""A field for a passphrase: hidden as it is typed, shown while its eye is pressed in."""

from PySide6.QtWidgets import QLineEdit

from mentorapp.i18n import _
from mentorapp.ui.learner.fields.field import Field
from mentorapp.ui.parts.button import IconButton


class PassphraseField(Field):
    """A label, a hidden line and an eye. What is typed is taken as it is, spaces included."""

    def __init__(self, label: str, hint: str = "") -> None:
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        super().__init__(label, self.line, hint)
        self.eye = IconButton(_("Vis, hvad der står"), "eye")
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._show)
        self.row.addWidget(self.eye)
        self.line.textEdited.connect(lambda _text: self.set_error(""))

    def _show(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.eye.icon_name = "eye-off" if shown else "eye"
        self.eye.setAccessibleName(_("Skjul, hvad der står") if shown else _("Vis, hvad der står"))
        self.eye.setToolTip(self.eye.accessibleName())
        self.eye.update()

    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def refuse(self, sentence: str) -> None:
        """Say what is wrong and select it, so that typing replaces it."""
        self.set_error(sentence)
        self.line.setFocus()
        self.line.selectAll()
