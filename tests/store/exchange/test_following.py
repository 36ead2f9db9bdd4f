"""A hand-over as both machines know it: read-only until the day of removal, and a receipt when the copy is gone."""

from __future__ import annotations

from datetime import date

import pytest

from mentorapp.domain.change import update
from mentorapp.store.exchange import erasure, following
from tests.store.exchange.conftest import AMAL, MARYAM, Office
from tests.store.exchange.replicas import access


def test_a_learner_handed_over_is_told_of_until_the_copy_is_gone(office: Office) -> None:
    given = access(AMAL, "anna")
    until = access(AMAL, "anna", last_day=date(2026, 11, 20), remove_on=date(2027, 1, 1))
    office.karin.store.record(update(given, until), "Overdragelse")
    assert following.of_learner(office.karin.store, AMAL) == [until]
    assert following.handed_over(office.anna.store, date(2026, 11, 22)) == []
    office.karin.give(office.anna)
    [told] = following.handed_over(office.anna.store, date(2026, 11, 22))
    assert (told.name, told.last_day, told.remove_on) == ("Amal Idris", date(2026, 11, 20), date(2027, 1, 1))
    assert following.handed_over(office.anna.store, date(2026, 11, 20)) == []
    assert following.let_go_at(office.karin.store, AMAL) == {}
    erasure.forget(office.anna.store, AMAL)
    assert following.handed_over(office.anna.store, date(2026, 11, 22)) == []
    office.anna.give(office.karin)
    assert following.let_go_at(office.karin.store, AMAL) == {"anna": pytest.approx(office.anna.clock(), abs=1000)}
    assert following.let_go_at(office.karin.store, MARYAM) == {}
