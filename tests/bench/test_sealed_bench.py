"""Sealed files beside the same columns as msgpack and zstd alone, with no keys, no checks and no limits."""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import zstandard

from mentorapp.sync import sealed
from mentorapp.sync.sealed import Cell
from tests.sync.files import AMAL, KARIN, days, head, opened

ROUNDS = 9
AIM_BYTES, AIM_WRITE, AIM_READ, AIM_MB, AIM_GROWTH = 10, 0.10, 0.06, 150, 1.3
"""Bytes a field, seconds for 100,000 of them either way, MB to read a million, and what a field of a million costs
beside one of 10,000."""


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def plain_write(path: Path, cells: list[Cell]) -> None:
    columns = [list(column) for column in zip(*cells, strict=True)]
    path.write_bytes(zstandard.ZstdCompressor(level=3).compress(msgspec.msgpack.encode(columns)))


def plain_read(path: Path) -> list[Any]:
    columns = msgspec.msgpack.decode(zstandard.ZstdDecompressor().decompress(path.read_bytes()))
    return list(zip(*columns, strict=True))


def write(path: Path, cells: list[Cell]) -> None:
    sealed.write(path, head(), cells, KARIN, AMAL.public)


def read(path: Path) -> list[Cell]:
    return list(opened(path).cells())


def test_both_ways_beside_plain_columns(tmp_path: Path, report: Callable[[str], None]) -> None:
    cells, ours, plain = days(100_000), tmp_path / "ours", tmp_path / "plain"
    works = (
        partial(write, ours, cells),
        partial(plain_write, plain, cells),
        partial(read, ours),
        partial(plain_read, plain),
    )
    rounds = [[seconds(work) for work in works] for _round in range(ROUNDS)]
    assert read(ours) == plain_read(plain) == cells
    wrote, plainly_wrote, took, plainly_took = (statistics.median(column) for column in zip(*rounds, strict=True))
    size, plain_size = (path.stat().st_size / len(cells) for path in (ours, plain))
    report(f"sealed file: {size:.2f} bytes a field (aim {AIM_BYTES}); plain columns {plain_size:.2f}")
    report(f"sealed, written: {wrote:.3f} s for 100,000 (aim {AIM_WRITE}), {wrote / plainly_wrote:.2f} × plain columns")
    report(f"sealed, read: {took:.3f} s for 100,000 (aim {AIM_READ}), {took / plainly_took:.2f} × plain columns")


def test_a_million(tmp_path: Path, report: Callable[[str], None]) -> None:
    took = {}
    for count in (10_000, 1_000_000):
        path = tmp_path / str(count)
        cells = days(count)
        gc.freeze()  # a store hands them out one by one; nothing then walks through a million of them again and again
        wrote = min(seconds(partial(write, path, cells)) for _round in range(max(1, 20_000 // count)))
        gc.unfreeze()
        del cells
        runs = [in_a_process_of_its_own(path) for _round in range(3)]
        read_count, _seconds, before, after = runs[0]
        assert read_count == count
        took[count] = wrote / count, min(run[1] for run in runs) / count
    growth = [million / few for few, million in zip(*took.values(), strict=True)]
    report(
        f"sealed, a field of 1,000,000 beside one of 10,000: {growth[0]:.2f} × to write, {growth[1]:.2f} × to read "
        f"(aim {AIM_GROWTH})"
    )
    report(f"sealed, 1,000,000 fields read by frames: {(after - before) / 1024:.0f} MB more than before (aim {AIM_MB})")


def in_a_process_of_its_own(path: Path) -> tuple[float, ...]:
    command = [sys.executable, "-m", "tests.bench.read_sealed", str(path), AMAL.sign.hex(), AMAL.seal]
    ran = subprocess.run([*command, KARIN.public.sign.hex()], capture_output=True, encoding="ascii", check=True)
    return tuple(map(float, ran.stdout.split()))
