"""Week cells: heights, gaps, seals, and that no two states look alike in grey."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from mentorapp.domain.week import KINDS, Segment
from mentorapp.ui.parts.week_cell import Measure, blocks, paint_column, paint_segment, seal_width
from mentorapp.ui.theme import theme, tokens
from tests.ui.parts.weeks import seg


def measure(pitch: int = 12, variant: str = "one_row") -> Measure:
    return Measure.of(tokens()["strip"][variant], 1.0, pitch)


def test_four_days_of_practice_and_one_of_school_is_32_and_8_pixels() -> None:
    stack = blocks((seg("practice", "done", 32), seg("danish", "done", 8)), measure())
    assert [(block.segment.kind, block.low, block.high) for block in stack] == [("danish", 0, 7), ("practice", 8, 40)]


def test_school_stands_on_the_base_line_and_absence_hangs_from_the_top() -> None:
    kinds = ("unexcused", "sick", "practice", "other", "amu")
    stack = blocks(tuple(seg(kind, "done", 8) for kind in kinds), measure())
    assert [block.segment.kind for block in stack] == ["amu", "other", "practice", "sick", "unexcused"]
    assert stack[-1].high == 40


def test_half_days_are_half_units_and_small_cells_keep_their_ground() -> None:
    stack = blocks((seg("danish", "done", 4), seg("amu", "done", 2), seg("practice", "done", 34)), measure())
    assert [(block.low, block.high) for block in stack] == [(0, 2), (2, 5), (6, 40)]


def test_part_weeks_are_lower_and_more_than_a_week_is_not_higher() -> None:
    assert blocks((seg("practice", "planned", 16),), measure())[0].high == 16
    assert blocks((seg("practice", "done", 44),), measure())[0].high == 40


def test_the_seal_is_half_when_part_of_the_school_is_documented() -> None:
    sealed = (seg("danish", "documented", 8), seg("practice", "done", 32))
    assert seal_width(sealed, measure()) == 10
    assert seal_width((*sealed, seg("amu", "done", 8)), measure()) == 5
    assert seal_width((seg("danish", "done", 8),), measure()) == 0


@pytest.mark.parametrize("variant", ["board", "board_compact"])
def test_practice_is_quiet_on_the_board(variant: str, app: QApplication) -> None:
    quiet, shown = measure(8, variant), theme("light")
    image = painted((seg("practice", "planned", 40),), quiet)
    assert image.pixelColor(0, 0) == shown.kinds["practice"].edge
    ground, practice = image.pixelColor(0, 5), shown.kinds["practice"]
    # darker than the tint, which would be lost on the panel, and still far from what has been done
    assert practice.solid.lightness() + 15 < ground.lightness() < practice.tint.lightness() - 10


def painted(segments: tuple[Segment, ...], sizes: Measure, name: str = "light") -> QImage:
    image = QImage(sizes.cell, sizes.height + sizes.seal_gap + sizes.seal, QImage.Format.Format_RGB32)
    image.fill(theme(name).colour("surface_raised"))
    painter = QPainter(image)
    paint_column(painter, 0, sizes.height, segments, sizes, theme(name))
    painter.end()
    return image


def greys(image: QImage) -> list[int]:
    return [image.pixelColor(x, y).lightness() for y in range(image.height()) for x in range(image.width())]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_no_two_cells_look_alike_in_grey(name: str, app: QApplication) -> None:
    looks = {}
    for kind in KINDS:
        for state in ("planned", "done", "documented"):
            if state != "documented" or kind in ("amu", "danish", "other"):
                looks[kind, state] = greys(painted((seg(kind, state, 40),), measure(), name))
    pairs = [(one, other) for one in looks for other in looks if one < other]
    for one, other in pairs:
        apart = sum(abs(a - b) for a, b in zip(looks[one], looks[other], strict=True)) / len(looks[one])
        assert apart > 3, (one, other)


def test_diagonals_run_on_from_week_to_week(app: QApplication) -> None:
    image = QImage(44, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for x in (0, 11, 22, 33):
        paint_segment(painter, QRect(x, 0, 10, 40), "amu", "done", theme("light"), 1.0)
    painter.end()
    for x in range(40):
        if x % 11 != 10 and (x + 5) % 11 != 10:  # not in the gaps
            assert image.pixel(x, 20) == image.pixel(x + 5 if x + 5 < 44 else x, 20)
