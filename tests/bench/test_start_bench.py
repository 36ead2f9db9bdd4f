"""From process start to a searchable learners page, as a ratio to a bare Qt window measured in the same run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.many import fill

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ROUNDS = 7


def run(script: str, *arguments: str) -> list[float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "STARTED": str(time.time())}
    # a user's second start finds everything compiled, whatever this machine is set to
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, str(HERE / script), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return [float(word) for word in done.stdout.split()]


def test_start(tmp_path: Path, report) -> None:
    fill(tmp_path, 1_000)
    run("start_ours.py", str(tmp_path))
    bare, ours = [], []
    for _ in range(ROUNDS):
        bare.append(run("start_bare.py"))
        ours.append(run("start_ours.py", str(tmp_path)))
    bare_ms, bare_kb = (statistics.median(column) for column in zip(*bare, strict=True))
    named, figures, kb = (statistics.median(column) for column in zip(*ours, strict=True))
    report(
        f"start: names {named:.0f} ms / bare {bare_ms:.0f} ms = {named / bare_ms:.2f} (aim 1.6), "
        f"all figures after {figures:.0f} ms (aim 2000), peak {kb / 1024:.0f} / {bare_kb / 1024:.0f} MB = "
        f"{kb / bare_kb:.2f} (aim 2)"
    )
