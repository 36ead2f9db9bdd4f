"""The week strip: its keys, its mouse, its ground, its legend."""

from datetime import date

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from mentorapp.ui import style
from mentorapp.ui.parts.week_layout import WeekLayout
from mentorapp.ui.parts.week_legend import WeekLegend
from mentorapp.ui.parts.week_strip import WeekStrip
from mentorapp.ui.theme import theme
from tests.ui.parts.weeks import END, TODAY, course, seg, week


@pytest.fixture
def app(qapp: QApplication) -> QApplication:
    style.apply(qapp, "light", 1.0)
    return qapp


@pytest.fixture
def strip(app: QApplication, qtbot) -> WeekStrip:
    made = WeekStrip()
    qtbot.addWidget(made)
    made.resize(1086, 101)
    made.set_weeks(course(), TODAY, END)
    return made


@pytest.mark.parametrize(
    ("keys", "index"),
    [
        ([], 63),
        ([Qt.Key.Key_Left], 62),
        ([Qt.Key.Key_Right, Qt.Key.Key_Right], 65),
        ([Qt.Key.Key_Up], 11),
        ([Qt.Key.Key_Up, Qt.Key.Key_Up], 0),
        ([Qt.Key.Key_Down], 104),
        ([Qt.Key.Key_PageUp], 50),
        ([Qt.Key.Key_PageDown], 76),
        ([Qt.Key.Key_Home], 0),
        ([Qt.Key.Key_End], 104),
        ([Qt.Key.Key_Home, Qt.Key.Key_Left], 0),
        ([Qt.Key.Key_End, Qt.Key.Key_T], 63),
    ],
)
def test_keys(strip: WeekStrip, qtbot, keys: list[Qt.Key], index: int) -> None:
    for key in keys:
        qtbot.keyClick(strip, key)
    assert strip.chosen() == course()[index]


def test_the_chosen_week_is_told_and_enter_opens_it(strip: WeekStrip, qtbot) -> None:
    with qtbot.waitSignal(strip.week_chosen) as told:
        qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert told.args[0].number == 46
    assert strip.accessibleDescription() == strip.toolTip() == strip.words()
    assert strip.words().startswith("Uge 46, 9.–13. nov. 2026: 5 dage praktik")
    with qtbot.waitSignal(strip.week_opened) as opened:
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert opened.args[0].number == 46


def test_the_mouse_chooses_and_a_double_click_opens(strip: WeekStrip, qtbot) -> None:
    layout = strip.layout_for(strip.width())
    strip.show()
    qtbot.mouseMove(strip, layout_point(layout, 10))
    qtbot.waitUntil(lambda: strip.chosen() == course()[10])
    with qtbot.waitSignal(strip.week_opened) as opened:
        qtbot.mouseDClick(strip, Qt.MouseButton.LeftButton, pos=layout_point(layout, 20))
    assert opened.args[0] == course()[20]


def layout_point(layout: WeekLayout, index: int):
    return QRect(layout.x(index), layout.cell_top, layout.measure.cell, 40).center()


def test_the_strip_is_as_high_as_its_rows(strip: WeekStrip) -> None:
    strip.show()
    assert strip.height() == 101
    strip.resize(700, 300)
    assert strip.height() == 210


def test_the_same_week_stays_chosen_when_the_course_is_read_again(strip: WeekStrip) -> None:
    strip.choose(10)
    strip.set_weeks(course()[5:], TODAY, END)
    assert strip.chosen() == course()[10]


def test_an_empty_course_is_no_error(app: QApplication, qtbot) -> None:
    made = WeekStrip()
    qtbot.addWidget(made)
    made.set_weeks((), TODAY, END)
    made.resize(400, 101)
    assert not made.grab().isNull()
    qtbot.keyClick(made, Qt.Key.Key_Left)
    assert made.chosen() is None


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("width", [500, 700, 1086, 1700])
def test_the_extension_lies_on_its_ground_from_its_first_week(name: str, width: int, qapp: QApplication, qtbot) -> None:
    style.apply(qapp, name)
    made = WeekStrip()
    qtbot.addWidget(made)
    agreed = date(2027, 4, 30)
    made.set_weeks(course(agreed=agreed), TODAY, agreed)
    made.resize(width, 101)
    image = made.grab().toImage()
    layout = made.layout_for(width)
    first = next(index for index, one in enumerate(layout.weeks) if one.extended)
    y = layout.top(layout.row_of(first)) + layout.seal_bottom + 2
    ratio = image.devicePixelRatio()
    inside = image.pixelColor(int((layout.x(first) + 3) * ratio), int(y * ratio))
    before = image.pixelColor(int((layout.x(first - 2) + 1) * ratio), int(y * ratio))
    assert inside == theme(name).colour("extension")
    assert before == theme(name).colour("surface_raised")


def test_the_legend_shows_only_what_occurs(app: QApplication, qtbot) -> None:
    legend = WeekLegend()
    qtbot.addWidget(legend)
    legend.set_weeks((week(seg("practice", "done", 32), seg("danish", "done", 8)),))
    assert legend.words() == ["Dansk", "Praktik"]
    legend.set_weeks((week(seg("amu", "planned", 40)), week(seg("danish", "documented", 8))))
    assert legend.words() == ["AMU", "Dansk", "omrids = planlagt", "bjælke = bevis set"]
