"""Spoils real files as mail, editors and the hands of people do: the fuzzing of what reads other people's files."""

from __future__ import annotations

import io
import random
import zipfile

NASTY = (
    b"", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b'"', b"'", b";", b",", b"\t", b"\r", b"\n", b"\r\n\r\n", b"=",
    b"-1", b"0", b"00", b"999999999999999999999999999999", b"1e400", b"nan", b"inf", b"0000-00-00", b"9999-12-31",
    b"31-02-2025", b"29-02-2025", b"01-01-0001", b"1,5,5", b"24:00", b"\xc3\xa6\xc3\xb8\xc3\xa5", b"\xcc\x8a", b"[[",
    b"]]", b"{", b"}", b"[", b"<", b">", b"&amp;", b"&#0;", b"\\u0000", b"\xe2\x80\xae", b"true", b"null", b"A" * 5000,
)  # fmt: skip
"""What readers stumble over."""


def mutated(content: bytes, chance: random.Random, other: bytes = b"") -> bytes:
    """`content` with one to six faults: flipped, cut out, repeated, moved, replaced, or mixed with `other`."""
    spoiled = bytearray(content)
    for _fault in range(chance.choice((1, 1, 1, 2, 3, 6))):
        at = chance.randrange(len(spoiled) + 1)
        end = min(len(spoiled), at + chance.choice((1, 1, 2, 8, 40, 400)))
        piece = bytes(spoiled[at:end])
        match chance.randrange(8):
            case 0 if at < len(spoiled):
                spoiled[at] ^= 1 << chance.randrange(8)
            case 1:
                del spoiled[at:end]
            case 2:
                spoiled[at:at] = piece * chance.choice((1, 2, 50))
            case 3:
                spoiled[at:end] = chance.choice(NASTY)
            case 4:
                spoiled[at:at] = chance.choice(NASTY)
            case 5:
                _word(spoiled, chance)
            case 6:
                start = chance.randrange(len(other) + 1)
                spoiled[at:end] = other[start : start + chance.choice((1, 20, 300))]
            case _:
                lines = spoiled.split(b"\n")
                one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
                lines[one], lines[two] = lines[two], lines[one]
                spoiled = bytearray(b"\n".join(lines))
    return bytes(spoiled)


def mutated_workbook(content: bytes, chance: random.Random) -> bytes:
    """A workbook one or two parts of which are spoiled, packed again, so that its reader gets as far as those."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as whole, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        names = whole.namelist()
        spoiled = set(chance.sample(names, min(len(names), chance.choice((1, 1, 2)))))
        spoiled |= {name for name in names if "sheet" in name and chance.random() < 0.5}
        for name in names:
            part = whole.read(name)
            if name in spoiled:
                if chance.random() < 0.05:
                    continue
                part = mutated(part, chance, content)
            out.writestr(name, part)
    return packed.getvalue()


def _word(spoiled: bytearray, chance: random.Random) -> None:
    """Replace a number or a word by something nasty: deeper than a flipped bit would get."""
    starts = [n for n in range(1, len(spoiled)) if chr(spoiled[n]).isalnum() and not chr(spoiled[n - 1]).isalnum()]
    if starts:
        at = end = chance.choice(starts)
        while end < len(spoiled) and chr(spoiled[end]).isalnum():
            end += 1
        spoiled[at:end] = chance.choice(NASTY)
