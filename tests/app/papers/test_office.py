"""Papers opened by LibreOffice, where it is installed: no formula, nothing it can't read."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from app.papers.formats import write
from app.papers.paper import Table
from tests.app.papers.samples import HOSTILE, every_block, paper

pytestmark = pytest.mark.slow

_SEMICOLONS_UTF8 = "--infilter=CSV:59,34,76,1"


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("office")


def convert(profile: Path, target: str, *arguments: str | Path) -> None:
    """Open the files and save them as `target`.

    Without LibreOffice the test stands aside and says so; in CI that is an error.
    """
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice isn't installed, and CI needs it")
        pytest.skip("LibreOffice isn't installed (Debian: libreoffice-{calc,writer}-nogui)")
    own = f"-env:UserInstallation={(profile / 'user').as_uri()}"
    command = [program, "--headless", own, "--convert-to", target, "--outdir", profile, *arguments]
    subprocess.run(
        command,
        check=True,
        capture_output=True,
        timeout=150,
        env=os.environ | {"HOME": str(profile)},
    )


def test_a_spreadsheet_finds_no_formula_in_a_csv(profile: Path) -> None:
    texts = [*HOSTILE, "+47 912 34 567", "\u00a0=1+1", "@A1", "-A1"]
    made = paper(Table(head=("Kva",), rows=tuple((text,) for text in texts), csv=True))
    (profile / "paper.csv").write_bytes(write(made, "csv"))
    (profile / "control.csv").write_text('"Kva"\r\n"=1+1"\r\n', encoding="utf-8")
    convert(profile, "fods", _SEMICOLONS_UTF8, profile / "paper.csv", profile / "control.csv")
    assert "table:formula" in (profile / "control.fods").read_text("utf-8")
    sheet = (profile / "paper.fods").read_text("utf-8")
    assert "table:formula" not in sheet
    assert "æøå" in sheet


def test_a_word_file_opens_with_all_its_text(profile: Path) -> None:
    (profile / "paper.docx").write_bytes(write(every_block(), "docx"))
    convert(profile, "fodt", profile / "paper.docx")
    text = (profile / "paper.fodt").read_text("utf-8")
    assert re.search(r"<dc:language>nn-NO</dc:language>", text)
    for shown in ("Felles utfordring", "Leksehjelp tysdag", "ønskt effekt", "Underskrift"):
        assert shown in text
    assert text.count("<table:table-header-rows>") == 5
    assert 'text:outline-level="2"' in text
