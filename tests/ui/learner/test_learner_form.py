"""A new learner: a name is enough, the rest is saved in one, and one undo takes all of it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from mentorapp.domain.case_file import CaseFile
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.learner_form import LearnerForm

Case = Callable[[bytes], CaseFile]
New = Callable[[], LearnerForm]


@pytest.fixture
def new_form(desk: Desk, held: Callable[[QWidget], None]) -> New:
    def made() -> LearnerForm:
        form = LearnerForm(None, desk)
        held(form)
        return form

    return made


def test_a_name_is_enough(new_form: New, case: Case, said: list[str]) -> None:
    form = new_form()
    form.submit()
    assert form.name.error() and form.learner is None
    form.name.line.setText("  Nyberg,  Tomas ")
    form.submit()
    assert form.learner is not None
    made = case(form.learner)
    assert made.learner.name == "Tomas Nyberg" and made.enrolments == () and made.placements == ()
    assert said == ["Tomas Nyberg er oprettet."]


def test_everything_is_saved_in_one(new_form: New, desk: Desk, amal: bytes, case: Case) -> None:
    form = new_form()
    form.name.line.setText("Selam Ghebremariam")
    form.start.line.setText("3/8-26")
    assert form.start._hint == "IGU-2024: 23 skoleuger à 37 timer, 851 timer i alt"
    form.site.line.setText("plejecenter  lindegården")
    form.mentor.line.setText("Jens Møller Økjær")
    form.hours.line.setText("28")
    form.submit()
    assert form.learner is not None
    made = case(form.learner)
    enrolment, placement = made.enrolment, made.placements[0]
    assert enrolment is not None
    assert (enrolment.programme, enrolment.start, enrolment.rule_set) == ("igu", date(2026, 8, 3), "IGU-2024")
    assert (placement.site, placement.minutes_a_week) == ("lindegaarden", 1680)
    assert made.organisation.people[placement.mentor or ""].name == "Jens Møller Økjær"
    assert len(made.organisation.sites) == 2
    desk.session.store.undo()
    assert desk.session.case_file(form.learner) is None
    assert len(desk.session.organisation.people) == 2


def test_a_placement_needs_a_start(new_form: New) -> None:
    form = new_form()
    form.name.line.setText("Tomas Nyberg")
    form.site.line.setText("Plejecenter Søglimt")
    form.submit()
    assert form.start.error() and form.learner is None
    form.start.line.setText("i morgen")
    form.submit()
    assert "dato" in form.start.error() and form.learner is None


def test_a_name_that_is_there_already_is_said_and_not_refused(new_form: New, amal: bytes) -> None:
    form = new_form()
    form.name.line.setText("amal idris hamid")
    assert "allerede" in form.name._hint
    form.submit()
    assert form.learner is not None and form.learner != amal


def test_another_scheme_is_found_by_its_name_or_kept_as_it_is_written(new_form: New, case: Case) -> None:
    for written, kept in (("løntilskud", "loentilskud"), ("Fritidsjob", "Fritidsjob")):
        form = new_form()
        form.name.line.setText("Viktor Melnyk")
        form.programme.line.setText(written)
        form.start.line.setText("17-08-2026")
        form.submit()
        assert form.learner is not None
        enrolment = case(form.learner).enrolment
        assert enrolment is not None and (enrolment.programme, enrolment.rule_set) == (kept, None)
