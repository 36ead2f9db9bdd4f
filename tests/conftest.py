"""What every test may use: a store on disk, encrypted, with a clock that stands still until it is moved."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from mentorapp import i18n
from mentorapp.store.database import Store
from mentorapp.store.profile import Profile
from mentorapp.store.session import Session

settings.register_profile("ordinary", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.register_profile("soak", settings.get_profile("ordinary"), max_examples=5_000)
settings.load_profile("soak" if os.environ.get("MENTORAPP_SOAK") else "ordinary")

TODAY = date(2026, 11, 22)
KEY = bytes(range(32))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-goldens` writes the goldens anew."""
    parser.addoption("--update-goldens", action="store_true")


class Clock:
    """Milliseconds since 1970, moved by the test alone."""

    def __init__(self) -> None:
        self.now = 1_795_305_600_000

    def __call__(self) -> int:
        return self.now


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    """Every test begins and ends in Danish."""
    i18n.use("da")
    yield
    i18n.use("da")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """An empty coordinator's store under a raw key (the passphrase's stretch is tested in test_key)."""
    store = Store(tmp_path, KEY, clock)
    store.set_local("name", "Karin Holst")
    yield store
    store.close()


@pytest.fixture
def session(tmp_path: Path, clock: Clock) -> Iterator[Session]:
    """An empty profile as the window gets it, on 22 November 2026."""
    profile = Profile(tmp_path / "profil")
    session = Session(profile, Store(profile.folder, KEY, clock), lambda: TODAY)
    session.store.set_local("name", "Karin Holst")
    yield session
    session.close()
