"""Picking up a planned course, and dropping it as one change that can be undone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mentorapp.i18n import _
from mentorapp.ui.board import move_words
from mentorapp.ui.board.course_in_hand import CourseInHand
from mentorapp.ui.desk import Desk

if TYPE_CHECKING:
    from mentorapp.domain.schooling import Schooling


def may_move(desk: Desk) -> bool:
    """Whether this profile may change schooling at all."""
    from mentorapp.store.tables import BY_TABLE

    return desk.session.store.role in BY_TABLE["schooling"].writers


def pick_up(desk: Desk, row: Schooling, last: date) -> CourseInHand | None:
    """The course as it stands in the store now; None where it is gone, or has become more than a plan."""
    from mentorapp.domain import course_move

    opened = desk.book.open(row.learner)
    today = desk.session.today
    if opened is None or opened.ledger is None or opened.case.enrolment is None:
        return None
    own = opened.case.only(opened.case.enrolment.id).schooling
    now = next((other for other in own if other.id == row.id), None)
    return CourseInHand(opened, now, today, last) if now and course_move.is_movable(now, today) else None


def drop(desk: Desk, hand: CourseInHand) -> bool:
    """Save the new place as one change; whether it was saved. Back at its old place there is nothing to save."""
    from mentorapp.domain.change import update

    changes = update(hand.before, hand.moved)
    if not changes:
        return False
    name = move_words.course_name(hand.moved)
    with desk.catching():
        desk.session.store.record(changes, _("Flyt kursus: {title}").format(title=name))
        where = move_words.in_weeks(*hand.days)
        desk.said.emit(_("{title} er flyttet til {weeks}. Ctrl+Z flytter tilbage.").format(title=name, weeks=where))
        return True
    return False
