"""Whatever somebody makes of a sealed file is one sentence: nothing else is raised, and little memory is taken."""

from __future__ import annotations

import os
import tracemalloc
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.sync import envelope, faults, sealed, sealed_box, sealed_cells, sealed_frames, sealed_head
from mentorapp.sync.sealed import Cell
from tests.sync.files import AMAL, KARIN, LEARNER, STRANGER, days, head, opened, signed

CELLS = days(40)
MB = 1 << 20


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A small whole file."""
    path = tmp_path_factory.mktemp("sealed") / "fil"
    sealed.write(path, head(), CELLS, KARIN, AMAL.public)
    return path.read_bytes()


def read(source: bytes | Path) -> list[Cell]:
    return list(opened(source).cells())


def frame(content: bytes) -> bytes:
    return sealed_frames.joined([content])


def framed(compressed: bytes) -> bytes:
    """A frame of bytes that may be no zstd at all."""
    return len(compressed).to_bytes(4, "big") + compressed


def with_cells(*frames: bytes, **fields: Any) -> bytes:
    """A signed file with a right head and these frames after it."""
    return signed(frame(sealed_head.encode(head(cells=len(CELLS), **fields))) + b"".join(frames))


def columns(**wrong: Any) -> bytes:
    """A signed file whose columns are as they should be but for those named."""
    told = msgspec.msgpack.decode(sealed_cells.pack(CELLS), type=sealed_cells.Columns)
    values = {name: wrong.get(name, getattr(told, name)) for name in told.__struct_fields__}
    return with_cells(frame(msgspec.msgpack.encode(list(values.values()))))


def test_the_tests_begin_with_what_is_right(file: bytes) -> None:
    assert read(file) == CELLS
    assert read(columns()) == CELLS


def test_cut_off_at_any_length(file: bytes) -> None:
    for length in range(len(file)):
        with pytest.raises(faults.Incomplete):
            opened(file[:length])


def test_room_made_and_not_yet_filled(file: bytes) -> None:
    for length in (0, 8, 60, len(file) - 64):
        with pytest.raises(faults.Incomplete):
            opened(file[:length] + bytes(len(file) - length))


def test_any_bit_flipped(file: bytes) -> None:
    for bit in range(8 * len(file)):
        flipped = bytearray(file)
        flipped[bit // 8] ^= 1 << bit % 8
        with pytest.raises(faults.FileRefused):
            opened(bytes(flipped))


def test_any_byte_changed_by_somebody_who_knows_the_checksum(file: bytes) -> None:
    inside = envelope.content(file, envelope.SEALED, MB)
    for at in range(len(inside)):
        changed = inside[:at] + bytes([inside[at] ^ 1]) + inside[at + 1 :]
        with pytest.raises(faults.NotForUs):
            opened(envelope.enclose(envelope.SEALED, changed))


def test_any_byte_changed_by_somebody_who_can_seal(file: bytes) -> None:
    inside = sealed_box.opened(envelope.content(file, envelope.SEALED, MB), AMAL.seal) or b""
    for at in range(len(inside)):
        changed = inside[:at] + bytes([inside[at] ^ 1]) + inside[at + 1 :]
        with pytest.raises(faults.UnknownSender if at < 32 else faults.Forged):
            opened(envelope.enclose(envelope.SEALED, sealed_box.seal(changed, AMAL.public.seal)))


def test_something_behind_it(file: bytes) -> None:
    with pytest.raises(faults.Damaged):
        opened(file + b"x")


@pytest.mark.parametrize("content", [b"PK\3\4 and so on", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"x", b"\x89MTRS\x01\n\n"])
def test_another_file(content: bytes) -> None:
    with pytest.raises(faults.NotOurs):
        opened(content)


def test_other_files_of_ours() -> None:
    for kind in (envelope.INVITATION, envelope.REPLY, b"?"):
        with pytest.raises(faults.WrongKind):
            opened(envelope.enclose(kind, b"content"))


def test_a_newer_format(file: bytes) -> None:
    for major in (2, 9, 255):
        with pytest.raises(faults.TooNew):
            opened(file[:5] + bytes([major]) + file[6:])


def test_a_newer_head_says_so_before_its_fields_are_read() -> None:
    with pytest.raises(faults.TooNew):
        opened(signed(frame(msgspec.msgpack.encode({"min_reader": 2, "kind": "stars"}))))


def test_what_a_later_version_adds_is_passed_over() -> None:
    told = msgspec.to_builtins(head(cells=len(CELLS)), builtin_types=[bytes])
    raw = msgspec.msgpack.encode({**told, "format": 7, "weather": {"rain": [1, 2, 3]}})
    cells = [*msgspec.msgpack.decode(sealed_cells.pack(CELLS)), "one more column"]
    assert read(signed(frame(raw) + frame(msgspec.msgpack.encode(cells)))) == CELLS


def test_what_cannot_be_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    if hasattr(os, "mkfifo"):
        os.mkfifo(pipe)
    for path in (tmp_path, tmp_path / "mangler", pipe, Path("a\0b")):
        with pytest.raises(faults.Unreadable):
            opened(path)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "stor"
    with path.open("wb") as file:
        file.truncate(sealed.LARGEST_FILE + 1)
    tracemalloc.start()
    with pytest.raises(faults.TooLarge):
        opened(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MB


def test_a_head_of_many_receivers_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    stanza = b"-> X25519 " + b"A" * 43 + b"\n" + b"B" * 43 + b"\n"
    crowd = b"age-encryption.org/v1\n" + stanza * 100 + b"--- " + b"C" * 43 + b"\n"
    monkeypatch.setattr("pyrage.decrypt", lambda *_any: pytest.fail("tried"))
    with pytest.raises(faults.NotForUs):
        opened(envelope.enclose(envelope.SEALED, crowd))


def test_the_signature_comes_before_anything_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed_frames, "split", lambda _rest: pytest.fail("unpacked"))
    inside = KARIN.public.sign + bytes(64) + frame(b"x")
    with pytest.raises(faults.Forged):
        opened(envelope.enclose(envelope.SEALED, sealed_box.seal(inside, AMAL.public.seal)))
    with pytest.raises(faults.UnknownSender):
        opened(signed(frame(b"x"), STRANGER))


LIAR = bytearray(zstandard.ZstdCompressor().compress(bytes(64 * MB)))
LIAR[6:10] = (MB).to_bytes(4, "little")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0",
        b"\0\0\0\0",
        b"\xff\xff\xff\xff" + b"x" * 100,
        frame(b""),
        frame(b"\xc1"),
        frame(msgspec.msgpack.encode({"min_reader": "2"})),
        frame(b"\x81\xa1z" + b"\x91" * 3_000_000),
        frame(b"\x81\xa1z\xdd\xff\xff\xff\xff"),
        frame(b"\xdf\xff\xff\xff\xff"),
        framed(zstandard.ZstdCompressor(write_content_size=False).compress(b"x" * 100)),
        framed(b"\x50\x2a\x4d\x18\4\0\0\0abcd"),
        framed(zstandard.compress(sealed_head.encode(head())) + b"y"),
        framed(zstandard.compress(b"x")[:-1]),
        framed(bytes(LIAR)),
    ],
    ids=range(15),
)
def test_signed_garbage(content: bytes) -> None:
    tracemalloc.start()
    with pytest.raises(faults.Malformed):
        opened(signed(content))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40 * MB


def test_bombs_are_told_by_what_they_say() -> None:
    large = framed(zstandard.compress(bytes(33 * MB)))
    many = framed(zstandard.compress(bytes(32 * MB))) * 33
    countless = frame(b"x") * (sealed_frames.MOST_FRAMES + 1)
    tracemalloc.start()
    for bomb in (large, many, countless):
        with pytest.raises(faults.TooLarge):
            opened(with_cells(bomb))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 * MB


def test_a_frame_cut_off_is_told_at_once() -> None:
    with pytest.raises(faults.Malformed):
        opened(with_cells(frame(sealed_cells.pack(CELLS))[:-1]))


def test_a_lying_frame_among_the_cells() -> None:
    with pytest.raises(faults.Malformed):
        read(with_cells(framed(bytes(LIAR))))


def test_more_cells_than_are_ever_sent() -> None:
    with pytest.raises(faults.TooLarge):
        opened(signed(frame(msgspec.msgpack.encode(msgspec.structs.replace(head(), cells=sealed.MOST_CELLS + 1)))))


@pytest.mark.parametrize(
    "fields",
    [
        {"org": b"15 bytes.......", "kind": "cells"},
        {"kind": "stars"},
        {"sender": -1},
        {"receiver": 2**63},
        {"program": "x" * 41},
        {"merged": [b"m" * 16] * 501},
        {"following": [(LEARNER, "2026-02-30", None, None)]},
        {"following": [(LEARNER, "i morgen", None, None)]},
        {"erased": [(LEARNER, 1)]},
        {"receipts": [("Robert'); DROP TABLE cell", LEARNER, 1)]},
        {"documents": [b"short"]},
        {"documents": [bytes(32)] * 5_001},
    ],
    ids=str,
)
def test_a_head_beyond_its_limits(fields: dict[str, Any]) -> None:
    told = msgspec.to_builtins(head(), builtin_types=[bytes])
    with pytest.raises(faults.Malformed):
        opened(signed(frame(msgspec.msgpack.encode({**told, **fields}))))


ROWS = len({cell[:3] for cell in CELLS})


@pytest.mark.parametrize(
    "wrong",
    [
        {"learners": [b"15 bytes......."]},
        {"learners": [bytes(16)] * 20_001},
        {"tables": ["Attendance"]},
        {"tables": ["cell; DROP TABLE cell"]},
        {"tables": ["attendance\n"]},
        {"tables": ["a" * 41]},
        {"fields": ["day", "enrolment", "kind", "minutes", ""]},
        {"fields": ["day", "kind", "enrolment", "minutes", "status"]},
        {"fields": ["day", "day", "kind", "minutes", "status"]},
        {"fields": ["day"]},
        {"authors": [-1]},
        {"authors": [2**63]},
        {"authors": []},
        {"rows": [""] + [str(n) for n in range(ROWS - 1)]},
        {"rows": ["x" * 121] * ROWS},
        {"rows": [f"../{n}\0" for n in range(ROWS)]},
        {"rows": ["same"] * ROWS},
        {"rows": [str(9 - n) for n in range(ROWS)]},
        {"rows": ["one too few"]},
        {"row_learners": [1] * ROWS},
        {"row_learners": [-1] * ROWS},
        {"row_tables": [0] * (ROWS + 1)},
        {"row_shapes": [20_000] * ROWS},
        {"row_shapes": []},
        {"shape_lengths": [0]},
        {"shape_lengths": [4]},
        {"shape_lengths": [6]},
        {"shape_fields": [0, 0, 1, 2, 3]},
        {"cell_stamps": [-1] * len(CELLS)},
        {"cell_stamps": [2**62] * len(CELLS)},
        {"cell_stamps": [0] * (len(CELLS) - 1)},
        {"cell_values": [0] * (len(CELLS) + 1)},
        {"cell_authors": [1] * len(CELLS)},
        {"cell_authors": [True] * len(CELLS)},
    ],
    ids=str,
)
def test_columns_that_are_not_what_they_should_be(wrong: dict[str, Any]) -> None:
    with pytest.raises(faults.Malformed):
        read(columns(**wrong))


@pytest.mark.parametrize(
    "value",
    ["", " 1", "1 ", "1 2", "1\n2", "[1", "1.5", "1e3", "-0", "NaN", "{}", '{"a":1}', "[[1]]", "[1, 2]", "01", "'x'",
     '"a\nb"', '"\\u00e6"', '"\\ud800"', "9223372036854775808", "1" * 5_000, "[" * 9_000, '"' + "æ" * 40_000 + '"',
     '"' + "a" * 65_536 + '"'],
)  # fmt: skip
def test_values_that_are_not_canonical_json(value: str) -> None:
    cell = (LEARNER, "note", "1", "text", '"here"', 1, 1)
    told = msgspec.msgpack.decode(sealed_cells.pack([cell]))
    told[4] = [value]
    with pytest.raises(faults.Malformed):
        read(signed(frame(sealed_head.encode(head(cells=1))) + frame(msgspec.msgpack.encode(told))))


def test_halves_of_values_do_not_make_up_for_each_other() -> None:
    cells = [(LEARNER, "note", str(n), "text", str(n), 1, 1) for n in range(3)]
    told = msgspec.msgpack.decode(sealed_cells.pack(cells))
    for halves in (["[1,", "2]", "3\n4"], ["[1,", "2]", "3 4"], ['"a', 'b"', "1\n2"], ["1\n2", "", "3"]):
        told[4] = halves
        with pytest.raises(faults.Malformed):
            read(signed(frame(sealed_head.encode(head(cells=3))) + frame(msgspec.msgpack.encode(told))))


def test_frames_are_sorted_across_each_other() -> None:
    first, second = sealed_cells.pack(CELLS[:20]), sealed_cells.pack(CELLS[20:])
    assert read(with_cells(frame(first), frame(second))) == CELLS
    # a row may go on in the next frame
    assert read(with_cells(frame(sealed_cells.pack(CELLS[:18])), frame(sealed_cells.pack(CELLS[18:])))) == CELLS
    for wrong in ((second, first), (first, first), (first, first, second)):
        with pytest.raises(faults.Malformed):
            read(with_cells(*map(frame, wrong)))


def test_the_last_cell_of_a_frame_is_not_the_first_of_the_next() -> None:
    told = frame(sealed_head.encode(head(cells=len(CELLS) + 1)))
    with pytest.raises(faults.Malformed):
        read(signed(told + frame(sealed_cells.pack(CELLS[:20])) + frame(sealed_cells.pack(CELLS[19:]))))


def test_more_or_fewer_cells_than_the_head_says() -> None:
    for some in (CELLS[:-1], CELLS[:5], days(41)):
        with pytest.raises(faults.Malformed):
            read(with_cells(frame(sealed_cells.pack(some))))
    with pytest.raises(faults.Malformed):
        read(with_cells())
    with pytest.raises(faults.Malformed):
        read(with_cells(frame(sealed_cells.pack(CELLS)), frame(msgspec.msgpack.encode([[]] * 14))))


def test_no_cell_is_given_out_beyond_what_the_head_says() -> None:
    told = frame(sealed_head.encode(head(cells=20)))
    given = opened(signed(told + frame(sealed_cells.pack(CELLS[:20])) + frame(sealed_cells.pack(CELLS[20:])))).cells()
    assert list(islice(given, 20)) == CELLS[:20]
    with pytest.raises(faults.Malformed):
        next(given)


def test_a_row_without_fields() -> None:
    told = msgspec.msgpack.decode(sealed_cells.pack(CELLS), type=sealed_cells.Columns)
    cells = {name: getattr(told, name)[5:] for name in ("cell_values", "cell_stamps", "cell_authors")}
    for shapes in ([1] + [0] * (ROWS - 1), [0] * (ROWS - 1) + [1]):
        with pytest.raises(faults.Malformed):
            read(columns(shape_lengths=[5, 0], row_shapes=shapes, **cells))


def test_a_document_that_is_another() -> None:
    blob = [LEARNER, bytes(32), b"content"]
    source = signed(frame(sealed_head.encode(head(kind="documents"))) + frame(msgspec.msgpack.encode(blob)))
    with pytest.raises(faults.Malformed):
        list(opened(source).documents())


def mutated(raw: bytes, changes: list[tuple[int, int]], cut: int) -> bytes:
    told = bytearray(raw)
    for at, byte in changes:
        told[at % len(told)] = byte
    return bytes(told[: len(told) - cut % len(told)] if cut % 4 == 0 else told)


CHANGES = st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 255)), min_size=1, max_size=4)


def outcomes(sources: Iterator[bytes]) -> None:
    for source in sources:
        try:
            cells = read(source)
        except faults.FileRefused:
            continue
        assert cells == sorted(cells)
        assert len({cell[:4] for cell in cells}) == len(cells)


@given(CHANGES, st.integers(0, 1 << 20))
def test_a_partner_who_signs_nonsense(changes: list[tuple[int, int]], cut: int) -> None:
    raw_head, raw_cells = sealed_head.encode(head(cells=len(CELLS))), sealed_cells.pack(CELLS)
    whole = frame(raw_head) + frame(raw_cells)
    outcomes(
        iter(
            (
                signed(frame(mutated(raw_head, changes, cut)) + frame(raw_cells)),
                signed(frame(raw_head) + frame(mutated(raw_cells, changes, cut))),
                signed(mutated(whole, changes, cut)),
            )
        )
    )


@pytest.mark.soak
@given(st.binary(max_size=2_000), CHANGES, st.integers(0, 1 << 20))
def test_any_bytes_at_all(tmp_path: Path, content: bytes, changes: list[tuple[int, int]], cut: int) -> None:
    path = tmp_path / "fil"
    sealed.write(path, head(merged=[b"m" * 16]), days(1_000), KARIN, AMAL.public)
    file = path.read_bytes()
    raw = sealed_cells.pack(days(1_000))
    told = frame(sealed_head.encode(head(cells=1_000)))
    outcomes(
        iter(
            (
                content,
                signed(content),
                signed(frame(content)),
                signed(told + frame(content)),
                signed(told + frame(mutated(raw, changes, cut))),
                mutated(file, changes, cut),
                envelope.enclose(envelope.SEALED, mutated(file[envelope.HEAD :], changes, cut)),
            )
        )
    )
