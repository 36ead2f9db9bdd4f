"""Recording: one way in, history of what was replaced, stamps that always grow."""

import dataclasses
from datetime import date

import pytest

from mentorapp.domain.attendance import Attendance, attendance_key
from mentorapp.domain.change import Change, creation, removal, update
from mentorapp.domain.enrolment import Enrolment
from mentorapp.domain.learner import Learner, LearnerPrivate
from mentorapp.domain.placement import Site
from mentorapp.domain.schooling import Schooling
from mentorapp.errors import Refused, UserError
from mentorapp.store import declared, queries, rows
from mentorapp.store.database import Changed, Store
from mentorapp.store.names import names
from mentorapp.store.roles import MENTOR
from mentorapp.store.tables import BY_TABLE, NOUNS

ANNA = bytes([1]) * 16


def learner(name: str = "Åse Ørsted") -> Learner:
    return Learner(ANNA, "-", name, languages="dansk")


def cells(store: Store) -> list[tuple[object, ...]]:
    return store.reader().execute("SELECT tbl, row, fld, val, ts, author FROM cell ORDER BY 1, 2, 3").fetchall()


def history(store: Store) -> list[tuple[object, ...]]:
    return store.reader().execute("SELECT fld, val, ts, why FROM history ORDER BY action, fld").fetchall()


def test_a_noun_comes_back_as_it_was_written(store: Store) -> None:
    course = Schooling(
        ANNA, "s1", "e1", "amu", "Forflytning", "SOSU", None, date(2026, 1, 12), date(2026, 1, 16),
        (1, 2, 3), "08:00", "15:24", 2220, None, None, "passed", False,
    )  # fmt: skip
    enrolment = Enrolment(ANNA, "e1", "igu", date(2025, 2, 1), school_minutes_a_week=444)
    private = LearnerPrivate(ANNA, "-", birth_date=date(1991, 7, 8), registration_number="680791-0001")
    site = Site("p1", "Plejecenter Lindegården", p_number="0003300001")
    store.record([c for noun in (learner(), enrolment, course, private, site) for c in creation(noun)], "Ny elev")
    shared = queries.organisation(store, ())
    case = queries.case_file(store, ANNA, shared)
    assert case is not None
    assert case.learner == learner()
    assert case.enrolments == (enrolment,)
    assert case.schooling == (course,)
    assert case.private == private
    assert shared.sites == {"p1": site}


def test_recording_the_same_again_changes_nothing(store: Store) -> None:
    store.record(creation(learner()), "Ny elev")
    before = cells(store)
    assert store.record(creation(learner()), "Ny elev") is None
    assert cells(store) == before
    assert store.reader().execute("SELECT count(*) FROM action").fetchone() == (1,)


def test_a_replaced_value_is_kept_in_the_history_with_its_stamp(store: Store) -> None:
    first = store.record(creation(learner("Ase")), "Ny elev")
    store.record(update(learner("Ase"), learner("Åse")), "Navn rettet")
    assert first is not None
    assert ("name", '"Ase"', first.ts, "replaced") in history(store)


def test_stamps_grow_when_the_clock_stands_still_or_goes_back(store: Store, clock) -> None:
    clock.now = 5_000
    store.record(creation(learner("A")), "Ny elev")
    clock.now = 1_000
    action = store.record(update(learner("A"), learner("B")), "Navn")
    assert action is not None and action.ts == 5_001
    assert names(store) == [(ANNA, "B")]


def test_two_saves_in_one_millisecond_have_two_stamps(store: Store) -> None:
    store.record(creation(learner()), "Ny elev")
    store.record(creation(Enrolment(ANNA, "e", "igu", date(2025, 1, 1))), "Forløb")
    stamps = store.reader().execute("SELECT ts, author FROM action").fetchall()
    assert len(set(stamps)) == 2


def test_a_day_with_the_clock_in_2090_touches_only_what_was_written_then(store: Store, clock) -> None:
    clock.now = 3_800_000_000_000
    store.record(creation(learner()), "Ny elev")
    clock.now = 1_800_000_000_000
    action = store.record(creation(Enrolment(ANNA, "e", "igu", date(2025, 1, 1))), "Forløb")
    assert action is not None and action.ts == 1_800_000_000_000


def test_one_save_has_one_stamp(store: Store) -> None:
    store.record([*creation(learner()), *creation(Enrolment(ANNA, "e", "igu", date(2025, 1, 1)))], "Ny elev")
    assert len({(row[4], row[5]) for row in cells(store)}) == 1


