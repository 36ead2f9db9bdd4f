"""Månedsark: a month of practice for a mentor without the program to fill in by hand.

Its words are Danish whatever the window speaks (`domain/month_sheet_words.py`).
"""

from __future__ import annotations

from datetime import date

from mentorapp.domain import month_sheet_words as words
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.month_sheet import ABSENCES, MonthSheet, month_sheet
from mentorapp.errors import UserError
from mentorapp.i18n import _, day, month
from mentorapp.reports import _page
from mentorapp.reports._flow import BODY, CAPTION, STRONG, Part, Story, Text, gap
from mentorapp.reports._head import Facts, Head
from mentorapp.reports._look import px
from mentorapp.reports._month_grid import WeekGrid
from mentorapp.reports._page import save
from mentorapp.reports._written_lines import WrittenLines

__all__ = ["build", "document_title", "foot", "save", "sheet", "title", "to_bytes"]


def title() -> str:
    """The report's name, for menus."""
    return _("Månedsark")


def document_title(case: CaseFile, of: date) -> str:
    """What the file and its pages are called; `of` is a day of the month."""
    return f"{words.TITLE} · {words.month_name(of)} · {case.learner.name}"


def foot(today: date) -> str:
    """The line below every page."""
    return f"Lavet {day(today)} i Mentorapp. Gem arket, hvor andre ikke kan læse det."


def sheet(case: CaseFile, ledger: Ledger | None, of: date) -> MonthSheet:
    """The sheet for the month of `of`; a `UserError` where there is no course, or none of its weeks is in it."""
    if ledger is None or case.enrolment is None:
        raise UserError(
            _("{name} har intet forløb endnu, så der er intet månedsark. Læg et forløb ind på elevens side.")
            .format(name=case.learner.name)
        )  # fmt: skip
    told = month_sheet(case, ledger, of)
    if not told.weeks:
        named = f"{month(of.month)} {of.year}".capitalize()
        raise UserError(_("{month} har ingen uger i forløbet. Vælg en anden måned.").format(month=named))
    return told


def build(told: MonthSheet) -> Story:
    """What stands on the pages. Equal sheets give equal pages."""
    case = told.case
    head = Head(words.TITLE, words.month_name(told.month).capitalize(), case.learner.name, _about(told))
    story: Story = [head, gap(16), Facts(_facts(told)), gap(16)]
    story += _how(told)
    story += [WeekGrid(week) for week in told.weeks]
    return [*story, gap(20), WrittenLines([words.FILLED_BY, words.FILLED_ON])]


def to_bytes(story: Story, title: str, foot: str) -> bytes:
    """The finished PDF, its page numbers in Danish too."""
    return _page.to_bytes(story, title, foot, numbered="Side {number} af {count}", lang="da")


def _about(told: MonthSheet) -> str:
    return f"Praktik, {words.span(told)}"


def _facts(told: MonthSheet) -> list[tuple[str, str]]:
    """Where the learner is and with whom. Never the birth date or the registration number: it lies on a desk."""
    organisation = told.case.organisation
    placement = told.case.placement(told.weeks[-1].days[-1].day)
    site = organisation.sites.get(placement.site or "") if placement else None
    mentor = organisation.people.get(placement.mentor or "") if placement else None
    return [
        (words.PLACE, site.name if site else "ikke oplyst"),
        ("Afdeling", (placement.department if placement else None) or "ikke oplyst"),
        ("Mentor", mentor.name if mentor else "ikke oplyst"),
    ]


def _how(told: MonthSheet) -> list[Part]:
    parts: list[Part] = [Text((f"{number}.", STRONG), (f" {line}", BODY)) for number, line in enumerate(words.HOW, 1)]
    parts.append(Text(("Fravær kan være:", STRONG), (f" {' · '.join(ABSENCES.values())}.", BODY)))
    if more := " ".join(words.elsewhere(told)):
        parts.append(Text((f"Arket har hele uger. {more}", CAPTION)))
    for part in parts[1:]:
        part.spaceBefore = px(2)
    return parts
