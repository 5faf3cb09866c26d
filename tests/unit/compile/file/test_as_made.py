"""A PDF that anybody changed is no longer the one that was made, whichever byte it is, and whatever was added."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from briefing_tui.compile import compile_pdf, is_ours
from briefing_tui.compile.file.as_made import is_as_made, sealed
from tests.unit.compile.samples import job


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compile_pdf(job(tmp_path_factory.mktemp("as-made") / "b.pdf")).file


def test_a_file_as_it_was_made_says_so(made: Path) -> None:
    assert is_as_made(made.read_bytes())
    assert is_ours(made, "pdf")


def test_every_byte_counts(made: Path) -> None:
    whole, chance = made.read_bytes(), random.Random(5)
    for _ in range(200):
        changed = bytearray(whole)
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        assert not is_as_made(bytes(changed))


def test_what_a_viewer_adds_or_saves_again_is_somebodys(made: Path, tmp_path: Path) -> None:
    added = made.read_bytes() + b"\n9 0 obj <</Type /Annot /Contents (Ask legal.)>> endobj\n%%EOF\n"
    again = BytesIO()
    with pikepdf.open(made) as document:
        document.save(again)
    for n, content in enumerate((added, again.getvalue(), b"", b"%PDF-1.7 no identifiers")):
        other = tmp_path / f"{n}.pdf"
        other.write_bytes(content)
        assert not is_as_made(content)
        assert not is_ours(other, "pdf")


def test_a_file_without_identifiers_stays_as_it_is() -> None:
    assert sealed(b"%PDF-1.7") == b"%PDF-1.7"
