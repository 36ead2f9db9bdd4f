"""A folder both sides reach: local, on the network, synchronised by something else, or WebDAV (Nextcloud).

Each machine writes only into its own subfolder for a partner, whole files under names of their own, and takes away
its older ones: the newest holds everything. Half-copied files and copies called "(1)" do no harm.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mentorapp.errors import Refused, UserError
from mentorapp.i18n import _
from mentorapp.store.exchange import partners
from mentorapp.store.exchange.partners import Partner
from mentorapp.store.session import Session
from mentorapp.sync import exchange, faults, paper_files
from mentorapp.sync.exchange import SUFFIX, Arrival, Sent

LARGEST = 100 << 20
KEPT = 2
"""Own files that stay in the box: the newest, and the one somebody may be copying."""

_ASIDE = "postkasse.part"
_PAPERS = "dokumenter "
_TIMEOUT = 20.0
"""Seconds the server of a WebDAV address may be silent."""

_WEBDAV = ("http://", "https://")
_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Box:
    """Where a post box is; kept in the encrypted store with the partner."""

    address: str
    """A folder, or the https address of a WebDAV folder."""
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def is_web(self) -> bool:
        """Whether it is reached over the network by WebDAV."""
        return self.address.startswith(_WEBDAV)


def box_of(partner: Partner) -> Box | None:
    """The post box shared with `partner`, if any."""
    return Box(**json.loads(partner.folder)) if partner.folder else None


def set_box(session: Session, partner: Partner, box: Box | None) -> Partner:
    """Share `box` with `partner` from now on; refuses one that cannot be written to now."""
    if box is not None:
        _try(session, partner, box)
    told = None if box is None else json.dumps({"address": box.address, "user": box.user, "password": box.password})
    changed = replace(partner, folder=told)
    partners.save(session.store, changed)
    return changed


def post(session: Session, partner: Partner) -> list[Sent]:
    """Put a file for `partner` into the box, with the documents it lacks, and take what is out of date away.

    The first of what is returned is the file with the cells.
    """
    box = _box(partner)
    aside = session.profile.folder / _ASIDE
    folder = _folder(session.store.author, partner.author)
    put: list[Sent] = []
    try:
        with exchange.made_for(session, partner, aside) as sent, _reached(box) as files:
            files.makedirs(folder, exist_ok=True)
            stem = exchange.file_name(session, partner).removesuffix(SUFFIX)
            put.append(_put(files, folder, f"{stem} {sent.file_id.hex()[:6]}{SUFFIX}", sent))
            for papers in paper_files.write(session, partner, aside):
                try:
                    put.append(_put(files, folder, f"{_PAPERS}{papers.file_id.hex()[:12]}{SUFFIX}", papers))
                finally:
                    papers.path.unlink(missing_ok=True)
            _tidy(files, folder, {one.path.name for one in put})
        return put
    finally:
        aside.unlink(missing_ok=True)


def _put(files: Any, folder: str, name: str, sent: Sent) -> Sent:
    files.pipe_file(f"{folder}/{name}.part", sent.path.read_bytes())
    # under its name only when it is whole: a reader takes nothing that is still being written
    _rename(files, f"{folder}/{name}.part", f"{folder}/{name}")
    return replace(sent, path=Path(name))


def _tidy(files: Any, folder: str, new: set[str]) -> None:
    """Take away our older files: the newest holds everything, and documents that are still lacking were put anew."""
    older = sorted(_files(files, folder), key=_moment, reverse=True)
    kept = [entry for entry in older if not _name(entry).startswith(_PAPERS)][:KEPT]
    for entry in older:
        if entry not in kept and _name(entry) not in new:
            with suppress(OSError):
                files.rm_file(entry["name"])


@dataclass(frozen=True, slots=True)
class Collected:
    """What lay in the box: the newest file that is not merged yet, and what was said about others."""

    arrival: Arrival | None
    said: tuple[str, ...] = ()
    """A sentence about each file that could not be taken, such as one that is still being copied."""


def collect(session: Session, partner: Partner, seen: set[tuple[str, int, float]] | None = None) -> Collected:
    """Look into the box for what `partner` has put there; nothing of the store's content is changed.

    `seen` remembers between looks which files hold nothing new, so that they are not fetched again.
    """
    box, said = _box(partner), []
    seen = set() if seen is None else seen
    with _reached(box) as files:
        folder = _folder(partner.author, session.store.author)
        for entry in sorted(_files(files, folder), key=_moment, reverse=True):
            mark = (_name(entry), int(entry.get("size") or 0), _moment(entry))
            if mark in seen:
                continue
            try:
                if mark[1] > LARGEST:
                    raise faults.TooLarge(_("Filen"))
                arrival = exchange.open_file(session, files.cat_file(entry["name"]))
            except UserError as fault:
                said.append(f"{mark[0]}: {fault}")
                continue
            if arrival.is_news:
                return Collected(arrival, tuple(said))
            # an older file, or one without news for us: that it was read is still worth knowing there
            arrival.plan.apply()
            seen.add(mark)
    return Collected(None, tuple(said))


def _box(partner: Partner) -> Box:
    box = box_of(partner)
    if box is None:
        raise Refused(_("Der er ingen postkasse med {name} endnu. Vælg en mappe først.").format(name=partner.name))
    return box


def _try(session: Session, partner: Partner, box: Box) -> None:
    if not box.is_web and not Path(box.address).is_dir():
        raise _unreachable(box)
    folder = _folder(session.store.author, partner.author)
    with _reached(box) as files:
        files.makedirs(folder, exist_ok=True)
        files.pipe_file(f"{folder}/prøve.part", b"")
        files.rm_file(f"{folder}/prøve.part")


def _folder(sender: int | None, receiver: int | None) -> str:
    """The subfolder only `sender` writes into. Both sides make the same name, and it names nobody."""
    return f"mentorapp-{sender or 0:016x}-{receiver or 0:016x}"


def _files(files: Any, folder: str) -> list[dict[str, Any]]:
    with suppress(FileNotFoundError):
        return [
            entry
            for entry in files.ls(folder, detail=True)
            if entry["type"] == "file" and _name(entry).endswith(SUFFIX)
        ]
    return []


def _name(entry: dict[str, Any]) -> str:
    return str(entry["name"]).rsplit("/", 1)[-1]


def _moment(entry: dict[str, Any]) -> float:
    """When a file was written; systems call it by several names."""
    for name in ("mtime", "modified", "created"):
        told = entry.get(name)
        if told is not None:
            return float(told.timestamp() if hasattr(told, "timestamp") else told)
    return 0.0


@contextmanager
def _reached(box: Box) -> Iterator[Any]:
    """The files below the box's address; what the network or the disk does is said in a sentence."""
    # fsspec and httpx are slow to import, and only a post box needs them
    from fsspec.implementations.dirfs import DirFileSystem
    from fsspec.implementations.local import LocalFileSystem

    try:
        if box.is_web:
            with _web(box) as files:
                yield files
        else:
            yield DirFileSystem(box.address, LocalFileSystem(), use_listings_cache=False, skip_instance_cache=True)
    except OSError as fault:
        raise _unreachable(box) from fault


