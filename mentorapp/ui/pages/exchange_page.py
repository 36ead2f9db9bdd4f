"""Udveksling: whom files go to and come from, what is not sent, what is left to decide, and what happened lately."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.store.exchange.partners import ACTIVE
from mentorapp.store.roles import COORDINATOR
from mentorapp.ui.desk import Desk
from mentorapp.ui.exchange import partner_words, pop_up, sending
from mentorapp.ui.exchange.conflicts_panel import ConflictsPanel
from mentorapp.ui.exchange.held_panel import HeldPanel
from mentorapp.ui.exchange.partner_words import PartnerState
from mentorapp.ui.exchange.partners_panel import PartnersPanel
from mentorapp.ui.exchange.passed_panel import PassedPanel, ReceiptsPanel
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.empty import EmptyPage, WayOn
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.page_head import PageHead
from mentorapp.ui.theme import current
from mentorapp.ui.when_seen import WhenSeen

STACKS_FROM = 1.5


class ExchangePage(QWidget):
    """The coordinator's primary button opens a file; a mentor's sends to the coordinator."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._coordinates = desk.session.store.role == COORDINATOR
        self.states: list[PartnerState] = []
        self.head = PageHead(_("Udveksling"), _("Låste filer frem og tilbage. Der er intet netværk."))
        self.invite = Button(_("Invitér …"), icon="user-plus")
        self.invite.clicked.connect(self._invite)
        self.send = Button(_("Send til alle"), icon="send")
        self.send.clicked.connect(self._send)
        self.open = Button(_("Modtag fil …"), "primary", "inbox", "Ctrl+O")
        self.open.clicked.connect(lambda: desk.file_wanted.emit(None))
        order = (self.invite, self.send, self.open) if self._coordinates else (self.open, self.send)
        self._actions = QWidget()
        self._action_row = QHBoxLayout(self._actions)
        self._action_row.setContentsMargins(0, 0, 0, 0)
        for button in order:
            self._action_row.addWidget(button)
        self.conflicts, self.held = ConflictsPanel(desk), HeldPanel(desk)
        self.partners = PartnersPanel(desk)
        self.receipts, self.passed = ReceiptsPanel(desk), PassedPanel(desk)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._area = self._work()
        self._stack.addWidget(self._area)
        self._empty: EmptyPage | None = None
        page = QVBoxLayout(self)
        page.setSpacing(0)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.head)
        self._below = QHBoxLayout()
        page.addLayout(self._below)
        page.addWidget(holder, 1)
        self._later = WhenSeen(self, self.refresh)
        desk.book.changed.connect(self._later.ask)
        desk.exchange_changed.connect(self._later.ask)
        measured(self, self._measure)

    def _work(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("ground", "clear")
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._sides = [QVBoxLayout(), QVBoxLayout()]
        left, right = (self.conflicts, self.held, self.partners), (self.receipts, self.passed)
        for side, panels, share in zip(self._sides, (left, right), (62, 38), strict=True):
            for panel in panels:
                side.addWidget(panel)
            side.addStretch(1)
            self._columns.addLayout(side, share)
        return area

    def setFocus(self) -> None:  # type: ignore[override]
        """The keyboard begins at what is left to decide, else at the partners."""
        for panel in (self.conflicts, self.held, self.partners):
            if panel.rows and not panel.isHidden():
                panel.focus_row(0)
                return
        self.open.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        self._later.ask()
        super().showEvent(event)

    def refresh(self) -> None:
        """Read in the background where exchange stands with everybody."""
        session = self._desk.session
        self._desk.run(self, lambda: partner_words.states(session), self._show)

    def _show(self, states: list[PartnerState]) -> None:
        self.states = states
        self.partners.show_states(states)
        self.conflicts.refresh()
        self.held.refresh()
        self.receipts.refresh()
        self.passed.refresh()
        receivers = self._receivers()
        self.send.setVisible(bool(receivers))
        # an empty page has its own ways on
        self.invite.setVisible(bool(states) and self._coordinates)
        self.open.setVisible(bool(states))
        if not self._coordinates and len(receivers) == 1:
            self._send_to_one(receivers[0])
        if states:
            self._stack.setCurrentWidget(self._area)
        else:
            self._show_empty()

    def _receivers(self) -> list[PartnerState]:
        return [state for state in self.states if state.partner.state == ACTIVE]

    def _send_to_one(self, state: PartnerState) -> None:
        """A mentor has one partner: sending is the one thing to do, where anything waits."""
        self.send.setText(_("Send til {name}").format(name=state.partner.name.split(" ")[0]))
        self.send.set_role("primary")
        self.open.set_role("secondary")
        self.send.updateGeometry()

    def _send(self) -> None:
        receivers = self._receivers()
        if not self._coordinates and len(receivers) == 1:
            menu = sending.ways(self, self._desk, receivers[0].partner)
            pop_up.under(self.send, menu, at_right=True)
        else:
            sending.send_to_all(self, self._desk, [state.partner for state in receivers])

    def _invite(self) -> None:
        from mentorapp.ui.dialogs.partners.invite_dialog import InviteDialog

        InviteDialog(self, self._desk).exec()

    def _show_empty(self) -> None:
        if self._empty is None:
            self._empty = nobody_yet(self._desk, self._coordinates, self._invite)
            self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)

    def _measure(self) -> None:
        theme = current()
        side, gap = theme.space("page"), theme.space("panel_gap")
        stacked = theme.scale >= STACKS_FROM
        self._action_row.setSpacing(theme.space("control"))
        # at large text there is no room beside the title
        self._below.setContentsMargins(side, theme.px(8) if stacked else 0, side, 0)
        if stacked:
            self._below.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.head.add_right(self._actions)
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        self._columns.setContentsMargins(side, gap, side, side)
        self._columns.setSpacing(gap if stacked else theme.space("column_gap"))
        for column in self._sides:
            column.setSpacing(gap)


def nobody_yet(desk: Desk, coordinates: bool, invite: Callable[[], object]) -> EmptyPage:
    """No partner yet: how one becomes one."""
    opens = WayOn(_("Åbn en fil"), "inbox", "Ctrl+O", lambda: desk.file_wanted.emit(None))
    if coordinates:
        return EmptyPage(
            _("Her mødes dine ord og mentorernes"),
            _(
                "Invitér en mentor med en fil og seks ord, der læses op i telefonen. "
                "Derefter sender I låste filer til hinanden, med sikker mail, USB-stik eller en fælles mappe."
            ),
            [WayOn(_("Invitér en mentor"), "user-plus", _("Tager et par minutter"), invite), opens],
        )
    return EmptyPage(
        _("Her sender du til gennemførselsvejlederen"),
        _(
            "Få en invitation som fil og seks ord i telefonen. Åbn filen her, skriv ordene, "
            "og giv svarfilen tilbage. Så kan I sende låste filer til hinanden."
        ),
        [WayOn(_("Jeg har fået en invitation"), "inbox", "Ctrl+O", lambda: desk.file_wanted.emit(None))],
    )
