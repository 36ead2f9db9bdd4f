"""A program that crashes with a learner open leaves nothing that can be read: no image of its memory, no file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.profiles import NAME, WORDS, lay_out

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a signal and a limit of POSIX")

CRASH = """
import os, resource, signal, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
from mentorapp.store import drafts
from mentorapp.store.backups import Backups
from mentorapp.store.profile import Profile
from tests.conftest import KEY
from tests.store.profiles import WHO, WORDS, fill, texts
profile = Profile(Path(sys.argv[1]))
print(resource.getrlimit(resource.RLIMIT_CORE)[0], flush=True)
from mentorapp.store.database import Store
store = Store(profile.folder, KEY, lambda: 1_795_305_600_000)
fill(store)
Backups(profile.folder).take(store, "time")
drafts.save(store, "note/" + WHO.hex(), WORDS)
shown = sorted(texts(store))
os.kill(os.getpid(), signal.SIGSEGV)
"""


def test_nothing_readable_is_left(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    places = [tmp_path / name for name in ("hjem", "tmp", "her")]
    for place in places:
        place.mkdir()
    lay_out(tmp_path / "hjem" / "profil")
    crashed = subprocess.run(
        [sys.executable, "-c", CRASH, str(tmp_path / "hjem" / "profil")],
        cwd=places[2],
        env={**os.environ, "PYTHONPATH": str(root), "HOME": str(places[0]), "TMPDIR": str(places[1])},
        capture_output=True,
        check=False,
    )
    assert crashed.returncode == -signal.SIGSEGV, crashed.stderr
    assert crashed.stdout.strip() == b"0", "no image of the memory may be written"
    assert not list(places[1].iterdir()) and not list(places[2].iterdir())
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(left) >= 4
    for told in [crashed.stdout, crashed.stderr, *(path.read_bytes() for path in left)]:
        for word in (NAME, WORDS, "tryksår"):
            assert not any(word.encode(code) in told for code in ("utf-8", "utf-16-le", "latin-1"))
    assert not any("Holst" in path.name for path in left)
