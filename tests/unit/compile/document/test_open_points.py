"""What is open in a draft: its last part, in every form of the document, and in no final one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import html

from briefing_tui.citations import Citations, Placement, Source, Text
from briefing_tui.compile import Job, compile_pdf
from briefing_tui.compile.build import build
from briefing_tui.compile.document.notes import cites
from briefing_tui.compile.document.open_points import LONGEST, MOST, PLACES
from briefing_tui.compile.document.tree import Document
from briefing_tui.compile.file.self_check import check_itself
from briefing_tui.compile.forms import Made, form, word
from briefing_tui.compile.house.template import load_form
from briefing_tui.compile.languages.wording import known_languages
from briefing_tui.compile.page.html import page, render
from briefing_tui.compile.page.parts import parts
from briefing_tui.model import Finding, Item, ItemKind, Severity
from briefing_tui.model.template import OPEN_POINTS
from briefing_tui.storage import render_brief
from tests.unit.compile import samples
from tests.unit.compile.test_build import built

OUT = Path("x.pdf")
MARKED = "“one of ours” is in no pinned excerpt"
FOUND = (
    Finding("source.missing", Severity.NOTE, "e1", "no author stated"),
    Finding("judgement.single-source", Severity.WARNING, "j1", "it rests on one source", "add another"),
    Finding("own-words.quotation", Severity.ERROR, "i1", MARKED, "pin it"),
    Finding("form.unmarked", Severity.WARNING, "", "no marking"),
)


def draft(found: Sequence[Finding] = FOUND, **fields: Any) -> Job:
    return replace(samples.job(OUT, final=False, **fields), findings=tuple(found))


def at(*places: str, message: str = "the same") -> tuple[Finding, ...]:
    return tuple(Finding("x.y", Severity.WARNING, place, message) for place in places)


def places(*names: str, **fields: Any) -> tuple[Text, ...]:
    """What a draft prints of the places of equal findings."""
    (point,) = built(draft(at(*names), **fields)).open.points
    return point.places


def made(job: Job) -> Made:
    sources = tuple(Source(a, (Text(a),)) for a in job.articles)
    notes = {cite.id: (Text(f"source of {cite.id}"),) for cite in cites(job)}
    return Made(job, built(job), Citations(notes, sources, "engine", "hash"), "Briefing")


def shown(document: Document, form_name: str = "bluf") -> Any:
    return html.document_fromstring(render(document, load_form(form_name), generator="Briefing"))


def test_the_gravest_come_first_and_say_where_they_are() -> None:
    document = built(draft())
    told = [(p.weight, [(t.text, t.href) for t in p.places], p.message, p.advice) for p in document.open.points]
    assert told == [
        ("× Error", [("1.1", "#i1")], MARKED, "pin it · own-words.quotation"),
        ("! Warning", [("judgement 1", "#j1")], "it rests on one source", "add another · judgement.single-source"),
        ("! Warning", [], "no marking", "form.unmarked"),
        ("• Note", [("1.2 (note\u00a01)", "#i2")], "no author stated", "source.missing"),
    ]
    assert document.parts[-1] == OPEN_POINTS
    assert document.headings[OPEN_POINTS] == "Open points"


def test_a_place_is_called_as_on_the_pages() -> None:
    assert places("i2", "j1", template="submission") == (
        Text("paragraph\u00a02", href="#i2"),
        Text(", "),
        Text("judgement A", href="#j1"),
    ), "paragraphs are numbered through there, and judgements have letters"
    assert places("s1") == (Text("1 The ledger", href="#s1"),)
    assert places("bottom-line") == (Text("Bottom line", href="#part-bottom-line"),)
    assert places("addressee") == (Text("For"),)
    assert places("e2") == (Text("1.3 (note\u00a02)", href="#i3"),)
    assert places("e9") == (Text("e9"),), "what stands nowhere is called as the checklist does"


def test_a_place_that_is_on_no_page_is_called_what_it_is() -> None:
    job = draft(at("e77", "marking", "x-ray", "language", "k1"))
    e77 = replace(job.brief.excerpts["e1"], id="e77")
    (point,) = built(replace(job, brief=replace(job.brief, excerpts={**job.brief.excerpts, "e77": e77}))).open.points
    said = "an excerpt that is not printed (e77), Marking, X ray, Language, k1"
    assert "".join(t.text for t in point.places) == said
    assert places("j1", template="readout") == (Text("judgement 1"),), "a form that prints none"


@pytest.mark.parametrize(
    ("message", "printed"),
    [
        ("quote i2 (e1) is no longer in a: “e1 and i2”", "quote 1.2 (note 1) is no longer in a: “e1 and i2”"),
        ("does not print core statements: i1, i3", "does not print core statements: 1.1, 1.3"),
        ("excerpt e1 cannot be verified", "the excerpt of note 1 cannot be verified"),
        ("the judgement takes e2 for a fact", "the judgement takes note 2 for a fact"),
        ("j1 rests on the excerpt 'e9'", "judgement 1 rests on the excerpt 'e9'"),
        ("[@e1] would be printed as it stands", "[@e1] would be printed as it stands"),
        (
            "quote i2 (e1) differs from a, ¶ 1: … for [-x e1-]{+fall.+} Then",
            "quote 1.2 (note 1) differs from a, ¶ 1: the source has “… for fall. Then” instead of “… for x e1 Then”",
        ),
        (
            "quote i2 (e1) differs from a, ¶ 1: [-a-] b",
            "quote 1.2 (note 1) differs from a, ¶ 1: the source has “b” instead of “a b”",
        ),
    ],
)
def test_a_message_names_what_the_pages_name(message: str, printed: str) -> None:
    (point,) = built(draft(at("i1", message=message))).open.points
    assert point.message == printed


def test_a_title_and_a_command_run_as_they_are_read() -> None:
    (section,) = shown(built(draft(at("s1"), language="he"))).xpath("//section[@class='open-points']")
    assert section.xpath(".//*[@class='open-where']/bdi[@dir='ltr']/a[@href='#s1']")
    command = [one.text for one in section.xpath("p[@class='about']//bdi[@class='unit'][@dir='ltr']")]
    assert command == ["briefing compile ledger"]


def test_a_citation_in_the_text_has_the_number_of_its_paragraph() -> None:
    job = draft(at("e1", message="excerpt e1 has gone"))
    notes = {c.id: (Text("Larsen 2025"),) for c in cites(job)}
    (point,) = build(job, Citations(notes, (), "engine", "hash", placement=Placement.INLINE)).open.points
    assert point.places == (Text("1.2", href="#i2"),)
    assert point.message == "the excerpt cited in 1.2 has gone"


def test_equal_findings_are_one_line_and_many_places_a_number() -> None:
    assert [t.text for t in places("i1", "i2", "i1") if t.href] == ["1.1", "1.2"]
    (point,) = built(draft(at(*(f"x{n}" for n in range(PLACES + 3))))).open.points
    assert "".join(t.text for t in point.places).endswith(f"x{PLACES - 1}, and 3 more")
    assert len(point.ids) == PLACES + 3


def test_a_long_list_is_cut_and_says_what_has_all() -> None:
    listed = built(draft([*FOUND, *(f for n in range(1000) for f in at(f"x{n}", message=f"number {n}"))])).open
    assert len(listed.points) == MOST
    assert listed.points[0].severity is Severity.ERROR
    assert listed.left_out == 1004 - MOST
    assert listed.rest == f"Other points: {1004 - MOST}. The command briefing check ledger lists them all."
    assert built(draft()).open.rest == ""
    (point,) = built(draft(at("i1", message="w" * 9000))).open.points
    assert len(point.message) <= LONGEST


def test_a_final_briefing_and_a_draft_without_findings_have_none() -> None:
    for job in (replace(draft(), final=True), draft(())):
        document = built(job)
        assert OPEN_POINTS not in (*document.parts, *document.headings)
        assert "open-points" not in render(document, load_form("bluf"), generator="x")


def test_it_is_no_part_of_what_the_version_tells_apart_nor_of_the_contents() -> None:
    long = [Item("i1", ItemKind.TEXT, text="word " * 1500)]
    document = built(draft(template="research", items=long))
    assert document.contents == built(draft((), template="research", items=long)).contents != ()
    assert document.version == built(replace(draft((), template="research", items=long), final=True)).version


@pytest.mark.parametrize("language", sorted(known_languages()))
def test_messages_say_that_they_are_english(language: str) -> None:
    document = built(draft(language=language))
    (section,) = shown(document).xpath("//section[@class='open-points']")
    said = {p.text_content() for p in section.xpath(".//p[@lang='en'][@dir='ltr']")}
    assert (MARKED in said) is (language != "en")
    words = " ".join(t.text_content() for t in section.xpath("h2 | p[@class='about'] | .//*[@class='open-weight']"))
    foreign = words.replace("briefing compile ledger", "")
    assert language in ("en", "de", "fr") or not any("a" <= letter <= "z" for letter in foreign.casefold())


def test_it_is_last_and_looks_the_same_on_a_page_of_the_house() -> None:
    bluf = load_form("bluf")
    ours = replace(bluf, page="{{ furniture }}{{ cover }}{{ body }}<p>Harbour Office</p>", css="p { color: red }")
    page = html.document_fromstring(render(built(draft()), ours, generator="x"))
    assert page.body[-1].get("class") == OPEN_POINTS
    assert ".open-points { break-before: page }" in page.xpath("string(//style)")


def test_each_point_is_an_entry_of_a_list_that_leads_to_its_place() -> None:
    entries = shown(built(draft())).xpath("//section[@class='open-points']/ul/li")
    assert [entry.get("class") for entry in entries] == ["open-error", "open-warning", "open-warning", "open-note"]
    assert [a.get("href") for entry in entries for a in entry.iter("a")] == ["#i1", "#j1", "#i2"]
    told = {part.key: part for part in parts(built(draft()))}
    assert "".join(entries[0].text_content().split()) == "".join(told["open 1"].text.split())
    assert told["open 1"].place == "i1"
    assert {"heading open-points", "open about", "open later"} <= told.keys()


def test_it_is_in_the_page_for_a_screen() -> None:
    assert MARKED in page(built(draft()), css="", generator="x")


def test_plain_text_has_each_point_below_its_place() -> None:
    text = form("txt")(made(draft()))["txt"].decode()
    assert f"× Error · 1.1\n    {MARKED}\n    pin it · own-words.quotation\n" in text
    assert text.index("Sources\n") < text.index("Open points\n=")


def test_markdown_has_a_list_and_says_the_language() -> None:
    text = form("md")(made(draft()))["md"].decode()
    assert f"-   **× Error** · 1.1\\\n    {MARKED}\\\n    pin it · own-words.quotation\n" in text
    assert text.index("# Sources") < text.index("# Open points")
    german = form("md")(made(draft(language="de")))["md"].decode()
    assert f'    [{MARKED}]{{lang="en" dir="ltr"}}\\\n' in german


def test_json_has_values() -> None:
    plain = json.loads(form("json")(made(draft(at("i1", "i2"))))["json"])
    assert plain[OPEN_POINTS] == {
        "points": [
            {
                "severity": "warning",
                "places": ["i1", "i2"],
                "shown": "1.1, 1.2",
                "message": "the same",
                "hint": "",
                "rule": "x.y",
            }
        ],
        "left-out": 0,
    }
    assert OPEN_POINTS not in json.loads(form("json")(made(draft(())))["json"])


def test_docx_has_it_on_a_page_of_its_own_with_links() -> None:
    blocks = word.tree(built(draft(language="he")))["blocks"]
    (at,) = (n for n, b in enumerate(blocks) if b["t"] == "RawBlock" and 'w:type="page"' in b["c"][1])
    assert "נקודות פתוחות" in json.dumps(blocks[at + 1], ensure_ascii=False)
    behind = json.dumps(blocks[at:], ensure_ascii=False)
    assert all(f'"#{place}"' in behind for place in ("i1", "j1", "i2"))
    styles = {value for b in blocks[at:] if b["t"] == "Div" for key, value in b["c"][0][2] if key == "custom-style"}
    assert {"Open Place", "Open Point Turned", "Open Advice Turned"} <= styles
    known = (Path(word.__file__).with_name("docx") / "styles.xml").read_text(encoding="utf-8")
    assert all(f'w:val="{style}"' in known for style in styles)


def test_on_paper_it_counts_for_nothing_and_agrees_with_itself(tmp_path: Path) -> None:
    """In Hebrew, with an annex before it and words in it that the program has no marks around."""
    job = draft(language="he", annex="yes")
    compiled = compile_pdf(replace(job, output=tmp_path / "x.pdf", brief_yaml=render_brief(job.brief)))
    layout = compiled.layout
    assert (layout.lost, layout.outside, layout.crossed, layout.missing_glyphs, layout.alone) == ((), (), (), "", ())
    assert layout.length < 1 < compiled.pages == 3, "the page of the text, the annex, and the list"
    assert len(layout.fills) == 1
    assert MARKED in samples.pages(compiled.file)[-1]
    assert check_itself(compiled.file).problems == ()
    with pikepdf.open(compiled.file) as pdf, pdf.open_outline() as outline:
        assert outline.root[-1].title == "נקודות פתוחות"
        tags = pdf.Root.StructTreeRoot.K[0].K
        assert [str(tag.S) for tag in tags[-1].K[:3]] == ["/H2", "/P", "/L"]
        assert {str(entry.S) for entry in tags[-1].K[2].K} == {"/LI"}
