"""`alerts` and `put-off`: what is answered, what is refused, and that undo brings an alert back."""

from __future__ import annotations

import json
from typing import Any

import pytest

from mentorapp.cli import alerts, alerts_put_off, list_learners, undo
from mentorapp.cli.arguments import parse
from mentorapp.errors import Refused
from mentorapp.store.session import Session
from tests import builders
from tests.builders import schooling, with_rows
from tests.ui.learner.keeping import keep

AMAL = "Amal Idris Hamid"
LATER = ["--until", "2026-11-29", "--reason", "Aftalt på mødet"]


@pytest.fixture
def profile(session: Session) -> Session:
    keep(session, builders.amal(), AMAL)
    return session


def answered(session: Session, capsys: pytest.CaptureFixture[str], verb: Any, *words: str) -> str:
    verb.run(session, parse(words))
    return capsys.readouterr().out


def ids(session: Session, capsys: pytest.CaptureFixture[str], *more: str) -> list[str]:
    return [alert["id"] for alert in json.loads(answered(session, capsys, alerts, "alerts", "--json", *more))]


def test_an_alert_put_off_is_told_apart_and_undo_brings_it_back(
    profile: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    before = ids(profile, capsys)
    said = answered(profile, capsys, alerts_put_off, "put-off", AMAL, "r10", *LATER)
    assert said == "R10 om Amal Idris Hamid er udsat til 29-11-2026.\n"
    assert ids(profile, capsys) == [rule for rule in before if rule != "R10"]
    (row,) = json.loads(answered(profile, capsys, list_learners, "list", "--json"))
    assert "R10" not in row["alerts"] and row["status"] == "behind"
    (hidden,) = json.loads(answered(profile, capsys, alerts, "alerts", "--put-off", "--json"))
    assert (hidden["id"], hidden["until"], hidden["reason"]) == ("R10", "2026-11-29", "Aftalt på mødet")
    assert hidden["put_off_by"] == "Karin Holst"
    assert "Aftalt på mødet" in answered(profile, capsys, alerts, "alerts", "--put-off")
    answered(profile, capsys, undo, "undo")
    assert ids(profile, capsys) == before
    assert answered(profile, capsys, alerts, "alerts", "--put-off") == "Ingen påmindelser er udsat.\n"


def test_one_of_several_is_named_by_its_subject(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    more = schooling("amu", "01-06-2026", "03-06-2026", attended=5, id="more")
    amal = builders.amal()
    keep(session, with_rows(amal, schooling=(*amal.schooling, more)), AMAL)
    with pytest.raises(Refused, match=r"flere ting.*more"):
        answered(session, capsys, alerts_put_off, "put-off", AMAL, "R26", *LATER)
    answer = json.loads(
        answered(session, capsys, alerts_put_off, "put-off", AMAL, "R26", *LATER, "--subject", "more", "--json")
    )
    assert answer["subject"] == "more" and answer["until"] == "2026-11-29"
    assert ids(session, capsys).count("R26") == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["R49", *LATER], "R49 siger intet om Amal"),
        (["R10", "--until", "2026-11-21", "--reason", "Aftalt"], "Dagen er gået"),
        (["R10", "--until", "2026-11-29", "--reason", " "], "Skriv, hvorfor"),
        (["R25", "--until", "2026-12-07", "--reason", "Aftalt"], "højst udsættes i 14 dage"),
    ],
)
def test_what_is_refused_changes_nothing(
    profile: Session, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    before = ids(profile, capsys)
    with pytest.raises(Refused, match=sentence):
        answered(profile, capsys, alerts_put_off, "put-off", AMAL, *words)
    assert ids(profile, capsys) == before


def test_alerts_say_what_to_do_by_when_and_by_which_source(
    profile: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(answered(profile, capsys, alerts, "alerts", "--json"))
    assert all(alert["text"] and alert["todo"] and alert["due"] and alert["source"] for alert in found)
    (proof,) = [alert for alert in found if alert["id"] == "R26"]
    assert proof["subject"] == "amu 05-10-2026"
    assert [alert["subject"] for alert in found if alert["id"] == "R10"] == [None]
