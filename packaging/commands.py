"""Runs other programs for the set-up, with everything said going to standard error.

Standard output belongs to the command-line verbs, whose answer another program may be reading.
"""

import os
import subprocess
import sys
from pathlib import Path


def say(message: str) -> None:
    print(f"dev.py: {message}", file=sys.stderr, flush=True)


def succeeds(*command: str | Path, silent: bool = False) -> bool:
    """Whether the command could be run and ended well."""
    # apt asks nothing when told that nobody is there to answer.
    variables = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    output, errors = (subprocess.DEVNULL, subprocess.DEVNULL) if silent else (sys.stderr, None)
    try:
        done = subprocess.run(command, env=variables, stdout=output, stderr=errors, check=False)
    except OSError:
        return False
    return done.returncode == 0
