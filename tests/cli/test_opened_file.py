"""A file that is double-clicked starts the program with its path: the window opens it; a verb keeps its own files."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentorapp.cli.arguments import parse


def test_a_file_is_for_the_window(tmp_path: Path) -> None:
    file = tmp_path / "Fra Anna til Karin.mentorfil"
    file.write_bytes(b"x")
    arguments = parse([str(file)])
    assert arguments.verb is None and arguments.file == file
    arguments = parse(["--profile", str(tmp_path), str(file)])
    assert arguments.file == file and arguments.profile == tmp_path
    assert parse([]).file is None


def test_a_verb_keeps_its_file_and_a_slip_is_still_a_slip(tmp_path: Path) -> None:
    file = tmp_path / "elever.csv"
    file.write_bytes(b"x")
    arguments = parse(["import", str(file)])
    assert arguments.verb == "import" and arguments.file == file
    with pytest.raises(SystemExit):
        parse([str(tmp_path / "findes ikke.mentorfil")])
