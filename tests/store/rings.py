"""Key rings for tests, without a desktop."""

from __future__ import annotations

from keyring.errors import KeyringLocked
from keyrings.alt.file import PlaintextKeyring


class Ring(PlaintextKeyring):
    """A real key ring in a file, taken for one that encrypts."""

    priority = 5


class LockedRing(Ring):
    """Nobody unlocks it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("Hemmelige Holst")
