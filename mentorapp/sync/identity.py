"""Who this profile is among other machines: its keys and its organisation, made silently when first needed.

They lie in the encrypted store and nowhere else, and come back with a backup.
"""

from __future__ import annotations

import os

from mentorapp.errors import Refused
from mentorapp.i18n import _
from mentorapp.store.database import Store
from mentorapp.store.roles import COORDINATOR
from mentorapp.sync.keys import Keys, make_keys

_SIGN, _SEAL, _ORGANISATION = "sign_key", "seal_key", "organisation"


def keys(store: Store) -> Keys:
    """The profile's own keys."""
    sign, seal = store.local(_SIGN), store.local(_SEAL)
    if sign and seal:
        return Keys(bytes.fromhex(sign), seal)
    made = make_keys()
    store.set_local(_SIGN, made.sign.hex())
    store.set_local(_SEAL, made.seal)
    return made


def own_name(store: Store) -> str:
    """What partners call whoever uses this profile; the role where no name was given."""
    role = _("Gennemførselsvejlederen") if store.role == COORDINATOR else _("Mentoren")
    return store.local("name") or role


def organisation(store: Store) -> bytes:
    """The 16 bytes that all machines of one organisation share; the first coordinator's profile makes them."""
    known = store.local(_ORGANISATION)
    if known:
        return bytes.fromhex(known)
    if store.role != COORDINATOR:
        raise Refused(_("Du har ingen at udveksle med endnu. Bed gennemførselsvejlederen om en invitation."))
    made = os.urandom(16)
    join(store, made)
    return made


def is_member(store: Store) -> bool:
    """Whether the profile belongs to an organisation already."""
    return store.local(_ORGANISATION) is not None


def join(store: Store, organisation: bytes) -> None:
    """Belong to the organisation that has invited this profile."""
    store.set_local(_ORGANISATION, organisation.hex())
