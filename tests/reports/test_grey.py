"""What a copier leaves: planned, attended and documented must look different without colour."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from io import BytesIO
from itertools import combinations

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from mentorapp.domain.week import WEEK, Segment, Week
from mentorapp.reports import _fonts
from mentorapp.reports._look import px, tokens
from mentorapp.reports._strip import Strip

SCALE = 6
STATES = ("planned", "done", "documented")


def cells(kind: str) -> dict[str, Image.Image]:
    """A full week of `kind` in each state, in grey."""
    monday = date(2026, 1, 12)
    weeks = []
    for place, state in enumerate(STATES):
        first = monday + timedelta(weeks=place)
        weeks.append(Week(first, first, first + timedelta(days=4), (Segment(kind, state, 37 * 60, WEEK),)))
    strip, target = Strip(weeks, date(2030, 1, 1)), BytesIO()
    _fonts.main()
    canvas = Canvas(target, pagesize=(500, 120))
    strip.wrapOn(canvas, 500, 120)
    strip.drawOn(canvas, 0, 0)
    canvas.save()
    with (
        closing(pypdfium2.PdfDocument(target.getvalue())) as document,
        closing(document[0]) as sheet,
        closing(sheet.render(scale=SCALE)) as bitmap,
    ):
        page = bitmap.to_pil().convert("L")
    paper = tokens()["paper"]
    low = px(18)
    high = low + px(2) + (float(paper["seal_mm"]) + 5 * float(paper["day_mm"])) * mm
    pitch, wide = float(paper["pitch_mm"]) * mm, (float(paper["pitch_mm"]) - float(paper["gap_mm"])) * mm
    found = {}
    for place, state in enumerate(STATES):
        box = (place * pitch, 120 - high, place * pitch + wide, 120 - low)
        found[state] = page.crop(tuple(round(side * SCALE) for side in box)).resize((40, 160))
    return found


@pytest.mark.parametrize("kind", ["amu", "danish", "other"])
def test_states_differ_in_grey(kind: str) -> None:
    for one, other in combinations(cells(kind).values(), 2):
        difference = ImageStat.Stat(ImageChops.difference(one, other)).mean[0]
        assert difference > 8


@pytest.mark.parametrize("kind", ["amu", "danish", "other"])
def test_what_is_planned_is_paler(kind: str) -> None:
    mean = {state: ImageStat.Stat(image).mean[0] for state, image in cells(kind).items()}
    assert mean["planned"] > mean["done"] + 30
    assert mean["done"] > mean["documented"]
