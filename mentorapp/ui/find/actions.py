"""What can be done from Ctrl+F, by name: pages and the window's own commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mentorapp.i18n import _
from mentorapp.ui import shortcuts, window_keys
from mentorapp.ui.find.answers import Action

if TYPE_CHECKING:
    from mentorapp.ui.main_window import MainWindow


def actions(window: MainWindow) -> list[Action]:
    """The actions there are now; what is about one learner is there only while one is on screen."""
    learner = window.learner.learner if window.stack.shown == "learner" else None
    made = [
        Action(_("Skriv notat"), "square-pen", _keys("note"), _("note nyt ugenotat"), lambda: window.write_note(None)),
        Action(_("Ny elev"), "user-plus", _keys("new_learner"), _("opret"), window.new_learner),
        Action(_("Importér liste"), "download", _keys("import"), _("excel csv hent"), lambda: window.import_list(None)),
        Action(_("Fortryd det seneste"), "undo-2", _keys("undo"), _("gendan tilbage"), window.undo),
        Action(_("Genveje"), "keyboard", _keys("keys"), _("hjælp taster"), lambda: window_keys.show_keys(window)),
        *(
            Action(_("Gå til {place}").format(place=place.text), place.icon, "", _("side"), _to(window, place.key))
            for place in window.rail.places
        ),
    ]
    if learner is not None:
        print_it = Action(
            _("Udskriv statusrapport"),
            "printer",
            _keys("print"),
            _("pdf papir"),
            lambda: window.preview_report(learner),
        )
        made.insert(0, print_it)
    return made


def _to(window: MainWindow, place: str) -> Callable[[], object]:
    return lambda: window.go(place)


def _keys(name: str) -> str:
    return shortcuts.shown(shortcuts.keys(name)[0])
