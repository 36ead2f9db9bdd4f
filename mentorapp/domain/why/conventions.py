"""Sources that stand in no programme file: paragraphs about dates, and conventions of our own, each with its status."""

from __future__ import annotations

from mentorapp.domain.sentence import Sentence
from mentorapp.domain.why.derivation import Ground

OWN_TEXT = "Egen beregning efter programmets definitioner"
PAID_ABSENCE_TEXT = "Om betalt fravær tæller som praktik, er ikke afklaret med en myndighed"
TOTAL_TEXT = "Om 32–37 timer gælder klokketimer eller tællende timer, er ikke afklaret med en myndighed"
LESSON_TEXT = "Om en lektion på 45 minutter regnes som en klokketime, er ikke afklaret med en myndighed"
EXAM_DATE_TEXT = "Prøvens dato er ukendt; den er regnet som bestået før start"
FACTORS_23_TEXT = "Faktorerne står i teksten om 20 uger; de er brugt for 23 uger, indtil en myndighed siger andet"

OWN = Ground("definition", None, Sentence(OWN_TEXT), "inferred")
PAID_ABSENCE = Ground("paid_absence", None, Sentence(PAID_ABSENCE_TEXT), "unverified")
CLOCK_OR_COUNTED = Ground("clock_or_counted", None, Sentence(TOTAL_TEXT), "unverified")
LESSON = Ground("lesson", None, Sentence(LESSON_TEXT), "unverified")
EXAM_DATE = Ground("exam_date", None, Sentence(EXAM_DATE_TEXT), "unverified")
FACTORS_OF_23_WEEKS = Ground("factors", None, Sentence(FACTORS_23_TEXT), "inferred")

TWO_YEARS = Ground("years", 2, "Lov nr. 623 af 8. juni 2016 om integrationsgrunduddannelse", "verified")
SCHOOL_TYPES_OF_THE_ORDER = Ground("school_types", None, "BEK nr. 1825 af 28. december 2023 § 6", "verified")
EXAM_ENDS_DANISH = Ground(
    "factor danskuddannelse", 0, "Undervisningsministeriet, IGU-uddannelsesplaner (20-ugers-teksten)", "verified"
)
