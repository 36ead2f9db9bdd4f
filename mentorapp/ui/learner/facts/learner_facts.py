"""The facts about the learner that everybody who follows them may read."""

from __future__ import annotations

from typing import Any

from mentorapp.domain.change import Change
from mentorapp.domain.learner import Learner
from mentorapp.i18n import _
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.facts.fact_panel import FactPanel
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.fact_choice import FactChoice
from mentorapp.ui.learner.fields.fact_field import FactField


def exams() -> list[tuple[str, str]]:
    """Passed exams to choose from."""
    return [
        ("", _("ingen kendt")),
        ("PD1", _("Prøve i Dansk 1")),
        ("PD2", _("Prøve i Dansk 2")),
        ("PD3", _("Prøve i Dansk 3")),
        ("SP", _("Studieprøven")),
    ]


class LearnerFacts(FactPanel):
    """Name, how to reach them, and their Danish."""

    TABLE = Learner.TABLE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Elev"))
        self.add("name", FactField(_("Navn"), reading.person, required=True), wide=True)
        self.add("phone", FactField(_("Telefon")))
        self.add("email", FactField(_("E-mail"), reading.email))
        self.add("languages", FactField(_("Sprog"), example=_("fx tigrinya, arabisk")), wide=True)
        self.add("danish_level", FactField(_("Danskniveau"), example=_("fx DU2 modul 4")))
        self.add("exam", FactChoice(_("Højeste beståede prøve"), exams()))
        modules = [("", _("ikke oplyst")), *((str(n), _("modul {n}").format(n=n)) for n in range(1, 7))]
        self.add("danish_module", FactChoice(_("Nået til"), modules))
        signed_up = FactField(_("Tilmeldt prøven den"), reading.day, reading.show_day)
        signed_up.set_hint(_("Første dag i den prøvetermin, eleven er tilmeldt."))
        self.add("exam_signed_up_for", signed_up)
        self.add("exam_passed_on", FactField(_("Prøven bestået den"), reading.day, reading.show_day))

    def row_of(self, opened: Opened) -> Any:
        return opened.case.learner

    def known(self, row: Any, attribute: str) -> Any:
        value = super().known(row, attribute)
        return str(value) if attribute == "danish_module" and value else value

    def changes(self, attribute: str, value: Any) -> list[Change]:
        return super().changes(attribute, int(value) if attribute == "danish_module" and value else value)

    def trouble(self, attribute: str, value: Any) -> str:
        if attribute == "exam_passed_on" and value and value > self.desk.session.today:
            return _("Datoen ligger ude i fremtiden. En prøve er først bestået, når dagen er gået.")
        return ""
