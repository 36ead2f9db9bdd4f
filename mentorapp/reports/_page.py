"""Paper: A4, its margins and foot, and a finished file on disk, whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from mentorapp.errors import UserError
from mentorapp.i18n import _, language
from mentorapp.reports import _fonts
from mentorapp.reports._cells import fill
from mentorapp.reports._flow import CAPTION
from mentorapp.reports._look import colour, px, tokens
from mentorapp.reports._text import draw, fitted, width

PROGRAM = "Mentorapp"


def margin() -> float:
    """The white edge on all four sides, in points."""
    return float(tokens()["paper"]["margin_mm"]) * mm


def room() -> float:
    """The width between the margins, in points."""
    return float(A4[0]) - 2 * margin()


def to_bytes(story: Iterable[Flowable], title: str, foot: str, *, numbered: str = "", lang: str = "") -> bytes:
    """The finished PDF. Equal input gives equal bytes.

    `title` stands in the document's properties and above every page but the first; `foot` below every page.
    `numbered` and `lang` are for paper that speaks another language than the window (`Side {number} af {count}`).
    """
    target, edge = BytesIO(), margin()
    document = BaseDocTemplate(
        target,
        pagesize=A4,
        title=title,
        # Whose machine it was made on says nothing about the learner and is nobody's business.
        author=PROGRAM,
        creator=PROGRAM,
        producer=PROGRAM,
        subject="",
        invariant=1,
        lang=lang or language(),
        initialFontName=_fonts.main(),
    )
    frame = Frame(edge, edge, room(), A4[1] - 2 * edge, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate(frames=[frame]))

    def canvas(*args: Any, **kwargs: Any) -> _Paper:
        return _Paper(*args, **kwargs, heading=title, foot=foot, numbered=numbered)

    document.build(list(story), canvasmaker=canvas)
    return target.getvalue()


def write(story: Iterable[Flowable], path: Path, title: str, foot: str) -> None:
    """Write the finished PDF to `path`; faults as in `save`."""
    save(to_bytes(story, title, foot), path)


def save(content: bytes, path: Path) -> None:
    """Write a finished PDF to `path`; a `UserError` says why it could not be, and leaves no half file.

    What stood there before stays until the new file is whole.
    """
    unfinished = path.parent / f".mentorapp-{secrets.token_hex(6)}.part"
    try:
        with unfinished.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as fault:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise UserError(_reason(fault, path)) from fault


def _reason(fault: OSError, path: Path) -> str:
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        text = _("Disken er fuld, så {name} kunne ikke gemmes. Intet er ændret. Gør plads, eller vælg en anden mappe.")
    elif isinstance(fault, FileNotFoundError | NotADirectoryError):
        text = _("Mappen {folder} findes ikke, så {name} kunne ikke gemmes. Vælg en anden mappe.")
    elif isinstance(fault, IsADirectoryError):
        text = _("{name} er en mappe, så rapporten kunne ikke gemmes der. Vælg et andet filnavn.")
    elif isinstance(fault, PermissionError) and path.exists():
        text = _("{name} kan ikke erstattes. Luk den, hvis den er åben i et andet program, eller vælg et andet navn.")
    elif isinstance(fault, PermissionError) or fault.errno == errno.EROFS:
        text = _("Der må ikke skrives i mappen {folder}, så {name} kunne ikke gemmes. Vælg en anden mappe.")
    else:
        text = _("{name} kunne ikke gemmes. Intet er ændret. Vælg en anden mappe, eller prøv igen.")
    return text.format(name=path.name, folder=path.parent)


class _Paper(Canvas):
    """Remembers its pages, so that the foot of each can say how many there are."""

    def __init__(self, *args: Any, heading: str, foot: str, numbered: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._heading, self._foot, self._numbered = heading, foot, numbered
        self._finished: list[dict[str, Any]] = []

    def showPage(self) -> None:
        self._finished.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]

    def save(self) -> None:
        for number, page in enumerate(self._finished, 1):
            self.__dict__.update(page)
            self._draw_edges(number, len(self._finished))
            super().showPage()
        super().save()

    def _draw_edges(self, number: int, count: int) -> None:
        edge, right = margin(), A4[0] - margin()
        numbered = self._numbered or _("Side {number} af {count}")
        said = _fonts.clean(numbered.format(number=number, count=count))
        draw(self, right, px(42), said, CAPTION, "right")
        draw(self, edge, px(42), fitted(self._foot, CAPTION, room() - width(said, CAPTION) - px(24)), CAPTION)
        if number > 1:
            top = A4[1] - px(42)
            draw(self, edge, top, fitted(self._heading, CAPTION, room()), CAPTION)
            fill(self, colour("line"), [(edge, top - px(7), room(), px(1))])
