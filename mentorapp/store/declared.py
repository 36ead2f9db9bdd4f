"""Whether the typed tables are those of this program; known without importing a noun, for every start asks.

The nouns take longer to import than the store to open, and the first paint needs none of them.
"""

from __future__ import annotations

from typing import Any

DECLARED = "ba73ceedb0fbb901"
"""Digest of every noun's declaration (`rows.digest`); a test names the new one when a declaration has changed."""

_ALL = "*"
"""The row of `projection` that speaks for all tables."""


def differs(connection: Any) -> bool:
    """Whether typed tables are there that another program declared."""
    made = connection.execute("SELECT 1 FROM sqlite_master WHERE name IN ('projection', 'learner')").fetchall()
    return len(made) == 2 and not _is_ours(connection)


def ensure(connection: Any) -> None:
    """Make the typed tables what this program declares, from the cells where they differ."""
    if _is_ours(connection):
        return
    from mentorapp.store import rows

    connection.execute("BEGIN IMMEDIATE")
    try:
        rows.ensure_tables(connection)
        connection.execute("INSERT OR REPLACE INTO projection VALUES (?, ?)", (_ALL, DECLARED))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _is_ours(connection: Any) -> bool:
    found = connection.execute("SELECT declaration FROM projection WHERE tbl = ?", (_ALL,)).fetchone()
    return bool(found) and bool(found[0] == DECLARED)
