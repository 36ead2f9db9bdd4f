"""Lets Tab go through controls as they are read: Qt goes as they were made, and rows are made anew."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QWidget


def in_order(*controls: QWidget) -> None:
    """Let each control follow the one before it; the first keeps its place."""
    for before, after in pairwise(controls):
        QWidget.setTabOrder(before, after)
