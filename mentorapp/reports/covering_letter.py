"""The covering letter of a sealed file: an ordinary page for secure mail, with the file in it. It names no learner."""

from __future__ import annotations

from datetime import date

from mentorapp.i18n import _, long_day, ngettext
from mentorapp.reports._flow import BODY, Statement, Story, Text, gap, section
from mentorapp.reports._head import Facts
from mentorapp.reports._page import room, save, to_bytes
from mentorapp.reports._text import Style

__all__ = ["build", "foot", "save", "title", "to_bytes"]

_TITLE = Style("title")


def title() -> str:
    """The letter's name."""
    return _("Brev med en fil til Mentorapp")


def foot(sent: date) -> str:
    """The line below the page."""
    return _("Sendt {day}. Filen ligger inde i dette brev; en udskrift kan ikke læses ind.").format(day=long_day(sent))


def build(sender: str, receiver: str, sent: date, learners: int, documents: int = 0) -> Story:
    """What stands in the letter: from whom, to whom, how much, and what to do. Figures only, and no learner's name."""
    facts = (
        (_("Fra"), sender),
        (_("Til"), receiver),
        (_("Dato"), long_day(sent)),
        (_("Indhold"), _amount(learners, documents)),
    )
    done = (
        _("1. Gem brevet på computeren, som det er. Åbn og gem det ikke i andre programmer."),
        _("2. Åbn Mentorapp, vælg Udveksling, og åbn dette brev. Du kan også trække det ind på vinduet."),
        _("3. Se, hvad der er nyt, og tag imod. Intet bliver ændret, før du har sagt ja."),
    )
    known = (
        _("Filen er krypteret, og kun den Mentorapp, som {receiver} bruger, kan åbne den.").format(receiver=receiver),
        _("Brevet selv nævner ingen elever. Når filen er læst ind, kan brevet slettes."),
    )
    warning = _("Ventede du ikke dette brev, så ring til {sender}, før du åbner filen.").format(sender=sender)
    return [
        Text((title(), _TITLE)),
        gap(12),
        Facts(facts),
        *section(_("Sådan læses filen"), [Text((line, BODY)) for line in done], room=room()),
        *section(_("Godt at vide"), [Text((line, BODY)) for line in known], room=room()),
        gap(14),
        Statement((warning, BODY)),
    ]


def pdf(sender: str, receiver: str, sent: date, learners: int) -> bytes:
    """The finished letter, before a file is laid into it."""
    return to_bytes(build(sender, receiver, sent, learners), title(), foot(sent))


def _amount(learners: int, documents: int) -> str:
    told = ngettext("{n} elev", "{n} elever", learners).format(n=learners)
    if not documents:
        return told
    papers = ngettext("{n} dokument", "{n} dokumenter", documents).format(n=documents)
    return _("{papers} om {learners}").format(papers=papers, learners=told)
