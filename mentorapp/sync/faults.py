"""Why a file from another machine is refused: one sentence each, and nothing has been changed by any of them."""

from __future__ import annotations

from mentorapp.errors import Refused
from mentorapp.i18n import _


class FileRefused(Refused):
    """A file that is not taken in; `name` is what the person at the screen calls it."""

    def __init__(self, name: str) -> None:
        super().__init__(self._sentence().format(name=name))

    @staticmethod
    def _sentence() -> str:
        raise NotImplementedError


class NotOurs(FileRefused):
    """Something else altogether."""

    @staticmethod
    def _sentence() -> str:
        return _("{name} er ikke en fil fra Mentorapp. Intet er ændret. Vælg den fil, du har fået sendt.")


class WrongKind(FileRefused):
    """A file of ours, and not of the kind that was asked for."""

    @staticmethod
    def _sentence() -> str:
        return _(
            "{name} er en anden slags fil fra Mentorapp end den, der bruges her. Intet er ændret. "
            "Åbn den under Udveksling."
        )


class Unreadable(FileRefused):
    """The system does not give it out: gone, locked, or on a stick that was pulled."""

    @staticmethod
    def _sentence() -> str:
        return _(
            "{name} kan ikke læses. Intet er ændret. Se efter, om filen stadig er der, og luk den i andre programmer."
        )


class Incomplete(FileRefused):
    """Its beginning is there and its end is not."""

    @staticmethod
    def _sentence() -> str:
        return _(
            "{name} er ikke helt kopieret endnu. Intet er ændret. "
            "Vent, til kopieringen er færdig, eller hent filen igen."
        )


class Damaged(FileRefused):
    """Some of its bytes are others than were written."""

    @staticmethod
    def _sentence() -> str:
        return _("{name} er blevet beskadiget undervejs. Intet er ændret. Bed afsenderen om at sende den igen.")


class NotForUs(FileRefused):
    """Whole, and sealed for other keys than ours."""

    @staticmethod
    def _sentence() -> str:
        return _(
            "{name} er lavet til en anden modtager og kan ikke åbnes her. Intet er ændret. "
            "Bed afsenderen om en fil til dig."
        )


class UnknownSender(FileRefused):
    """Nobody's keys here, or those of a partner who was taken away."""

    @staticmethod
    def _sentence() -> str:
        return _(
            "{name} kommer fra en, der ikke er partner her. Intet er ændret. "
            "Kender du afsenderen, så lav en ny invitation under Udveksling."
        )


class Forged(FileRefused):
    """The signature is not by the sender it names, or was made for another receiver."""

    @staticmethod
    def _sentence() -> str:
        return _(
            "{name} er ikke underskrevet til dig af den afsender, der står på den. Intet er ændret. "
            "Brug den ikke, og ring til afsenderen."
        )


class TooNew(FileRefused):
    """Made by a later version, and not to be understood by this one."""

    @staticmethod
    def _sentence() -> str:
        return _(
            "{name} er lavet af en nyere udgave af Mentorapp. Intet er ændret. "
            "Opdatér programmet på denne maskine, og prøv igen."
        )


class TooLarge(FileRefused):
    """More than is ever sent, packed or unpacked."""

    @staticmethod
    def _sentence() -> str:
        return _(
            "{name} er større, end nogen fil fra Mentorapp skal være. Intet er ændret. "
            "Se efter, at det er den rigtige fil, og ring til afsenderen."
        )


class Malformed(FileRefused):
    """From a known sender, and not as the format says."""

    @staticmethod
    def _sentence() -> str:
        return _(
            "{name} er ikke skrevet, som Mentorapp skriver sine filer. Intet er ændret. "
            "Bed afsenderen om at opdatere Mentorapp og sende den igen."
        )
