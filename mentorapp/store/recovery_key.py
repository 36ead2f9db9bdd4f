"""The recovery key as people read and type it: nine groups of four letters and digits, each with its own check sign.

It is 135 random bits, so guessing is hopeless without any stretching; the sheet it stands on is a key like any other.
"""

from __future__ import annotations

from mentorapp.errors import UserError
from mentorapp.i18n import _

GROUPS = 9
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32 signs: without I, L, O and U, which look like others."""

_LOOK_ALIKE = str.maketrans({"I": "1", "L": "1", "O": "0"})


def make() -> str:
    """A new random recovery key, as it is printed."""
    import secrets  # with `hashlib` below it takes longer to import than the store to open

    groups = ["".join(secrets.choice(SIGNS) for _sign in range(3)) for _group in range(GROUPS)]
    return "-".join(group + _check(place, group) for place, group in enumerate(groups))


def read(typed: str) -> str:
    """The key that was typed, as it was printed; spaces, hyphens and small letters make no difference.

    `UserError` names the first group that cannot be right.
    """
    signs = "".join(typed.upper().translate(_LOOK_ALIKE).replace("-", " ").split())
    groups = [signs[at : at + 4] for at in range(0, len(signs), 4)]
    for place, group in enumerate(groups[:GROUPS]):
        if len(group) == 4 and (set(group) - set(SIGNS) or _check(place, group[:3]) != group[3]):
            raise UserError(
                _("Gruppe {n} ({group}) er ikke skrevet som på arket. Se den efter, og prøv igen.").format(
                    n=place + 1, group=group
                )
            )
    if len(signs) != 4 * GROUPS:
        raise UserError(
            _("Genskabelsesnøglen har {n} grupper på fire tegn; her står {found} tegn i stedet for {signs}.").format(
                n=GROUPS, found=len(signs), signs=4 * GROUPS
            )
        )
    return "-".join(groups)


def looks_like_one(typed: str) -> bool:
    """Whether somebody has typed a recovery key where a passphrase is asked for."""
    try:
        read(typed)
    except UserError:
        return False
    return True


def _check(place: int, group: str) -> str:
    """The check sign of a group; it depends on the place too, so that swapped groups are found."""
    import hashlib

    return SIGNS[hashlib.sha256(f"{place} {group}".encode()).digest()[0] % len(SIGNS)]
