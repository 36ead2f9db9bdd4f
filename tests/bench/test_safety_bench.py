"""What safety costs: unlocking, a note against the plain insert of its row, a backup against a copy, a rebuild."""

from __future__ import annotations

import os
import shutil
import statistics
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from mentorapp.store import backup_file, key, notes, rows
from mentorapp.store.backups import Backups
from mentorapp.store.database import DATABASE_FILE, Store
from tests.bench.many import KEY, fill

TODAY = date(2026, 11, 22)
WHO = (5).to_bytes(16, "big")
TEXT = "Amal gik selv ind til en ny beboer, bankede på og ventede. Hun gentog beskeden, og den var rigtig. " * 2


def clock() -> int:
    return time.time_ns() // 1_000_000


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def test_unlocking(tmp_path: Path, report: Callable[[str], None]) -> None:
    key.create(tmp_path, "tre gode ord")
    took = statistics.median(seconds(lambda: key.unlock(tmp_path, "tre gode ord")) for _round in range(5))
    report(f"unlock by passphrase (argon2id, 64 MiB, 3 rounds): {took:.2f} s (aim 1.0)")


def test_a_note(tmp_path: Path, report: Callable[[str], None]) -> None:
    fill(tmp_path, 1_000)
    store = Store(tmp_path, KEY, clock)
    plain = store._writer
    plain.execute("CREATE TABLE plain AS SELECT * FROM note WHERE false")
    marks = ", ".join("?" * len(plain.execute("SELECT * FROM plain").description))
    numbers = iter(range(10_000))

    def bare() -> None:
        row = (WHO, f"all/{next(numbers):016x}", TEXT, "week", "2026-11-22", "Karin", clock())
        plain.execute("BEGIN IMMEDIATE")
        plain.execute(f"INSERT INTO plain VALUES ({marks})", (*row, *[None] * (marks.count("?") - len(row))))
        plain.execute("COMMIT")

    def ours() -> None:
        notes.add(store, WHO, f"{next(numbers)} {TEXT}", TODAY)

    rounds = [(seconds(ours), seconds(bare)) for _round in range(200)]
    mine, theirs = (statistics.median(took) * 1000 for took in zip(*rounds, strict=True))
    store.close()
    report(f"a note: {mine:.1f} ms (aim 20) / plain insert of its row {theirs:.1f} ms = {mine / theirs:.1f} (aim 5)")


def test_a_backup(tmp_path: Path, report: Callable[[str], None]) -> None:
    folder = tmp_path / "profil"
    folder.mkdir()
    fill(folder, 1_000)
    store = Store(folder, KEY, clock)
    backups = Backups(folder)
    copy = tmp_path / "kopi"

    def bare() -> None:
        shutil.copyfile(folder / DATABASE_FILE, copy)
        with copy.open("rb") as file:
            os.fsync(file.fileno())

    rounds = []
    for _round in range(9):
        whole = seconds(lambda: backups.take(store, "time"))
        newest = backups.all()[0]
        check = seconds(partial(_examine, newest, tmp_path / "eftersyn.db"))
        rounds.append((whole, check, seconds(bare)))
    whole, check, theirs = (statistics.median(took) * 1000 for took in zip(*rounds, strict=True))
    size = (folder / DATABASE_FILE).stat().st_size / 1_000_000
    store.close()
    report(
        f"backup of 1,000 learners ({size:.1f} MB): {whole:.0f} ms, {check:.0f} of them its check; without it "
        f"{whole - check:.0f} ms / copy and sync {theirs:.0f} ms = {(whole - check) / theirs:.1f} (aim 5)"
    )


def _examine(backup: backup_file.Backup, aside: Path) -> None:
    with backup_file.opened(backup, KEY, aside):
        pass


def test_a_rebuild(tmp_path: Path, report: Callable[[str], None]) -> None:
    fill(tmp_path, 1_000)
    store = Store(tmp_path, KEY, clock)
    cells = store.reader().execute("SELECT count(*) FROM cell").fetchone()[0]

    def rebuild() -> None:
        with store.writing() as connection:
            connection.execute("UPDATE projection SET declaration = 'an older one'")
            rows.ensure_tables(connection)

    took = statistics.median(seconds(rebuild) for _round in range(5)) * 100_000 / cells
    store.close()
    report(f"rebuild of the typed tables: {took:.2f} s per 100,000 cells (aim 0.5)")
