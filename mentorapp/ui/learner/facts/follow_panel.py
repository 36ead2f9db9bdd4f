"""Hvem følger: whose machine gets the learner, until when, and whether an earlier one has let go of its copy."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from mentorapp.domain.access import Access
from mentorapp.domain.change import removal
from mentorapp.exchange_sentences import moment
from mentorapp.i18n import _, day
from mentorapp.store.exchange import following
from mentorapp.store.tables import BY_TABLE
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.exchange.acting_row import ActingRow
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.chip import State
from mentorapp.ui.parts.empty_layout import empty
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.panel import Hairline, Panel


class FollowPanel(Panel):
    """A row for each person; coordinators write them, everybody reads them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Hvem følger"))
        self._desk = desk
        self._opened: Opened | None = None
        self._shown: object = None
        self.new = Button(_("Tilføj"), icon="user-plus", size="small")
        self.new.setAccessibleName(_("Tilføj en, der følger eleven"))
        self.new.clicked.connect(lambda: self.edit(None))
        self.set_aside(self.new)
        self.rows: dict[str, ActingRow] = {}
        desk.exchange_changed.connect(self._look_again)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.sheet = Button(_("Overdragelsesark …"), "text", "printer", size="small")
        self.sheet.clicked.connect(self._print_sheet)
        foot = self.foot()
        foot.addWidget(self.sheet)
        foot.addStretch(1)

    def show_case(self, opened: Opened, afresh: bool) -> None:
        """Show who follows the learner."""
        self._opened = opened
        store, learner = self._desk.session.store, opened.case.learner.learner
        given, gone = following.of_learner(store, learner), following.let_go_at(store, learner)
        may_write = store.role in BY_TABLE[Access.TABLE].writers
        self.new.setVisible(may_write)
        self.sheet.setEnabled(opened.ledger is not None)
        shown = (learner, given, gone, self._desk.session.today)
        if shown == self._shown and not afresh:
            return
        self._shown = shown
        empty(self._rows)
        self.rows = {one.id: self._row(one, gone.get(one.id), may_write) for one in given}
        for place, row in enumerate(self.rows.values()):
            if place:
                self._rows.addWidget(Hairline())
            self._rows.addWidget(row)
        if not given:
            none = _("Ingen mentor er sat på. Eleven kommer kun til dem, der står her, og til gennemførselsvejledere.")
            self._rows.addWidget(Label(none, tone="muted", wrap=True))

    def _look_again(self) -> None:
        """A receipt may have come."""
        if self._opened is not None and self.isVisible():
            self.show_case(self._opened, afresh=False)

    def edit(self, row: Access | None) -> None:
        """Put right how long somebody follows, or add one."""
        from mentorapp.ui.learner.facts.follow_form import FollowForm

        if self._opened is not None:
            form = FollowForm(self, self._desk, self._opened.case.learner, row)
            form.exec()
            form.deleteLater()

    def hand_over(self, row: Access) -> None:
        """Give the learner to another mentor."""
        from mentorapp.ui.learner.facts.hand_over_form import HandOverForm

        if self._opened is not None:
            form = HandOverForm(self, self._desk, self._opened, row)
            form.exec()
            form.deleteLater()

    def remove(self, row: Access) -> None:
        """Take away somebody who was put here by mistake; it can be brought back."""
        with self._desk.catching():
            self._desk.session.store.record(removal(row), _("Følger ikke længere"))
            self._desk.said.emit(_("Taget af. Ctrl+Z henter det tilbage."))
            self.new.setFocus()

    def _row(self, one: Access, let_go_at: int | None, may_write: bool) -> ActingRow:
        today = self._desk.session.today
        person = self._desk.session.organisation.people.get(one.id)
        name = person.name if person else one.id
        until = day(one.last_day) if one.last_day else _("indtil videre")
        lines = [f"{day(one.first_day)} – {until}"]
        if one.last_day is not None and one.remove_on is not None and let_go_at is None:
            lines.append(_("Kopien fjernes fra maskinen {day}.").format(day=day(one.remove_on)))
        if let_go_at is not None:
            lines.append(_("Kopien er fjernet {day}, kvittering modtaget.").format(day=day(moment(let_go_at).date())))
        buttons = []
        if may_write:
            ways = [(_("Overdrag …"), self.hand_over)] if one.last_day is None else []
            for text, act in (*ways, (_("Ret"), self.edit), (_("Fjern"), self.remove)):
                button = Button(text, "text", size="small")
                button.setAccessibleName(f"{text} {name}")
                button.clicked.connect(lambda _checked=False, act=act: act(one))
                buttons.append(button)
        return ActingRow(name, lines, [_state(one, let_go_at, today)], buttons, below=True)

    def _print_sheet(self) -> None:
        if self._opened is not None:
            from mentorapp.ui.dialogs.hand_over_sheet import HandOverSheet

            HandOverSheet(self, self._desk, self._opened).exec()


def _state(one: Access, let_go_at: int | None, today: date) -> State:
    if let_go_at is not None:
        return State(_("kopien er væk"), "ok")
    if one.is_open(today):
        return State(_("følger"), "ok")
    return State(_("begynder senere"), "neutral") if one.first_day > today else State(_("overdraget"), "neutral")
