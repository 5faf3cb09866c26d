"""A DOCX: names and ranges that run from left to right stay whole among words that do not; new pages, the marking."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.citations import Text
from briefing_tui.compile.document.runs import Call
from briefing_tui.compile.forms import word
from briefing_tui.compile.forms.reference_docx import reference
from briefing_tui.compile.forms.word_directions import LRI, LRM, PDI, RLM, Node, apart, closed
from briefing_tui.compile.forms.word_nodes import heading, page_break, styled, words
from briefing_tui.compile.forms.word_notes import turned
from briefing_tui.compile.languages.scripts import isolated, ltr_words
from briefing_tui.model.standards import TLP
from briefing_tui.support import pandoc, processes

_RUN = re.compile(r"<w:r>.*?</w:r>", re.DOTALL)
_MARKS = str.maketrans("", "", LRM + RLM)


def written(blocks: list[Node], folder: Path, *, rtl: bool) -> str:
    """The XML of a DOCX of some blocks."""
    meta = {"dir": {"t": "MetaString", "c": "rtl"}} if rtl else {}
    told = closed(apart(blocks, rtl=rtl), rtl=rtl)
    tree = {"pandoc-api-version": [1, 23], "meta": meta, "blocks": told}
    out = folder / "x.docx"
    processes.run([pandoc.binary(), "-f", "json", "-t", "docx", "-o", out], input=json.dumps(tree).encode(), timeout=60)
    with zipfile.ZipFile(BytesIO(turned(out.read_bytes(), rtl=rtl))) as archive:
        return archive.read("word/document.xml").decode()


def left_to_right(xml: str) -> list[str]:
    """The texts of the runs that run from left to right, without marks that cannot be seen."""
    shown = [run for run in _RUN.findall(xml) if "<w:rtl" not in run]
    texts = ("".join(re.findall(r"<w:t\b[^>]*>(.*?)</w:t>", run)).translate(_MARKS) for run in shown)
    return [text for text in texts if text]


@pytest.mark.parametrize("name", ["Il-20", "S-400", "COVID-19", "F-35I", "MiG-29/31", "5G", "T-72B3", "v2.1", "C++"])
@pytest.mark.parametrize("rtl", [True, False])
def test_a_name_with_figures_is_one_run_in_a_right_to_left_quote(name: str, rtl: bool, tmp_path: Path) -> None:
    quote = styled("Quotation", [Text(f"הופל מטוס {name} ובו 15 אנשים (17.9–8.10).")], way="" if rtl else "rtl")
    assert left_to_right(written([quote], tmp_path, rtl=rtl)) == [name, "17.9–8.10"]


@pytest.mark.parametrize("figures", ["24/7", "1963–2024", "17.9–8.10"])
@pytest.mark.parametrize("rtl", [True, False])
def test_figures_that_are_joined_are_one_run_in_a_right_to_left_quote(figures: str, rtl: bool, tmp_path: Path) -> None:
    quote = styled("Quotation", [Text(f"הקו פעל {figures} בלי הפסקה")], way="" if rtl else "rtl")
    assert left_to_right(written([quote], tmp_path, rtl=rtl)) == [figures]


@pytest.mark.parametrize("reference_", ["MFA-2026/117-ד", "א-117/MFA-26", "MFA-ד-117"])
def test_a_reference_with_a_letter_of_the_other_direction_is_one_run(reference_: str, tmp_path: Path) -> None:
    said = f"סימוכין {isolated(reference_, rtl=True) if reference_[0] == 'M' else LRI + reference_ + PDI} של המשרד"
    assert left_to_right(written([styled("Source", [Text(said)])], tmp_path, rtl=True)) == [f"{LRI}{reference_}{PDI}"]


def test_a_range_behind_a_left_to_right_title_keeps_its_order(tmp_path: Path) -> None:
    note = styled("Source", [Text("לוי, "), Text("Lines and their ends, 1963–2024", italic=True), Text(", 2024")])
    assert left_to_right(written([note], tmp_path, rtl=True)) == ["Lines and their ends", "1963–2024"]


@pytest.mark.parametrize("address", ["https://a.example/north?utm=1", "https://a.example/north/", "https://a.example/"])
def test_an_address_is_one_run_in_a_document_that_runs_the_other_way(address: str, tmp_path: Path) -> None:
    xml = written([styled("Source", [Text("ראו "), Text(address, href=address)])], tmp_path, rtl=True)
    assert left_to_right(xml) == [address]


@pytest.mark.parametrize(
    "text", ["Rates, 2023/24 to 2025/26", "A harbour open at 10:30", "Dues fall by 12.5%", "Lines 1,2"]
)
def test_figures_that_end_a_left_to_right_title_are_of_it(text: str) -> None:
    assert ltr_words(f"ב {text}")[1] == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ב-Larsen/", "Larsen"),
        ("Larsen, 12–14", "Larsen"),
        ("Larsen -5", "Larsen"),
        ("12 Larsen 4, 5", "Larsen 4"),
        ("Quay Post, [2018?], 3", "Quay Post"),
        ("Quay Post، [2018?]، 3", "Quay Post"),
    ],
)
def test_what_is_not_joined_to_left_to_right_words_stays_out_of_them(text: str, said: str) -> None:
    assert ltr_words(text)[1] == said


def spoken(nodes: Any) -> str:
    """The characters of pandoc's tree, one after the other, with marks that cannot be seen."""
    if isinstance(nodes, list):
        return "".join(map(spoken, nodes))
    if not isinstance(nodes, dict):
        return ""
    return nodes["c"] if nodes["t"] == "Str" else spoken(nodes.get("c", ""))


