"""Two profiles become partners by a file, six words and a reply, and nobody else gets in between."""

from __future__ import annotations

import hmac
from pathlib import Path
from typing import Any

import msgspec
import pytest

from mentorapp.errors import UserError
from mentorapp.sync import envelope, faults, invitation, sealed_box, sealed_lock
from mentorapp.sync.file_kind import kind_of
from mentorapp.sync.invitation import Invitation, Reply
from tests.sync.files import AMAL, KARIN, STRANGER

WORDS = "banan cykel tulipan lampe skov zebra"
NOW = 1_795_305_600_000
SECRET = b"s" * 32
INVITED = Invitation(
    id=b"i" * 16, org=b"o" * 16, role="mentor", person="person7", name="Karin Holst", author=2**63 - 1,
    sign=KARIN.public.sign, seal=KARIN.public.seal, secret=SECRET, expires=NOW + invitation.VALID_MS,
    organisation="Solbakken Kommune",
)  # fmt: skip
REPLY = Reply(
    invitation=INVITED.id, name="Amal Mentor", author=5, sign=AMAL.public.sign, seal=AMAL.public.seal
)  # fmt: skip


@pytest.fixture(scope="module")
def invited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Karin's invitation: locking it takes a third of a second."""
    path = tmp_path_factory.mktemp("invitation") / "Invitation.mentorinvitation"
    invitation.write_invitation(path, INVITED, WORDS)
    return path


@pytest.fixture
def replied(tmp_path: Path) -> Path:
    path = tmp_path / "Svar.mentorsvar"
    invitation.write_reply(path, REPLY, SECRET, INVITED.keys)
    return path


def test_the_words_open_it_however_they_are_typed(invited: Path) -> None:
    told = invitation.read_invitation(invited, "Banan-Cykel-Tulipan lampe SKOV zebra", INVITED.expires)
    assert told == INVITED
    assert told.keys == KARIN.public
    assert kind_of(invited) == "invitation"


def test_nothing_can_be_read_of_it(invited: Path, replied: Path) -> None:
    for raw in (invited.read_bytes(), replied.read_bytes()):
        for told in (b"Karin", b"Amal", b"Solbakken", b"person7", SECRET, KARIN.public.sign, b"banan"):
            assert told not in raw


def test_other_words(invited: Path) -> None:
    with pytest.raises(UserError, match="De seks ord passer ikke"):
        invitation.read_invitation(invited, "zebra cykel tulipan lampe skov banan", NOW)
    with pytest.raises(UserError, match="»banann«"):
        invitation.read_invitation(invited, WORDS.replace("banan", "banann"), NOW)


@pytest.mark.usefixtures("real_stretch")
def test_a_guess_costs_more_than_the_least_that_is_advised() -> None:
    # OWASP, password storage: 19 MiB and 2 iterations
    assert sealed_lock._MEMORY_KIB * sealed_lock._ITERATIONS >= 10 * 19 * 1024 * 2


def test_after_fourteen_days(invited: Path) -> None:
    with pytest.raises(UserError, match=r"udløbet.*Karin Holst"):
        invitation.read_invitation(invited, WORDS, INVITED.expires + 1)


def test_a_damaged_one_is_not_taken_for_wrong_words(invited: Path) -> None:
    raw = invited.read_bytes()
    for length in range(0, len(raw), 7):
        with pytest.raises(faults.Incomplete):
            invitation.read_invitation(raw[:length], WORDS, NOW)
    for at in range(16, len(raw)):
        with pytest.raises(faults.Damaged):
            invitation.read_invitation(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :], WORDS, NOW)
    with pytest.raises(faults.TooLarge):
        invitation.read_invitation(raw + bytes(invitation.LARGEST_FILE), WORDS, NOW)


def test_what_was_changed_by_somebody_without_the_words(invited: Path) -> None:
    closed = envelope.content(invited, envelope.INVITATION, invitation.LARGEST_FILE)
    for changed in (closed[:-1] + bytes([closed[-1] ^ 1]), closed[:20], b"", b"x" * 30):
        with pytest.raises(UserError, match="passer ikke"):
            invitation.read_invitation(envelope.enclose(envelope.INVITATION, changed), WORDS, NOW)


@pytest.mark.parametrize(
    "wrong", [{"role": "boss"}, {"id": b"short"}, {"seal": "age1nobody"}, {"author": -1}, {"name": "x" * 201}], ids=str
)
def test_an_invitation_beyond_its_limits(wrong: dict[str, Any]) -> None:
    told = {**msgspec.to_builtins(INVITED, builtin_types=[bytes]), **wrong}
    closed = sealed_lock.locked(msgspec.msgpack.encode(told), WORDS, invitation._INVITATION)
    with pytest.raises(faults.Malformed):
        invitation.read_invitation(envelope.enclose(envelope.INVITATION, closed), WORDS, NOW)


def test_the_reply_comes_back(replied: Path) -> None:
    told = invitation.read_reply(replied, KARIN, {INVITED.id: SECRET}.get)
    assert told == REPLY
    assert told.keys == AMAL.public
    assert kind_of(replied) == "reply"


def test_a_reply_is_for_who_invited(replied: Path) -> None:
    with pytest.raises(faults.NotForUs):
        invitation.read_reply(replied, STRANGER, lambda _id: SECRET)


def test_a_reply_to_no_open_invitation(replied: Path) -> None:
    with pytest.raises(UserError, match="ikke er åben her"):
        invitation.read_reply(replied, KARIN, lambda _id: None)


def test_a_reply_without_the_secret_is_forged(tmp_path: Path) -> None:
    path = tmp_path / "svar"
    invitation.write_reply(path, msgspec.structs.replace(REPLY, sign=STRANGER.public.sign), b"guess" * 7, KARIN.public)
    with pytest.raises(faults.Forged):
        invitation.read_reply(path, KARIN, lambda _id: SECRET)


def test_every_byte_of_a_reply_is_proved(replied: Path) -> None:
    proved = sealed_box.opened(envelope.content(replied, envelope.REPLY, 1 << 16), KARIN.seal) or b""
    for at in range(len(proved)):
        changed = sealed_box.seal(proved[:at] + bytes([proved[at] ^ 1]) + proved[at + 1 :], KARIN.public.seal)
        with pytest.raises(faults.FileRefused):
            invitation.read_reply(envelope.enclose(envelope.REPLY, changed), KARIN, lambda _id: SECRET)


def test_a_proof_is_not_taken_over_from_something_else(tmp_path: Path) -> None:
    content = msgspec.msgpack.encode(REPLY)
    bare = msgspec.msgpack.encode([content, hmac.digest(SECRET, content, "sha256")])
    sealed = sealed_box.seal(bare, KARIN.public.seal)
    with pytest.raises(faults.Forged):
        invitation.read_reply(envelope.enclose(envelope.REPLY, sealed), KARIN, lambda _id: SECRET)
    for garbage in (b"", b"x", b"\x92\xdd\xff\xff\xff\xff", b"\x91" * 50_000):
        sealed = sealed_box.seal(garbage, KARIN.public.seal)
        with pytest.raises(faults.Malformed):
            invitation.read_reply(envelope.enclose(envelope.REPLY, sealed), KARIN, lambda _id: SECRET)
