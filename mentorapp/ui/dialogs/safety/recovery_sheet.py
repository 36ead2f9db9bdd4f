"""Shows the recovery key once, to be printed or saved; closing it is the only way back to work."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QWidget

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store import key
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.message_strip import MessageStrip
from mentorapp.ui.theme import current

_A_LINE = 3


class RecoverySheetDialog(Dialog):
    """The key in numbered groups. It cannot be shown again: only a new one can be made."""

    def __init__(self, parent: QWidget | None, printed: str, made: date) -> None:
        super().__init__(
            parent, _("Gem dit genskabelsesark"), _("Det åbner dine data, hvis adgangssætningen er glemt."), width=560
        )
        self.printed, self._made = printed, made
        self.body.addWidget(Groups(printed))
        self.body.addWidget(
            MessageStrip(
                "info",
                _("Læg arket i et aflåst skab, ikke ved computeren."),
                _("Nøglen vises kun nu. Bliver arket væk, kan du lave et nyt under Indstillinger."),
            )
        )
        self.safely = QCheckBox(_("Jeg har arket på papir eller et sikkert sted"))
        self.safely.toggled.connect(self._offer)
        self.body.addWidget(self.safely)
        self._print, self._save = Button(_("Udskriv"), icon="printer"), Button(_("Gem som PDF"), icon="save")
        self._print.clicked.connect(self.print_out)
        self._save.clicked.connect(self.ask_where)
        self.add_button(self._print)
        self.add_button(self._save)
        self.cancel.setText(_("Senere"))
        self.cancel.key_hint = ""
        self._offer()
        self._print.setFocus()

    def pdf(self) -> bytes:
        """The sheet as it is printed."""
        from mentorapp.reports import recovery_sheet

        story = recovery_sheet.build(self.printed, self._made)
        return recovery_sheet.to_bytes(story, recovery_sheet.title(), recovery_sheet.foot(self._made))

    def ask_where(self) -> None:
        """Ask for a file and save the sheet there."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        wished = str(Path(folder) / "mentorapp-genskabelsesark.pdf")
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Gem som PDF"), wished, _("PDF (*.pdf)"))
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Save the sheet; a fault is said in place."""
        from mentorapp.reports import recovery_sheet

        path = path if path.suffix else path.with_suffix(".pdf")
        work = lambda: recovery_sheet.save(self.pdf(), path)  # noqa: E731
        self.run(_("Gemmer …"), work, lambda _nothing: self._done(_("Arket er gemt. Flyt det væk fra computeren.")))

    def print_out(self) -> None:
        """Ask for the printer and print."""
        from mentorapp.ui.dialogs.report import printing

        try:
            printer = printing.ask_printer(self, 1)
        except UserError:
            self.say(
                "info",
                _(
                    "Der er ingen printer på denne computer. Skriv de ni grupper af på papir, "
                    "eller gem arket som PDF på et USB-stik."
                ),
            )
            return
        if printer is not None:
            printer.setDocName("Mentorapp")
            self.run(
                _("Printer …"),
                lambda: printing.print_pages(self.pdf(), printer, [0]),
                lambda _nothing: self._done(_("Arket er sendt til printeren.")),
            )

    def _done(self, told: str) -> None:
        self.set_safe(told)
        self.safely.setFocus()

    def _offer(self) -> None:
        why = _("Sæt hak ved, at du har arket, eller vælg Senere.")
        self.set_primary(_("Videre"), "arrow-right", self.safely.isChecked(), why)


class Groups(QWidget):
    """The nine groups, each under its number; read aloud one by one."""

    def __init__(self, printed: str) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        for place, group in enumerate(printed.split("-")):
            down, across = divmod(place, _A_LINE)
            number = Label(str(place + 1), "caption", "muted")
            words = Label(" ".join(group), "title")
            words.setAccessibleName(_("Gruppe {n}: {group}").format(n=place + 1, group=" ".join(group)))
            self._grid.addWidget(number, 2 * down, across)
            self._grid.addWidget(words, 2 * down + 1, across)
        measured(self, self._measure)

    def _measure(self) -> None:
        theme = current()
        self._grid.setContentsMargins(0, 0, 0, theme.px(8))
        self._grid.setHorizontalSpacing(theme.px(24))
        self._grid.setVerticalSpacing(theme.px(2))


def show_new(parent: QWidget | None, profile: Path, raw: bytes, today: date) -> bool:
    """Make a new recovery key and show it; whether the user said to have the sheet. The old one opens no more."""
    dialog = RecoverySheetDialog(parent, key.new_recovery_key(profile, raw), today)
    return bool(dialog.exec())
