"""Every fault in the table is noticed: made in a copy of the program, it fails the test that is named beside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[3]


class Fault(NamedTuple):
    """`old` stands once in `file` (below the package); with `new` instead, `test` (below the tests) fails."""

    name: str
    file: str
    old: str
    new: str
    test: str


FAULTS = [Fault(**each) for each in tomllib.loads(Path(__file__).with_name("faults.toml").read_text("utf-8"))["fault"]]


def test_the_table_speaks_of_the_program_as_it_is() -> None:
    for fault in FAULTS:
        assert (ROOT / "mentorapp" / fault.file).read_text(encoding="utf-8").count(fault.old) == 1, fault.name
        file, _, test = fault.test.partition("::")
        assert f"def {test}" in (ROOT / "tests" / file).read_text(encoding="utf-8"), fault.name
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 15


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("copy")
    for folder in ("mentorapp", "tests", "resources", "packaging"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


@pytest.mark.soak
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_seeded_fault_is_noticed(copy: Path, fault: Fault) -> None:
    source = copy / "mentorapp" / fault.file
    right = source.read_text(encoding="utf-8")
    source.write_text(right.replace(fault.old, fault.new), encoding="utf-8")
    file, _, test = fault.test.partition("::")
    chosen = [f"tests/{file}", *(["-k", test] if test else []), "-x", "-q", "-p", "no:cacheprovider"]
    variables = {**os.environ, "PYTHONPATH": str(copy), "MENTORAPP_SOAK": ""}
    try:
        # no byte code: a fault of the same size made in the same second would be passed over
        command = [sys.executable, "-B", "-m", "pytest", *chosen]
        done = subprocess.run(command, cwd=copy, env=variables, capture_output=True, check=False)
    finally:
        source.write_text(right, encoding="utf-8")
    assert done.returncode == pytest.ExitCode.TESTS_FAILED, done.stdout.decode()[-2_000:]
