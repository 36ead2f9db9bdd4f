"""The slip with the six words of an invitation: handed over in person, never sent along with the file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mentorapp.i18n import _, day
from mentorapp.reports._flow import BODY, CAPTION, Part, Statement, Story, Text, gap, section
from mentorapp.reports._look import px
from mentorapp.reports._page import room, save, to_bytes
from mentorapp.reports._text import Style, draw

__all__ = ["build", "foot", "save", "title", "to_bytes"]

_TITLE, _WORD = Style("title"), Style("title")
_A_LINE = 3


class Words(Part):
    """The words under their numbers, in lines of three."""

    _HIGH, _WIDE = 62, 200

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self.words = words

    def needed(self) -> float:
        return px(self._HIGH) * -(-len(self.words) // _A_LINE)

    def draw(self) -> None:
        for place, word in enumerate(self.words):
            down, across = divmod(place, _A_LINE)
            x, top = px(self._WIDE) * across, self.needed() - px(self._HIGH) * down
            draw(self.canv, x, top - px(20), str(place + 1), CAPTION)
            draw(self.canv, x, top - px(44), word, _WORD)


def title() -> str:
    """The slip's name."""
    return _("Seks ord til din invitation")


def foot(made: date) -> str:
    """The line below the page."""
    return _("Lavet {day}. Riv sedlen i stykker, når du er i gang.").format(day=day(made))


def build(name: str, words: Sequence[str], until: date) -> Story:
    """What stands on the slip: the words, and what to do with them."""
    used = (
        _("1. Gem invitationen, du har fået som fil, og åbn den i Mentorapp."),
        _("2. Skriv de seks ord. Store og små bogstaver er ens."),
        _("3. Send den svarfil, programmet gemmer, tilbage til den, der inviterede."),
    )
    return [
        Text((title(), _TITLE)),
        gap(6),
        Text((_("Til {name}. Gælder til og med {day}.").format(name=name, day=day(until)), BODY)),
        *section(_("Ordene"), [Words(words)], room=room()),
        *section(_("Sådan bruges de"), [Text((line, BODY)) for line in used], room=room()),
        gap(14),
        Statement((_("Ordene åbner filen. Gem dem ikke sammen med den."), BODY)),
    ]
