"""Examining a store: clean when it is, loud when it is not."""

from pathlib import Path

from mentorapp.domain.change import creation
from mentorapp.domain.learner import Learner
from mentorapp.errors import UserError
from mentorapp.store import check
from mentorapp.store.database import DATABASE_FILE, Store
from mentorapp.store.names import names

KEY = bytes(range(32))


def test_a_sound_store_has_nothing_to_mend(store: Store) -> None:
    store.record(creation(Learner(bytes([1]) * 16, "-", "Åse")), "Ny elev")
    findings = check.check(store)
    assert all(finding.ok and not finding.mended for finding in findings), findings


def test_typed_rows_that_differ_are_made_again(store: Store) -> None:
    store.record(creation(Learner(bytes([1]) * 16, "-", "Åse")), "Ny elev")
    with store.writing() as connection:
        connection.execute("UPDATE learner SET name = 'Falsk'")
    mended = [finding.subject for finding in check.check(store) if finding.mended]
    assert mended == ["learner"]
    assert [name for _id, name in names(store)] == ["Åse"]


def test_a_flipped_page_is_found(tmp_path: Path) -> None:
    store = Store(tmp_path, KEY, lambda: 1)
    store.record(
        [c for n in range(300) for c in creation(Learner(n.to_bytes(16, "big"), "-", f"Elev {n}"))], "Liste", "import"
    )
    store._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    path = tmp_path / DATABASE_FILE
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    # some pages are needed to open at all: then opening says it
    try:
        damaged = Store(tmp_path, KEY, lambda: 1)
    except UserError as sentence:
        assert "beskadiget" in str(sentence)
        return
    try:
        found = not check.check(damaged)[0].ok
    except UserError as sentence:
        found = "beskadiget" in str(sentence)
    assert found
    damaged.close()
