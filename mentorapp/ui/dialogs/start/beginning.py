"""The last step: what to begin with."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QWidget

from mentorapp.i18n import _
from mentorapp.ui.dialogs.start.step import Step
from mentorapp.ui.dialogs.start.way_choice import Way, WayChoice

Then = Literal["empty", "import", "demo"]


class Beginning(Step):
    """What to begin with."""

    def __init__(self) -> None:
        super().__init__()
        self.ways = WayChoice(
            _("Hvad vil du begynde med?"),
            [
                Way(
                    "import",
                    _("Importér en liste"),
                    _("Excel eller CSV: elever, skoleplan, fremmøde, praktiktimer. Du ser alt, før det gemmes."),
                ),
                Way("empty", _("Begynd tomt"), _("Opret den første elev selv.")),
                Way(
                    "demo",
                    _("Prøv uden egne data"),
                    _("Åbner tretten opdigtede elever i en mappe for sig. Intet blandes."),
                ),
            ],
        )
        self.ways.chosen.connect(lambda _key: self.changed.emit())
        self.column.addWidget(self.ways)

    def title(self) -> str:
        return _("Hvad vil du begynde med?")

    def subtitle(self) -> str:
        return _("Det andet kan du altid gøre senere")

    def safe(self) -> str:
        return _("Det, du importerer, kan fortrydes.")

    def onward(self) -> str:
        return {
            "import": _("Opret og vælg liste"),
            "empty": _("Opret og begynd tomt"),
            "demo": _("Opret og se eksemplet"),
        }[self.then()]

    def icon(self) -> str:
        return "check"

    def first(self) -> QWidget:
        return self.ways.radio(self.ways.key())

    def then(self) -> Then:
        """What was chosen."""
        key = self.ways.key()
        return "import" if key == "import" else "demo" if key == "demo" else "empty"

    def offer_lists(self, offered: bool) -> None:
        """Lists are a coordinator's to import; a mentor waits for a file."""
        self.ways.offer("import", offered)
        self.ways.offer(
            "empty",
            True,
            _("Opret den første elev selv.")
            if offered
            else _("Eleverne kommer med filen fra gennemførselsvejlederen, når programmet kan læse den."),
        )
