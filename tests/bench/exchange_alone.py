"""Imports one file in a process of its own: `python -m tests.bench.exchange_alone PROFILE FILE` prints what it took."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from mentorapp.store.profile import Profile
from mentorapp.store.session import Session
from mentorapp.sync import exchange
from tests.bench.many import KEY
from tests.bench.memory import peak_kb
from tests.conftest import TODAY, Clock


def main(folder: Path, file: Path) -> None:
    profile = Profile(folder)
    session = Session(profile, profile.open(KEY, Clock()), lambda: TODAY)
    began = time.perf_counter()
    exchange.open_file(session, file).plan.apply()
    took = time.perf_counter() - began
    session.close()
    print(json.dumps({"seconds": took, "peak": peak_kb() * 1024}))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
