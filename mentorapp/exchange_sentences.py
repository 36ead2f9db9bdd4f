"""What a partner's file does, in sentences: the same words in the window and on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby

from mentorapp import row_sentences
from mentorapp.domain.change import DELETED, SHARED, Value
from mentorapp.i18n import _, day, ngettext
from mentorapp.store.exchange import conflicts, partners, preview
from mentorapp.store.exchange.choices import Key, Merged
from mentorapp.store.exchange.merge import Plan
from mentorapp.store.exchange.preview import HARD, NEW, OURS, SOFT, Counts, PlannedField
from mentorapp.store.session import Session
from mentorapp.store.tables import BY_TABLE

ADDED, REPLACED, KEPT, REMOVED = "added", "replaced", "kept", "removed"
"""What happens to a line: a row or field that was not here, theirs takes over, ours stays, a row goes."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row or field of a learner: what stands here, what the file says, and what will stand afterwards."""

    title: str
    here: str
    here_by: str
    there: str
    there_by: str
    after: str
    outcome: str
    both: bool
    """Whether both sides wrote the field without having seen the other's."""
    near: bool
    """Whether both wrote in the same row, in different fields."""
    keys: tuple[Key, ...]
    """What to keep where ours is to stay; empty where that cannot be chosen."""


class Speaker:
    """Puts plans and what is left of them in words; one for a reading, for it keeps the names."""

    def __init__(self, session: Session) -> None:
        self._session = session
        store, organisation = session.store, session.organisation
        self.names: dict[str, str] = {
            **{key: site.name for key, site in organisation.sites.items()},
            **{key: person.name for key, person in organisation.people.items()},
            **{programme.key: programme.short_name for programme in organisation.programmes},
            **{step.key: step.name for programme in organisation.programmes for step in programme.steps},
        }
        self.authors: dict[int, str] = {
            one.author: one.name for one in partners.everyone(store) if one.author is not None
        }
        self.authors[store.author] = store.local("name") or _("dig")

    def by(self, author: int | None, at: int | None) -> str:
        """`Karin 10-11-2026`: who wrote a value and on which day; empty where nobody did."""
        if author is None or at is None:
            return ""
        name = self.authors.get(author, "").split(" ")[0] or _("en anden")
        return f"{name} {day(moment(at).date())}"

    def lines(self, plan: Plan, learner: bytes) -> list[Line]:
        """Everything the file says about a learner, a line for each new or vanished row and each changed field."""
        rows = preview.whole_rows(plan, learner)
        self._learn_names(rows)
        said: list[Line] = []
        planned = preview.planned_fields(plan, learner)
        for (table, row), fields in groupby(planned, key=lambda one: (one.table, one.row)):
            said += self._of_row(list(fields), rows.get((table, row), {}))
        return said

    def title(self, learner: bytes, table: str, row: str, field: str) -> str:
        """What a field of the store is called: its row and its label."""
        return f"{self.row(learner, table, row)} · {self.field(table, field)}"

    def row(self, learner: bytes, table: str, row: str) -> str:
        """What a row of the store is called."""
        values = conflicts.row_now(self._session.store, learner, table, row)
        return row_sentences.row(table, row, values, self.names)

    def field(self, table: str, field: str) -> str:
        """The label of a field."""
        return row_sentences.field(table, field)

    def value(self, table: str, field: str, stored: Value) -> str:
        """A stored value as people write it."""
        return row_sentences.value(table, field, stored, self.names) or _("ikke oplyst")

    def _learn_names(self, rows: Mapping[tuple[str, str], Mapping[str, Value]]) -> None:
        for (table, row), values in rows.items():
            name = values.get("title" if table == "schooling" else "name")
            if table in ("site", "person", "schooling") and isinstance(name, str):
                self.names.setdefault(row, name)

    def _of_row(self, fields: list[PlannedField], values: Mapping[str, Value]) -> Iterator[Line]:
        one = fields[0]
        title = row_sentences.row(one.table, one.row, values, self.names)
        gone = next((each for each in fields if each.field == DELETED and each.outcome != OURS), None)
        if one.is_new_row:
            newest = max(fields, key=lambda each: each.theirs_at)
            there = _("slettet, før den kom hertil") if gone and gone.theirs else self._whole(one.table, values)
            yield Line(
                title, "–", "", there, self.by(newest.theirs_author, newest.theirs_at), _("tilføjes"), ADDED,
                False, False, self._keys(fields),
            )  # fmt: skip
            return
        if gone is not None and gone.theirs is True:
            known = {**values, **{each.field: each.ours for each in fields if each.ours is not None}}
            by = self.by(gone.theirs_author, gone.theirs_at)
            here = self._whole(one.table, known)
            both = any(each.label == HARD for each in fields)
            yield Line(
                title, here, "", _("slettet"), by, _("skjules, kan hentes frem"), REMOVED, both, False,
                self._keys([gone]),
            )  # fmt: skip
            return
        for each in fields:
            yield self._of_field(each, title)

    def _of_field(self, one: PlannedField, title: str) -> Line:
        label = row_sentences.field(one.table, one.field)
        ours = row_sentences.value(one.table, one.field, one.ours, self.names)
        theirs = row_sentences.value(one.table, one.field, one.theirs, self.names)
        hard = one.label == HARD
        if one.outcome == OURS:
            after, outcome = (_("din, den er nyere") if hard else _("din beholdes")), KEPT
        elif one.outcome == NEW or one.ours is None:
            after, outcome = _("filens"), ADDED
        else:
            after, outcome = (_("filens, den er nyere") if hard else _("filens")), REPLACED
        return Line(
            title=f"{title} · {label}",
            here=ours or _("ikke oplyst"),
            here_by=self.by(one.ours_author, one.ours_at),
            there=theirs or _("tømt"),
            there_by=self.by(one.theirs_author, one.theirs_at),
            after=after,
            outcome=outcome,
            both=hard,
            near=one.label == SOFT,
            keys=() if one.outcome == OURS else self._keys([one]),
        )

    def _whole(self, table: str, values: Mapping[str, Value]) -> str:
        return row_sentences.whole(table, values, self.names)

    def _keys(self, fields: Iterable[PlannedField]) -> tuple[Key, ...]:
        """The fields in which ours may be kept: notes stand side by side, and a role writes only its own tables."""
        role = self._session.store.role
        return tuple(
            (one.learner, one.table, one.row, one.field)
            for one in fields
            if one.table in BY_TABLE and role in BY_TABLE[one.table].writers and not one.table.startswith("note")
        )


