"""Where a copy of a paper is saved, outside the program and no longer encrypted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from mentorapp.domain.document import MEDIA, Document
from mentorapp.i18n import _
from mentorapp.store import document_files
from mentorapp.ui.dialogs import file_out


def ask(owner: QWidget, paper: Document) -> Path | None:
    """Ask where the copy is to lie; the title says that it is not encrypted."""
    endings = " ".join(f"*{suffix}" for suffix in document_files.SUFFIXES[paper.media])
    kind = f"{_(MEDIA[paper.media])} ({endings})"
    return file_out.ask(owner, _("Gem en kopi, der ikke er krypteret"), document_files.file_name(paper), kind)
