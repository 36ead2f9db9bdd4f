"""One derivation as a page of text: value, formula, rules with how sure they are, and the rows that were counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape

from mentorapp.derivation_sentences import EntrySaid, entry_said, figure_name, sources, sureness, value_said
from mentorapp.domain.why.derivation import Derivation
from mentorapp.i18n import _
from mentorapp.sentences import told
from mentorapp.ui.theme import Theme, tokens

_TONES = {"verified": "ok", "inferred": "text_muted", "unverified": "warning"}
"""The tone of how sure a source is; the words say the same, so colour never stands alone."""


def page(derivation: Derivation, assumed: Sequence[str], theme: Theme) -> str:
    """The answer as rich text; every word of it is escaped, for courses are named by people."""
    parts = [
        _paragraph(figure_name(derivation.figure), "label", theme, "text_muted"),
        _paragraph(value_said(derivation), "title", theme, below=10),
        _paragraph(told(derivation.formula), "body", theme),
    ]
    grounds = sources(derivation)
    parts.append(_heading(_("Regel og kilde"), theme))
    if not grounds:
        nothing = _("Tallet hviler kun på det, der er skrevet ind.")
        parts.append(_paragraph(nothing, "body", theme, "text_muted"))
    for source, status in grounds:
        sure = f'<span style="color:{theme.ink(_TONES[status]).name()}"> – {escape(sureness(status))}</span>'
        parts.append(_paragraph(source, "body", theme, after=sure))
    if derivation.entries:
        parts.append(_heading(_("Regnet med"), theme))
        by_day = sorted(derivation.entries, key=lambda entry: entry.first_day or date.max)
        parts.append(_table([entry_said(entry) for entry in by_day], theme))
    if assumed:
        parts.append(_heading(_("Taget for givet i alle tal"), theme))
        parts += [_paragraph(sentence, "small", theme, "text_muted") for sentence in assumed]
    return "".join(parts)


def _heading(text: str, theme: Theme) -> str:
    return _paragraph(text, "strong", theme, above=16)


def _paragraph(
    text: str, role: str, theme: Theme, ink: str = "text", above: int = 0, below: int = 4, after: str = ""
) -> str:
    high = f"line-height:{theme.line_height(role)}px; margin:{theme.px(above)}px 0 {theme.px(below)}px 0"
    return f'<p style="{_type(role, theme)} color:{theme.colour(ink).name()}; {high}">{escape(text)}{after}</p>'


def _type(role: str, theme: Theme) -> str:
    values = tokens()["type"]["scale"][role]
    return f"font-size:{theme.px(values['px'])}px; font-weight:{values['weight']};"


def _table(rows: Sequence[EntrySaid], theme: Theme) -> str:
    """Only the columns that say something of some row."""
    heads = {
        "kind": _("Hvad"), "period": _("Hvornår"), "state": _("Regnet som"), "amount": _("Hvor meget"),
        "said_by": _("Kilde"),
    }  # fmt: skip
    shown = [name for name in heads if any(getattr(row, name) for row in rows)]
    line = f"border-bottom:{theme.line('hair')}px solid {theme.colour('line').name()};"
    pad = f"padding:{theme.px(4)}px {theme.px(12)}px {theme.px(4)}px 0;"
    head = f"{_type('label', theme)} color:{theme.colour('text_muted').name()}; {line} {pad}"
    cell = f"{_type('small', theme)} color:{theme.colour('text').name()}; {line} {pad}"
    lines = [_row("th", head, (heads[name] for name in shown))]
    lines += [_row("td", cell, (_said(row, name) for name in shown)) for row in rows]
    return f'<table width="100%" cellspacing="0" style="border-collapse:collapse">{"".join(lines)}</table>'


def _row(tag: str, style: str, cells: Iterable[str]) -> str:
    return "<tr>" + "".join(f'<{tag} align="left" style="{style}">{escape(cell)}</{tag}>' for cell in cells) + "</tr>"


def _said(row: EntrySaid, name: str) -> str:
    if name == "kind":
        return ": ".join(filter(None, (row.kind, row.title)))
    return str(getattr(row, name))
