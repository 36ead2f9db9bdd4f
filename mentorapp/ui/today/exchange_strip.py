"""On I dag: what is not sent yet with a way to send it, what both wrote, and copies that are about to go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.i18n import _, ngettext
from mentorapp.ui.desk import Desk
from mentorapp.ui.parts.empty_layout import empty
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.tasks import Task
from mentorapp.ui.theme import current
from mentorapp.ui.when_seen import WhenSeen

if TYPE_CHECKING:
    # the first page is painted before anything of exchange is needed
    from mentorapp.store.exchange.partners import Partner
    from mentorapp.store.session import Session
    from mentorapp.ui.parts.message_strip import MessageStrip


class Told(NamedTuple):
    """A strip: tone, first sentence, the rest, its button, and the one partner it sends to (None: the page)."""

    tone: str
    lead: str
    text: str
    button: str
    partner: Partner | None = None


class ExchangeStrip(QWidget):
    """Takes no room where nothing waits; read in the background, after the first paint."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.strips: list[MessageStrip] = []
        self._column = QVBoxLayout(self)
        self._later = WhenSeen(self, self.refresh)
        desk.book.changed.connect(self._later_or_now)
        desk.exchange_changed.connect(self._later_or_now)
        desk.safety_changed.connect(self._later_or_now)
        self.hide()
        measured(self, self._measure)

    def _later_or_now(self, *_told: object) -> None:
        # hidden because nothing waits, it is never shown by itself: whoever shows the page is asked instead
        page = self.parentWidget()
        if self.isVisible() or (page is not None and page.isVisible()):
            self.refresh()
        else:
            self._later.ask()

    def refresh(self) -> None:
        """Read again what waits."""
        session = self._desk.session
        Task(self, lambda: told(session), self._show, self._desk.fail)

    def _show(self, found: list[Told]) -> None:
        from mentorapp.ui.parts.message_strip import MessageStrip

        empty(self._column)
        self.strips = []
        for one in found:
            strip = MessageStrip(one.tone, one.lead, one.text, one.button)
            strip.pressed.connect(lambda one=one, strip=strip: self._act(one, strip))
            self._column.addWidget(strip)
            self.strips.append(strip)
        self.setVisible(bool(found))

    def _act(self, one: Told, strip: MessageStrip) -> None:
        if one.partner is None:
            self._desk.place_wanted.emit("exchange")
            return
        from mentorapp.ui.exchange import pop_up, sending

        if one.partner.folder:
            sending.post(self, self._desk, one.partner)
            return
        pop_up.under(strip, sending.ways(self, self._desk, one.partner), at_right=True)

    def _measure(self) -> None:
        theme = current()
        side = theme.space("page")
        self._column.setContentsMargins(side, theme.px(12), side, 0)
        self._column.setSpacing(theme.space("grid"))


def told(session: Session) -> list[Told]:
    """What waits, most important first; may run on any thread."""
    from mentorapp.exchange_sentences import when
    from mentorapp.store.exchange import conflicts, following, partners, traffic
    from mentorapp.store.roles import COORDINATOR
    from mentorapp.ui.exchange import read_only_strip

    store, today = session.store, session.today
    found = []
    questions = len(conflicts.unsettled(store))
    if questions:
        lead = ngettext("{n} felt er skrevet af jer begge.", "{n} felter er skrevet af jer begge.", questions)
        found.append(Told("warning", lead.format(n=questions), _("Den nyeste værdi gælder; se på begge."), _("Se dem")))
    if store.role != COORDINATOR:
        for one in following.handed_over(store, today):
            lead, text = read_only_strip.said(one)
            found.append(Told("info", f"{one.name}: {lead}", text, ""))
    waiting = [
        (one, standing) for one in partners.active(store) if (standing := traffic.standing(store, one, today)).unsent
    ]
    if len(waiting) == 1:
        partner, standing = waiting[0]
        lead = ngettext("{n} ændring er ikke sendt", "{n} ændringer er ikke sendt", standing.unsent)
        first = partner.name.split(" ")[0]
        since = (
            _("Sidst sendt {when}.").format(when=when(standing.sent_at, today))
            if standing.sent_at
            else _("Der er ikke sendt noget endnu.")
        )
        to = _("til {name}.").format(name=first)
        found.append(
            Told(
                "info",
                f"{lead.format(n=standing.unsent)} {to}",
                since,
                _("Send til {name}").format(name=first),
                partner,
            )
        )
    elif waiting:
        names = ", ".join(one.name.split(" ")[0] for one, _standing in waiting[:4])
        more = _(" og {n} til").format(n=len(waiting) - 4) if len(waiting) > 4 else ""
        lead = _("Der er noget, som ikke er sendt til {n} partnere.").format(n=len(waiting))
        found.append(Told("info", lead, f"{names}{more}.", _("Udveksling")))
    return found
