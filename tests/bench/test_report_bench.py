"""One progress report against the same pages drawn with bare reportlab calls: no ledger, no layout, every place known.

What the report draws is recorded once. Its batched operators are taken apart into the `rect`, `line` and `clipPath`
calls anyone would write by hand.
"""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable, Iterator
from functools import wraps
from io import BytesIO
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests import builders
from tests.reports.made import note, report, text

Call = tuple[str, tuple[Any, ...], dict[str, Any]]
DRAWING = ("saveState", "restoreState", "translate", "setFont", "setFillColor", "drawString", "rect", "addLiteral")
TURNING = ("_startPage", "showPage")
ROUNDS = 15


def test_progress_report(report_line: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    case = builders.amal()
    notes = [note("Samtalen handlede om danskmodulet. " * 6, on=f"{n}-11-2026") for n in (20, 13, 6)]
    steps = ["Find en plads på AMU i januar", "Send bevis for hygiejnekurset"]

    def ours() -> bytes:
        return report(case, notes=notes, steps=steps)

    ours()  # fonts are read once in a session
    with monkeypatch.context() as patching:
        pages = _recorded(ours, patching)
    assert text(_bare(pages)) == text(ours())
    rounds = [(_seconds(ours), _seconds(lambda: _bare(pages))) for _round in range(ROUNDS)]
    mine, theirs = (statistics.median(took) for took in zip(*rounds, strict=True))
    report_line(
        f"one progress report ({len(pages)} pages): {mine * 1000:.0f} ms / bare canvas {theirs * 1000:.0f} ms "
        f"= {mine / theirs:.2f} (aim 2)"
    )


@pytest.fixture
def report_line(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """The summary's fixture; its own name is taken here."""
    add: Callable[[str], None] = request.getfixturevalue("report")
    return add


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _recorded(work: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> list[list[Call]]:
    """What `work` calls on its canvas, by page; calls within calls are left out."""
    calls: list[Call] = []
    depth = 0

    def watched(name: str) -> Callable[..., Any]:
        plain = getattr(Canvas, name)

        @wraps(plain)
        def call(*args: Any, **kwargs: Any) -> Any:
            nonlocal depth
            if depth == 0:
                calls.append((name, args[1:], kwargs))
            depth += 1
            try:
                return plain(*args, **kwargs)
            finally:
                depth -= 1

        return call

    for name in (*DRAWING, *TURNING):
        monkeypatch.setattr(Canvas, name, watched(name))
    work()
    # Content comes first, page by page; the foot of each page when their number is known.
    content, feet = _parts(calls, "_startPage"), _parts(calls, "showPage")
    count = len(feet)
    feet[0] = feet[0][sum(map(len, content[:count])) + count :]
    return [[*_plain(content[n]), *_plain(feet[n])] for n in range(count)]


def _parts(calls: list[Call], end: str) -> list[list[Call]]:
    parts: list[list[Call]] = []
    part: list[Call] = []
    for call in calls:
        if call[0] == end:
            parts.append(part)
            part = []
        else:
            part.append(call)
    return parts


def _plain(calls: list[Call]) -> Iterator[Call]:
    for call in calls:
        if call[0] == "addLiteral":
            yield from _by_hand(str(call[1][0]))
        else:
            yield call


def _by_hand(operators: str) -> Iterator[Call]:
    """Batched operators as calls of the canvas."""
    rects: list[list[float]] = []
    lines: list[list[float]] = []
    numbers: list[float] = []
    for token in re.findall(r"[^\s\[\]]+", operators):
        if re.fullmatch(r"-?[\d.]+", token):
            numbers.append(float(token))
            continue
        if token in ("q", "Q"):
            yield "saveState" if token == "q" else "restoreState", (), {}
        elif token in ("rg", "RG"):
            yield "setFillColorRGB" if token == "rg" else "setStrokeColorRGB", tuple(numbers), {}
        elif token == "w":
            yield "setLineWidth", tuple(numbers), {}
        elif token == "d":
            yield "setDash", (numbers[:-1],), {}
        elif token == "re":
            rects.append(numbers)
        elif token == "m":
            lines.append(numbers)
        elif token == "l":
            lines[-1] = [*lines[-1], *numbers]
        elif token in ("f", "S"):
            for rect in rects:
                yield "rect", tuple(rect), {"stroke": int(token == "S"), "fill": int(token == "f")}
            for line in lines:
                yield "line", tuple(line), {}
            rects, lines = [], []
        elif token == "W":
            yield "clip", (rects,), {}
            rects = []
        numbers = []


def _bare(pages: list[list[Call]]) -> bytes:
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    for page in pages:
        for name, args, kwargs in page:
            if name == "clip":
                path = canvas.beginPath()
                for rect in args[0]:
                    path.rect(*rect)
                canvas.clipPath(path, stroke=0, fill=0)
            else:
                getattr(canvas, name)(*args, **kwargs)
        canvas.showPage()
    canvas.save()
    return target.getvalue()
