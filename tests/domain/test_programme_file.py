"""Programme files: what they may hold, and that a fault is named with file, line and reason."""

from __future__ import annotations

from datetime import date

import pytest

from mentorapp.domain.figure import Figure
from mentorapp.domain.programme import find
from mentorapp.domain.programme_file import parse, programmes, read
from mentorapp.errors import UserError

HEAD = 'key = "prøve"\nname = "Prøveordning"\n'
SURE = 'source = "LAB § 61", status = "verified"'
STEP = '[[step]]\nkey = "a"\nname = "A"\nsource = "egen"\nstatus = "inferred"\n'


def test_a_file_from_before_the_other_parts_is_read_as_it_is() -> None:
    old = parse(
        HEAD + 'aliases = ["P"]\nyears = 2\n[factors]\namu = { value = 1, ' + SURE + " }\n"
        '[[rule_set]]\nkey = "P-1"\nstarts_from = 2020-01-01\nschool_weeks = { value = 23, ' + SURE + " }\n",
        "gammel.toml",
    )
    assert (old.short_name, old.years, old.figures, old.steps, old.groups) == ("Prøveordning", 2, {}, (), ())
    assert old.factors["amu"] == Figure(1, "LAB § 61", "verified")
    chosen = old.rule_set_on(date(2030, 1, 1))
    assert chosen is not None and (chosen.key, chosen.get("school_weeks")) == ("P-1", 23)


def test_figures_of_every_course_stand_in_each_rule_set_unless_it_has_its_own() -> None:
    programme = parse(
        HEAD + "[figures]\na = { value = 1, " + SURE + " }\nb = { value = true, " + SURE + " }\n"
        '[[rule_set]]\nkey = "1"\nstarts_from = 2020-01-01\nstarts_until = 2020-12-31\n'
        '[[rule_set]]\nkey = "2"\nstarts_from = 2021-01-01\na = { value = 2, ' + SURE + " }\n",
        "fil.toml",
    )
    assert [(one.get("a"), one.get("b"), one.get("c")) for one in programme.rule_sets] == [(1, 1, None), (2, 1, None)]


