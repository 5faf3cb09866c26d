"""The version of a briefing: the same for what says the same, another for anything else, in every form."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.citations import Citations, Text
from briefing_tui.compile.forms import Made, reference_docx, text, tree, word
from briefing_tui.compile.languages.wording import wording
from briefing_tui.compile.page.html import page
from tests.unit.compile import samples
from tests.unit.compile.test_build import built

OUT = Path("x.pdf")


def version(**fields: Any) -> str:
    return built(samples.job(OUT, **fields)).version


def test_it_is_a_code_of_eight_characters() -> None:
    assert re.fullmatch(r"Version [0-9a-f]{8}", version())


def test_a_draft_has_that_of_the_final_one() -> None:
    assert version(final=False) == version(final=True)
    bare = {"addressee": "", "marking": ""}
    assert version(**bare, final=False) == version(**bare, final=True), "marks of gaps are the draft's alone"


@pytest.mark.parametrize(
    "fields",
    [{"title": "Another"}, {"marking": ""}, {"reference": "HB/2"}, {"bottom_line": "Let it."}, {"date": "2026-11-22"}],
)
def test_whatever_is_said_otherwise_makes_another(fields: dict[str, Any]) -> None:
    assert version(**fields) != version()


def test_a_source_that_is_described_otherwise_makes_another() -> None:
    assert version(articles=[samples.article(container_title="Pier Post")]) != version()


def test_a_note_and_its_place_are_part_of_it() -> None:
    from briefing_tui.compile.page.version import with_version

    document = built(samples.job(OUT))
    other = replace(document, sources=((Text("Another"),),))
    assert with_version(other, wording("en")).version != document.version


def test_every_form_says_it() -> None:
    job = samples.job(OUT)
    document = built(job)
    made = Made(job, document, Citations({}, (), "", ""), "Briefing 1")
    assert text.make(made)["txt"].decode().count(document.version) == 1
    assert json.loads(tree.make(made)["json"])["version"] == document.version
    assert f'<p class="about">{document.version}</p>' in page(document, css="", generator="x")
    footer = reference_docx.reference(marking="", running="", page="Page", of="of", behind=document.version)
    assert footer != reference_docx.reference(marking="", running="", page="Page", of="of")


def test_the_footer_of_a_docx_says_the_reference_before_it() -> None:
    document = replace(built(samples.job(OUT)), reference="HB-2025-117")
    with zipfile.ZipFile(BytesIO(word.look(document))) as archive:
        assert f" · HB-2025-117 · {document.version}<" in archive.read("word/footer1.xml").decode()


@pytest.mark.parametrize("language", ["en", "fr", "de", "ru", "he", "ar"])
def test_every_language_has_a_word_for_it(language: str) -> None:
    assert wording(language)("version", code="1a2b3c4d").endswith(" 1a2b3c4d")
