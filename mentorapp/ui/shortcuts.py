"""Every key of the program, in one table: keys are made from it, and `F1` shows it, so that none is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from mentorapp.i18n import _

PLACE_KEYS = ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5")


class Key(NamedTuple):
    """`keys` in Qt's words (`Ctrl+F`), each of which does the same; `does` and `where` in the reader's."""

    name: str
    keys: tuple[str, ...]
    where: str
    does: str
    own: bool = False
    """Whether a widget takes the keys as they arrive, because they mean something only while it has the focus."""


def table() -> list[Key]:
    """All keys, as the reader meets them; made anew when asked, so that it follows the language."""
    everywhere, learners, learner = _("Overalt"), _("Elever"), _("En elevs side")
    board = _("Tavlen")
    strip, note, paper = _("Ugerne"), _("Når du skriver et notat"), _("Forhåndsvisning af rapport")
    return [
        Key("find", ("Ctrl+F",), everywhere, _("Find elev, note, kursus, møde, sted eller handling")),
        Key("place", PLACE_KEYS, everywhere, _("Gå til stederne til venstre, ovenfra")),
        Key("note", ("Ctrl+N",), everywhere, _("Skriv et notat")),
        Key("new_learner", ("Ctrl+Shift+N",), everywhere, _("Ny elev")),
        Key("import", ("Ctrl+O",), everywhere, _("Importér liste, eller åbn en fil under Udveksling")),
        Key("undo", ("Ctrl+Z",), everywhere, _("Fortryd det seneste, og sig hvad det var")),
        Key("why", ("Ctrl+B",), everywhere, _("Vis beregningen bag elevens tal")),
        Key("lock", ("Ctrl+L",), everywhere, _("Lås programmet")),
        Key("keys", ("F1",), everywhere, _("Vis denne liste")),
        Key("leave", ("Esc",), everywhere, _("Luk en dialog eller en liste uden at gemme"), own=True),
        Key("filter", ("/",), learners, _("Skriv i feltet, der filtrerer listen")),
        Key("table_out", ("Ctrl+S",), learners, _("Gem listen som regneark")),
        Key("open", ("Enter",), learners, _("Åbn den valgte elev"), own=True),
        Key("print", ("Ctrl+P",), learner, _("Udskriv statusrapport"), own=True),
        Key("course_out", ("Ctrl+S",), learner, _("Gem kurserne som regneark, når de vises")),
        Key("edit_row", ("Enter",), learner, _("Ret det valgte kursus"), own=True),
        Key("delete_row", ("Del",), learner, _("Slet det valgte kursus"), own=True),
        Key("week", ("Left", "Right"), strip, _("En uge tilbage eller frem"), own=True),
        Key("year", ("Up", "Down"), strip, _("Et år tilbage eller frem"), own=True),
        Key("quarter", ("PgUp", "PgDown"), strip, _("Et kvartal tilbage eller frem"), own=True),
        Key("ends", ("Home", "End"), strip, _("Første og sidste uge"), own=True),
        Key("this_week", ("T",), strip, _("Ugen i dag"), own=True),
        Key("board_move", ("Ctrl+Left", "Ctrl+Right"), board, _("Flyt det planlagte kursus en uge"), own=True),
        Key("board_other", ("Ctrl+Up", "Ctrl+Down"), board, _("Vælg et andet kursus i samme uge"), own=True),
        Key("board_drop", ("Enter",), board, _("Læg kurset her, eller åbn eleven"), own=True),
        Key("board_today", ("T",), board, _("Ugen i dag"), own=True),
        Key("save_note", ("Ctrl+Return", "Ctrl+Enter"), note, _("Gem notatet, og begynd et nyt")),
        Key("snippet", ("Ctrl+T",), note, _("Indsæt et tekststykke")),
        Key("larger", ("Ctrl++",), paper, _("Større"), own=True),
        Key("smaller", ("Ctrl+-",), paper, _("Mindre"), own=True),
        Key("whole_page", ("Ctrl+0",), paper, _("Hele siden"), own=True),
        Key("print_report", ("Ctrl+P",), paper, _("Udskriv"), own=True),
        Key("save_report", ("Ctrl+S",), paper, _("Gem som PDF"), own=True),
    ]


def keys(name: str) -> tuple[str, ...]:
    """The keys of a name."""
    return next(key.keys for key in table() if key.name == name)


def bind(owner: QWidget, name: str, act: Callable[[], object], inside: bool = False) -> None:
    """Let the keys of `name` do `act` in the window of `owner`, or only while the focus is `inside` it."""
    for written in keys(name):
        bind_one(owner, written, act, inside)


def bind_one(owner: QWidget, written: str, act: Callable[[], object], inside: bool = False) -> None:
    """Let one of the keys in the table do `act`."""
    shortcut = QShortcut(QKeySequence(written), owner)
    if inside:
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)


def shown(written: str) -> str:
    """The keys as they stand on a Danish keyboard: `Ctrl+Skift+N`."""
    names = {"Shift": _("Skift"), "Return": "Enter", "Del": "Delete", "Left": "←", "Right": "→", "Up": "↑",
             "Down": "↓", "PgUp": "Page Up", "PgDown": "Page Down"}  # fmt: skip
    if written.endswith("++"):
        return written
    return "+".join(names.get(part, part) for part in written.split("+"))
