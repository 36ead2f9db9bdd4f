"""Pictures of exchange: two offices that have both written, the file between them, and what is decided about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from mentorapp.domain.access import Access
from mentorapp.domain.change import Change, update
from mentorapp.domain.learner import Learner
from mentorapp.store.exchange import partners
from mentorapp.sync import exchange
from mentorapp.sync.inviting import Invited
from mentorapp.ui.dialogs.erase_dialog import EraseDialog
from mentorapp.ui.dialogs.partners.answering import AcceptDialog
from mentorapp.ui.dialogs.partners.invite_dialog import InviteDialog
from mentorapp.ui.dialogs.partners.words_dialog import WordsDialog
from mentorapp.ui.dialogs.receiving.receive_dialog import ReceiveDialog, of_file
from mentorapp.ui.learner.facts.hand_over_form import HandOverForm
from mentorapp.ui.main_window import MainWindow
from tests.conftest import TODAY
from tests.pictures import Camera, Look, picture_dialog, settle, window_on
from tests.ui.exchange.two_offices import AMAL, TwoOffices
from tests.ui.walk.exchange_places import WORDS

GIVEN = Access(AMAL, "anna", date(2026, 1, 1))


def take_exchange(camera: Camera, folder: Path, look: Look) -> None:
    """The coordinator's side, and then the mentor's after a hand-over."""
    two = TwoOffices(folder)
    two.both_write()
    two.invite_mette()
    two.set_aside_by_anna(Change(AMAL, "learner", "-", "phone", "12 34 56 78"))
    file = two.to_coordinator()
    with window_on(two.karin, folder, look) as window:
        dialog = ReceiveDialog(window, window.desk, file.name, of_file(window.desk, file))
        picture_dialog(camera, dialog, "receive")
        exchange.receive(two.karin, exchange.open_file(two.karin, file))
        _page(camera, window, "exchange")
        picture_dialog(camera, InviteDialog(window, window.desk), "invite")
        invited = partners.everyone(two.karin.store)[-1]
        picture_dialog(camera, WordsDialog(window, Invited(invited, WORDS), Path("Mette"), TODAY), "words")
        picture_dialog(camera, AcceptDialog(window, window.desk, file), "accept")
        opened = window.desk.book.open(AMAL)
        assert opened is not None
        picture_dialog(camera, HandOverForm(window, window.desk, opened, GIVEN), "hand-over")
        picture_dialog(camera, EraseDialog(window, window.desk, Learner(AMAL, "-", opened.case.learner.name)), "erase")
        over = replace(GIVEN, last_day=TODAY - timedelta(days=2), remove_on=TODAY + timedelta(weeks=6))
        two.karin.store.record(update(GIVEN, over), "Overdragelse")
        exchange.receive(two.anna, exchange.open_file(two.anna, two.to_mentor()))
    with window_on(two.anna, folder, look) as window:
        _page(camera, window, "exchange-mentor")
        window.open_learner(AMAL)
        camera.take(window, "learner-handed-over")


def _page(camera: Camera, window: MainWindow, name: str) -> None:
    window.go("exchange")
    page = window.stack.page("exchange")
    settle(lambda: bool(page.states))  # type: ignore[attr-defined]  # a page of its own kind
    camera.take(window, name)
