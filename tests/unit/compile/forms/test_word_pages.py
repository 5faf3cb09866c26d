"""The pages of the DOCX: the paper of the form, and what stays with what it leads to."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.compile import Job, compile_form
from briefing_tui.compile.document.tables import Table
from briefing_tui.compile.forms.word_notes import together
from briefing_tui.compile.forms.word_tables import table
from briefing_tui.model import Item, ItemKind
from tests.unit.compile import samples
from tests.unit.compile.forms.test_directions_docx import written
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


def test_the_running_title_is_one_line_beside_the_marking(tmp_path: Path) -> None:
    job = samples.job(tmp_path / "x.docx")
    titled = replace(job, final=False, brief=replace(job.brief, title="Which berth is let to whom? " * 8))
    (header,) = re.findall(r'<w:t xml:space="preserve">([^<]*)</w:t>', part(titled, "word/header1.xml"))[:1]
    assert header.startswith("DRAFT · Which berth is let to whom? ")
    assert header.endswith("…")
    assert len(header) <= 112
    marked = replace(titled, brief=replace(titled.brief, marking="TLP:AMBER+STRICT"))
    assert len(re.findall(r">(DRAFT[^<]*)<", part(marked, "word/header1.xml"))[0]) < len(header)


@pytest.mark.parametrize(("rows", "apart"), [(3, 0), (14, 0), (15, 12), (40, 37)])
def test_no_page_ends_within_a_row_nor_within_a_short_table_nor_behind_its_head(rows: int, apart: int) -> None:
    cell = '<w:tc><w:p><w:pPr><w:pStyle w:val="Compact" /></w:pPr></w:p></w:tc>'
    head = f'<w:tr><w:trPr><w:tblHeader w:val="on" /></w:trPr>{cell}</w:tr>'
    table = f"<w:tbl>{head}{f'<w:tr>{cell}</w:tr>' * rows}</w:tbl>"
    found = re.findall(r"<w:tr>.*?</w:tr>", together(table))
    assert all("<w:trPr><w:cantSplit/>" in row for row in found)
    assert len(found) == rows + 1
    assert '<w:tblHeader w:val="on" />' in found[0]
    kept = ["<w:keepNext/>" in row for row in found]
    assert not kept[-1], "what follows a table may stand on the next page"
    assert kept[0]
    assert kept[:-1].count(False) == apart


def test_the_tables_of_a_document_have_whole_rows(tmp_path: Path) -> None:
    node = table(Table(head=("Source", "Paragraphs"), rows=(("Quay Gazette", 2), ("Pier Post", 1))))
    document = written([node], tmp_path, rtl=False)
    assert document.count("<w:tr>") == document.count("<w:tr><w:trPr><w:cantSplit/>") == 3
    assert document.count("<w:keepNext/>") == 4
