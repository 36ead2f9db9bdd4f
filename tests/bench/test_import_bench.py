"""Importing 5,000 rows, against the same cells and typed rows written by `executemany` into the same kind of store."""

from __future__ import annotations

import statistics
import time
from datetime import date, timedelta
from pathlib import Path

from mentorapp.cli.import_list import import_file
from mentorapp.store.database import Store
from mentorapp.store.profile import Profile
from mentorapp.store.session import Session
from mentorapp.store.tables import NOUNS

KEY = bytes(range(32))
ROWS = 5_000
ROUNDS = 3


def write_list(path: Path) -> None:
    """A learners' list with the columns of the sample."""
    heads = (
        "Navn;Fødselsdato;Sprog;Første adresse i DK;Opholdskort udløber;Ordning;Startdato;Praktiksted;CVR;P-nummer;"
        "Sektor;Afdeling;Mentor;Praktiktimer pr. uge;Bopælskommune;Danskniveau"
    )
    lines = [heads]
    for n in range(ROWS):
        born, start = date(1980, 1, 1) + timedelta(days=n), date(2025, 1, 1) + timedelta(days=n % 400)
        lines.append(
            f"Elev {n:05};{born:%d-%m-%Y};tigrinya, arabisk;01-03-2022;31-05-2028;IGU;{start:%d-%m-%Y};"
            f"Plejecenter {n % 20};{29189900 + n % 20};{1003300000 + n % 20};kommunal;Afd. {n % 7};Mentor {n % 60};"
            f"28;Herning;DU2 modul 4"
        )
    path.write_text("\n".join(lines), encoding="cp1252")


def test_import(tmp_path: Path, report) -> None:
    path = tmp_path / "liste.csv"
    write_list(path)
    ours, bare = [], []
    for n in range(ROUNDS):
        folder = tmp_path / f"ours{n}"
        profile = Profile(folder)
        session = Session(profile, Store(folder, KEY, lambda: 1_795_305_600_000), lambda: date(2026, 11, 22))
        began = time.perf_counter()
        import_file(session, path)
        ours.append(time.perf_counter() - began)
        bare.append(_bare(session.store, tmp_path / f"bare{n}"))
        session.close()
    mine, theirs = statistics.median(ours), statistics.median(bare)
    report(f"import of {ROWS} rows: {mine:.2f} s / executemany {theirs:.2f} s = {mine / theirs:.2f} (aim 4)")


def _bare(filled: Store, folder: Path) -> float:
    """Seconds to write what `filled` holds, cells and typed rows, by `executemany` in one transaction."""
    read = filled.reader()
    cells = read.execute("SELECT * FROM cell").fetchall()
    columns = {noun.table: ", ".join(('"learner"', '"id"', *(f'"{f}"' for f in noun.fields))) for noun in NOUNS}
    typed = {table: read.execute(f"SELECT {names} FROM {table}").fetchall() for table, names in columns.items()}
    folder.mkdir()
    store = Store(folder, KEY, lambda: 0)
    began = time.perf_counter()
    with store.writing() as connection:
        connection.executemany("INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?, ?)", cells)
        for table, rows in typed.items():
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                connection.executemany(f"INSERT INTO {table} ({columns[table]}) VALUES ({marks})", rows)
    took = time.perf_counter() - began
    store.close()
    return took
