"""The pages of the DOCX: the paper of the form, and what stays with what it leads to."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.compile import Job, compile_form
from briefing_tui.model import Item, ItemKind
from tests.unit.compile import samples
from tests.unit.compile.house.test_templates import house


def part(job: Job, name: str) -> str:
    with zipfile.ZipFile(compile_form(job, "docx").file) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize(
    ("paper", "size", "end"), [("A4", ("11906", "16838"), "9306"), ("Letter", ("12240", "15840"), "9640")]
)
def test_the_paper_is_that_of_the_form(tmp_path: Path, paper: str, size: tuple[str, str], end: str) -> None:
    own = house(tmp_path / "templates")
    sheet = own / "template.yaml"
    sheet.write_text(f"{sheet.read_text(encoding='utf-8')}\npaper: {paper}\n", encoding="utf-8")
    job = samples.job(tmp_path / "x.docx", judgements=())
    job = replace(job, brief=replace(job.brief, template="own"), templates=tmp_path / "templates")
    (found,) = re.findall(r'<w:pgSz [^>]*?w:w="(\d+)"[^>]*?/>', part(job, "word/document.xml"))
    (height,) = re.findall(r'<w:pgSz [^>]*?w:h="(\d+)"[^>]*?/>', part(job, "word/document.xml"))
    assert (found, height) == size
    assert f'w:pos="{end}"' in part(job, "word/styles.xml")


def test_what_a_quote_opens_with_stays_with_it(tmp_path: Path) -> None:
    items = [Item("i1", ItemKind.QUOTE, excerpt="e1", core="The quay is let.")]
    job = samples.job(tmp_path / "x.docx", template="readout", items=items, judgements=())
    document, styles = (part(job, f"word/{name}.xml") for name in ("document", "styles"))
    (opening,) = [said for said in re.findall(r"<w:p>.*?</w:p>", document, re.DOTALL) if "The quay is let" in said]
    (style,) = re.findall(r'<w:pStyle w:val="(\w+)"', opening)
    (looks,) = re.findall(rf'w:styleId="{style}".*?</w:style>', styles, re.DOTALL)
    assert "<w:keepNext" in looks
