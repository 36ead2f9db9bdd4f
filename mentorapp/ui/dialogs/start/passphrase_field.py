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
        self._eye = IconButton(_("Vis, hvad der står"), "eye")
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        self.row.addWidget(self._eye)
        self.line.textEdited.connect(lambda _text: self.set_error(""))

    def _show(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.icon_name = "eye-off" if shown else "eye"
        self._eye.setAccessibleName(_("Skjul, hvad der står") if shown else _("Vis, hvad der står"))
        self._eye.setToolTip(self._eye.accessibleName())
        self._eye.update()

    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def refuse(self, sentence: str) -> None:
        """Say what is wrong and select it, so that typing replaces it."""
        self.set_error(sentence)
        self.line.setFocus()
        self.line.selectAll()
