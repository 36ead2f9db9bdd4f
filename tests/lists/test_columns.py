"""Columns understood by their headings, in any order, and corrected by people."""

from __future__ import annotations

import pytest

from mentorapp import i18n
from mentorapp.errors import UserError
from mentorapp.lists import columns, list_import
from mentorapp.lists.cells.text import fold
from mentorapp.lists.plan import Existing
from mentorapp.lists.synonyms import HEADINGS, REQUIRED
from tests.lists.conftest import SAMPLES, Desk, sheet


@pytest.mark.parametrize("kind", columns.KINDS)
def test_no_heading_means_two_fields(kind: str) -> None:
    seen: dict[str, str] = {}
    for field, ways in HEADINGS[kind].items():
        for written in ways:
            assert seen.setdefault(fold(written), field) == field, written


@pytest.mark.parametrize("kind", columns.KINDS)
def test_each_field_has_a_label_that_is_understood(kind: str) -> None:
    words = columns.labels(kind)
    assert words.keys() == HEADINGS[kind].keys()
    assert columns.guess(list(words.values()), kind) == tuple(words)
    assert all(field in words for choice in REQUIRED[kind] for field in choice)


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        (["Navn", "Startdato"], "learners"),
        (["Fornavn", "Efternavn", "Start", "Slut", "Modul"], "learners"),
        (["ELEV", "TYPE", "FRA", "TIL", "Titel"], "schooling"),
        (["Navn", "Kursus", "Type", "Startdato", "Slutdato", "Timer"], "schooling"),
        (["Navn", "Dato", "Fravær"], "attendance"),
        (["Navn", "Fra", "Til", "Praktiktimer"], "practice"),
        (["CPR nr", "Periode fra", "Periode til", "Arbejdstimer"], "practice"),
        (["Navn", "Telefon"], None),
        ([], None),
    ],
)
def test_the_kind_is_seen(headings: list[str], kind: str | None) -> None:
    assert columns.kind_of(headings) == kind


def test_brackets_case_dots_and_hyphens_do_not_matter() -> None:
    headings = [
        "navn",
        "CPR nr",
        "praktiktimer (pr. uge)",
        "Praktiktimer (gennemsnit)",
        "E-Mail",
        "Foedselsdato",
        "Hest",
    ]
    assert columns.guess(headings, "learners") == (
        "name", "registration_number", "practice_minutes", None, "email", "birth_date", None,
    )  # fmt: skip


def test_the_order_of_columns_is_free(desk: Desk) -> None:
    lines = (SAMPLES / "elevliste.csv").read_bytes().decode("cp1252").splitlines()
    backwards = "\n".join(";".join(reversed(line.split(";"))) for line in lines)
    desk.bring_in_file(SAMPLES / "elevliste.csv")
    assert desk.plan(backwards).changes == []


def test_a_column_can_be_corrected_and_left_out(existing: Existing) -> None:
    lines = sheet("Hvem;Begynder på;Mentor\nAmal;01-02-2025;Birthe")
    plan = list_import.plan_sheet(lines, "learners", ("name", "start", None), existing, lambda: "id", lambda: bytes(16))
    (row,) = plan.rows
    assert (row.who, row.outcome) == ("Amal", "new")
    assert {change.table for change in row.changes} == {"learner", "enrolment"}
    assert plan.column_map == ("name", "start", None)


@pytest.mark.parametrize(
    ("column_map", "said"),
    [
        (("name", "start", "start"), "To kolonner er sat til Startdato"),
        (("name", None, None), "Kolonnen Startdato mangler"),
        ((None, "start", None), "Kolonnen Navn eller Fornavn mangler"),
    ],
)
def test_columns_that_cannot_be_are_said(column_map: columns.ColumnMap, said: str, existing: Existing) -> None:
    lines = sheet("Hvem;Begynder på;Mentor\nAmal;01-02-2025;Birthe")
    with pytest.raises(UserError, match=said):
        list_import.plan_sheet(lines, "learners", column_map, existing, lambda: "id", lambda: bytes(16))


def test_a_kind_can_be_named_for_a_file(desk: Desk) -> None:
    desk.bring_in_file(SAMPLES / "elevliste.csv")
    planned = desk.plan_file(SAMPLES / "elevliste.xlsx", kind="schooling")
    assert [plan.sheet for plan in planned.plans] == ["Skoleplan"]
    assert [(left.sheet, left.reason) for left in planned.skipped] == [
        ("Elever", "Elever: Arket er en elevliste og er sprunget over.")
    ]
    with pytest.raises(UserError, match=r"elevliste\.csv: Kolonnen Type mangler"):
        desk.plan_file(SAMPLES / "elevliste.csv", kind="schooling")


def test_labels_follow_the_language() -> None:
    assert columns.labels("learners")["start"] == "Startdato"
    i18n.use("en")
    assert columns.labels("learners").keys() == HEADINGS["learners"].keys()
