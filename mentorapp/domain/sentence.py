"""A Danish sentence that can still be said in the reader's language."""

from __future__ import annotations

from collections.abc import Callable

from mentorapp.domain.measure import Measure


class Sentence(str):
    """A Danish sentence that still knows its message id and its values, for readers of another language."""

    message: str
    values: dict[str, str | int | Measure]

    def __new__(cls, message: str, **values: str | int | Measure) -> Sentence:
        sentence = super().__new__(cls, message.format(**values))
        sentence.message, sentence.values = message, values
        return sentence

    def said(self, translate: Callable[[str], str], write: Callable[[Measure], str] = str) -> str:
        """The sentence by `translate` (the catalogue's look-up of a message id), its numbers by `write`."""
        values = {name: write(value) if isinstance(value, Measure) else value for name, value in self.values.items()}
        return translate(self.message).format(**values)
