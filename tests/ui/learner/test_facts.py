"""Facts: saved when their field is left, refused in place, and never without being asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from pytestqt.qtbot import QtBot

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.change import creation, update
from mentorapp.domain.placement import Site
from mentorapp.store.roles import MENTOR
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.facts.fact_panel import FactPanel
from mentorapp.ui.learner.facts.leave_form import LeaveForm
from mentorapp.ui.learner.facts.placement_form import PlacementForm
from mentorapp.ui.learner.fields.fact_choice import FactChoice
from mentorapp.ui.learner.fields.fact_field import FactField
from mentorapp.ui.learner.learner_page import LearnerPage
from mentorapp.ui.learner.learner_tabs import KEYS

# Qt's offscreen platform says these when a list of completions opens; a real one raises it.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)

Show = Callable[..., LearnerPage]
Case = Callable[[bytes], CaseFile]


def field_of(panel: FactPanel, attribute: str) -> FactField:
    field = panel.fields[attribute]
    assert isinstance(field, FactField)
    return field


def enter(panel: FactPanel, attribute: str, text: str, qtbot: QtBot) -> FactField:
    """Write over what stands in a field, and press Enter."""
    field = field_of(panel, attribute)
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClick(field.line, Qt.Key.Key_Delete)
    qtbot.keyClicks(field.line, text)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    return field


@pytest.mark.parametrize(
    ("panel", "attribute", "typed", "kept", "shown"),
    [
        ("learner", "name", "Hamid, Amal", "Amal Hamid", "Amal Hamid"),
        ("learner", "email", "amal@example.dk", "amal@example.dk", "amal@example.dk"),
        ("learner", "exam_passed_on", "3.6.22", date(2022, 6, 3), "03-06-2022"),
        ("private", "birth_date", "8/7-91", date(1991, 7, 8), "08-07-1991"),
        ("private", "permit_expires", "2027-12-31", date(2027, 12, 31), "31-12-2027"),
        ("course", "municipality", "Herning", "Herning", "Herning"),
        ("course", "school_minutes_a_week", "7,4", 444, "7,4"),
        ("course", "agreed_end", "30-06-2027", date(2027, 6, 30), "30-06-2027"),
        ("placement", "department", "Afd. Vest", "Afd. Vest", "Afd. Vest"),
        ("placement", "minutes_a_week", "25:30", 1530, "25,5"),
    ],
)
def test_a_fact_is_saved_by_enter_and_shown_as_it_is_known(
    panel: str, attribute: str, typed: str, kept: object, shown: str, show: Show, amal: bytes, case: Case,
    desk: Desk, qtbot: QtBot, said: list[str],
) -> None:  # fmt: skip
    facts = show(amal, "facts").facts
    field = enter(getattr(facts, panel), attribute, typed, qtbot)
    opened = desk.book.open(amal)
    assert opened is not None
    assert getattr(getattr(facts, panel).row_of(opened), attribute) == kept
    assert field.line.text() == shown and field.error() == ""
    assert len(said) == 1 and said[0].endswith(" er gemt.")


def test_leaving_the_field_saves_it_once(show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot) -> None:
    page = show(amal, "facts")
    phone = field_of(page.facts.learner, "phone")
    phone.line.setFocus()
    phone.line.setText("97 12 34 56")
    qtbot.keyClick(phone.line, Qt.Key.Key_Tab)
    assert case(amal).learner.phone == "97 12 34 56"
    action = desk.session.store.last_undoable()
    assert action is not None and action.label == "Telefon, Amal Idris Hamid"
    phone.line.setFocus()
    qtbot.keyClick(phone.line, Qt.Key.Key_Tab)
    assert desk.session.store.last_undoable() == action
    desk.session.store.undo()
    assert phone.line.text() == "51 00 00 01"


def test_ctrl_z_in_a_field_takes_back_what_was_saved(
    show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot
) -> None:
    page = show(amal, "facts")
    QShortcut(QKeySequence("Ctrl+Z"), page).activated.connect(desk.session.store.undo)
    field = enter(page.facts.learner, "phone", "97 12 34 56", qtbot)
    qtbot.keyClick(field.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert case(amal).learner.phone == "51 00 00 01" == field.line.text()


@pytest.mark.parametrize(
    ("panel", "attribute", "typed", "kept"),
    [
        ("course", "signed_on", "15-01-2025", date(2025, 1, 15)),
        ("course", "earlier_job_ended_on", "1/9/2024", date(2024, 9, 1)),
        ("course", "team", "Hold 3", "Hold 3"),
        ("placement", "hours_steps", "01-03-2026: 10, 01-02-2026: 7,5", ("2026-02-01=450", "2026-03-01=600")),
        ("placement", "weekdays", "man,ons", (1, 3)),
        ("placement", "p_number", "1003456789", "1003456789"),
        ("learner", "exam_signed_up_for", "04-05-2026", date(2026, 5, 4)),
    ],
)
def test_what_the_rules_ask_for_is_written_here(
    panel: str, attribute: str, typed: str, kept: object, show: Show, amal: bytes, case: Case, qtbot: QtBot
) -> None:
    page = show(amal, "facts")
    enter(getattr(page.facts, panel), attribute, typed, qtbot)
    row = getattr(page.facts, panel).row_of(page.facts.course.opened)
    assert getattr(row, attribute) == kept


@pytest.mark.parametrize(
    ("panel", "attribute", "key", "kept"),
    [
        ("course", "extension_reason", "school", "school"),
        ("course", "earlier_igu", "completed", "completed"),
        ("placement", "purpose", "skills", "skills"),
        ("placement", "paid", "paid", True),
        ("learner", "danish_module", "5", 5),
    ],
)
def test_a_choice_is_kept_as_soon_as_it_is_made(
    panel: str, attribute: str, key: str, kept: object, show: Show, amal: bytes
) -> None:
    page = show(amal, "facts")
    facts = getattr(page.facts, panel)
    choice = facts.fields[attribute].choice
    choice.setCurrentIndex(choice.findData(key))
    assert getattr(facts.row_of(page.facts.course.opened), attribute) == kept
    assert choice.key() == key
    choice.setCurrentIndex(0)
    assert not getattr(facts.row_of(page.facts.course.opened), attribute)


@pytest.mark.parametrize(
    ("panel", "attribute", "typed", "complaint"),
    [
        ("learner", "name", "", "udfyldes"),
        ("learner", "email", "amal", "e-mail"),
        ("learner", "exam_passed_on", "32-13-2026", "findes ikke"),
        ("learner", "exam_passed_on", "01-01-2030", "fremtiden"),
        ("private", "registration_number", "080791-xxxx", "ti cifre"),
        ("private", "birth_date", "01-01-2030", "fremtiden"),
        ("course", "start", "", "udfyldes"),
        ("course", "agreed_end", "01-01-2020", "før start"),
        ("placement", "minutes_a_week", "mange", "timetal"),
        ("placement", "last_day", "01-01-2020", "før fra"),
        ("placement", "hours_steps", "seksten", "dato og et timetal"),
        ("placement", "hours_steps", "32-13-2026: 10", "findes ikke"),
        ("placement", "weekdays", "søgnedage", "ugedag"),
        ("course", "signed_on", "snart", "dato"),
    ],
)
def test_a_fault_is_said_below_the_field_and_keeps_what_was_typed(
    panel: str, attribute: str, typed: str, complaint: str, show: Show, amal: bytes, case: Case, qtbot: QtBot,
    said: list[str],
) -> None:  # fmt: skip
    before = case(amal)
    page = show(amal, "facts")
    field = enter(getattr(page.facts, panel), attribute, typed, qtbot)
    assert complaint in field.error()
    assert field.line.text() == typed
    assert field.line.accessibleDescription() == field.error()
    assert case(amal) == before and said == []
    qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    assert field.error() == "" and not field.is_edited()


def test_a_fault_does_not_follow_to_the_next_learner(show: Show, amal: bytes, maryam: bytes, qtbot: QtBot) -> None:
    page = show(amal, "facts")
    field = enter(page.facts.learner, "email", "amal", qtbot)
    page.show_learner(maryam, "facts")
    assert field.error() == "" and field.line.text() == ""


def test_a_new_start_date_chooses_the_rule_set_again(
    show: Show, amal: bytes, case: Case, qtbot: QtBot, said: list[str]
) -> None:
    page = show(amal, "facts")
    course = page.facts.course
    assert course._rules.text() == "IGU-2024: 23 skoleuger à 37 timer, 851 timer i alt"
    enter(course, "start", "30-04-2021", qtbot)
    enrolment = case(amal).enrolment
    assert enrolment is not None and (enrolment.start, enrolment.rule_set) == (date(2021, 4, 30), "IGU-2019")
    assert course._rules.text() == "IGU-2019: 20 skoleuger à 37 timer, 740 timer i alt"
    assert "01-07-2019–30-04-2021" in course._why.text()
    assert said[-1].startswith("Regelsættet er valgt igen: IGU-2019: 20 skoleuger")
    enter(course, "start", "01-05-2021", qtbot)
    assert course._rules.text().startswith("IGU-2021: 23 skoleuger")


def test_another_programme_has_no_rule_set(show: Show, amal: bytes, case: Case, qtbot: QtBot) -> None:
    page = show(amal, "facts")
    enter(page.facts.course, "programme", "Fritidsjob", qtbot)
    enrolment = case(amal).enrolment
    assert enrolment is not None and (enrolment.programme, enrolment.rule_set) == ("Fritidsjob", None)
    assert "kendes ikke" in page.facts.course._rules.text()
    enter(page.facts.course, "programme", "småjob", qtbot)
    enrolment = case(amal).enrolment
    assert enrolment is not None and (enrolment.programme, enrolment.rule_set) == ("smaajob", None)
    assert page.facts.course._rules.text() == "Ordningen har intet krav til skole."
    enter(page.facts.course, "programme", "igu", qtbot)
    enrolment = case(amal).enrolment
    assert enrolment is not None and (enrolment.programme, enrolment.rule_set) == ("igu", "IGU-2024")


def test_a_known_site_is_taken_and_a_new_one_made_in_the_same_save(
    show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot
) -> None:
    page = show(amal, "facts")
    enter(page.facts.placement, "site", "plejecenter søglimt", qtbot)
    assert case(amal).placements[0].site == "soeglimt"
    assert field_of(page.facts.placement, "site").line.text() == "Plejecenter Søglimt"
    enter(page.facts.placement, "site", "Plejecenter Fuglsang", qtbot)
    made = case(amal)
    site = made.organisation.sites[made.placements[0].site or ""]
    assert site.name == "Plejecenter Fuglsang" and len(made.organisation.sites) == 3
    desk.session.store.undo()
    assert case(amal).placements[0].site == "soeglimt" and len(case(amal).organisation.sites) == 2


def test_a_new_mentor_is_made_at_the_site(show: Show, amal: bytes, case: Case, qtbot: QtBot) -> None:
    page = show(amal, "facts")
    enter(page.facts.placement, "mentor", "Bo Kjærgård", qtbot)
    made = case(amal)
    mentor = made.organisation.people[made.placements[0].mentor or ""]
    assert (mentor.name, mentor.role, mentor.site) == ("Bo Kjærgård", "mentor", "lindegaarden")


def test_names_complete_wherever_the_letters_stand(show: Show, amal: bytes) -> None:
    page = show(amal, "facts")
    completer = field_of(page.facts.placement, "site").line.completer()
    completer.setCompletionPrefix("GLIMT")
    assert completer.currentCompletion() == "Plejecenter Søglimt"


def test_the_number_is_masked_until_it_is_asked_for(show: Show, amal: bytes, qtbot: QtBot) -> None:
    page = show(amal, "facts")
    field = enter(page.facts.private, "registration_number", "6807910001", qtbot)
    assert field.line.text() == "680791-••••" and field.line.isReadOnly()
    toggle = field._toggle  # type: ignore[attr-defined]
    assert toggle.accessibleName() == "Vis CPR-nummer"
    toggle.click()
    assert field.line.text() == "680791-0001" and not field.line.isReadOnly()
    page.tabs.setCurrentIndex(0)
    page.tabs.setCurrentIndex(KEYS.index("facts"))
    assert field.line.text() == "680791-••••"
    assert page.facts.private._differs.isHidden()
    enter(page.facts.private, "birth_date", "09-07-1991", qtbot)
    assert page.facts.private._differs.isVisible()


def test_a_mentor_reads_and_does_not_write(show: Show, desk: Desk, amal: bytes) -> None:
    desk.session.store.set_local("role", MENTOR)
    page = show(amal, "facts")
    assert field_of(page.facts.learner, "phone").line.isReadOnly()
    assert not page.facts.learner.fields["exam"].control.isEnabled()
    assert not page.facts.private.grid.isVisible()
    assert page.facts.private._withheld.isVisible()
    assert not page.facts.leave_panel.new.isEnabled() and not page.schooling.new.isEnabled()


def test_the_exam_is_chosen_and_saved(show: Show, amal: bytes, case: Case) -> None:
    page = show(amal, "facts")
    field = page.facts.learner.fields["exam"]
    assert isinstance(field, FactChoice)
    choice = field.choice
    choice.setCurrentIndex(choice.findData("PD2"))
    assert case(amal).learner.exam == "PD2"
    choice.setCurrentIndex(0)
    assert case(amal).learner.exam is None


def test_leave_is_written_put_right_and_taken_away(
    show: Show, desk: Desk, amal: bytes, case: Case, said: list[str]
) -> None:
    page = show(amal, "facts")
    enrolment = case(amal).enrolment
    assert enrolment is not None
    form = LeaveForm(page, desk, enrolment)
    form.kind.set_key("parental")
    form.first.line.setText("1.4.26")
    form.last.line.setText("30-03-26")
    form.submit()
    assert form.last.error() and case(amal).leaves == ()
    form.last.line.setText("30-06-26")
    form.extends.setChecked(True)
    form.submit()
    (leave,) = case(amal).leaves
    assert (leave.kind, leave.first_day, leave.last_day, leave.extends) == (
        "parental", date(2026, 4, 1), date(2026, 6, 30), True,
    )  # fmt: skip
    again = LeaveForm(page, desk, enrolment, leave)
    again.extends.setChecked(False)
    again.submit()
    assert case(amal).leaves[0].extends is False
    page.facts.leave_panel.delete(case(amal).leaves[0])
    assert case(amal).leaves == () and "Ctrl+Z" in said[-1]
    desk.session.store.undo()
    assert len(case(amal).leaves) == 1


def test_a_new_placement_ends_the_one_before(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    page = show(amal, "facts")
    enrolment, before = case(amal).enrolment, case(amal).placements[0]
    assert enrolment is not None
    form = PlacementForm(page, desk, enrolment, before)
    form.site.line.setText("Plejecenter Søglimt")
    form.first.line.setText("01-02-2025")
    form.submit()
    assert form.first.error()
    form.first.line.setText("1-11-2026")
    form.submit()
    rows = sorted(case(amal).placements, key=lambda row: row.first_day or date.min)
    assert [(row.site, row.first_day, row.last_day) for row in rows] == [
        ("lindegaarden", date(2025, 2, 1), date(2026, 10, 31)),
        ("soeglimt", date(2026, 11, 1), None),
    ]
    assert page.facts.placement.others.text() == "01-02-2025 – 31-10-2026: Plejecenter Lindegården"
    field = field_of(page.facts.placement, "first_day")
    field.line.setText("15-10-2026")
    field.finish()
    assert "Overlapper" in field.error()


def test_a_place_beside_another_is_refused_unless_its_hours_are_paid(
    show: Show, desk: Desk, amal: bytes, case: Case
) -> None:
    page, (before,) = show(amal, "facts"), case(amal).placements
    enrolment = case(amal).enrolment
    assert enrolment is not None
    form = PlacementForm(page, desk, enrolment, before)
    form.site.line.setText("Plejecenter Søglimt")
    form.first.line.setText("1-11-2026")
    form.ends.setChecked(False)
    form.submit()
    assert form.first.error().startswith("Overlapper praktikken på Plejecenter Lindegården.")
    assert case(amal).placements == (before,) and form.site.line.text() == "Plejecenter Søglimt"
    form.paid.setChecked(True)
    form.submit()
    assert [(row.paid, row.last_day) for row in case(amal).placements if row.id != before.id] == [(True, None)]
    assert before in case(amal).placements


def test_a_save_that_is_refused_is_said_below_the_field(
    show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot
) -> None:
    page = show(amal, "facts")
    desk.session.store.role = MENTOR  # taken away while the page stands open
    field = enter(page.facts.learner, "phone", "1", qtbot)
    assert "gennemførselsvejlederen" in field.error() and field.line.text() == "1"
    assert case(amal).learner.phone == "51 00 00 01"


def test_what_is_typed_survives_a_save_elsewhere(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    page = show(amal, "facts")
    field = field_of(page.facts.learner, "phone")
    field.line.setText("halv")
    before = case(amal).learner
    desk.session.store.record(update(before, replace(before, phone="99 99 99 99")), "Telefon")
    assert field.line.text() == "halv"
    field.restore()
    assert field.line.text() == "99 99 99 99"


def test_a_scheme_says_how_long_it_may_last_and_what_is_to_be_known(show: Show, hevin: bytes) -> None:
    """13 weeks from 7 September 2026, a limit nobody has confirmed, end on 6 December."""
    course = show(hevin, "facts").facts.course
    said = course._why.text()
    assert said.startswith("Praktikken må højst vare 13 uger, til 06-12-2026. Grænsen er ikke bekræftet.")
    assert "arbejdspligten" in said
    assert course._rules.text() == "Ordningen har intet krav til skole."


def test_two_workplaces_of_one_name_are_told_apart(
    show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot
) -> None:
    for number, street in ((1, "Byvej 1"), (2, "Skovvej 8")):
        desk.session.store.record(creation(Site(f"sol{number}", "Solgården", address=street)), "Sted")
    panel = show(amal, "facts").facts.placement
    field = enter(panel, "site", "Solgården", qtbot)
    assert field.error() == "Flere steder hedder sådan. Vælg et af dem: Solgården (Byvej 1) · Solgården (Skovvej 8)."
    assert case(amal).placements[0].site == "lindegaarden"
    enter(panel, "site", "Solgården (Skovvej 8)", qtbot)
    assert case(amal).placements[0].site == "sol2"
    assert field_of(panel, "site").line.text() == "Solgården (Skovvej 8)"
