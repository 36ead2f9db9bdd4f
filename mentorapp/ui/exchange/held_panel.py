"""Lagt til side: what arrived from somebody who may not write it, to be taken over by a coordinator or dismissed."""

from __future__ import annotations

from itertools import groupby

from mentorapp.exchange_sentences import Speaker, learner_name
from mentorapp.i18n import _
from mentorapp.store.exchange import held
from mentorapp.store.exchange.held import Held
from mentorapp.store.roles import COORDINATOR
from mentorapp.ui.desk import Desk
from mentorapp.ui.exchange.acting_row import ActingRow
from mentorapp.ui.exchange.rows_panel import RowsPanel
from mentorapp.ui.parts.button import Button


class HeldPanel(RowsPanel):
    """A row for each row of the store that was written to, with all its fields."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _("Lagt til side"),
            _("Det har nogen skrevet, som ikke må rette det. Intet af det gælder, før det er overtaget."),
        )
        self._desk = desk

    def refresh(self) -> int:
        """Show what waits; how many fields."""
        session = self._desk.session
        found = held.waiting(session.store)
        names, speaker = dict(session.names()), Speaker(session)
        grouped = groupby(found, key=lambda one: (one.learner, one.table, one.row, one.partner))
        self.show_rows([_said(list(fields), names, speaker) for _key, fields in grouped], self._row)
        return len(found)

    def _row(self, told: tuple[list[Held], str, list[str]]) -> ActingRow:
        fields, title, said = told
        lines = list(said)
        if not all(each.can_be_taken_over for each in fields):
            lines.append(_("Noget af det kender kun en nyere udgave af Mentorapp. Opdatér programmet først."))
        take = Button(_("Overtag"), "soft", size="small")
        take.setAccessibleName(_("Overtag: {what}").format(what=title))
        take.clicked.connect(lambda: self.take_over(fields))
        known = any(each.can_be_taken_over for each in fields)
        take.setEnabled(self._desk.session.store.role == COORDINATOR and known)
        leave = Button(_("Afvis"), size="small")
        leave.setAccessibleName(_("Afvis: {what}").format(what=title))
        leave.clicked.connect(lambda: self.dismiss(fields))
        return ActingRow(title, lines, (), (take, leave))

    def take_over(self, fields: list[Held]) -> None:
        """Record it as an edit of ours."""
        with self._desk.catching():
            action = held.take_over(self._desk.session.store, *fields)
            self._desk.done_of.emit(_("Overtaget. Det gælder nu som din rettelse."), action)
            self._desk.exchange_changed.emit()

    def dismiss(self, fields: list[Held]) -> None:
        """Let it go."""
        with self._desk.catching():
            held.dismiss(self._desk.session.store, *fields)
            self._desk.said.emit(_("Afvist. Intet er ændret."))
            self._desk.exchange_changed.emit()


def _said(fields: list[Held], names: dict[bytes, str], speaker: Speaker) -> tuple[list[Held], str, list[str]]:
    """The fields of one row, what it is called, and a line for each."""
    one = fields[0]
    title = f"{learner_name(one.learner, names.get(one.learner))} · {speaker.row(one.learner, one.table, one.row)}"
    lines = [
        _("{field}: {here} → {value} ({who})").format(
            field=speaker.field(each.table, each.field),
            here=speaker.value(each.table, each.field, each.here),
            value=speaker.value(each.table, each.field, each.value),
            who=speaker.by(each.author, each.written_at),
        )
        for each in fields
    ]
    return fields, title, lines
