"""The pages of the window, one seen at a time, each made when it is first gone to."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from mentorapp.ui import pages
from mentorapp.ui.desk import Desk


class PageStack(QStackedWidget):
    """Pages by the key of their place in the rail; the start waits for one page only."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._made: dict[str, QWidget] = {}

    def page(self, place: str) -> QWidget:
        """The page of a place."""
        if place not in self._made:
            self._made[place] = pages.make(place, self._desk)
            self.addWidget(self._made[place])
        return self._made[place]

    def made(self, place: str) -> QWidget | None:
        """The page of a place if it was gone to."""
        return self._made.get(place)

    @property
    def shown(self) -> str:
        """The key of the page that is seen."""
        return next((key for key, page in self._made.items() if page is self.currentWidget()), "")
