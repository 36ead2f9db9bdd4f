"""Whether the typed tables are those of this program; known without importing a noun, for every start asks.

The nouns take longer to import than the store to open, and the first paint needs none of them.
"""

from __future__ import annotations

from typing import Any

DECLARED = "f013e23233f62f2c"
"""Digest of every noun's declaration (`rows.digest`); a test names the new one when a declaration has changed."""

_ALL = "*"
"""The row of `projection` that speaks for all tables."""


def ensure(connection: Any) -> None:
    """Make the typed tables what this program declares, from the cells where they differ."""
    found = connection.execute("SELECT declaration FROM projection WHERE tbl = ?", (_ALL,)).fetchone()
    if found and found[0] == DECLARED:
        return
    from mentorapp.store import rows

    rows.ensure_tables(connection)
    connection.execute("INSERT OR REPLACE INTO projection VALUES (?, ?)", (_ALL, DECLARED))
