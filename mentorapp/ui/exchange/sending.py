"""Sending: asks where, writes the file in the background, and says what to do with it now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from mentorapp.i18n import _, ngettext
from mentorapp.store.exchange.partners import Partner
from mentorapp.store.session import Session
from mentorapp.sync import exchange, identity, paper_files, post_box
from mentorapp.ui import icons
from mentorapp.ui.desk import Desk


def ways(owner: QWidget, desk: Desk, partner: Partner) -> QMenu:
    """How a file can get to a partner, the likeliest first."""
    menu = QMenu(owner)
    found = [
        (_("Gem til sikker mail (PDF) …"), "mail", save_letter),
        (_("Gem på USB-stik eller i en mappe …"), "save", save_file),
    ]
    if partner.folder:
        found.insert(0, (_("Læg i postkassen"), "inbox", post))
    for text, icon, act in found:
        made = menu.addAction(icons.icon(icon, "text"), text)
        made.triggered.connect(lambda _checked=False, act=act: act(owner, desk, partner))
    return menu


def save_file(owner: QWidget, desk: Desk, partner: Partner) -> None:
    """Save a file for a partner on a stick or in a folder."""
    session = desk.session
    path = _ask_file(owner, _("Gem fil til {name}").format(name=partner.name), exchange.file_name(session, partner))
    if path is not None:
        told = _("{file} er gemt. Giv den til {name}; kun {name} kan åbne den.").format(
            file=path.name, name=partner.name
        )
        _run(owner, desk, lambda: write_file(session, partner, path), told)


def save_letter(owner: QWidget, desk: Desk, partner: Partner) -> None:
    """Save a covering letter with the file in it: secure mail lets PDF through."""
    session = desk.session
    wished = Path(exchange.file_name(session, partner)).with_suffix(".pdf").name
    path = _ask_file(owner, _("Gem brev til sikker mail"), wished, _("PDF (*.pdf)"))
    if path is not None:
        told = _("{file} er gemt. Vedhæft brevet i en sikker mail til {name}.").format(
            file=path.name, name=partner.name
        )
        _run(owner, desk, lambda: write_letter(session, partner, path), told)


def post(owner: QWidget, desk: Desk, partner: Partner) -> None:
    """Put a file into the post box both sides reach."""
    session = desk.session
    told = _("Filen er lagt i postkassen til {name}.").format(name=partner.name)
    _run(owner, desk, lambda: post_box.post(session, partner), told)


def send_to_all(owner: QWidget, desk: Desk, receivers: Sequence[Partner]) -> None:
    """A file for each partner: into the post box where there is one; for the others one folder is asked for."""
    session = desk.session
    others = [partner for partner in receivers if not partner.folder]
    folder = _ask_folder(owner) if others else None
    if others and folder is None:
        return

    def work() -> None:
        for partner in receivers:
            if partner.folder:
                post_box.post(session, partner)
            elif folder is not None:
                write_file(session, partner, folder / exchange.file_name(session, partner))

    count = len(receivers)
    told = ngettext("{n} fil er lavet, en til hver partner.", "{n} filer er lavet, en til hver partner.", count)
    _run(owner, desk, work, told.format(n=count))


def write_file(session: Session, partner: Partner, path: Path) -> None:
    """A file at `path`, and beside it those with the documents the partner lacks."""
    exchange.send(session, partner, path)
    for _beside in paper_files.write(session, partner, path):
        pass


def write_letter(session: Session, partner: Partner, path: Path) -> None:
    """A covering letter at `path`, and beside it those with documents; each counts as sent only when it is whole."""
    from mentorapp.reports import covering_letter
    from mentorapp.sync import mail

    sender = identity.own_name(session.store)
    mail.send_letters(
        session, partner, path, lambda sent: covering_letter.pdf(sender, partner.name, session.today, sent.learners)
    )


def _run(owner: QWidget, desk: Desk, work: Callable[[], object], told: str) -> None:
    def done(_nothing: object) -> None:
        desk.said.emit(told)
        desk.exchange_changed.emit()

    desk.run(owner, work, done)


def _ask_file(owner: QWidget, title: str, wished: str, kind: str = "") -> Path | None:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DesktopLocation)
    kind = kind or _("Fil fra Mentorapp (*{suffix})").format(suffix=exchange.SUFFIX)
    chosen, _kind = QFileDialog.getSaveFileName(owner, title, str(Path(folder) / wished), kind)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(Path(wished).suffix)


def _ask_folder(owner: QWidget) -> Path | None:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DesktopLocation)
    chosen = QFileDialog.getExistingDirectory(owner, _("Vælg mappen, filerne skal ligge i"), folder)
    return Path(chosen) if chosen else None