@contextmanager
def _web(box: Box) -> Iterator[Any]:
    import httpx
    from webdav4.client import ClientError
    from webdav4.fsspec import WebdavFileSystem

    if not box.address.startswith("https://") and httpx.URL(box.address).host not in _THIS_MACHINE:
        raise Refused(
            _("{address} er ikke krypteret. Intet er sendt. Brug den adresse, der begynder med https.").format(
                address=box.address
            )
        )
    auth = (box.user, box.password) if box.user else None
    try:
        files = WebdavFileSystem(box.address, auth=auth, timeout=_TIMEOUT, skip_instance_cache=True)
        with files.client.http:
            yield files
    except (httpx.HTTPError, httpx.InvalidURL, ClientError) as fault:
        if getattr(fault, "status_code", None) in (401, 403):
            raise Refused(
                _("{address} tager ikke imod navn og adgangskode. Intet er ændret. Ret dem, og prøv igen.").format(
                    address=box.address
                )
            ) from fault
        raise _unreachable(box) from fault


def _rename(files: Any, old: str, new: str) -> None:
    # the WebDAV file system's own `mv` copies and deletes: a reader might meet half a copy
    move = files.client.move if hasattr(files, "client") else files.mv
    move(old, new)


def _unreachable(box: Box) -> UserError:
    return UserError(
        _(
            "Postkassen {address} kan ikke nås. Intet er ændret, og intet er sendt. "
            "Se efter, om drevet eller netværket er der, eller send filen på en anden måde."
        ).format(address=box.address)
    )
