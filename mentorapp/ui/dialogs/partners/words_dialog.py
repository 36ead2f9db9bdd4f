"""The six words of an invitation, shown once: to be read out by phone, or printed as a slip."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QWidget

from mentorapp.errors import UserError
from mentorapp.exchange_sentences import moment
from mentorapp.i18n import _, day
from mentorapp.sync.inviting import Invited
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.message_strip import MessageStrip
from mentorapp.ui.theme import current

_A_LINE = 3


class WordsDialog(Dialog):
    """The words cannot be shown again: who has lost them makes a new invitation."""

    def __init__(self, parent: QWidget, invited: Invited, path: Path, today: date) -> None:
        name = invited.partner.name
        super().__init__(
            parent,
            _("De seks ord til {name}").format(name=name),
            _("Filen {file} er gemt.").format(file=path.name),
            width=600,
        )
        self.invited, self._today = invited, today
        self.body.addWidget(_Words(invited.words.split()))
        until = day(moment(invited.partner.expires).date()) if invited.partner.expires else ""
        self.body.addWidget(
            MessageStrip(
                "info",
                _("Send filen, og ring med ordene."),
                _(
                    "Skriv dem aldrig i samme mail som filen. {name} åbner filen i Mentorapp senest {until}, skriver "
                    "ordene og sender en svarfil tilbage. Åbn svaret her, så er I i gang."
                ).format(name=name, until=until),
            )
        )
        print_out = Button(_("Udskriv seddel"), icon="printer")
        print_out.clicked.connect(self.print_out)
        self.add_button(print_out)
        self.cancel.hide()
        self.set_primary(_("Jeg har ordene"))
        self.set_safe(_("Ordene vises kun nu."))

    def pdf(self) -> bytes:
        """The slip as it is printed."""
        from mentorapp.reports import invitation_slip

        partner = self.invited.partner
        until = moment(partner.expires).date() if partner.expires else self._today
        story = invitation_slip.build(partner.name, self.invited.words.split(), until)
        return invitation_slip.to_bytes(story, invitation_slip.title(), invitation_slip.foot(self._today))

    def print_out(self) -> None:
        """Ask for the printer and print."""
        from mentorapp.ui.dialogs.report import printing

        try:
            printer = printing.ask_printer(self, 1)
        except UserError:
            self.say("info", _("Der er ingen printer på denne computer. Skriv de seks ord af på papir."))
            return
        if printer is not None:
            printer.setDocName("Mentorapp")
            self.run(
                _("Printer …"),
                lambda: printing.print_pages(self.pdf(), printer, [0]),
                lambda _nothing: self.set_safe(_("Sedlen er sendt til printeren.")),
            )


class _Words(QWidget):
    """The words in large letters, each under its number, in two lines of three."""

    def __init__(self, words: list[str]) -> None:
        super().__init__()
        self.setAccessibleName(" ".join(words))
        self._grid = QGridLayout(self)
        for place, word in enumerate(words):
            down, across = divmod(place, _A_LINE)
            label = Label(word, "title")
            label.setAccessibleName(_("Ord {n}: {word}").format(n=place + 1, word=word))
            self._grid.addWidget(Label(str(place + 1), "caption", "muted"), 2 * down, across)
            self._grid.addWidget(label, 2 * down + 1, across)
        measured(self, self._measure)

    def _measure(self) -> None:
        theme = current()
        self._grid.setContentsMargins(0, 0, 0, theme.px(8))
        self._grid.setHorizontalSpacing(theme.px(24))
        self._grid.setVerticalSpacing(theme.px(2))
