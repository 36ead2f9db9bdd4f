"""A learner with at least one row of every noun."""

from __future__ import annotations

from datetime import date

from mentorapp.domain.access import Access
from mentorapp.domain.alert_mark import AlertMark
from mentorapp.domain.change import Change, creation
from mentorapp.domain.document import Document
from mentorapp.domain.meeting import ActionPoint
from mentorapp.domain.month_claim import MonthClaim
from mentorapp.domain.note import Note
from mentorapp.domain.organisation import ClosingDay, ExamTerm, Setting
from mentorapp.domain.placement import Person, Site
from tests import builders
from tests.builders import LEARNER, TODAY


def one_of_each() -> list[Change]:
    """Its changes; the learner has a course with teaching, practice, absence, notes, meetings and papers."""
    case, confidential = builders.amal(), "confidential"
    nouns: list[object] = [case.learner, case.private, *case.enrolments, *case.placements, *case.schooling]
    nouns += [*case.attendance, *case.practice_periods, builders.week_mark("2026-W47")]
    nouns += [builders.at_work("20-11-2026", 7), builders.leave("parental", "01-06-2026", "14-06-2026", True)]
    nouns += [builders.ticked("contract", "01-02-2025"), builders.mentor_time("18-11-2026", 2)]
    nouns += [builders.grant("01-02-2025", "31-12-2026", minutes_a_week=120)]
    nouns += [builders.meeting("20-11-2026"), builders.meeting("01-12-2026")]
    nouns += [ActionPoint(LEARNER, "ap", "e", "m", "Ring", "Anna", TODAY)]
    nouns += [MonthClaim(LEARNER, "e/2026-10", "e", "2026-10", TODAY), Access(LEARNER, "anna", date(2026, 1, 1))]
    nouns += [AlertMark(LEARNER, "R17", "R17", date(2026, 12, 1), "Venter")]
    nouns += [Note(LEARNER, "all/1", "Et ord", "week", TODAY, "Karin", 1)]
    nouns += [Note(LEARNER, "all/2", "Nyere", "week", TODAY, "Karin", 2, "all/1")]
    nouns += [Note(LEARNER, "all/3", "Fortroligt", "week", TODAY, visibility=confidential)]
    nouns += [Site("s", "Lind", sector="municipal"), Person("anna", "Anna", "mentor", "s"), Setting("x", "1")]
    nouns += [ClosingDay("c", date(2026, 12, 23)), ClosingDay("d", date(2026, 12, 27), None, "Lukket", "s")]
    nouns += [ExamTerm("t", date(2026, 12, 1)), Document(LEARNER, "d", "Bevis.pdf", "0" * 64, "application/pdf", 5)]
    return [change for one in nouns for change in creation(one)]
