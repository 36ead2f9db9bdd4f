"""Begge har skrevet: fields in which two people wrote without having seen each other's value, until one says so."""

from __future__ import annotations

from mentorapp.exchange_sentences import Speaker, learner_name
from mentorapp.i18n import _, ngettext
from mentorapp.store.exchange import conflicts
from mentorapp.store.exchange.conflicts import Conflict
from mentorapp.store.tables import BY_TABLE
from mentorapp.ui.desk import Desk
from mentorapp.ui.exchange.acting_row import ActingRow
from mentorapp.ui.exchange.rows_panel import RowsPanel
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.chip import State


class ConflictsPanel(RowsPanel):
    """Both values with who wrote them and when; the newer one stands until the other is picked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _("Begge har skrevet"),
            _("Den nyeste værdi gælder. Her står begge, til nogen har set på dem; intet forsvinder af sig selv."),
        )
        self._desk = desk

    def refresh(self) -> int:
        """Show what is unsettled; how many."""
        session = self._desk.session
        found = conflicts.unsettled(session.store)
        names, speaker = dict(session.names()), Speaker(session)
        self.show_rows([self._said(one, names, speaker) for one in found], self._row)
        count = len(found)
        self.set_aside(ngettext("{n} felt", "{n} felter", count).format(n=count) if count else "")
        return count

    def _said(self, one: Conflict, names: dict[bytes, str], speaker: Speaker) -> tuple[Conflict, str, str, str]:
        title = f"{learner_name(one.learner, names.get(one.learner))} · " + speaker.title(
            one.learner, one.table, one.row, one.field
        )
        ours = speaker.value(one.table, one.field, one.ours)
        theirs = speaker.value(one.table, one.field, one.theirs)
        here = _("Vores: {value} ({who})").format(
            value=ours, who=speaker.by(self._desk.session.store.author, one.ours_at)
        )
        there = _("Deres: {value} ({who})").format(value=theirs, who=speaker.by(one.theirs_author, one.theirs_at))
        return one, title, here, there

    def _row(self, told: tuple[Conflict, str, str, str]) -> ActingRow:
        one, title, here, there = told
        stands = _("Vores gælder, den er nyere") if one.ours_stands else _("Deres gælder, den er nyere")
        fine = Button(_("Det er fint"), "soft", size="small")
        fine.setAccessibleName(_("Det er fint: {what}").format(what=title))
        fine.clicked.connect(lambda: self.accept(one))
        other = Button(_("Brug den anden"), size="small")
        other.setAccessibleName(_("Brug den anden: {what}").format(what=title))
        other.clicked.connect(lambda: self.pick_other(one))
        noun = BY_TABLE.get(one.table)
        other.setEnabled(noun is not None and self._desk.session.store.role in noun.writers)
        return ActingRow(title, (here, there), (State(stands, "warning"),), (fine, other))

    def accept(self, one: Conflict) -> None:
        """What stands is fine."""
        with self._desk.catching():
            conflicts.accept(self._desk.session.store, one)
            self._desk.said.emit(_("Noteret: det, der gælder, er fint."))
            self._desk.exchange_changed.emit()

    def pick_other(self, one: Conflict) -> None:
        """Take the value that lost."""
        with self._desk.catching():
            conflicts.pick_other(self._desk.session.store, one)
            self._desk.said.emit(_("Den anden værdi gælder nu, og den kommer med næste fil."))
            self._desk.exchange_changed.emit()
