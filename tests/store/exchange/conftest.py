"""One coordinator and two mentors who follow a learner each, all up to date."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorapp.domain.change import creation
from tests.store.exchange.replicas import COORDINATOR, MENTOR, Machine, access, found, pair

AMAL, MARYAM = bytes([1]) * 16, bytes([2]) * 16


class Office:
    """Karin coordinates; Anna follows Amal, Bo follows Maryam."""

    def __init__(self, folder: Path) -> None:
        made = folder.exists()
        self.karin = Machine(folder / "karin", "karin", COORDINATOR)
        self.anna = Machine(folder / "anna", "anna", MENTOR)
        self.bo = Machine(folder / "bo", "bo", MENTOR)
        if made:
            return
        for mentor in (self.anna, self.bo):
            pair(self.karin, mentor)
        found(self.karin.store, [(AMAL, "Amal Idris"), (MARYAM, "Maryam Ahmadi")])
        given = [access(AMAL, "anna"), access(MARYAM, "bo")]
        self.karin.store.record([change for one in given for change in creation(one)], "Adgang")
        for mentor in (self.anna, self.bo):
            self.karin.give(mentor)
            mentor.give(self.karin)

    def close(self) -> None:
        for machine in (self.karin, self.anna, self.bo):
            machine.close()


@pytest.fixture(scope="session")
def office_as_founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once; each test has a copy."""
    folder = tmp_path_factory.mktemp("office") / "profiles"
    Office(folder).close()
    return folder


@pytest.fixture
def office(office_as_founded: Path, tmp_path: Path) -> Iterator[Office]:
    office = Office(shutil.copytree(office_as_founded, tmp_path / "profiles"))
    yield office
    office.close()
