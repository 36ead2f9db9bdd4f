"""Opens a menu under a button, its first entry chosen, so that Enter takes the likeliest."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget


def under(below: QWidget, menu: QMenu, at_right: bool = False) -> None:
    """Open `menu` under `below`, flush with its left or its right edge; it goes away when it is closed."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    left = below.width() - menu.sizeHint().width() if at_right else 0
    menu.popup(below.mapToGlobal(QPoint(left, below.height())))
    menu.setActiveAction(menu.actions()[0])
