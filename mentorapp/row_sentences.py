"""Any row and field of the store in words: what it is called, and its values as people write them.

The window and the command line both say so when they show what a partner's file holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime

from mentorapp.domain.attendance import SOURCES
from mentorapp.domain.change import DELETED, Value
from mentorapp.domain.enrolment import EXTENSION_REASONS, LEAVE_KINDS
from mentorapp.domain.meeting import MEETING_KINDS, OUTCOMES, PARTIES
from mentorapp.domain.note import NOTE_KINDS
from mentorapp.domain.programme_parts import PLACES
from mentorapp.i18n import _, day, month
from mentorapp.lists import other_fields, shown_fields
from mentorapp.sentences import school_type
from mentorapp.store.tables import BY_TABLE

Names = Mapping[str, str]
"""What rows that others point at are called, by id: sites, people, courses, steps and programmes."""

LONGEST = 120
"""Characters of a text that are shown in a line; the rest is an ellipsis."""


def field(table: str, name: str) -> str:
    """The label of a field; the name it has inside where this version has no word for it."""
    if name == DELETED:
        return _("Slettet")
    labels = other_fields.labels(table)
    with suppress(KeyError):
        labels = {**labels, **shown_fields.labels(table)}
    return labels.get(name, name)


def value(table: str, name: str, stored: Value, names: Names) -> str:
    """A stored value as people write it; empty for none."""
    if stored is None or stored == "" or stored == []:
        return ""
    if name == DELETED:
        return _("slettet") if stored is True else _("findes")
    if name == "text" and table.startswith("note"):
        return f"„{_shortened(str(stored))}“"
    choices = _CHOICES.get((table, name)) or _CHOICES.get(("", name))
    if choices is not None:
        return _(choices[str(stored)]) if str(stored) in choices else _shortened(str(stored))
    if name == "written_at" and isinstance(stored, int):
        return f"{datetime.fromtimestamp(stored / 1000, tz=UTC).astimezone():%d-%m-%Y %H.%M}"
    if name in _POINTS_AT:
        return names.get(str(stored), str(stored))
    if name == "starts_at" and isinstance(stored, int):
        return f"{stored // 60:02}.{stored % 60:02}"
    noun = BY_TABLE.get(table)
    kind = noun.kinds.get(name) if noun is not None else None
    if kind == "date":
        with suppress(ValueError):
            return day(date.fromisoformat(str(stored)))
    if isinstance(stored, list):
        if all(isinstance(one, int) for one in stored):
            return shown_fields.in_words(name, tuple(stored), names)
        return ", ".join(_(PARTIES[one]) if one in PARTIES else names.get(str(one), str(one)) for one in stored)
    return _shortened(shown_fields.in_words(name, stored, names))


def row(table: str, key: str, values: Mapping[str, Value], names: Names) -> str:
    """What a row is called: `Uge 46, 2026`, `Fremmøde 12-11-2026`, `AMU: Forflytning`, `Ugenotat 13-11-2026`."""
    known = _ROWS.get(table)
    said = known(lambda name: value(table, name, values.get(name), names), key, names) if known else table
    return " ".join(said.split()).strip(" :,")


def whole(table: str, values: Mapping[str, Value], names: Names) -> str:
    """What a row says, in one line; what its name says already is left out."""
    said = [_("bekræftet som planlagt")] if table == "week_mark" else []
    for name in _whole_fields(table, values):
        text = value(table, name, values.get(name), names)
        if not text:
            continue
        said.append(text if name in _SAY_THEMSELVES else f"{field(table, name).lower()} {text}")
    return " · ".join(said) or _("oprettet")


def _whole_fields(table: str, values: Mapping[str, Value]) -> list[str]:
    noun = BY_TABLE.get(table)
    order = noun.fields if noun is not None else tuple(sorted(values))
    return [name for name in order if name in values and name not in _IN_THE_NAME.get(table, _NEVER)]


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


_NEVER = frozenset({"enrolment"})
_POINTS_AT = frozenset({"site", "mentor", "schooling", "programme", "step", "stage", "enrolment"})
_SAY_THEMSELVES = frozenset({"text", "status", "kind", "reason", "what", "value", "name", "programme"})
_CHOICES: dict[tuple[str, str], Mapping[str, str]] = {
    ("", "source"): SOURCES,
    ("", "extension_reason"): EXTENSION_REASONS,
    ("attendance", "kind"): PLACES,
    ("note", "kind"): NOTE_KINDS,
    ("note_confidential", "kind"): NOTE_KINDS,
    ("leave", "kind"): LEAVE_KINDS,
    ("meeting", "kind"): MEETING_KINDS,
    ("meeting", "outcome"): OUTCOMES,
}
_IN_THE_NAME = {
    table: _NEVER | names
    for table, names in {
        "learner": frozenset[str](),
        "schooling": frozenset({"type", "title"}),
        "attendance": frozenset({"day"}),
        "week_mark": frozenset({"week", "confirmed_by"}),
        "step": frozenset({"step"}),
        "month_claim": frozenset({"month"}),
        "mentor_time": frozenset({"day"}),
        "alert_mark": frozenset({"rule", "subject", "severity"}),
        "note": frozenset({"kind", "written_on", "written_at", "written_by", "replaces", "about"}),
        "note_confidential": frozenset({"kind", "written_on", "written_at", "written_by", "replaces", "about"}),
        "site": frozenset({"name"}),
        "person": frozenset({"name"}),
        "leave": frozenset({"kind"}),
        "meeting": frozenset({"kind", "day"}),
        "action_point": frozenset({"what", "meeting"}),
        "document": frozenset({"name", "sha256", "media", "size"}),
    }.items()
}

_Say = Callable[[str], str]


def _note(say: _Say, key: str, names: Names) -> str:
    return f"{say('kind') or _('Notat')} {say('written_on')}"


def _month(say: _Say, key: str, names: Names) -> str:
    year, _dash, number = (say("month") or key.rpartition("/")[2]).partition("-")
    with suppress(ValueError, IndexError):
        return _("Månedsansøgning {month} {year}").format(month=month(int(number)), year=year)
    return _("Månedsansøgning {month} {year}").format(month=number, year=year)


def _week(say: _Say, key: str, names: Names) -> str:
    year, _dash, number = (say("week") or key.rpartition("/")[2]).partition("-W")
    return _("Uge {week}, {year}").format(week=number.lstrip("0"), year=year)


def _course(say: _Say, key: str, names: Names) -> str:
    return f"{school_type(say('type'))}: {say('title')}" if say("type") else say("title") or _("Skoleforløb")


_ROWS: dict[str, Callable[[_Say, str, Names], str]] = {
    "site": lambda say, key, names: _("Praktiksted {name}").format(name=say("name") or names.get(key, "")),
    "person": lambda say, key, names: _("Medarbejder {name}").format(name=say("name") or names.get(key, "")),
    "closing_day": lambda say, key, names: _("Lukkedag {day}").format(day=say("first_day")),
    "exam_term": lambda say, key, names: _("Prøvetermin {day}").format(day=say("first_day")),
    "setting": lambda say, key, names: _("Fælles indstilling {name}").format(name=key),
    "learner": lambda say, key, names: _("Stamdata"),
    "learner_private": lambda say, key, names: _("Fortrolige stamdata"),
    "enrolment": lambda say, key, names: _("Aftalen"),
    "placement": lambda say, key, names: _("Praktikplads {site}").format(site=say("site")),
    "leave": lambda say, key, names: _("Orlov: {kind}").format(kind=say("kind")),
    "schooling": _course,
    "attendance": lambda say, key, names: _("Fremmøde {day}").format(day=say("day")),
    "week_mark": _week,
    "practice_period": lambda say, key, names: _("Praktikperiode {day}").format(day=say("first_day")),
    "step": lambda say, key, names: _("Trin: {step}").format(
        step=say("step") or names.get(key.rpartition("/")[2], key.rpartition("/")[2])
    ),
    "month_claim": _month,
    "mentor_grant": lambda say, key, names: _("Bevilget mentorstøtte {day}").format(day=say("first_day")),
    "mentor_time": lambda say, key, names: _("Mentortid {day}").format(day=say("day")),
    "access": lambda say, key, names: _("Følges af {name}").format(name=names.get(key, key)),
    "document": lambda say, key, names: _("Dokument {name}").format(name=say("name")),
    "meeting": lambda say, key, names: f"{say('kind') or _('Møde')} {say('day')}",
    "action_point": lambda say, key, names: _("Aftale: {what}").format(what=say("what")),
    "alert_mark": lambda say, key, names: _("Udsat påmindelse {rule}").format(rule=say("rule")),
    "note": _note,
    "note_confidential": lambda say, key, names: _("Fortroligt: {note}").format(note=_note(say, key, names)),
}