def test_a_range_within_a_right_to_left_title_keeps_its_order_and_does_not_cut_the_title() -> None:
    told = closed(apart(words("לוי, “הקו 1963–2024 ועוד”, 4"), rtl=False))
    assert spoken(told) == f"לוי{LRM}, “הקו {LRI}1963–2024{PDI} ועוד{LRM}”, 4"


def test_a_note_of_a_quote_that_runs_the_other_way_is_told_apart_as_any_note() -> None:
    call = Call(1, "e1", (Text("לוי, Lines, 1963–2024"),))
    here, there = (styled("Quotation", [Text("Le port"), call], way=way) for way in ("", "ltr"))
    told = [closed(apart([node], rtl=True), rtl=True)[0]["c"][1][0]["c"] for node in (here, there)]
    notes = [node for nodes in told for node in nodes if node["t"] == "Note"]
    (wrapped,) = notes[1]["c"][0]["c"]
    assert wrapped["c"][1] == notes[0]["c"][0]["c"]


def test_figures_at_the_end_of_a_right_to_left_title_belong_to_its_run() -> None:
    told = closed(apart(words("“הקו אחרי דצמבר 2024”, 4 March"), rtl=False))
    spans = [spoken(node) for node in told if node["t"] == "Span"]
    assert spans == ["הקו אחרי דצמבר 2024"]
    assert spoken(told) == f"“הקו אחרי דצמבר 2024{LRM}”, 4 March"


@pytest.mark.parametrize("rtl", [True, False])
def test_a_heading_that_begins_a_page_says_so_itself_so_that_no_page_is_empty(rtl: bool, tmp_path: Path) -> None:
    blocks = [styled("Body Text", [Text("x")]), page_break(), heading(1, "Annex", place="annex")]
    xml = written(blocks, tmp_path, rtl=rtl)
    assert "<w:br" not in xml
    assert re.search(r'<w:pStyle w:val="Heading1" ?/><w:pageBreakBefore/>(?:<w:bidi ?/>)?</w:pPr>', xml)


def style_of(marking: str) -> str:
    """The style of the marking in the margins."""
    with zipfile.ZipFile(BytesIO(reference(marking=marking, running="R", page="p", of="of"))) as archive:
        found = re.search(r'styleId="Marking".*?</w:style>', archive.read("word/styles.xml").decode())
    assert found
    return found[0]


@pytest.mark.parametrize("marking", TLP)
def test_a_marking_of_the_traffic_light_protocol_has_its_colours_as_on_the_pages(marking: str) -> None:
    sheet = Path(word.__file__).parents[1] / "templates" / "base" / "base.css"
    name = marking[4:].replace("+", "-").lower()
    (colour,) = re.findall(rf"\.{name}\b(?!-)[^{{}}]*{{ color: #(\w+) }}", sheet.read_text(encoding="utf-8"))
    wanted = colour if len(colour) == 6 else "".join(2 * digit for digit in colour)
    style = style_of(marking)
    assert f'<w:color w:val="{wanted.upper()}"/><w:sz w:val="24"/>' in style
    assert 'w:fill="000000"' in style


@pytest.mark.parametrize("marking", ["", "Internal", "TLP:BLUE"])
def test_any_other_marking_has_no_ground(marking: str) -> None:
    assert "w:shd" not in style_of(marking)
    assert '<w:color w:val="8A1020"/>' in style_of(marking)
