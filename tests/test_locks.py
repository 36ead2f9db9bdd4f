"""What is installed is what was tested: to the byte, on every system, from wherever packages are fetched."""

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

PACKAGING = Path(__file__).resolve().parents[1] / "packaging"
RUN, DEVELOP = PACKAGING / "requirements.txt", PACKAGING / "requirements-dev.txt"


def requirements(lock: Path) -> dict[str, str]:
    """Package -> everything the lock says of it: version, marker and hashes."""
    joined = re.sub(r"^\s*#.*\n", "", lock.read_text("utf-8"), flags=re.MULTILINE).replace("\\\n", " ")
    return {re.split(r"[=<>~!;\s]", line, maxsplit=1)[0]: line for line in joined.splitlines() if line.strip()}


def pins(lock: Path) -> dict[str, str]:
    return {name: line.split("--hash")[0].strip() for name, line in requirements(lock).items()}


@pytest.mark.parametrize("lock", [RUN, DEVELOP], ids=lambda lock: lock.name)
def test_every_requirement_is_pinned_and_hashed(lock: Path) -> None:
    found = requirements(lock)
    assert len(found) > 10
    for line in found.values():
        assert re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line), line


@pytest.mark.parametrize("lock", [RUN, DEVELOP], ids=lambda lock: lock.name)
def test_a_lock_names_no_address(lock: Path) -> None:
    """The address of an index belongs to the machine; in a lock it would send everybody to it."""
    text = lock.read_text("utf-8")
    assert not re.search(r"://|index-url|find-links|trusted-host|file:|/home/|/tmp/", text)


def test_what_runs_is_what_was_tested() -> None:
    """`dev.py test` also counts as the installation of what runs; this is why it may.

    A package may be needed on fewer systems to run than to test: the tests then have it wherever it runs.
    """
    tested = pins(DEVELOP)
    for name, pin in pins(RUN).items():
        version, _, marker = pin.partition(";")
        there, _, there_marker = tested[name].partition(";")
        assert version.strip() == there.strip() and there_marker in ("", marker), name


def test_what_only_checks_is_not_shipped() -> None:
    assert not pins(RUN).keys() & {"pytest", "hypothesis", "mypy", "ruff", "holidays", "psutil"}


def test_locks_fit_windows_too() -> None:
    assert "sys_platform == 'win32'" in pins(DEVELOP)["colorama"]


def test_qt_is_the_version_that_keeps_none_alive() -> None:
    assert pins(RUN)["pyside6-essentials"] == "pyside6-essentials==6.11.3"


def test_qt_setters_return_none_of_their_own() -> None:
    """6.12.0 hands out None without counting it; on Python 3.11 the program then dies while painting."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("thing")
    # Other threads and caches may give back a few of theirs meanwhile.
    assert sys.getrefcount(None) > before - 500
