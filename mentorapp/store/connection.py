"""Opens encrypted connections and turns the database's faults into sentences."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3

from mentorapp.errors import UserError
from mentorapp.i18n import _

# sqlite-utils takes `pysqlite3` before the standard library's module; without this its `except` clauses would
# name the standard library's exceptions and miss those of the encrypted one
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = sqlcipher3.dbapi2

_STILL_ATTEMPTS = 250


class Damaged(UserError):
    """The data file cannot be read: it is damaged, or the key is another store's."""


def connect(path: Path, key: bytes, writing: bool) -> Any:
    """A connection to the store at `path` with the raw 32-byte `key`; a `UserError` where it cannot be read."""
    with faults_as_sentences():
        connection = sqlcipher3.connect(str(path), isolation_level=None, check_same_thread=False)
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("PRAGMA secure_delete = ON")
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlcipher3.DatabaseError:
            connection.close()
            raise
        connection.execute("PRAGMA busy_timeout = 5000")
        if writing:
            connection.execute("PRAGMA journal_mode = WAL")
            # a saved word survives a power cut (0.7 ms a note)
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA temp_store = MEMORY")
        else:
            connection.execute("PRAGMA query_only = ON")
        return connection


@contextmanager
def faults_as_sentences() -> Iterator[None]:
    """Turn what the machine can do to a database into `UserError`s; programming faults pass as they are."""
    try:
        yield
    except sqlcipher3.DatabaseError as fault:
        sentence = _sentence(str(fault))
        if sentence is None:
            raise
        raise (Damaged if _is_damage(str(fault)) else UserError)(sentence) from fault


def as_sentence(fault: BaseException) -> UserError | None:
    """What is said of a fault of the machine that was met while reading; None where it is another one."""
    try:
        with faults_as_sentences():
            raise fault
    except UserError as told:
        return told
    except BaseException:
        return None


@contextmanager
def held_still(connection: Any) -> Iterator[None]:
    """Nothing is written while inside, and the file alone holds every saved word: its log has been put into it.

    Raises a `UserError` where somebody reads an old state for five seconds on end.
    """
    for _attempt in range(_STILL_ATTEMPTS):
        _busy, logged, put_back = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        if logged == put_back:
            break
        time.sleep(5 / _STILL_ATTEMPTS)
    else:
        raise UserError(_sentence("busy") or "")
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def _is_damage(fault: str) -> bool:
    return any(word in fault.lower() for word in ("not a database", "malformed", "hmac", "vtable constructor failed"))


def is_malformed(fault: BaseException) -> bool:
    """Whether the database found something damaged in itself."""
    return isinstance(fault, sqlcipher3.DatabaseError) and "malformed" in str(fault)


def _sentence(fault: str) -> str | None:
    fault = fault.lower()
    if "full" in fault:
        return _("Disken er fuld. Intet er gemt halvt, og det gamle er uændret. Skaf plads, og prøv igen.")
    if "readonly" in fault or "read-only" in fault:
        return _("Mappen er skrivebeskyttet. Intet er ændret. Giv skriveadgang til mappen, og prøv igen.")
    if "locked" in fault or "busy" in fault:
        return _("Et andet program bruger dataene lige nu. Intet er ændret. Vent lidt, og prøv igen.")
    if "unable to open" in fault:
        return _("Mappen kan ikke åbnes. Intet er ændret. Se efter, om drevet er tilsluttet, og prøv igen.")
    if _is_damage(fault):
        return _(
            "Datafilen kan ikke læses med denne nøgle, eller den er beskadiget. Intet er ændret. "
            "Hent den seneste sikkerhedskopi, eller spørg gennemførselsvejlederen."
        )
    if "disk i/o" in fault:
        return _("Disken svarer ikke. Det sidst gemte er uændret. Se efter, om drevet er tilsluttet, og prøv igen.")
    return None
