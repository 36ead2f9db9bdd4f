"""The facts about the enrolment: which scheme, from when to when, by which rules, and for whom."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from mentorapp.domain.change import Change, creation, update
from mentorapp.domain.enrolment import EARLIER_IGU, EXTENSION_REASONS, Enrolment
from mentorapp.domain.programme import Programme, find
from mentorapp.i18n import _, day
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.facts.fact_panel import FactPanel
from mentorapp.ui.learner.facts.rule_set_words import rule_set_in_brief, rule_set_reason
from mentorapp.ui.learner.facts.scheme_words import scheme_notes
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.fact_choice import FactChoice
from mentorapp.ui.learner.fields.fact_field import FactField
from mentorapp.ui.parts.label import Label


class CourseFacts(FactPanel):
    """A new start date, or another scheme, chooses the rule set again; the panel shows which and why."""

    TABLE = Enrolment.TABLE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Forløb"))
        self.add("programme", FactField(_("Ordning"), required=True), wide=True)
        self.add("start", FactField(_("Startdato"), reading.day, reading.show_day, required=True))
        self.add("agreed_end", FactField(_("Aftalt slut"), reading.day, reading.show_day))
        reasons = [("", _("ikke oplyst")), *((key, _(text)) for key, text in EXTENSION_REASONS.items())]
        self.add("extension_reason", FactChoice(_("Hvorfor forlænget"), reasons))
        self.add("signed_on", FactField(_("Aftale underskrevet"), reading.day, reading.show_day))
        self._rules = Label("", "strong", wrap=True)
        self._why = Label("", "caption", "muted", wrap=True)
        self.grid.add(Label(_("Regelsæt"), "label", "muted"), wide=True)
        self.grid.add(self._rules, wide=True)
        self.grid.add(self._why, wide=True)
        hours = FactField(_("Skoletimer om ugen"), reading.hours_a_week, reading.show_hours, example=_("fx 7,4"))
        self.add("school_minutes_a_week", hours)
        self.add("municipality", FactField(_("Bopælskommune")))
        self.add("arrived_on", FactField(_("Ankomst til kommunen"), reading.day, reading.show_day))
        self.add("target_group", FactField(_("Målgruppe")))
        self.add("team", FactField(_("Hold")))
        earlier = [("", _("ikke oplyst")), *((key, _(text)) for key, text in EARLIER_IGU.items())]
        self.add("earlier_igu", FactChoice(_("Tidligere igu"), earlier))
        job = FactField(_("Ansat samme sted til"), reading.day, reading.show_day)
        job.set_hint(_("Ordinært job hos samme arbejdsgiver før start; praktik og løntilskud tæller ikke."))
        self.add("earlier_job_ended_on", job)
        self.add("remark", FactField(_("Bemærkning")), wide=True)

    def row_of(self, opened: Opened) -> Any:
        return opened.case.enrolment

    def empty_row(self, opened: Opened) -> Any:
        programme = self.fields["programme"]
        assert isinstance(programme, FactField)
        written = reading.line(programme.line.text()) or _first_with_rules(self.desk.session.programmes)
        key = _key_of(self.desk.session.programmes, written)
        return Enrolment(opened.case.learner.learner, secrets.token_hex(8), key, date.min)

    def show_case(self, opened: Opened, afresh: bool) -> None:
        super().show_case(opened, afresh)
        enrolment, programme = opened.case.enrolment, opened.case.programme
        self._rules.setText(rule_set_in_brief(enrolment, programme))
        notes = scheme_notes(opened.case, self.desk.session.today)
        self._why.setText(" ".join(filter(None, (rule_set_reason(enrolment, programme), notes))))
        self._why.setVisible(bool(self._why.text()))
        lawful = _lawful_end(opened)
        self.fields["agreed_end"].set_hint(_("Tom: slut efter loven, {day}").format(day=day(lawful)) if lawful else "")
        self.fields["start"].set_hint("" if enrolment else _("Forløbet begynder, når datoen er skrevet."))
        self.offer("programme", [programme.name for programme in self.desk.session.programmes])

    def known(self, row: Any, attribute: str) -> Any:
        value = super().known(row, attribute)
        if attribute == "programme" and value:
            programme = find(self.desk.session.programmes, value)
            return programme.name if programme else value
        return value

    def trouble(self, attribute: str, value: Any) -> str:
        assert self.opened is not None
        enrolment = self.opened.case.enrolment
        if enrolment is None:
            if attribute != "start":
                return _("Skriv først startdatoen; så er der et forløb at gemme det i.")
            return ""
        start = value if attribute == "start" else enrolment.start
        end = value if attribute == "agreed_end" else enrolment.agreed_end
        if attribute in ("start", "agreed_end") and end is not None and end < start:
            return _("Slut ({end}) ligger før start ({start}). Ret den ene af dem.").format(
                start=day(start), end=day(end)
            )
        return ""

    def changes(self, attribute: str, value: Any) -> list[Change]:
        assert self.opened is not None
        programmes = self.desk.session.programmes
        if attribute == "programme":
            value = _key_of(programmes, value)
        before = self.row_of(self.opened)
        after = replace(before or self.empty_row(self.opened), **{attribute: value})
        if before is None or attribute in ("programme", "start"):
            programme = find(programmes, after.programme)
            chosen = programme.rule_set_on(after.start) if programme else None
            after = replace(after, rule_set=chosen.key if chosen else None)
        return creation(after) if before is None else update(before, after)

    def save(self, attribute: str, value: Any) -> bool:
        assert self.opened is not None
        before = self.opened.case.enrolment
        saved = super().save(attribute, value)
        after = self.opened.case.enrolment
        if saved and before and after and before.rule_set != after.rule_set:
            # the figures of the whole course follow, so it is said where it cannot be missed
            brief = rule_set_in_brief(after, self.opened.case.programme)
            self.desk.said.emit(_("Regelsættet er valgt igen: {rules}").format(rules=brief))
        return saved


def _key_of(programmes: Sequence[Programme], written: str) -> str:
    programme = find(programmes, written)
    return programme.key if programme else written


def _first_with_rules(programmes: Sequence[Programme]) -> str:
    return next((programme.key for programme in programmes if programme.rule_sets), "IGU")


def _lawful_end(opened: Opened) -> date | None:
    programme = opened.case.programme
    return opened.ledger.end if opened.ledger and programme and programme.years else None