def moment(at: int) -> datetime:
    """Milliseconds since 1970 as a time of this machine's zone."""
    return datetime.fromtimestamp(at / 1000, tz=UTC).astimezone()


def when(at: int, today: date) -> str:
    """`i dag kl. 14.05`, or the date."""
    told = moment(at)
    return _("i dag kl. {time}").format(time=f"{told:%H.%M}") if told.date() == today else day(told.date())


def learner_name(learner: bytes, name: str | None) -> str:
    """Whom a group of lines is about."""
    return _("Fælles for alle") if learner == SHARED else name or _("Elev uden navn endnu")


def chips(counts: Counts, partner: str) -> list[tuple[int, str, str]]:
    """What the whole file does, as counts: number, words and tone."""
    first = partner.split(" ")[0]
    found = [
        (counts.new_rows - counts.notes, ngettext("ny", "nye", counts.new_rows - counts.notes), "ok"),
        (counts.notes, ngettext("notat", "notater", counts.notes), "ok"),
        (counts.changed, _("ændret af {name}").format(name=first), "info"),
        (counts.ours, ngettext("din beholdes", "dine beholdes", counts.ours), "neutral"),
        (counts.both, _("skrevet af jer begge"), "warning"),
        (counts.removed_rows, ngettext("slettet", "slettede", counts.removed_rows), "warning"),
        (counts.erased, ngettext("elev slettes overalt", "elever slettes overalt", counts.erased), "danger"),
        (counts.papers, ngettext("dokument", "dokumenter", counts.papers), "ok"),
        (counts.aside, _("lægges til side"), "neutral"),
    ]
    return [one for one in found if one[0] > 0]


def happened(counts: Counts, merged: Merged, partner: str) -> str:
    """One sentence of what an import did."""
    if merged.action is None and not counts.erased and not counts.papers:
        return _("Filen fra {name} er læst ind. Der var intet nyt i den.").format(name=partner)
    what = ", ".join(f"{number} {words}" for number, words, _tone in chips(counts, partner))
    return _("Filen fra {name} er læst ind: {what}.").format(name=partner, what=what)
