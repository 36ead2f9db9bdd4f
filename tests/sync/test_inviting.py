"""Inviting, accepting, replying: two profiles become partners by two files and six words, and nobody sees a key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from mentorapp.domain.change import creation
from mentorapp.domain.learner import Learner
from mentorapp.errors import Refused, UserError
from mentorapp.store.backups import Backups
from mentorapp.store.exchange import partners, scope
from mentorapp.store.exchange.partners import ACTIVE, INVITED, REVOKED
from mentorapp.store.roles import COORDINATOR, MENTOR
from mentorapp.store.session import Session
from mentorapp.sync import exchange, faults, inviting
from tests.conftest import TODAY, Clock
from tests.sync.two import AMAL, session_of

DAY = 86_400_000


@dataclass
class Meeting:
    """Karin, who has a learner, and Anna, whose profile is new."""

    karin: Session
    anna: Session
    clock: Clock
    folder: Path

    @property
    def files(self) -> tuple[Path, Path]:
        return self.folder / "invitation", self.folder / "svar"

    def invited(self, role: str = MENTOR) -> str:
        return inviting.invite(self.karin, "Anna Vang", role, [AMAL], self.files[0]).words


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    clock = Clock()
    karin = session_of(tmp_path / "karin", "Karin Holst", COORDINATOR, clock)
    anna = session_of(tmp_path / "anna", "Anna Vang", COORDINATOR, clock)
    karin.store.record(creation(Learner(AMAL, "-", "Amal Idris")), "Ny elev")
    yield Meeting(karin, anna, clock, tmp_path)
    karin.close()
    anna.close()


def test_from_invitation_to_the_first_file(meeting: Meeting) -> None:
    invitation, reply = meeting.files
    words = meeting.invited()
    (waiting,) = partners.everyone(meeting.karin.store)
    assert (waiting.state, waiting.author, len(words.split())) == (INVITED, None, 6)
    inviter = inviting.accept(meeting.anna, invitation, words.upper().replace(" ", "-"), reply)
    assert (inviter.name, meeting.anna.store.role) == ("Karin Holst", MENTOR)
    added = inviting.add_partner(meeting.karin, reply)
    assert (added.id, added.state, added.author) == (waiting.id, ACTIVE, meeting.anna.store.author)
    assert scope.followed_by(meeting.karin.store.reader(), added.person, TODAY) == [AMAL]
    file = meeting.folder / "fil"
    exchange.send(meeting.karin, added, file)
    exchange.receive(meeting.anna, exchange.open_file(meeting.anna, file))
    assert meeting.anna.names() == [(AMAL, "Amal Idris")]
    exchange.send(meeting.anna, inviter, file)
    exchange.receive(meeting.karin, exchange.open_file(meeting.karin, file))


def test_wrong_words_an_old_invitation_and_a_reply_read_twice(meeting: Meeting) -> None:
    invitation, reply = meeting.files
    words = meeting.invited()
    others = " ".join(reversed(words.split())) + ""
    if others != words:
        with pytest.raises(UserError, match="passer ikke"):
            inviting.accept(meeting.anna, invitation, others, reply)
    assert partners.everyone(meeting.anna.store) == [] and not reply.exists()
    inviting.accept(meeting.anna, invitation, words, reply)
    inviting.add_partner(meeting.karin, reply)
    with pytest.raises(UserError, match="ikke er åben"):
        inviting.add_partner(meeting.karin, reply)
    words = meeting.invited()
    meeting.clock.now += 15 * DAY
    with pytest.raises(UserError, match="udløbet"):
        inviting.accept(meeting.anna, invitation, words, reply)


def test_a_reply_after_the_term_or_to_a_withdrawn_invitation_makes_no_partner(meeting: Meeting) -> None:
    invitation, reply = meeting.files
    inviting.accept(meeting.anna, invitation, meeting.invited(), reply)
    meeting.invited()
    with pytest.raises(UserError, match="ikke er åben"):
        inviting.add_partner(meeting.karin, reply)
    assert [one.state for one in partners.everyone(meeting.karin.store)] == [INVITED]


def test_a_lost_machine_is_replaced_by_inviting_again(meeting: Meeting, tmp_path: Path) -> None:
    invitation, reply = meeting.files
    inviting.accept(meeting.anna, invitation, meeting.invited(), reply)
    old = inviting.add_partner(meeting.karin, reply)
    late = meeting.folder / "fra den gamle"
    exchange.send(meeting.anna, partners.active(meeting.anna.store)[0], late)
    new = session_of(tmp_path / "ny", "Anna Vang", COORDINATOR, meeting.clock)
    inviting.accept(new, invitation, meeting.invited(), reply)
    added = inviting.add_partner(meeting.karin, reply)
    states = {one.id: one.state for one in partners.everyone(meeting.karin.store)}
    assert states == {old.id: REVOKED, added.id: ACTIVE} and added.person == old.person
    with pytest.raises(faults.UnknownSender):
        exchange.open_file(meeting.karin, late)
    new.close()


def test_the_same_machine_invited_again_stays_one_partner(meeting: Meeting) -> None:
    invitation, reply = meeting.files
    for _time in range(2):
        inviting.accept(meeting.anna, invitation, meeting.invited(), reply)
        inviting.add_partner(meeting.karin, reply)
    assert len(partners.everyone(meeting.karin.store)) == len(partners.everyone(meeting.anna.store)) == 1


def test_who_belongs_elsewhere_is_not_taken_over(meeting: Meeting, tmp_path: Path) -> None:
    invitation, reply = meeting.files
    words = meeting.invited()
    with pytest.raises(Refused, match="i dette program selv"):
        inviting.accept(meeting.karin, invitation, words, reply)
    meeting.anna.store.record(creation(Learner(AMAL, "-", "Egen elev")), "Ny elev")
    with pytest.raises(Refused, match="du selv har oprettet"):
        inviting.accept(meeting.anna, invitation, words, reply)
    stranger = session_of(tmp_path / "bo", "Bo Krogh", COORDINATOR, meeting.clock)
    elsewhere = inviting.invite(stranger, "Karin Holst", COORDINATOR, [], invitation).words
    with pytest.raises(Refused, match="anden organisation"):
        inviting.accept(meeting.karin, invitation, elsewhere, reply)
    stranger.close()


def test_a_deputy_becomes_a_coordinator_who_gets_everything(meeting: Meeting) -> None:
    invitation, reply = meeting.files
    inviting.accept(meeting.anna, invitation, meeting.invited(COORDINATOR), reply)
    added = inviting.add_partner(meeting.karin, reply)
    file = meeting.folder / "fil"
    exchange.send(meeting.karin, added, file)
    exchange.receive(meeting.anna, exchange.open_file(meeting.anna, file))
    assert meeting.anna.store.role == COORDINATOR and meeting.anna.names() == [(AMAL, "Amal Idris")]


def test_a_mentor_invites_nobody(meeting: Meeting) -> None:
    meeting.anna.store.set_local("role", MENTOR)
    with pytest.raises(Refused):
        inviting.invite(meeting.anna, "Bo", MENTOR, [], meeting.files[0])
    assert not meeting.files[0].exists()


def test_a_new_partner_makes_a_backup_due_and_is_not_undone(meeting: Meeting) -> None:
    backups = Backups(meeting.karin.profile.folder)
    backups.take(meeting.karin.store, "hand")
    invitation, reply = meeting.files
    inviting.accept(meeting.anna, invitation, meeting.invited(), reply)
    backups.take(meeting.karin.store, "hand")
    assert not backups.due(meeting.karin.store)
    inviting.add_partner(meeting.karin, reply)
    assert backups.due(meeting.karin.store)
    undone = meeting.karin.store.undo()
    assert undone is not None and undone.label == "Invitation til Anna Vang"
