"""The cryptography of our files, all of it somebody else's: age for one receiver, Ed25519 signatures.

age (X25519, ChaCha20-Poly1305) says who can read and not who wrote (FiloSottile/age#59), so a signature over sender,
receiver and content lies inside. With the receiver in it nobody can seal a letter to himself on to a third person.
"""

from __future__ import annotations

import hashlib
from typing import TypeAlias

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

Buffer: TypeAlias = bytes | memoryview

SIGN_KEY, SIGNATURE = 32, 64
"""Bytes of a public signing key, and of a signature."""

_LONGEST_AGE_HEAD = 4096
"""Bytes. One receiver takes 200; a head of millions of receivers would be tried one by one."""


def new_secrets() -> tuple[bytes, str]:
    """A new Ed25519 seed and a new age identity."""
    return Ed25519PrivateKey.generate().private_bytes_raw(), str(pyrage.x25519.Identity.generate())


def public_sign(seed: bytes) -> bytes:
    """The public key of an Ed25519 seed."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def public_seal(identity: str) -> str:
    """The age recipient of an age identity."""
    return str(pyrage.x25519.Identity.from_str(identity).to_public())


def is_recipient(seal: str) -> bool:
    """Whether files can be sealed for this."""
    try:
        pyrage.x25519.Recipient.from_str(seal)
    except pyrage.RecipientError:
        return False
    return True


def sign(seed: bytes, context: bytes, receiver: bytes, content: Buffer) -> bytes:
    """Signature over context, signer, receiver (their public signing key) and content."""
    return Ed25519PrivateKey.from_private_bytes(seed).sign(_signed(context, public_sign(seed), receiver, content))


def is_signed(signature: bytes, context: bytes, sender: bytes, receiver: bytes, content: Buffer) -> bool:
    """Whether `sender` signed `content` for `receiver`."""
    try:
        Ed25519PublicKey.from_public_bytes(sender).verify(signature, _signed(context, sender, receiver, content))
    except (InvalidSignature, ValueError):
        return False
    return True


def seal(content: bytes, recipient: str) -> bytes:
    """`content` as an age file for one recipient."""
    return bytes(pyrage.encrypt(content, [pyrage.x25519.Recipient.from_str(recipient)]))


def opened(sealed: bytes, identity: str) -> bytes | None:
    """What an age file holds; None where it is not for `identity`, or has been tampered with."""
    if sealed.find(b"\n--- ", 0, _LONGEST_AGE_HEAD) < 0:
        return None
    try:
        return bytes(pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(identity)]))
    except pyrage.DecryptError:
        return None


def _signed(context: bytes, sender: bytes, receiver: bytes, content: Buffer) -> bytes:
    return context + sender + receiver + hashlib.sha256(content).digest()
