"""Finds a learner's course by type, title and date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mentorapp.domain.schooling import Schooling
from mentorapp.lists.cells.text import fold


class CourseIndex:
    """The courses of one learner, by what lists call them."""

    def __init__(self, courses: Iterable[Schooling] = ()) -> None:
        self._waiting = list(courses)
        self._courses: dict[str, Schooling] = {}
        self._by_start: dict[tuple[str, str, date | None], dict[str, None]] = {}
        self._by_title: dict[tuple[str | None, str | None], dict[str, None]] = {}

    def put(self, course: Schooling) -> None:
        """Remember a new course, or what it is now. Type, title and start never change: they say which it is."""
        self._ready()
        self._put(course)

    def starting(self, type: str, title: str | None, first_day: date, provider: str | None) -> list[Schooling]:
        """The courses of this type, title and first day; another provider's are others."""
        self._ready()
        found = [self._courses[one] for one in self._by_start.get((fold(type), fold(title or ""), first_day), ())]
        if provider is None:
            return found
        exact = [course for course in found if course.provider and fold(course.provider) == fold(provider)]
        return exact or [course for course in found if not course.provider]

    def titled(self, type: str | None, title: str | None, provider: str | None = None) -> list[Schooling]:
        """The courses of this type and title; what is None is left open."""
        self._ready()
        key = (fold(type) if type else None, fold(title) if title else None)
        found = [self._courses[one] for one in self._by_title.get(key, ())]
        if provider is None:
            return found
        return [course for course in found if not course.provider or fold(course.provider) == fold(provider)]

    def _ready(self) -> None:
        # Sorted in when first asked for: most lists ask for few learners' courses.
        while self._waiting:
            self._put(self._waiting.pop())

    def _put(self, course: Schooling) -> None:
        self._courses[course.id] = course
        kind, title = fold(course.type), fold(course.title or "")
        self._by_start.setdefault((kind, title, course.first_day), {})[course.id] = None
        for key in ((kind, title or None), (kind, None), (None, title or None)):
            if key != (None, None):
                self._by_title.setdefault(key, {})[course.id] = None
