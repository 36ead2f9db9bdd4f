"""What is being typed: kept on every pause, so that it survives a kill, and gone once it is a note."""

from __future__ import annotations

from mentorapp.store.database import Store


def save(store: Store, key: str, text: str) -> None:
    """Keep `text` under `key` (which page, which learner); an empty text removes the draft."""
    if not text.strip():
        drop(store, key)
        return
    with store.writing() as connection:
        connection.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", (key, text, store.now()))


def load(store: Store, key: str) -> str | None:
    """The draft under `key`."""
    row = store.reader().execute("SELECT text FROM draft WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def drop(store: Store, key: str) -> None:
    """Forget the draft under `key`."""
    with store.writing() as connection:
        connection.execute("DELETE FROM draft WHERE key = ?", (key,))


def newest(store: Store, kind: str = "") -> tuple[str, int] | None:
    """Key of the draft that was typed last, among those whose key begins with `kind`, and when (ms since 1970)."""
    query = "SELECT key, at FROM draft WHERE substr(key, 1, ?) = ? ORDER BY at DESC LIMIT 1"
    row = store.reader().execute(query, (len(kind), kind)).fetchone()
    return (row[0], row[1]) if row else None
