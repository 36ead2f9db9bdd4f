"""A fact that is several of a few: boxes to tick, saved as soon as one is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mentorapp.ui.learner.fields.field import Field
from mentorapp.ui.learner.fields.field_grid import FieldGrid


class FactBoxes(Field):
    """Shows a fact by its keys; `entered(keys)` when a box is ticked or cleared. Keys nobody knows here are kept."""

    entered = Signal(object)

    def __init__(self, label: str, choices: Sequence[tuple[str, str]], *, hint: str = "", narrowest: int = 96) -> None:
        """`narrowest` is what the longest text needs in pixels at 100 %."""
        holder = QWidget()
        self.boxes: dict[str, QCheckBox] = {}
        grid = FieldGrid(narrowest, most_columns=3)
        for key, text in choices:
            box = QCheckBox(text)
            # which group a box belongs to is seen, but has to be said to who listens
            box.setAccessibleName(f"{label}: {text}")
            box.toggled.connect(lambda _checked: self.entered.emit(self.keys()))
            self.boxes[key] = box
            grid.add(box)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)
        self._others: tuple[str, ...] = ()
        super().__init__(label, holder, hint)

    def keys(self) -> tuple[str, ...]:
        """The keys taken."""
        return (*(key for key, box in self.boxes.items() if box.isChecked()), *self._others)

    def set_value(self, keys: Sequence[str] | None) -> None:
        """Show what is known now."""
        keys = keys or ()
        self._others = tuple(key for key in keys if key not in self.boxes)
        for key, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(key in keys)
            box.blockSignals(False)

    def set_read_only(self, read_only: bool) -> None:
        """Show the fact without letting it be changed."""
        for box in self.boxes.values():
            box.setEnabled(not read_only)
