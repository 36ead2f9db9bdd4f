"""One coordinator and two mentors who follow a learner each, all up to date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorapp.domain.change import creation
from tests.store.exchange.replicas import COORDINATOR, MENTOR, Machine, access, found, pair

AMAL, MARYAM = bytes([1]) * 16, bytes([2]) * 16


class Office:
    """Karin coordinates; Anna follows Amal, Bo follows Maryam."""

    def __init__(self, folder: Path) -> None:
        self.karin = Machine(folder / "karin", "karin", COORDINATOR)
        self.anna = Machine(folder / "anna", "anna", MENTOR)
        self.bo = Machine(folder / "bo", "bo", MENTOR)
        for mentor in (self.anna, self.bo):
            pair(self.karin, mentor)
        found(self.karin.store, [(AMAL, "Amal Idris"), (MARYAM, "Maryam Ahmadi")])
        given = [access(AMAL, "anna"), access(MARYAM, "bo")]
        self.karin.store.record([change for one in given for change in creation(one)], "Adgang")
        for mentor in (self.anna, self.bo):
            self.karin.give(mentor)
            mentor.give(self.karin)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path)
    yield office
    for machine in (office.karin, office.anna, office.bo):
        machine.close()
