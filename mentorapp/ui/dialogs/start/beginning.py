"""The last step: what to begin with."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QWidget

from mentorapp.i18n import _
from mentorapp.ui.dialogs.start.step import Step
from mentorapp.ui.dialogs.start.way_choice import Way, WayChoice

Then = Literal["empty", "import", "invitation", "demo"]


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
                Way(
                    "invitation",
                    _("Jeg har fået en invitation"),
                    _(
                        "En fil fra gennemførselsvejlederen og seks ord i telefonen. "
                        "Eleverne kommer med den første fil."
                    ),
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
            "invitation": _("Opret og åbn invitationen"),
            "empty": _("Opret og begynd tomt"),
            "demo": _("Opret og se eksemplet"),
        }[self.then()]

    def icon(self) -> str:
        return "check"

    def first(self) -> QWidget:
        return self.ways.radio(self.ways.key())

    def then(self) -> Then:
        """What was chosen."""
        known: dict[str, Then] = {"import": "import", "invitation": "invitation", "demo": "demo"}
        return known.get(self.ways.key(), "empty")

    def offer_lists(self, offered: bool) -> None:
        """Lists are a coordinator's to import; a mentor begins with an invitation."""
        # offered before the other goes, so that there is always one to take
        self.ways.offer("invitation", True)
        self.ways.offer("import", offered)
        self.ways.offer(
            "empty",
            True,
            _("Opret den første elev selv.") if offered else _("Invitationen kan åbnes senere under Udveksling."),
        )
