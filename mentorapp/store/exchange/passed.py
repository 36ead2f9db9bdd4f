"""The files that went and came, newest first: what each partner was sent, and what was merged here."""

from __future__ import annotations

from dataclasses import dataclass

from mentorapp.store.database import Store
from mentorapp.store.record import Action
from mentorapp.store.undo import find


@dataclass(frozen=True, slots=True)
class Passed:
    """One file; moments in ms since 1970."""

    partner: str
    """Name of the partner, as it is known now."""
    at: int
    came: bool
    """Whether it came from the partner; else it was made for the partner."""
    read_at: int | None = None
    """When we learned that a file of ours was read."""
    action: int | None = None
    """The merge of a file that came; None where it brought nothing new."""
    undone: bool = False


_PASSED = """
SELECT p.name, s.at, 0, s.read_at, NULL, 0 FROM sent s JOIN partner p ON p.id = s.partner
UNION ALL
SELECT p.name, r.at, 1, NULL, a.id, EXISTS (SELECT 1 FROM action u WHERE u.undoes = a.id) FROM received r
    JOIN partner p ON p.id = r.partner LEFT JOIN action a ON a.file_id = r.file_id AND a.kind = 'merge'
ORDER BY 2 DESC LIMIT ?
"""


def lately(store: Store, most: int = 20) -> list[Passed]:
    """The last files that went or came."""
    found = store.reader().execute(_PASSED, (most,))
    return [
        Passed(name, at, bool(came), read_at, action, bool(undone)) for name, at, came, read_at, action, undone in found
    ]


def merge_of(store: Store, passed: Passed) -> Action | None:
    """The action that undoing the import of a file takes back; None where there is nothing to take back."""
    return None if passed.action is None or passed.undone else find(store.reader(), passed.action)
