"""Six ordinary words that lock an invitation: said over the phone, or printed on a slip.

Each is drawn from the list on its own, so six of them hold 6 × log2(1,296) = 62 bits or more; with the stretch in
`sealed_lock.py` a machine that tries ten a second needs some ten billion years. The words of the list have no æ, ø or
å, and no two begin with the same four letters, sound alike, or are one slip of the finger apart.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.paths import RESOURCES

COUNT = 6


def make() -> str:
    """Six random words with spaces between."""
    import secrets

    return " ".join(secrets.choice(words()) for _word in range(COUNT))


def cleaned(text: str) -> str:
    """The words that were typed, as `make` writes them; capitals, hyphens, commas and line ends make no difference.

    `UserError` names the first word that is not in the list and the one that comes nearest, or says how many there are.
    """
    typed = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text).casefold())
    known = set(words())
    for word in typed:
        if word not in known:
            raise UserError(
                _("»{word}« er ikke et af ordene. Mente du »{nearest}«? Ret det, og prøv igen.").format(
                    word=word[:40], nearest=_nearest(word)
                )
            )
    if len(typed) != COUNT:
        raise UserError(
            _("Der skal være {n} ord, og her står {found}. Skriv dem med mellemrum imellem.").format(
                n=COUNT, found=len(typed)
            )
        )
    return " ".join(typed)


@cache
def words() -> tuple[str, ...]:
    """The list, in the order of the alphabet."""
    lines = (RESOURCES / "word_lists" / "six_words.txt").read_text("utf-8").splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())


def _nearest(word: str) -> str:
    from difflib import get_close_matches

    spelled = word[:40].translate(str.maketrans("åæø", "oeo")).replace("aa", "o")
    return get_close_matches(spelled, words(), 1, 0)[0]
