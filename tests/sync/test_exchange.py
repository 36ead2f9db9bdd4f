"""Two profiles that exchange real files: sent, opened, shown, merged; and every file that must be refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mentorapp.store import backup_file, notes, restore
from mentorapp.store.backups import Backups
from mentorapp.store.exchange import partners, traffic
from mentorapp.store.exchange.partners import REVOKED
from mentorapp.store.exchange.plan import LATEST
from mentorapp.store.roles import COORDINATOR
from mentorapp.store.session import Session
from mentorapp.sync import exchange, faults, identity, sealed
from tests.conftest import KEY, TODAY
from tests.sync.two import AMAL, Two, know, session_of


def test_a_file_there_and_back(two: Two) -> None:
    arrival = exchange.open_file(two.anna, two.to_mentor())
    assert arrival.partner.name == "Karin Holst" and arrival.counts.learners == 1 and not arrival.again
    exchange.receive(two.anna, arrival)
    assert [name for _id, name in two.anna.names()] == ["Amal Idris"]
    notes.add(two.anna.store, AMAL, "Amal ventede ved døren", TODAY)
    back = two.to_coordinator()
    exchange.receive(two.karin, exchange.open_file(two.karin, back))
    again = exchange.open_file(two.karin, back)
    assert again.again and not again.is_news
    standing = traffic.standing(two.karin.store, two.to_anna, TODAY)
    assert standing.unread == 0 and standing.read_at is not None
    assert "Amal ventede" in {note.text for case in two.karin.case_files() for note in case.notes}.pop()


def test_names_and_words_are_nowhere_to_be_read_in_a_file(two: Two) -> None:
    notes.add(two.karin.store, AMAL, "Et hemmeligt ord", TODAY)
    path = two.to_mentor()
    content = path.read_bytes()
    for word in ("Amal", "Idris", "hemmeligt", "Karin"):
        assert word.encode() not in content
    assert "Amal" not in path.name


def test_a_file_for_somebody_else_from_a_stranger_or_from_one_who_was_taken_away(two: Two, tmp_path: Path) -> None:
    path = two.to_mentor()
    with pytest.raises(faults.NotForUs):
        exchange.open_file(two.karin, path)
    partners.save(two.anna.store, replace(two.to_karin, state=REVOKED))
    with pytest.raises(faults.UnknownSender):
        exchange.open_file(two.anna, path)
    stranger = session_of(tmp_path / "bo", "Bo Krogh", COORDINATOR, two.clock)
    to_anna = know(stranger, two.anna, "anna")
    exchange.send(stranger, to_anna, path)
    with pytest.raises(faults.UnknownSender):
        exchange.open_file(two.anna, path)
    know(two.anna, stranger, "bo")
    with pytest.raises(faults.NotForUs):
        # a coordinator of another organisation
        exchange.open_file(two.anna, path)
    stranger.close()
    assert two.anna.names() == []


def test_a_file_from_years_ahead_is_held_and_says_whose_clock(two: Two) -> None:
    two.clock.now += 2 * 365 * 86_400_000
    path = two.to_mentor()
    two.clock.now -= 2 * 365 * 86_400_000
    with pytest.raises(exchange.ClockAhead, match="Karin Holst er dateret 21-11-2028"):
        exchange.open_file(two.anna, path)
    exchange.receive(two.anna, exchange.open_file(two.anna, path, anyway=True))
    assert len(two.anna.names()) == 1


def test_a_file_of_no_clock_is_refused_whatever_is_confirmed(two: Two) -> None:
    now, two.clock.now = two.clock.now, LATEST + 1
    path = two.to_mentor()
    two.clock.now = now
    with pytest.raises(faults.Malformed):
        exchange.open_file(two.anna, path, anyway=True)


def test_truncated_or_altered_nothing_is_changed(two: Two) -> None:
    content = two.to_mentor().read_bytes()
    for length in range(0, len(content), 37):
        with pytest.raises(faults.FileRefused):
            exchange.open_file(two.anna, content[:length])
    for place in range(0, len(content), 37):
        altered = bytearray(content)
        altered[place] ^= 1 << (place % 8)
        with pytest.raises(faults.FileRefused):
            exchange.open_file(two.anna, bytes(altered))
    assert two.anna.names() == [] and two.anna.store.staged is None


def test_after_a_restore_partners_give_back_what_was_lost_and_only_what_we_signed(two: Two) -> None:
    exchange.receive(two.anna, exchange.open_file(two.anna, two.to_mentor()))
    notes.add(two.anna.store, AMAL, "Annas egne ord", TODAY)
    exchange.receive(two.karin, exchange.open_file(two.karin, two.to_coordinator()))
    early = two.folder / "tidlig"
    Backups(two.karin.profile.folder).take(two.karin.store, "hand", early)
    two.clock.now += 60_000
    notes.add(two.karin.store, AMAL, "Karins sidste ord", TODAY)
    notes.add(two.anna.store, AMAL, "Annas sidste ord", TODAY)
    exchange.receive(two.karin, exchange.open_file(two.karin, two.to_coordinator()))
    exchange.receive(two.anna, exchange.open_file(two.anna, two.to_mentor()))
    two.clock.now += 60_000
    two.karin.store.close()
    profile = two.karin.profile
    restore.restore(profile.folder, backup_file.read(early), KEY, KEY, two.clock())
    two.karin = Session(profile, profile.open(KEY, two.clock), lambda: TODAY)
    two.clock.now += 60_000
    notes.add(two.karin.store, AMAL, "Skrevet efter gendannelsen", TODAY)
    assert words(two.karin) == {"Annas egne ord", "Skrevet efter gendannelsen"}
    exchange.receive(two.anna, exchange.open_file(two.anna, two.to_mentor()))
    arrival = exchange.open_file(two.karin, two.to_coordinator())
    assert arrival.counts.came_back > 0 and arrival.counts.of_a_twin == 0
    exchange.receive(two.karin, arrival)
    assert words(two.karin) == {
        "Annas egne ord", "Annas sidste ord", "Karins sidste ord", "Skrevet efter gendannelsen",
    }  # fmt: skip
    exchange.receive(two.anna, exchange.open_file(two.anna, two.to_mentor()))
    assert exchange.open_file(two.karin, two.to_coordinator()).head.given_back == b""
    # a mentor cannot put words into our mouth: what is given back carries our own signature, for that mentor
    opened = sealed.open_sealed(two.to_mentor(), identity.keys(two.anna.store), lambda _sign: two.keys_of_karin)
    inside, own = bytes(opened.inside), identity.keys(two.karin.store)
    assert sealed.open_own(inside, own, identity.keys(two.anna.store).public.sign).head.cells > 0
    with pytest.raises(faults.Forged):
        sealed.open_own(inside, identity.keys(two.anna.store), identity.keys(two.anna.store).public.sign)
    with pytest.raises(faults.Forged):
        sealed.open_own(inside, own, own.public.sign)
    with pytest.raises(faults.Forged):
        sealed.open_own(inside[:-1] + bytes([inside[-1] ^ 1]), own, identity.keys(two.anna.store).public.sign)


def words(session: Session) -> set[str]:
    """The text of every note."""
    return {note.text for case in session.case_files() for note in case.notes}
