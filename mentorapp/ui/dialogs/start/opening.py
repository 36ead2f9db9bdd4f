"""From a profile to its open store: the first start with its recovery sheet, unlocking, and backups where it fails."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from mentorapp.errors import UserError
from mentorapp.store import key, restore
from mentorapp.store.database import Store
from mentorapp.store.profile import Profile
from mentorapp.store.session import Session


def ask(folder: Path, clock: Callable[[], int], today: Callable[[], date], shared: bool) -> tuple[Session, str] | None:
    """Ask for the passphrase, or, the first time, for who sits here; None when the user went away.

    With the session comes what a first start asked for next: `empty`, `import`, `invitation` or `demo`; else nothing.
    `shared`: other profiles may lie beside `folder`, and where some do, it is first asked which.
    """
    from mentorapp.store import profile_list

    chosen: Path | None = folder
    choosing = shared and len(profile_list.all_beside(folder)) > 1
    while True:
        if choosing:
            from mentorapp.ui.dialogs.start import profile_choice

            chosen = profile_choice.ask(folder)
        if chosen is None:
            return None
        profile = Profile(chosen)
        store: Store | None = None
        then = ""
        try:
            if profile.is_new:
                store, then = begin(profile, clock, today()) or (None, "")
            else:
                store = unlock(profile, clock, shared, alone=profile_list.is_alone(chosen, folder))
        except SomebodyElse:
            choosing = True
            continue
        finally:
            if store is None:
                profile.release()
        return (Session(profile, store, today), then) if store else None


def begin(profile: Profile, clock: Callable[[], int], today: date) -> tuple[Store, str] | None:
    """Make the store of a new profile and hand over its recovery sheet; with it, what is wanted next."""
    from mentorapp.ui.dialogs import first_start
    from mentorapp.ui.dialogs.safety.recovery_sheet import show_new

    begun = first_start.ask(profile, clock)
    if begun is None:
        return None
    if begun.then != "demo":
        show_new(None, profile.folder, begun.store.key, today)
    return begun.store, begun.then


class SomebodyElse(Exception):
    """Another profile is wanted."""


def unlock(profile: Profile, clock: Callable[[], int], shared: bool, alone: bool = True) -> Store | None:
    """The store by its passphrase; by the recovery key a new passphrase follows; damaged, a backup is offered.

    With `shared` somebody else may ask for another profile, which is `SomebodyElse`. The key ring is asked, where it
    was chosen, only while the profile is `alone`: a colleague's account is the same one.
    """
    from mentorapp.ui.dialogs.unlock_dialog import UnlockDialog

    dialog = UnlockDialog(profile, clock, shared, by_key_ring=alone and key.machine_name(profile.folder) is not None)
    dialog.exec()
    if dialog.somebody_else:
        raise SomebodyElse
    if dialog.damage is not None:
        return bring_back(profile, clock, dialog.raw, dialog.damage)
    if dialog.store is not None and dialog.by_recovery_key:
        from mentorapp.ui.dialogs.safety.new_passphrase import NewPassphraseDialog

        NewPassphraseDialog(None, profile.folder, dialog.store.key, forgotten=True).exec()
    return dialog.store


def bring_back(profile: Profile, clock: Callable[[], int], own: bytes | None, why: UserError) -> Store | None:
    """Offer the backups of a store that cannot be read, the newest first; the broken one is kept."""
    from mentorapp.ui.dialogs.safety.restore_dialog import RestoreDialog

    dialog = RestoreDialog(None, profile.folder, own, None, str(why))
    dialog.exec()
    if dialog.chosen is None:
        return None
    kept = own if not isinstance(why, key.KeyFileDamaged) else None
    restore.restore(profile.folder, dialog.chosen.backup, dialog.chosen.raw, kept, clock())
    store = profile.open(dialog.chosen.raw, clock)
    if dialog.chosen.readable:
        from mentorapp.store.rescue import taking_over

        taking_over.take_over(store, dialog.chosen.readable)
    return store
