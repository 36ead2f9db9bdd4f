"""What the database holds besides typed tables, as migrations, oldest first; and the refusal of newer databases.

Migrations touch cells and local tables only: typed tables are caches and are rebuilt from the cells.
To change the schema, append a function; never edit one that has been released.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mentorapp.errors import UserError
from mentorapp.i18n import _

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

VERSION = 2
"""Number of migrations below; kept in `user_version`, so that an up-to-date store opens without the migrator."""


def is_older(connection: Any) -> bool:
    """Whether a store is there that an older program made."""
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found == 0:
        # killed between its first migration and the number: the tables tell
        return bool(connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'learner'").fetchone())
    return found < VERSION


def bring_up_to_date(connection: Any) -> None:
    """Apply the missing migrations, each in one transaction; refuse a database from a newer program."""
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found > VERSION:
        raise UserError(
            _(
                "Mappen er brugt af en nyere udgave af Mentorapp. Intet er ændret. "
                "Opdatér programmet på denne maskine, og åbn så igen."
            )
        )
    if found == VERSION:
        return
    # sqlite-utils takes a third of a second to import: only a new or older store pays for it
    from sqlite_utils import Database

    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    _migrations().apply(database)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _migrations() -> Migrations:
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("mentorapp")

    @migrations()
    def cells_history_and_local_tables(database: Database) -> None:
        _run(database, _FIRST_SCHEMA)

    @migrations()
    def partners_and_what_was_exchanged(database: Database) -> None:
        _run(database, _EXCHANGE)

    return migrations


def _run(database: Database, statements: str) -> None:
    # a script of several statements would commit the migration's transaction half-way
    for statement in statements.split(";"):
        database.conn.execute(statement)


_FIRST_SCHEMA = """
CREATE TABLE cell (
    learner BLOB NOT NULL, tbl TEXT NOT NULL, row TEXT NOT NULL, fld TEXT NOT NULL,
    val TEXT NOT NULL, ts INTEGER NOT NULL, author INTEGER NOT NULL,
    PRIMARY KEY (learner, tbl, row, fld)
) WITHOUT ROWID;
CREATE TABLE action (
    id INTEGER PRIMARY KEY, ts INTEGER NOT NULL, author INTEGER NOT NULL, kind TEXT NOT NULL,
    label TEXT NOT NULL, file_id BLOB, undoes INTEGER
);
CREATE TABLE history (
    action INTEGER NOT NULL, learner BLOB NOT NULL, tbl TEXT NOT NULL, row TEXT NOT NULL, fld TEXT NOT NULL,
    val TEXT, ts INTEGER, author INTEGER, why TEXT NOT NULL,
    PRIMARY KEY (learner, tbl, row, fld, action)
) WITHOUT ROWID;
CREATE INDEX history_action ON history (action);
CREATE INDEX action_ts ON action (ts);
CREATE TABLE draft (key TEXT PRIMARY KEY, text TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE local (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE projection (tbl TEXT PRIMARY KEY, declaration TEXT NOT NULL) WITHOUT ROWID
"""

_EXCHANGE = """
CREATE TABLE partner (
    id BLOB PRIMARY KEY, person TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, state TEXT NOT NULL,
    since INTEGER NOT NULL, author INTEGER, sign BLOB UNIQUE, seal TEXT, secret BLOB, expires INTEGER,
    basis TEXT, folder TEXT
) WITHOUT ROWID;
CREATE TABLE sent (
    file_id BLOB PRIMARY KEY, partner BLOB NOT NULL, at INTEGER NOT NULL, action INTEGER NOT NULL, read_at INTEGER
) WITHOUT ROWID;
CREATE TABLE received (
    file_id BLOB PRIMARY KEY, partner BLOB NOT NULL, created INTEGER NOT NULL, at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE following (
    partner BLOB NOT NULL, learner BLOB NOT NULL, first_day TEXT, last_day TEXT, remove_on TEXT,
    PRIMARY KEY (learner, partner)
) WITHOUT ROWID;
CREATE TABLE conflict (
    learner BLOB NOT NULL, tbl TEXT NOT NULL, row TEXT NOT NULL, fld TEXT NOT NULL, action INTEGER NOT NULL,
    ours TEXT NOT NULL, ours_ts INTEGER NOT NULL, theirs TEXT NOT NULL, theirs_ts INTEGER NOT NULL,
    theirs_author INTEGER NOT NULL, PRIMARY KEY (learner, tbl, row, fld)
) WITHOUT ROWID;
CREATE TABLE held (
    learner BLOB NOT NULL, tbl TEXT NOT NULL, row TEXT NOT NULL, fld TEXT NOT NULL, partner BLOB NOT NULL,
    val TEXT NOT NULL, ts INTEGER NOT NULL, author INTEGER NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (learner, tbl, row, fld, partner)
) WITHOUT ROWID;
CREATE TABLE blob (
    learner BLOB NOT NULL, sha256 BLOB NOT NULL, content BLOB NOT NULL, PRIMARY KEY (learner, sha256)
);
CREATE TABLE has (partner BLOB NOT NULL, sha256 BLOB NOT NULL, PRIMARY KEY (partner, sha256)) WITHOUT ROWID;
CREATE TABLE last_file (partner BLOB PRIMARY KEY, inside BLOB NOT NULL);
CREATE TABLE erased (learner BLOB PRIMARY KEY, ts INTEGER NOT NULL, author INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE receipt (
    learner BLOB NOT NULL, kind TEXT NOT NULL, partner BLOB NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (learner, kind, partner)
) WITHOUT ROWID
"""
