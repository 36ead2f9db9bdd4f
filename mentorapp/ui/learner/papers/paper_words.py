"""What a paper is, how large it is, and where it came from, in words."""

from __future__ import annotations

from mentorapp.domain.document import MEDIA, Document
from mentorapp.i18n import _, day, number

SHOWN_HERE = ("pdf", "png", "jpeg")
"""Media the window can show by itself."""


def size(count: int) -> str:
    """`240 kB` or `1,4 MB`, in steps of 1,024; the least is 1 kB."""
    if count < 1 << 20:
        return _("{n} kB").format(n=min(1023, max(1, (count + 512) >> 10)))
    return _("{n} MB").format(n=number(count / (1 << 20)))


def about(paper: Document, here: bool) -> str:
    """`PDF · 240 kB · tilføjet 22-11-2026 af Karin Holst`; what is not known is left out."""
    added = _("tilføjet {day}").format(day=day(paper.added_on)) if paper.added_on else ""
    if paper.added_by:
        by = _("tilføjet {day} af {name}") if paper.added_on else _("tilføjet af {name}")
        added = by.format(day=day(paper.added_on) if paper.added_on else "", name=paper.added_by)
    on_its_way = "" if here else _("på vej fra en partner")
    # a newer program may know media this one does not
    kind = _(MEDIA[paper.media]) if paper.media in MEDIA else _("ukendt slags")
    return " · ".join(filter(None, (kind, size(paper.size), added, on_its_way)))
