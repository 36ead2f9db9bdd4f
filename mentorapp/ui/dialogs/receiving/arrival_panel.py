"""What a file does: its counts, what must be said about it, the list, and the chosen row in full with its choice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mentorapp import exchange_sentences
from mentorapp.exchange_sentences import Line, Speaker
from mentorapp.i18n import _, ngettext
from mentorapp.store.exchange import preview
from mentorapp.store.exchange.choices import Choices
from mentorapp.sync.exchange import Arrival
from mentorapp.ui.dialogs.receiving.arrival_list import ArrivalList, Heads
from mentorapp.ui.dialogs.receiving.arrival_model import ArrivalModel, Choice, Group, spoken
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.chip import CountChip
from mentorapp.ui.parts.empty_layout import empty
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.message_strip import MessageStrip
from mentorapp.ui.theme import current

MOST_NAMED = 8
"""Learners who would go that are named; of more, how many."""


class ArrivalPanel(QWidget):
    """`changed` when something was chosen that alters what an import would do."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._arrival: Arrival | None = None
        self._speaker: Speaker | None = None
        self._leaving: list[tuple[bytes, str, bool]] = []
        self.model = ArrivalModel(self._lines)
        self.list = ArrivalList(self.model)
        self.list.chosen.connect(self._say)
        self.list.decided.connect(self._decided)
        self.removals = QCheckBox()
        self.removals.toggled.connect(lambda _on: self.changed.emit())
        self.strips: list[MessageStrip] = []
        self._chips, self._told = QHBoxLayout(), QVBoxLayout()
        self.said = Label("", "small", "muted", wrap=True)
        self.decide = Button("", icon="undo-2", size="small")
        self.decide.clicked.connect(self.list.decide)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.said, 1)
        self._foot.addWidget(self.decide)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._chips)
        self._column.addLayout(self._told)
        self._column.addWidget(self.removals)
        self._heads = Heads(self.list)
        self._column.addWidget(self._heads)
        self._column.addWidget(self.list, 1)
        self._column.addLayout(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        measured(self, self._measure)

    def show_arrival(self, arrival: Arrival, speaker: Speaker) -> None:
        """Show what a file would do."""
        self._arrival, self._speaker = arrival, speaker
        self._leaving = preview.leaving(arrival.plan)
        self._show_chips(exchange_sentences.chips(arrival.counts, arrival.partner.name))
        self._show_strips(arrival)
        self.removals.setChecked(False)
        self.removals.setVisible(bool(self._leaving))
        self.removals.setText(_going(self._leaving))
        learners = [one for one in preview.planned_learners(arrival.plan) if _says_something(one)]
        self.model.show(learners)
        for part in (self._heads, self.list, self.said):
            part.setVisible(bool(learners))
        self._say(None)
        if learners:
            self.list.setCurrentIndex(self.model.index(0))

    @property
    def choices(self) -> Choices:
        """What was chosen."""
        return Choices(self.model.learners, self.model.kept, removals=self.removals.isChecked())

    @property
    def asked(self) -> bool:
        """Whether who would go must still be confirmed."""
        going = {learner for learner, _name, _erased in self._leaving}
        taken = self.model.learners
        if taken is not None and not going & set(taken):
            return False
        return bool(self._leaving) and not self.removals.isChecked()

    @property
    def changes(self) -> int:
        """How many changes would be imported."""
        return sum(
            one.planned.new_rows + one.planned.changed + one.planned.removed_rows
            for one in self.model.groups
            if one.taken
        )

    def _lines(self, learner: bytes) -> list[Line]:
        assert self._arrival is not None and self._speaker is not None
        return self._speaker.lines(self._arrival.plan, learner)

    def _show_chips(self, chips: Sequence[tuple[int, str, str]]) -> None:
        empty(self._chips)
        for chip in chips:
            self._chips.addWidget(CountChip(*chip))
        self._chips.addStretch(1)

    def _show_strips(self, arrival: Arrival) -> None:
        empty(self._told)
        self.strips = [MessageStrip(*told) for told in notices(arrival, self._leaving)]
        for strip in self.strips:
            self._told.addWidget(strip)

    def _decided(self) -> None:
        self._say(self.list.current_item())
        self.changed.emit()

    def _say(self, item: Group | Choice | None) -> None:
        self.said.setText("" if item is None else spoken(item))
        if isinstance(item, Group):
            words = _("Tag ikke med") if item.taken else _("Tag med")
        elif item is not None and item.line.keys and item.group.taken:
            words = _("Brug filens") if item.kept else _("Behold vores")
        else:
            words = ""
        self.decide.setVisible(bool(words))
        self.decide.setText(words)
        self.decide.setToolTip(_("Mellemrum gør det samme"))
        self.decide.updateGeometry()

    def _measure(self) -> None:
        theme = current()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space("grid"))
        self._chips.setSpacing(theme.space("grid"))
        self._told.setSpacing(theme.space("grid"))
        self._foot.setSpacing(theme.space("control"))
        self.said.setMinimumHeight(2 * theme.line_height("small"))


def notices(arrival: Arrival, leaving: Sequence[tuple[bytes, str, bool]]) -> list[tuple[str, str, str]]:
    """What must be said before anything is imported: tone, first sentence, and the rest."""
    counts, name, said = arrival.counts, arrival.partner.name, []
    erased = [who for _learner, who, everywhere in leaving if everywhere]
    if erased:
        lead = ngettext("{n} elev slettes overalt.", "{n} elever slettes overalt.", len(erased)).format(n=len(erased))
        text = _("{names}. Det kan ikke fortrydes, og {partner} får besked om, at det er sket.")
        said.append(("danger", lead, text.format(names=_named(erased), partner=name)))
    removed = [who for _learner, who, everywhere in leaving if not everywhere]
    if removed:
        lead = ngettext("{n} elev fjernes.", "{n} elever fjernes.", len(removed)).format(n=len(removed))
        said.append(("danger", lead, _("{names}. Det kan fortrydes.").format(names=_named(removed))))
    if counts.of_a_twin:
        lead = _("To kopier af din profil er i brug.")
        text = _(
            "Filen har ord, der er skrevet i dit navn på en anden maskine. Intet er gået tabt. "
            "Brug kun den ene maskine fra nu af, og sig det til {partner}."
        )
        said.append(("warning", lead, text.format(partner=name)))
    if counts.came_back:
        lead = _("Noget, du skrev før genskabelsen, kommer tilbage.")
        text = _("{partner} havde det stadig: {n} felter. De er med i listen herunder.")
        said.append(("info", lead, text.format(partner=name, n=counts.came_back)))
    if counts.aside:
        lead = ngettext("{n} felt lægges til side.", "{n} felter lægges til side.", counts.aside)
        text = _("{partner} må ikke rette det. Det står bagefter under Udveksling, hvor det kan overtages.")
        said.append(("info", lead.format(n=counts.aside), text.format(partner=name)))
    return said


def _named(names: Sequence[str]) -> str:
    shown = ", ".join(name or _("Elev uden navn endnu") for name in names[:MOST_NAMED])
    return shown if len(names) <= MOST_NAMED else _("{names} og {n} til").format(names=shown, n=len(names) - MOST_NAMED)


def _going(leaving: Sequence[tuple[bytes, str, bool]]) -> str:
    count = len(leaving)
    return ngettext("Ja, {n} elev skal væk herfra", "Ja, {n} elever skal væk herfra", count).format(n=count)


def _says_something(one: preview.PlannedLearner) -> bool:
    return bool(one.new_rows or one.changed or one.ours or one.removed_rows)
