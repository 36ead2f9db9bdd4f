"""Benchmarks report ratios measured in one run; the summary lists them. Aims are told, not asserted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

_REPORTS = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_REPORTS] = []


@pytest.fixture(scope="session")
def quick_stretch() -> None:
    """Nothing is made quicker here."""


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Add a line to the summary."""
    return request.config.stash[_REPORTS].append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    terminalreporter.section("ratios")
    for line in config.stash[_REPORTS]:
        terminalreporter.write_line(line)
