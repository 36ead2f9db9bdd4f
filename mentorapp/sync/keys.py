"""The keys of a profile: one to sign what it sends, one to open what it is sent. Made silently, never shown."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """What partners know of a profile."""

    sign: bytes
    """Ed25519 public key, 32 bytes: checks signatures."""
    seal: str
    """age recipient (`age1…`): seals files for it."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What only the profile itself knows."""

    sign: bytes = field(repr=False)
    """Ed25519 seed, 32 bytes."""
    seal: str = field(repr=False)
    """age identity (`AGE-SECRET-KEY-1…`)."""

    @property
    def public(self) -> PublicKeys:
        """The part that may be told."""
        from mentorapp.sync import sealed_box

        return PublicKeys(sealed_box.public_sign(self.sign), sealed_box.public_seal(self.seal))


def make_keys() -> Keys:
    """New random keys."""
    from mentorapp.sync import sealed_box

    return Keys(*sealed_box.new_secrets())
