"""The page and the dialogs of exchange, and the second machine they need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from mentorapp.domain.access import Access
from mentorapp.domain.change import Change, creation, update
from mentorapp.domain.learner import Learner
from mentorapp.domain.placement import Person
from mentorapp.store import notes
from mentorapp.store.exchange import partners
from mentorapp.store.exchange.following import HandedOver
from mentorapp.store.exchange.partners import INVITED
from mentorapp.store.roles import MENTOR
from mentorapp.store.session import Session
from mentorapp.sync import exchange, identity
from mentorapp.sync.inviting import Invited
from mentorapp.ui.dialogs.erase_dialog import EraseDialog
from mentorapp.ui.dialogs.hand_over_sheet import HandOverSheet
from mentorapp.ui.dialogs.partners.answering import AcceptDialog
from mentorapp.ui.dialogs.partners.close_access import CloseAccess
from mentorapp.ui.dialogs.partners.invite_dialog import InviteDialog
from mentorapp.ui.dialogs.partners.post_box_dialog import PostBoxDialog
from mentorapp.ui.dialogs.partners.words_dialog import WordsDialog
from mentorapp.ui.dialogs.receiving.receive_dialog import ReceiveDialog, of_file
from mentorapp.ui.exchange import partner_words
from mentorapp.ui.exchange.letting_go import LettingGoDialog
from mentorapp.ui.learner.facts.follow_form import FollowForm
from mentorapp.ui.learner.facts.hand_over_form import HandOverForm
from mentorapp.ui.main_window import MainWindow
from mentorapp.ui.pages.exchange_page import ExchangePage
from tests.conftest import TODAY, Clock
from tests.ui.exchange.two_offices import know, session_of

WORDS = "anker birk citron dampskib elefant fugl"
BASIS = "mentoraftale november"
FILE = "fra-anna.mentorfil"


def exchange_with_anna(karin: Session, learner: bytes, folder: Path) -> None:
    """Anna has followed the learner; she and Karin wrote unseen by each other, and a file of hers waits in `folder`."""
    anna = session_of(folder / "anna", "Anna Vang", MENTOR, Clock())
    identity.join(anna.store, identity.organisation(karin.store))
    to_anna, to_karin = know(karin, anna, "anna", BASIS), know(anna, karin, "karin")
    nouns: list[Any] = [Person("anna", "Anna Vang", "mentor"), Access(learner, "anna", date(2026, 1, 1))]
    karin.store.record([change for noun in nouns for change in creation(noun)], "Adgang")
    path = folder / FILE
    exchange.send(karin, to_anna, path)
    exchange.receive(anna, exchange.open_file(anna, path))
    notes.add(anna.store, learner, "Amal tog selv imod en ny beboer.", TODAY)
    [held] = [note for case in anna.case_files() for note in case.notes if "ny beboer" in note.text]
    both = replace(held, text="Amal tog imod.")
    anna.store.record(update(held, both), "Note")
    _write_past_the_role(anna, Change(learner, "learner", "-", "phone", "12 34 56 78"))
    exchange.send(anna, to_karin, path)
    exchange.receive(karin, exchange.open_file(karin, path))
    notes.add(anna.store, learner, "Amal ventede ved døren.", TODAY)
    exchange.send(anna, to_karin, path)
    partners.save(karin.store, replace(to_anna, id=bytes(16), state=INVITED, name="Anna Vang", sign=None, seal=None,
                                       author=None, expires=karin.store.now()))  # fmt: skip
    anna.close()


def _write_past_the_role(anna: Session, change: Change) -> None:
    from mentorapp.store.rows import encode

    with anna.store.writing() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO cell VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*change_key(change), encode(change.value), anna.store.now(), anna.store.author),
        )


def change_key(change: Change) -> tuple[bytes, str, str, str]:
    return change.learner, change.table, change.row, change.field


def _given(walk: Any) -> tuple[MainWindow, Any]:
    """What most dialogs are given first."""
    return walk.window, walk.window.desk


def _partner(walk: Any) -> partners.Partner:
    return partners.active(walk.window.desk.session.store)[0]


def exchange_page(walk: Any) -> QWidget:
    page = walk.place("exchange")
    assert isinstance(page, ExchangePage)
    page._show(partner_words.states(walk.window.desk.session))
    return page


def _access(walk: Any) -> Access:
    return Access(walk.learner, "anna", date(2026, 1, 1))


def _gone(walk: Any) -> list[HandedOver]:
    return [HandedOver(walk.learner, walk.case.learner.name, date(2026, 10, 1), date(2026, 11, 20))]


EXCHANGE: dict[type[QWidget], Callable[[Any], QWidget]] = {
    AcceptDialog: lambda walk: AcceptDialog(*_given(walk), walk.folder / "x.mentorinvitation"),
    CloseAccess: lambda walk: CloseAccess(walk.window, _partner(walk)),
    EraseDialog: lambda walk: EraseDialog(*_given(walk), Learner(walk.learner, "-", walk.case.learner.name)),
    FollowForm: lambda walk: FollowForm(*_given(walk), walk.case.learner),
    HandOverForm: lambda walk: HandOverForm(*_given(walk), walk.opened, _access(walk)),
    HandOverSheet: lambda walk: HandOverSheet(*_given(walk), walk.opened),
    InviteDialog: lambda walk: InviteDialog(*_given(walk)),
    LettingGoDialog: lambda walk: LettingGoDialog(*_given(walk), _gone(walk)),
    PostBoxDialog: lambda walk: PostBoxDialog(*_given(walk), _partner(walk)),
    ReceiveDialog: lambda walk: ReceiveDialog(
        *_given(walk), FILE, of_file(walk.window.desk, walk.folder.parent / FILE)
    ),
    WordsDialog: lambda walk: WordsDialog(walk.window, Invited(_partner(walk), WORDS), Path("Anna"), TODAY),
}  # fmt: skip
