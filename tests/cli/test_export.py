"""`export`: files other programs read, of all learners or of some."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from mentorapp.cli import arguments as words
from mentorapp.cli import export
from mentorapp.errors import UserError
from mentorapp.store.session import Session
from tests import builders
from tests.ui.learner.keeping import keep


@pytest.fixture
def run(session: Session, tmp_path: Path) -> Callable[..., Path]:
    """Run the verb with these words; the file it wrote."""
    keep(session, builders.amal(), "Amal Idris Hamid")
    keep(session, builders.maryam(), "Maryam Ahmadi")

    def ran(name: str, *more: str) -> Path:
        asked: argparse.Namespace = words.parse(["export", str(tmp_path / name), *more])
        export.before(asked)
        export.run(session, asked)
        return tmp_path / name

    return ran


def test_all_learners_as_a_spreadsheet(run: Callable[..., Path]) -> None:
    head, amal, maryam = load_workbook(run("alle.xlsx")).worksheets[0].iter_rows(values_only=True)
    said = dict(zip(head, amal, strict=True))
    assert (said["Elev"], said["Praktiksted"], said["Status"]) == (
        "Amal Idris Hamid", "Plejecenter Lindegården", "behind"
    )  # fmt: skip
    assert (said["Skoletimer planlagt"], said["Skoletimer deltaget"], said["Skoletimer krævet"]) == (658.8, 555, 851)
    assert maryam[0] == "Maryam Ahmadi"


def test_one_learners_calendar_with_and_without_names(run: Callable[..., Path]) -> None:
    for more, start in (((), "M.A.: "), (("--names",), "Maryam Ahmadi: ")):
        calendar = Calendar.from_ical(run("skole.ics", "--learner", "Maryam Ahmadi", *more).read_bytes())
        said = {str(event["SUMMARY"]) for event in calendar.walk("VEVENT")}
        assert said and all(title.startswith(start) for title in said)


def test_json_says_the_file(run: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    path = run("alle.xlsx", "--json")
    assert f'"file": "{path}"' in capsys.readouterr().out


def test_another_kind_of_file_is_refused(run: Callable[..., Path]) -> None:
    with pytest.raises(UserError, match=r"\.xlsx eller \.ics"):
        run("alle.pdf")


def test_a_folder_that_is_not_there_is_a_sentence(run: Callable[..., Path]) -> None:
    with pytest.raises(UserError, match="kan ikke skrives"):
        run("findes ikke/alle.xlsx")
