"""Ledgers and alerts of learners with two years of daily attendance, beside reading the same rows with plain SQL."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from mentorapp.alerts import all_alerts
from mentorapp.domain import ledger as ledgers
from mentorapp.domain.attendance import Attendance, attendance_key
from mentorapp.domain.case_file import Organisation
from mentorapp.domain.change import creation
from mentorapp.store import programmes, queries
from mentorapp.store.database import Store
from mentorapp.store.names import names
from mentorapp.store.tables import BY_TABLE
from tests.bench.many import KEY, fill

TODAY = date(2026, 11, 22)
DAYS = 500
DAYS_OF_GROWTH = 100
"""Ten thousand learners with two years each would take an hour to write; how reading grows shows with less."""
AT_ONCE = 100
"""Learners read together, as the window does."""
AIM_TO_SQL, AIM_GROWTH, AIM_EDIT_MS = 4.0, 1.3, 16.0


def store_of(folder: Path, learners: int, count: int = DAYS) -> Store:
    """`learners` with `count` days of attendance each: a day a week at the language centre, the others in practice.

    The days are written into the typed table at once. It is all that reading looks at, and five million rows by
    way of their cells would take an hour.
    """
    folder.mkdir()
    fill(folder, learners)
    store = Store(folder, KEY, lambda: 1_795_305_600_000)
    columns = ("learner", "id", *BY_TABLE["attendance"].fields)
    holes = ", ".join("?" * len(columns))
    with store.writing() as connection:
        connection.executemany(f"INSERT INTO attendance ({', '.join(columns)}) VALUES ({holes})", days(learners, count))
    return store


def days(learners: int, count: int) -> Iterator[tuple[Any, ...]]:
    for n in range(learners):
        who, start = n.to_bytes(16, "big"), date(2025, 9, 1) + timedelta(days=n % 300)
        weekdays = (on for on in (start + timedelta(days=k) for k in range(730)) if on.isoweekday() < 6)
        for on, _ in zip(weekdays, range(count), strict=False):
            kind, row, source = ("school", "s1", "printout") if on.isoweekday() == 3 else ("practice", None, "mentor")
            key = attendance_key("e", on, kind, row)
            yield who, key, "e", on.isoformat(), kind, "present", row, 444, None, source


def test_fields_are_those_of_the_noun() -> None:
    assert [field.name for field in fields(Attendance)] == ["learner", "id", *BY_TABLE["attendance"].fields]


def plain_sql(store: Store, learners: list[bytes]) -> int:
    """Every column of every row of the learners, table by table, in one read transaction; how many rows."""
    connection = store.reader()
    connection.execute("BEGIN")
    count = 0
    for table in ("learner", *queries.CASE_TABLES):
        columns = ", ".join(("learner", "id", *(f'"{name}"' for name in BY_TABLE[table].fields)))
        for learner in learners:
            query = f"SELECT {columns} FROM {table} WHERE whole AND learner = ? ORDER BY id"
            count += len(connection.execute(query, (learner,)).fetchall())
    connection.execute("COMMIT")
    return count


def work(store: Store, shared: Organisation, learners: list[bytes]) -> int:
    """Case files, ledgers and alerts of the learners; how many alerts."""
    found = 0
    for case in queries.case_files(store, shared, learners):
        found += len(all_alerts.check(case, ledgers.build(case, TODAY), TODAY))
    return found


def seconds(each: Callable[[list[bytes]], int], learners: list[bytes]) -> float:
    """How long `each` takes for all learners, a hundred at a time."""
    begun = time.perf_counter()
    for first in range(0, len(learners), AT_ONCE):
        assert each(learners[first : first + AT_ONCE])
    return time.perf_counter() - begun


def ids(store: Store) -> list[bytes]:
    return [learner for learner, _ in names(store)]


def test_beside_plain_sql(tmp_path: Path, report: Callable[[str], None]) -> None:
    store = store_of(tmp_path / "thousand", 1_000)
    shared, learners = queries.organisation(store, programmes.load()), ids(store)
    reads, works = [], []
    for _ in range(3):
        reads.append(seconds(partial(plain_sql, store), learners))
        works.append(seconds(partial(work, store, shared), learners))
    store.close()
    # the best of each: another program at the disk says nothing about ours
    read = min(reads)
    ratio = min(works) / read
    report(
        f"1,000 learners x {DAYS} days: reading, ledgers and alerts = {ratio:.2f} x plain SQL of {read:.2f} s "
        f"(aim {AIM_TO_SQL})"
    )


def test_growth(tmp_path: Path, report: Callable[[str], None]) -> None:
    each = {}
    for count in (100, 1_000, 10_000):
        store = store_of(tmp_path / str(count), count, DAYS_OF_GROWTH)
        shared, learners = queries.organisation(store, programmes.load()), ids(store)
        rounds = 3 if count < 10_000 else 1
        each[count] = min(seconds(partial(work, store, shared), learners) for _ in range(rounds)) / count
        store.close()
    said = ", ".join(f"{count:,}: {each[count] * 1000:.2f} ms" for count in each)
    ratio = each[10_000] / each[100]
    report(f"a learner of {DAYS_OF_GROWTH} days among {said}; 10,000 to 100 = {ratio:.2f} (aim {AIM_GROWTH})")


def test_after_an_edit(tmp_path: Path, report: Callable[[str], None]) -> None:
    store = store_of(tmp_path / "hundred", 100)
    shared, who = queries.organisation(store, programmes.load()), (50).to_bytes(16, "big")
    day = queries.case_files(store, shared, [who])[0].attendance[0]
    times = []
    for n in range(20):
        store.record(creation(replace(day, minutes=400 + n)), "Rettet")
        times.append(seconds(partial(work, store, shared), [who]))
    store.close()
    report(f"one learner of {DAYS} days after an edit: {min(times) * 1000:.1f} ms (aim {AIM_EDIT_MS})")
