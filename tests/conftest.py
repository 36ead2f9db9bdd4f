"""What every test may use: a store on disk, encrypted, with a clock that stands still until it is moved."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from mentorapp import i18n
from mentorapp.store import key
from mentorapp.store.database import DATABASE_FILE, Store
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


def _stretch_little(patch: pytest.MonkeyPatch) -> None:
    from mentorapp.sync import sealed_lock

    patch.setattr(key, "_STRETCH", {**key._STRETCH, "memory_kib": 64, "iterations": 1})
    patch.setattr(sealed_lock, "_MEMORY_KIB", 64)
    patch.setattr(sealed_lock, "_ITERATIONS", 1)


@pytest.fixture(scope="session", autouse=True)
def quick_stretch() -> Iterator[pytest.MonkeyPatch]:
    """Passphrases are stretched by little: a real stretch takes as long as thirty tests of what it protects."""
    with pytest.MonkeyPatch.context() as patch:
        _stretch_little(patch)
        yield patch


@pytest.fixture
def real_stretch(quick_stretch: pytest.MonkeyPatch) -> Iterator[None]:
    """As in the program, for tests of the stretch itself."""
    quick_stretch.undo()
    yield
    _stretch_little(quick_stretch)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty coordinator's store; a copy opens in a sixth of the time that making one takes."""
    folder = tmp_path_factory.mktemp("empty")
    store = Store(folder, KEY, Clock())
    store.set_local("name", "Karin Holst")
    store.close()
    return folder / DATABASE_FILE


@pytest.fixture
def store(tmp_path: Path, clock: Clock, empty_store: Path) -> Iterator[Store]:
    """An empty coordinator's store under a raw key (the passphrase's stretch is tested in test_key_and_profile)."""
    shutil.copy(empty_store, tmp_path)
    store = Store(tmp_path, KEY, clock)
    yield store
    store.close()


@pytest.fixture
def session(tmp_path: Path, clock: Clock, empty_store: Path) -> Iterator[Session]:
    """An empty profile as the window gets it, on 22 November 2026."""
    profile = Profile(tmp_path / "profil")
    shutil.copy(empty_store, profile.folder)
    session = Session(profile, Store(profile.folder, KEY, clock), lambda: TODAY)
    yield session
    session.close()
