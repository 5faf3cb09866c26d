"""Where citations stand: at the foot of the page, at the end, in the text; the same in every form."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from lxml import html

from briefing_tui.citations import plain
from briefing_tui.compile import FORMS, Job, compile_form, compile_pdf
from briefing_tui.compile.build import build
from briefing_tui.compile.document.points import Reference, Support
from briefing_tui.compile.document.runs import texts
from briefing_tui.compile.document.tree import Document, Passage, Quote
from briefing_tui.compile.page.html import page
from briefing_tui.compile.page.parts import parts
from briefing_tui.compile.prepared import cited
from briefing_tui.model import Finding, Item, ItemKind, Severity, Speaker, normalise
from briefing_tui.model.codes import code_of
from briefing_tui.support import pandoc, processes
from tests.unit.compile import samples

BOTH = "Both quays are counted"
TOGETHER = "(Ida Larsen, Quay Gazette, 4 March 2025, ¶ 2; Ida Larsen, Quay Gazette, 4 March 2025, ¶ 3)"
IN_TEXT = "Ida Larsen, Quay Gazette, 4 March 2025"
DAHL = Speaker("Jon Dahl", "harbour master")


def job(folder: Path, style: str, *, suffix: str = "pdf", speaker: Speaker | None = None) -> Job:
    """A quote, a text that calls two excerpts at one place, a paraphrase."""
    source = samples.article()
    passages = [samples.excerpt(source, words, f"e{n}", speaker) for n, words in enumerate(samples.QUOTES, 1)]
    items = [
        Item("i1", ItemKind.QUOTE, excerpt="e1", note="See *there*"),
        Item("i2", ItemKind.TEXT, text=f"{BOTH} [@e1][@e2]. Once."),
        Item("i3", ItemKind.PARAPHRASE, excerpt="e2", text="The north is let more often."),
    ]
    cache = folder.parent / "cache"
    output = folder / f"b.{suffix}"
    made = samples.job(output, items=items, articles=[source], excerpts=passages, final=False, cache_dir=cache)
    return replace(made, brief=replace(made.brief, style=f"briefing-{style}"))


def tree(folder: Path, style: str, speaker: Speaker | None = None) -> Document:
    made = job(folder, style, speaker=speaker)
    return build(made, cited(made)[1])


def shown(document: Document) -> list[str]:
    """The numbered paragraphs as they read; a quote by what stands under it."""
    return [
        plain(b.attribution) if isinstance(b, Quote) else plain(texts(b.inlines)).strip() for b in document.blocks()
    ]


def test_in_the_text_several_make_one_parenthesis_before_the_full_stop(tmp_path: Path) -> None:
    assert shown(tree(tmp_path, "in-text")) == [
        "Ida Larsen, Quay Gazette, 4 March 2025, ¶ 2. See there",
        f"{BOTH} {TOGETHER}. Once.",
        "The north is let more often (Ida Larsen, Quay Gazette, 4 March 2025, ¶ 3).",
    ]


def test_by_author_and_year_too(tmp_path: Path) -> None:
    assert shown(tree(tmp_path, "author-date", DAHL)) == [
        "Jon Dahl, harbour master, quoted in Larsen 2025, ¶ 2. See there",
        f"{BOTH} (Jon Dahl, harbour master, quoted in Larsen 2025, ¶ 2; Jon Dahl, quoted in Larsen 2025, ¶ 3). Once.",
        "The north is let more often (Jon Dahl, quoted in Larsen 2025, ¶ 3).",
    ]


@pytest.mark.parametrize("style", ["in-text", "author-date"])
def test_under_a_quote_nothing_is_said_twice(tmp_path: Path, style: str) -> None:
    quote = next(b for b in tree(tmp_path, style).blocks() if isinstance(b, Quote))
    assert not quote.call.words
    assert plain(quote.attribution).count("Larsen") == 1


def test_no_note_and_no_number_is_left_where_a_style_has_none(tmp_path: Path) -> None:
    document = tree(tmp_path, "author-date")
    assert not any(call.note or call.number for call in document.calls())
    labels = [r.label for p in document.points for s in p.support for r in s.references]
    assert labels == ["1.3", "1.1"]
    assert "[" not in page(document, css="", generator="x").partition("<body")[2].replace("[no", "")


def resting(folder: Path, style: str, speaker: Speaker | None = None) -> Document:
    """A judgement that rests on a quoted passage and on two that stand in no paragraph."""
    made = job(folder, style, speaker=speaker)
    more = [samples.excerpt(samples.article(), words, f"e{n}") for n, words in ((3, "opened its books"), (4, "Berths"))]
    brief = replace(
        made.brief,
        excerpts={**made.brief.excerpts, **{e.id: e for e in more}},
        judgements=(replace(made.brief.judgements[0], for_=("e1", "e3", "e4"), against=("e4",)),),
    )
    made = replace(made, brief=brief, findings=(Finding("x.y", Severity.NOTE, "e3", "e3 is old"),))
    return build(made, cited(made)[1])


@pytest.mark.parametrize(
    ("style", "rests", "against"),
    [
        ("author-date", "1.1; Larsen 2025, ¶ 1; Larsen 2025, ¶ 3.", "Larsen 2025, ¶ 3."),
        ("in-text", f"1.1; {IN_TEXT}, ¶ 1; {IN_TEXT}, ¶ 3.", f"{IN_TEXT}, ¶ 3."),
        ("note", "1.1, note\u00a01, note\u00a02.", "note\u00a02."),
    ],
)
def test_what_a_judgement_rests_on_is_a_row_without_parentheses(
    tmp_path: Path, style: str, rests: str, against: str
) -> None:
    document = resting(tmp_path, style)
    (point,) = document.points
    assert [s.comma.join(r.said for r in s.references) + s.stop for s in point.support] == [rests, against]
    root = html.document_fromstring(page(document, css="", generator="x"))
    (estimate,) = root.xpath("//p[@class='estimate']")
    ids = root.xpath("//@id")
    for note in estimate.xpath(".//span[contains(@class, 'note')]"):
        note.drop_tree()
    shown = re.sub(r"[\s\u2060]", "", "".join(estimate.itertext()))
    assert all(re.sub(r"\s", "", said) in shown for said in (rests, against))
    links = {a.get("href") for a in estimate.xpath(".//a")}
    assert links <= {f"#{one}" for one in ids}, "each leads somewhere"
    assert len(links) == 3 if style == "note" else 2


@pytest.mark.parametrize(("style", "place"), [("author-date", "judgement 1"), ("note", "judgement 1 (note\u00a01)")])
def test_what_only_a_judgement_cites_is_printed_there(tmp_path: Path, style: str, place: str) -> None:
    (found,) = resting(tmp_path, style).open.points
    assert [text.text for text in found.places] == [place]
    assert "not printed" not in found.message


def test_a_citation_that_ends_in_a_stop_has_no_second_one() -> None:
    assert Support("Rests on", (Reference("1.1"), Reference("Larsen n.d."))).stop == ""
    assert Support("Rests on", (Reference("Larsen n.d."), Reference("1.1"))).stop == "."


def test_a_full_stop_of_an_abbreviation_stays_where_it_is(tmp_path: Path) -> None:
    made = job(tmp_path, "author-date")
    items = (Item("i1", ItemKind.PARAPHRASE, excerpt="e1", text="It is let by Quay Corp."),)
    brief = replace(made.brief, sections=(replace(made.brief.sections[0], items=items),), judgements=())
    made = replace(made, brief=brief)
    (block,) = build(made, cited(made)[1]).blocks()
    assert isinstance(block, Passage)
    assert plain(texts(block.inlines)) in (
        "It is let by Quay Corp. (Larsen 2025, ¶ 2)",
        "It is let by Quay Corp (Larsen 2025, ¶ 2).",
    )


def test_endnotes_are_linked_both_ways_and_stand_before_the_sources(tmp_path: Path) -> None:
    document = tree(tmp_path, "endnote")
    root = html.document_fromstring(page(document, css="", generator="x"))
    notes = root.xpath("//section[@class='endnotes']/div")
    assert [note.get("id") for note in notes] == ["n1", "n2"]
    calls = {a.get("id"): a.get("href") for a in root.xpath("//a[@class='call' and @id]")}
    assert calls == {"c1": "#n1", "c2": "#n2"}
    assert [note.find("p/a").get("href") for note in notes] == ["#c1", "#c2"]
    sections = [s.get("class").split()[0] for s in root.xpath("//section[h2]") if s.get("class")]
    assert sections[-2:] == ["endnotes", "sources"]
    assert "heading endnotes" in {part.key for part in parts(document)}


@pytest.mark.parametrize("style", ["note", "endnote"])
def test_a_note_leads_to_its_source_and_to_the_words(tmp_path: Path, style: str) -> None:
    made = job(tmp_path, style)
    root = html.document_fromstring(page(build(made, cited(made)[1]), css="", generator="x"))
    note = root.get_element_by_id("n1")
    links = [(a.text_content(), a.get("href")) for a in note.xpath(".//a[@class!='n']")]
    assert links[0] == ("Ida Larsen, “The harbour counts: a first ledger”, ", "#source-1")
    assert links[1][0] == "¶ 2"
    assert links[1][1].startswith("https://quay.example/ledger#:~:text=")
    assert root.get_element_by_id("source-1").tag == "li"
    assert note.find(".//small").text == f"[{code_of(made.brief.excerpts['e1'])}]"


PLACEMENTS = ["note", "endnote", "author-date", "in-text"]


@pytest.mark.parametrize("style", PLACEMENTS)
@pytest.mark.parametrize("form", [f for f in FORMS if f != "md"])
def test_every_form_says_the_same(tmp_path: Path, style: str, form: str) -> None:
    made = job(tmp_path, style, suffix=form)
    expected = build(made, cited(made)[1])
    said = normalise(read(compile_form(made, form).file))
    said = said.replace("\u2060", "").replace("\u2011", "-")  # no line ends there
    for number, block in zip(("1.1", "1.2", "1.3"), expected.blocks(), strict=True):
        assert number in said
        if isinstance(block, Passage):
            runs = [plain(texts([part])) for part in block.inlines]
            assert all(normalise(run) in said for run in runs)
        else:
            assert normalise(plain(block.attribution)) in said
    notes = [call for call in expected.calls() if call.note]
    assert len(notes) == (2 if style in ("note", "endnote") else 0)
    assert all(normalise(plain(call.note)) in said for call in notes)
    assert ("Notes" in said) == (style == "endnote")


def read(file: Path) -> str:
    """The words of a form."""
    if file.suffix == ".docx":
        return processes.run([pandoc.binary(), file, "-s", "-t", "plain", "--wrap=none"], timeout=60).decode()
    if file.suffix == ".json":
        return " ".join(_strings(json.loads(file.read_text())))
    if file.suffix == ".html":
        root = html.document_fromstring(file.read_text())
        for style in root.xpath("//style"):
            style.drop_tree()
        return str(root.text_content())
    return file.read_text()


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in _strings(part)]
    if isinstance(value, list):
        return [text for part in value for text in _strings(part)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("style", ["author-date", "in-text"])
def test_markdown_cites_by_key_where_citations_stand_in_the_text(tmp_path: Path, style: str) -> None:
    text = compile_form(job(tmp_path, style, suffix="md", speaker=DAHL), "md").file.read_text()
    assert "> — [Jon Dahl, harbour master, quoted in @harbour, {para. 2}. See there]" in text
    assert len(re.findall(r"\[Jon Dahl, (?:harbour master, )?quoted in @harbour, \{?para\. \d", text)) == 4
    assert "[^" not in text


@pytest.mark.parametrize("style", ["note", "endnote"])
def test_markdown_cites_by_key_in_its_notes(tmp_path: Path, style: str) -> None:
    text = compile_form(job(tmp_path, style, suffix="md", speaker=DAHL), "md").file.read_text()
    assert "[^1]: []{#n1}[Jon Dahl, harbour master, quoted in @harbour, para. 2]. See *there*. \\[" in text
    assert "[^2]: []{#n2}[Jon Dahl, quoted in @harbour, para. 3]. \\[" in text
    assert f"{BOTH}^[1](#n1),^[^2]. Once." in text
    assert "> — Jon Dahl, harbour master, *Quay Gazette*, 4 March 2025, ¶ 2\n" in text


def test_endnotes_of_a_docx_are_linked_both_ways(tmp_path: Path) -> None:
    made = compile_form(job(tmp_path, "endnote", suffix="docx"), "docx").file
    with zipfile.ZipFile(made) as archive:
        xml = archive.read("word/document.xml").decode()
    anchors = set(re.findall(r'<w:hyperlink w:anchor="([^"]+)"', xml))
    places = set(re.findall(r'<w:bookmarkStart[^>]*w:name="([^"]+)"', xml))
    assert {"n1", "n2", "c1", "c2", "source-1"} <= anchors & places


@pytest.mark.parametrize(("style", "notes"), [("endnote", 2), ("in-text", 0)])
def test_a_pdf_has_all_of_it_and_tags_notes_alone_as_notes(tmp_path: Path, style: str, notes: int) -> None:
    made = compile_pdf(job(tmp_path, style))
    assert (made.notes, made.layout.late_notes, made.layout.lost) == (notes, (), ())
    with pikepdf.open(made.file) as pdf:
        kinds = [str(tag.get("/S")) for tag in pdf.objects if isinstance(tag, pikepdf.Dictionary) and "/S" in tag]
    assert kinds.count("/Note") == notes
