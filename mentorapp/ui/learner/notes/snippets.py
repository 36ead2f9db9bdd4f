"""Ready sentences for a note: a menu that inserts them as ordinary text, and a dialog for one's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

from mentorapp.i18n import _
from mentorapp.store import snippets as stored
from mentorapp.store.database import Store
from mentorapp.ui import icons
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current

LONGEST = 60
"""Letters of a sentence shown in the menu."""


def ready() -> list[tuple[str, str]]:
    """The shipped ones, each by its name: the parts of a weekly note, and all of them at once."""
    parts = [
        (_("Gjort"), _("Gjort i ugen: ")),
        (_("Lært"), _("Lært i ugen: ")),
        (_("Næste gang"), _("Næste gang øver vi: ")),
        (_("Nye ord"), _("Nye ord: ")),
    ]
    return [*parts, (_("Hele ugenotatet"), "\n".join(text for _name, text in parts))]


def insert(field: QPlainTextEdit, text: str) -> None:
    """Put `text` where the cursor is, on a line of its own; one Ctrl+Z in the field takes it away."""
    cursor = field.textCursor()
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if not cursor.atBlockStart():
        cursor.insertText("\n")
    start = cursor.position()
    cursor.insertText(text)
    if "\n" in text:
        # several lines: one begins with the first
        cursor.setPosition(start + text.index("\n"))
    cursor.endEditBlock()
    field.setTextCursor(cursor)
    field.setFocus()


def menu(owner: QWidget, store: Store, chosen: Callable[[str], object], manage: Callable[[], object]) -> QMenu:
    """The menu: shipped sentences, own ones, and the way to change those."""
    made = QMenu(owner)
    for name, text in ready():
        made.addAction(name).triggered.connect(lambda _checked=False, text=text: chosen(text))
    own = stored.load(store)
    if own:
        made.addSeparator()
    for text in own:
        shown = text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
        # Qt takes & for the mark of a letter
        action = made.addAction(shown.replace("&", "&&"))
        action.triggered.connect(lambda _checked=False, text=text: chosen(text))
    made.addSeparator()
    made.addAction(icons.icon("settings", "text"), _("Egne tekststykker …")).triggered.connect(lambda: manage())
    return made


class SnippetsDialog(Dialog):
    """One's own sentences, one a line."""

    def __init__(self, parent: QWidget, store: Store) -> None:
        super().__init__(parent, _("Egne tekststykker"), _("Gælder kun på denne maskine"), width=560)
        self._store = store
        self.field = QPlainTextEdit("\n".join(stored.load(store)))
        self.field.setAccessibleName(_("Egne tekststykker"))
        self.field.setTabChangesFocus(True)
        self.field.setPlaceholderText(_("Hjalp til ved måltidet og talte dansk undervejs."))
        self.body.addWidget(Label(_("Ét tekststykke på hver linje."), "label", "muted"))
        self.body.addWidget(self.field, 1)
        self.set_primary(_("Gem tekststykker"), "save")
        self.set_safe(_("Notater, der er skrevet, ændres ikke."))
        self.field.setFocus()
        measured(self, lambda: self.field.setMinimumHeight(current().px(200)))

    def submit(self) -> None:
        lines = self.field.toPlainText().splitlines()
        self.run(_("Gemmer tekststykker"), lambda: stored.save(self._store, lines), lambda _none: self.accept())
