"""The rows of the list of alerts: heads of groups, and alerts that are open or put off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from mentorapp.i18n import _, day
from mentorapp.ui.status_words import TONES
from mentorapp.ui.table_model import ROW

if TYPE_CHECKING:
    from mentorapp.alerts.alert import Alert
    from mentorapp.alerts.put_off import PutOff

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class AlertRow:
    """One alert about a learner, by name; `hidden` where it was put off."""

    name: str
    alert: Alert
    hidden: PutOff | None = None

    @property
    def tone(self) -> str:
        """The tone of its icon."""
        return "neutral" if self.hidden else TONES[self.alert.severity]

    @property
    def sentence(self) -> str:
        """What is told: the alert and what to do, or until when it is put off and why."""
        if self.hidden is None:
            return f"{self.alert.text} {self.alert.todo}"
        mark = self.hidden.mark
        told = _("Udsat til {day}: {reason}").format(day=day(mark.until), reason=mark.reason)
        return f"{self.alert.text} {told}"


@dataclass(frozen=True, slots=True)
class GroupHead:
    """The head of a group: its words, how many, and its tone."""

    text: str
    count: int
    tone: str


def groups() -> dict[str, str]:
    """Severity → words of its group, most urgent first."""
    return {"act": _("Handl nu"), "soon": _("Denne uge"), "info": _("Godt at vide")}


_ROOT = QModelIndex()


class AlertModel(QAbstractListModel):
    """Heads and alerts in one list."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[AlertRow | GroupHead] = []

    def set_alerts(self, alerts: Sequence[AlertRow]) -> None:
        """Group and show `alerts`, each group in the order given."""
        rows: list[AlertRow | GroupHead] = []
        for severity, text in groups().items():
            own = [row for row in alerts if row.alert.severity == severity and row.hidden is None]
            if own:
                rows += [GroupHead(text, len(own), TONES[severity]), *own]
        hidden = [row for row in alerts if row.hidden is not None]
        if hidden:
            rows += [GroupHead(_("Udsat"), len(hidden), "neutral"), *hidden]
        if rows == self.rows:
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, GroupHead):
                return f"{row.text}, {row.count}"
            return f"{row.name}: {row.sentence}"
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, AlertRow):
            key = _("Delete henter den frem.") if row.hidden else _("Delete udsætter den.")
            return f"{row.alert.text}\n{row.alert.todo}\n{row.alert.id} · {row.alert.source}\n{key}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], GroupHead):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
