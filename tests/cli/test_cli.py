"""The command line as support staff and scheduled jobs meet it: real processes, their answers and exit statuses."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from mentorapp.cli.case import NAMES, figures
from mentorapp.domain import ledger as ledgers
from mentorapp.domain.case_file import CaseFile, Organisation
from mentorapp.domain.change import creation
from mentorapp.domain.learner import LEARNER_ROW, Learner
from mentorapp.store.profile import Profile
from tests.builders import amal
from tests.cli.verbs import PASSPHRASE, SAMPLE, VARIABLE, Answer, content, mentor, started
from tests.conftest import TODAY, Clock

LISTS = {"elevliste.csv": 13, "skoleplan.csv": 20, "fremmoede.csv": 16, "praktiktimer.csv": 4}
KINDS = {"elevliste.csv": "learners", "skoleplan.csv": "schooling", "fremmoede.csv": "attendance"}
KINDS |= {"praktiktimer.csv": "practice"}

CASE_KEYS = {
    "learner", "programme", "rule_set", "start", "end", "end_extended", "required_school_weeks",
    "required_school_hours", "latest_lawful_end", "school_hours", "counted_hours", "elapsed_weeks",
    "expected_counted_hours", "future_counted_hours", "gap_weeks", "amu_hours", "amu_required_hours",
    "practice_hours_per_week", "total_hours_per_week", "weeks_left", "needed_hours_per_week", "reachable",
    "forecast_school_weeks", "assumptions", "notes", "sources",
}  # fmt: skip
LIST_KEYS = {"learner", "id", "programme", "site", "mentor", "start", "end", "status", "gap_weeks", "alerts"}
ALERT_KEYS = {"learner", "id", "severity", "due", "text", "source"}
NOTE_KEYS = {"id", "text", "kind", "visibility", "written_on", "author"}

WORKED: dict[str, dict[str, Any]] = {
    "Amal Idris Hamid": {
        "rule_set": "IGU-2024",
        "start": "2025-02-01",
        "end": "2027-01-31",
        "end_extended": "2027-01-31",
        "required_school_weeks": "23",
        "required_school_hours": "851",
        "school_hours": {"planned": "470.0", "attended": "377.4", "documented": "355.2"},
        "counted_hours": {"planned": "658.8", "attended": "555.0", "documented": "532.8"},
        "elapsed_weeks": "94.29",
        "expected_counted_hours": "769.4",
        "gap_weeks": "5.79",
        "future_counted_hours": "74.0",
        "weeks_left": "9.6",
        "needed_hours_per_week": "30.8",
        "forecast_school_weeks": "17.0",
        "reachable": True,
        "amu_required_hours": "0",
    },
    "Maryam Ahmadi": {
        "rule_set": "IGU-2024",
        "start": "2025-09-01",
        "end": "2027-08-31",
        "end_extended": "2027-08-31",
        "school_hours": {"planned": "562.4", "attended": "303.4", "documented": "236.8"},
        "counted_hours": {"planned": "1124.8", "attended": "606.8", "documented": "473.6"},
        "elapsed_weeks": "64.0",
        "expected_counted_hours": "582.3",
        "gap_weeks": "-0.66",
        "future_counted_hours": "355.2",
        "weeks_left": "39.0",
        "needed_hours_per_week": "6.3",
        "forecast_school_weeks": "26.0",
        "reachable": True,
        "amu_hours": {"planned": "0", "attended": "0", "documented": "0"},
        "amu_required_hours": "0",
    },
    "Oksana Bondarenko": {
        "counted_hours": {"planned": "417.0", "attended": "387.0"},
        "amu_hours": {"attended": "37.0"},
        "amu_required_hours": "296",
    },
    "Rahel Tesfay": {"end": "2023-04-30", "end_extended": "2024-03-17", "latest_lawful_end": "2024-03-17"},
}
"""The worked examples of the definitions, as many decimals as are given there."""

WITHOUT_RULES = (
    "rule_set", "required_school_weeks", "required_school_hours", "latest_lawful_end", "counted_hours",
    "expected_counted_hours", "future_counted_hours", "gap_weeks", "amu_required_hours", "needed_hours_per_week",
    "reachable", "forecast_school_weeks",
)  # fmt: skip


def counts(answer: Answer) -> list[tuple[str, int, int, int, int]]:
    """Kind, new, changed, unchanged and refused of every list in the answer of an import."""
    return [
        (each["kind"], each["new"], each["changed"], each["unchanged"], each["refused"])
        for each in answer.json["lists"]
    ]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Answer]]:
    """A profile made by a dry run and filled from the four lists one after the other, and what each said."""
    profile = tmp_path_factory.mktemp("cli") / "profil"
    said = {"dry run": mentor(profile, "import", SAMPLE / "elevliste.xlsx", "--dry-run", "--json")}
    for name in LISTS:
        said[name] = mentor(profile, "import", SAMPLE / name, "--json")
    return profile, said


@pytest.fixture(scope="module")
def profile(first: tuple[Path, dict[str, Answer]]) -> Path:
    """The filled profile; to be read and copied only."""
    return first[0]


@pytest.fixture
def own(profile: Path, tmp_path: Path) -> Path:
    """A copy of the filled profile, to be written in."""
    return Path(shutil.copytree(profile, tmp_path / "egen"))


@pytest.fixture(scope="module")
def answers(profile: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Answer]:
    """What the verbs that only read say, each on a copy, for a profile serves one at a time."""
    asked: dict[str, list[str]] = {name: ["case", name, "--json"] for name in (*WORKED, "Hevin Mustafa")}
    asked |= {"list": ["list", "--json"], "alerts": ["alerts", "--json"], "check": ["check", "--json"]}
    asked |= {"table": ["list"], "words": ["case", "amal  idris hamid"], "due": ["alerts", "Amal Idris Hamid"]}
    folder = tmp_path_factory.mktemp("answers")

    def ask(item: tuple[str, list[str]]) -> tuple[str, Answer]:
        copy = shutil.copytree(profile, folder / item[0])
        return item[0], mentor(Path(copy), *item[1])

    return dict(map(ask, asked.items()))


def test_a_dry_run_tells_everything_and_changes_nothing(first: tuple[Path, dict[str, Answer]]) -> None:
    _, said = first
    assert said["dry run"].json["dry_run"] is True
    assert counts(said["dry run"]) == [("learners", 13, 0, 0, 0), ("schooling", 20, 0, 0, 0)]
    assert counts(said["elevliste.csv"]) == [("learners", 13, 0, 0, 0)], "the dry run had written nothing"


def test_every_sample_list_comes_in_whole(first: tuple[Path, dict[str, Answer]]) -> None:
    _, said = first
    assert {name: counts(said[name]) for name in LISTS} == {
        name: [(KINDS[name], new, 0, 0, 0)] for name, new in LISTS.items()
    }


def test_the_same_lists_again_change_nothing(profile: Path, tmp_path: Path) -> None:
    def again(name: str) -> list[tuple[str, int, int, int, int]]:
        copy = Path(shutil.copytree(profile, tmp_path / name))
        before = content(copy)
        said = counts(mentor(copy, "import", SAMPLE / name, "--json"))
        assert content(copy) == before, name
        return said

    *plain, workbook = map(again, [*LISTS, "elevliste.xlsx"])
    assert plain == [[(KINDS[name], 0, 0, count, 0)] for name, count in LISTS.items()]
    assert workbook == [("learners", 0, 0, 13, 0), ("schooling", 0, 0, 20, 0)]


@pytest.mark.parametrize("name", WORKED)
def test_the_worked_examples_of_the_definitions(answers: Mapping[str, Answer], name: str) -> None:
    figures = answers[name].json
    assert set(figures) >= CASE_KEYS
    told = list(differing(WORKED[name], figures))
    assert not told


def differing(wanted: Mapping[str, Any], figures: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Every figure that is not the wanted one to as many decimals as are written."""
    for key, value in wanted.items():
        found = figures[key]
        if isinstance(value, dict):
            yield from differing(value, found)
        elif isinstance(value, str) and isinstance(found, int | float):
            decimals = len(value.partition(".")[2])
            if f"{found:.{decimals}f}" != value:
                yield key, value, found
        elif found != value:
            yield key, value, found


