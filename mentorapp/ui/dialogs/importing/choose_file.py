"""Asks which list to import."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from mentorapp.i18n import _


def choose_file(parent: QWidget) -> Path | None:
    """The chosen file; None when the user went away."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kinds = _("Lister (*.xlsx *.xlsm *.csv *.txt)")
    chosen, _kind = QFileDialog.getOpenFileName(parent, _("Vælg en liste"), folder, kinds)
    return Path(chosen) if chosen else None
