"""`restore FILE [--dry-run]`: a backup back in; the store it replaces is kept. Works where the store cannot be read."""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from dataclasses import asdict
from datetime import date

from mentorapp import app
from mentorapp.cli import output
from mentorapp.cli.run import ask_passphrase
from mentorapp.errors import UserError
from mentorapp.i18n import _, day
from mentorapp.store import backup_file, backup_making, key, restore
from mentorapp.store.backup_file import Backup
from mentorapp.store.backup_tiers import moment
from mentorapp.store.backups import Backups
from mentorapp.store.connection import Damaged
from mentorapp.store.database import Store
from mentorapp.store.loss import Loss, preview
from mentorapp.store.profile import Profile
from mentorapp.store.rescue import offer, taking_over
from mentorapp.store.rescue.readable import Readable


def run_alone(arguments: argparse.Namespace) -> int:
    """The passphrase is today's; where that does not open the backup, it is taken for the one of the backup's time."""
    backup = backup_file.read(arguments.file)
    profile = Profile(arguments.profile)
    try:
        secret, was_new = ask_passphrase(is_new=False), profile.is_new
        own, store, why = _here(profile, secret)
        try:
            raw = own if own and _opens(profile, backup, own) else restore.keys_of(backup, secret)
            loss = preview(profile.folder, backup, raw, store)
            found = offer.look(profile.folder, backup, raw) if not was_new and offer.is_damaged(store) else None
            if store is not None and not arguments.dry_run:
                # damaged data makes no backup; a restore keeps it as it is
                with suppress(Damaged):
                    Backups(profile.folder).protect(store, "restore")
        finally:
            if store is not None:
                store.close()
        if why and not arguments.json:
            print(why, file=sys.stderr)
        if not arguments.dry_run:
            restore.restore(profile.folder, backup, raw, own, app.wall_clock())
            restored = profile.open(raw, app.wall_clock)
            if found and arguments.rescue:
                taking_over.take_over(restored, found)
            restored.close()
    finally:
        profile.release()
    _tell(arguments, backup, loss, found)
    return 0


def _here(profile: Profile, secret: str) -> tuple[bytes | None, Store | None, str]:
    """Our own key and store as far as they can be opened, and why they cannot."""
    if profile.is_new:
        return None, None, ""
    try:
        own = key.unlock(profile.folder, secret)
    except key.KeyFileDamaged as fault:
        return None, None, str(fault)
    try:
        return own, profile.open(own, app.wall_clock), ""
    except UserError as fault:
        return own, None, str(fault)


def _opens(profile: Profile, backup: Backup, own: bytes) -> bool:
    """Whether the backup is one of our own store."""
    return backup.manifest.store == backup_making.tag(own)


def _tell(arguments: argparse.Namespace, backup: Backup, loss: Loss, found: Readable | None) -> None:
    made = moment(backup.manifest.made).astimezone()
    if arguments.json:
        lost = {name: str(value) if isinstance(value, date) else value for name, value in asdict(loss).items()}
        told = {"made": made.isoformat(), "learners": backup.manifest.learners, "notes": backup.manifest.notes}
        readable = {"readable": found.in_words(), "rescued": bool(found) and arguments.rescue} if found else {}
        output.print_json({"dry_run": arguments.dry_run, **told, "lost": lost, **readable})
        return
    for line in loss.in_words():
        print(line)
    if found:
        print(
            _("Taget med fra de beskadigede data:")
            if arguments.rescue and not arguments.dry_run
            else _("I de beskadigede data kan dette stadig læses; --rescue tager det med:")
        )
        for line in found.in_words():
            print(f"  {line}")
    if arguments.dry_run:
        print(_("Intet er ændret (prøvekørsel)."))
    else:
        print(
            _(
                "Sikkerhedskopien fra {day} kl. {time} er hentet. Det, der stod her før, er gemt i mappen {folder}."
            ).format(day=day(made.date()), time=f"{made:%H.%M}", folder=restore.REPLACED)
        )
