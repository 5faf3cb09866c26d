"""Only addresses of pages on the web become links, in every form; the words of any other are printed."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from lxml import html
from pikepdf import Pdf

from briefing_tui.compile import compile_form, compile_pdf
from briefing_tui.support import pandoc, processes
from tests.unit.compile import samples

WEB = "https://quay.example/ledger"
OTHERS = ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "mailto:a@quay.example"]


def targets(folder: Path, form: str, url: str) -> tuple[set[str], str]:
    """What links of a form lead to outside of it, and its words."""
    source = samples.article(url=url)
    job = samples.job(folder / f"b.{form}", articles=[source], final=False)
    if form == "pdf":
        file = compile_pdf(job).file
        with Pdf.open(file) as pdf:
            actions = [note.A for page in pdf.pages for note in page.get("/Annots", []) if "/A" in note]
            return {str(action.URI) for action in actions if "/URI" in action}, "".join(samples.pages(file))
    file = compile_form(job, form).file
    if form == "docx":
        with zipfile.ZipFile(file) as archive:
            names = [name for name in archive.namelist() if name.endswith(".rels")]
            said = "".join(archive.read(name).decode() for name in names)
            return set(re.findall(r'(?=[^>]*TargetMode="External")[^>]*Target="([^"]*)"', said)), archive.read(
                "word/document.xml"
            ).decode()
    page = file.read_text()
    if form == "md":
        command: list[str | Path] = [pandoc.binary(), "--citeproc", f"--resource-path={folder}", file, "-t", "html"]
        page = processes.run(command, timeout=60).decode()
    tree = html.document_fromstring(page)
    return {href for href in tree.xpath("//a/@href") if not href.startswith("#")}, tree.text_content()


@pytest.mark.parametrize("form", ["docx", "html", "md", "pdf"])
@pytest.mark.parametrize("url", OTHERS)
def test_no_other_address_is_a_link_and_it_can_be_read(tmp_path: Path, form: str, url: str) -> None:
    found, said = targets(tmp_path, form, url)
    assert found == set()
    assert url in "".join(said.replace("\u2060", "").split())


@pytest.mark.parametrize("form", ["docx", "html", "md", "pdf"])
def test_a_page_on_the_web_is_one(tmp_path: Path, form: str) -> None:
    assert any(target.startswith(WEB) for target in targets(tmp_path, form, WEB)[0])
