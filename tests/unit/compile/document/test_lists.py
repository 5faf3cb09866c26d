"""Lists in the author's own text: real ones in every form, with emphasis, cites and notes in order."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from pikepdf import Pdf

from briefing_tui.citations import Text, plain
from briefing_tui.compile import Job, compile_form, compile_pdf
from briefing_tui.compile.build import build
from briefing_tui.compile.document.listing import Listed, ListItem, parted
from briefing_tui.compile.document.own_text import inlines
from briefing_tui.compile.document.runs import Bullet, texts
from briefing_tui.compile.forms import word
from briefing_tui.compile.forms.word_nodes import own
from briefing_tui.compile.prepared import cited
from briefing_tui.model import Confidence, Item, ItemKind, Judgement
from briefing_tui.support import pandoc, processes
from tests.unit.compile.samples import job

OWN = """\
Two *things* [@e2]:

- the **ledger** [@e1]
and its lines
- the quay

1. first [@e2]
2. second

Then no more."""
LINES = """\
1.1  Two things[1]:
     * the ledger[2] and its lines
     * the quay
     1. first[1]
     2. second
"""


def listed(output: Path) -> Job:
    items = [Item("i1", ItemKind.TEXT, text=OWN), Item("i2", ItemKind.QUOTE, excerpt="e1")]
    return job(output, items=items, judgements=(), bottom_line="In short:\n- let it\n- do not")


def listing(items: list[ListItem], *, numbered: bool = False) -> Listed:
    return Listed(numbered, tuple(items))


def test_a_paragraph_is_what_stands_before_and_its_lists() -> None:
    before, lists = parted(inlines("A:\n- b\n- *c*\n1. d\n2. e\n1. f"))  # type: ignore[arg-type]
    assert before == (Text("A:"),)
    assert lists == (
        listing([ListItem((Text("b"),)), ListItem((Text("c", italic=True),))]),
        listing([ListItem((Text("d"),)), ListItem((Text("e"),))], numbered=True),
        listing([ListItem((Text("f"),))], numbered=True),
    )
    assert parted([Text("A")]) == ((Text("A"),), ())


def test_an_item_may_hold_lists() -> None:
    _, lists = parted(inlines("A:\n- b\n  1. c\n     - d\n  2. e\n  - f\n- g"))  # type: ignore[arg-type]
    innermost, last = (listing([ListItem((Text(letter),))]) for letter in "df")
    inner = listing([ListItem((Text("c"),), (innermost,)), ListItem((Text("e"),))], numbered=True)
    first = ListItem((Text("b"),), (inner, last))
    assert lists == (listing([first, ListItem((Text("g"),))]),)


def test_a_list_may_begin_a_paragraph() -> None:
    assert parted([Bullet(), Text("A")])[0] == ()


WITHIN = """\
Two things:
- the *ledger* [@e1]
  1. its lines [@e2]
  2. its berths
- the quay
  - north
    - far [@e1]
"""


def nested(output: Path) -> Job:
    return job(output, items=[Item("i1", ItemKind.TEXT, text=WITHIN)], judgements=())


def test_html_has_lists_within_items_and_the_note_of_an_item_behind_its_own_words(tmp_path: Path) -> None:
    root = html.parse(compile_form(nested(tmp_path / "b.html"), "html").file).getroot()
    (outer,) = root.xpath("//*[@id='i1']/*/ul")
    assert [len(outer.xpath(path)) for path in ("li", "li/ol/li", "li/ul/li", "li/ul/li/ul/li")] == [2, 2, 1, 1]
    notes = {note.get("id"): note.getparent().text.split()[0] for note in root.xpath("//*[@class='note']")}
    assert notes == {"n1": "the", "n2": "its"}


def test_the_pdf_has_a_list_of_a_further_level_behind_its_item_in_the_list(tmp_path: Path) -> None:
    compiled = compile_pdf(nested(tmp_path / "b.pdf"))
    assert (compiled.layout.lost, compiled.layout.missing_glyphs) == ((), "")
    with Pdf.open(compiled.file) as pdf:
        tags = [o for o in pdf.objects if isinstance(o, type(pdf.Root)) and "/S" in o and "/P" in o]
        assert [str(tag.P.S) for tag in tags if tag.S == "/L"].count("/L") == 3, "as ISO 32000-1 (14.8.4.3.3) has it"
        assert {str(tag.P.S) for tag in tags if tag.S == "/LI"} == {"/L"}


def test_plain_text_and_json_set_inner_items_further_in(tmp_path: Path) -> None:
    lines = """\
     * the ledger[1]
        1. its lines[2]
        2. its berths
     * the quay
        * north
           * far[1]
