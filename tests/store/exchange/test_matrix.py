"""Every way two people meet in one row (after KeePassXC's merge tests and ODK's soft and hard conflicts)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from mentorapp.domain.change import Change, creation, removal
from mentorapp.domain.learner import Learner
from mentorapp.domain.placement import Placement
from mentorapp.errors import Refused
from mentorapp.store.exchange.choices import Choices
from mentorapp.store.exchange.merge import Plan
from mentorapp.store.exchange.preview import CHANGED, HARD, NEW, OURS, SOFT, planned_fields
from mentorapp.store.names import names
from tests.store.exchange.conftest import AMAL, Office
from tests.store.exchange.replicas import COORDINATOR, Machine, access

ROW = "e/2026-11-20/practice/"
DAY = {"enrolment": "e", "day": "2026-11-20", "kind": "practice", "status": "present"}


@dataclass(frozen=True)
class Case:
    """What both knew, then what each wrote (Anna a moment later, unless she is early), and what Karin is shown."""

    known: dict[str, Any]
    karin: tuple[dict[str, Any], ...]
    anna: tuple[dict[str, Any], ...]
    shown: set[tuple[str, str, str | None]]
    """Field, outcome and label of all that is shown."""
    after: dict[str, Any] | None
    """The fields in the end, on both machines; None: the row is not shown."""
    anna_is_early: bool = False


GONE, BACK = {"deleted": True}, {"deleted": False}
CASES = {
    "into new": Case(
        {}, (), (DAY,), {(name, NEW, None) for name in DAY}, DAY,
    ),
    "no change": Case(DAY, (), (), set(), DAY),
    "the same on both sides": Case({}, (DAY,), (DAY,), set(), DAY),
    "newer there": Case(DAY, (), ({"status": "sick"},), {("status", CHANGED, None)}, DAY | {"status": "sick"}),
    "newer here": Case(DAY, ({"status": "sick"},), (), set(), DAY | {"status": "sick"}),
    "both, theirs newer": Case(
        DAY, ({"status": "sick"},), ({"status": "absent"},), {("status", CHANGED, HARD)}, DAY | {"status": "absent"},
    ),
    "both, theirs older": Case(
        DAY, ({"status": "sick"},), ({"status": "absent"},), {("status", OURS, HARD)}, DAY | {"status": "sick"}, True,
    ),
    "both the same": Case(
        DAY, ({"status": "sick"},), ({"status": "sick"},), set(), DAY | {"status": "sick"},
    ),
    "different fields": Case(
        DAY, ({"status": "sick"},), ({"minutes": 60},), {("minutes", NEW, SOFT)},
        DAY | {"status": "sick", "minutes": 60},
    ),
    "deleted here, changed there": Case(
        DAY, (GONE,), ({"minutes": 60},), {("minutes", NEW, SOFT)}, None,
    ),
    "changed here, deleted there": Case(
        DAY, ({"minutes": 60},), (GONE,), {("deleted", NEW, SOFT)}, None,
    ),
    "deleted on both sides": Case(DAY, (GONE,), (GONE,), set(), None),
    "deleted there": Case(DAY, (), (GONE,), {("deleted", NEW, None)}, None),
    "deleted here": Case(DAY, (GONE,), (), set(), None),
    "deleted and made again there": Case(
        DAY | {"minutes": 60}, (), (GONE, {"status": "sick"}),
        {("status", CHANGED, None), ("deleted", NEW, None), ("minutes", CHANGED, None), ("enrolment", CHANGED, None),
         ("day", CHANGED, None), ("kind", CHANGED, None)},
        None,
    ),
    "deleted and made whole again there": Case(
        DAY | {"minutes": 60}, (), (GONE, DAY | {"status": "sick"}),
        {("status", CHANGED, None), ("deleted", NEW, None), ("minutes", CHANGED, None)},
        DAY | {"status": "sick", "minutes": None},
    ),
    "deleted here, made again there": Case(
        DAY, (GONE,), (GONE, DAY | {"status": "sick"}),
        {("status", CHANGED, SOFT), ("deleted", CHANGED, HARD)}, DAY | {"status": "sick"},
    ),
    "deleted there, deleted and made again here": Case(
        DAY, (GONE, BACK | {"status": "sick"}), (GONE,), {("deleted", OURS, HARD)}, DAY | {"status": "sick"}, True,
    ),
}  # fmt: skip


def write(machine: Machine, saves: tuple[dict[str, Any], ...]) -> None:
    for values in saves:
        machine.clock.now += 1_000
        machine.store.record([Change(AMAL, "attendance", ROW, name, value) for name, value in values.items()], "Dag")


@pytest.mark.parametrize("name", CASES)
def test_two_people_in_one_row(office: Office, name: str) -> None:
    case, karin, anna = CASES[name], office.karin, office.anna
    write(karin, (case.known,) if case.known else ())
    karin.give(anna)
    anna.give(karin)
    later = karin if case.anna_is_early else anna
    later.clock.now += 3_600_000
    write(karin, case.karin)
    write(anna, case.anna)
    plan = Plan(karin.store, anna.file_for(karin))
    assert {(one.field, one.outcome, one.label) for one in planned_fields(plan, AMAL)} == case.shown
    plan.apply()
    karin.give(anna)
    anna.give(karin)
    assert karin.cells([AMAL]) == anna.cells([AMAL])
    for machine in (karin, anna):
        found = machine.store.reader().execute(
            "SELECT whole, enrolment, day, kind, status, minutes FROM attendance WHERE id = ?", (ROW,)
        ).fetchone()  # fmt: skip
        whole, *values = found
        assert bool(whole) == (case.after is not None)
        if case.after is not None:
            fields = ("enrolment", "day", "kind", "status", "minutes")
            assert values == [case.after.get(field) for field in fields]


def test_moved_here_and_changed_there(office: Office) -> None:
    """KeePassXC's entry that was moved to another group and edited: here a placement that moves to another site."""
    placed = Placement(AMAL, "p", "e", "lind", "Afd. A", "anna", None, None, 1680)
    office.karin.store.record(creation(placed), "Praktik")
    office.karin.give(office.bo)
    office.bo.give(office.karin)
    cell = (AMAL, "placement", "p", "department", '"Afd. B"', office.karin.clock.now + 9_000, 77)
    office.karin.store.record([Change(AMAL, "placement", "p", "site", "birk")], "Flyttet")
    incoming = office.bo.file_for(office.karin)
    deputy = replace(incoming.partner, role=COORDINATOR)
    plan = Plan(office.karin.store, replace(incoming, partner=deputy, cells=lambda: [cell]))
    [shown] = planned_fields(plan, AMAL)
    assert (shown.field, shown.outcome, shown.label) == ("department", CHANGED, SOFT)
    plan.apply()
    found = office.karin.store.reader().execute("SELECT site, department FROM placement WHERE whole").fetchall()
    assert found == [("birk", "Afd. B")]