def test_typed_rows_equal_a_rebuild_from_the_cells(store: Store) -> None:
    store.record([*creation(learner()), *creation(Enrolment(ANNA, "e", "igu", date(2025, 1, 1)))], "Ny elev")
    store.record(update(learner(), learner("Ny")), "Navn")
    store.record(removal(Enrolment(ANNA, "e", "igu", date(2025, 1, 1))), "Væk")
    for noun in NOUNS:
        query = f"SELECT * FROM {noun.table} ORDER BY 1, 2"
        projected = store.reader().execute(query).fetchall()
        with store.writing() as connection:
            rows.rebuild(connection, noun)
        assert store.reader().execute(query).fetchall() == projected


def test_a_row_without_a_required_field_waits_unseen(store: Store) -> None:
    store.record([Change(ANNA, "learner", "-", "languages", "dansk")], "Halv elev")
    assert names(store) == []
    assert rows.waiting(store.reader(), BY_TABLE["learner"]) == 1
    store.record([Change(ANNA, "learner", "-", "name", "Åse")], "Resten")
    assert names(store) == [(ANNA, "Åse")]


def test_a_deleted_day_written_again_does_not_inherit_old_fields(store: Store) -> None:
    store.record([*creation(learner()), *creation(Enrolment(ANNA, "e", "igu", date(2025, 1, 1)))], "Ny elev")
    day = date(2026, 10, 5)
    key = attendance_key("e", day, "school", None)
    first = Attendance(ANNA, key, "e", day, "school", "present", minutes=444, source="skolens liste")
    store.record(creation(first), "Fremmøde")
    store.record(removal(first), "Slettet")
    again = Attendance(ANNA, key, "e", day, "school", "sick")
    store.record(creation(again), "Fremmøde")
    case = queries.case_file(store, ANNA, queries.organisation(store, ()))
    assert case is not None and case.attendance == (again,)


def test_a_mentor_may_not_write_what_belongs_to_the_coordinator(store: Store) -> None:
    store.set_local("role", MENTOR)
    with pytest.raises(Refused, match="gennemførselsvejlederen"):
        store.record(creation(learner()), "Ny elev")
    assert cells(store) == []


def test_a_text_too_long_for_a_cell_is_refused_whole(store: Store) -> None:
    with pytest.raises(Refused, match="for lang"):
        store.record([*creation(learner()), Change(ANNA, "learner", "-", "email", "å" * 40_000)], "Ny elev")
    assert cells(store) == []


def test_the_same_letters_are_the_same_bytes(store: Store) -> None:
    store.record([Change(ANNA, "learner", "-", "name", "Søren Å")], "Sammensat")
    assert store.record([Change(ANNA, "learner", "-", "name", "Søren A\u030a")], "Delt å") is None


def test_listeners_hear_tables_and_learners_once_after_the_save(store: Store) -> None:
    heard: list[Changed] = []
    store.subscribe(heard.append)
    store.record(creation(learner()), "Ny elev")
    store.record(creation(learner()), "Ny elev")
    assert heard == [Changed(frozenset({"learner"}), frozenset({ANNA}))]


def test_a_full_disk_is_a_sentence_and_leaves_nothing_half(store: Store) -> None:
    store.record(creation(learner()), "Ny elev")
    before = cells(store)
    pages = store._writer.execute("PRAGMA page_count").fetchone()[0]
    store._writer.execute(f"PRAGMA max_page_count = {pages}")
    changes = [Change(ANNA, "schooling", f"s{n}", "title", "x" * 200) for n in range(500)]
    with pytest.raises(UserError, match="Disken er fuld"):
        store.record(changes, "Stor liste")
    assert cells(store) == before
    store._writer.execute(f"PRAGMA max_page_count = {pages + 10_000}")
    assert store.record(update(learner(), dataclasses.replace(learner(), name="Bo")), "Navn") is not None


def test_a_writer_and_readers_in_other_threads_do_not_disturb_each_other(store: Store) -> None:
    from concurrent.futures import ThreadPoolExecutor

    store.record(creation(learner("0")), "Ny elev")

    def write(n: int) -> None:
        store.record([Change(ANNA, "learner", "-", "email", str(n))], "E-post")

    def look(_: int) -> int:
        return len(queries.case_files(store, queries.organisation(store, ())))

    with ThreadPoolExecutor(8) as pool:
        written = [pool.submit(write, n) for n in range(40)]
        assert {found.result() for found in [pool.submit(look, n) for n in range(40)]} == {1}
        assert [future.result() for future in written] == [None] * 40


def test_the_digest_every_start_compares_is_that_of_the_declarations() -> None:
    assert rows.digest() == declared.DECLARED, f'write DECLARED = "{rows.digest()}" in store/declared.py'