def test_every_part_is_read() -> None:
    programme = parse(
        HEAD
        + f"""
[[group]]
key = "ready"
name = "Jobparate"
aliases = ["jobparat"]
sectors = ["private"]
weeks = {{ value = 4, {SURE} }}

[[step]]
key = "met"
name = "Mødt"
due_from = "placement_start"
due_months = 1
due_days = -1
sectors = ["private"]
who = "company"
rule = "R06"
source = "egen"
status = "inferred"

[[stage]]
key = "one"
name = "Første"
needs = ["met"]
source = "egen"
status = "inferred"

[[week]]
place = "school"
name = "Dansk"
type = "danskuddannelse"
days = 3
source = "egen"
status = "inferred"

[[rung]]
after_weeks = 0
hours_a_week = 6
source = "egen"
status = "inferred"

[[remark]]
from = 2027-01-01
doubt = true
text = "Kontrollér."
source = "egen"
""",
        "fil.toml",
    )
    (group,), (step,), (stage,), (part,), (rung,) = (
        programme.groups, programme.steps, programme.stages, programme.week, programme.ladder,
    )  # fmt: skip
    assert (group.aliases, group.sectors, group.figures["weeks"].value) == (("jobparat",), ("private",), 4)
    assert (step.due_from, step.due_months, step.due_days, step.who, step.rule) == (
        "placement_start", 1, -1, "company", "R06",
    )  # fmt: skip
    assert step.of_placement and stage.needs == ("met",)
    assert (part.place, part.days, part.type, rung.minutes) == ("school", 3, "danskuddannelse", 360)
    assert programme.doubt_on(date(2026, 12, 31)) is None
    doubt = programme.doubt_on(date(2027, 1, 1))
    assert doubt is not None and doubt.text == "Kontrollér."


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "key mangler"),
        ('name = "Uden nøgle"\n', 1, "key mangler"),
        ('# kun et navn\nkey = "x"\n', 1, "name mangler"),
        (HEAD + "years = \n", 3, "TOML"),
        (HEAD + 'aliases = ["P"\n', 4, "TOML"),
        (HEAD + 'key = "igen"\n', 3, "TOML"),
        (HEAD + 'years = "to"\n', 3, "years skal være et helt tal"),
        (HEAD + "years = 0\n", 3, "years skal være mindst 1"),
        (HEAD + 'alias = ["P"]\n', 3, "alias kendes ikke her"),
        (HEAD + 'aliases = "P"\n', 3, "aliases skal være en liste af tekster"),
        (HEAD + "aliases = [1]\n", 3, "aliases skal være en liste af tekster"),
        (HEAD + 'builds_on = "findes-ikke"\n', 3, "ingen ordning findes-ikke"),
        (HEAD + "\n[factors]\namu = 1\n", 5, "amu skal skrives som { value"),
        (HEAD + "\n[factors]\namu = { value = 1.5, " + SURE + " }\n", 5, "amu: value skal være et helt tal"),
        (HEAD + "\n[factors]\namu = { value = -1, " + SURE + " }\n", 5, "amu: value skal være et helt tal"),
        (HEAD + '[figures]\na = { value = 1, source = "LAB" }\n', 4, "status mangler"),
        (HEAD + '[figures]\na = { value = 1, source = "LAB", status = "sikker" }\n', 4, "status skal være en af"),
        (HEAD + '[figures]\na = { value = 1, source = "", status = "verified" }\n', 4, "source skal være en tekst"),
        (HEAD + "[figures]\na = { vaerdi = 1, " + SURE + " }\n", 4, "value mangler"),
        (HEAD + "[[figures]]\na = 1\n", 3, "figures skal skrives som [figures]"),
        (HEAD + "[rule_set]\nkey = 1\n", 3, "rule_set skal skrives som [[rule_set]]"),
        (HEAD + '\n[[rule_set]]\nkey = "1"\n', 4, "starts_from mangler"),
        (HEAD + '[[rule_set]]\nkey = "1"\nstarts_from = "2020-01-01"\n', 5, "starts_from skal være en dato"),
        (HEAD + '[[rule_set]]\nkey = "1"\nstarts_from = 2020-01-01T08:00:00\n', 5, "starts_from skal være en dato"),
        (
            HEAD + '[[rule_set]]\nkey = "1"\nstarts_from = 2020-01-01\nstarts_until = 2019-12-31\n',
            6,
            "starts_until ligger før starts_from",
        ),
        (
            HEAD + '[[rule_set]]\nkey = "1"\nstarts_from = 2020-01-01\n'
            '\n[[rule_set]]\nkey = "2"\nstarts_from = 2021-01-01\nstarts_untill = 2022-01-01\n',
            9,
            "2 og 1 gælder på samme dage",
        ),
        (
            HEAD + '[[rule_set]]\nkey = "1"\nstarts_from = 2020-01-01\nstarts_until = 2020-12-31\n'
            '\n[[rule_set]]\nkey = "2"\nstarts_from = 2021-01-01\nstarts_untill = 2022-01-01\n',
            11,
            "starts_untill kendes ikke her",
        ),
        (
            HEAD + '[[rule_set]]\nkey = "1"\nstarts_from = 2020-01-01\nstarts_until = 2020-12-31\n'
            '\n[[rule_set]]\nkey = "1"\nstarts_from = 2021-01-01\n',
            9,
            "regelsættet 1 står der to gange",
        ),
        (
            HEAD + '[[rule_set]]\nkey = "1"\nstarts_from = 2020-01-01\n[rule_set.school_weeks]\nvalue = "23"\n'
            'source = "LAB"\nstatus = "verified"\n',
            6,
            "school_weeks: value skal være et helt tal",
        ),
        (HEAD + STEP + "\n" + STEP, 10, "a står der to gange"),
        (HEAD + STEP + 'due_from = "naar"\n', 8, "due_from skal være en af start, end"),
        (HEAD + STEP + "due_days = 3\n", 8, "due_from mangler"),
        (HEAD + STEP + 'rule = "6"\n', 8, "rule skal være nummeret på en regel"),
        (HEAD + STEP + 'who = "nogen"\n', 8, "who skal være en af learner"),
        (HEAD + STEP + 'sectors = ["privat"]\n', 8, "sectors: privat kendes ikke"),
        (
            HEAD + STEP + '[[stage]]\nkey = "s"\nname = "S"\nneeds = ["b"]\nsource = "egen"\nstatus = "inferred"\n',
            11,
            "trinnet b findes ikke",
        ),
        (HEAD + '[[week]]\nplace = "school"\nname = "Dansk"\ndays = 8\n', 6, "en uge har 7 dage"),
        (HEAD + '[[week]]\nplace = "skole"\nname = "Dansk"\ndays = 3\n', 4, "place skal være en af school"),
        (
            HEAD + 2 * '[[rung]]\nafter_weeks = 8\nhours_a_week = 6\nsource = "egen"\nstatus = "inferred"\n',
            9,
            "trin skal stå i orden",
        ),
        (HEAD + '[[remark]]\ntext = "Husk."\n', 3, "source mangler"),
        (HEAD + '[[remark]]\ntext = "Husk."\nsource = "e"\ndoubt = "ja"\n', 6, "doubt skal være true eller false"),
        (HEAD + '[[group]]\nkey = "g"\nname = "G"\nothers = 1\n', 6, "others skal være true eller false"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_file_line_and_reason(text: str, line: int, reason: str) -> None:
    with pytest.raises(UserError) as refused:
        parse(text, "vores.toml")
    said = str(refused.value)
    assert said.startswith(f"Ordningsfilen vores.toml kan ikke bruges. Linje {line}: "), said
    assert reason in said
    assert said.endswith("Intet er ændret. Ret filen, og start programmet igen.")


def test_a_file_that_builds_on_another_has_its_figures_groups_steps_and_remarks() -> None:
    base = HEAD + "[figures]\na = { value = 1, " + SURE + " }\nb = { value = 1, " + SURE + " }\n" + STEP
    above = (
        'key = "ny"\nname = "Ny"\nbuilds_on = "prøve"\n[figures]\na = { value = 2, ' + SURE + " }\n"
        '[[step]]\nkey = "b"\nname = "B"\nsource = "egen"\nstatus = "inferred"\n'
        '[[stage]]\nkey = "s"\nname = "S"\nneeds = ["a", "b"]\nsource = "egen"\nstatus = "inferred"\n'
    )
    for files in ((base, above), (above, base)):
        made = {each.key: each for each in programmes([read(text, "fil.toml") for text in files])}
        ny = made["ny"]
        assert {name: figure.value for name, figure in ny.figures.items()} == {"a": 2, "b": 1}
        assert [step.key for step in ny.steps] == ["b", "a"]
        assert ny.name == "Ny" and made["prøve"].figures["a"].value == 1


def test_two_files_that_build_on_each_other_are_refused() -> None:
    one = 'key = "1"\nname = "1"\nbuilds_on = "2"\n'
    two = 'key = "2"\nname = "2"\n\nbuilds_on = "1"\n'
    with pytest.raises(UserError, match=r"to\.toml kan ikke bruges\. Linje 4: .*bygger på hinanden"):
        programmes([read(one, "en.toml"), read(two, "to.toml")])


def test_an_own_file_takes_the_place_of_a_shipped_one_also_for_those_that_build_on_it() -> None:
    shipped = [
        read(HEAD + "[figures]\na = { value = 1, " + SURE + " }\n", "a.toml"),
        read('key = "ny"\nname = "Ny"\nbuilds_on = "prøve"\n', "b.toml"),
    ]
    own = [read('key = "prøve"\nname = "Vores"\n[figures]\na = { value = 9, ' + SURE + " }\n", "vores.toml")]
    made = {each.key: each for each in programmes(shipped, own)}
    assert made["prøve"].name == "Vores"
    assert made["ny"].figures["a"].value == 9


def test_two_own_files_of_one_key_are_refused() -> None:
    with pytest.raises(UserError, match=r"b\.toml kan ikke bruges\. Linje 1: a\.toml har også nøglen prøve"):
        programmes([], [read(HEAD, "a.toml"), read(HEAD, "b.toml")])


def test_a_programme_is_found_by_key_name_or_alias_whatever_the_case() -> None:
    made = programmes([read(HEAD + 'aliases = ["Ny Fremtid"]\n', "a.toml")])
    for written in ("prøve", "PRØVEORDNING", " ny   fremtid "):
        assert find(made, written) is made[0]
    assert find(made, "fremtid") is None
