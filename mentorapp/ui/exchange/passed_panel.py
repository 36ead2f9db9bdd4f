"""Senest: the last files that went and came, each import with a way to take it back; and receipts awaited."""

from __future__ import annotations

from datetime import date

from mentorapp.exchange_sentences import when
from mentorapp.i18n import _
from mentorapp.store.exchange import partners, passed, traffic
from mentorapp.store.exchange.passed import Passed
from mentorapp.ui.desk import Desk
from mentorapp.ui.exchange.acting_row import ActingRow
from mentorapp.ui.exchange.rows_panel import RowsPanel
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.chip import State


class PassedPanel(RowsPanel):
    """What happened lately, newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Senest"), none=_("Ingen filer er sendt eller modtaget endnu."))
        self._desk = desk

    def refresh(self) -> None:
        """Read the files again."""
        today = self._desk.session.today
        self.show_rows([(one, today) for one in passed.lately(self._desk.session.store)], self._row)

    def _row(self, told: tuple[Passed, date]) -> ActingRow:
        one, today = told
        if not one.came:
            read = _("læst {when}").format(when=when(one.read_at, today)) if one.read_at else _("ikke læst endnu")
            title = _("Til {name}").format(name=one.partner)
            return ActingRow(title, (f"{when(one.at, today)} · {read}",))
        title = _("Fra {name}").format(name=one.partner)
        if one.action is None:
            return ActingRow(title, (f"{when(one.at, today)} · {_('intet nyt')}",))
        if one.undone:
            return ActingRow(title, (f"{when(one.at, today)} · {_('importen er fortrudt')}",))
        back = Button(_("Fortryd"), "text", "undo-2", size="small")
        back.setAccessibleName(_("Fortryd filen fra {name}, {when}").format(name=one.partner, when=when(one.at, today)))
        back.clicked.connect(lambda: self.undo(one))
        return ActingRow(title, (f"{when(one.at, today)} · {_('læst ind')}",), (), (back,))

    def undo(self, one: Passed) -> None:
        """Take an import back; what was written since is spared."""
        store = self._desk.session.store
        action = passed.merge_of(store, one)
        if action is None:
            return

        def done(_undone: object) -> None:
            self._desk.said.emit(_("Fortrudt: {what}").format(what=action.label))
            self._desk.exchange_changed.emit()

        self._desk.run(self, lambda: store.undo(action), done)


class ReceiptsPanel(RowsPanel):
    """Erasures that a partner has not confirmed yet. No name is left to say, so they are told by their day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _("Slettet overalt, kvittering mangler"),
            _("Sletningen rejser med næste fil. Når partneren har slettet, kommer kvitteringen med dens næste fil."),
        )
        self._desk = desk

    def refresh(self) -> int:
        """Read again who has not confirmed; how many."""
        store = self._desk.session.store
        awaited: dict[bytes, int] = {}
        for _learner, partner in traffic.receipts_awaited(store):
            awaited[partner] = awaited.get(partner, 0) + 1
        names = {one.id: one.name for one in partners.everyone(store)}
        self.show_rows([(names.get(partner, _("en anden")), count) for partner, count in awaited.items()], _awaited)
        return len(awaited)


def _awaited(told: tuple[str, int]) -> ActingRow:
    name, count = told
    return ActingRow(name, (), (State(_("{n} mangler").format(n=count), "warning"),))
