"""Wires the parts once: profile, clock, store, window. The only place that asks the machine for the time."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from mentorapp.store.profile import Profile
from mentorapp.store.session import Session


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line decided. `fixed_today` moves the law's date, never stamps."""

    profile: Path
    fixed_today: date | None = None
    demo: bool = False


def wall_clock() -> int:
    """Milliseconds since 1970, for stamps."""
    return time.time_ns() // 1_000_000


def session(options: Options, passphrase: str, profile: Profile | None = None) -> Session:
    """Open the store of the profile by its passphrase; the first time, make it."""
    profile = profile or Profile(options.profile)
    try:
        store = (profile.create if profile.is_new else profile.unlock)(passphrase, wall_clock)
    except BaseException:
        profile.release()
        raise
    return Session(profile, store, lambda: options.fixed_today or _machine_today())


def _machine_today() -> date:
    return datetime.now().astimezone().date()
