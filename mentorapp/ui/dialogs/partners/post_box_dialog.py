"""The post box shared with a partner: a folder that both sides reach, or a WebDAV address."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from mentorapp.i18n import _
from mentorapp.lists.cells.text import Unreadable
from mentorapp.store.exchange.partners import Partner
from mentorapp.sync import post_box
from mentorapp.sync.post_box import Box
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.learner.fields.text_field import TextField
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label


class PostBoxDialog(Dialog):
    """What is typed is tried before it is kept: a box nobody can write to would only look like sending."""

    def __init__(self, parent: QWidget, desk: Desk, partner: Partner) -> None:
        super().__init__(
            parent,
            _("Fælles postkasse med {name}").format(name=partner.name),
            _("En mappe, I begge kan nå, på et fællesdrev, i OneDrive eller Nextcloud."),
        )
        self._desk, self._partner = desk, partner
        told = _(
            "Filerne er låst, så mappen røber intet. Dine data selv må aldrig ligge i sådan en mappe. "
            "{name} vælger den samme mappe hos sig."
        )
        self.body.addWidget(Label(told.format(name=partner.name), "small", "muted", wrap=True))
        self.address = TextField(_("Mappe eller https-adresse"), required=True)
        choose = Button(_("Vælg mappe …"), icon="folder-open", size="small")
        choose.clicked.connect(self._choose)
        self.user = TextField(_("Brugernavn"), hint=_("Kun til en https-adresse."))
        self.password = TextField(_("Adgangskode"))
        self.password.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.body.addWidget(self.address)
        self.body.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.user)
        self.body.addWidget(self.password)
        box = post_box.box_of(partner)
        if box is not None:
            self.address.line.setText(box.address)
            self.user.line.setText(box.user)
            self.password.line.setText(box.password)
            stop = Button(_("Brug den ikke længere"), "text")
            stop.clicked.connect(lambda: self._keep(None))
            self.add_button(stop)
        self.set_primary(_("Prøv og gem"))
        self.set_safe(_("Mappen prøves først."))
        self.address.line.setFocus()

    def submit(self) -> None:
        try:
            address = self.address.value()
        except Unreadable:
            self.address.line.setFocus()
            return
        self._keep(Box(address, self.user.line.text().strip(), self.password.line.text()))

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Vælg den mappe, I begge kan nå"), self.address.line.text())
        if chosen:
            self.address.line.setText(chosen)

    def _keep(self, box: Box | None) -> None:
        session, partner = self._desk.session, self._partner
        self.run(_("Prøver postkassen …"), lambda: post_box.set_box(session, partner, box), self._kept)

    def _kept(self, partner: Partner) -> None:
        told = _("Filer til {name} lægges i postkassen fra nu af.") if partner.folder else _("Postkassen bruges ikke.")
        self._desk.said.emit(told.format(name=partner.name))
        self._desk.exchange_changed.emit()
        self.accept()
