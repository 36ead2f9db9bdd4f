"""`backup`, `restore` and `check` as support staff and scheduled jobs meet them: real processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentorapp.store import key
from mentorapp.store.database import DATABASE_FILE
from tests.cli.verbs import PASSPHRASE, SAMPLE, mentor

NEW = "fire helt nye ord"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A profile with a list and a note, and a backup made before the note."""
    folder = tmp_path_factory.mktemp("kopi")
    profile, backup = folder / "profil", folder / "kopi.mentorkopi"
    assert mentor(profile, "import", SAMPLE / "elevliste.csv").status == 0
    told = mentor(profile, "backup", "--out", backup, "--json").json
    assert (told["file"], told["learners"], told["notes"]) == (str(backup), 13, 0)
    assert mentor(profile, "note", "Amal Idris Hamid", "Skrevet efter kopien").status == 0
    return profile, backup


def test_a_backup_goes_beside_the_profile_unless_told_where(kept: tuple[Path, Path]) -> None:
    profile, _backup = kept
    said = mentor(profile, "backup")
    assert said.status == 0 and "gemt og efterset" in said.out
    made = list((profile.parent / "profil-sikkerhedskopier").glob("*.mentorkopi"))
    assert len(made) == 1 and "Amal" not in made[0].name


def test_an_import_keeps_what_was_there_before(kept: tuple[Path, Path], tmp_path: Path) -> None:
    profile = tmp_path / "profil"
    mentor(profile, "import", SAMPLE / "elevliste.csv")
    assert not (tmp_path / "profil-sikkerhedskopier").exists(), "there was nothing to keep"
    mentor(profile, "import", SAMPLE / "skoleplan.csv")
    assert len(list((tmp_path / "profil-sikkerhedskopier").iterdir())) == 1


def test_a_dry_run_counts_the_loss_and_changes_nothing(kept: tuple[Path, Path]) -> None:
    profile, backup = kept
    said = mentor(profile, "restore", backup, "--dry-run", "--json").json
    assert said["dry_run"] is True and said["learners"] == 13
    assert said["lost"] == {
        "learners": 0, "notes": 1, "first_note": "2026-11-22", "last_note": "2026-11-22", "saves": 1,
    }  # fmt: skip
    assert len(mentor(profile, "case", "Amal Idris Hamid", "--json").json["notes"]) == 1


def test_restoring_brings_back_and_can_be_taken_back(kept: tuple[Path, Path]) -> None:
    profile, backup = kept
    said = mentor(profile, "restore", backup)
    assert said.status == 0 and "er hentet" in said.out and "1 note" in said.out, said.err
    assert mentor(profile, "case", "Amal Idris Hamid", "--json").json["notes"] == []
    assert mentor(profile, "check").status == 0
    # what was replaced is kept twice: as it was, and as a backup
    assert (profile / "erstattet").is_dir()
    newest = max((profile.parent / "profil-sikkerhedskopier").glob("*.mentorkopi"), key=lambda path: path.name)
    assert mentor(profile, "restore", newest).status == 0
    assert len(mentor(profile, "case", "Amal Idris Hamid", "--json").json["notes"]) == 1


def test_a_damaged_profile_is_refused_and_restored(kept: tuple[Path, Path], tmp_path: Path) -> None:
    _profile, backup = kept
    profile = tmp_path / "profil"
    assert mentor(profile, "restore", backup).status == 0, "an empty profile takes the backup and its keys"
    (profile / DATABASE_FILE).write_bytes(b"")
    assert "mangler eller er tom" in mentor(profile, "list").refusal()
    said = mentor(profile, "restore", backup)
    assert said.status == 0 and "mangler eller er tom" in said.err
    assert len(mentor(profile, "list", "--json").json) == 13


def test_what_can_still_be_read_comes_along_when_asked_for(kept: tuple[Path, Path], tmp_path: Path) -> None:
    _profile, backup = kept
    profile = tmp_path / "profil"
    assert mentor(profile, "restore", backup).status == 0
    assert mentor(profile, "note", "Amal Idris Hamid", "Efter kopien").status == 0
    data = profile / DATABASE_FILE
    data.write_bytes(bytes(4096) + data.read_bytes()[4096:])
    said = mentor(profile, "restore", backup, "--dry-run")
    assert "--rescue tager det med" in said.out and "Amal Idris Hamid: 1 note" in said.out
    assert mentor(profile, "restore", backup, "--rescue").status == 0
    noted = mentor(profile, "case", "Amal Idris Hamid", "--json").json["notes"]
    assert [note["text"] for note in noted] == ["Efter kopien"]
    assert mentor(profile, "check").status == 0


def test_a_backup_opens_by_the_passphrase_of_its_time(kept: tuple[Path, Path], tmp_path: Path) -> None:
    _profile, backup = kept
    profile = tmp_path / "ny"
    sentence = mentor(profile, "restore", backup, passphrase=NEW).refusal()
    assert "passer ikke" in sentence and not (profile / DATABASE_FILE).exists()
    assert mentor(profile, "restore", backup).status == 0
    key.change_passphrase(profile, key.unlock(profile, PASSPHRASE), NEW)
    assert mentor(profile, "restore", backup, passphrase=NEW).status == 0, "our own key opens our own backups"
    assert len(mentor(profile, "list", "--json", passphrase=NEW).json) == 13


@pytest.mark.parametrize("content", [b"", b"Hej", b"PK\x03\x04"])
def test_what_is_no_backup_is_refused(kept: tuple[Path, Path], tmp_path: Path, content: bytes) -> None:
    profile, _backup = kept
    path = tmp_path / "brev.mentorkopi"
    path.write_bytes(content)
    assert "ikke en hel sikkerhedskopi" in mentor(profile, "restore", path).refusal()
    assert "findes ikke" in mentor(profile, "restore", tmp_path / "væk.mentorkopi").refusal()


def test_check_tells_what_it_looked_at(kept: tuple[Path, Path]) -> None:
    profile, _backup = kept
    findings = {finding["subject"]: finding for finding in mentor(profile, "check", "--json").json}
    assert {"encryption", "structure", "cells", "references", "history", "waiting", "unknown"} <= findings.keys()
    assert all(finding["ok"] for finding in findings.values())


def test_a_backup_that_cannot_be_written_is_refused(kept: tuple[Path, Path], tmp_path: Path) -> None:
    profile, _backup = kept
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    assert "Dine data er uændrede" in mentor(profile, "backup", "--out", tmp_path / "fil" / "kopi").refusal()
