"""Erasing a learner everywhere: what will be gone, where, who is told, and the name typed to be sure."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mentorapp.domain.learner import Learner
from mentorapp.i18n import _, ngettext
from mentorapp.store.exchange import erasure, partners, traffic
from mentorapp.store.exchange.copies import Cleaned
from mentorapp.store.roles import COORDINATOR
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.learner.fields.text_field import TextField
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.message_strip import MessageStrip


class EraseDialog(Dialog):
    """Afterwards it says what became of the copies, and of whom a receipt is awaited."""

    def __init__(self, parent: QWidget, desk: Desk, learner: Learner) -> None:
        super().__init__(
            parent,
            _("Slet {name} overalt?").format(name=learner.name),
            _("Når eleven har ret til at blive slettet (databeskyttelsesforordningen, artikel 17)."),
            width=600,
        )
        self._desk, self._learner = desk, learner
        self.cleaned: Cleaned | None = None
        self._working = False
        self._strip = MessageStrip(
            "danger",
            _("Det kan ikke fortrydes."),
            _("Har I pligt til at gemme noget (journal, regnskab), så afklar det først."),
        )
        told = self._told()
        self._sentences = [
            Label(sentence, wrap=True)
            for sentence in (
                _("Det slettes: stamdata, aftale, kurser, fremmøde, trin, noter, historik og kladder."),
                _("Her fjernes eleven også fra søgningen og fra de sikkerhedskopier, programmet kan nå."),
                _("Det får at vide med næste fil: {names}. De skal kvittere; det ses under Udveksling.").format(
                    names=told
                )
                if told
                else _("Ingen andre har haft eleven, så ingen skal have besked."),
                _("Udskrifter, mails og filer på USB-stik kan programmet ikke slette. Gør det selv."),
            )
        ]
        self.body.addWidget(self._strip)
        for label in self._sentences:
            self.body.addWidget(label)
        self.name = TextField(_("Skriv elevens navn for at bekræfte"), example=learner.name)
        self.name.line.textChanged.connect(lambda _text: self._offer())
        self.body.addWidget(self.name)
        self.primary.set_role("danger")
        self._offer()
        self.name.line.setFocus()

    def submit(self) -> None:
        if self.cleaned is not None:
            self.accept()
            return
        if not self._is_typed() or self._working:
            return
        self._working = True
        self.cancel.setEnabled(False)
        self._offer()
        store, learner = self._desk.session.store, self._learner.learner
        self.run(_("Sletter …"), lambda: erasure.erase(store, learner), self._erased)

    def reject(self) -> None:
        """Go away; not while it is being erased."""
        if not self._working:
            super().reject()

    def fail(self, error: Exception) -> None:
        """Say why nothing was erased."""
        self._working = False
        self.cancel.setEnabled(True)
        self._offer()
        super().fail(error)

    def _told(self) -> str:
        """The partners who must hear of it: every coordinator, and every mentor who was ever given the learner."""
        store = self._desk.session.store
        from mentorapp.store.exchange import following

        given = {one.id for one in following.of_learner(store, self._learner.learner)}
        names = [
            one.name
            for one in partners.everyone(store)
            if one.sign and (one.role == COORDINATOR or one.person in given)
        ]
        return ", ".join(dict.fromkeys(names))

    def _is_typed(self) -> bool:
        typed = " ".join(self.name.line.text().split()).casefold()
        return typed == " ".join(self._learner.name.split()).casefold()

    def _offer(self) -> None:
        why = _("Skriv elevens navn først.")
        self.set_primary(_("Slet overalt"), "trash-2", self._is_typed() and not self._working, why)

    def _erased(self, cleaned: Cleaned) -> None:
        self._working, self.cleaned = False, cleaned
        awaited = sum(who == self._learner.learner for who, _p in traffic.receipts_awaited(self._desk.session.store))
        said = [
            ngettext(
                "Eleven er også fjernet fra {n} sikkerhedskopi.", "Eleven er også fjernet fra {n} sikkerhedskopier.",
                cleaned.copies,
            ).format(n=cleaned.copies)
        ]  # fmt: skip
        if awaited:
            text = ngettext("{n} partner skal kvittere.", "{n} partnere skal kvittere.", awaited)
            said.append(f"{text.format(n=awaited)} {_('Send dem en fil nu.')}")
        for path in cleaned.left:
            said.append(_("{path} kunne ikke åbnes og indeholder stadig eleven. Slet den selv.").format(path=path))
        self._strip.set_message("warning" if cleaned.left else "ok", _("Eleven er slettet her."), " ".join(said))
        for widget in (*self._sentences, self.name):
            widget.hide()
        self.set_title(_("Slettet"), "")
        self.cancel.hide()
        self.primary.set_role("primary")
        self.set_primary(_("Luk"))
        self.primary.setFocus()
        self._desk.exchange_changed.emit()
