"""The strip in a table row."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from mentorapp.ui.parts.mini_strip import mini_colour, mini_strip_size, paint_mini_strip
from mentorapp.ui.theme import theme
from tests.ui.parts.weeks import TODAY, course


def test_a_mini_strip_is_two_pixels_a_week_and_fourteen_high(app: QApplication) -> None:
    size = mini_strip_size(course(), theme("light"))
    assert (size.width(), size.height()) == (210, 14)
    assert mini_strip_size(course(), theme("light", 2.0)).width() == 420


def test_a_mini_strip_tells_done_from_planned_and_today(app: QApplication) -> None:
    image = QImage(240, 44, QImage.Format.Format_RGB32)
    image.fill(theme("light").colour("surface_raised"))
    painter = QPainter(image)
    paint_mini_strip(painter, QRect(10, 0, 230, 44), course(), TODAY, theme("light"))
    painter.end()
    assert image.pixelColor(11, 22) == theme("light").kinds["practice"].solid
    assert image.pixelColor(10 + 2 * 80, 22) == mini_colour("practice", "planned", theme("light"))
    assert image.pixelColor(10 + 2 * 64, 22) == theme("light").colour("today")
    assert mini_colour("amu", "planned", theme("light")) != mini_colour("amu", "done", theme("light"))
