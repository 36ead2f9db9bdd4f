"""Examines a store: page codes, structure, and references, history, and typed rows against the cells."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from mentorapp.i18n import _, ngettext
from mentorapp.store import note_index, rows
from mentorapp.store.connection import Damaged, faults_as_sentences
from mentorapp.store.database import Store
from mentorapp.store.tables import BY_TABLE, NOUNS, Noun

PARENTS = ("enrolment", "meeting")
"""Fields that name the row a row belongs to, by its table."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was examined. `ok` is false where something must be done; `mended` where it has been."""

    subject: str
    ok: bool
    text: str
    mended: bool = False


def check(store: Store, protect: Callable[[], object] = lambda: None) -> list[Finding]:
    """Examine everything; typed rows that differ from the cells are rebuilt, for they are only caches.

    `protect` is called before the first of them is rebuilt: it keeps a copy of the store as it was found.
    """
    findings = pages(store)
    if not all(finding.ok for finding in findings):
        # what is built on broken pages would be taken for sound
        return findings
    findings.append(_cells(store))
    for noun in NOUNS:
        finding = _typed(store, noun)
        if finding.mended:
            protect()
            with store.writing() as connection:
                rows.rebuild(connection, noun)
        findings.append(finding)
    return [*findings, _found_words(store), _references(store), _history(store), *_rest(store)]


def _rest(store: Store) -> list[Finding]:
    return [_waiting(store), _documents(store), _unknown(store)]


def pages(store: Store) -> list[Finding]:
    """Examine pages and structure alone, reading only: what a crash may have harmed."""
    return [_encryption(store), _structure(store)]


def _encryption(store: Store) -> Finding:
    faults = _told_by(store, "PRAGMA cipher_integrity_check")
    text = ngettext("{n} side kan ikke læses", "{n} sider kan ikke læses", len(faults)).format(n=len(faults))
    return Finding("encryption", not faults, text if faults else _("Krypteringen er hel"))


def _structure(store: Store) -> Finding:
    # the index of the notes' words is a cache: `_found_words` examines it and makes it again
    told = (fault for fault in _told_by(store, "PRAGMA integrity_check") if fault != "ok")
    faults = [fault for fault in told if "note_words" not in fault]
    return Finding("structure", not faults, "; ".join(faults[:3]) or _("Databasen er hel"))


def _told_by(store: Store, question: str) -> list[str]:
    """What the database says about itself; a page that cannot even be asked about is one more fault."""
    try:
        with faults_as_sentences():
            return [str(row[0]) for row in store.reader().execute(question)]
    except Damaged as fault:
        return [str(fault)]


def _cells(store: Store) -> Finding:
    """Every value is JSON."""
    with faults_as_sentences():
        broken = store.reader().execute("SELECT count(*) FROM cell WHERE NOT json_valid(val)").fetchone()[0]
    text = _("Alle værdier kan læses") if not broken else _("{n} værdier kan ikke læses").format(n=broken)
    return Finding("cells", not broken, text)


def _typed(store: Store, noun: Noun) -> Finding:
    """Compare the rows before and after a rebuild that is taken back: nothing is written to find out."""
    query = f"SELECT * FROM {noun.table} ORDER BY learner, id"
    with store.trying() as connection:
        before = connection.execute(query).fetchall()
        rows.rebuild(connection, noun)
        after = connection.execute(query).fetchall()
    same = before == after
    text = ngettext("{n} række svarer til cellerne", "{n} rækker svarer til cellerne", len(after)).format(n=len(after))
    if not same:
        text = _("Rækkerne svarede ikke til cellerne og er lavet igen")
    return Finding(noun.table, True, text, mended=not same)


def _references(store: Store) -> Finding:
    """Rows whose course or meeting is not there: they are kept and wait, as after a file that has not arrived."""
    orphans = 0
    with faults_as_sentences():
        for noun in NOUNS:
            missing = [
                f"NOT EXISTS (SELECT 1 FROM {parent} p WHERE p.learner = c.learner AND p.id = c.{parent} AND p.whole)"
                for parent in PARENTS
                if parent in noun.fields
            ]
            if missing:
                question = f"SELECT count(*) FROM {noun.table} c WHERE whole AND ({' OR '.join(missing)})"
                orphans += store.reader().execute(question).fetchone()[0]
    text = ngettext(
        "{n} række hører til et forløb eller et møde, der ikke er her",
        "{n} rækker hører til forløb eller møder, der ikke er her",
        orphans,
    )
    return Finding("references", True, text.format(n=orphans))


def _history(store: Store) -> Finding:
    """Every kept value belongs to a save."""
    with faults_as_sentences():
        stray = (
            store.reader()
            .execute("SELECT count(*) FROM history h WHERE NOT EXISTS (SELECT 1 FROM action a WHERE a.id = h.action)")
            .fetchone()[0]
        )
    text = _("Historikken er hel") if not stray else _("{n} gamle værdier mangler deres handling").format(n=stray)
    return Finding("history", not stray, text)


def _found_words(store: Store) -> Finding:
    """Compare the index of the notes' words with the notes; it is made again only where they differ."""
    with store.writing() as connection:
        differs = note_index.differs(connection)
        if differs:
            note_index.rebuild(connection)
        count = note_index.count(connection)
    text = ngettext("{n} note kan findes på sine ord", "{n} noter kan findes på deres ord", count).format(n=count)
    if differs:
        text = _("Søgningen svarede ikke til noterne og er lavet igen")
    return Finding("note_words", True, text, mended=differs)


def _waiting(store: Store) -> Finding:
    waiting = sum(rows.waiting(store.reader(), noun) for noun in NOUNS)
    text = ngettext("{n} række venter på resten", "{n} rækker venter på resten", waiting).format(n=waiting)
    return Finding("waiting", True, text)


def _documents(store: Store) -> Finding:
    """Every content is what its name says; contents that are on their way from a partner are counted."""
    with faults_as_sentences():
        kept = store.reader().execute("SELECT learner, sha256, content FROM blob")
        broken = sum(hashlib.sha256(content).digest() != sha256 for _learner, sha256, content in kept)
        coming = (
            store.reader()
            .execute(
                "SELECT count(*) FROM document d WHERE whole AND NOT EXISTS (SELECT 1 FROM blob b "
                "WHERE b.learner = d.learner AND lower(hex(b.sha256)) = d.sha256)"
            )
            .fetchone()[0]
        )
    if broken:
        text = ngettext("{n} dokument er beskadiget", "{n} dokumenter er beskadiget", broken).format(n=broken)
    else:
        text = ngettext("{n} dokument er på vej", "{n} dokumenter er på vej", coming).format(n=coming)
    return Finding("documents", not broken, text)


def _unknown(store: Store) -> Finding:
    tables = [row[0] for row in store.reader().execute("SELECT DISTINCT tbl FROM cell") if row[0] not in BY_TABLE]
    text = _("Ukendte tabeller gemmes urørt: {names}").format(names=", ".join(tables)) if tables else _("Ingen ukendte")
    return Finding("unknown", True, text)
