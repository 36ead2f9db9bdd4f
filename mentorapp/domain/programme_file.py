"""Reads a programme file: its text becomes a `Programme`, or a fault that names file, line and reason.

Older files lack what was added later and are read as they are; a key that no part knows is a slip of the pen and
refused, for a figure that is silently left out is worse than a file that must be put right.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from mentorapp.domain.figure import Figure
from mentorapp.domain.placement import SECTORS
from mentorapp.domain.programme import Programme, RuleSet
from mentorapp.domain.programme_parts import (
    DUE_FROM,
    PLACES,
    WHO,
    Group,
    ProgrammeStep,
    Remark,
    Rung,
    Stage,
    WeekPart,
)
from mentorapp.domain.programme_table import Fault, Table, line_of
from mentorapp.domain.schooling import SCHOOL_TYPES
from mentorapp.errors import UserError

_RULE = re.compile(r"R\d\d")

Others: TypeAlias = Callable[[str], Programme | None]
"""The programme of a key, for a file that builds on another."""


@dataclass(frozen=True, slots=True)
class ProgrammeFile:
    """A file that is TOML and names its key; the rest is understood when all files are there."""

    origin: str
    text: str
    entries: Mapping[str, Any]
    key: str

    def fault(self, fault: Fault) -> UserError:
        """The fault as the user is told it."""
        return _refusal(self.origin, line_of(self.text, fault.place), fault.reason)


def read(text: str, origin: str) -> ProgrammeFile:
    """The file `origin`; `UserError` naming file, line and reason where its `text` is no TOML or has no key."""
    try:
        entries = tomllib.loads(text)
        return ProgrammeFile(origin, text, entries, Table(entries).text("key"))
    except tomllib.TOMLDecodeError as fault:
        at = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)", str(fault))
        line = int(at[1]) if at and at[1] else text.count("\n") + 1
        said = str(fault)[: at.start()] if at else str(fault)
        raise _refusal(origin, line, f"linjen kan ikke læses som TOML ({said})") from None
    except Fault as fault:
        raise _refusal(origin, line_of(text, fault.place), fault.reason) from None


def programmes(shipped: Iterable[ProgrammeFile], own: Iterable[ProgrammeFile] = ()) -> tuple[Programme, ...]:
    """All programmes by key. A municipality's `own` file takes the place of a shipped one with its key.

    `UserError` naming file, line and reason where one cannot be understood, or two own files have one key.
    """
    files = {file.key: file for file in shipped}
    named: dict[str, ProgrammeFile] = {}
    for file in own:
        if file.key in named:
            raise file.fault(Fault(("key",), f"{named[file.key].origin} har også nøglen {file.key}"))
        named[file.key] = file
    files |= named
    made: dict[str, Programme | None] = {}

    def programme(key: str) -> Programme | None:
        if key in files and key not in made:
            made[key] = None  # found again while it is being made: the two build on each other
            made[key] = _understood(files[key], programme)
        return made.get(key)

    found = (programme(key) for key in sorted(files))
    return tuple(each for each in found if each is not None)


def parse(text: str, origin: str) -> Programme:
    """The `Programme` of a file that builds on no other; a fault is a `UserError` naming file, line and reason."""
    (programme,) = programmes([read(text, origin)])
    return programme


def _understood(file: ProgrammeFile, others: Others) -> Programme:
    try:
        return _programme(Table(file.entries), others)
    except Fault as fault:
        raise file.fault(fault) from None


def _refusal(origin: str, line: int, reason: str) -> UserError:
    return UserError(
        f"Ordningsfilen {origin} kan ikke bruges. Linje {line}: {reason}. "
        "Intet er ændret. Ret filen, og start programmet igen."
    )


def _programme(table: Table, others: Others) -> Programme:
    name, base = table.text("name"), _base(table, others)
    always = (dict(base.figures) if base else {}) | table.figures("figures")
    steps = tuple(_unique(table.tables("step"), _step))
    own = {step.key for step in steps}
    steps += tuple(step for step in base.steps if step.key not in own) if base else ()
    keys = {step.key for step in steps}
    programme = Programme(
        key=table.text("key"),
        name=name,
        short_name=table.text("short_name", name),
        aliases=table.texts("aliases"),
        years=table.number("years", None, least=1),
        factors=table.figures("factors"),
        rule_sets=tuple(_rule_sets(table, always)),
        figures=always,
        groups=tuple(_unique(table.tables("group"), _group)) or (base.groups if base else ()),
        steps=steps,
        stages=tuple(_unique(table.tables("stage"), lambda entry: _stage(entry, keys))),
        week=tuple(map(_week_part, table.tables("week"))),
        ladder=tuple(_ladder(table)),
        remarks=(*map(_remark, table.tables("remark")), *(base.remarks if base else ())),
    )
    table.nothing_else()
    return programme


def _base(table: Table, others: Others) -> Programme | None:
    """The programme whose figures, groups, steps and remarks this one takes over where it has none of its own."""
    key = table.text("builds_on", None)
    if key is None:
        return None
    found = others(key)
    if found is None:
        raise table.fault("builds_on", f"der er ingen ordning {key} at bygge på, eller de to bygger på hinanden")
    return found


def _rule_sets(table: Table, always: Mapping[str, Figure]) -> Iterator[RuleSet]:
    begun: list[RuleSet] = []
    for entry in table.tables("rule_set"):
        key, first, last = entry.text("key"), entry.day("starts_from"), entry.day("starts_until", None)
        if first is None:
            raise entry.fault("starts_from", "starts_from mangler")
        if last is not None and last < first:
            raise entry.fault("starts_until", "starts_until ligger før starts_from")
        for other in begun:
            if other.key == key:
                raise entry.fault("key", f"regelsættet {key} står der to gange")
            if first <= (other.starts_until or date.max) and other.starts_from <= (last or date.max):
                raise entry.fault("starts_from", f"{key} og {other.key} gælder på samme dage")
        rule_set = RuleSet(key, first, last, {**always, **entry.own_figures()})
        entry.nothing_else()
        begun.append(rule_set)
        yield rule_set


def _unique(entries: list[Table], read: Any) -> Iterator[Any]:
    """Each entry read; a key that another entry has is a fault."""
    seen: set[str] = set()
    for entry in entries:
        part = read(entry)
        if part.key in seen:
            raise entry.fault("key", f"{part.key} står der to gange")
        seen.add(part.key)
        entry.nothing_else()
        yield part


def _group(entry: Table) -> Group:
    return Group(
        key=entry.text("key"),
        name=entry.text("name"),
        aliases=entry.texts("aliases"),
        sectors=entry.texts("sectors", among=SECTORS),
        others=entry.flag("others"),
        figures=entry.own_figures(),
    )


def _step(entry: Table) -> ProgrammeStep:
    due_from = entry.one_of("due_from", DUE_FROM)
    months, days = entry.number("due_months", 0), entry.number("due_days", 0)
    if due_from is None and (months or days):
        raise entry.fault("due_days" if days else "due_months", "due_from mangler, så dagen kan ikke findes")
    rule = entry.text("rule", None)
    if rule is not None and not _RULE.fullmatch(rule):
        raise entry.fault("rule", "rule skal være nummeret på en regel, fx R06")
    return ProgrammeStep(
        key=entry.text("key"),
        name=entry.text("name"),
        due_from=due_from,
        due_months=months or 0,
        due_days=days or 0,
        sectors=entry.texts("sectors", among=SECTORS),
        who=entry.one_of("who", WHO),
        rule=rule,
        source=entry.source(),
        status=entry.status(),
    )


def _stage(entry: Table, steps: set[str]) -> Stage:
    needs = entry.texts("needs")
    for key in needs:
        if key not in steps:
            raise entry.fault("needs", f"trinnet {key} findes ikke blandt filens step")
    return Stage(entry.text("key"), entry.text("name"), needs, entry.source(), entry.status())


def _week_part(entry: Table) -> WeekPart:
    place, days = entry.one_of("place", PLACES), entry.number("days", None, least=1)
    if place is None or days is None:
        missing = "place" if place is None else "days"
        raise entry.fault(missing, f"{missing} mangler")
    if days > 7:
        raise entry.fault("days", "en uge har 7 dage")
    kind = entry.one_of("type", SCHOOL_TYPES)
    part = WeekPart(place, entry.text("name"), days, kind, entry.source(), entry.status())
    entry.nothing_else()
    return part


def _ladder(table: Table) -> Iterator[Rung]:
    before = -1
    for entry in table.tables("rung"):
        after, hours = entry.number("after_weeks", None, least=0), entry.number("hours_a_week", None, least=0)
        if after is None or hours is None:
            missing = "after_weeks" if after is None else "hours_a_week"
            raise entry.fault(missing, f"{missing} mangler")
        if after <= before:
            raise entry.fault("after_weeks", "timetrappens trin skal stå i orden")
        yield Rung(after, hours * 60, entry.source(), entry.status())
        entry.nothing_else()
        before = after


def _remark(entry: Table) -> Remark:
    remark = Remark(entry.text("text"), entry.day("from", None), entry.flag("doubt"), entry.source())
    entry.nothing_else()
    return remark
