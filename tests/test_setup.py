"""The set-up script, as far as it decides: what it runs on a real machine is tried by every run of it."""

import os
import subprocess
import sys
from pathlib import Path

import polib
import pytest

import dev
import environment
import native_libraries
import translations


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    path = tmp_path / "requirements.txt"
    path.write_text("pytest==9\n", "utf-8")
    return path


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a virtual environment looks like from outside, where MENTORAPP_VENV says."""
    folder = tmp_path / "environment"
    python = environment.python_of(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    (folder / "pyvenv.cfg").write_text("version = 3.11.2\n", "utf-8")
    monkeypatch.setenv("MENTORAPP_VENV", str(folder))
    return folder


def test_missing_libraries_are_asked_for_by_package() -> None:
    absent = {"libEGL.so.1", "libxcb-cursor.so.0"}
    assert native_libraries.missing_packages(native_libraries.SCREEN, loads=lambda library: library not in absent) == [
        "libegl1",
        "libxcb-cursor0",
    ]


def test_painting_without_a_screen_needs_no_screen_library() -> None:
    packages = native_libraries.missing_packages(native_libraries.OFFSCREEN, loads=lambda _: False)
    assert "libgl1" in packages
    assert not any("xcb" in package for package in packages)


def test_a_library_that_is_not_there_cannot_be_loaded() -> None:
    assert not native_libraries.can_load("libthis-is-not-there.so.7")


def test_without_rights_the_exact_line_is_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert not native_libraries.apt_install(["libgl1", "libegl1"])
    shown = capsys.readouterr()
    assert "sudo apt-get install --yes --quiet --no-install-recommends libgl1 libegl1" in shown.err
    assert shown.out == ""


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--demo"], True),
        (["--profile", "case"], True),
        (["--today", "2026-11-22", "--demo"], True),
        (["--profile=case"], True),
        (["list"], False),
        (["--profile", "case", "list", "--json"], False),
        (["import", "learners.csv", "--dry-run"], False),
        (["--help"], False),
        (["--profile"], True),
    ],
)
def test_only_a_call_without_a_verb_opens_the_window(arguments: list[str], window: bool) -> None:
    assert dev.opens_window(arguments) is window


@pytest.mark.parametrize(
    ("platform", "variables", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_screen_is_looked_for_on_linux_only(platform: str, variables: dict[str, str], screen: bool) -> None:
    assert dev.has_screen(platform, variables) is screen


def test_all_steps_count_and_the_first_failure_is_told() -> None:
    assert dev.first_failure([0, 0]) == 0
    assert dev.first_failure([0, 2, 1]) == 2


def test_a_wrong_verb_is_told_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["tset"]) == 2
    shown = capsys.readouterr()
    assert "dev.py test" in shown.err
    assert shown.out == ""


def test_arguments_are_passed_on_without_the_divider(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[list[str]] = []

    def note(arguments: list[str]) -> int:
        given.append(arguments)
        return 7

    monkeypatch.setitem(dev.VERBS, "run", note)
    assert dev.main(["run", "--", "note", "Amina", "--", "-x"]) == 7
    assert dev.main(["run", "--demo"]) == 7
    assert given == [["note", "Amina", "--", "-x"], ["--demo"]]


def test_an_old_python_is_told_so_in_a_sentence() -> None:
    source = (environment.ROOT / "packaging" / "dev.py").read_text("utf-8")
    version_check = source.split("import shutil")[0]
    pretence = "import sys; sys.version_info = (3, 8, 0)\n"
    ran = subprocess.run(
        [sys.executable, "-c", pretence + version_check], capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 1
    assert ran.stderr == "Mentorapp needs Python 3.11, 3.12, 3.13 or 3.14; this is Python 3.8.\n"


def test_a_filled_environment_is_left_alone(venv: Path, lock: Path) -> None:
    assert not environment.holds(venv, lock)
    environment.remember(venv, lock)
    assert environment.holds(venv, lock)
    assert environment.prepare(lock) == environment.python_of(venv)


def test_a_new_lock_is_installed(venv: Path, lock: Path) -> None:
    environment.remember(venv, lock)
    lock.write_text("pytest==9.1\n", "utf-8")
    assert not environment.holds(venv, lock)


def test_a_lock_is_known_by_its_name(venv: Path, lock: Path) -> None:
    environment.remember(venv, lock)
    assert not environment.holds(venv, lock.rename(lock.with_name("requirements-dev.txt")))


@pytest.mark.skipif(os.name == "nt", reason="on Windows the environment holds a Python of its own")
def test_a_python_moved_by_a_system_upgrade_is_noticed(venv: Path, lock: Path, tmp_path: Path) -> None:
    environment.remember(venv, lock)
    python = environment.python_of(venv)
    python.unlink()
    assert not environment.holds(venv, lock)
    python.symlink_to(sys.executable)
    assert not environment.holds(venv, lock)


def test_a_folder_with_other_things_is_never_cleared(tmp_path: Path) -> None:
    letter = tmp_path / "home" / "letter.txt"
    letter.parent.mkdir()
    letter.touch()
    with pytest.raises(SystemExit, match="holds other things"):
        environment.clear(letter.parent)
    assert letter.exists()


def test_the_rest_of_an_environment_is_cleared(venv: Path) -> None:
    environment.clear(venv)
    assert not venv.exists()
    environment.clear(venv)


def test_translations_are_compiled_when_older_than_their_source(tmp_path: Path) -> None:
    source = tmp_path / "resources" / "translations" / "en" / "LC_MESSAGES" / "mentorapp.po"
    source.parent.mkdir(parents=True)
    source.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n', "utf-8")
    with source.open("a", encoding="utf-8") as text:
        text.write('msgid "Gå til"\nmsgstr "Go to – now"\n')
    assert translations.out_of_date(tmp_path) == [source]

    translations.compile_one(source)
    compiled = source.with_suffix(".mo")
    assert [(entry.msgid, entry.msgstr) for entry in polib.mofile(str(compiled))] == [("Gå til", "Go to – now")]
    assert translations.out_of_date(tmp_path) == []
    assert sorted(path.suffix for path in source.parent.iterdir()) == [".mo", ".po"]

    later = compiled.stat().st_mtime + 1
    os.utime(source, (later, later))
    assert translations.out_of_date(tmp_path) == [source]
