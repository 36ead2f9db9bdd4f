"""The meeting that is open: its facts saved in place, and what became of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from mentorapp import meeting_sentences
from mentorapp.domain.change import Change, update
from mentorapp.domain.meeting import DAY_MINUTES, MEETING_KINDS, PARTIES, Meeting
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.lists.cells.text import fold
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.facts.fact_panel import TYPED, FactPanel
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.fact_boxes import FactBoxes
from mentorapp.ui.learner.fields.fact_choice import FactChoice
from mentorapp.ui.learner.fields.fact_field import FactField
from mentorapp.ui.learner.fields.fact_text import FactText
from mentorapp.ui.learner.meetings import meeting_draft
from mentorapp.ui.learner.meetings.meeting_buttons import MeetingButtons


class MeetingFacts(FactPanel):
    """One meeting at a time; `chosen` is its id. What is done to it as a whole is asked of the tab."""

    TABLE = Meeting.TABLE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Møde"))
        self.chosen = ""
        # before the fields, for Tab goes as they are made
        self.buttons = MeetingButtons()
        self.body.insertWidget(0, self.buttons)
        self.add("kind", FactChoice(_("Slags møde"), [(key, _(text)) for key, text in MEETING_KINDS.items()]))
        self.add("day", FactField(_("Dag"), reading.day, reading.show_day, required=True))
        self.add("starts_at", FactField(_("Klokken"), reading.clock_minute, reading.show_clock_minute))
        self.add("minutes", FactField(_("Minutter"), reading.length, reading.show_number))
        self.add("place", FactField(_("Hvor")), wide=True)
        parties = [(key, _(text)) for key, text in PARTIES.items()]
        self.add("parties", FactBoxes(_("Deltagere"), parties, narrowest=180), wide=True)
        names = FactField(_("Andre ved navn"), reading.names, reading.show_names, example=_("komma imellem"))
        self.add("people", names, wide=True)
        self.agenda = FactText(
            _("Dagsorden"),
            example=_("Hvordan går det?\nMål og næste skridt\nSkole og praktik"),
            hint=saved_as_typed(),
        )
        self.add("agenda", self.agenda, wide=True)
        self.agenda.typed.connect(self._keep_draft)

    @property
    def meeting(self) -> Meeting | None:
        """The meeting shown, as it is known now."""
        return self.row_of(self.opened) if self.opened else None

    def choose(self, meeting: str) -> bool:
        """Show another meeting; what is typed is saved first. False where it cannot be, and then it stays."""
        if meeting == self.chosen:
            return True
        if not self.settle():
            return False
        self.chosen = meeting
        if self.opened is not None:
            self.show_case(self.opened, afresh=True)
        return True

    def settle(self) -> bool:
        """Save what is typed; False, with the keyboard there, where a field cannot be understood."""
        if self.meeting is None:
            return True
        self.finish()
        faulty = [field for field in self.fields.values() if field.error()]
        if faulty:
            faulty[0].control.setFocus()
        return not faulty

    def row_of(self, opened: Opened) -> Any:
        return next((row for row in opened.case.meetings if row.id == self.chosen), None)

    def show_case(self, opened: Opened, afresh: bool) -> None:
        super().show_case(opened, afresh)
        meeting = self.meeting
        self.setVisible(meeting is not None)
        if meeting is None:
            return
        # a heading breaks over no line, so it says neither a day nor words of one's own
        self.set_title(meeting_sentences.kind(meeting) if meeting.kind in MEETING_KINDS else _("Møde"))
        self.offer("people", [person.name for person in opened.case.organisation.people.values()])
        self.buttons.show_meeting(meeting, opened.case, self.desk.session.today, self.may_write())
        if afresh:
            self._fetch_draft(meeting)

    def known(self, row: Any, attribute: str) -> Any:
        if attribute == "people" and row is not None and self.opened is not None:
            return tuple(meeting_sentences.people(row, self.opened.case.organisation))
        return super().known(row, attribute)

    def trouble(self, attribute: str, value: Any) -> str:
        meeting = self.meeting
        if meeting is None:
            return _("Mødet er her ikke længere. Intet er ændret.")
        if attribute == "day" and meeting.is_held and value > self.desk.session.today:
            return _("Mødet er skrevet som afholdt, så dagen kan ikke ligge i fremtiden. Det, der stod før, gælder.")
        after = replace(meeting, **{attribute: value}) if attribute in ("starts_at", "minutes") else meeting
        if (after.starts_at or 0) + (after.minutes or 0) > DAY_MINUTES:
            return _("Mødet ville vare til over midnat. Ret klokken eller minutterne.")
        return ""

    def changes(self, attribute: str, value: Any) -> list[Change]:
        assert self.opened is not None
        if attribute == "people":
            value = self._ids(value)
        return super().changes(attribute, value)

    def save(self, attribute: str, value: Any) -> bool:
        before = self.meeting
        saved = super().save(attribute, value)
        if saved and attribute == "agenda" and before is not None:
            with self.desk.catching():
                meeting_draft.drop(self.desk.session.store, before)
            self.agenda.set_hint(saved_as_typed())
        if not saved and not isinstance(self.fields[attribute], TYPED) and self.opened is not None:
            # a box or a choice shows what is known, not what could not be saved
            self.fields[attribute].set_value(self.known(before, attribute))
        return saved

    def set_outcome(self, outcome: str | None, reason: str | None, label: str, said: str) -> bool:
        """Say what became of the meeting; whether it was saved."""
        meeting = self.meeting
        if meeting is None or not self.settle():
            return False
        after = replace(meeting, outcome=outcome, reason=reason)
        try:
            self.desk.session.store.record(update(meeting, after), label)
        except UserError as fault:
            self.desk.fail(fault)
            return False
        self.desk.said.emit(said)
        return True

    def _ids(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Ids of staff where one alone has the name, else the name as it was written."""
        assert self.opened is not None
        staff = self.opened.case.organisation.people.values()
        found = []
        for name in names:
            known = [person.id for person in staff if fold(person.name) == fold(name)]
            found.append(known[0] if len(known) == 1 else name)
        return tuple(found)

    def _fetch_draft(self, meeting: Meeting) -> None:
        draft = meeting_draft.load(self.desk.session.store, meeting)
        self.agenda.set_hint(saved_as_typed() if draft is None else _("Hentet kladde; den gemmes, når du går videre."))
        if draft is not None:
            self.agenda.type(draft)

    def _keep_draft(self, text: str) -> None:
        meeting = self.meeting
        if meeting is not None:
            with self.desk.catching():
                meeting_draft.save(self.desk.session.store, meeting, text)


def saved_as_typed() -> str:
    """What stands under the agenda."""
    return _("Gemmes, mens du skriver. Aldrig en diagnose.")
