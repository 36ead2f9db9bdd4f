"""R06, R31, R32 and R33: papers at the start, bonus and certificate."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mentorapp.alerts import steps
from mentorapp.alerts.alert import Alert
from mentorapp.domain.ledger import build
from tests.builders import SITE, case, day, enrolment, period, placement, schooling, site, ticked, yusuf

COURSE = enrolment("01-02-2026")  # ends on 31 January 2028
SEEN = tuple(
    ticked(step, "20-01-2026") for step in ("permit_seen", "residence_card_seen", "residence_certificate_seen")
)
IN_VITAS = ticked("agreement_in_vitas", "25-01-2026"), ticked("teaching_plan_in_vitas", "10-02-2026")


def said(rule: Any, file: Any, today: str | date) -> list[Alert]:
    today = day(today) if isinstance(today, str) else today
    ledger = build(file, today)
    assert ledger is not None
    return list(rule(file, ledger, today))


def severities(rule: Any, file: Any, today: str) -> list[str]:
    return [alert.severity for alert in said(rule, file, today)]


def test_r06_last_quiet_day_and_first_loud_day() -> None:
    file = case(COURSE)
    assert said(steps.papers_at_the_start, file, "01-01-2026") == []
    (alert,) = said(steps.papers_at_the_start, file, "02-01-2026")  # 30 days before the start
    assert (alert.id, alert.severity, alert.due) == ("R06", "soon", day("01-02-2026"))
    assert alert.text == (
        "Ved start skal dette være på plads: Opholdstilladelse set, Opholdskort set, Bopælsattest set."
    )
    assert severities(steps.papers_at_the_start, file, "01-02-2026") == ["soon"]
    (alert,) = said(steps.papers_at_the_start, file, "02-02-2026")
    assert alert.severity == "act"
    assert alert.text.startswith("Dette skulle være på plads og er ikke noteret: Opholdstilladelse set")
    assert "uim.dk" in alert.source


def test_r06_the_agreement_a_month_after_signing_and_the_plan_within_the_first_month() -> None:
    """Signed on 20 January: by 20 February. The plan by the end of the first month: 28 February."""
    course = enrolment("01-02-2026", signed_on=day("20-01-2026"))
    assert severities(steps.papers_at_the_start, case(course, *SEEN), "20-02-2026") == ["soon"]
    (alert,) = said(steps.papers_at_the_start, case(course, *SEEN), "21-02-2026")
    assert (alert.severity, alert.due) == ("act", day("20-02-2026"))
    assert "IGU-aftale oprettet i VITAS" in alert.text
    without_plan = case(course, *SEEN, IN_VITAS[0])
    assert severities(steps.papers_at_the_start, without_plan, "28-02-2026") == ["soon"]
    assert severities(steps.papers_at_the_start, without_plan, "01-03-2026") == ["act"]
    assert said(steps.papers_at_the_start, case(course, *SEEN, *IN_VITAS), "01-03-2026") == []


def test_r06_without_a_day_of_signing_the_start_is_the_latest() -> None:
    file = case(COURSE, *SEEN, IN_VITAS[1])
    assert severities(steps.papers_at_the_start, file, "01-03-2026") == ["soon"]
    assert severities(steps.papers_at_the_start, file, "02-03-2026") == ["act"]


def test_r06_a_tick_without_a_day_or_with_one_to_come_is_not_done() -> None:
    for on in (None, "03-02-2026"):
        file = case(COURSE, *SEEN[:2], ticked("residence_certificate_seen", on), *IN_VITAS)
        (alert,) = said(steps.papers_at_the_start, file, "02-02-2026")
        assert "Bopælsattest" in alert.text


def test_r06_of_a_course_begun_elsewhere_it_is_only_not_noted() -> None:
    """90 days after 1 February 2026 is 2 May. Once anything is ticked, what is missing is missing."""
    assert severities(steps.papers_at_the_start, case(COURSE), "02-05-2026") == ["act"]
    (alert,) = said(steps.papers_at_the_start, case(COURSE), "03-05-2026")
    assert alert.severity == "info"
    assert alert.text.startswith("Det er ikke noteret, om dette er på plads:")
    assert severities(steps.papers_at_the_start, case(COURSE, SEEN[0]), "03-05-2026") == ["act"]


def test_r06_is_for_igu_and_ends_with_the_course() -> None:
    assert said(steps.papers_at_the_start, case(enrolment("01-02-2026", programme="smaajob")), "02-02-2026") == []
    assert said(steps.papers_at_the_start, case(enrolment("01-02-2026", outcome="stopped")), "02-02-2026") == []


def private(*rows: Any, sector: str | None = "private", **fields: Any) -> Any:
    course = enrolment("01-02-2026", **fields)
    return case(course, placement(28, "01-02-2026", site=SITE), site(sector), *rows)


def test_r31_last_quiet_day_and_first_loud_day() -> None:
    file = private(*SEEN, *IN_VITAS)
    assert said(steps.first_bonus, file, "31-07-2026") == []
    (alert,) = said(steps.first_bonus, file, "01-08-2026")
    assert (alert.id, alert.severity, alert.due) == ("R31", "info", day("01-08-2026"))
    assert alert.text == "De 6 måneder er gået 01-08-2026; virksomheden kan søge den første bonus."
    assert said(steps.first_bonus, private(ticked("bonus_6_months", "01-08-2026")), "01-08-2026") == []


def test_r31_names_what_must_be_in_vitas_first() -> None:
    (alert,) = said(steps.first_bonus, private(IN_VITAS[0]), "01-08-2026")
    assert alert.text.endswith("Først skal dette være på plads: Undervisningsplan oprettet i VITAS.")


@pytest.mark.parametrize("sector", ["municipal", "self_owned", None])
def test_r31_and_r32_are_for_private_employers_alone(sector: str | None) -> None:
    assert said(steps.first_bonus, private(sector=sector), "01-08-2026") == []
    assert said(steps.second_bonus, private(sector=sector), "31-01-2028") == []


def test_r32_last_quiet_day_and_first_loud_day() -> None:
    file = private(*SEEN)
    assert said(steps.second_bonus, file, "30-01-2028") == []
    (alert,) = said(steps.second_bonus, file, "31-01-2028")
    assert (alert.id, alert.severity, alert.due) == ("R32", "soon", day("31-01-2028"))
    assert alert.text == (
        "Bonus efter 24 måneder kan søges, når dette er på plads: IGU-bevis udstedt; 851,0 tællende skoletimer."
    )
    assert severities(steps.second_bonus, file, "01-06-2028") == ["soon"]


def test_r32_names_all_that_is_missing_and_says_when_nothing_is() -> None:
    school = schooling("amu", "02-03-2026", "31-07-2026", attended=851)
    worked = period("01-02-2026", "31-01-2028", 2600)  # 730 days are 104,29 weeks: 24,93 hours a week
    (alert,) = said(steps.second_bonus, private(school, worked), "31-01-2028")
    assert alert.text == (
        "Bonus efter 24 måneder kan søges, når dette er på plads: IGU-bevis udstedt; "
        "praktik 24,9 timer om ugen af 25: oplys fraværstimer; 851,0 deltagne timer mangler bevis."
    )
    proved = schooling("amu", "02-03-2026", "31-07-2026", attended=851, proof="15-08-2026")
    enough = period("01-02-2026", "31-01-2028", 2608)  # 25,01 hours a week
    file = private(proved, enough, ticked("igu_certificate", "31-01-2028"))
    (alert,) = said(steps.second_bonus, file, "31-01-2028")
    assert alert.text == "Bonus efter 24 måneder kan søges; alt er noteret."


def test_r32_is_quiet_when_applied_for_stopped_or_long_gone() -> None:
    assert said(steps.second_bonus, private(ticked("bonus_24_months", "31-01-2028")), "31-01-2028") == []
    assert said(steps.second_bonus, private(outcome="stopped"), "31-01-2028") == []
    assert len(said(steps.second_bonus, private(), "30-04-2028")) == 1  # 90 days after the end
    assert said(steps.second_bonus, private(), "01-05-2028") == []


def test_r33_last_quiet_day_and_first_loud_day() -> None:
    file = case(COURSE, *SEEN)
    assert said(steps.certificate, file, "31-12-2027") == []
    (alert,) = said(steps.certificate, file, "01-01-2028")  # 30 days before the end
    assert (alert.id, alert.severity, alert.due) == ("R33", "soon", day("31-01-2028"))
    assert severities(steps.certificate, file, "31-01-2028") == ["soon"]
    (alert,) = said(steps.certificate, file, "01-02-2028")
    assert (alert.severity, alert.text) == ("act", "Forløbet sluttede 31-01-2028, og igu-beviset er ikke noteret.")
    assert said(steps.certificate, case(COURSE, ticked("igu_certificate", "31-01-2028")), "01-02-2028") == []


def test_r33_follows_the_extended_end() -> None:
    file = case(enrolment("01-02-2026", "30-04-2028"), *SEEN)
    assert said(steps.certificate, file, "30-03-2028") == []
    assert severities(steps.certificate, file, "31-03-2028") == ["soon"]


def test_r33_a_stopped_course_has_a_right_to_a_proof_of_its_part() -> None:
    stopped = enrolment("01-02-2026", outcome="stopped", outcome_on=day("15-09-2026"))
    (alert,) = said(steps.certificate, case(stopped), "16-09-2026")
    assert (alert.severity, alert.due) == ("soon", day("15-09-2026"))
    assert "den del, der er gennemført" in alert.text


def test_r33_of_a_course_that_ended_before_anybody_kept_it_here_nothing_is_said() -> None:
    assert said(steps.certificate, yusuf(), "22-11-2026") == []
    assert severities(steps.certificate, case(COURSE), "30-04-2028") == ["act"]
    assert said(steps.certificate, case(COURSE), "01-05-2028") == []
