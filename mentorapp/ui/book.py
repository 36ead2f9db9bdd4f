"""What the lists show of every learner: figures in brief, worked out in the background and kept until they change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mentorapp.store.database import Changed
from mentorapp.store.session import Session
from mentorapp.ui.tasks import Task

if TYPE_CHECKING:
    # names are painted before any rule is needed: the rules are imported with the first figures
    from mentorapp.alerts.alert import Alert
    from mentorapp.alerts.put_off import PutOff
    from mentorapp.alerts.status import Status
    from mentorapp.domain.agreed import Agreed
    from mentorapp.domain.case_file import CaseFile
    from mentorapp.domain.ledger import Ledger
    from mentorapp.domain.this_week import ThisWeek

AT_ONCE = 50
"""Learners worked out in one go before the window is told: the first figures come at once, and it never stutters."""


AFTER_PAINT_MS = 30

AFFECT_ALL = frozenset({"learner", "site", "person", "programme", "closing_day", "exam_term", "setting"})
"""Tables whose change may alter any learner's line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One learner in a list. Before the figures are there, everything but the name is empty."""

    learner: bytes
    name: str
    programme: str = ""
    site: str = ""
    department: str = ""
    mentor: str = ""
    start: date | None = None
    end: date | None = None
    attended: int | None = None
    """Counted minutes (clock minutes where the programme has no factors)."""
    documented: int = 0
    planned: int = 0
    expected: int | None = None
    required: int | None = None
    status: Status | None = None
    alerts: tuple[Alert, ...] = ()
    put_off: tuple[PutOff, ...] = ()
    """Alerts nobody wants to see for now."""
    this_week: ThisWeek | None = None
    """What the first page shows of a running course."""
    agreed: Agreed | None = None
    """Its meetings, and what was agreed at them, that the first page shows."""
    closed: bool = False
    """Whether the course ended so long ago that little is done about it any more."""
    known: bool = False
    """Whether the figures have been worked out."""


@dataclass(frozen=True, slots=True)
class Opened:
    """One learner in full: the case file and its ledger."""

    case: CaseFile
    ledger: Ledger | None


class Book(QObject):
    """Entries of all learners. `listed` when the names are (re)read, `updated(ids)` when entries are worked out."""

    listed = Signal()
    updated = Signal(object)
    changed = Signal(object)
    """A save, on the window's thread: `Changed`."""
    day_changed = Signal()
    """Midnight has passed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.entries: dict[bytes, Entry] = {}
        self._waiting: list[bytes] = []
        self._working = False
        self._day = session.today
        self._open = lru_cache(maxsize=200)(self._read)
        # a save may happen on any thread; the signal brings it to the window's
        session.store.subscribe(self.changed.emit)
        self.changed.connect(self._follow)

    def load(self) -> None:
        """Read the names at once and let the figures follow."""
        known = self.entries
        self.entries = {learner: known.get(learner) or Entry(learner, name) for learner, name in self.session.names()}
        self.listed.emit()
        # after the names have been painted: background work slows the window it is to fill
        QTimer.singleShot(AFTER_PAINT_MS, self, lambda: self._work_out(self.entries))

    def open(self, learner: bytes) -> Opened | None:
        """One learner in full, read when it has changed; None when it is gone."""
        return self._open(learner)

    def midnight(self) -> None:
        """Work everything out again when the date has changed; call it now and then."""
        if self.session.today != self._day:
            self._day = self.session.today
            self._open.cache_clear()
            self._work_out(self.entries)
            self.day_changed.emit()

    @property
    def complete(self) -> bool:
        """Whether every entry has its figures."""
        return not self._waiting and not self._working and all(entry.known for entry in self.entries.values())

    def _read(self, learner: bytes) -> Opened | None:
        from mentorapp.domain import ledger as ledgers

        case = self.session.case_file(learner)
        return Opened(case, ledgers.build(case, self.session.today)) if case else None

    def _follow(self, changed: Changed) -> None:
        self._open.cache_clear()
        if changed.tables & AFFECT_ALL:
            self.load()
        else:
            self._work_out(learner for learner in changed.learners if learner in self.entries)

    def _work_out(self, learners: Iterable[bytes]) -> None:
        self._waiting = list(dict.fromkeys([*learners, *self._waiting]))
        self._next()

    def _next(self) -> None:
        if self._working or not self._waiting:
            return
        batch, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        self._working = True
        session, today = self.session, self.session.today
        Task(self, lambda: entries(session, batch, today), self._take, self._stop)

    def _take(self, made: list[Entry]) -> None:
        self._working = False
        self.entries.update({entry.learner: entry for entry in made if entry.learner in self.entries})
        self.updated.emit(frozenset(entry.learner for entry in made))
        self._next()

    def _stop(self, error: Exception) -> None:
        self._working = False
        self._waiting.clear()
        raise error


def entries(session: Session, learners: list[bytes], today: date) -> list[Entry]:
    """Entries of `learners`, worked out now; may run on any thread."""
    from mentorapp.domain import ledger as ledgers
    from mentorapp.store import queries

    cases = queries.case_files(session.store, session.organisation, learners)
    return [entry(case, ledgers.build(case, today), today) for case in cases]


def entry(case: CaseFile, ledger: Ledger | None, today: date) -> Entry:
    """One learner's line."""
    from mentorapp.alerts import all_alerts, put_off, status
    from mentorapp.alerts.alert import is_closed
    from mentorapp.domain.agreed import agreed
    from mentorapp.domain.this_week import this_week

    placement = case.placement(today)
    people, sites = case.organisation.people, case.organisation.site_names
    named = Entry(case.learner.learner, case.learner.name, known=True)
    if ledger is None or case.enrolment is None:
        return named
    every = all_alerts.every(case, ledger, today)
    open_ones, hidden = put_off.split(case, every, today)
    school = ledger.counted or ledger.school
    mentor = people.get(placement.mentor or "") if placement else None
    return Entry(
        learner=case.learner.learner,
        name=case.learner.name,
        programme=case.programme.short_name if case.programme else case.enrolment.programme,
        site=sites.get(placement.site or "", "") if placement else "",
        department=(placement.department or "") if placement else "",
        mentor=mentor.name if mentor else "",
        start=ledger.start,
        end=ledger.end_extended or ledger.end,
        attended=school.attended,
        documented=school.documented,
        planned=school.planned,
        expected=ledger.expected,
        required=ledger.required,
        status=status.status(case, ledger, today, every),
        alerts=tuple(open_ones),
        put_off=tuple(hidden),
        this_week=this_week(case, ledger),
        agreed=agreed(case, today),
        closed=is_closed(case, ledger, today),
        known=True,
    )
