"""Whatever happens to four machines and to the files between them, in the end all agree and no written word is gone."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from mentorapp.domain.access import Access
from mentorapp.domain.change import Value, removal, update
from mentorapp.errors import Refused
from mentorapp.store import notes, rows, undo
from mentorapp.store.exchange import conflicts, erasure, preview, traffic
from mentorapp.store.exchange.choices import Choices
from mentorapp.store.exchange.incoming import Incoming
from mentorapp.store.exchange.merge import Plan
from mentorapp.store.rows import encode
from mentorapp.store.tables import BY_TABLE
from tests.conftest import TODAY
from tests.store.exchange.offices import (
    FIRST,
    LEARNERS,
    SECOND,
    Offices,
    of_fewer_fields,
    set_values,
    unknown,
)  # fmt: skip
from tests.store.exchange.replicas import Machine

DAY, YEAR = 86_400_000, 365 * 86_400_000
NAMES = ("karin", "lis", "anna", "bo")
WHO, MENTOR, COORDINATOR = st.sampled_from(NAMES), st.sampled_from(NAMES[2:]), st.sampled_from(NAMES[:2])
WHOM = st.sampled_from([learner for learner, _name in LEARNERS])
ROW = st.sampled_from(["e/2026-11-20/practice/", "e/2026-11-21/practice/"])
NAMED, MINUTES = st.sampled_from(["a", "b", None]), st.sampled_from([0, 60, None])
FIELDS = st.fixed_dictionaries({}, optional={"status": NAMED, "source": NAMED, "minutes": MINUTES})


class Convergence(RuleBasedStateMachine):
    """Every rule is something that happens in an office in a bad year."""

    founded: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="converge"))
        self.offices = Offices(shutil.copytree(self.founded, self.folder / "profiles"))
        self.post: list[tuple[str, Incoming]] = []
        self.backups: dict[str, Path] = {}
        self.written: set[tuple[bytes, str]] = set()

    def at(self, name: str) -> Machine:
        return self.offices.machines[name]

    @rule(who=WHO, learner=WHOM, row=ROW, values=FIELDS)
    def edits(self, who: str, learner: bytes, row: str, values: dict[str, Value]) -> None:
        machine = self.at(who)
        values = {"enrolment": "e", "day": row[2:12], "kind": "practice", **values}
        with suppress(Refused):
            set_values(machine, learner, "attendance", row, values)
            seen = machine.cells([learner])
            for name, value in values.items():
                assert seen[learner, "attendance", row, name][0] == encode(value)

    @rule(who=COORDINATOR, learner=WHOM, value=st.sampled_from(["1", "2", "3"]))
    def edits_what_only_coordinators_may(self, who: str, learner: bytes, value: str) -> None:
        with suppress(Refused):
            set_values(self.at(who), learner, "learner", "-", {"phone": value, "languages": value})

    @rule(who=WHO, learner=WHOM, visibility=st.sampled_from(["team", "confidential"]))
    def writes_a_note(self, who: str, learner: bytes, visibility: str) -> None:
        text = f"Ord nummer {len(self.written)}"
        with suppress(Refused):
            notes.add(self.at(who).store, learner, text, TODAY, visibility=visibility)
            self.written.add((learner, encode(text)))

    @rule(who=WHO, table=st.sampled_from(["attendance", "note"]), which=st.integers(0, 5))
    def deletes(self, who: str, table: str, which: int) -> None:
        store = self.at(who).store
        with suppress(Refused):
            if found := list(rows.read(store.reader(), BY_TABLE[table])):
                store.record(removal(found[which % len(found)]), "Slettet")

    @rule(who=WHO)
    def takes_back_the_last(self, who: str) -> None:
        with suppress(Refused):
            self.at(who).store.undo()

    @rule(who=WHO)
    def takes_back_a_file(self, who: str) -> None:
        store = self.at(who).store
        merges = (
            "SELECT max(id) FROM action a WHERE kind = 'merge' AND id NOT IN (SELECT ifnull(undoes, 0) FROM action)"
        )
        (last,) = store.reader().execute(merges).fetchone()
        if last is not None:
            with suppress(Refused):
                store.undo(undo.find(store.reader(), last))

    @rule(pair=st.sampled_from([(a, b) for a in NAMES for b in NAMES if a != b and {a, b} != set(NAMES[2:])]))
    def sends(self, pair: tuple[str, str]) -> None:
        """The file may lie for long, arrive twice, or never."""
        self.post.append((pair[1], self.offices.sent(self.at(pair[0]), self.at(pair[1]))))

    @rule(
        pair=st.sampled_from([("karin", "lis"), ("lis", "karin"), ("karin", "anna"), ("anna", "karin"), ("lis", "bo")]),
        undone=st.booleans(),
    )
    def exchange_at_once(self, pair: tuple[str, str], undone: bool) -> None:
        one, to = self.at(pair[0]), self.at(pair[1])
        incoming = self.offices.arriving(self.offices.sent(one, to), to)
        with suppress(Refused):
            merged = to.take(incoming)
            if incoming.erased:
                self.written &= self.offices.texts()
            if undone and merged.action:
                to.store.undo(merged.action)

    @rule(pair=st.sampled_from([("karin", "anna"), ("lis", "karin"), ("anna", "karin"), ("bo", "lis")]))
    def sends_by_an_earlier_program(self, pair: tuple[str, str]) -> None:
        incoming = self.offices.sent(self.at(pair[0]), self.at(pair[1]))
        self.post.append((pair[1], of_fewer_fields(incoming, ["minutes", "colour"])))

    @rule(who=COORDINATOR, key=st.sampled_from([("learner", "-"), ("future", "x")]), value=st.sampled_from("12"))
    def writes_by_a_later_program(self, who: str, key: tuple[str, str], value: str) -> None:
        if FIRST not in self.offices.erased():
            unknown(self.at(who), (FIRST, *key, "colour"), value)

    @precondition(lambda self: self.post)
    @rule(which=st.integers(0, 50), choice=st.sampled_from(["all", "all", "all", "one", "ours"]))
    def receives(self, which: int, choice: str) -> None:
        to, incoming = self.post[which % len(self.post)]
        machine = self.at(to)
        incoming = self.offices.arriving(incoming, machine)
        with suppress(Refused):
            plan = Plan(machine.store, incoming)
            if choice == "one":
                plan.apply(Choices(learners=[SECOND], removals=True))
                return
            keep = [
                (one.learner, one.table, one.row, one.field)
                for one in preview.planned_fields(plan, SECOND)
                if choice == "ours" and one.table == "attendance" and one.outcome == preview.CHANGED
            ]
            before = machine.cells([SECOND])
            plan.apply(Choices(keep_ours=keep, removals=True))
            after = machine.cells([SECOND])
            assert all(after[key][0] == before[key][0] for key in keep if SECOND not in self.offices.erased())
            if incoming.own is None and not keep:
                assert not preview.counts(Plan(machine.store, incoming)).is_news
            if incoming.erased:
                self.written &= self.offices.texts()

    @rule(who=WHO, other=st.booleans())
    def settles_a_conflict(self, who: str, other: bool) -> None:
        store = self.at(who).store
        with suppress(Refused):
            for listed in conflicts.unsettled(store)[:1]:
                (conflicts.pick_other if other else conflicts.accept)(store, listed)
                assert listed not in conflicts.unsettled(store)

    @rule(who=WHO, by=st.sampled_from([DAY // 24, DAY, -DAY, 50 * YEAR, -20 * YEAR]))
    def a_clock_jumps(self, who: str, by: int) -> None:
        clock = self.at(who).clock
        clock.now = min(max(clock.now + by, DAY), 100 * YEAR)

    @rule(who=WHO)
    def backs_up(self, who: str) -> None:
        self.backups[who] = self.offices.back_up(self.at(who))

    @precondition(lambda self: self.backups)
    @rule(which=st.integers(0, 3))
    def is_brought_back(self, which: int) -> None:
        """What was written since and told nobody is gone."""
        who = sorted(self.backups)[which % len(self.backups)]
        self.offices.bring_back(self.at(who), self.backups[who])
        self.written &= self.offices.texts()

    @rule(who=COORDINATOR, mentor=MENTOR, learner=WHOM, ends=st.booleans())
    def hands_over_or_gives_anew(self, who: str, mentor: str, learner: bytes, ends: bool) -> None:
        store = self.at(who).store
        first, last = date(2026, 1, 1), date(2026, 11, 20) if ends else None
        before = next(
            (one for one in rows.read(store.reader(), BY_TABLE["access"], [learner]) if one.id == mentor), None
        )
        after = Access(learner, mentor, first, last)
        with suppress(Refused):
            store.record(update(before or replace(after, first_day=None), after), "Adgang")  # type: ignore[arg-type]

    @rule(who=MENTOR)
    def lets_go(self, who: str) -> None:
        """Once all it wrote has been read."""
        machine = self.at(who)
        over = machine.store.reader().execute("SELECT learner FROM following WHERE last_day IS NOT NULL").fetchall()
        standing = [traffic.standing(machine.store, machine.partner(one), TODAY) for one in self.offices.coordinators]
        for (learner,) in over:
            if not any(one.unsent or one.unread for one in standing):
                erasure.forget(machine.store, bytes(learner))
                self.written &= self.offices.texts()

    @rule(who=COORDINATOR, learner=WHOM)
    def erases(self, who: str, learner: bytes) -> None:
        if learner != SECOND:
            erasure.erase(self.at(who).store, learner)
            self.written &= self.offices.texts()

    def teardown(self) -> None:
        try:
            self.offices.settle()
            self.offices.compare()
            erased = self.offices.erased()
            for coordinator in self.offices.coordinators:
                query = "SELECT learner, val FROM cell WHERE tbl LIKE 'note%' AND fld = 'text'"
                there = {(bytes(who), text) for who, text in coordinator.store.reader().execute(query)}
                assert {one for one in self.written if one[0] not in erased} <= there
        finally:
            self.offices.close()
            shutil.rmtree(self.folder)


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("offices") / "profiles"
    Offices(folder).close()
    return folder


def run(founded: Path, examples: int) -> None:
    machine = type("Machines", (Convergence,), {"founded": founded})
    wanted = settings(
        max_examples=examples, stateful_step_count=16, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(machine, settings=wanted)


def test_everybody_agrees_in_the_end(founded: Path) -> None:
    run(founded, 50)


@pytest.mark.soak
@pytest.mark.timeout(0)
def test_everybody_agrees_ten_thousand_times(founded: Path) -> None:
    run(founded, 10_000)
