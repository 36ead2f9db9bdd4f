"""How many rows are new, changed, unchanged and refused."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mentorapp.i18n import _, ngettext
from mentorapp.ui.dialogs.importing.preview_row import LOOKS, Outcome
from mentorapp.ui.parts.chip import CountChip
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class ChipRow(QWidget):
    """Chips only for what there is."""

    def __init__(self) -> None:
        super().__init__()
        self._chips: list[CountChip] = []
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        measured(self, self._measure)

    def show_counts(self, kind: str, counts: Mapping[Outcome, int]) -> None:
        """Show the counts of a list of `kind`; an empty kind is several lists at once."""
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.deleteLater()
        self._chips = [
            CountChip(counts[outcome], words(kind, outcome, counts[outcome]), LOOKS[outcome][1])
            for outcome in Outcome
            if counts.get(outcome)
        ]
        for place, chip in enumerate(self._chips):
            self._row.insertWidget(place, chip)
        self.setAccessibleName(", ".join(chip.accessibleName() for chip in self._chips))

    def texts(self) -> list[str]:
        """What the chips say."""
        return [chip.accessibleName() for chip in self._chips]

    def _measure(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current().space("grid"))


def noun(kind: str, count: int) -> str:
    """What the rows of a list of `kind` are, without the number."""
    if kind == "learners":
        return ngettext("elev", "elever", count)
    if kind == "schooling":
        return ngettext("skoleforløb", "skoleforløb", count)
    if kind == "attendance":
        return ngettext("fremmødedag", "fremmødedage", count)
    if kind == "practice":
        return ngettext("praktikperiode", "praktikperioder", count)
    return ngettext("række", "rækker", count)


def words(kind: str, outcome: Outcome, count: int) -> str:
    """What a chip says after its number."""
    if outcome is Outcome.NEW:
        if kind == "schooling":
            return _("nye skoleforløb") if count != 1 else _("nyt skoleforløb")
        return ngettext("ny {noun}", "nye {noun}", count).format(noun=noun(kind, count))
    if outcome is Outcome.CHANGED:
        return ngettext("kendt med ændringer", "kendte med ændringer", count)
    return _("uden ændringer") if outcome is Outcome.SAME else _("springes over")
