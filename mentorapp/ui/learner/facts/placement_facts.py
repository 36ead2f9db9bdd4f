"""The facts about a placement: where practice happens, with whom, and how many hours a week."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import date
from typing import Any

from mentorapp.domain.change import Change, creation, update
from mentorapp.domain.placement import PURPOSES, Placement
from mentorapp.i18n import _, day
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.facts.fact_panel import FactPanel
from mentorapp.ui.learner.facts.placement_form import PlacementForm
from mentorapp.ui.learner.facts.workplace import (
    mentor_named,
    mentor_names,
    overlap,
    site_named,
    site_names,
    site_trouble,
)
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.fact_choice import FactChoice
from mentorapp.ui.learner.fields.fact_field import FactField
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label

PAID = "paid"
"""Key of the choice that says a placement's hours are paid ones beside practice (småjob)."""


class PlacementFacts(FactPanel):
    """The placement of today. A site or mentor nobody has written before is made with the same save."""

    TABLE = Placement.TABLE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Praktik"))
        self.add("site", FactField(_("Praktiksted")), wide=True)
        self.add("department", FactField(_("Afdeling")))
        self.add("mentor", FactField(_("Mentor"), reading.person))
        self.add("first_day", FactField(_("Fra"), reading.day, reading.show_day))
        self.add("last_day", FactField(_("Til"), reading.day, reading.show_day))
        hours = FactField(_("Praktiktimer om ugen"), reading.hours_a_week, reading.show_hours, example=_("fx 28"))
        self.add("minutes_a_week", hours)
        self.add(
            "weekdays", FactField(_("Praktikdage"), reading.weekdays, reading.show_weekdays, example=_("fx man-ons"))
        )
        steps = FactField(_("Timetrappe"), reading.hours_steps, reading.show_hours_steps)
        steps.set_hint(_("Timer, der stiger: 02-03-2026: 10, 01-06-2026: 15"))
        self.add("hours_steps", steps, wide=True)
        purposes = [("", _("ikke oplyst")), *((key, _(text)) for key, text in PURPOSES.items())]
        self.add("purpose", FactChoice(_("Formål"), purposes), wide=True)
        self.add("p_number", FactField(_("P-nummer, hvis et andet end stedets")))
        self.add("paid", FactChoice(_("Timerne er"), [("", _("praktik")), (PAID, _("lønnede timer"))]))
        self.add("special_need", FactField(_("Særligt behov for længere praktik")), wide=True)
        self.others = Label("", "caption", "muted", wrap=True)
        self.body.addWidget(self.others)
        self.new = Button(_("Nyt praktiksted"), icon="plus", size="small")
        self.new.clicked.connect(self._write)
        self.set_aside(self.new)

    def row_of(self, opened: Opened) -> Any:
        return opened.case.placement(self.desk.session.today)

    def empty_row(self, opened: Opened) -> Any:
        assert opened.case.enrolment is not None
        return Placement(opened.case.learner.learner, secrets.token_hex(8), opened.case.enrolment.id)

    def show_case(self, opened: Opened, afresh: bool) -> None:
        super().show_case(opened, afresh)
        organisation = opened.case.organisation
        self.offer("site", site_names(organisation))
        self.offer("mentor", mentor_names(organisation))
        self.others.setText("\n".join(self._other_placements(opened)))
        self.others.setVisible(bool(self.others.text()))
        self.new.setEnabled(self.may_write() and opened.case.enrolment is not None)

    def _other_placements(self, opened: Opened) -> list[str]:
        """The placements that are not the one of today, in order."""
        case, shown = opened.case, self.row_of(opened)
        others = [row for row in case.placements if case.enrolment and row.enrolment == case.enrolment.id]
        others.sort(key=lambda row: row.first_day or date.min)
        said = []
        for row in others:
            if shown is not None and row.id != shown.id:
                site = case.organisation.site_names.get(row.site or "")
                first, last = (reading.show_day(end) or _("ikke oplyst") for end in (row.first_day, row.last_day))
                said.append(f"{first} – {last}: {site or _('praktiksted ikke oplyst')}")
        return said

    def _write(self) -> None:
        """Write where practice goes on."""
        enrolment = self.opened.case.enrolment if self.opened else None
        if self.opened is not None and enrolment is not None:
            form = PlacementForm(self, self.desk, enrolment, self.row_of(self.opened))
            form.exec()
            form.deleteLater()

    def known(self, row: Any, attribute: str) -> Any:
        value = super().known(row, attribute)
        if attribute == "paid":
            return PAID if value else None
        if value is None or self.opened is None or attribute not in ("site", "mentor"):
            return value
        organisation = self.opened.case.organisation
        if attribute == "site":
            return organisation.site_names.get(value)
        found = organisation.people.get(value)
        return found.name if found else None

    def trouble(self, attribute: str, value: Any) -> str:
        assert self.opened is not None
        if self.opened.case.enrolment is None:
            return _("Skriv først startdatoen under Forløb; så er der et forløb at gemme det i.")
        if attribute == "site":
            return site_trouble(self.opened.case.organisation, value)
        row = self.row_of(self.opened) or self.empty_row(self.opened)
        if attribute not in ("first_day", "last_day"):
            return ""
        first = value if attribute == "first_day" else row.first_day
        last = value if attribute == "last_day" else row.last_day
        if first and last and last < first:
            return _("Til ({last}) ligger før fra ({first}). Ret den ene af dem.").format(
                first=day(first), last=day(last)
            )
        return overlap(self.opened.case, replace(row, first_day=first, last_day=last))

    def changes(self, attribute: str, value: Any) -> list[Change]:
        assert self.opened is not None
        organisation = self.opened.case.organisation
        before = self.row_of(self.opened)
        row = before or self.empty_row(self.opened)
        made: list[Change] = []
        if attribute == "site":
            value, made = site_named(organisation, value)
        elif attribute == "mentor":
            value, made = mentor_named(organisation, value, row.site)
        elif attribute == "paid":
            value = value == PAID
        elif attribute in ("weekdays", "hours_steps"):
            value = value or ()
        after = replace(row, **{attribute: value})
        return made + (creation(after) if before is None else update(before, after))
