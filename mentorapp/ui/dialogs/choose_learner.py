"""Asks about whom: a name that completes as it is typed."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from mentorapp.i18n import _
from mentorapp.ui.book import Book
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.parts.label import Label


class ChooseLearner(Dialog):
    """One field; Enter takes the name, or the only one that fits what is typed."""

    def __init__(self, parent: QWidget, desk: Desk, title: str = "", does: str = "", icon: str = "pencil") -> None:
        """`title` asks whom it is about, `does` is what the button promises; without them it is a note."""
        super().__init__(parent, title or _("Notat om hvem?"), width=440)
        self._by_name = _by_name(desk.book)
        self.chosen: bytes | None = None
        self.field = QLineEdit()
        self.field.setAccessibleName(_("Elevens navn"))
        self.field.setPlaceholderText(_("Begynd at skrive navnet"))
        completer = QCompleter(list(self._by_name), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda _name: self.submit(), Qt.ConnectionType.QueuedConnection)
        self.field.setCompleter(completer)
        self.body.addWidget(Label(_("Elev"), "label", "muted"))
        self.body.addWidget(self.field)
        self.set_primary(does or _("Skriv notat"), icon)
        # Enter takes the learner of just now; typing replaces the name
        lately = next((name for name, learner in self._by_name.items() if learner == desk.lately), "")
        self.field.setText(lately)
        self.field.selectAll()
        self.field.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, desk: Desk, title: str = "", does: str = "", icon: str = "pencil") -> bytes | None:
        """The learner chosen, or None."""
        dialog = cls(parent, desk, title, does, icon)
        dialog.exec()
        dialog.deleteLater()
        return dialog.chosen

    def submit(self) -> None:
        typed = self.field.text().strip().casefold()
        fitting = [name for name in self._by_name if name.casefold() == typed]
        fitting = fitting or [name for name in self._by_name if typed and typed in name.casefold()]
        if len(fitting) == 1:
            self.chosen = self._by_name[fitting[0]]
            self.accept()
        elif fitting:
            self.complain(_("Flere elever passer: {names}. Skriv lidt mere.").format(names=", ".join(fitting[:4])))
        else:
            self.complain(_("Ingen elev hedder sådan. Skriv en del af navnet."))


def _by_name(book: Book) -> dict[str, bytes]:
    """Names to learners; two of one name are told apart by where they are."""
    names: dict[str, bytes] = {}
    entries = list(book.entries.values())
    counts = Counter(entry.name for entry in entries)
    for entry in entries:
        where = ", ".join(filter(None, (entry.site, entry.learner.hex()[:4])))
        names[f"{entry.name} ({where})" if counts[entry.name] > 1 else entry.name] = entry.learner
    return names
