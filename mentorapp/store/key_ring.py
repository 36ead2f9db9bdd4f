"""Opening without a passphrase on one machine: a random secret in its key ring, which wraps the store's key once more.

The key ring gives what it keeps to every program of the same user account. So this is off until somebody chooses it,
and ends when it is switched off or the passphrase is changed. `keyring` is imported only by who asks for it here.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store import key

SERVICE = "Mentorapp"
_ENCRYPTS = 1
"""`keyring` gives a lower priority to what it would only use as a last resort, such as a plain file."""


class KeyRingSilent(UserError):
    """The key ring is not there, is locked, or does not have our secret; the passphrase opens as ever."""


def is_there() -> bool:
    """Whether this machine has a key ring that keeps secrets encrypted."""
    return _ring() is not None


def is_on(profile: Path) -> bool:
    """Whether `profile` opens by the key ring."""
    return key.machine_name(profile) is not None


def switch_on(profile: Path, passphrase: str) -> None:
    """Open `profile` by the key ring from now on; only who knows its `passphrase` may."""
    raw = key.unlock(profile, passphrase)
    name, secret = secrets.token_hex(8), secrets.token_urlsafe(32)
    try:
        ring = _ring()
        if ring is None:
            raise LookupError
        ring.set_password(SERVICE, name, secret)
        if ring.get_password(SERVICE, name) != secret:
            raise LookupError
    except Exception as fault:
        # key rings fail in the words of many systems (D-Bus, Windows, macOS), and what is wrong is always the same
        raise KeyRingSilent(
            _(
                "Computerens nøglering tog ikke imod nøglen. Intet er ændret. "
                "Lås nøgleringen op, og prøv igen, eller bliv ved med at skrive adgangssætningen."
            )
        ) from fault
    before = key.machine_name(profile)
    key.wrap_for_machine(profile, raw, name, secret)
    _forget(before)


def switch_off(profile: Path) -> None:
    """Ask for the passphrase again; the secret is worthless from here on, whether or not the key ring forgets it."""
    name = key.machine_name(profile)
    key.end_for_machine(profile)
    _forget(name)


def change_passphrase(profile: Path, raw: bytes, passphrase: str) -> None:
    """Change the passphrase, which switches this off."""
    name = key.machine_name(profile)
    key.change_passphrase(profile, raw, passphrase)
    _forget(name)


def unlock(profile: Path) -> bytes:
    """The key of the store in `profile` by the key ring; `KeyRingSilent` where that does not work. It may take long:
    the system may ask somebody to unlock the key ring first."""
    name = key.machine_name(profile)
    try:
        ring = _ring()
        secret = ring.get_password(SERVICE, name) if ring and name else None
    except Exception as fault:
        raise _silent() from fault
    raw = key.unlock_for_machine(profile, secret) if isinstance(secret, str) else None
    if raw is None:
        raise _silent()
    return raw


def _silent() -> KeyRingSilent:
    return KeyRingSilent(
        _("Computerens nøglering gav ikke nøglen. Dine data er uændrede. Skriv adgangssætningen som før.")
    )


def _forget(name: str | None) -> None:
    if name is not None:
        # what it still keeps opens nothing
        with suppress(Exception):
            ring = _ring()
            if ring is not None:
                ring.delete_password(SERVICE, name)


def _ring() -> Any:
    """The best key ring of this machine; None where there is none that encrypts.

    Asked for among all, not as `keyring`'s own choice: that may be a plain file, or several key rings as one.
    """
    from keyring import backend
    from keyring.backends.chainer import ChainerBackend

    rings = [ring for ring in backend.get_all_keyring() if not isinstance(ring, ChainerBackend)]
    real = [ring for ring in rings if ring.priority >= _ENCRYPTS]
    return max(real, key=lambda ring: float(ring.priority), default=None)
