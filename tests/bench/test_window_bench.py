"""Going about in the window with 1,000 learners: to the next page, to the next learner, and what is held then."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from pathlib import Path

from tests.bench.test_growth_bench import store_of
from tests.bench.test_start_bench import run

DAYS = 500
AIM_MS, AIM_MEMORY = 100, 3.0
ROUNDS = 3


def test_going_about(tmp_path: Path, report: Callable[[str], None]) -> None:
    folder = tmp_path / "thousand"
    store_of(folder, 1_000, DAYS).close()
    run("window_ours.py", str(folder))
    bare, ours = [], []
    for _ in range(ROUNDS):
        bare.append(run("window_bare.py")[0])
        ours.append(run("window_ours.py", str(folder)))
    first, later, tab, learner, slowest, kb = (statistics.median(column) for column in zip(*ours, strict=True))
    bare_kb = statistics.median(bare)
    report(
        f"page change: {later:.0f} ms to painted (aim {AIM_MS}); the slowest page made for the first time {first:.0f}"
    )
    report(
        f"learner change: {learner:.0f} ms to painted, slowest {slowest:.0f} (aim {AIM_MS}); "
        f"the slowest tab made for the first time {tab:.0f}"
    )
    report(
        f"memory after every page: {kb / 1024:.0f} / {bare_kb / 1024:.0f} MB of a bare window = {kb / bare_kb:.2f} "
        f"(aim {AIM_MEMORY:.0f})"
    )
