"""`report sheet` and `import` of a month sheet: made, filled in, read without being told what it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from mentorapp.cli import arguments as words
from mentorapp.cli import import_list, report
from mentorapp.errors import UserError
from mentorapp.store.session import Session
from tests import builders
from tests.ui.learner.keeping import keep


@pytest.fixture(autouse=True)
def learners(session: Session) -> None:
    for case, name in ((builders.amal(), "Amal Idris Hamid"), (builders.maryam(), "Maryam Ahmadi")):
        keep(session, case, name)


def run(session: Session, *said: object) -> None:
    asked = words.parse([str(word) for word in said])
    if asked.verb == "report":
        report.before(asked)
    (report if asked.verb == "report" else import_list).run(session, asked)


def test_made_filled_in_and_imported(session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ark.xlsx"
    run(session, "report", "sheet", "Maryam Ahmadi", "--month", "2026-11", "--out", path)
    assert "Månedsarket til Maryam Ahmadi er gemt som" in capsys.readouterr().out
    book = load_workbook(path)
    page = book.worksheets[0]
    page["B4"], page["C15"] = "Gitte", "Gik godt."
    for row in (8, 9, 11, 12):
        page[f"D{row}"] = "x"
    book.save(path)
    run(session, "import", path, "--json")
    (told,) = json.loads(capsys.readouterr().out)["lists"]
    assert (told["kind"], told["new"], told["refused"]) == ("monthsheet", 2, 0)
    assert (told["rows"][0]["learner"], told["rows"][0]["reason"]) == ("Maryam Ahmadi", "ugen bekræftes")
    run(session, "import", path, "--json")
    (told,) = json.loads(capsys.readouterr().out)["lists"]
    assert (told["new"], told["changed"]) == (0, 0)


def test_without_its_mark_the_learner_is_named(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "ark.xlsx"
    run(session, "report", "sheet", "Maryam Ahmadi", "--out", path)
    book = load_workbook(path)
    book.worksheets[0]["F8"] = "Syg"
    book.save(path)
    with pytest.raises(UserError, match="lavet til en anden elev end Amal Idris Hamid"):
        run(session, "import", path, "--learner", "Amal Idris Hamid")
    del book["mentorapp"]
    book.save(path)
    with pytest.raises(UserError, match="skjulte mærke er væk"):
        run(session, "import", path)
    with pytest.raises(UserError, match="men der står Maryam Ahmadi på det"):
        run(session, "import", path, "--learner", "Amal Idris Hamid")
    run(session, "import", path, "--learner", "Maryam Ahmadi")
    (maryam,) = [case for case in session.case_files() if case.learner.name == "Maryam Ahmadi"]
    assert "sick" in {row.status for row in maryam.attendance if row.kind == "practice"}


def test_as_paper(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "ark.pdf"
    run(session, "report", "sheet", "Amal Idris Hamid", "--month", "2026-12", "--out", path)
    said = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    assert "Skole: Medvirken til rehabilitering" in said and "Side 1 af 2" in said


def test_a_sheet_for_each_learner_of_a_workplace(session: Session, tmp_path: Path) -> None:
    keep(session, builders.oksana(), "Aisha Ibrahim Hassan")  # initials as Amal's, and no workplace
    run(session, "report", "sheet", "plejecenter lindegården", "--month", "2026-11", "--out", tmp_path)
    assert [path.name for path in tmp_path.glob("*.xlsx")] == ["maanedsark-aih-2026-11.xlsx"]
    with pytest.raises(UserError, match="har ingen elever i januar 2031"):
        run(session, "report", "sheet", "Plejecenter Lindegården", "--month", "2031-01", "--out", tmp_path)


def test_refusals_leave_nothing(session: Session, tmp_path: Path) -> None:
    for said, out, reason in (
        (("Amal Idris Hamid",), "ark.docx", "skal ende på .pdf eller .xlsx"),
        (("Amal Idris Hamid", "--month", "2020-01"), "ark.pdf", "Januar 2020 har ingen uger i forløbet"),
    ):
        with pytest.raises(UserError, match=reason):
            run(session, "report", "sheet", *said, "--out", tmp_path / out)
    assert not list(tmp_path.glob("ark*"))
