"""The verbs of the exchange from invitation to undo, as two people in two places would use them: real processes."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from tests.cli.verbs import SAMPLE, mentor

AMAL = "Amal Idris Hamid"


def test_from_an_invitation_to_a_note_that_came_back(tmp_path: Path) -> None:
    karin, anna = tmp_path / "karin", tmp_path / "anna"
    invitation, reply = tmp_path / "til anna.mentorinvitation", tmp_path / "fra anna.mentorsvar"
    there, back = tmp_path / "til anna.mentorfil", tmp_path / "brev fra anna.pdf"
    assert mentor(karin, "import", SAMPLE / "elevliste.csv").status == 0
    invited = mentor(
        karin, "invite", "Anna Vang", "--role", "mentor", "--learner", AMAL, "--out", invitation, "--json"
    ).json
    assert len(invited["words"].split()) == 6 and invited["file"] == str(invitation)
    words = invited["words"]
    refused = mentor(anna, "accept", invitation, "--words", words + " " + words.split()[0], "--out", reply)
    assert refused.status == 1 and "Der skal være 6 ord" in refused.err and not reply.exists()
    accepted = mentor(anna, "accept", invitation, "--words", words, "--name", "Anna Vang", "--out", reply, "--json")
    assert accepted.json["role"] == "mentor"
    assert mentor(karin, "partner", "add", reply, "--json").json["name"] == "Anna Vang"

    sent = mentor(karin, "send", "anna vang", "--out", there, "--json").json
    assert sent["bytes"] == there.stat().st_size and sent["fields"] > 0
    shown = mentor(anna, "preview", there, "--json").json
    assert (shown["learners"], shown["again"]) == (1, False) and shown["new_rows"] > 3
    assert [one["learner"] for one in shown["by_learner"]] == [None, AMAL]
    assert mentor(anna, "list", "--json").json == []
    received = mentor(anna, "receive", there, "--json").json
    assert received["merged"] is True
    (listed,) = mentor(anna, "list", "--json").json
    assert listed["learner"] == AMAL

    assert mentor(anna, "note", AMAL, "Amal hilste på alle").status == 0
    assert mentor(anna, "send", "Gennemførselsvejleder", "--out", back).status == 1, "that is nobody's name"
    (partner,) = mentor(anna, "partner", "list", "--json").json
    assert partner["role"] == "coordinator" and partner["unsent"] > 0
    assert mentor(anna, "send", partner["id"], "--out", back).status == 0
    letter = PdfReader(back)
    assert AMAL not in "".join(page.extract_text() for page in letter.pages)
    said = mentor(karin, "receive", back)
    assert said.status == 0 and "nye rækker 1, heraf noter 1" in said.out
    again = mentor(karin, "receive", back)
    assert again.status == 0 and "intet nyt" in again.out
    case = mentor(karin, "case", AMAL, "--json").json
    assert [note["text"] for note in case["notes"]] == ["Amal hilste på alle"]
    (known,) = mentor(karin, "partner", "list", "--json").json
    assert (known["name"], known["learners"], known["state"]) == ("Anna Vang", [AMAL], "active")
    assert known["unread"] == 0 and known["read_at"] is not None

    assert mentor(karin, "erase", AMAL, "--json").json["told"] == 1
    assert mentor(karin, "send", "Anna Vang", "--out", there).status == 0
    told = mentor(anna, "receive", there)
    assert told.status == 0 and "Elever, der slettes overalt: 1" in told.out
    assert mentor(anna, "list", "--json").json == []
    revoked = mentor(karin, "partner", "revoke", "Anna Vang")
    assert revoked.status == 0
    assert mentor(karin, "send", "Anna Vang", "--out", there).status == 1
