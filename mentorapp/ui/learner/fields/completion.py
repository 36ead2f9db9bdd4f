"""Names that complete as they are typed, wherever in the name the letters stand."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit


def offer(control: QLineEdit, names: Iterable[str | None]) -> None:
    """Complete what is typed into `control` from `names`; may be called again with others."""
    known = sorted({name for name in names if name}, key=str.casefold)
    completer = control.completer()
    if completer is None:
        completer = QCompleter(QStringListModel(control), control)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        control.setCompleter(completer)
    model = completer.model()
    assert isinstance(model, QStringListModel)
    # a list that is set anew closes the one that is open
    if model.stringList() != known:
        model.setStringList(known)
