"""The steps and stages of a course with their days."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from mentorapp.domain.ledger import build
from mentorapp.domain.programme_file import parse
from mentorapp.domain.step_dates import course_stages, course_steps, placement_step
from tests.builders import SITE, TODAY, case, day, enrolment, leave, placement, site, ticked


def due(file: Any, end: str | None = None, today: Any = TODAY) -> dict[str, Any]:
    steps = course_steps(file, day(end) if end else None, today)
    return {step.key: step.due for step in steps}


def test_each_step_is_due_from_what_it_is_counted_from() -> None:
    file = case(
        enrolment("01-02-2026", signed_on=day("31-12-2025")),
        placement(28, "01-02-2026", site=SITE),
        site("private"),
        leave("parental", "01-06-2026", "30-11-2026"),
    )
    assert due(file, "31-01-2028") == {
        "permit_seen": day("01-02-2026"),
        "residence_card_seen": day("01-02-2026"),
        "residence_certificate_seen": day("01-02-2026"),
        "agreement_in_vitas": day("31-01-2026"),  # a month after 31 December
        "teaching_plan_in_vitas": day("28-02-2026"),  # the last day of the first month
        "contact_in_leave": day("01-06-2026"),
        "back_from_leave": day("31-10-2026"),  # 30 days before the last day of leave
        "bonus_6_months": day("01-08-2026"),
        "bonus_24_months": day("31-01-2028"),
        "igu_certificate": day("31-01-2028"),
    }


def test_what_is_not_known_has_no_day_and_comes_last() -> None:
    file = case(enrolment("01-02-2026", programme="introduktionsprogram"))
    steps = course_steps(file, None, TODAY)
    assert {step.due for step in steps} == {None}
    arrived = case(enrolment("01-02-2026", programme="introduktionsprogram", arrived_on=day("31-01-2026")))
    first, *rest = course_steps(arrived, None, TODAY)
    assert (first.key, first.due) == ("danish_referral", day("28-02-2026"))  # February has no 31st
    assert {step.due for step in rest} == {None}


def test_steps_for_private_workplaces_are_left_out_elsewhere() -> None:
    for sector, shown in (("private", True), ("municipal", False), ("self_owned", False), (None, False)):
        file = case(enrolment("01-02-2026"), placement(28, "01-02-2026", site=SITE), site(sector))
        assert ("bonus_6_months" in due(file)) is shown, sector
    assert "bonus_6_months" not in due(case(enrolment("01-02-2026")))


def test_a_step_of_a_placement_is_done_in_each_of_them() -> None:
    course = enrolment("02-03-2026", programme="virksomhedspraktik")
    first = placement(30, "02-03-2026", "29-03-2026", id="first")
    second = placement(30, "06-04-2026", id="second")
    done = ticked(placement_step("evaluation_first", "first"), "16-03-2026")
    steps = {step.key: step for step in course_steps(case(course, first, second, done), None, TODAY)}
    assert steps["evaluation_first/first"].is_done(TODAY)
    assert not steps["evaluation_first/second"].is_done(TODAY)
    assert steps["evaluation_first/first"].due == day("16-03-2026")  # 14 days after the first day
    assert steps["evaluation_final/first"].due == day("29-03-2026")
    assert steps["evaluation_final/second"].due is None
    assert steps["evaluation_first/second"].placement is second


def test_a_step_is_overdue_the_day_after_its_day_until_it_is_done() -> None:
    (step,) = (each for each in course_steps(case(enrolment("01-02-2026")), None, TODAY) if each.key == "permit_seen")
    assert not step.is_overdue(day("01-02-2026"))
    assert step.is_overdue(day("02-02-2026"))
    done = replace(step, done_on=day("05-02-2026"))
    assert done.is_overdue(day("04-02-2026")) and not done.is_overdue(day("05-02-2026"))


def test_without_a_course_or_a_known_scheme_there_are_no_steps() -> None:
    assert course_steps(case(), None, TODAY) == ()
    assert list(course_stages(case(), TODAY)) == []
    assert course_steps(case(enrolment("01-02-2026", programme="Fritidsjob")), None, TODAY) == ()


def test_the_extended_end_moves_what_is_due_at_the_end() -> None:
    file = case(enrolment("01-02-2026", "30-04-2028"))
    ledger = build(file, TODAY)
    assert ledger is not None
    steps = {step.key: step.due for step in course_steps(file, ledger.end_extended, TODAY)}
    assert steps["igu_certificate"] == day("30-04-2028")


def test_a_stage_may_need_a_step_that_is_done_in_each_placement() -> None:
    text = (
        'key = "trin"\nname = "Trin"\n'
        '[[step]]\nkey = "a"\nname = "A"\ndue_from = "placement_end"\nsource = "egen"\nstatus = "inferred"\n'
        '[[stage]]\nkey = "s"\nname = "S"\nneeds = ["a"]\nsource = "egen"\nstatus = "inferred"\n'
    )
    first = placement(30, "02-03-2026", "29-03-2026", id="first")
    file = case(enrolment("02-03-2026", programme="trin"), first)
    file = replace(file, organisation=replace(file.organisation, programmes=(parse(text, "trin.toml"),)))
    (stage,) = course_stages(file, TODAY)
    assert not stage.is_open
    (stage,) = course_stages(replace(file, steps=(ticked("a/first", "29-03-2026"),)), TODAY)
    assert stage.is_open
