"""What only coordinators hold; elsewhere the panel says where it can be seen."""

from __future__ import annotations

from typing import Any

from mentorapp.domain.learner import LEARNER_ROW, LearnerPrivate
from mentorapp.i18n import _
from mentorapp.lists.cells.text import born_on
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.facts.fact_panel import FactPanel
from mentorapp.ui.learner.facts.registration_field import RegistrationField
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.fact_field import FactField
from mentorapp.ui.parts.label import Label


class PrivateFacts(FactPanel):
    """Birth date, CPR number, permit and first address."""

    TABLE = LearnerPrivate.TABLE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Kun for gennemførselsvejledere"))
        self.add("birth_date", FactField(_("Fødselsdato"), reading.birth_date, reading.show_day))
        self._number = RegistrationField()
        self.add("registration_number", self._number)
        self.add("permit_expires", FactField(_("Opholdskort udløber"), reading.day, reading.show_day))
        self.add("first_danish_address", FactField(_("Første adresse i Danmark"), reading.day, reading.show_day))
        self._differs = Label("", "caption", "warning", wrap=True)
        self._withheld = Label(_("Ses hos gennemførselsvejlederen."), tone="muted", wrap=True)
        self.body.addWidget(self._differs)
        self.body.addWidget(self._withheld)

    def row_of(self, opened: Opened) -> Any:
        return opened.case.private

    def empty_row(self, opened: Opened) -> Any:
        return LearnerPrivate(opened.case.learner.learner, LEARNER_ROW)

    def show_case(self, opened: Opened, afresh: bool) -> None:
        super().show_case(opened, afresh)
        if afresh:
            self._number.conceal(True)
        withheld = self.TABLE in opened.case.withheld
        self.grid.setVisible(not withheld)
        self._withheld.setVisible(withheld)
        self._differs.setText(_birthdays_differ(opened.case.private))
        self._differs.setVisible(bool(self._differs.text()) and not withheld)

    def trouble(self, attribute: str, value: Any) -> str:
        if attribute in ("birth_date", "first_danish_address") and value and value > self.desk.session.today:
            return _("Datoen ligger ude i fremtiden. Ret året.")
        return ""


def _birthdays_differ(private: LearnerPrivate | None) -> str:
    if private is None or private.birth_date is None or private.registration_number is None:
        return ""
    if born_on(private.registration_number, private.birth_date):
        return ""
    return _("Fødselsdato og CPR-nummer siger ikke samme dag. Se efter, hvad der er rigtigt.")
