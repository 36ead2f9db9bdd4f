"""What the plan gives as it stands, and the last week in which what it lacks can begin as full time."""

from __future__ import annotations

from mentorapp.domain.course_days import course_days
from mentorapp.domain.room_left import last_block
from mentorapp.planning_sentences import Said, plan_gives
from mentorapp.planning_sentences import last_block as last_block_said
from mentorapp.ui.book import Opened
from mentorapp.ui.learner.schooling.said_list import SaidList


class PlanLine(SaidList):
    """Nothing where nothing is asked or the course is over."""

    def show_case(self, opened: Opened) -> None:
        """Say it of a course."""
        ledger = opened.ledger
        gives = plan_gives(ledger) if ledger and ledger.days_left else ""
        said: list[Said] = []
        if ledger is not None and gives:
            block = last_block(course_days(opened.case, ledger))
            said.append(Said("soon" if block else "ok", gives))
            if block is not None:
                said.append(last_block_said(block))
        self.show_said(said)
        self.setVisible(bool(said))
