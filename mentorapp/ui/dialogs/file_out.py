"""Saves a file somebody takes along: asks where, works it out in the background, and writes it whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QWidget

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.ui.desk import Desk


def save(owner: QWidget, desk: Desk, title: str, wished: str, kind: str, make: Callable[[], bytes]) -> None:
    """Ask where under `title`, beginning with the name `wished`; `kind` is the filter of the file dialog."""
    path = ask(owner, title, wished, kind)
    if path is not None:
        desk.run(owner, lambda: write(path, make()), lambda _none: desk.said.emit(saved(path)))


def ask(owner: QWidget, title: str, wished: str, kind: str) -> Path | None:
    """Where the file is to be saved, for who saves it otherwise than `save`; None where nobody wants it."""
    chosen, _kind = QFileDialog.getSaveFileName(owner, title, str(Path(QDir.homePath()) / wished), kind)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(Path(wished).suffix)


def saved(path: Path) -> str:
    """What is said once a file is saved."""
    return _("{file} er gemt. Filen er ikke krypteret: pas på den.").format(file=path.name)


def write(path: Path, content: bytes) -> None:
    """Write aside and rename: a full disk leaves an older file as it was. A fault is one sentence."""
    aside = path.with_name(path.name + ".del")
    try:
        aside.write_bytes(content)
        aside.replace(path)
    except OSError as fault:
        aside.unlink(missing_ok=True)
        raise UserError(
            _(
                "{file} kan ikke gemmes: {reason}. Intet er ændret. "
                "Luk filen, hvor den er åben, eller vælg et andet sted."
            ).format(file=path.name, reason=fault.strerror or fault)
        ) from fault
