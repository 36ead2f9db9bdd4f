"""Planning, confirming and monthly statements from the command line, as real processes on the sample lists."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.verbs import SAMPLE, mentor

AMAL, MARYAM = "Amal Idris Hamid", "Maryam Ahmadi"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with the sample lists in it."""
    profile = tmp_path_factory.mktemp("planning") / "profil"
    for name in ("elevliste.xlsx", "fremmoede.csv", "praktiktimer.csv"):
        assert mentor(profile, "import", SAMPLE / name).status == 0
    return profile


@pytest.fixture
def own(filled: Path, tmp_path: Path) -> Path:
    """A copy of it, to be written in."""
    return Path(shutil.copytree(filled, tmp_path / "egen"))


PLAN = ["--type", "AMU", "--from", "04-01-2027", "--to", "31-01-2027", "--days", "man-fre", "--time", "08:00-15:24"]


def test_a_plan_is_shown_and_then_laid_in(own: Path) -> None:
    """Four whole weeks of AMU: 629 + 148 = 777 of 851 h, 21.0 of 23 weeks."""
    dry = mentor(own, "plan", AMAL, *PLAN, "--dry-run", "--json").json
    assert (dry["before"]["forecast_school_weeks"], dry["after"]["forecast_school_weeks"]) == (17.0, 21.0)
    assert dry["sentences"][0] == "Planen giver 21,0 af 23 uger; 2,0 mangler."
    assert dry["conflicts"] == []
    assert mentor(own, "case", AMAL, "--json").json["forecast_school_weeks"] == 17.0, "the dry run had written"
    laid = mentor(own, "plan", AMAL, *PLAN)
    assert laid.out.splitlines()[-1] == "Kurset er gemt."
    assert mentor(own, "case", AMAL, "--json").json["forecast_school_weeks"] == 21.0
    assert mentor(own, "undo", "--json").json["undone"] == "Kursus: AMU"


def test_a_plan_names_what_it_meets(own: Path) -> None:
    words = ["--type", "dansk", "--from", "2026-12-07", "--to", "2026-12-08", "--days", "man,tir", "--time", "9-12"]
    dry = mentor(own, "plan", AMAL, *words, "--dry-run", "--json").json
    (met,) = dry["conflicts"]
    assert (met["kind"], met["days"]) == ("course", ["2026-12-07", "2026-12-08"])


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--from", "i morgen", "--to", "2026-12-08"], "dato"),
        (["--from", "2026-12-08", "--to", "2026-12-07"], "Til ligger før fra"),
        (["--from", "2026-12-07", "--to", "2026-12-08", "--time", "12-9"], "Slutter før"),
        (["--from", "2026-12-07", "--to", "2026-12-08", "--time", "8"], "er ikke en tid"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(own: Path, words: list[str], reason: str) -> None:
    assert reason in mentor(own, "plan", AMAL, "--type", "AMU", *words).refusal()


def test_a_week_is_confirmed_with_what_differed_and_undone(own: Path) -> None:
    """28 h a week are 5.6 a day; sick on Tuesday, 5 h on Thursday: 3 x 5.6 + 5 = 21.8 h worked."""
    before = mentor(own, "case", AMAL, "--json").json["practice_hours_worked"]
    said = ["--except", "tir=syg", "--except", "19-11-2026=fremmødt:5"]
    assert mentor(own, "confirm", AMAL, "2026-W47", *said, "--json").json["weeks"] == 1
    after = mentor(own, "case", AMAL, "--json").json["practice_hours_worked"]
    assert round(after - before, 2) == 21.8
    assert mentor(own, "undo", "--json").json["undone"] == "Praktik bekræftet: 2026-W47"
    assert mentor(own, "case", AMAL, "--json").json["practice_hours_worked"] == before


def test_a_month_is_confirmed_at_once(own: Path) -> None:
    """Three weeks of November have passed and have their Thursday in it."""
    assert mentor(own, "confirm", AMAL, "2026-11").out.strip() == "3 ugers praktik er bekræftet."
    assert "ingen uger at bekræfte" in mentor(own, "confirm", AMAL, "2026-11").refusal()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["2026-W48"], "kan først bekræftes fra 27-11-2026"),
        (["2025-W01"], "uden for forløbet"),
        (["2026-W60"], "er ikke en uge"),
        (["2026-W47", "--except", "tir"], "forstås ikke"),
        (["2026-W47", "--except", "tir=måske"], "tir=måske"),
        (["2026-W47", "--except", "tir=fremmødt:25"], "tallet skal ligge fra 0 til 24"),
        (["2026-W47", "--except", "24-11-2026=syg"], "hører ikke til"),
    ],
)
def test_what_cannot_be_confirmed_is_refused(own: Path, words: list[str], reason: str) -> None:
    assert reason in mentor(own, "confirm", AMAL, *words).refusal()


def test_months_wait_until_they_are_handed_in(own: Path) -> None:
    waiting = mentor(own, "months", MARYAM, "--json").json
    assert [one["month"] for one in waiting][:2] == ["2026-11", "2026-10"]
    (october,) = [one for one in waiting if one["month"] == "2026-10"]
    assert october["attended_days"] == ["2026-10-07", "2026-10-21"]
    assert (october["attended_hours"], october["counted_hours"]) == (14.8, 29.6)
    handed = mentor(own, "months", MARYAM, "--handed-in", "2026-10", "--on", "2026-11-03", "--json").json
    assert handed == {"learner": MARYAM, "month": "2026-10", "handed_in_on": "2026-11-03"}
    assert "2026-10" not in [one["month"] for one in mentor(own, "months", MARYAM, "--json").json]
    assert "intet at søge for" in mentor(own, "months", MARYAM, "--handed-in", "2026-07").refusal()
    assert "fremtiden" in mentor(own, "months", MARYAM, "--handed-in", "2026-11", "--on", "2026-12-01").refusal()


def test_the_monthly_statement_is_written(own: Path, tmp_path: Path) -> None:
    paper = tmp_path / "oktober.pdf"
    done = mentor(own, "report", "month", MARYAM, "--month", "2026-10", "--out", paper, "--json")
    assert done.json == {"file": str(paper)}
    text = "".join(page.extract_text() for page in PdfReader(paper).pages)
    assert "Oktober 2026" in text and "skolens liste" in text.casefold()
    assert "uden for forløbet" in mentor(own, "report", "month", MARYAM, "--month", "2030-01", "--out", paper).refusal()
