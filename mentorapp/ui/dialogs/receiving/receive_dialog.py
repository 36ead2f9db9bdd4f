"""A partner's file before it is imported: opened, shown in words, chosen from, and merged as it was shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from mentorapp import exchange_sentences
from mentorapp.exchange_sentences import Speaker
from mentorapp.i18n import _, ngettext
from mentorapp.store.exchange.choices import Choices, Merged
from mentorapp.store.exchange.merge import Outdated
from mentorapp.store.roles import COORDINATOR
from mentorapp.sync import exchange
from mentorapp.sync.exchange import Arrival, ClockAhead
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.receiving.arrival_panel import ArrivalPanel
from mentorapp.ui.parts.button import Button

Opening = Callable[[bool], Arrival]


def of_file(desk: Desk, path: Path) -> Opening:
    """How a file, or a letter with one in it, is opened."""

    def opened(anyway: bool) -> Arrival:
        from mentorapp.sync import mail

        return exchange.open_file(desk.session, mail.sealed_in(path), anyway)

    return opened


class ReceiveDialog(Dialog):
    """Opening, comparing and merging run in the background; nothing is written before the primary button."""

    def __init__(self, parent: QWidget, desk: Desk, name: str, opening: Opening) -> None:
        """`name` is what the file is called; `opening` opens it, told whether a clock far ahead is no hindrance."""
        super().__init__(parent, _("Fil fra en partner"), name, width=1120, height=720)
        self._desk, self._name, self._opening = desk, name, opening
        self._importing = False
        self.arrival: Arrival | None = None
        self.panel = ArrivalPanel()
        self.panel.changed.connect(self._offer)
        self.panel.hide()
        self.body.addWidget(self.panel, 1)
        self.body.addStretch(0)
        self.anyway = Button(_("Importér alligevel"), icon="clock")
        self.anyway.clicked.connect(lambda: self.open_file(anyway=True))
        self.anyway.hide()
        self.add_button(self.anyway)
        self.cancel.setText(_("Vent med filen"))
        self.set_safe(_("Sikkerhedskopi tages først. Importen kan fortrydes."))
        self.open_file()

    def open_file(self, anyway: bool = False) -> None:
        """Open the file and compare it with what is here; `anyway`: though its clock is far ahead."""
        self.anyway.hide()
        self.hush()
        self._offer()
        self.run(_("Åbner {file} …").format(file=self._name), lambda: self._opening(anyway), self._take)

    def submit(self) -> None:
        """Import what is shown, unless something was saved since: then it is compared and shown again."""
        arrival = self.arrival
        if arrival is None or self.running.busy:
            return
        if not self._has_something(arrival):
            self.accept()
            return
        if self.panel.asked:
            self.panel.removals.setFocus()
            return
        self._importing = True
        self.cancel.setEnabled(False)
        self.panel.setEnabled(False)
        self._offer()
        session, choices = self._desk.session, self.panel.choices
        self.run(
            _("Importerer …"),
            lambda: exchange.receive(session, arrival, choices),
            lambda merged: self._imported(arrival, choices, merged),
        )

    def reject(self) -> None:
        """Go away; not in the middle of a write, which ends by itself in a moment."""
        if not self._importing:
            self.running.drop()
            super().reject()

    def done(self, result: int) -> None:
        if self.arrival is not None:
            self.arrival.plan.discard()
        super().done(result)

    def fail(self, error: Exception) -> None:
        """A known fault is said in place; what may be taken all the same is offered to who may decide it."""
        self._importing = False
        self.cancel.setEnabled(True)
        self.panel.setEnabled(True)
        if isinstance(error, Outdated) and self.arrival is not None:
            self._compare_again(self.arrival)
            return
        self.anyway.setVisible(isinstance(error, ClockAhead) and self._desk.session.store.role == COORDINATOR)
        self._offer()
        super().fail(error)

    def _compare_again(self, arrival: Arrival) -> None:
        def show(again: Arrival) -> None:
            self._take(again)
            self.say("info", _("Noget er gemt, siden filen blev læst. Se det hele igennem igen, og importér så."))

        self.run(_("Ser på filen igen …"), arrival.open_again, show)

    def _take(self, arrival: Arrival) -> None:
        self.arrival = arrival
        made = exchange_sentences.when(arrival.head.created, self._desk.session.today)
        learners = ngettext("{n} elev", "{n} elever", arrival.counts.learners).format(n=arrival.counts.learners)
        self.set_title(
            _("Fil fra {name}").format(name=arrival.partner.name),
            _("Lavet {when} · {learners} · underskriften passer").format(when=made, learners=learners),
        )
        news = self._has_something(arrival)
        self.panel.setVisible(news)
        if news:
            self.panel.show_arrival(arrival, Speaker(self._desk.session))
            self.panel.list.setFocus()
        elif arrival.again:
            self.say("ok", _("Filen er allerede læst ind. Der er intet mere at gøre med den."))
        else:
            self.say("ok", _("Der er intet nyt i filen. Alt, hvad der står i den, er kendt i forvejen."))
            self._read_all_the_same(arrival)
        self._offer()

    def _read_all_the_same(self, arrival: Arrival) -> None:
        """A file without news is read too: what it says about who has read what counts, and the sender is told."""
        session = self._desk.session
        self.run(_("Læser …"), lambda: exchange.receive(session, arrival), lambda _merged: self._tell_read())

    def _tell_read(self) -> None:
        self._offer()
        self._desk.exchange_changed.emit()

    def _has_something(self, arrival: Arrival) -> bool:
        return arrival.is_news or bool(arrival.counts.removed_rows)

    def _offer(self) -> None:
        """The primary button promises what would happen, or says why nothing would."""
        arrival = self.arrival
        if arrival is None:
            self.set_primary(_("Importér"), enabled=False, why_not=_("Filen er ikke åbnet."))
            return
        if not self._has_something(arrival):
            self.cancel.hide()
            self.set_primary(_("Luk"))
            self.primary.setFocus()
            return
        self.cancel.show()
        count = self.panel.changes
        words = ngettext("Importér {n} ændring", "Importér {n} ændringer", count).format(n=count)
        none = self.panel.model.learners == () and not arrival.counts.erased
        why = _("Ingen elever er valgt.") if none else _("Bekræft først, at eleverne skal væk herfra.")
        enabled = not self._importing and not self.panel.asked and not none
        self.set_primary(words if count else _("Importér"), enabled=enabled, why_not=why)

    def _imported(self, arrival: Arrival, choices: Choices, merged: Merged) -> None:
        self._importing = False
        said = exchange_sentences.happened(arrival.counts, merged, arrival.partner.name)
        if choices.learners is not None:
            said = _(
                "En del af filen fra {name} er læst ind. Filen regnes først for læst, når alt er taget med."
            ).format(name=arrival.partner.name)
        self._desk.done_of.emit(said, merged.action)
        self._desk.exchange_changed.emit()
        self.accept()
