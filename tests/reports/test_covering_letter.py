"""The covering letter says who, how much and what to do, in both languages and on one page."""

from __future__ import annotations

from datetime import date

import pytest

from mentorapp import i18n
from mentorapp.reports import covering_letter
from tests.reports.made import fonts, pages, text

SENT = date(2026, 11, 22)


def letter(learners: int, documents: int = 0, sender: str = "Karin Holst", receiver: str = "Amina Yusuf") -> bytes:
    story = covering_letter.build(sender, receiver, SENT, learners, documents)
    return covering_letter.to_bytes(story, covering_letter.title(), covering_letter.foot(SENT))


@pytest.mark.parametrize(
    ("learners", "documents", "said"),
    [(0, 0, "0 elever"), (1, 0, "1 elev"), (12, 0, "12 elever"), (1, 1, "1 dokument om 1 elev")],
)
def test_how_much_is_told_in_figures(learners: int, documents: int, said: str) -> None:
    assert said in text(letter(learners, documents))


def test_what_to_do_stands_in_the_letter() -> None:
    said = text(letter(12))
    assert "2. Åbn Mentorapp, vælg Udveksling, og åbn dette brev." in said
    assert "ring til Karin Holst" in said
    assert "Amina Yusuf bruger" in said
    assert "ligger inde i dette brev" in said
    i18n.use("en")
    assert "Open Mentorapp, choose Exchange, and open this letter." in text(letter(12))


def test_long_names_stay_on_one_page() -> None:
    pdf = letter(10_000, 500, "Anne-Margrethe Kirkegaard-Christoffersen " * 3, "ነጋሲ ተስፋይ")
    assert len(pages(pdf)) == 1
    assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in fonts(pdf))
    assert pdf == letter(10_000, 500, "Anne-Margrethe Kirkegaard-Christoffersen " * 3, "ነጋሲ ተስፋይ")
