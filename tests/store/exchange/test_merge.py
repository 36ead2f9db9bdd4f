"""Merging: the larger stamp wins, losers are kept, both sides' edits are listed, undo lasts, erasure absorbs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mentorapp.domain.attendance import Attendance, WeekMark, week_mark_key
from mentorapp.domain.change import Change, creation, removal, update
from mentorapp.domain.enrolment import Enrolment
from mentorapp.domain.learner import Learner
from mentorapp.errors import Refused
from mentorapp.store import notes, undo
from mentorapp.store.exchange import conflicts, erasure, preview, scope, traffic
from mentorapp.store.exchange.choices import Choices
from mentorapp.store.exchange.merge import Outdated, Plan
from mentorapp.store.names import names
from tests.conftest import TODAY
from tests.store.exchange.conftest import AMAL, MARYAM, Office
from tests.store.exchange.replicas import access


def mark(learner: bytes = AMAL, week: str = "2026-W46", **fields: Any) -> WeekMark:
    return replace(WeekMark(learner, week_mark_key("e", week), "e", week), **fields)


def test_a_mentor_gets_its_own_learners_and_nobody_elses(office: Office) -> None:
    assert names(office.anna.store) == [(AMAL, "Amal Idris")]
    assert names(office.bo.store) == [(MARYAM, "Maryam Ahmadi")]


def test_what_a_mentor_wrote_arrives_and_what_was_there_is_not_news(office: Office) -> None:
    notes.add(office.anna.store, AMAL, "Amal gik selv ind til beboeren", TODAY)
    plan = Plan(office.karin.store, office.anna.file_for(office.karin))
    counted = preview.counts(plan)
    assert (counted.notes, counted.new_rows, counted.changed) == (1, 1, 0) and counted.is_news
    plan.apply()
    assert office.karin.store.reader().execute("SELECT text FROM note WHERE whole").fetchall() == [
        ("Amal gik selv ind til beboeren",)
    ]
    again = Plan(office.karin.store, office.anna.file_for(office.karin))
    assert not preview.counts(again).is_news


def test_the_larger_stamp_wins_and_the_loser_is_kept_once(office: Office) -> None:
    office.karin.store.record(creation(mark(confirmed_by="Karin")), "Uge")
    office.anna.clock.now += 5_000
    office.anna.store.record(creation(mark(confirmed_by="Anna")), "Uge")
    office.anna.give(office.karin)
    key = (AMAL, "week_mark", "e/2026-W46", "confirmed_by")
    assert office.karin.cells()[key][0] == '"Anna"'
    office.karin.give(office.anna)
    office.anna.give(office.karin)
    assert office.anna.cells([AMAL]) == office.karin.cells([AMAL])
    kept = office.karin.store.reader().execute("SELECT val FROM history WHERE fld = 'confirmed_by' AND val IS NOT NULL")
    assert kept.fetchall() == [('"Karin"',)]


def test_both_wrote_is_listed_on_both_sides_until_somebody_settles_it(office: Office) -> None:
    office.karin.store.record(creation(mark(confirmed_by="Karin")), "Uge")
    office.anna.clock.now += 5_000
    office.anna.store.record(creation(mark(confirmed_by="Anna")), "Uge")
    office.anna.give(office.karin)
    (listed,) = conflicts.unsettled(office.karin.store)
    assert (listed.ours, listed.theirs, listed.ours_stands) == ("Karin", "Anna", False)
    office.karin.give(office.anna)
    # the file told that Karin has seen Anna's value, so the newer one that stands is agreed on there
    assert conflicts.unsettled(office.anna.store) == []
    conflicts.pick_other(office.karin.store, listed)
    assert conflicts.unsettled(office.karin.store) == []
    office.karin.give(office.anna)
    key = (AMAL, "week_mark", "e/2026-W46", "confirmed_by")
    assert office.anna.cells()[key][0] == '"Karin"'


def test_a_value_changed_by_who_had_seen_ours_is_no_conflict(office: Office) -> None:
    office.karin.store.record(creation(mark(confirmed_by="Karin")), "Uge")
    office.karin.give(office.anna)
    office.anna.clock.now += 5_000
    office.anna.store.record(update(mark(confirmed_by="Karin"), mark(confirmed_by="Anna")), "Uge")
    office.anna.give(office.karin)
    assert conflicts.unsettled(office.karin.store) == []


def test_different_fields_of_one_row_merge_and_are_labelled_soft(office: Office) -> None:
    day = Attendance(AMAL, "e/2026-11-20/practice/", "e", TODAY, "practice", status="present", minutes=300)
    office.karin.store.record(creation(day), "Dag")
    office.karin.give(office.anna)
    office.anna.give(office.karin)
    office.karin.store.record(update(day, replace(day, source="duty_roster")), "Dag")
    office.anna.store.record(update(day, replace(day, minutes=240)), "Dag")
    plan = Plan(office.karin.store, office.anna.file_for(office.karin))
    (field,) = preview.planned_fields(plan, AMAL)
    assert (field.field, field.label, field.outcome) == ("minutes", preview.SOFT, preview.CHANGED)
    plan.apply()
    cells = office.karin.cells([AMAL])
    assert cells[AMAL, "attendance", day.id, "minutes"][0] == "240"
    assert cells[AMAL, "attendance", day.id, "source"][0] == '"duty_roster"'
    assert conflicts.unsettled(office.karin.store) == []


def test_a_field_that_comes_to_a_row_of_ours_is_a_change(office: Office) -> None:
    office.karin.store.record(creation(mark()), "Uge")
    office.karin.give(office.anna)
    office.anna.store.record(update(mark(), mark(confirmed_by="Anna")), "Uge")
    counted = preview.counts(Plan(office.karin.store, office.anna.file_for(office.karin)))
    assert (counted.new_rows, counted.changed) == (0, 1)


def test_keeping_ours_is_a_new_edit_so_that_both_sides_agree(office: Office) -> None:
    office.karin.store.record(creation(mark(confirmed_by="Karin")), "Uge")
    office.anna.clock.now += 5_000
    office.anna.store.record(creation(mark(confirmed_by="Anna")), "Uge")
    key = (AMAL, "week_mark", "e/2026-W46", "confirmed_by")
    merged = office.karin.take(office.anna.file_for(office.karin), Choices(keep_ours=[key]))
    assert merged.kept_ours == 1
    assert office.karin.cells()[key][0] == '"Karin"'
    office.karin.give(office.anna)
    assert office.anna.cells()[key][0] == '"Karin"'


def test_one_learner_alone_and_the_rest_later(office: Office) -> None:
    office.karin.store.record(creation(access(MARYAM, "anna")), "Adgang")
    incoming = office.karin.file_for(office.anna)
    office.anna.take(incoming, Choices(learners=[AMAL]))
    assert names(office.anna.store) == [(AMAL, "Amal Idris")]
    assert not traffic.is_known(office.anna.store, incoming.file_id)
    office.anna.take(incoming)
    assert [name for _id, name in names(office.anna.store)] == ["Amal Idris", "Maryam Ahmadi"]
    assert traffic.is_known(office.anna.store, incoming.file_id)


def test_a_plan_is_not_applied_over_what_was_saved_since(office: Office) -> None:
    notes.add(office.anna.store, AMAL, "Nyt", TODAY)
    plan = Plan(office.karin.store, office.anna.file_for(office.karin))
    notes.add(office.karin.store, AMAL, "Imens", TODAY)
    with pytest.raises(Outdated):
        plan.apply()
    Plan(office.karin.store, plan.incoming).apply()
    assert office.karin.store.reader().execute("SELECT count(*) FROM note WHERE whole").fetchone() == (2,)


def test_undo_of_a_merge_travels_and_stays_undone_but_spares_notes_and_later_edits(office: Office) -> None:
    office.karin.store.record(creation(mark(confirmed_by="Karin")), "Uge")
    office.karin.give(office.anna)
    office.anna.clock.now += 5_000
    office.anna.store.record(update(mark(confirmed_by="Karin"), mark(confirmed_by="Anna")), "Uge")
    office.anna.store.record(creation(mark(week="2026-W45")), "Uge")
    office.anna.store.record(creation(mark(week="2026-W44")), "Uge")
    notes.add(office.anna.store, AMAL, "Bliver", TODAY)
    office.anna.give(office.karin)
    for week in ("2026-W44", "2026-W45"):
        office.karin.store.record(update(mark(week=week), mark(week=week, confirmed_by="Karin")), "Uge")
        assert office.karin.store.undo() is not None
    office.karin.store.record(update(mark(week="2026-W44"), mark(week="2026-W44", confirmed_by="Karin H")), "Uge")
    merge = office.karin.store.reader().execute("SELECT max(id) FROM action WHERE kind = 'merge'").fetchone()[0]
    assert office.karin.store.undo(undo.find(office.karin.store.reader(), merge)) is not None
    for machine in (office.karin, office.anna):
        rows = machine.store.reader().execute("SELECT id, confirmed_by FROM week_mark WHERE whole ORDER BY id")
        assert rows.fetchall() == [("e/2026-W44", "Karin H"), ("e/2026-W46", "Karin")]
        assert machine.store.reader().execute("SELECT text FROM note WHERE whole").fetchall() == [("Bliver",)]
        office.karin.give(office.anna)
        office.anna.give(office.karin)


def test_a_mentor_undoes_what_a_coordinator_sent_on_its_own_machine_until_the_next_file(office: Office) -> None:
    office.karin.store.record(update(Learner(AMAL, "-", "Amal Idris"), Learner(AMAL, "-", "Amal I. Hamid")), "Navn")
    office.karin.store.record(creation(Enrolment(AMAL, "e", "igu", date(2025, 2, 1))), "Forløb")
    office.karin.give(office.anna)
    assert office.anna.store.undo() is not None
    assert names(office.anna.store) == [(AMAL, "Amal Idris")]
    assert office.anna.store.reader().execute("SELECT count(*) FROM enrolment").fetchone() == (0,)
    office.anna.give(office.karin)
    assert names(office.karin.store)[0] == (AMAL, "Amal I. Hamid")
    office.karin.give(office.anna)
    assert names(office.anna.store) == [(AMAL, "Amal I. Hamid")]


def test_a_mentor_speaks_for_nobody_else_and_about_no_strange_learner(office: Office) -> None:
    incoming = office.anna.file_for(office.karin)
    before = office.karin.cells()
    note = (AMAL, "note", "all/x", "text", '"Ord"', 1, office.karin.store.author)
    strange = (MARYAM, "note", "all/x", "text", '"Ord"', 1, office.anna.store.author)
    for cells in ([note], [strange]):
        with pytest.raises(Refused):
            Plan(office.karin.store, replace(incoming, cells=cells.copy))
    with pytest.raises(Refused):
        Plan(office.karin.store, replace(incoming, erased=((AMAL, 1, 1),)))
    assert office.karin.cells() == before


def test_what_a_mentor_may_not_write_is_set_aside_and_shown(office: Office) -> None:
    cell = (AMAL, "learner", "-", "name", '"Kaptajnen"', 2**50, office.anna.store.author)
    incoming = replace(office.anna.file_for(office.karin), cells=lambda: [cell])
    plan = Plan(office.karin.store, incoming)
    assert preview.counts(plan).aside == 1
    assert plan.apply().held == 1
    assert names(office.karin.store)[0] == (AMAL, "Amal Idris")


@pytest.mark.parametrize(
    ("field", "value"),
    [("day", '"i går"'), ("day", '"2026-02-30"'), ("minutes", '"7"'), ("status", "[1]"), ("deleted", "1")],
)
def test_a_value_of_the_wrong_kind_refuses_the_file(office: Office, field: str, value: str) -> None:
    cell = (AMAL, "attendance", "e/2026-11-20/practice/", field, value, 1, office.anna.store.author)
    incoming = replace(office.anna.file_for(office.karin), cells=lambda: [cell])
    with pytest.raises(Refused, match="der ikke kan læses"):
        Plan(office.karin.store, incoming)


def test_a_handover_freezes_then_forgets_and_is_no_deletion(office: Office) -> None:
    notes.add(office.anna.store, AMAL, "Fra Anna", TODAY)
    office.anna.give(office.karin)
    over = access(AMAL, "anna", last_day=date(2026, 11, 20), remove_on=date(2026, 12, 20))
    office.karin.store.record(update(access(AMAL, "anna"), over), "Overdragelse")
    office.karin.store.record(creation(access(AMAL, "bo")), "Overdragelse")
    old_file = office.karin.file_for(office.anna)
    office.anna.take(old_file)
    with pytest.raises(Refused, match="overdraget"):
        notes.add(office.anna.store, AMAL, "For sent", TODAY)
    office.karin.give(office.bo)
    assert len(names(office.bo.store)) == 2
    erasure.forget(office.anna.store, AMAL)
    assert names(office.anna.store) == [] and not office.anna.cells([AMAL])
    office.anna.take(replace(old_file, file_id=bytes(16)))
    assert names(office.anna.store) == []
    office.anna.give(office.karin)
    assert (AMAL, "Amal Idris") in names(office.karin.store)
    assert office.karin.store.reader().execute("SELECT text FROM note WHERE whole").fetchall() == [("Fra Anna",)]
    assert traffic.following_of(office.karin.store, office.karin.partner(office.anna)) == []


def test_erasure_is_final_everywhere_and_comes_back_with_a_receipt(office: Office) -> None:
    late = office.anna.file_for(office.karin)
    notes.add(office.anna.store, AMAL, "Hemmeligt ord", TODAY)
    late = office.anna.file_for(office.karin)
    office.anna.give(office.karin)
    old = office.karin.file_for(office.anna)
    erasure.erase(office.karin.store, AMAL)
    anna = office.karin.partner(office.anna)
    assert traffic.receipts_awaited(office.karin.store) == [(AMAL, anna.id)]
    office.karin.take(late)
    assert not office.karin.cells([AMAL])
    office.karin.give(office.anna)
    assert not office.anna.cells([AMAL])
    office.anna.take(replace(old, file_id=bytes(16)))
    assert not office.anna.cells([AMAL])
    with pytest.raises(Refused, match="slettet"):
        notes.add(office.anna.store, AMAL, "Igen", TODAY)
    office.anna.give(office.karin)
    assert traffic.receipts_awaited(office.karin.store) == []
    assert traffic.erased_for(office.karin.store, office.karin.partner(office.bo)) == []
    for machine in (office.karin, office.anna):
        kept = machine.store.reader().execute("SELECT val FROM history WHERE learner = ?", (AMAL,)).fetchall()
        assert kept == []


def test_many_removals_are_asked_about_every_time(office: Office) -> None:
    deputy = office.karin
    people = [Learner(bytes([9, n]) + bytes(14), "-", f"Elev {n}") for n in range(4)]
    deputy.store.record([c for one in people for c in creation(one)], "Elever")
    deputy.store.record([c for one in people for c in creation(access(one.learner, "anna"))], "Adgang")
    deputy.give(office.anna)
    deputy.store.record([c for one in people for c in removal(one)], "Slet")
    plan = Plan(office.anna.store, deputy.file_for(office.anna))
    assert plan.removed_learners() == (4, 5)
    with pytest.raises(Refused, match="flere elever"):
        plan.apply()
    plan.apply(Choices(removals=True))
    assert names(office.anna.store) == [(AMAL, "Amal Idris")]


def test_what_is_unsent_sent_and_read_is_counted_by_actions(office: Office) -> None:
    karin, anna = office.karin, office.anna
    partner = anna.partner(karin)
    assert traffic.standing(anna.store, partner, TODAY).unsent == 0
    notes.add(anna.store, AMAL, "Nyt", TODAY)
    unsent = traffic.standing(anna.store, partner, TODAY).unsent
    assert unsent > 0
    incoming = anna.file_for(karin)
    assert traffic.standing(anna.store, partner, TODAY).unsent == 0
    assert traffic.standing(anna.store, partner, TODAY).unread == unsent
    karin.take(incoming)
    karin.give(anna)
    standing = traffic.standing(anna.store, partner, TODAY)
    assert (standing.unsent, standing.unread) == (0, 0) and standing.read_at is not None
    # what came from Anna is no news for Anna
    assert traffic.standing(karin.store, karin.partner(anna), TODAY).unsent == 0


def test_unknown_tables_of_a_coordinator_are_kept_and_go_on_to_coordinators_only(office: Office) -> None:
    cell = (AMAL, "future", "x", "colour", '"blå"', 5, 77)
    incoming = replace(office.anna.file_for(office.karin), cells=lambda: [cell])
    incoming = replace(incoming, partner=replace(incoming.partner, role="coordinator"))
    office.karin.take(incoming)
    assert office.karin.cells()[AMAL, "future", "x", "colour"] == ('"blå"', 5, 77)
    assert cell not in list(scope.cells(office.karin.store, office.karin.partner(office.anna), TODAY))
    deputy = replace(office.karin.partner(office.anna), role="coordinator")
    assert cell in list(scope.cells(office.karin.store, deputy, TODAY))


def test_a_twin_of_this_profile_is_noticed_and_words_of_before_a_restore_are_not_a_twin(office: Office) -> None:
    us = office.karin.store.author
    cell = (AMAL, "note", "all/x", "text", '"Ord"', office.karin.clock.now + 5, us)
    incoming = replace(office.anna.file_for(office.karin), cells=lambda: [cell])
    incoming = replace(incoming, partner=replace(incoming.partner, role="coordinator"))
    counted = preview.counts(Plan(office.karin.store, incoming))
    assert (counted.of_a_twin, counted.came_back) == (1, 0)
    office.karin.store.set_local("restored_at", str(office.karin.clock.now + 10))
    counted = preview.counts(Plan(office.karin.store, incoming))
    assert (counted.of_a_twin, counted.came_back) == (0, 1)


def test_each_side_sends_only_what_it_may(office: Office) -> None:
    """A mentor's file holds only what the mentor wrote; the coordinator's holds nobody else's confidential words."""
    notes.add(office.karin.store, AMAL, "Kun for os", TODAY, visibility="confidential")
    notes.add(office.anna.store, AMAL, "Annas eget", TODAY, visibility="confidential")
    office.anna.give(office.karin)
    sent = list(scope.cells(office.karin.store, office.karin.partner(office.anna), TODAY))
    texts = {cell[4] for cell in sent if cell[1] == "note_confidential" and cell[3] == "text"}
    assert texts == {'"Annas eget"'}
    assert {cell[6] for cell in scope.cells(office.anna.store, office.anna.partner(office.karin), TODAY)} == {
        office.anna.store.author
    }


def test_notes_go_by_site(office: Office) -> None:
    office.karin.store.record(
        [Change(AMAL, "note", f"{site}/1", name, value) for site in ("lind", "anden", "all")
         for name, value in (("text", site), ("kind", "week"), ("written_on", "2026-11-22"))], "Noter", "note",
    )  # fmt: skip
    office.karin.give(office.anna)
    found = office.anna.store.reader().execute("SELECT text FROM note WHERE whole ORDER BY text").fetchall()
    assert found == [("all",), ("lind",)]
