"""Examines a store: page codes, structure, and every typed row against a rebuild from the cells."""

from __future__ import annotations

from dataclasses import dataclass

from mentorapp.i18n import _, ngettext
from mentorapp.store import rows
from mentorapp.store.connection import faults_as_sentences
from mentorapp.store.database import Store
from mentorapp.store.tables import BY_TABLE, NOUNS, Noun


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was examined. `ok` is false where something must be done; `mended` where it has been."""

    subject: str
    ok: bool
    text: str
    mended: bool = False


def check(store: Store) -> list[Finding]:
    """Examine everything; typed rows that differ from the cells are rebuilt, for they are only caches."""
    findings = [_encryption(store), _structure(store)]
    findings += [_typed(store, noun) for noun in NOUNS]
    findings += [_waiting(store), _unknown(store)]
    return findings


def _encryption(store: Store) -> Finding:
    with faults_as_sentences():
        faults = store.reader().execute("PRAGMA cipher_integrity_check").fetchall()
    text = _("Krypteringen er hel") if not faults else _("{n} sider kan ikke læses").format(n=len(faults))
    return Finding("encryption", not faults, text)


def _structure(store: Store) -> Finding:
    with faults_as_sentences():
        faults = [row[0] for row in store.reader().execute("PRAGMA integrity_check") if row[0] != "ok"]
    return Finding("structure", not faults, "; ".join(faults[:3]) or _("Databasen er hel"))


def _typed(store: Store, noun: Noun) -> Finding:
    """Compare the rows before and after a rebuild, in one transaction."""
    query = f"SELECT * FROM {noun.table} ORDER BY learner, id"
    with store.writing() as connection:
        before = connection.execute(query).fetchall()
        rows.rebuild(connection, noun)
        after = connection.execute(query).fetchall()
    same = before == after
    text = ngettext("{n} række svarer til cellerne", "{n} rækker svarer til cellerne", len(after)).format(n=len(after))
    if not same:
        text = _("Rækkerne svarede ikke til cellerne og er lavet igen")
    return Finding(noun.table, True, text, mended=not same)


def _waiting(store: Store) -> Finding:
    waiting = sum(rows.waiting(store.reader(), noun) for noun in NOUNS)
    text = ngettext("{n} række venter på resten", "{n} rækker venter på resten", waiting).format(n=waiting)
    return Finding("waiting", True, text)


def _unknown(store: Store) -> Finding:
    tables = [row[0] for row in store.reader().execute("SELECT DISTINCT tbl FROM cell") if row[0] not in BY_TABLE]
    text = _("Ukendte tabeller gemmes urørt: {names}").format(names=", ".join(tables)) if tables else _("Ingen ukendte")
    return Finding("unknown", True, text)
