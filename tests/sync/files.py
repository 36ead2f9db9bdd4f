"""Sealed files for tests: three profiles, cells such as a year of days makes, and content signed by hand."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from mentorapp.store.rows import encode
from mentorapp.sync import envelope, sealed, sealed_box
from mentorapp.sync.keys import Keys, PublicKeys, make_keys
from mentorapp.sync.sealed import Cell, Head, Opened

KARIN, AMAL, STRANGER = make_keys(), make_keys(), make_keys()
"""Karin sends, Amal receives."""

LEARNER = bytes(range(16))


def head(**fields: Any) -> Head:
    """A head from Karin to Amal."""
    told = {"kind": "cells", "org": b"o" * 16, "sender": 1, "receiver": 2, "file_id": b"f" * 16}
    return Head(**{**told, "created": 1_795_305_600_000, "program": "0.1.0", **fields})


def partners(*known: Keys) -> Any:
    """The partners a profile knows, as `open_sealed` asks for them."""
    return {keys.public.sign: keys.public for keys in known}.get


def opened(source: Path | bytes, keys: Keys = AMAL, *known: Keys) -> Opened:
    """A file as Amal opens it, who knows Karin."""
    return sealed.open_sealed(source, keys, partners(*(known or (KARIN,))))


def signed(content: bytes, sender: Keys = KARIN, receiver: PublicKeys = AMAL.public) -> bytes:
    """A file of any content, signed and sealed as it should be."""
    signature = sealed_box.sign(sender.sign, sealed.CONTEXT, receiver.sign, content)
    inside = sender.public.sign + signature + content
    return envelope.enclose(envelope.SEALED, sealed_box.seal(inside, receiver.seal))


def days(count: int, seed: int = 1) -> list[Cell]:
    """`count` fields of attendance, 260 days a learner, mostly as planned, sorted by key."""
    draw = random.Random(seed)
    cells: list[Cell] = []
    stamp = 1_795_305_600_000
    while len(cells) < count:
        learner, enrolment, author = draw.randbytes(16), draw.randbytes(16).hex(), draw.getrandbits(63)
        for week in range(52):
            for weekday in range(5):
                day = str(date(2025, 9, 1) + timedelta(days=7 * week + weekday))
                stamp += draw.randrange(1_000, 60_000_000)
                status = draw.choices(["present", "sick", "holiday"], [90, 6, 4])[0]
                minutes = draw.choices([444, 480, draw.randrange(600)], [80, 10, 10])[0]
                fields: dict[str, str | int] = {
                    "day": day,
                    "enrolment": enrolment,
                    "kind": "practice",
                    "minutes": minutes,
                    "status": status,
                }
                row = f"{enrolment}/{day}/practice/"
                cells += [
                    (learner, "attendance", row, field, encode(value), stamp, author) for field, value in fields.items()
                ]
    return sorted(cells)[:count]
