"""Partnere: each with where exchange stands, a button to send, and a menu of everything else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QMenu

from mentorapp.i18n import _
from mentorapp.store.exchange.partners import ACTIVE, INVITED, Partner
from mentorapp.store.roles import COORDINATOR
from mentorapp.sync import inviting
from mentorapp.ui import icons
from mentorapp.ui.desk import Desk
from mentorapp.ui.exchange import partner_words, pop_up, sending
from mentorapp.ui.exchange.acting_row import ActingRow
from mentorapp.ui.exchange.partner_words import PartnerState
from mentorapp.ui.exchange.post_watch import PostWatch
from mentorapp.ui.exchange.rows_panel import RowsPanel
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.chip import State


class PartnersPanel(RowsPanel):
    """A row a partner. Those whose access was closed stay in sight: files of theirs may still be on their way."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Partnere"))
        self._desk = desk
        self.watch = PostWatch(desk, self)
        self.watch.found.connect(lambda _partner: self.show_states(self.states))
        self.states: list[PartnerState] = []

    def show_states(self, states: Sequence[PartnerState]) -> None:
        """Show the partners as they stand now."""
        self.states = list(states)
        today, waiting = self._desk.session.today, self.watch.waiting
        self.show_rows([(state, today, state.partner.id in waiting) for state in states], self._row)

    def _row(self, told: tuple[PartnerState, date, bool]) -> ActingRow:
        state, today, waits = told
        partner = state.partner
        buttons, chips = [], partner_words.chips(state, today)
        if waits:
            chips.insert(0, State(_("en fil venter"), "info"))
            see = Button(_("Se filen"), "soft", "inbox", size="small")
            see.setAccessibleName(_("Se filen fra {name}").format(name=partner.name))
            see.clicked.connect(lambda: self.look(partner))
            buttons.append(see)
        if partner.state == ACTIVE:
            send = Button(_("Send"), "soft" if state.standing.unsent else "secondary", "send", size="small")
            send.setAccessibleName(_("Send til {name}").format(name=partner.name))
            send.clicked.connect(lambda: pop_up.under(send, sending.ways(self, self._desk, partner)))
            buttons.append(send)
        more = Button("", "text", "ellipsis", size="small")
        more.setAccessibleName(_("Mere om {name}").format(name=partner.name))
        more.setToolTip(_("Mere"))
        more.clicked.connect(lambda: pop_up.under(more, self.more_about(partner)))
        buttons.append(more)
        lines = [partner_words.who(state), partner_words.traffic_line(state, today), self._basis(partner)]
        return ActingRow(partner.name, lines, chips, buttons)

    def _basis(self, partner: Partner) -> str:
        if self._desk.session.store.role != COORDINATOR or not partner.basis:
            return ""
        return _("Grundlag: {basis}").format(basis=partner.basis)

    def more_about(self, partner: Partner) -> QMenu:
        """What else can be done about a partner."""
        menu = QMenu(self)
        if partner.state == ACTIVE:
            self._add(menu, _("Fælles postkasse …"), "inbox", lambda: self._choose_box(partner))
            if partner.folder:
                self._add(menu, _("Se i postkassen nu"), "refresh-cw", lambda: self.look(partner))
        if self._desk.session.store.role == COORDINATOR:
            if partner.state != ACTIVE:
                self._add(menu, _("Invitér igen …"), "user-plus", lambda: self._invite(partner))
            if partner.state == INVITED:
                self._add(menu, _("Tag invitationen tilbage"), "x", lambda: self.revoke(partner))
            if partner.state == ACTIVE:
                self._add(menu, _("Luk adgangen …"), "lock", lambda: self._close(partner))
        if menu.isEmpty():
            menu.addAction(_("Der er ikke mere at gøre her")).setEnabled(False)
        return menu

    def look(self, partner: Partner) -> None:
        """Open the newest file the partner has put into the post box."""
        from mentorapp.ui.dialogs.receiving.receive_dialog import ReceiveDialog
        from mentorapp.ui.exchange.post_watch import of_box

        name = _("Postkassen med {name}").format(name=partner.name)
        ReceiveDialog(self, self._desk, name, of_box(self._desk, partner)).exec()

    def revoke(self, partner: Partner) -> None:
        """Take a machine away, or an invitation back."""
        with self._desk.catching():
            inviting.revoke(self._desk.session, partner)
            words = (
                _("Invitationen til {name} er taget tilbage.")
                if partner.state == INVITED
                else _("Adgangen for {name} er lukket.")
            )
            self._desk.said.emit(words.format(name=partner.name))
            self._desk.exchange_changed.emit()

    def _choose_box(self, partner: Partner) -> None:
        from mentorapp.ui.dialogs.partners.post_box_dialog import PostBoxDialog

        PostBoxDialog(self, self._desk, partner).exec()

    def _close(self, partner: Partner) -> None:
        from mentorapp.ui.dialogs.partners.close_access import CloseAccess

        if CloseAccess(self, partner).exec():
            self.revoke(partner)

    def _invite(self, partner: Partner) -> None:
        from mentorapp.ui.dialogs.partners.invite_dialog import InviteDialog

        InviteDialog(self, self._desk, partner).exec()

    def _add(self, menu: QMenu, text: str, icon: str, act: Callable[[], object]) -> None:
        menu.addAction(icons.icon(icon, "text"), text).triggered.connect(lambda _checked=False: act())