"""
    assert lines in compile_form(nested(tmp_path / "b.txt"), "txt").file.read_text()
    said = json.loads(compile_form(nested(tmp_path / "b.json"), "json").file.read_text())
    assert "\n* the quay\n   * north\n      * far[1]" in said["sections"][0]["blocks"][0]["text"]


def test_pandoc_reads_lists_within_items(tmp_path: Path) -> None:
    markdown = compile_form(nested(tmp_path / "b.md"), "md").file
    tree = json.loads(processes.run([pandoc.binary(), "-f", "markdown", "-t", "json", markdown], timeout=60))
    (outer,) = [block["c"] for block in tree["blocks"] if block["t"] == "BulletList"]
    assert [[block["t"] for block in item] for item in outer] == [["Para", "OrderedList"], ["Para", "BulletList"]]


def test_a_docx_has_lists_of_further_levels(tmp_path: Path) -> None:
    with zipfile.ZipFile(compile_form(nested(tmp_path / "b.docx"), "docx").file) as archive:
        levels = re.findall(r'<w:ilvl w:val="(\d)" ?/>', archive.read("word/document.xml").decode())
    assert levels == ["0", "1", "1", "0", "1", "2"]


def test_html_has_lists_and_notes_in_order(tmp_path: Path) -> None:
    root = html.parse(compile_form(listed(tmp_path / "b.html"), "html").file).getroot()
    (passage,) = root.xpath("//*[@id='i1']")
    assert [len(each.xpath("li")) for each in passage.xpath(".//ul | .//ol")] == [2, 2]
    assert passage.xpath(".//li//strong")[0].text == "ledger"
    assert [c.text_content().strip("\u2060") for c in root.xpath("//a[@class='call']")] == ["1", "2", "1", "2"]
    numbered = root.xpath("//*[contains(@class, 'passage') or contains(@class, 'quote')]/*[@class='n']")
    assert [n.text for n in numbered] == ["1.1", "1.2", "1.3"]


def test_the_pdf_has_tags_of_lists_and_loses_nothing(tmp_path: Path) -> None:
    compiled = compile_pdf(listed(tmp_path / "b.pdf"))
    assert compiled.layout.lost == ()
    with Pdf.open(compiled.file) as pdf:
        kinds = [str(o.get("/S")) for o in pdf.objects if isinstance(o, type(pdf.Root)) and "/S" in o and "/P" in o]
        lists = [o for o in pdf.objects if isinstance(o, type(pdf.Root)) and o.get("/S") == "/L"]
    assert kinds.count("/LI") >= 6
    assert kinds.count("/LBody") >= 6
    assert len(lists) >= 3


def test_plain_text_has_lines_and_markdown_lists(tmp_path: Path) -> None:
    text = compile_form(listed(tmp_path / "b.txt"), "txt").file.read_text()
    assert LINES in text
    markdown = compile_form(listed(tmp_path / "b.md"), "md").file
    tree = json.loads(processes.run([pandoc.binary(), "-f", "markdown", "-t", "json", markdown], timeout=60))
    kinds = [block["t"] for block in tree["blocks"]]
    assert (kinds.count("BulletList"), kinds.count("OrderedList")) == (2, 1)


def test_a_docx_has_real_lists(tmp_path: Path) -> None:
    with zipfile.ZipFile(compile_form(listed(tmp_path / "b.docx"), "docx").file) as archive:
        assert archive.read("word/document.xml").count(b"<w:numPr>") == 6


@pytest.mark.parametrize("style", ["briefing-author-date", "briefing-endnote"])
def test_lists_work_in_every_style(tmp_path: Path, style: str) -> None:
    file = compile_form(job(tmp_path / "b.html", items=[Item("i1", ItemKind.TEXT, text=OWN)], style=style), "html").file
    assert file.read_text().count("<li>") >= 4


@pytest.mark.parametrize(("items", "kept"), [(1, []), (2, [0]), (3, [0, 1]), (5, [0, 3])])
def test_in_a_docx_no_item_of_a_list_stands_alone_on_a_page(items: int, kept: list[int]) -> None:
    said = [part for n in range(items) for part in (Bullet(), Text(f"berth {n}"))]
    before, those = own("Numbered", [Text("So:"), *said], rtl=False, number=Text("1.1"))
    styles = [dict(item[0]["c"][0][2])["custom-style"] for item in those["c"]]
    assert dict(before["c"][0][2])["custom-style"] == "Numbered Leading"
    assert [n for n, style in enumerate(styles) if style == "List Item Kept"] == kept


def test_a_list_without_words_before_it_begins_on_the_line_of_its_number(tmp_path: Path) -> None:
    items = [
        Item("i1", ItemKind.TEXT, text="1. Say so *now* [@e1].\n2. Then rest."),
        Item("i2", ItemKind.TEXT, text="- One."),
    ]
    made = job(tmp_path / "b.txt", items=items, judgements=())
    text = compile_form(made, "txt").file.read_text()
    assert "\n1.1  1. Say so now[1].\n     2. Then rest.\n" in text
    assert "\n1.2  * One.\n" in text
    marked = compile_form(replace(made, output=tmp_path / "b.md"), "md").file.read_text()
    assert "\n1.1\u20021\\. Say so *now*[^1].\\\n2\\. Then rest.\n\n1.2\u2002•\u00a0One.\n" in marked
    said = processes.run([pandoc.binary(), tmp_path / "b.md", "-t", "plain", "--wrap=none"], timeout=60).decode()
    assert "\n1.1\u20021. Say so now[1].\n2. Then rest.\n" in said
    whole = word.tree(build(made, cited(made)[1]))["blocks"]
    (block,) = [node for node in whole if node["t"] == "Div" and node["c"][0][0] == "i1"]
    kinds = [node["t"] for node in block["c"][1][0]["c"] if node["t"] != "RawInline"]
    assert kinds == ["Str", "Str", "Str", "Emph", "Note", "Str", "LineBreak", "Str", "Str"]
    assert not any(node["t"].endswith("List") for node in whole if node["t"] != "Div")


@pytest.mark.parametrize(
    ("text", "because", "said", "reason"),
    [
        ("It holds:\n- the fares\n- the fund\n\nAnd so on.", "", "It holds: – the fares – the fund And so on.", ""),
        ("It holds.", "for these:\n1. one [@e1]\n2. two", "It holds.", "because for these: – one – two."),
    ],
)
def test_a_list_that_has_no_place_in_a_judgement_is_run_in_in_every_form(
    tmp_path: Path, text: str, because: str, said: str, reason: str
) -> None:
    judgement = Judgement("j1", text, "likely", Confidence("low", because), for_=("e1",))
    asked = job(tmp_path / "x.pdf", judgements=(judgement,), final=False)
    (point,) = build(asked, cited(asked)[1]).points
    assert not any(isinstance(part, Bullet) for part in (*point.inlines, *point.confidence))
    assert " ".join(plain(texts(point.inlines)).split()) == said
    assert reason in " ".join(plain(texts(point.confidence)).split())


def test_a_list_at_the_end_of_a_judgement_is_one(tmp_path: Path) -> None:
    asked = job(tmp_path / "x.pdf", judgements=(Judgement("j1", "It holds:\n- the fares\n- the fund"),), final=False)
    (point,) = build(asked, cited(asked)[1]).points
    assert sum(isinstance(part, Bullet) for part in point.inlines) == 2
