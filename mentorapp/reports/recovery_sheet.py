"""The recovery sheet: the key that opens the data when the passphrase is forgotten, to be printed and locked away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mentorapp.i18n import _, day
from mentorapp.reports._flow import BODY, CAPTION, MUTED, Part, Statement, Story, Text, gap, section
from mentorapp.reports._look import px
from mentorapp.reports._page import room, save, to_bytes
from mentorapp.reports._text import Style, draw

__all__ = ["build", "foot", "save", "title", "to_bytes"]

_TITLE, _GROUP = Style("title"), Style("title")
_A_LINE = 3
"""Groups side by side: in longer lines who reads aloud or types loses the place."""


class Groups(Part):
    """The groups of the key, each under its number."""

    _HIGH, _WIDE = 62, 150

    def __init__(self, groups: Sequence[str]) -> None:
        super().__init__()
        self.groups = groups

    def needed(self) -> float:
        return px(self._HIGH) * -(-len(self.groups) // _A_LINE)

    def draw(self) -> None:
        for place, group in enumerate(self.groups):
            down, across = divmod(place, _A_LINE)
            x, top = px(self._WIDE) * across, self.needed() - px(self._HIGH) * down
            draw(self.canv, x, top - px(20), str(place + 1), CAPTION)
            draw(self.canv, x, top - px(44), "  ".join(group), _GROUP)


def title() -> str:
    """The sheet's name. It names nobody: who finds it shall not know whose data it opens."""
    return _("Genskabelsesark til Mentorapp")


def foot(made: date) -> str:
    """The line below the page."""
    return _("Lavet {day}. Laves der et nyt ark, gælder dette ikke mere.").format(day=day(made))


def build(key: str, made: date) -> Story:
    """What stands on the sheet: the key in numbered groups, how it is used, how it is kept."""
    used = (
        _("1. Start Mentorapp, og tryk på »Glemt adgangssætningen?«."),
        _("2. Skriv de ni grupper. Store og små bogstaver er ens, og mellemrum betyder intet."),
        _("3. Vælg en ny adgangssætning."),
    )
    kept = (
        _("Læg arket i et aflåst skab eller i en lukket kuvert hos din leder. Læg det ikke ved computeren."),
        _("Er arket blevet væk, så lav et nyt under Indstillinger. Så åbner det gamle ikke længere."),
        _("Sikkerhedskopier, der er lavet før {day}, åbnes med den nøgle, der gjaldt dengang.").format(day=day(made)),
    )
    warning = _("Den, der har både arket og computeren eller en sikkerhedskopi, kan læse alt.")
    return [
        Text((title(), _TITLE)),
        gap(6),
        Text((_("Med denne nøgle kan dine data åbnes, hvis adgangssætningen er glemt."), BODY)),
        *section(_("Nøglen"), [Groups(key.split("-"))], room=room()),
        Text((_("Bogstaverne I, L, O og U bruges ikke: 0 er et nul, 1 er et ettal."), MUTED)),
        *section(_("Sådan bruges den"), [Text((line, BODY)) for line in used], room=room()),
        *section(_("Sådan gemmes den"), [Text((line, BODY)) for line in kept], room=room()),
        gap(14),
        Statement((warning, BODY)),
    ]
