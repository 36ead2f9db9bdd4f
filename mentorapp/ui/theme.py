"""A theme: the values of `resources/style/tokens.json` in one of two palettes at one text scale."""

import json
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from PySide6.QtGui import QColor, QFont

from mentorapp.paths import RESOURCES

TEXT_SCALES = (1.0, 1.25, 1.5, 2.0)
"""Text sizes offered to the user: 2.0 doubles the type and everything measured with it."""


@cache
def tokens() -> dict[str, Any]:
    """Every value of the look, sizes in pixels at 100 %."""
    return json.loads((RESOURCES / "style" / "tokens.json").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class KindColours:
    """The four colours of a kind of week, with its pattern and family."""

    solid: QColor
    mark: QColor
    tint: QColor
    edge: QColor
    pattern: str
    family: str


@dataclass(frozen=True, eq=False)
class Theme:
    """Colours by role, kinds of weeks, sizes and fonts at one text scale.

    There is one object a palette and scale (`theme` below), so it may stand in the key of a cache.
    """

    name: str
    scale: float
    colours: dict[str, QColor] = field(repr=False)
    kinds: dict[str, KindColours] = field(repr=False)

    def colour(self, role: str) -> QColor:
        """The colour of a role, as `text_muted`."""
        return self.colours[role]

    def soft(self, tone: str) -> QColor:
        """The ground that belongs to a tone: `ok`, `info`, `warning`, `danger`, `accent`, else neutral."""
        return self.colours.get(f"{tone}_soft", self.colours["surface_sunken"])

    def ink(self, tone: str) -> QColor:
        """The colour of text and icons in a tone; an unknown tone is muted text."""
        return self.colours[tone if tone in self.colours else "text_muted"]

    def px(self, at_100_percent: float) -> int:
        """A length at this text scale, in whole pixels; nothing that is there vanishes."""
        scaled = int(at_100_percent * self.scale + 0.5)
        return max(1, scaled) if at_100_percent > 0 else scaled

    def size(self, name: str) -> int:
        """A named height or width at this text scale."""
        return self.px(tokens()["size"][name])

    def space(self, name: str) -> int:
        """A named distance at this text scale."""
        return self.px(tokens()["space"][name])

    def radius(self, name: str) -> int:
        """A named corner at this text scale."""
        return self.px(tokens()["radius"][name])

    def line(self, name: str) -> int:
        """A named line width at this text scale."""
        return self.px(tokens()["line"][name])

    def line_height(self, role: str) -> int:
        """The height of one line of text of a role."""
        return self.px(tokens()["type"]["scale"][role]["line"])

    def font(self, role: str, weight: int | None = None, ratio: float = 1.0) -> QFont:
        """The font of a type role; `ratio` is for painting in device pixels."""
        return _font(role, weight, self.scale * ratio)


@lru_cache(maxsize=200)
def _font(role: str, weight: int | None, scale: float) -> QFont:
    values = tokens()["type"]["scale"][role]
    font = QFont()
    font.setFamilies(tokens()["type"]["families"])
    font.setPixelSize(max(1, int(values["px"] * scale + 0.5)))
    # Hinting makes 14 px letters a pixel taller than drawn, and each size a face of its own.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setWeight(QFont.Weight(weight or values["weight"]))
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, values["tracking"] * scale)
    return font


@cache
def theme(name: str, scale: float = 1.0) -> Theme:
    """The theme `light` or `dark` at a text scale."""
    values = tokens()
    colours = {role: QColor(value) for role, value in values["colour"][name].items()}
    kinds = {
        kind: KindColours(
            **{part: QColor(value) for part, value in entry[name].items()},
            pattern=entry["pattern"],
            family=entry["family"],
        )
        for kind, entry in values["kinds"].items()
    }
    return Theme(name, scale, colours, kinds)


_shown: list[Theme] = []


def current() -> Theme:
    """The theme on screen. Parts ask when they paint, so that a change needs no wiring."""
    return _shown[-1] if _shown else theme("light")


def show(chosen: Theme) -> None:
    """Remember what is on screen; only `style.apply` calls this."""
    _shown[:] = [chosen]
