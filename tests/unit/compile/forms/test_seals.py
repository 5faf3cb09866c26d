"""What is no file of this program, or is one that somebody changed, has no seal; and no bytes are a failure."""

from __future__ import annotations

import json
import random
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from briefing_tui.compile.forms.seals import Seal, seal_of, sealed

SAID = {"program": "Briefing 1.2", "brief": "ledger", "final": False}


def made(form: str) -> bytes:
    if form != "docx":
        text = b'{\n "text": "What the ledger says."\n}\n' if form == "json" else b"What the ledger says.\n"
        return sealed(form, text, **SAID)  # type: ignore[arg-type] # by name
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w>What the ledger says.</w>" * 40)
        archive.writestr("docProps/custom.xml", "<Properties/>")
    return sealed(form, out.getvalue(), **SAID)  # type: ignore[arg-type] # by name


def seal(form: str, content: bytes, folder: Path) -> Seal | None:
    file = folder / f"x.{form}"
    file.write_bytes(content)
    return seal_of(form, file)


FORMS = pytest.mark.parametrize("form", ["docx", "html", "md", "bib", "txt", "json"])


@FORMS
def test_a_file_as_it_was_made_says_so(form: str, tmp_path: Path) -> None:
    assert seal(form, made(form), tmp_path) == Seal("ledger", final=False)
    assert seal_of(form, tmp_path / "none") is None
    assert seal_of(form, tmp_path) is None


@FORMS
def test_other_words_have_no_seal(form: str, tmp_path: Path) -> None:
    whole = made(form)
    assert seal(form, whole[: len(whole) // 2], tmp_path) is None
    if form != "docx":
        assert seal(form, whole.replace(b"says", b"said"), tmp_path) is None


@FORMS
def test_no_bytes_are_a_failure(form: str, tmp_path: Path) -> None:
    whole, chance = made(form), random.Random(3)
    for _ in range(400):
        changed = bytearray(whole)
        changed[chance.randrange(len(changed))] = chance.randrange(256)
        assert seal(form, bytes(changed), tmp_path) in (None, Seal("ledger", final=False))
    for other in (b"", b"PK\x03\x04", chance.randbytes(2000)):
        assert seal(form, other, tmp_path) is None


def test_sealed_json_is_json_with_one_field_more() -> None:
    said = json.loads(made("json"))
    assert said["text"] == "What the ledger says."
    assert said["made"].startswith("Briefing 1.2 | draft of ledger | ")
