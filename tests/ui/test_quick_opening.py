"""Opening by the key ring in the window: who is asked, what is said, and that a lock still asks for the passphrase."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from keyring import backend
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from mentorapp.store import key, key_ring, profile_list
from mentorapp.store.profile import Profile
from mentorapp.store.session import Session
from mentorapp.ui import style
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.safety.quick_opening_dialog import QuickOpeningDialog
from mentorapp.ui.dialogs.start import opening
from mentorapp.ui.dialogs.unlock_dialog import UnlockDialog
from mentorapp.ui.lock.locked_dialog import LockedDialog
from mentorapp.ui.pages import quick_opening
from mentorapp.ui.pages.quick_opening import QuickOpening
from mentorapp.ui.preferences import Preferences
from tests.conftest import Clock
from tests.store.rings import LockedRing, Ring

PASSPHRASE, TODAY = "tre gode ord", date(2026, 11, 22)


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    style.apply(qapp, "light")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(backend, "get_all_keyring", lambda: [Ring()])
    monkeypatch.setattr(quick_opening, "default_profile", lambda: tmp_path / "profil")
    profile = Profile(tmp_path / "profil")
    session = Session(profile, profile.create(PASSPHRASE, clock), lambda: TODAY)
    yield Desk(session, Preferences(tmp_path))
    QThreadPool.globalInstance().waitForDone(10_000)
    session.store.close()
    profile.release()


def shown(desk: Desk, qtbot) -> QuickOpening:
    box = QuickOpening(desk)
    qtbot.addWidget(box)
    QThreadPool.globalInstance().waitForDone(10_000)
    QApplication.processEvents()
    return box


def test_a_coordinator_alone_may_choose_it_and_take_it_back(desk: Desk, qtbot, monkeypatch) -> None:
    box, folder = shown(desk, qtbot), desk.session.profile.folder
    assert not box.isHidden() and not box.box.isChecked()

    def answer(dialog: Dialog) -> int:
        assert isinstance(dialog, QuickOpeningDialog)
        dialog.show()
        dialog.secret.line.setText("en forkert sætning")
        dialog.submit()
        qtbot.waitUntil(lambda: bool(dialog.secret.error()))
        assert not key_ring.is_on(folder)
        dialog.secret.line.setText(PASSPHRASE)
        with qtbot.waitSignal(dialog.finished):
            dialog.submit()
        return 1

    monkeypatch.setattr(Dialog, "exec", answer)
    box.box.click()
    assert box.box.isChecked() and key_ring.unlock(folder) == desk.session.store.key
    box.box.click()
    assert not box.box.isChecked() and not key_ring.is_on(folder)


def a_mentor(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.session.store.set_local("role", "mentor")


def a_colleague(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    key.create(profile_list.make(desk.session.profile.folder, "BS"), PASSPHRASE)


def no_key_ring(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backend, "get_all_keyring", lambda: [])


@pytest.mark.parametrize("why", [a_mentor, a_colleague, no_key_ring])
def test_it_is_not_offered_where_it_would_let_others_in(desk: Desk, qtbot, monkeypatch, why) -> None:
    why(desk, monkeypatch)
    assert shown(desk, qtbot).isHidden()


def test_the_start_opens_by_itself_but_not_beside_a_colleagues_profile(
    desk: Desk, clock: Clock, qtbot, monkeypatch
) -> None:
    folder = desk.session.profile.folder
    key_ring.switch_on(folder, PASSPHRASE)
    desk.session.store.close()
    said: list[str] = []

    def wait(dialog: Dialog) -> int:
        assert isinstance(dialog, UnlockDialog)
        dialog.show()
        QThreadPool.globalInstance().waitForDone(10_000)
        qtbot.waitUntil(lambda: not dialog.running.busy)
        QThreadPool.globalInstance().waitForDone(10_000)
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not dialog.running.busy)
        said.append(dialog.message())
        dialog.reject()
        return 0

    monkeypatch.setattr(Dialog, "exec", wait)
    profile = desk.session.profile
    store = opening.unlock(profile, clock, shared=False)
    assert store is not None and store.key
    store.close()
    assert opening.unlock(profile, clock, shared=False, alone=False) is None
    monkeypatch.setattr(backend, "get_all_keyring", lambda: [LockedRing()])
    assert opening.unlock(profile, clock, shared=False) is None
    assert "Skriv adgangssætningen" in said[-1]


def test_a_lock_still_asks_for_the_passphrase(desk: Desk, qtbot) -> None:
    key_ring.switch_on(desk.session.profile.folder, PASSPHRASE)
    box = shown(desk, qtbot)
    locked = LockedDialog(box, desk.session.profile.folder, desk.session.store.key)
    locked.show()
    QThreadPool.globalInstance().waitForDone(10_000)
    QApplication.processEvents()
    assert locked.isVisible()
    locked.submit()
    assert locked.field.error()
    locked.field.line.setText(PASSPHRASE)
    with qtbot.waitSignal(locked.accepted):
        locked.submit()
