"""The keys of a window that shows pages: those each platform has for them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from mentorapp.ui.dialogs.report.page_view import PageView


def bind(window: QWidget, view: PageView, save: Callable[[], object], print_out: Callable[[], object] | None) -> None:
    """Zoom `view`, save and print by keys wherever the keyboard is in `window`."""
    keys: list[tuple[QKeySequence.StandardKey | str, Callable[[], object]]] = [
        (QKeySequence.StandardKey.ZoomIn, lambda: view.step(1)),
        (QKeySequence.StandardKey.ZoomOut, lambda: view.step(-1)),
        ("Ctrl+0", view.fit),
        (QKeySequence.StandardKey.Save, save),
    ]
    if print_out is not None:
        keys.append((QKeySequence.StandardKey.Print, print_out))
    for written, act in keys:
        QShortcut(QKeySequence(written), window).activated.connect(act)