def test_what_does_not_apply_is_null_and_never_invented(answers: Mapping[str, Answer]) -> None:
    figures = answers["Hevin Mustafa"].json
    assert set(figures) >= CASE_KEYS
    assert {key: figures[key] for key in WITHOUT_RULES} == dict.fromkeys(WITHOUT_RULES)
    assert (figures["start"], figures["end"]) == ("2026-09-07", "2026-12-18")
    assert figures["school_hours"] == {"planned": 210.0, "attended": 142.5, "documented": 0.0}
    assert figures["notes"] == []


def test_the_sources_say_where_figures_come_from(answers: Mapping[str, Answer]) -> None:
    sources = answers["Amal Idris Hamid"].json["sources"]
    assert sources and all(set(each) == {"figure", "value", "source", "status"} for each in sources)


def test_the_sources_of_another_scheme_are_those_of_its_group(answers: Mapping[str, Answer]) -> None:
    said = answers["Hevin Mustafa"].json
    assert said["programme"] == "sprogpraktik"
    sources = {entry["figure"]: (entry["value"], entry["status"]) for entry in said["sources"]}
    assert sources["weeks"] == ("13", "unverified")  # integration act § 23 b: not read
    assert sources["purpose_required"] == ("1", "verified")


def test_list_names_everybody_also_those_who_have_ended(answers: Mapping[str, Answer]) -> None:
    rows = answers["list"].json
    assert all(set(row) == LIST_KEYS for row in rows) and len(rows) == 13
    by_name = {row["learner"]: row for row in rows}
    assert list(by_name) == sorted(by_name)
    amal = by_name["Amal Idris Hamid"]
    assert (amal["programme"], amal["site"], amal["mentor"]) == ("igu", "Plejecenter Lindegården", "Birthe Sørensen")
    assert (amal["start"], amal["end"], amal["gap_weeks"]) == ("2025-02-01", "2027-01-31", 5.79)
    assert amal["status"] == "behind" and "R10" in amal["alerts"]
    assert by_name["Yusuf Abdi Warsame"]["end"] == "2023-04-14"
    assert by_name["Fatuma Osman"]["end"] is None and by_name["Fatuma Osman"]["gap_weeks"] is None
    assert len({row["id"] for row in rows}) == 13


