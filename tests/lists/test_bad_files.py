"""Files that cannot be read: one sentence each that names the file, never a path and never a traceback."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from mentorapp.errors import UserError
from mentorapp.lists import csv_file, table_file, workbook
from tests.lists.conftest import SAMPLES, Desk
from tests.lists.workbooks import with_sheet

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)


def zipped(**parts: bytes) -> bytes:
    """A zip archive that is no workbook."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("liste.csv", b"", "Filen er tom"),
        ("liste.csv", b"\r\n \r\n", "Filen er tom"),
        ("liste.xlsx", b"", "Filen er tom"),
        ("liste.csv", b"Amal;01-02-2025\nBo;02-02-2025\n", "ingen overskrifter"),
        ("liste.csv", b"kun et ord\n", "ingen overskrifter"),
        ("liste.xlsx", with_sheet(""), "ingen overskrifter"),
        ("liste.xlsx", PNG, "Det er et billede"),
        ("liste.csv", b"\xff\xd8\xff\xe0" + bytes(99), "Det er et billede"),
        ("liste.xlsx", b"%PDF-1.7 ...", "Det er en PDF"),
        ("liste.csv", b"<html><table><tr><td>Navn</td></tr></table>", "Det er en webside"),
        ("liste.xlsx", b"Navn;Startdato\nAmal;01-02-2025\n", "Det er ikke en Excel-fil"),
        ("liste.xls", OLE, "gamle format .xls"),
        ("liste.xlsx", OLE, "gamle format .xls"),
        ("liste.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "låst med en adgangskode"),
        ("liste.ods", b"Navn;Startdato\n", "Kun lister i .csv og .xlsx"),
        ("liste", b"Navn;Startdato\n", "Kun lister i .csv og .xlsx"),
        ("~$liste.xlsx", bytes(165), "Vælg filen uden ~\\$"),
        ("liste.xlsx", zipped(word=b"<document/>"), "beskadiget eller ikke en Excel-projektmappe"),
        ("liste.xlsx", (SAMPLES / "elevliste.xlsx").read_bytes()[:5000], "beskadiget"),
        ("liste.csv", b"Navn;Startdato\nAmal\x00;01-02-2025\n", "Bogstaverne i filen kan ikke læses"),
        ("liste.csv", b"\xff\xfeN\x00a", "Bogstaverne i filen kan ikke læses"),
        ("liste.csv", "Navn;Startdato\nÅse;01-02-2025\n".encode("mac-roman"), "Bogstaverne i filen kan ikke læses"),
        ("liste.csv", b'Navn;Startdato\n"Amal;01-02-2025\n' + b"x" * 140_000, "anf\u00f8rselstegn"),
    ],
)
def test_a_file_that_is_no_list(name: str, data: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UserError, match=said) as refused:
        table_file.read(path)
    sentence = str(refused.value)
    assert sentence.startswith(f"{name}: ")
    assert sentence.endswith("Intet er ændret.")
    assert str(tmp_path) not in sentence


def test_a_workbook_under_the_name_of_a_csv_is_read(tmp_path: Path) -> None:
    (tmp_path / "liste.csv").write_bytes((SAMPLES / "elevliste.xlsx").read_bytes())
    assert [sheet.name for sheet in table_file.read(tmp_path / "liste.csv")] == ["Elever", "Skoleplan"]


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"væk\.csv: Filen findes ikke"):
        table_file.read(tmp_path / "væk.csv")
    (tmp_path / "mappe.csv").mkdir()
    with pytest.raises(UserError, match=r"mappe\.csv: Det er ikke en fil, men en mappe"):
        table_file.read(tmp_path / "mappe.csv")
    with pytest.raises(UserError, match="Filen kan ikke læses"):
        table_file.read(tmp_path / ("x" * 300 + ".csv"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such devices")
def test_a_device_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "nul.csv").symlink_to("/dev/zero")
    with pytest.raises(UserError, match="en mappe eller en enhed"):
        table_file.read(tmp_path / "nul.csv")


@pytest.mark.parametrize(
    ("stopped", "said"),
    [(PermissionError(13, "locked"), "Luk den i Excel"), (OSError(5, "network"), "Kopiér den til din egen computer")],
)
def test_a_locked_file(stopped: OSError, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The tests run as anybody, also as root, whom no lock stops.
    path = tmp_path / "liste.csv"
    path.write_text("Navn;Startdato\n", encoding="utf-8")

    def refuse(*_arguments: object, **_named: object) -> None:
        raise stopped

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UserError, match=said):
        table_file.read(path)


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    with (tmp_path / "liste.csv").open("wb") as file:
        file.write(b"Navn;Startdato\n")
        file.truncate(table_file.LARGEST_FILE + 1)
    with pytest.raises(UserError, match="over 50 MB"):
        table_file.read(tmp_path / "liste.csv")


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = with_sheet("", more={f"xl/media/{n}.bin": bytes(workbook.LARGEST_UNPACKED // 8) for n in range(9)})
    assert len(bomb) < table_file.LARGEST_FILE
    (tmp_path / "liste.xlsx").write_bytes(bomb)
    with pytest.raises(UserError, match="over 400 MB"):
        table_file.read(tmp_path / "liste.xlsx")


def test_entities_are_not_multiplied(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    sheet = f"<!DOCTYPE x [{laughs}]><worksheet><sheetData>&l11;</sheetData></worksheet>"
    archive = zipfile.ZipFile(io.BytesIO(with_sheet("")))
    rebuilt = io.BytesIO()
    with zipfile.ZipFile(rebuilt, "w") as out:
        for part in archive.namelist():
            out.writestr(part, sheet if part.endswith("sheet1.xml") else archive.read(part))
    (tmp_path / "liste.xlsx").write_bytes(rebuilt.getvalue())
    with pytest.raises(UserError, match="beskadiget"):
        table_file.read(tmp_path / "liste.xlsx")


def test_more_rows_than_a_list_can_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_file, "MOST_ROWS", 3)
    rows = "".join(f"Elev {n};01-02-2025\n" for n in range(3))
    path = Path("liste.csv")
    assert len(csv_file.sheet(path, f"Navn;Startdato\n{rows}".encode()).rows) == 3
    with pytest.raises(UserError, match=r"liste\.csv: Der er over 200\.000 rækker"):
        csv_file.sheet(path, f"Navn;Startdato\n{rows}En til;01-02-2025\n".encode())


def test_headings_of_no_list_are_named_with_what_is_needed(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "liste.csv").write_text("Hest;Ko\nAmal;Bo\n", encoding="utf-8")
    with pytest.raises(UserError) as refused:
        desk.plan_file(tmp_path / "liste.csv")
    assert str(refused.value) == (
        "liste.csv: Det kan ikke ses, hvilken liste det er. Intet er ændret. Overskrifterne er: Hest, Ko. "
        "Der skal mindst stå – elevliste: Navn eller Fornavn, Startdato; skoleplan: Elev eller CPR-nr., Type, Fra; "
        "fremmødeliste: Elev eller CPR-nr., Dato; praktiktimer: Elev eller CPR-nr., Fra, Til, Arbejdede timer."
    )
