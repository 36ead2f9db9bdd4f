"""Compiles translations: `.po` files, which people edit, to the `.mo` files the program reads.

Finding what is out of date needs the standard library only; compiling runs in the environment, for polib.
"""

import sys
from pathlib import Path


def out_of_date(root: Path) -> list[Path]:
    """The `.po` files without a `.mo` file at least as new beside them."""
    sources = sorted(root.glob("resources/translations/*/LC_MESSAGES/*.po"))
    return [source for source in sources if not _is_fresh(source.with_suffix(".mo"), source)]


def _is_fresh(compiled: Path, source: Path) -> bool:
    return compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime


def compile_one(source: Path) -> None:
    import polib  # only the environment has it

    unfinished = source.with_suffix(".mo.part")
    polib.pofile(str(source), encoding="utf-8").save_as_mofile(str(unfinished))
    # In one step, so that a program started at the same time never reads half a file.
    unfinished.replace(source.with_suffix(".mo"))


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        compile_one(Path(argument))
