"""An open profile for one sitting: the store, the date the law is read on, and what all learners share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from mentorapp.store.database import Changed, Store
from mentorapp.store.names import names
from mentorapp.store.profile import Profile

if TYPE_CHECKING:
    # names are painted before any noun is needed: nouns and queries are imported with the first case file
    from mentorapp.domain.case_file import CaseFile, Organisation
    from mentorapp.domain.programme import Programme
    from mentorapp.store.backups import Backups


class Session:
    """What the window and every verb work with. `today` is asked anew each time: midnight passes."""

    def __init__(self, profile: Profile, store: Store, today: Callable[[], date]) -> None:
        self.profile = profile
        self.store = store
        self._today = today
        self._organisation: Organisation | None = None
        store.subscribe(self._forget)

    @cached_property
    def backups(self) -> Backups:
        """The backups of the profile."""
        from mentorapp.store.backups import Backups

        return Backups(self.profile.folder)

    def protect(self, reason: str) -> None:
        """A backup before something risky (`import`, `restore`, `rebuild`); refuses the rest where none can be made."""
        self.backups.protect(self.store, reason)

    @property
    def today(self) -> date:
        """The date the law is read on: `--today`, else the machine's."""
        return self._today()

    @property
    def programmes(self) -> tuple[Programme, ...]:
        """The shipped programmes and those of the profile."""
        from mentorapp.store import programmes

        return programmes.load(self.profile.folder)

    @property
    def organisation(self) -> Organisation:
        """Sites, staff and programmes, read again only after they have changed."""
        from mentorapp.store import queries

        if self._organisation is None:
            self._organisation = queries.organisation(self.store, self.programmes)
        return self._organisation

    def names(self) -> list[tuple[bytes, str]]:
        """Id and name of every learner, by name."""
        return names(self.store)

    def case_file(self, learner: bytes) -> CaseFile | None:
        """One learner's case file, read now."""
        from mentorapp.store import queries

        return queries.case_file(self.store, learner, self.organisation)

    def case_files(self) -> list[CaseFile]:
        """Every learner's case file, by name, read now."""
        from mentorapp.store import queries

        return queries.case_files(self.store, self.organisation)

    def close(self) -> None:
        """Close the store and let go of the profile."""
        self.store.close()
        self.profile.release()

    def _forget(self, changed: Changed) -> None:
        if changed.tables & {"site", "person", "programme", "closing_day", "exam_term", "setting"}:
            self._organisation = None
