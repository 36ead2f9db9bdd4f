"""How people head their columns, in Danish and English; case, spaces, dots and hyphens do not matter.

A test holds that no heading means two fields of one kind, and that each field's own label is among its headings.
"""

from __future__ import annotations

from mentorapp.domain import month_sheet_words

_NUMBER = ("CPR-nr.", "CPR", "CPR-nummer", "Personnummer", "cprnr", "Registration number")
_BIRTH = ("Fødselsdato", "Født", "Født den", "Fødselsdag", "Date of birth", "Birth date", "Birthday")
_LEARNER = {
    "name": ("Elev", "Elevens navn", "Elevnavn", "Navn", "Kursist", "Deltager", "Medarbejder", "Borger", "Learner",
             "Name", "Student", "Fulde navn", "Kursistens navn", "Deltagernavn"),
    "registration_number": _NUMBER,
    "birth_date": _BIRTH,
}  # fmt: skip
_FROM = ("Fra", "Fra dato", "Startdato", "Start", "Første dag", "Kursusstart", "Dato fra", "Periode fra", "From",
         "Start date", "First day", "Begynder")  # fmt: skip
_TO = ("Til", "Til dato", "Slutdato", "Slut", "Sidste dag", "Kursusslut", "Dato til", "Periode til", "To", "Until",
       "End date", "Last day", "Ophør")  # fmt: skip
_TYPE = ("Type", "Skoletype", "Uddannelsestype", "Kursustype", "Undervisningstype", "Slags", "Art", "School type")
_TITLE = ("Titel", "Forløb", "Kursus", "Kursusnavn", "Kursustitel", "Modul", "Fag", "Hold", "Title", "Course",
          "Kursets navn", "Holdnavn")  # fmt: skip
_PROVIDER = ("Udbyder", "Skole", "Kursussted", "Uddannelsessted", "Sted", "Sprogcenter", "Provider", "School")
_SOURCE = ("Kilde", "Dokumentation", "Bilag", "Source")

HEADINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "learners": {
        "name": _LEARNER["name"],
        "given_name": ("Fornavn", "Fornavne", "Fornavn(e)", "First name", "Given name"),
        "family_name": ("Efternavn", "Efternavne", "Last name", "Family name", "Surname"),
        "registration_number": _NUMBER,
        "birth_date": _BIRTH,
        "languages": ("Sprog", "Modersmål", "Elevens sprog", "Languages", "Language"),
        "phone": ("Telefon", "Tlf.", "Telefonnummer", "Tlf.nr.", "Mobil", "Mobilnummer", "Elevens telefon", "Phone"),
        "email": ("E-mail", "Mail", "Mailadresse", "E-mailadresse", "E-post"),
        "first_danish_address": ("Første adresse i DK", "Første adresse i Danmark", "Første danske adresse",
                                 "Første folkeregisteradresse", "Ankommet", "Indrejse", "Indrejsedato",
                                 "First Danish address"),
        "permit_expires": ("Opholdskort udløber", "Opholdstilladelse udløber", "Opholdstilladelse til",
                           "Opholdskort til", "Udløb opholdskort", "Udløb af opholdstilladelse",
                           "Opholdskort gyldigt til", "Permit expires", "Residence card expires",
                           "Residence permit expires"),
        "programme": ("Ordning", "Forløb", "Forløbstype", "Program", "Tilbud", "Indsats", "Programme"),
        "start": ("Startdato", "Start", "Forløbsstart", "Opstart", "Startet", "Start dato", "Begyndt", "Fra",
                  "IGU-start", "Start date"),
        "agreed_end": ("Aftalt slut", "Slutdato", "Slut", "Forløbsslut", "Aftalt slutdato", "Forventet slut", "Til",
                       "IGU-slut", "Ophør", "End date", "Agreed end"),
        "site": ("Praktiksted", "Plejecenter", "Plejehjem", "Arbejdssted", "Arbejdsplads", "Virksomhed",
                 "Praktikvært", "Praktikplads", "Site", "Workplace", "Placement site", "Host"),
        "cvr": ("CVR", "CVR-nr.", "CVR-nummer"),
        "p_number": ("P-nummer", "P-nr.", "Produktionsenhed", "Produktionsenhedsnummer", "P number"),
        "sector": ("Sektor", "Ejerform", "Sector"),
        "address": ("Praktikstedets adresse", "Arbejdsstedets adresse", "Site address"),
        "department": ("Afdeling", "Afd.", "Enhed", "Hus", "Team", "Department", "Ward"),
        "mentor": ("Mentor", "Praktikvejleder", "Kontaktperson", "Oplæringsvejleder", "Mentors navn"),
        "mentor_phone": ("Mentors telefon", "Mentor telefon", "Mentor tlf.", "Tlf. mentor", "Mentor phone"),
        "practice_minutes": ("Praktiktimer pr. uge", "Praktiktimer", "Timer pr. uge", "Ugentlige timer", "Timetal",
                             "Praktiktimer om ugen", "Arbejdstimer pr. uge", "Ugentlige praktiktimer", "Timer/uge",
                             "Praktiktimer/uge", "Practice hours per week"),
        "school_minutes": ("Skoletimer pr. uge", "Skoletimer", "Skoletimer om ugen", "Ugentlige skoletimer",
                           "Undervisningstimer pr. uge", "Skoletimer/uge", "School hours per week"),
        "municipality": ("Bopælskommune", "Kommune", "Hjemkommune", "Municipality", "Home municipality"),
        "target_group": ("Målgruppe", "Målgrupper", "Ydelse", "Gruppe", "Target group", "Group"),
        "team": ("Hold", "Holdnavn", "Class", "Cohort"),
        "purpose": ("Formål", "Formål med praktik", "Praktikformål", "Praktikkens formål", "Purpose"),
        "signed_on": ("Underskrevet", "Underskrevet den", "Aftale underskrevet", "Underskrift", "Signed", "Signed on"),
        "arrived_on": ("Ankomst til kommunen", "Ankomst", "Ankomstdato", "Ankommet til kommunen", "Arrived",
                       "Arrival", "Arrived in the municipality"),
        "earlier_igu": ("Tidligere igu", "Tidligere igu-forløb", "Earlier IGU", "Previous IGU"),
        "earlier_job_ended_on": ("Tidligere ansættelse slut", "Tidligere ansættelse til", "Tidligere ansat til",
                                 "Ordinær ansættelse slut", "Earlier job ended", "Earlier employment ended"),
        "danish_level": ("Danskniveau", "Dansk niveau", "Sprogniveau", "Niveau", "Danskuddannelse", "Modul",
                         "Danish level"),
        "exam": ("Prøve i Dansk", "Danskprøve", "Bestået prøve", "Prøve", "Exam"),
        "exam_passed_on": ("Prøve bestået den", "Prøve bestået", "Bestået den", "Prøvedato", "Exam passed on"),
        "leave_from": ("Orlov fra", "Orlov start", "Barsel fra", "Orlov fra dato", "Leave from"),
        "leave_to": ("Orlov til", "Orlov slut", "Barsel til", "Orlov til dato", "Leave to"),
        "leave_kind": ("Orlovstype", "Orlov", "Type orlov", "Orlovsart", "Leave type"),
        "remark": ("Bemærkning", "Bemærkninger", "Noter", "Note", "Kommentar", "Kommentarer", "Remark", "Remarks"),
    },
    "schooling": {
        **_LEARNER,
        "type": _TYPE,
        "provider": _PROVIDER,
        "title": _TITLE,
        "code": ("Kursuskode", "Kode", "Fagnummer", "AMU-nummer", "Fagkode", "Kursusnummer", "Code"),
        "first_day": _FROM,
        "last_day": _TO,
        "starts_at": ("Start kl.", "Starttid", "Starttidspunkt", "Kl. fra", "Fra kl.", "Mødetid", "Starts at"),
        "ends_at": ("Slut kl.", "Sluttid", "Sluttidspunkt", "Kl. til", "Til kl.", "Ends at"),
        "weekdays": ("Dage", "Ugedage", "Ugedag", "Skoledage", "Undervisningsdage", "Weekdays", "Days"),
        "planned_minutes": ("Planlagte timer", "Timer", "Timer i alt", "Timetal", "Planlagt timetal", "Antal timer",
                            "Skoletimer", "Undervisningstimer", "Planned hours", "Hours"),
        "attended_minutes": ("Fremmødte timer", "Timer fremmødt", "Fremmøde", "Deltagne timer", "Gennemførte timer",
                             "Attended hours"),
        "proof_on": ("Bevis modtaget", "Bevis", "Kursusbevis", "Bevis dato", "Bevis modtaget den", "Deltagerbevis",
                     "Bevisdato", "AMU-bevis", "Proof received"),
        "result": ("Resultat", "Bestået", "Prøveresultat", "Result"),
        "cancelled": ("Aflyst", "Cancelled"),
    },
    "attendance": {
        **_LEARNER,
        "day": ("Dato", "Dag", "Den", "Mødedag", "Mødedato", "Fremmødedato", "Date", "Day"),
        "type": _TYPE,
        "title": _TITLE,
        "provider": _PROVIDER,
        "minutes": ("Timer", "Fremmødte timer", "Timetal", "Antal timer", "Hours"),
        "lessons": ("Lektioner", "Antal lektioner", "Lessons"),
        "status": ("Status", "Fremmøde", "Fravær", "Fraværsårsag", "Fraværstype", "Fremmødestatus", "Attendance"),
        "source": _SOURCE,
    },
    "practice": {
        **_LEARNER,
        "first_day": _FROM,
        "last_day": _TO,
        "worked_minutes": ("Arbejdede timer", "Arbejdstimer", "Præsterede timer", "Praktiktimer", "Timer arbejdet",
                           "Worked hours", "Worked"),
        "paid_holiday_minutes": ("Ferie med løn", "Ferie", "Ferietimer", "Betalt ferie", "Paid holiday"),
        "paid_sickness_minutes": ("Sygdom med løn", "Sygdom", "Sygetimer", "Betalt sygdom", "Paid sickness"),
        "other_paid_minutes": ("Andet betalt fravær", "Andet fravær", "Øvrigt betalt fravær", "Andet",
                               "Other paid absence"),
        "source": _SOURCE,
    },
    # a form of our own, so there is one way to head a column
    "monthsheet": {field: (heading,) for field, heading in month_sheet_words.HEADINGS.items()},
}  # fmt: skip
"""Kind of list → field → the ways its column is headed."""

REQUIRED: dict[str, tuple[tuple[str, ...], ...]] = {
    "learners": (("name", "given_name"), ("start",)),
    "schooling": (("name", "registration_number"), ("type",), ("first_day",)),
    "attendance": (("name", "registration_number"), ("day",)),
    "practice": (("name", "registration_number"), ("first_day",), ("last_day",), ("worked_minutes",)),
    "monthsheet": (("day",), ("came",)),
}
"""What a kind cannot do without: of each group one field."""
