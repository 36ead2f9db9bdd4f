"""What is dropped on the window, double-clicked or chosen: told by its first bytes and given to whom it belongs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from mentorapp.i18n import _
from mentorapp.sync import envelope, faults, file_kind
from mentorapp.ui.desk import Desk

if TYPE_CHECKING:
    from mentorapp.ui.main_window import MainWindow

LISTS = (".csv", ".xlsx", ".xlsm", ".txt")
AGAIN_MS = 700
"""How soon a file that was double-clicked while a dialog is open, or the program locked, is tried again."""


def open_path(window: MainWindow, path: Path | None) -> None:
    """Open any file the program knows; None asks which. While a dialog is open it waits its turn."""
    path = path or choose(window)
    if path is None:
        return
    if QApplication.activeModalWidget() is not None:
        QTimer.singleShot(AGAIN_MS, window, lambda: open_path(window, path))
        return
    kind = file_kind.kind_of(path)
    if kind in ("sealed", "letter"):
        receive(window, window.desk, path)
    elif kind in ("invitation", "reply"):
        window.go("exchange")
        _be_partners(window, path, kind)
    elif path.suffix.lower() in LISTS:
        window.import_list(path)
    else:
        window.desk.fail(_why_not(path))


def is_known(path: Path) -> bool:
    """Whether a file that is dragged over the window can be opened; what a file is called may have been changed."""
    return path.suffix.lower() in LISTS or file_kind.kind_of(path) is not None


def receive(owner: QWidget, desk: Desk, path: Path) -> None:
    """Show what a partner's file holds, and import it."""
    from mentorapp.ui.dialogs.receiving.receive_dialog import ReceiveDialog, of_file

    ReceiveDialog(owner, desk, path.name, of_file(desk, path)).exec()


def choose(owner: QWidget) -> Path | None:
    """Ask which file; None when the user went away."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    kinds = _("Filer fra Mentorapp (*.mentorfil *.mentorinvitation *.mentorsvar *.pdf)")
    chosen, _kind = QFileDialog.getOpenFileName(
        owner, _("Vælg den fil, du har fået"), folder, f"{kinds};;{_('Alle filer')} (*)"
    )
    return Path(chosen) if chosen else None


def _be_partners(window: MainWindow, path: Path, kind: str) -> None:
    from mentorapp.ui.dialogs.partners import answering

    if kind == "invitation":
        answering.accept(window, window.desk, path)
    else:
        answering.add_reply(window, window.desk, path)


def _why_not(path: Path) -> faults.FileRefused:
    """What is wrong with a file that is none of ours, or only half here."""
    try:
        envelope.content(path, envelope.SEALED, 1 << 20)
    except faults.FileRefused as fault:
        return fault
    return faults.NotOurs(path.name)