def test_alerts_carry_the_numbers_of_the_report(answers: Mapping[str, Answer]) -> None:
    alerts = answers["alerts"].json
    assert alerts and all(set(alert) >= ALERT_KEYS for alert in alerts)
    assert all(alert["id"][0] == "R" and alert["id"][1:].isdigit() for alert in alerts)
    spoken = {(alert["learner"], alert["id"]) for alert in alerts}
    assert ("Amal Idris Hamid", "R10") in spoken
    in_list = {(row["learner"], rule) for row in answers["list"].json for rule in row["alerts"]}
    assert spoken == in_list


def test_people_read_lines_in_danish(answers: Mapping[str, Answer]) -> None:
    table, words, due = answers["table"], answers["words"], answers["due"]
    assert (table.status, words.status, due.status) == (0, 0, 0)
    assert len(table.out.splitlines()) == 13 and "Plejecenter Søglimt" in table.out
    assert "377,4 timer, tæller 555,0" in words.out and "01-02-2025 – 31-01-2027" in words.out
    assert all(line.startswith("Amal Idris Hamid  R") for line in due.out.splitlines())


def test_a_verb_started_by_a_shell_says_the_same(answers: Mapping[str, Answer], own: Path) -> None:
    assert started(own, "list", "--json") == answers["list"]
    refused = started(own, "list", passphrase="fire gode ord")
    assert refused == mentor(own, "list", passphrase="fire gode ord") and refused.refusal()


def test_check_finds_nothing_wrong(answers: Mapping[str, Answer]) -> None:
    findings = answers["check"].json
    assert findings and all(finding["ok"] for finding in findings)


def test_a_note_is_shown_until_it_is_undone(own: Path) -> None:
    amal = "Amal Idris Hamid"
    written = mentor(own, "note", amal, "Bankede på og ventede.", "--kind", "talk", "--json").json
    (note,) = mentor(own, "case", amal, "--json").json["notes"]
    assert set(note) == NOTE_KEYS
    assert note["id"] == written["id"] and note["text"] == "Bankede på og ventede."
    assert (note["kind"], note["visibility"], note["written_on"]) == ("talk", "team", "2026-11-22")
    assert mentor(own, "undo", "--json").json == {"undone": "Note"}
    assert mentor(own, "case", amal, "--json").json["notes"] == []


def test_an_empty_note_is_refused(own: Path) -> None:
    before = content(own)
    assert "tom" in mentor(own, "note", "Amal Idris Hamid", "  ").refusal()
    assert content(own) == before


