"""From the start to the open window: recovery sheet, forgotten passphrases, damaged stores, several profiles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from mentorapp.domain.change import creation
from mentorapp.domain.learner import Learner
from mentorapp.store import key, notes, profile_list
from mentorapp.store.backups import Backups
from mentorapp.store.database import DATABASE_FILE, Store
from mentorapp.store.names import names
from mentorapp.store.profile import Profile
from mentorapp.ui import style
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.first_start import FirstStartDialog
from mentorapp.ui.dialogs.safety.new_passphrase import NewPassphraseDialog
from mentorapp.ui.dialogs.safety.recovery_sheet import RecoverySheetDialog
from mentorapp.ui.dialogs.safety.restore_dialog import RestoreDialog
from mentorapp.ui.dialogs.start import opening
from mentorapp.ui.dialogs.start.profile_choice import ProfileChoice
from mentorapp.ui.dialogs.unlock_dialog import UnlockDialog
from tests.conftest import Clock
from tests.reports.made import text
from tests.store.profiles import texts

PASSPHRASE, NEW = "tre gode ord", "fire helt nye ord"
WHO, TODAY = bytes(15) + b"\1", date(2026, 11, 22)

Script = Callable[[Dialog], None]


@pytest.fixture
def folder(tmp_path: Path, clock: Clock, qapp: QApplication) -> Iterator[Path]:
    """A profile with a learner, a note and a backup."""
    style.apply(qapp, "light")
    profile = Profile(tmp_path / "profil")
    store = profile.create(PASSPHRASE, clock)
    store.record(creation(Learner(WHO, "-", "Åse")), "Ny elev")
    notes.add(store, WHO, "Et ord", TODAY)
    Backups(profile.folder).take(store, "close")
    store.close()
    profile.release()
    yield profile.folder
    QThreadPool.globalInstance().waitForDone(10_000)


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch, qtbot) -> Callable[..., list[type]]:
    """Let each kind of dialog be answered by a script instead of a person; tells which were shown, in order."""
    shown: list[type] = []

    def scripts(**by_name: Script) -> list[type]:
        def exec_(self: Dialog) -> int:
            shown.append(type(self))
            self.show()
            by_name[type(self).__name__](self)
            qtbot.waitUntil(lambda: not self.isVisible(), timeout=20_000)
            return self.result()

        monkeypatch.setattr(Dialog, "exec", exec_)
        return shown

    return scripts


def typed(words: str) -> Script:
    def script(dialog: Dialog) -> None:
        assert isinstance(dialog, UnlockDialog)
        dialog._field.line.setText(words)
        dialog.submit()

    return script


def choose_passphrase(dialog: Dialog) -> None:
    assert isinstance(dialog, NewPassphraseDialog) and not dialog.old.isVisible()
    dialog.once.line.setText(NEW)
    dialog.again.line.setText(NEW)
    dialog.submit()


def opened(store: Store | None) -> list[str]:
    assert store is not None
    found = [name for _id, name in names(store)]
    store.close()
    return found


def test_the_first_start_hands_over_a_sheet_that_opens_the_store(tmp_path: Path, clock: Clock, play, qtbot) -> None:
    printed = []

    def first(dialog: Dialog) -> None:
        assert isinstance(dialog, FirstStartDialog)
        dialog.who.name.line.setText("Karin Holst")
        dialog.submit()
        dialog.locking.once.line.setText(PASSPHRASE)
        dialog.locking.again.line.setText(PASSPHRASE)
        dialog.submit()
        dialog.beginning.ways.take("empty")
        dialog.submit()

    def sheet(dialog: Dialog) -> None:
        assert isinstance(dialog, RecoverySheetDialog) and not dialog.primary.isEnabled()
        printed.append(dialog.printed)
        dialog.save_to(tmp_path / "ark.pdf")
        qtbot.waitUntil(lambda: (tmp_path / "ark.pdf").exists() and not dialog.running.busy)
        dialog.safely.setChecked(True)
        dialog.primary.click()

    play(FirstStartDialog=first, RecoverySheetDialog=sheet)
    found = opening.ask(tmp_path / "profil", clock, lambda: TODAY, shared=False)
    assert found is not None and found[1] == "empty"
    found[0].close()
    assert key.unlock(tmp_path / "profil", printed[0])
    said = text((tmp_path / "ark.pdf").read_bytes()).replace(" ", "")
    assert all(group in said for group in printed[0].split("-"))
    assert "Karin" not in said and "22-11-2026" in said


def test_a_forgotten_passphrase_is_replaced_with_the_sheet(folder: Path, clock: Clock, play) -> None:
    profile = Profile(folder)
    raw = key.unlock(folder, PASSPHRASE)
    printed = key.new_recovery_key(folder, raw)

    def forgotten(dialog: Dialog) -> None:
        assert isinstance(dialog, UnlockDialog)
        dialog._forgotten.click()
        dialog._field.line.setText(printed.lower().replace("-", " "))
        dialog.submit()

    play(UnlockDialog=forgotten, NewPassphraseDialog=choose_passphrase)
    assert opened(opening.unlock(profile, clock, shared=False)) == ["Åse"]
    assert key.unlock(folder, NEW) == raw
    profile.release()


def test_a_misread_group_is_named(folder: Path, clock: Clock, qtbot) -> None:
    printed = key.new_recovery_key(folder, key.unlock(folder, PASSPHRASE))
    wrong = "1" if printed[7] != "1" else "2"
    profile = Profile(folder)
    dialog = UnlockDialog(profile, clock)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.ask_recovery_key()
    dialog._field.line.setText(printed[:7] + wrong + printed[8:])
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog._field.error()))
    # one wrong sign in 32 happens to fit its check sign; then the key itself does not fit
    assert "Gruppe 2" in dialog._field.error() or "passer ikke" in dialog._field.error()
    # a sheet that was replaced by a newer one is named as what it is
    key.new_recovery_key(folder, key.unlock(folder, PASSPHRASE))
    dialog._field.line.setText(printed)
    dialog.submit()
    qtbot.waitUntil(lambda: "arket er det nyeste" in dialog._field.error())
    profile.release()


def test_what_was_wrong_with_the_passphrase_is_not_said_of_the_sheet(folder: Path, clock: Clock, qtbot) -> None:
    key.new_recovery_key(folder, key.unlock(folder, PASSPHRASE))
    profile = Profile(folder)
    dialog = UnlockDialog(profile, clock)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._field.line.setText("noget forkert")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog._field.error()))
    dialog.ask_recovery_key()
    assert not dialog._field.error()
    profile.release()


@pytest.mark.parametrize("harm", ["database", "key file"])
def test_a_damaged_store_is_brought_back_from_its_newest_backup(folder: Path, clock: Clock, play, harm: str) -> None:
    profile = Profile(folder)
    path = folder / (DATABASE_FILE if harm == "database" else key.KEY_FILE)
    path.write_bytes(b"\0" * path.stat().st_size)

    def bring(dialog: Dialog) -> None:
        assert isinstance(dialog, RestoreDialog) and dialog.message()
        if harm == "key file":
            dialog.secret.line.setText(PASSPHRASE)
            dialog.submit()
        QThreadPool.globalInstance().waitForDone(10_000)
        while not dialog._ready:
            QApplication.processEvents()
        assert "kan ikke læses" in dialog.loss.accessibleName()
        dialog.submit()

    shown = play(UnlockDialog=typed(PASSPHRASE), RestoreDialog=bring)
    assert opened(opening.unlock(profile, clock, shared=False)) == ["Åse"]
    assert shown == [UnlockDialog, RestoreDialog]
    assert key.unlock(folder, PASSPHRASE)
    profile.release()


def test_a_lost_key_file_costs_no_word(folder: Path, clock: Clock, play) -> None:
    """The data is whole and only its key is gone: what is newer than the backup that has the key comes along."""
    profile = Profile(folder)
    store = profile.unlock(PASSPHRASE, clock)
    clock.now += 60_000
    notes.add(store, WHO, "Efter kopien", TODAY)
    store.close()
    (folder / key.KEY_FILE).write_text("ødelagt", encoding="utf-8")

    def bring(dialog: Dialog) -> None:
        assert isinstance(dialog, RestoreDialog)
        dialog.secret.line.setText(PASSPHRASE)
        dialog.submit()
        while not dialog._ready:
            QApplication.processEvents()
        dialog.submit()

    play(UnlockDialog=typed(PASSPHRASE), RestoreDialog=bring)
    opened = opening.unlock(profile, clock, shared=False)
    assert opened is not None and texts(opened) == {"Et ord", "Efter kopien"}
    opened.close()
    profile.release()


@pytest.mark.parametrize("wanted", [True, False])
def test_what_can_still_be_read_is_named_and_comes_along_if_wanted(
    folder: Path, clock: Clock, play, wanted: bool
) -> None:
    profile = Profile(folder)
    store = profile.unlock(PASSPHRASE, clock)
    clock.now += 60_000
    notes.add(store, WHO, "Efter kopien", TODAY)
    store.close()
    path = folder / DATABASE_FILE
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])

    def bring(dialog: Dialog) -> None:
        assert isinstance(dialog, RestoreDialog)
        QThreadPool.globalInstance().waitForDone(10_000)
        while not dialog._ready:
            QApplication.processEvents()
        assert dialog.rescue.isVisible() and dialog.rescue._found.text() == "Åse: 1 note"
        dialog.rescue.box.setChecked(wanted)
        dialog.submit()

    play(UnlockDialog=typed(PASSPHRASE), RestoreDialog=bring)
    opened = opening.unlock(profile, clock, shared=False)
    assert opened is not None
    assert texts(opened) == ({"Et ord", "Efter kopien"} if wanted else {"Et ord"})
    opened.close()
    profile.release()


def test_two_profiles_are_told_apart_and_neither_opens_the_other(folder: Path, clock: Clock, play) -> None:
    second = profile_list.make(folder, "BS")
    assert [one.label for one in profile_list.all_beside(folder)] == ["Profil 1"]
    profile = Profile(second)
    profile.create(NEW, clock).close()
    profile.release()
    assert [one.label for one in profile_list.all_beside(folder)] == ["Profil 1", "BS"]

    def take_second(dialog: Dialog) -> None:
        assert isinstance(dialog, ProfileChoice)
        dialog.ways.take(str(second))
        dialog.submit()

    shown = play(ProfileChoice=take_second, UnlockDialog=typed(NEW))
    found = opening.ask(folder, clock, lambda: TODAY, shared=True)
    assert found is not None and found[0].profile.folder == second
    found[0].close()
    assert shown == [ProfileChoice, UnlockDialog]


def test_a_single_profile_asks_nothing_more_but_leads_to_a_new_one(folder: Path, clock: Clock, play) -> None:
    def somebody_else(dialog: Dialog) -> None:
        assert isinstance(dialog, UnlockDialog)
        dialog.others.click()

    def make_new(dialog: Dialog) -> None:
        assert isinstance(dialog, ProfileChoice)
        dialog.ways.take("new")
        dialog.label.line.setText("KH")
        dialog.submit()

    shown = play(UnlockDialog=somebody_else, ProfileChoice=make_new, FirstStartDialog=lambda dialog: dialog.reject())
    assert opening.ask(folder, clock, lambda: TODAY, shared=True) is None
    assert shown == [UnlockDialog, ProfileChoice, FirstStartDialog]
    assert (folder.parent / "profil-2").is_dir()
    Profile(folder).release()


def test_the_passphrase_is_changed_only_by_who_knows_it(folder: Path, qtbot) -> None:
    raw = key.unlock(folder, PASSPHRASE)
    dialog = NewPassphraseDialog(None, folder, raw)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.old.line.setText("noget andet")
    dialog.once.line.setText(NEW)
    dialog.submit()
    assert "ikke ens" in dialog.again.error()
    dialog.again.line.setText(NEW)
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.old.error()))
    assert key.unlock(folder, PASSPHRASE) == raw
    dialog.old.line.setText(PASSPHRASE)
    dialog.submit()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert key.unlock(folder, NEW) == raw
