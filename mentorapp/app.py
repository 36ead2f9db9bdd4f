"""Wires the parts once: profile, clock, store, window. The only place that asks the machine for the time."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mentorapp.errors import UserError
from mentorapp.store.profile import InUse, Profile
from mentorapp.store.session import Session

if TYPE_CHECKING:
    from mentorapp.ui.dialogs.safety.restore_dialog import Chosen


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line decided. `fixed_today` moves the law's date, never stamps."""

    profile: Path
    fixed_today: date | None = None
    file: Path | None = None
    """A file that was double-clicked: opened once the window stands."""

    @property
    def today(self) -> Callable[[], date]:
        """The date the law is read on: `--today`, else the machine's, asked anew each time."""
        fixed = self.fixed_today
        return _machine_today if fixed is None else lambda: fixed


def wall_clock() -> int:
    """Milliseconds since 1970, for stamps."""
    return time.time_ns() // 1_000_000


def _machine_today() -> date:
    return datetime.now().astimezone().date()


def session(options: Options, passphrase: str, profile: Profile | None = None) -> Session:
    """Open the store of the profile by its passphrase; the first time, make it."""
    profile = profile or Profile(options.profile)
    try:
        store = (profile.create if profile.is_new else profile.unlock)(passphrase, wall_clock)
    except BaseException:
        profile.release()
        raise
    return Session(profile, store, options.today)


def run_window(arguments: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; exit status 1 where it cannot be opened."""
    from PySide6.QtWidgets import QApplication

    from mentorapp import i18n
    from mentorapp.ui import style
    from mentorapp.ui.dialogs import fault_dialog
    from mentorapp.ui.garbage import Garbage
    from mentorapp.ui.preferences import Preferences

    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    Garbage(application)
    application.setApplicationName("Mentorapp")
    application.setApplicationDisplayName("Mentorapp")
    throw_away = Path(tempfile.mkdtemp(prefix="mentorapp-demo-")) if arguments.demo else None
    options = Options(throw_away / "profil" if throw_away else arguments.profile, arguments.today, arguments.file)

    def dress() -> Preferences:
        """Look and language as the profile's user likes them."""
        chosen = Preferences(options.profile)
        i18n.use(chosen.language)
        style.load_qt_texts(application, i18n.language())
        style.apply(application, chosen.theme, chosen.text_scale)
        return chosen

    preferences = dress()
    fault_dialog.install()
    try:
        if throw_away:
            opened, then = demo_session(options), ""
        else:
            from mentorapp.paths import default_profile
            from mentorapp.ui.dialogs.start import opening

            shared = options.profile == default_profile()
            found = opening.ask(options.profile, wall_clock, options.today, shared)
            if found is None:
                return 0
            opened, then = found
            if opened.profile.folder != options.profile:
                options = replace(options, profile=opened.profile.folder)
                preferences = dress()
        if then == "demo":
            # asked for at the first start: the samples open in a folder of their own, and nothing is mixed
            opened.close()
            throw_away = Path(tempfile.mkdtemp(prefix="mentorapp-demo-"))
            options = Options(throw_away / "profil", arguments.today)
            opened = demo_session(options)
        return _show(application, opened, preferences, options, then, keeps=not throw_away)
    except InUse as in_use:
        from mentorapp.ui.single_window import raise_other

        if raise_other(in_use.folder, options.file):
            return 0
        return _refuse(in_use)
    except UserError as refused:
        return _refuse(refused)
    finally:
        if throw_away:
            shutil.rmtree(throw_away, ignore_errors=True)


def demo_session(options: Options) -> Session:
    """A throw-away profile with the sample lists in it; nothing of the user's is touched."""
    from mentorapp.cli.import_list import import_file
    from mentorapp.i18n import _
    from mentorapp.paths import RESOURCES

    opened = session(options, passphrase=os.urandom(16).hex())
    opened.store.set_local("name", "Karin Holst")
    opened.store.set_local("workplace", _("Eksempler"))
    for name in ("elevliste.xlsx", "fremmoede.csv", "praktiktimer.csv"):
        import_file(opened, RESOURCES / "sample" / name)
    return opened


def _show(application: object, opened: Session, preferences: object, options: Options, then: str, keeps: bool) -> int:
    """Sit with the window until it is closed; once more with every backup that is brought back.

    `keeps` is false for samples, which leave no backup.
    """
    from mentorapp.store import interrupted, restore

    profile = opened.profile
    try:
        while True:
            cut_off = interrupted.since(profile.folder)
            interrupted.begin(profile.folder, wall_clock())
            status, chosen = _sit(application, opened, preferences, options, then, cut_off)
            if keeps:
                _back_up_at_close(opened)
            interrupted.end(profile.folder)
            if chosen is None:
                return status
            own = opened.store.key
            opened.store.close()
            options = replace(options, file=None)
            restore.restore(profile.folder, chosen.backup, chosen.raw, own, wall_clock())
            opened, then = Session(profile, profile.open(chosen.raw, wall_clock), options.today), ""
            if chosen.readable:
                from mentorapp.store.rescue import taking_over

                taking_over.take_over(opened.store, chosen.readable)
    finally:
        opened.close()


def _back_up_at_close(opened: Session) -> None:
    """A backup of what was written; a failure is remembered and stands on I dag at the next start."""
    with suppress(UserError):
        if opened.backups.due(opened.store):
            opened.backups.take(opened.store, "close")


def first_errand(then: str, file: Path | None) -> tuple[str, Path | None]:
    """What the window begins with: `list`, `file` or nothing, and the file where it is known already.

    Whoever double-clicked an invitation is not asked for it again at the end of the first start.
    """
    if file is not None:
        return "file", file
    return {"import": "list", "invitation": "file"}.get(then, ""), None


def _sit(
    application: object, opened: Session, preferences: object, options: Options, then: str, cut_off: int | None
) -> tuple[int, Chosen | None]:
    """The window from its showing to its end: the exit status, and a backup that is to be brought back."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import delete

    from mentorapp.ui import style
    from mentorapp.ui.desk import Desk
    from mentorapp.ui.main_window import MainWindow
    from mentorapp.ui.preferences import Preferences
    from mentorapp.ui.single_window import Doorbell

    assert isinstance(application, QApplication) and isinstance(preferences, Preferences)
    desk = Desk(opened, preferences)
    with style.undressed(application):
        window = MainWindow(desk)
    Doorbell(options.profile, window, window.open_file)
    window.show()
    from mentorapp.ui.keeper import Keeper

    keeper = Keeper(desk, window, cut_off)
    errand, file = first_errand(then, options.file)
    if errand == "list":
        QTimer.singleShot(0, window, lambda: window.import_list(None))
    elif errand == "file":
        QTimer.singleShot(0, window, lambda: window.open_file(file))
    status, chosen = application.exec(), keeper.wanted
    if chosen is not None:
        # another window on the same profile follows: this one must not answer its doorbell
        delete(window)
    return status, chosen


def _refuse(refused: UserError) -> int:
    """Say why the window cannot open: in a window, for who starts by an icon sees no terminal."""
    from PySide6.QtWidgets import QMessageBox

    print(refused, file=sys.stderr)
    if os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        QMessageBox.warning(None, "Mentorapp", str(refused))
    return 1
