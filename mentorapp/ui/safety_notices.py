"""What stands on I dag about the safety of the data until it is mended; empty where all is well."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import NamedTuple

from mentorapp.i18n import _, day
from mentorapp.store import backups, synced_folder
from mentorapp.store.backup_tiers import moment
from mentorapp.store.session import Session


class SafetyNotice(NamedTuple):
    """A message: tone, first sentence, and what is safe and what to do."""

    tone: str
    lead: str
    text: str


def notices(session: Session) -> list[SafetyNotice]:
    """What somebody should do about the safety of the data, worst first."""
    return [*_failed(session), *_synced(session)]


def _failed(session: Session) -> list[SafetyNotice]:
    settings = session.backups.settings
    if not settings.failed:
        return []
    lead, _full_stop, rest = backups.sentence(settings.failed, session.backups.folder).partition(". ")
    since = moment(settings.failed_at).astimezone()
    old = moment(session.store.now()) - since > timedelta(days=7)
    told = _("Det er sket siden {day}.").format(day=day(since.date()))
    return [SafetyNotice("danger" if old else "warning", f"{lead}.", f"{rest} {told}")]


def _synced(session: Session) -> list[SafetyNotice]:
    service = synced_folder.service(session.profile.folder, os.environ)
    if service is None:
        return []
    return [
        SafetyNotice(
            "danger",
            _("Dine data ligger i en mappe, som {service} synkroniserer.").format(service=service),
            _(
                "Det kan ødelægge dem. Luk Mentorapp, flyt mappen ud af {service}, og start igen. "
                "Sikkerhedskopier må gerne ligge der."
            ).format(service=service),
        )
    ]