@pytest.mark.parametrize(
    ("gone", "known", "asks"), [(1, 1, False), (2, 20, True), (2, 21, False), (3, 40, False), (4, 60, True)]
)
def test_a_file_that_takes_learners_away_in_numbers_is_stopped_every_time(
    office: Office, gone: int, known: int, asks: bool
) -> None:
    """Joplin's stop, which comes back with the same file, with the next one, and for one learner alone."""
    people = [Learner(bytes([9, n]) + bytes(14), "-", f"Elev {n}") for n in range(known - 1)]
    office.karin.store.record([change for one in people for change in creation(one)], "Elever")
    office.karin.store.record([c for one in people for c in creation(access(one.learner, "anna"))], "Adgang")
    office.karin.give(office.anna)
    everybody = [Learner(AMAL, "-", "Amal Idris"), *people]
    office.karin.store.record([change for one in everybody[:gone] for change in removal(one)], "Slet")
    for _time in range(2):
        incoming = office.karin.file_for(office.anna)
        plan = Plan(office.anna.store, incoming)
        assert (plan.removed_learners(), plan.removes_many) == ((gone, known), asks)
        if asks:
            for choices in (None, Choices(learners=[AMAL])):
                with pytest.raises(Refused, match="flere elever"):
                    plan.apply(choices)
            assert len(names(office.anna.store)) == known
    Plan(office.anna.store, incoming).apply(Choices(removals=asks))
    assert len(names(office.anna.store)) == known - gone
