"""How two profiles become partners: an invitation locked with six words, and the reply to it.

The words travel by another way than the file (the phone, a slip of paper), so only who was meant can open it; a
one-time secret inside proves the reply. Neither file says anything of a learner.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal, TypeAlias, TypeVar

import msgspec
from msgspec import Meta, Struct

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.sync import envelope, faults, sealed_box, sealed_lock, six_words, whole_file
from mentorapp.sync.keys import Keys, PublicKeys
from mentorapp.sync.sealed_head import Id, Whole

VALID_MS = 14 * 24 * 3600 * 1000
"""How long an invitation is open."""

LARGEST_FILE = 64 * 1024

_Told = TypeVar("_Told")

_INVITATION, _REPLY = b"mentorapp invitation 1\0", b"mentorapp reply 1\0"

Secret: TypeAlias = Annotated[bytes, Meta(min_length=32, max_length=32)]
_Name: TypeAlias = Annotated[str, Meta(max_length=200)]
_Key: TypeAlias = Annotated[bytes, Meta(min_length=sealed_box.SIGN_KEY, max_length=sealed_box.SIGN_KEY)]


class Invitation(Struct, kw_only=True, frozen=True):
    """From a coordinator to somebody of the organisation. Later versions may add fields."""

    id: Id
    org: Id
    role: Literal["mentor", "coordinator"]
    """What the invited will be."""
    person: Annotated[str, Meta(max_length=120)]
    """Id of the invited among the organisation's people."""
    name: _Name
    """Who invites."""
    author: Whole
    """Author number of who invites."""
    sign: _Key
    seal: Annotated[str, Meta(max_length=100)]
    secret: Secret
    """Proves the reply. Used once."""
    expires: Whole
    """Milliseconds since 1970; `VALID_MS` after it was made."""
    organisation: _Name = ""

    @property
    def keys(self) -> PublicKeys:
        """The public keys of who invites."""
        return PublicKeys(self.sign, self.seal)


class Reply(Struct, kw_only=True, frozen=True):
    """From the invited, to be read by who invited. Later versions may add fields."""

    invitation: Id
    name: _Name
    """Who replies."""
    author: Whole
    sign: _Key
    seal: Annotated[str, Meta(max_length=100)]

    @property
    def keys(self) -> PublicKeys:
        """The public keys of who replies."""
        return PublicKeys(self.sign, self.seal)


class _Proved(Struct, array_like=True, frozen=True):
    """A reply as it was encoded, and its proof: HMAC-SHA256 of it by the invitation's secret."""

    reply: Annotated[bytes, Meta(max_length=LARGEST_FILE)]
    proof: Annotated[bytes, Meta(min_length=32, max_length=32)]


def write_invitation(path: Path, invitation: Invitation, words: str) -> None:
    """Write `invitation` to `path`, locked with six `words` however they are written; faults as `six_words.cleaned`."""
    content = msgspec.msgpack.encode(invitation)
    closed = sealed_lock.locked(content, six_words.cleaned(words), _INVITATION)
    whole_file.write(path, envelope.enclose(envelope.INVITATION, closed))


def read_invitation(source: Path | bytes, words: str, now: int) -> Invitation:
    """The invitation that `words` open, still open at `now` (ms since 1970); takes about a second.

    `UserError` for other words or a later day, one of `faults` for any other file.
    """
    name = envelope.name_of(source)
    closed = envelope.content(source, envelope.INVITATION, LARGEST_FILE)
    content = sealed_lock.unlocked(closed, six_words.cleaned(words), _INVITATION)
    if content is None:
        raise UserError(
            _("De seks ord passer ikke til {name}. Intet er ændret. Få ordene læst op igen, ét ad gangen.").format(
                name=name
            )
        )
    invitation = _decoded(content, Invitation, name)
    if now > invitation.expires:
        raise UserError(
            _("Invitationen {name} er udløbet. Intet er ændret. Bed {inviter} om at lave en ny.").format(
                name=name, inviter=invitation.name
            )
        )
    return invitation


def write_reply(path: Path, reply: Reply, secret: bytes, receiver: PublicKeys) -> None:
    """Write `reply` to `path` for who invited, proved by the `secret` of the invitation."""
    content = msgspec.msgpack.encode(reply)
    proved = msgspec.msgpack.encode(_Proved(content, _proof(secret, content)))
    whole_file.write(path, envelope.enclose(envelope.REPLY, sealed_box.seal(proved, receiver.seal)))


def read_reply(source: Path | bytes, keys: Keys, secret_of: Callable[[bytes], bytes | None]) -> Reply:
    """The reply to an invitation of `keys`. `secret_of` knows the secret of an invitation that is open, by its id.

    `UserError` where it is not, or one of `faults`.
    """
    name = envelope.name_of(source)
    opened = sealed_box.opened(envelope.content(source, envelope.REPLY, LARGEST_FILE), keys.seal)
    if opened is None:
        raise faults.NotForUs(name)
    proved = _decoded(opened, _Proved, name)
    reply = _decoded(proved.reply, Reply, name)
    secret = secret_of(reply.invitation)
    if secret is None:
        raise UserError(
            _(
                "{name} svarer på en invitation, der ikke er åben her. Intet er ændret. "
                "Er svaret ikke allerede læst, så lav en ny invitation."
            ).format(name=name)
        )
    if not hmac.compare_digest(_proof(secret, proved.reply), proved.proof):
        raise faults.Forged(name)
    return reply


def _decoded(content: bytes, kind: type[_Told], name: str) -> _Told:
    try:
        told = msgspec.msgpack.decode(content, type=kind)
    except (ValueError, RecursionError) as fault:
        raise faults.Malformed(name) from fault
    if isinstance(told, Invitation | Reply) and not sealed_box.is_recipient(told.seal):
        raise faults.Malformed(name)
    return told


def _proof(secret: bytes, content: bytes) -> bytes:
    return hmac.digest(secret, _REPLY + content, "sha256")
