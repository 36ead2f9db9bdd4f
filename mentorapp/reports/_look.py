"""The look on paper: colours, lengths and type roles, all read from the one file of tokens."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm

from mentorapp.paths import RESOURCES


@cache
def tokens() -> dict[str, Any]:
    """Every value of the look; pixels at 100 %, paper in millimetres."""
    loaded: dict[str, Any] = json.loads((RESOURCES / "style" / "tokens.json").read_text("utf-8"))
    return loaded


@cache
def unit() -> float:
    """One pixel of the look in points on paper."""
    return float(tokens()["paper"]["unit_mm"]) * mm


def px(pixels: float) -> float:
    """A length of the look in points on paper."""
    return pixels * unit()


@cache
def colour(role: str) -> Color:
    """The colour of a role: paper's own where it has one, else that of the light theme."""
    paper = tokens()["paper"]
    return HexColor(paper[role] if role in paper else tokens()["colour"]["light"][role])


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of week is drawn. `faint` is the mark of a planned cell: its edge, thinned with the tint."""

    solid: Color
    mark: Color
    tint: Color
    edge: Color
    faint: Color
    pattern: str
    family: str


@cache
def kind(key: str) -> Kind:
    """The look of a kind of week, by its key in the ledger."""
    entry = tokens()["kinds"][key]
    solid, mark, tint, edge = (HexColor(entry["light"][part]) for part in ("solid", "mark", "tint", "edge"))
    alphas = tokens()["strip"]["planned_pattern_alpha"]
    alpha = alphas["school" if entry["family"] == "school" else "away"] / 255
    # Mixed here rather than drawn transparent: old printers render transparency as a picture of the whole page.
    faint = Color(*(alpha * e + (1 - alpha) * t for e, t in zip(edge.rgb(), tint.rgb(), strict=True)))
    return Kind(solid, mark, tint, edge, faint, entry["pattern"], entry["family"])


@dataclass(frozen=True, slots=True)
class Role:
    """A type role: font by its registered name, lengths in points."""

    font: str
    size: float
    leading: float
    tracking: float


@cache
def role(name: str, weight: int | None = None) -> Role:
    """The type role `name`, in another weight where one is given; its font is registered by `_fonts`."""
    entry = tokens()["type"]["scale"][name]
    return Role(
        font=f"{tokens()['type']['families'][0]} {weight or entry['weight']}",
        size=px(entry["px"]),
        leading=px(entry["line"]),
        tracking=px(entry["tracking"]),
    )
