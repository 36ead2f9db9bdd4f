"""The places of the rail, one page a file; each is imported and made when it is first gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mentorapp.ui.desk import Desk


def make(place: str, desk: Desk) -> QWidget:
    """The page of a place: `today`, `learners`, `board`, `exchange`, `learner` or `settings`."""
    if place == "today":
        from mentorapp.ui.pages.today_page import TodayPage

        return TodayPage(desk)
    if place == "learners":
        from mentorapp.ui.pages.learners_page import LearnersPage

        return LearnersPage(desk)
    if place == "board":
        from mentorapp.ui.pages.board_page import BoardPage

        return BoardPage(desk)
    if place == "exchange":
        from mentorapp.ui.pages.exchange_page import ExchangePage

        return ExchangePage(desk)
    if place == "learner":
        from mentorapp.ui.learner.learner_page import LearnerPage

        return LearnerPage(desk)
    from mentorapp.ui.pages.settings_page import SettingsPage

    return SettingsPage(desk)