def test_the_progress_report_is_written(own: Path, tmp_path: Path) -> None:
    paper = tmp_path / "rapport.pdf"
    done = mentor(own, "report", "progress", "Maryam Ahmadi", "--out", paper, "--json")
    assert done.json == {"file": str(paper)}
    text = "".join(page.extract_text() for page in PdfReader(paper).pages)
    assert "Maryam Ahmadi" in text and "606,8" in text
    nowhere = tmp_path / "findes ikke" / "rapport.pdf"
    assert "findes ikke" in mentor(own, "report", "progress", "Maryam Ahmadi", "--out", nowhere).refusal()
    assert not nowhere.parent.exists()


def bad_files(folder: Path) -> Mapping[str, Path]:
    """Files somebody took for a list."""
    made = {name: folder / name for name in ("billede.xlsx", "tom.csv", "tal.csv")}
    made["billede.xlsx"].write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    made["tom.csv"].write_bytes(b"")
    made["tal.csv"].write_text("1;2;3\n4;5;6\n", encoding="utf-8")
    return made | {"findes-ikke.csv": folder / "findes-ikke.csv", "mappe.csv": folder}


def test_every_refusal_is_one_sentence_and_changes_nothing(profile: Path, tmp_path: Path) -> None:
    files = bad_files(tmp_path)
    asked: dict[str, tuple[list[str | Path], str | None]] = {
        "wrong passphrase": (["list"], "fire gode ord"),
        "missing passphrase": (["list"], None),
        "unknown learner": (["case", "Ingen Kendt"], PASSPHRASE),
        **{name: (["import", path], PASSPHRASE) for name, path in files.items()},
    }

    def ask(item: tuple[str, tuple[list[str | Path], str | None]]) -> tuple[str, str]:
        name, (words, passphrase) = item
        copy = Path(shutil.copytree(profile, tmp_path / "kopier" / name))
        before = content(copy)
        sentence = mentor(copy, *words, passphrase=passphrase).refusal()
        assert content(copy) == before, name
        return name, sentence

    said = dict(map(ask, asked.items()))
    assert "ikke den rigtige" in said["wrong passphrase"] or "passer ikke" in said["wrong passphrase"]
    assert VARIABLE in said["missing passphrase"]
    assert "Ingen Kendt" in said["unknown learner"]
    for name in files:
        assert files[name].name in said[name], "the file is named"


def test_two_learners_of_one_name_are_told_apart_by_id(tmp_path: Path, clock: Clock) -> None:
    folder, ids = tmp_path / "profil", [bytes([number]) * 16 for number in (1, 2)]
    profile = Profile(folder)
    store = profile.create(PASSPHRASE, clock)
    for learner in ids:
        store.record(creation(Learner(learner, LEARNER_ROW, "Sara Ali")), "Ny elev")
    store.close()
    profile.release()
    before = content(folder)
    sentence = mentor(folder, "note", "Sara Ali", "Om hvem?").refusal()
    assert all(learner.hex() in sentence for learner in ids)
    assert content(folder) == before
    assert mentor(folder, "case", ids[1].hex(), "--json").json["id"] == ids[1].hex()


def test_a_profile_in_use_is_refused(own: Path) -> None:
    held = Profile(own)
    try:
        assert "allerede åben" in mentor(own, "list").refusal()
    finally:
        held.release()


def test_a_profile_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    taken = tmp_path / "optaget"
    taken.write_text("ikke en mappe", encoding="utf-8")
    assert str(taken) in mentor(taken, "list").refusal()
    assert taken.read_text(encoding="utf-8") == "ikke en mappe"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is read-only for this user")
def test_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert str(tmp_path) in mentor(tmp_path / "profil", "list").refusal()
    finally:
        tmp_path.chmod(0o700)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "words", [["ukendt"], ["case"], ["import"], ["list", "--today", "22-11-2026"]], ids=lambda words: " ".join(words)
)
def test_wrong_usage_ends_with_status_2(tmp_path: Path, words: list[str]) -> None:
    done = mentor(tmp_path / "profil", *words)
    assert done.status == 2 and "Traceback" not in done.err and not done.out
    assert not (tmp_path / "profil").exists()


def test_the_figures_of_a_learner_without_a_course_have_the_same_names() -> None:
    case = amal()
    made = figures(case, ledgers.build(case, TODAY))
    nobody = figures(CaseFile(Learner(bytes(16), LEARNER_ROW, "Ny"), Organisation()), None)
    assert set(made) == set(nobody) == {"learner", "id", *NAMES, "notes", "meetings"}
    assert all(nobody[name] is None for name in NAMES)
