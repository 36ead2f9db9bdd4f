"""Carries out command-line verbs in processes of their own, forked from one that has read the program already.

A line in is JSON: `{"words", "environment"}`; a line out is `{"status", "out", "err"}`. Reading the program and
stretching a passphrase would be most of what a test of a verb does; `test_key_and_profile` holds the stretch.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

import mentorapp.cli
from mentorapp.__main__ import main
from mentorapp.store import key

READ_BEFORE = ("openpyxl", "reportlab.platypus", "cryptography.hazmat.primitives.kdf.argon2")


def carry_out(words: list[str], environment: dict[str, str]) -> int:
    """In the fork: the exit status that Python would have ended with."""
    sys.argv = ["mentorapp", *words]
    os.environ.clear()
    os.environ.update(environment)
    try:
        status: Any = main()
    except SystemExit as end:
        status = end.code
    except BaseException:
        traceback.print_exc()
        status = 1
    sys.stdout.flush()
    # a verb closes it where nobody reads on
    if not sys.stderr.closed:
        sys.stderr.flush()
    return int(status or 0)


def answer(words: list[str], environment: dict[str, str]) -> dict[str, Any]:
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            status = 70
            try:
                with Path(os.devnull).open("rb") as nothing:
                    for source, target in ((nothing, 0), (out, 1), (err, 2)):
                        os.dup2(source.fileno(), target)
                status = carry_out(words, environment)
            finally:
                os._exit(status)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        told = []
        for file in (out, err):
            file.seek(0)
            told.append(file.read().decode("utf-8"))
    return {"status": status, "out": told[0], "err": told[1]}


if __name__ == "__main__":
    for module in pkgutil.iter_modules(mentorapp.cli.__path__, "mentorapp.cli."):
        importlib.import_module(module.name)
    for name in READ_BEFORE:
        importlib.import_module(name)
    key._STRETCH.update(memory_kib=64, iterations=1)
    for line in sys.stdin:
        print(json.dumps(answer(**json.loads(line))), flush=True)
