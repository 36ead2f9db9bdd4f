"""Reads a sealed file to its end, cell by cell. Prints how many there were, the seconds taken, and peak kB beforehand
and afterwards. Arguments: the file, the reader's secrets, the sender's public signing key in hex."""

import sys
import time
from pathlib import Path

from mentorapp.sync import sealed
from mentorapp.sync.keys import Keys, PublicKeys


def peak_kb() -> int:
    """Most memory held since this program began; `getrusage` would count what started it too."""
    with Path("/proc/self/status").open(encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))


path, sign, seal, sender = sys.argv[1:]
keys, partner = Keys(bytes.fromhex(sign), seal), PublicKeys(bytes.fromhex(sender), "")
before, began = peak_kb(), time.perf_counter()
count = sum(1 for _cell in sealed.open_sealed(Path(path), keys, {partner.sign: partner}.get).cells())
print(count, time.perf_counter() - began, before, peak_kb())
