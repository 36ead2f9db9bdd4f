"""What tests of lists share: a list from a few lines of text, planned or brought into a real store."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path
from textwrap import dedent

import pytest

from mentorapp.domain.case_file import CaseFile, Organisation
from mentorapp.lists import csv_file, list_import
from mentorapp.lists.plan import Existing, ListImport, Plan, PlannedRow
from mentorapp.lists.table_file import Sheet
from mentorapp.store.session import Session
from tests.builders import igu

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "sample"


def sheet(text: str, name: str = "liste.csv") -> Sheet:
    """The sheet of a .csv with these lines."""
    return csv_file.sheet(Path(name), dedent(text).strip().encode("utf-8"))


class Desk:
    """Plans lists against what is in a store, and brings them in; ids are counted, so that runs are alike."""

    def __init__(self, session: Session) -> None:
        self.session = session
        numbers = count(1)
        self._new_id: Callable[[], str] = lambda: f"id{next(numbers)}"
        self._new_learner: Callable[[], bytes] = lambda: next(numbers).to_bytes(16, "big")

    def plan(self, text: str, kind: str | None = None) -> Plan:
        """What importing these lines would do."""
        return list_import.plan_sheet(sheet(text), kind, None, self._existing(), self._new_id, self._new_learner)

    def row(self, text: str, kind: str | None = None) -> PlannedRow:
        """As `plan`, of a list with one row."""
        rows = self.plan(text, kind).rows
        assert len(rows) == 1
        return rows[0]

    def bring_in(self, text: str, kind: str | None = None) -> Plan:
        """Plan these lines and record them; the same lines again must then change nothing."""
        plan = self.plan(text, kind)
        self.session.store.record(plan.changes, "Import", "import")
        again = self.plan(text, kind)
        assert again.changes == []
        assert [row.outcome for row in again.rows] == [
            "refused" if row.outcome == "refused" else "unchanged" for row in plan.rows
        ]
        return plan

    def plan_file(self, path: Path, kind: str | None = None, about: CaseFile | None = None) -> ListImport:
        """What importing a file would do."""
        return list_import.read_and_plan(path, self._existing(), self._new_id, self._new_learner, kind, about)

    def bring_in_file(self, path: Path) -> ListImport:
        """Plan a file and record it."""
        planned = self.plan_file(path)
        self.session.store.record(planned.changes, "Import", "import")
        return planned

    def case(self, name: str) -> CaseFile:
        """The case file of the one learner of this name."""
        (found,) = [case for case in self.session.case_files() if case.learner.name == name]
        return found

    def _existing(self) -> Existing:
        return Existing(self.session.case_files(), self.session.organisation, self.session.today)


@pytest.fixture
def desk(session: Session) -> Desk:
    return Desk(session)


@pytest.fixture
def existing() -> Existing:
    """Nothing known but the programmes."""
    return Existing((), Organisation(programmes=(igu(),)))
