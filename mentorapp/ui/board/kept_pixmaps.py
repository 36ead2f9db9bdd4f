"""Pictures that are kept until they have not been needed for long; painted the first time they are asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

ROWS_AT_MOST = 8_000_000
"""Pixels of rows, 32 MB: some four screens of the board."""

EDGES_AT_MOST = 1_000_000
"""Pixels of heads and feet."""


class KeptPixmaps:
    """Pictures by what is on them. What is in the key must tell all that is painted."""

    def __init__(self, at_most: int) -> None:
        """`at_most` pixels are kept in all."""
        self._at_most = at_most
        self._kept: OrderedDict[Hashable, tuple[QPixmap, object]] = OrderedDict()
        self._pixels = 0
        self.painted = 0
        """How many were painted so far."""

    def __contains__(self, key: Hashable) -> bool:
        return key in self._kept

    def get(
        self, key: Hashable, width: int, height: int, paint: Callable[[QPainter], None], held: object = None
    ) -> QPixmap:
        """The picture of `key`, see-through where nothing is painted. `held` lives as long as the picture:

        a key that names an object by its identity must hold it.
        """
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found[0]
        pixmap = QPixmap(max(1, width), max(1, height))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint(painter)
        painter.end()
        self._kept[key] = pixmap, held
        self._pixels += pixmap.width() * pixmap.height()
        self.painted += 1
        while self._pixels > self._at_most and len(self._kept) > 1:
            _key, (old, _held) = self._kept.popitem(last=False)
            self._pixels -= old.width() * old.height()
        return pixmap

    def clear(self) -> None:
        """Forget all: the theme, the zoom or the size of text is another."""
        self._kept.clear()
        self._pixels = 0
