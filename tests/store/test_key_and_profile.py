"""Keys, locks and folders: wrong passphrases, second starts, newer and damaged stores, each with a sentence."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from mentorapp.domain.change import creation
from mentorapp.domain.learner import Learner
from mentorapp.errors import UserError
from mentorapp.store import key, queries, schema
from mentorapp.store.database import DATABASE_FILE, Store
from mentorapp.store.names import names
from mentorapp.store.profile import InUse, Profile

OLD = Path(__file__).parent / "old"
PASSPHRASE = "tre små ord"


def make(folder: Path) -> None:
    profile = Profile(folder)
    store = profile.create(PASSPHRASE, lambda: 1)
    store.record(creation(Learner(bytes(15) + b"\1", "-", "Hemmelige Holst")), "Ny elev")
    store.close()
    profile.release()


def test_the_right_passphrase_opens_and_the_wrong_one_is_a_sentence(tmp_path: Path) -> None:
    make(tmp_path)
    profile = Profile(tmp_path)
    with pytest.raises(UserError, match="passer ikke"):
        profile.unlock("tre store ord", lambda: 1)
    store = profile.unlock("tre sma\u030a ord", lambda: 1)
    assert [name for _id, name in names(store)] == ["Hemmelige Holst"]
    store.close()
    profile.release()


def test_nothing_in_the_folder_can_be_read_without_the_key(tmp_path: Path) -> None:
    make(tmp_path)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert b"Hemmelige" not in content and b"SQLite format" not in content, path.name


def test_a_short_passphrase_is_refused_and_makes_nothing(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    with pytest.raises(UserError, match="for kort"):
        profile.create("kort", lambda: 1)
    assert profile.is_new
    profile.release()


@pytest.mark.usefixtures("real_stretch")
def test_a_passphrase_is_stretched_by_more_than_the_least_that_is_advised(tmp_path: Path) -> None:
    make(tmp_path)
    wrap = json.loads((tmp_path / "key.json").read_text("utf-8"))["wraps"]["passphrase"]
    # OWASP, password storage: 19 MiB and 2 iterations
    assert (wrap["kdf"], wrap["memory_kib"] >= 19 * 1024, wrap["iterations"] >= 2) == ("argon2id", True, True)
    profile = Profile(tmp_path)
    profile.unlock(PASSPHRASE, lambda: 1).close()
    profile.release()


@pytest.mark.usefixtures("real_stretch")
def test_weakening_the_stretch_in_the_key_file_makes_it_useless(tmp_path: Path) -> None:
    make(tmp_path)
    path = tmp_path / key.KEY_FILE
    header = json.loads(path.read_text(encoding="utf-8"))
    header["wraps"]["passphrase"]["iterations"] = 1
    path.write_text(json.dumps(header), encoding="utf-8")
    with pytest.raises(UserError, match="passer ikke"):
        key.unlock(tmp_path, PASSPHRASE)


@pytest.mark.parametrize(
    "content", ["", "{}", "[1]", '{"memory_kib": 99999999999, "salt": "", "nonce": "", "wrapped": ""}']
)
def test_a_damaged_key_file_is_a_sentence(tmp_path: Path, content: str) -> None:
    (tmp_path / key.KEY_FILE).write_text(content, encoding="utf-8")
    with pytest.raises(UserError, match="Nøglefilen"):
        key.unlock(tmp_path, PASSPHRASE)


def test_data_without_its_key_file_is_never_overwritten(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / key.KEY_FILE).unlink()
    before = (tmp_path / DATABASE_FILE).read_bytes()
    profile = Profile(tmp_path)
    with pytest.raises(UserError, match="mangler"):
        profile.create(PASSPHRASE, lambda: 1)
    assert (tmp_path / DATABASE_FILE).read_bytes() == before
    profile.release()


def test_a_second_program_on_the_profile_is_told_so(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    code = (
        "import sys\nfrom pathlib import Path\nfrom mentorapp.store.profile import InUse, Profile\n"
        "try: Profile(Path(sys.argv[1]))\nexcept InUse as fault: print(fault); sys.exit(7)"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", code, str(tmp_path)]
    second = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert second.returncode == 7, second.stderr
    assert "allerede åben" in second.stdout
    profile.release()
    assert subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0
    assert issubclass(InUse, UserError)


def test_a_newer_database_is_refused_and_untouched(tmp_path: Path) -> None:
    raw = bytes(32)
    store = Store(tmp_path, raw, lambda: 1)
    store._writer.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    store.close()
    with pytest.raises(UserError, match="nyere udgave"):
        Store(tmp_path, raw, lambda: 1)


def test_a_wrong_key_or_a_damaged_file_is_a_sentence(tmp_path: Path) -> None:
    Store(tmp_path, bytes(32), lambda: 1).close()
    with pytest.raises(UserError, match="kan ikke læses"):
        Store(tmp_path, b"\1" * 32, lambda: 1)
    path = tmp_path / DATABASE_FILE
    path.write_bytes(b"\0" * path.stat().st_size)
    with pytest.raises(UserError, match="kan ikke læses"):
        Store(tmp_path, bytes(32), lambda: 1)


def test_a_file_where_the_folder_should_be_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "profil").write_text("x", encoding="utf-8")
    with pytest.raises(UserError, match="kan ikke bruges"):
        Profile(tmp_path / "profil")


@pytest.mark.parametrize("version", range(1, schema.VERSION + 1))
def test_every_released_schema_still_opens_with_its_words(tmp_path: Path, version: int) -> None:
    """`old/schema_N.db` is a store of that schema under the raw key 00…1f, with one learner and one note."""
    (tmp_path / DATABASE_FILE).write_bytes((OLD / f"schema_{version}.db").read_bytes())
    store = Store(tmp_path, bytes(range(32)), lambda: 1)
    case = queries.case_files(store, queries.organisation(store, ()))[0]
    assert (case.learner.name, [note.text for note in case.notes]) == ("Gamle Grethe", ["Et ord fra før"])
    assert store._writer.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    store.close()


def test_a_changed_declaration_rebuilds_its_table_from_the_cells(store: Store) -> None:
    store.record(creation(Learner(bytes([1]) * 16, "-", "Åse")), "Ny elev")
    with store.writing() as connection:
        connection.execute("UPDATE projection SET declaration = 'an older one' WHERE tbl IN ('learner', '*')")
        connection.execute("DELETE FROM learner")
    again = Store(store.folder, bytes(range(32)), lambda: 1)
    assert [name for _id, name in names(again)] == ["Åse"]
    again.close()


def test_the_folder_is_the_users_alone(tmp_path: Path) -> None:
    make(tmp_path / "profil")
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "profil").stat().st_mode) == 0o700
