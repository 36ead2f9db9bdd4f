"""Names and words are nowhere to be read: not in a profile, not in its backups, not in any file that is sent."""

from __future__ import annotations

import base64
import zlib
from pathlib import Path

from pypdf import PdfReader

from mentorapp.domain.change import creation
from mentorapp.domain.document import Document
from mentorapp.domain.learner import Learner
from mentorapp.reports import covering_letter
from mentorapp.store import drafts, notes
from mentorapp.store.exchange import conflicts, erasure
from mentorapp.store.session import Session
from mentorapp.sync import exchange, inviting, mail
from mentorapp.sync.exchange import Sent
from tests.conftest import TODAY, Clock
from tests.store.exchange.test_merge import mark
from tests.sync.two import AMAL, session_of

SECRETS = (
    "Amal Idris Hamid",
    "hemmeligt tryksår",
    "halvskreven",
    "Praktikbevis Idris",
    "jobcenterets nej",
    "010190-1234",
)


def readings(word: str) -> list[bytes]:
    """The word in the spellings a search would try."""
    plain = [word.encode(), word.encode("utf-16-le"), word.encode("latin-1")]
    return [*plain, *(base64.b64encode(one)[4:-4] for one in plain), *(one.hex().encode() for one in plain)]


def found_in(path: Path) -> list[str]:
    content = path.read_bytes()
    return [word for word in SECRETS if any(each in content for each in readings(word))]


def page(sent: Sent) -> bytes:
    return covering_letter.pdf("Karin Holst", "Anna Vang", TODAY, sent.learners)


def merged(session: Session, path: Path) -> None:
    exchange.receive(session, exchange.open_file(session, mail.sealed_in(path)))


def test_nothing_can_be_read(tmp_path: Path) -> None:
    clock, out = Clock(), tmp_path / "ud"
    out.mkdir()
    karin = session_of(tmp_path / "karin", "Karin Holst", "coordinator", clock)
    anna = session_of(tmp_path / "anna", "Anna Vang", "coordinator", clock)
    karin.store.record(creation(Learner(AMAL, "-", SECRETS[0])), f"Ny elev {SECRETS[0]}")
    notes.add(karin.store, AMAL, f"Et {SECRETS[1]} blev opdaget", TODAY)
    words = inviting.invite(karin, "Anna Vang", "mentor", [AMAL], out / "invitation").words
    to_karin = inviting.accept(anna, out / "invitation", words, out / "svar")
    to_anna = inviting.add_partner(karin, out / "svar")
    mail.send_letters(karin, to_anna, out / "brev.pdf", page)
    merged(anna, out / "brev.pdf")
    drafts.save(anna.store, f"note/{AMAL.hex()}", f"En {SECRETS[2]} tanke om {SECRETS[1]}")
    notes.add(anna.store, AMAL, f"Om {SECRETS[4]} og {SECRETS[5]}", TODAY, visibility="confidential")
    anna.store.record(creation(Document(AMAL, "d", SECRETS[3], "0" * 64, "application/pdf", 5)), "Dokument")
    for session, by in ((karin, "Karin"), (anna, SECRETS[4])):
        clock.now += 5_000
        session.store.record(creation(mark(confirmed_by=by)), "Uge")
    exchange.send(anna, to_karin, out / exchange.file_name(anna, to_karin))
    merged(karin, out / exchange.file_name(anna, to_karin))
    assert len(conflicts.unsettled(karin.store)) == 1
    karin.backups.take(karin.store, "hand")
    searched = 0
    for _state in ("open", "closed"):
        for path in tmp_path.rglob("*"):
            if path.is_file():
                searched += 1
                assert found_in(path) == [], path
                assert not any(word in path.name for word in SECRETS)
        if _state == "open":
            erasure.erase(karin.store, AMAL)
            karin.close()
            anna.close()
    assert searched > 15
    # the letter is compressed inside: what it says when it is read is no word of theirs either
    letter = "".join(one.extract_text() for one in PdfReader(out / "brev.pdf").pages)
    assert not any(word in letter for word in SECRETS) and "Anna" in letter


def test_a_search_finds_what_is_there(tmp_path: Path) -> None:
    for n, spelled in enumerate(readings(SECRETS[1])):
        (tmp_path / str(n)).write_bytes(b"x" * 7 + spelled + b"y")
        assert found_in(tmp_path / str(n)) == [SECRETS[1]]
    packed = tmp_path / "packed"
    packed.write_bytes(zlib.compress(SECRETS[1].encode() * 9))
    assert found_in(packed) == []
