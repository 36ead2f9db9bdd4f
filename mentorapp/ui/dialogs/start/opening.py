"""From a profile to its open store: the first start with its recovery sheet, unlocking, and backups where it fails."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mentorapp.errors import UserError
from mentorapp.store import key, restore
from mentorapp.store.database import Store
from mentorapp.store.profile import Profile


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


def unlock(profile: Profile, clock: Callable[[], int]) -> Store | None:
    """The store by its passphrase; by the recovery key a new passphrase follows; damaged, a backup is offered."""
    from mentorapp.ui.dialogs.unlock_dialog import UnlockDialog

    dialog = UnlockDialog(profile, clock)
    dialog.exec()
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
    return profile.open(dialog.chosen.raw, clock)
