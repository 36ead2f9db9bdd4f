"""What a partner, a clock or a mishap may do against us: nothing is lost, nobody gets in, and nothing is stuck."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mentorapp.domain.access import Access
from mentorapp.domain.attendance import Attendance
from mentorapp.domain.change import SHARED, Change, creation, removal, update
from mentorapp.domain.learner import Learner
from mentorapp.errors import Refused
from mentorapp.store import notes
from mentorapp.store.exchange import conflicts, erasure, preview, traffic
from mentorapp.store.exchange.choices import Choices
from mentorapp.store.exchange.incoming import Followed, Receipt
from mentorapp.store.exchange.merge import Plan
from mentorapp.store.exchange.plan import LATEST
from mentorapp.store.names import names
from tests.conftest import TODAY
from tests.store.exchange.conftest import AMAL, MARYAM, Office
from tests.store.exchange.replicas import access
from tests.store.exchange.test_merge import mark

KEY = (AMAL, "week_mark", "e/2026-W46", "confirmed_by")
YEAR = 365 * 86_400_000


def test_a_receipt_about_a_strange_learner_opens_no_door(office: Office) -> None:
    """Else a mentor who once named a learner as let go could write about it with the next file."""
    strange = (MARYAM, "note", "all/x", "text", '"Ord"', 1, office.anna.store.author)
    incoming = office.anna.file_for(office.karin)
    office.karin.take(replace(incoming, receipts=(Receipt("forgotten", MARYAM, 1), Receipt("asked", AMAL, 1))))
    with pytest.raises(Refused):
        Plan(office.karin.store, replace(incoming, cells=lambda: [strange]))
    assert traffic.receipts_awaited(office.karin.store) == []


def test_who_was_given_a_learner_by_mistake_may_still_say_what_it_wrote(office: Office) -> None:
    """The access taken back (undone, not ended) left every later file of the mentor refused whole."""
    action = office.karin.store.record(creation(access(MARYAM, "anna")), "Adgang")
    office.karin.give(office.anna)
    notes.add(office.anna.store, MARYAM, "Skrevet imens", TODAY)
    office.karin.store.undo(action)
    office.anna.give(office.karin)
    assert '"Skrevet imens"' in {cell[0] for cell in office.karin.cells([MARYAM]).values()}


def test_after_a_restore_own_words_given_back_tell_whom_the_mentor_was_given(office: Office) -> None:
    own = office.karin.cells()
    office.karin.store.record(creation(access(MARYAM, "anna")), "Adgang")
    office.karin.give(office.anna)
    given_back = [(*key, *value) for key, value in sorted(office.karin.cells().items())]
    notes.add(office.anna.store, MARYAM, "Om Maryam", TODAY)
    with office.karin.store.writing() as connection:
        connection.execute("DELETE FROM access WHERE learner = ? AND id = 'anna'", (MARYAM,))
        connection.execute("DELETE FROM cell WHERE learner = ? AND row = 'anna'", (MARYAM,))
    assert office.karin.cells() == own
    incoming = office.anna.file_for(office.karin)
    with pytest.raises(Refused):
        Plan(office.karin.store, incoming)
    office.karin.take(replace(incoming, own=lambda: given_back))
    assert '"Om Maryam"' in {cell[0] for cell in office.karin.cells([MARYAM]).values()}


def test_handed_over_a_second_time_the_old_machine_is_told_again(office: Office) -> None:
    """The receipt of the first time must not silence the second."""
    over = access(AMAL, "anna", last_day=date(2026, 11, 20), remove_on=date(2026, 12, 20))
    for _time in range(2):
        office.karin.store.record(update(access(AMAL, "anna"), over), "Overdragelse")
        office.karin.clock.now = office.anna.clock.now = office.karin.clock.now + 1_000
        office.karin.give(office.anna)
        with pytest.raises(Refused, match="overdraget"):
            notes.add(office.anna.store, AMAL, "For sent", TODAY)
        erasure.forget(office.anna.store, AMAL)
        office.anna.clock.now += 1_000
        office.anna.give(office.karin)
        office.karin.store.record(update(over, access(AMAL, "anna")), "Tilbage")
        office.karin.clock.now += 5_000
        office.karin.give(office.anna)
        assert (AMAL, "Amal Idris") in names(office.anna.store)
        office.anna.give(office.karin)


def test_given_anew_by_a_coordinator_whose_clock_is_behind_a_learner_comes_back(office: Office) -> None:
    before = office.karin.file_for(office.anna)
    over = access(AMAL, "anna", last_day=date(2026, 11, 20))
    office.karin.store.record(update(access(AMAL, "anna"), over), "Overdragelse")
    old = office.karin.file_for(office.anna)
    office.anna.take(old)
    erasure.forget(office.anna.store, AMAL)
    office.anna.give(office.karin)
    office.karin.clock.now -= YEAR
    office.karin.store.record(update(over, access(AMAL, "anna")), "Tilbage")
    for late in (before, old):
        office.anna.take(replace(late, file_id=bytes(16)))
        assert names(office.anna.store) == []
    office.karin.give(office.anna)
    assert names(office.anna.store) == [(AMAL, "Amal Idris")]


def test_an_edit_by_a_clock_behind_replaces_one_by_a_clock_ahead(office: Office) -> None:
    office.karin.clock.now += 60 * YEAR
    office.karin.store.record(creation(mark(confirmed_by="Karin")), "Uge")
    office.karin.give(office.anna)
    office.anna.store.record(update(mark(confirmed_by="Karin"), mark(confirmed_by="Anna")), "Uge")
    office.anna.give(office.karin)
    assert office.karin.cells()[KEY][0] == '"Anna"'


@pytest.mark.parametrize("ours_too", [False, True])
def test_a_file_from_a_clock_far_ahead_does_not_silence_those_after_it(office: Office, ours_too: bool) -> None:
    ahead = [office.karin, office.anna] if ours_too else [office.karin]
    for machine in ahead:
        machine.clock.now += 60 * YEAR
    office.karin.give(office.anna)
    for machine in ahead:
        machine.clock.now -= 60 * YEAR
    over = access(AMAL, "anna", last_day=date(2026, 11, 20))
    office.karin.store.record(update(access(AMAL, "anna"), over), "Overdragelse")
    office.karin.give(office.anna)
    with pytest.raises(Refused, match="overdraget"):
        notes.add(office.anna.store, AMAL, "For sent", TODAY)


def test_a_file_that_comes_late_does_not_say_whom_we_follow(office: Office) -> None:
    old = office.karin.file_for(office.anna)
    over = access(AMAL, "anna", last_day=date(2026, 11, 20))
    office.karin.store.record(update(access(AMAL, "anna"), over), "Overdragelse")
    office.karin.clock.now += 1_000
    office.karin.give(office.anna)
    office.anna.take(old)
    with pytest.raises(Refused, match="overdraget"):
        notes.add(office.anna.store, AMAL, "For sent", TODAY)


def test_a_third_writer_who_has_not_seen_ours_settles_nothing(office: Office) -> None:
    office.karin.store.record(creation(access(AMAL, "bo")), "Adgang")
    office.karin.give(office.bo)
    office.karin.store.record(creation(mark(confirmed_by="Karin")), "Uge")
    for later, (mentor, name) in enumerate(((office.anna, "Anna"), (office.bo, "Bo")), 1):
        mentor.clock.now += later * 5_000
        mentor.store.record(creation(mark(confirmed_by=name)), "Uge")
        mentor.give(office.karin)
        (listed,) = conflicts.unsettled(office.karin.store)
        assert (listed.ours, listed.theirs) == ("Karin", name)
    office.karin.give(office.bo)
    office.bo.clock.now += 5_000
    office.bo.store.record(update(mark(confirmed_by="Bo"), mark(confirmed_by="Bo K")), "Uge")
    office.bo.give(office.karin)
    # Bo has seen Karin's value now
    assert conflicts.unsettled(office.karin.store) == []


def test_a_value_brought_back_leaves_a_deleted_row_deleted_and_its_fields_whole(office: Office) -> None:
    day = Attendance(AMAL, "e/2026-11-20/practice/", "e", TODAY, "practice", status="present", minutes=300)
    office.karin.store.record(creation(day), "Dag")
    office.karin.give(office.anna)
    office.anna.clock.now += 5_000
    edit = office.karin.store.record(update(day, replace(day, minutes=200)), "Rettet")
    office.anna.store.record(update(day, replace(day, minutes=100)), "Rettet")
    office.anna.store.record(removal(day), "Slettet")
    office.karin.take(office.anna.file_for(office.karin), Choices(keep_ours=[(AMAL, "attendance", day.id, "minutes")]))
    office.karin.store.undo(edit)
    office.karin.give(office.anna)
    for listed in conflicts.unsettled(office.anna.store):
        conflicts.pick_other(office.anna.store, listed)
    office.anna.give(office.karin)
    for machine in (office.karin, office.anna):
        found = machine.store.reader().execute("SELECT whole, status FROM attendance").fetchall()
        assert found == [(0, "present")]


@pytest.mark.parametrize("ts", [LATEST + 1, 2**63 - 1])
def test_a_stamp_of_no_clock_is_refused_for_it_could_never_be_written_over(office: Office, ts: int) -> None:
    cell = (*KEY, '"Anna"', ts, office.anna.store.author)
    incoming = replace(office.anna.file_for(office.karin), cells=lambda: [cell])
    with pytest.raises(Refused, match="ikke kan læses"):
        Plan(office.karin.store, incoming)
    office.karin.take(replace(incoming, cells=lambda: [(*cell[:5], LATEST, cell[6])]))
    office.karin.store.record(update(mark(confirmed_by="Anna"), mark(confirmed_by="Karin")), "Uge")
    assert office.karin.cells()[KEY][0] == '"Karin"'


@pytest.mark.parametrize("cell", [(SHARED, "learner", "-", "name"), (AMAL, "site", "lind", "name")])
def test_rows_where_no_program_puts_them_are_refused(office: Office, cell: tuple[bytes, str, str, str]) -> None:
    incoming = replace(office.karin.file_for(office.anna), cells=lambda: [(*cell, '"Navn"', 1, 5)])
    with pytest.raises(Refused, match="ikke kan læses"):
        Plan(office.anna.store, incoming)
    with pytest.raises(Refused, match="ikke kan læses"):
        Plan(office.anna.store, replace(incoming, cells=tuple, erased=((SHARED, 1, 1),)))


def test_a_learner_told_of_twice_is_followed_once(office: Office) -> None:
    incoming = office.karin.file_for(office.anna)
    office.anna.take(replace(incoming, following=incoming.following * 2))
    assert incoming.following == (Followed(AMAL, "2026-01-01", None, None),)
    assert office.anna.store.reader().execute("SELECT count(*) FROM following").fetchone() == (1,)


def test_what_was_set_aside_once_is_no_news_again(office: Office) -> None:
    cell = (AMAL, "learner", "-", "name", '"Kaptajnen"', 5, office.anna.store.author)
    incoming = replace(office.anna.file_for(office.karin), cells=lambda: [cell])
    assert office.karin.take(incoming).held == 1
    again = Plan(office.karin.store, incoming)
    assert not preview.counts(again).is_news and again.apply().held == 0
    assert office.karin.take(replace(incoming, cells=lambda: [(*cell[:4], '"En anden"', *cell[5:])])).held == 1
    wrong = replace(incoming, cells=lambda: [(AMAL, "enrolment", "e", "start", '"i går"', 5, cell[6])])
    with pytest.raises(Refused, match="ikke kan læses"):
        # it could be taken over
        Plan(office.karin.store, wrong)


def test_learners_without_a_name_any_more_count_as_removed(office: Office) -> None:
    people = [Learner(bytes([9, n]) + bytes(14), "-", f"Elev {n}") for n in range(4)]
    office.karin.store.record([c for one in people for c in creation(one)], "Elever")
    office.karin.store.record([c for one in people for c in creation(Access(one.learner, "anna", TODAY))], "Adgang")
    office.karin.give(office.anna)
    office.karin.store.record([Change(one.learner, "learner", "-", "name", None) for one in people], "Navne")
    with pytest.raises(Refused, match="flere elever"):
        Plan(office.anna.store, office.karin.file_for(office.anna)).apply()


def test_who_still_speaks_of_an_erased_learner_is_told_of_the_erasure(office: Office) -> None:
    """Also where nothing is known any more of the mentor having been given the learner."""
    notes.add(office.anna.store, AMAL, "Et ord", TODAY)
    with office.karin.store.writing() as connection:
        connection.execute("DELETE FROM access WHERE id = 'anna'")
    erasure.erase(office.karin.store, AMAL)
    assert traffic.erased_for(office.karin.store, office.karin.partner(office.anna)) == []
    office.anna.give(office.karin)
    office.karin.give(office.anna)
    assert not office.anna.cells([AMAL])
