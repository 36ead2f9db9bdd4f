"""Who a row is about, which course it means, and what it changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mentorapp.domain.change import creation, update
from mentorapp.domain.placement import Person
from mentorapp.lists import list_import
from mentorapp.lists.plan import Existing
from tests.lists.conftest import Desk, sheet


def outcomes(plan: object) -> list[tuple[int, str]]:
    return [(row.number, row.outcome) for row in plan.rows]  # type: ignore[attr-defined]


def test_the_fields_of_a_change_say_both_values(desk: Desk) -> None:
    desk.bring_in("Navn;Startdato;Ordning;Praktiktimer pr. uge;Praktiksted\nAmal;01-02-2025;IGU;28;Lindegården")
    row = desk.row("Navn;Startdato;Ordning;Praktiktimer pr. uge;Praktiksted\nAmal;01-02-2025;IGU;30,02;Lindegården")
    assert row.outcome == "changed"
    assert [(one.label, one.before, one.after, one.key) for one in row.fields] == [
        ("Praktiktimer pr. uge", "28,0", "30,02", "placement.minutes_a_week")
    ]
    assert len(row.changes) == 1 and row.changes[0].value == 1801


def test_blank_cells_never_erase(desk: Desk) -> None:
    desk.bring_in("Navn;Startdato;Ordning;Telefon;Afdeling;Mentor\nAmal;01-02-2025;IGU;20123456;Øst;Birthe")
    assert desk.row("Navn;Startdato;Ordning;Telefon;Afdeling;Mentor\nAmal;01-02-2025;IGU;;-;").outcome == "unchanged"


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (";01-02-2025;IGU;", "Navnet mangler."),
        ("Amal;;IGU;", "Startdatoen mangler."),
        ("Amal;31-06-2026;IGU;", "Startdato: Datoen »31-06-2026« findes ikke."),
        ("Amal;01-02-2025;IGU;31-01-2025", "Startdatoen ligger efter slutdatoen."),
        ("Amal;01-02-2025;;", "Ordningen mangler, fx IGU."),
        ("42;01-02-2025;IGU;", "Navn: »42« er ikke et navn."),
    ],
)
def test_a_bad_row_is_refused_and_the_others_come_in(cells: str, said: str, desk: Desk) -> None:
    plan = desk.bring_in(f"Navn;Startdato;Ordning;Aftalt slut\n{cells}\nBo;01-02-2025;IGU;")
    assert outcomes(plan) == [(2, "refused"), (3, "new")]
    assert plan.rows[0].reason == said
    assert plan.rows[0].changes == ()
    assert [case.learner.name for case in desk.session.case_files()] == ["Bo"]


def test_every_fault_of_a_row_is_told_with_its_column(desk: Desk) -> None:
    row = desk.row("Navn;Startdato;Ordning;Praktiktimer\nAmal;i går;IGU;mange")
    assert row.outcome == "refused" and row.who == "Amal"
    assert "Startdato: »i går« er ikke en dato" in row.reason
    assert "Praktiktimer: »mange« er ikke et timetal" in row.reason
    assert row.faulty_columns == (1, 3)


def test_a_comma_that_was_taken_for_the_end_of_a_cell_is_seen(desk: Desk) -> None:
    row = desk.row("Navn,Startdato,Ordning,Praktiktimer\nAmal,01-02-2025,IGU,7,4")
    assert row.outcome == "refused" and "flere celler end der er overskrifter" in row.reason


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ("01-03-2025;;barsel", "Orloven skal have både en første og en sidste dag."),
        ("01-03-2025;01-02-2025;barsel", "Orlovens første dag ligger efter dens sidste."),
        (";;barsel", "Orloven mangler sine datoer."),
        ("01-03-2025;01-04-2025;tur", "Orlovstype: »tur« er ikke en orlovstype."),
    ],
)
def test_leave_that_cannot_be(cells: str, said: str, desk: Desk) -> None:
    row = desk.row(f"Navn;Startdato;Ordning;Orlov fra;Orlov til;Orlovstype\nAmal;01-02-2025;IGU;{cells}")
    assert row.outcome == "refused" and said in row.reason


def test_a_birth_after_the_start_is_refused(desk: Desk) -> None:
    row = desk.row("Navn;Startdato;Ordning;Fødselsdato\nAmal;01-02-2025;IGU;01-02-2025")
    assert row.reason == "Fødselsdatoen ligger ikke før startdatoen."


HEADS = "Navn;CPR-nr.;Fødselsdato;Startdato;Ordning;Telefon"


@pytest.mark.parametrize(
    ("known", "said", "outcome"),
    [
        # the registration number decides, whatever the name
        ("Amal Hamid;680791-0001;;01-02-2025;IGU;", "Amal Idris Hamid;680791-0001;;01-02-2025;IGU;", "changed"),
        ("Amal;680791-0001;;01-02-2025;IGU;", "Amal;680791-0002;;01-02-2025;IGU;", "new"),
        # then name and birth date
        ("Amal;;08-07-1991;01-02-2025;IGU;", "AMAL ;;8/7 1991;01-02-2025;IGU;", "changed"),
        ("Amal;;08-07-1991;01-02-2025;IGU;", "Amal;;09-07-1991;01-02-2025;IGU;", "new"),
        # what one list knows and the other not
        ("Amal;;;01-02-2025;IGU;", "Amal;680791-0001;08-07-1991;01-02-2025;IGU;", "changed"),
        ("Amal;680791-0001;08-07-1991;01-02-2025;IGU;", "Amal;;;01-02-2025;IGU;", "unchanged"),
        ("Amal;680791-0001;;01-02-2025;IGU;", "Amal;;08-07-1991;01-02-2025;IGU;", "changed"),
        ("Amal;680791-0001;;01-02-2025;IGU;", "Amal;;09-07-1991;01-02-2025;IGU;", "new"),
        ("Amal;;08-07-1991;01-02-2025;IGU;", "Amal;690791-0001;;01-02-2025;IGU;", "new"),
    ],
)
def test_who_a_row_is_about(known: str, said: str, outcome: str, desk: Desk) -> None:
    desk.bring_in(f"{HEADS}\n{known}")
    plan = desk.bring_in(f"{HEADS}\n{said}")
    assert plan.rows[0].outcome == outcome
    assert len(desk.session.case_files()) == (2 if outcome == "new" else 1)


def test_a_name_that_changes_under_a_number_is_said(desk: Desk) -> None:
    desk.bring_in(f"{HEADS}\nAmal Hamid;680791-0001;;01-02-2025;IGU;")
    row = desk.row(f"{HEADS}\nAmal Jensen;680791-0001;;01-02-2025;IGU;")
    assert row.warnings == ("CPR-nummeret tilhører Amal Hamid; navnet ændres.",)


def test_one_number_under_two_names_in_one_list_is_refused(desk: Desk) -> None:
    plan = desk.bring_in(f"{HEADS}\nAmal;680791-0001;;01-02-2025;IGU;\nMaryam;680791-0001;;01-02-2025;IGU;")
    assert outcomes(plan) == [(2, "refused"), (3, "refused")]
    assert plan.rows[1].reason == "CPR-nummeret står også i række 2 ved et andet navn. Ret det forkerte."


def test_two_rows_that_cannot_be_told_apart_are_both_refused(desk: Desk) -> None:
    plan = desk.bring_in(f"{HEADS}\nAmal;;;01-02-2025;IGU;1\nBo;;;01-02-2025;IGU;\nAMAL;;;01-03-2025;IGU;2")
    assert outcomes(plan) == [(2, "refused"), (3, "new"), (4, "refused")]
    assert plan.rows[0].reason == "Navnet står også i række 4. Skriv fødselsdato eller CPR-nr., så de kan skelnes."
    assert plan.rows[2].reason.startswith("Navnet står også i række 2.")


def test_of_two_namesakes_the_one_who_is_told_apart_comes_in(desk: Desk) -> None:
    plan = desk.bring_in(f"{HEADS}\nAmal;;08-07-1991;01-02-2025;IGU;\nAmal;;;01-02-2025;IGU;2")
    assert outcomes(plan) == [(2, "new"), (3, "refused")]


def test_namesakes_with_birth_dates_are_two_learners(desk: Desk) -> None:
    desk.bring_in(f"{HEADS}\nAmal;;08-07-1991;01-02-2025;IGU;\nAmal;;09-07-1991;01-02-2025;IGU;")
    assert len(desk.session.case_files()) == 2
    row = desk.row(f"{HEADS}\nAmal;;;01-02-2025;IGU;20123456")
    assert row.reason == "Der er flere elever, der hedder Amal. Skriv fødselsdato eller CPR-nr."


def test_many_namesakes_are_not_all_named(desk: Desk) -> None:
    plan = desk.plan(HEADS + "".join(f"\nAmal;;;01-02-2025;IGU;{n}" for n in range(9)))
    assert plan.rows[0].reason.startswith("Navnet står også i rækkerne 3, 4, 5, 6, 7 …. Skriv")


def test_a_row_that_stands_twice_says_nothing_new(desk: Desk) -> None:
    plan = desk.bring_in(f"{HEADS}\nAmal;;;01-02-2025;IGU;1\nAmal;;;01-02-2025;IGU;1")
    assert outcomes(plan) == [(2, "new"), (3, "unchanged")]
    assert plan.rows[1].reason == "Samme som række 2."


def test_two_rows_about_one_course_that_differ_are_not_both_taken(desk: Desk) -> None:
    plan = desk.bring_in(f"{HEADS}\nAmal;;08-07-1991;01-02-2025;IGU;1\nAmal;;08-07-1991;01-03-2025;IGU;1")
    assert outcomes(plan) == [(2, "new"), (3, "refused")]
    assert plan.rows[1].reason.startswith("Række 2 er om samme elev og ordning")


def test_another_programme_is_a_second_course_of_the_same_learner(desk: Desk) -> None:
    desk.bring_in(f"{HEADS}\nAmal;;08-07-1991;05-10-2026;Virksomhedspraktik;\nAmal;;08-07-1991;01-02-2027;IGU;")
    assert [one.programme for one in sorted(desk.case("Amal").enrolments, key=lambda one: one.start)] == [
        "virksomhedspraktik", "igu",
    ]  # fmt: skip


def test_a_corrected_start_changes_the_course_and_its_rule_set(desk: Desk) -> None:
    heads = "Navn;Startdato;Ordning;Praktiksted"
    desk.bring_in(f"{heads}\nAmal;30-04-2021;IGU;Lindegården")
    assert desk.case("Amal").enrolments[0].rule_set == "IGU-2019"
    desk.bring_in(f"{heads}\nAmal;01-05-2021;IGU;Lindegården")
    case = desk.case("Amal")
    assert [(one.start, one.rule_set) for one in case.enrolments] == [(date(2021, 5, 1), "IGU-2021")]
    assert [one.first_day for one in case.placements] == [date(2021, 5, 1)]


def test_the_only_placement_follows_its_course_but_not_over_dates_of_its_own(desk: Desk) -> None:
    heads = "Navn;Startdato;Ordning;Aftalt slut;Praktiksted"
    desk.bring_in(f"{heads}\nAmal;01-02-2025;IGU;;Lindegården")
    desk.bring_in(f"{heads}\nAmal;01-02-2025;IGU;30-06-2027;Lindegården")
    (placement,) = desk.case("Amal").placements
    assert placement.last_day == date(2027, 6, 30)
    desk.session.store.record(update(placement, replace(placement, last_day=date(2026, 3, 31))), "Praktiksted")
    desk.bring_in(f"{heads}\nAmal;01-02-2025;IGU;31-07-2027;Lindegården")
    assert desk.case("Amal").placements[0].last_day == date(2026, 3, 31)


def test_a_start_after_the_course_has_ended_is_another_course(desk: Desk) -> None:
    desk.bring_in("Navn;Startdato;Ordning\nAmal;01-02-2022;IGU")
    desk.bring_in("Navn;Startdato;Ordning\nAmal;01-02-2025;IGU")
    assert len(desk.case("Amal").enrolments) == 2


def test_a_stored_rule_set_stays(desk: Desk) -> None:
    desk.bring_in("Navn;Startdato;Ordning\nAmal;01-02-2025;IGU")
    (enrolment,) = desk.case("Amal").enrolments
    desk.session.store.record(update(enrolment, replace(enrolment, rule_set="LOKAL")), "Regelsæt")
    assert desk.row("Navn;Startdato;Ordning\nAmal;01-02-2025;IGU").outcome == "unchanged"


def test_a_list_without_schemes_is_about_igu_and_says_so(desk: Desk) -> None:
    row = desk.bring_in("Navn;Startdato\nAmal;01-02-2025").rows[0]
    assert row.warnings == ("Ordningen står ikke i listen; forløbet er regnet som IGU.",)
    assert desk.case("Amal").enrolments[0].rule_set == "IGU-2024"


def test_a_list_without_schemes_is_about_the_course_begun_then(desk: Desk) -> None:
    desk.bring_in("Navn;Startdato;Ordning\nAmal;01-02-2025;Løntilskud")
    row = desk.row("Navn;Startdato;Telefon\nAmal;01-02-2025;20123456")
    assert (row.outcome, row.warnings) == ("changed", ())


def test_the_scheme_is_shown_by_its_name(desk: Desk) -> None:
    row = desk.row("Navn;Startdato;Ordning\nAmal;01-02-2025;integrationsgrunduddannelse")
    assert {one.label: one.after for one in row.fields}["Ordning"] == "IGU"


PLACES = "Navn;Startdato;Ordning;Praktiksted;CVR;P-nummer;Sektor;Mentor"


def test_sites_are_known_by_number_then_by_name(desk: Desk) -> None:
    desk.bring_in(
        f"{PLACES}\nA A;01-02-2025;IGU;Lindegården;29189919;1003300001;kommunal;Birthe\n"
        "B B;01-02-2025;IGU;LINDEGAARDEN;;;;Birthe\n"
        "C C;01-02-2025;IGU;Lindegården;29189919;1003300002;kommunal;Birthe\n"
        "D D;01-02-2025;IGU;Plejecentret;;1003300001;;"
    )
    shared = desk.session.organisation
    assert sorted((site.name, site.p_number) for site in shared.sites.values()) == [
        ("Lindegården", "1003300001"), ("Lindegården", "1003300002"),
    ]  # fmt: skip
    assert len([person for person in shared.people.values() if person.name == "Birthe"]) == 2
    row = desk.row(f"{PLACES}\nE E;01-02-2025;IGU;Lindegården;;;;")
    assert row.reason == "Der er to praktiksteder, der hedder Lindegården. Skriv også P-nummeret."


def test_a_workplace_gets_no_other_name_by_a_slip_in_a_number(desk: Desk) -> None:
    desk.bring_in(f"{PLACES}\nA A;01-02-2025;IGU;Lindegården;;1003300001;;")
    row = desk.bring_in(f"{PLACES}\nB B;01-02-2025;IGU;Fuglsang;;1003300001;;").rows[0]
    assert row.warnings == ("P-nummeret tilhører Lindegården; navnet i listen er ikke brugt.",)
    assert [site.name for site in desk.session.organisation.sites.values()] == ["Lindegården"]


def test_what_a_row_contradicts_an_earlier_row_in_is_said_and_left(desk: Desk) -> None:
    plan = desk.bring_in(
        f"{PLACES}\nA A;01-02-2025;IGU;Lindegården;29189919;;kommunal;\n"
        "B B;01-02-2025;IGU;Lindegården;29189919;;privat;"
    )
    assert plan.rows[1].warnings == ("Sektor er en anden end i række 2, som gælder.",)
    assert next(iter(desk.session.organisation.sites.values())).sector == "municipal"


def test_a_p_number_without_a_name(desk: Desk) -> None:
    row = desk.row(f"{PLACES}\nA A;01-02-2025;IGU;;;1003300001;;")
    assert row.reason == "Praktikstedets navn mangler ved P-nummeret."
    row = desk.row("Navn;Startdato;P-nummer\nA A;01-02-2025;1003300001")
    assert row.reason == "Praktikstedet med P-nummer 1003300001 kendes ikke; skriv dets navn."
    desk.bring_in(f"{PLACES}\nB B;01-02-2025;IGU;Lindegården;;1003300001;;")
    desk.bring_in("Navn;Startdato;P-nummer\nA A;01-02-2025;1003300001")
    placement = desk.case("A A").placements[0]
    assert desk.session.organisation.sites[placement.site or ""].name == "Lindegården"


def test_a_coordinator_in_the_mentors_column_stays_one(desk: Desk) -> None:
    desk.session.store.record(creation(Person("p1", "Birthe", "coordinator")), "Ny")
    desk.bring_in(f"{PLACES}\nA A;01-02-2025;IGU;Lindegården;;;;Birthe")
    (birthe,) = desk.session.organisation.people.values()
    assert birthe.role == "coordinator" and birthe.site is not None


def test_another_site_is_a_change_that_asks_whether_the_learner_moved(desk: Desk) -> None:
    desk.bring_in(f"{PLACES}\nA A;01-02-2025;IGU;Lindegården;;;;")
    row = desk.bring_in(f"{PLACES}\nA A;01-02-2025;IGU;Fuglsang;;;;").rows[0]
    assert "Er eleven flyttet" in row.warnings[0]
    site = next(one for one in row.fields if one.key == "placement.site")
    assert (site.before, site.after) == ("Lindegården", "Fuglsang")


@pytest.mark.parametrize(
    ("kind", "end", "extends"),
    [("barsel", "17-03-2024", True), ("sygdom", "17-03-2024", True), ("orlov", "17-03-2024", None),
     ("barsel", "30-04-2023", None), ("barsel", "", None)],
)  # fmt: skip
def test_leave_extends_where_a_later_end_was_agreed(kind: str, end: str, extends: bool | None, desk: Desk) -> None:
    desk.bring_in(
        "Navn;Startdato;Ordning;Aftalt slut;Orlov fra;Orlov til;Orlovstype\n"
        f"Rahel;01-05-2021;IGU;{end};04-04-2022;19-02-2023;{kind}"
    )
    (leave,) = desk.case("Rahel").leaves
    assert leave.extends is extends


def test_leave_that_is_corrected_stays_one(desk: Desk) -> None:
    heads = "Navn;Startdato;Ordning;Orlov fra;Orlov til;Orlovstype"
    desk.bring_in(f"{heads}\nRahel;01-05-2021;IGU;04-04-2022;19-02-2023;barsel")
    desk.bring_in(f"{heads}\nRahel;01-05-2021;IGU;11-04-2022;26-02-2023;barsel")
    assert [(one.first_day, one.last_day) for one in desk.case("Rahel").leaves] == [
        (date(2022, 4, 11), date(2023, 2, 26))
    ]
    row = desk.bring_in(f"{heads}\nRahel;01-05-2021;IGU;01-03-2023;31-05-2023;").rows[0]
    assert row.warnings == (
        "Orlovstypen mangler; den er sat til anden orlov.", "Orloven ligger ikke helt inden for forløbet.",
    )  # fmt: skip
    assert len(desk.case("Rahel").leaves) == 2


def test_an_exam_is_read_from_the_level_and_never_lowered(desk: Desk) -> None:
    heads = "Navn;Startdato;Ordning;Danskniveau;Prøve bestået den"
    desk.bring_in(f"{heads}\nOksana;03-03-2025;IGU;PD2 bestået;28-11-2024")
    assert (desk.case("Oksana").learner.exam, desk.case("Oksana").learner.exam_passed_on) == ("PD2", date(2024, 11, 28))
    row = desk.bring_in(f"{heads}\nOksana;03-03-2025;IGU;PD1 bestået;01-06-2023").rows[0]
    assert row.warnings == ("PD1 er lavere end PD2, som er kendt; prøven ændres ikke.",)
    assert desk.case("Oksana").learner.exam_passed_on == date(2024, 11, 28)
    row = desk.row(f"{heads}\nAmal;03-03-2025;IGU;DU3 modul 5;01-06-2023")
    assert row.warnings == ("Prøven har en dato, men det står ikke, hvilken prøve det er.",)


def test_a_number_and_a_birth_date_that_differ_are_warned_about(desk: Desk) -> None:
    row = desk.row(f"{HEADS}\nAmal;680791-0001;09-07-1991;01-02-2025;IGU;")
    assert row.warnings == ("CPR-nummeret og fødselsdatoen passer ikke sammen.",)


def test_given_and_family_name_make_one_name(desk: Desk) -> None:
    desk.bring_in("Fornavn;Efternavn;Startdato\nAmal Idris;Hamid;01-02-2025")
    assert desk.case("Amal Idris Hamid")


def test_planning_is_pure(existing: Existing) -> None:
    lines = sheet(f"{HEADS}\nAmal;;08-07-1991;01-02-2025;IGU;\nBo;;;01-02-2025;IGU;")

    def once() -> object:
        numbers = iter(range(99))
        return list_import.plan_sheet(
            lines, None, None, existing, lambda: str(next(numbers)), lambda: next(numbers).to_bytes(16, "big")
        )

    assert once() == once()


def test_what_the_rules_ask_for_can_stand_in_a_list(desk: Desk) -> None:
    desk.bring_in(
        "Navn;Startdato;Ordning;Praktiksted;Formål;Hold;Underskrevet;Ankomst;Tidligere igu;Tidligere ansættelse slut\n"
        "Amal;01-02-2025;Praktik;Lind;afklaring;Hold 3;20-01-2025;15-12-2024;afbrudt;31-10-2024"
    )
    case = desk.case("Amal")
    (enrolment,), (placement,) = case.enrolments, case.placements
    assert (enrolment.programme, enrolment.team, enrolment.earlier_igu) == ("virksomhedspraktik", "Hold 3", "stopped")
    assert (enrolment.signed_on, enrolment.arrived_on) == (date(2025, 1, 20), date(2024, 12, 15))
    assert enrolment.earlier_job_ended_on == date(2024, 10, 31)
    assert placement.purpose == "clarification"


def test_an_english_list_is_understood(desk: Desk) -> None:
    desk.bring_in(
        "Name;Start date;Programme;Placement site;Home municipality;Residence card expires;Purpose;Signed on\n"
        "Amal;01-02-2025;IGU;Lind;Herning;31-05-2027;skills;20-01-2025"
    )
    case = desk.case("Amal")
    (enrolment,) = case.enrolments
    assert case.private is not None and case.private.permit_expires == date(2027, 5, 31)
    assert (enrolment.municipality, enrolment.signed_on) == ("Herning", date(2025, 1, 20))
    assert [site.name for site in case.organisation.sites.values()] == ["Lind"]
    assert case.placements[0].purpose == "skills"


def test_a_course_kept_under_its_written_name_is_the_same_course_once_its_scheme_has_a_file(desk: Desk) -> None:
    desk.bring_in("Navn;Startdato;Ordning\nAmal;05-10-2026;Småjob")
    (enrolment,) = desk.case("Amal").enrolments
    desk.session.store.record(update(enrolment, replace(enrolment, programme="Småjob")), "Som før")
    desk.bring_in("Navn;Startdato;Ordning;Bopælskommune\nAmal;05-10-2026;Småjob;Herning")
    (enrolment,) = desk.case("Amal").enrolments
    assert enrolment.municipality == "Herning"
