"""Markdown gives back, through pandoc, every character that was written into it."""

from __future__ import annotations

import json
import re
import string
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.compile import Job, compile_form
from briefing_tui.compile.build import build
from briefing_tui.compile.forms.markdown_text import escaped
from briefing_tui.compile.prepared import cited
from briefing_tui.model import Confidence, Item, ItemKind, Judgement, Speaker
from briefing_tui.model.codes import code_of
from briefing_tui.support import pandoc, processes
from tests.unit.compile import samples

HARD = (
    "it's “so” and 'so' and \"so\"",
    "wait... what.... -- and --- or – …",
    "AT&amp;T &copy; &#39; &#x27; R&D & so on",
    "---",
    "- - -",
    "===",
    "Mr. Hale, Dr. Orr, e.g. p. 4, vol. 2, cf. ch. 3. So it is. Then",
    "1. one",
    "(1) one",
    "c) one",
    "A.  one",
    "iv. four",
    "a - b + c = d : e",
    ": a definition",
    "::: {.box}",
    "% a title",
    "+---+",
    "| a | b |",
    "[text](link)",
    "![picture](file)",
    "<https://quay.example> https://quay.example/a_b_c",
    "[@key, p. 4] and @key and -@key",
    "$x$ and $$y$$ and \\(z\\) \\begin{x}",
    "a~b~ and c^d^ and [e]{.f} and `g`{=html}",
    "line one\n- line two\n1. line three\n===\n: line five",
    "don't 'quote 90s' \"open",
)


def read(markdown: str, *options: str) -> Any:
    command: list[str | Path] = [pandoc.binary(), "-f", "markdown", "-t", "json", *options]
    return json.loads(processes.run(command, input=markdown.encode(), timeout=60))


def words(node: Any) -> str:
    """The text of a paragraph that holds nothing but text."""
    assert node["t"] == "Para", node
    return _said(node["c"])


def _said(inlines: list[Any]) -> str:
    said = []
    for inline in inlines:
        if inline["t"] == "Quoted":
            signs = "“”" if inline["c"][0]["t"] == "DoubleQuote" else "‘’"
            said.append(f"{signs[0]}{_said(inline['c'][1])}{signs[1]}")
        else:
            assert inline["t"] in {"Str", "Space", "SoftBreak"}, inline
            said.append(inline.get("c", " "))
    return "".join(said)


def test_every_character_comes_back() -> None:
    signs = string.punctuation
    texts = [*HARD, *(f"{a}{b}" for a, b in product(signs, signs)), *(sign * 3 for sign in signs)]
    texts += [f"{a}word{b} {a} word {b}{a}word {a}{b}" for a, b in product(signs, signs)]
    texts += [f"{start}{sign} x" for start, sign in product(("1", "a", "ii", "p", "(2", "x."), signs)]
    blocks = read("\n\n".join(map(escaped, texts)))["blocks"]
    assert [words(block) for block in blocks] == [" ".join(text.split()) for text in texts]


def test_every_abbreviation_of_pandoc_is_known() -> None:
    command: list[str | Path] = [pandoc.binary(), "--print-default-data-file", "abbreviations"]
    known = processes.run(command, timeout=60).decode().split()
    assert len(known) >= 80
    assert [word for word in known if escaped(f"x {word} y") != f"x {word[:-1]}\\. y"] == []


def test_what_needs_no_escape_has_none() -> None:
    plain = "A well-known harbour (the old one), quay 3: late again; why? Nobody knows. So be it!"
    assert escaped(plain) == plain


def _nodes(value: Any, kind: str) -> list[Any]:
    if isinstance(value, list):
        return [found for part in value for found in _nodes(part, kind)]
    if isinstance(value, dict):
        return [*([value] if value.get("t") == kind else []), *_nodes([*value.values()], kind)]
    return []


def test_a_speaker_is_part_of_one_citation_whatever_the_name(tmp_path: Path) -> None:
    source = samples.article()
    speaker = Speaker("Larsen; Hale] @harbour [Orr", "master")
    quoted = samples.excerpt(source, samples.QUOTES[0], "e1", speaker)
    job = samples.job(
        tmp_path / "b.md",
        articles=[source],
        excerpts=[quoted],
        items=[Item("i1", ItemKind.QUOTE, excerpt="e1"), Item("i2", ItemKind.TEXT, text="So it is [@e1](see there).")],
        judgements=(),
    )
    compile_form(job, "md")
    tree = read((tmp_path / "b.md").read_text())
    cites = _nodes(tree, "Cite")
    assert [[part["citationId"] for part in cite["c"][0]] for cite in cites] == [["harbour"]]
    assert _said(cites[0]["c"][0][0]["citationPrefix"]) == "Larsen; Hale] @harbour [Orr, master, quoted in"
    assert [link["c"][2][0] for link in _nodes(tree, "Link")] == ["#n1"], "the note that is called again"


def test_the_title_is_what_it_was(tmp_path: Path) -> None:
    job = samples.job(tmp_path / "b.md", final=False)
    title = '*Late* -- it\'s 1. [so] & "so"'
    compile_form(replace(job, brief=replace(job.brief, title=title)), "md")
    assert _said(read((tmp_path / "b.md").read_text())["meta"]["title"]["c"]) == title


def test_what_the_author_adds_stands_in_the_note_behind_its_citation(tmp_path: Path) -> None:
    job = samples.job(tmp_path / "x.md", final=False)
    compile_form(job, "md")
    text = (tmp_path / "x.md").read_text(encoding="utf-8")
    assert "]: [@harbour, para. 2]. See the annex. \\[" in text
    assert "almost certain 95–100" in text, "the scale of the likelihoods"


def test_what_styles_do_not_print_of_a_source_stands_below_the_list(tmp_path: Path) -> None:
    source = samples.article(republished_by="Pier Post", custom_extra={"admiralty": "B2"})
    text = compile_form(samples.job(tmp_path / "b.md", articles=[source], final=False), "md").file.read_text()
    below = text.partition("# Sources\n\n::: {#refs}\n:::\n\n")[2]
    assert below.startswith("-   @harbour: republished by Pier Post · B2\n\nGrades of reliability (letter)")


def test_pandoc_reads_a_remark_as_the_suffix_of_a_citation(tmp_path: Path) -> None:
    items = [Item("i1", ItemKind.QUOTE, excerpt="e1", note="2 boats; translated by us.")]
    job = samples.job(
        tmp_path / "b.md", items=items, judgements=(), final=False, style="briefing-author-date", cache_dir=tmp_path
    )
    assert "(Larsen 2025, para. 2. 2 boats; translated by us)" in set_by_pandoc(job)


def set_by_pandoc(job: Job) -> str:
    """The words of a briefing as pandoc sets its Markdown, in one line."""
    file = compile_form(job, "md").file
    command: list[str | Path] = [pandoc.binary(), "--citeproc", f"--resource-path={file.parent}", file, "-t", "plain"]
    return " ".join(processes.run(command, timeout=60).decode().split())


def test_pandoc_numbers_notes_as_the_briefing_does_however_often_they_are_called(tmp_path: Path) -> None:
    source = samples.article()
    words = ("opened its books", *samples.QUOTES, "Nobody counted the boats before,")
    passages = [samples.excerpt(source, said, f"e{n}") for n, said in enumerate(words, 1)]
    items = [
        Item("i1", ItemKind.QUOTE, excerpt="e1"),
        Item("i2", ItemKind.TEXT, text="[@e2] and [@e1][@e2][@e3] and [@e1](so): [@e2]: yes."),
        Item("i3", ItemKind.QUOTE, excerpt="e2"),
    ]
    point = Judgement(
        "j1", "So it is [@e3].", "likely", Confidence("low", "it is [@e1]"), for_=("e4",), against=("e2",)
    )
    job = samples.job(tmp_path / "b.md", articles=[source], excerpts=passages, items=items, judgements=(point,))
    document = build(job, cited(job)[1])
    expected = [code_of(job.brief.excerpts[call.excerpt]) for call in document.calls() if call.note]
    assert len(expected) == 4
    notes = _nodes(read(compile_form(job, "md").file.read_text()), "Note")
    assert [code for note in notes for code in expected if code in json.dumps(note)] == expected
    said = set_by_pandoc(job)
    assert "Rests on note[3]." in said
    assert "[4] and^(2,4,1) and²(so):⁴: yes." in said


def test_pandoc_finds_every_source_that_there_is_and_what_is_gone_is_named(tmp_path: Path) -> None:
    job = samples.job(tmp_path / "b.md", final=False)
    lost = replace(job, articles={}, verifications={}, output=tmp_path / "lost.md")
    for made in (job, lost):
        assert "??" not in set_by_pandoc(made)
        assert "harbour?" not in set_by_pandoc(made)
    text = (tmp_path / "lost.md").read_text()
    assert "[@" not in text
    assert re.search(r"^\[\^1\]: .*harbour.* ¶ \d", text, re.MULTILINE)


def test_a_code_leads_to_the_passage_in_the_annex_and_a_quote_too(tmp_path: Path) -> None:
    text = compile_form(samples.job(tmp_path / "b.md", template="research"), "md").file.read_text()
    code = re.escape(code_of(samples.job(tmp_path / "x").brief.excerpts["e1"]))
    (number,) = re.findall(rf"^\[\^(\d)\]: .* \[\\\[{code}\\\]\]\(#annex-\1\)$", text, re.MULTILINE)
    assert f"¶ 2 · [in context](#annex-{number})\n" in text
    assert f"{{#annex-{number}}}" in text


@pytest.mark.parametrize("language", ["en-GB", "fr", "de", "ru", "he", "ar"])
def test_in_every_language_pandoc_finds_the_key_behind_the_speaker(tmp_path: Path, language: str) -> None:
    source = samples.article()
    quoted = samples.excerpt(source, samples.QUOTES[0], "e1", Speaker("Jon Dahl", "master", via=("Quay Radio",)))
    items = [Item("i1", ItemKind.QUOTE, excerpt="e1")]
    for style in ("briefing-note", "briefing-in-text"):
        fields: dict[str, Any] = {"style": style, "language": language, "judgements": (), "cache_dir": tmp_path}
        job = samples.job(tmp_path / f"{style}.md", items=items, excerpts=[quoted], final=False, **fields)
        text = compile_form(job, "md").file.read_text()
        (cite,) = _nodes(read(text), "Cite")
        assert [part["citationId"] for part in cite["c"][0]] == ["harbour"]
        assert _said(cite["c"][0][0]["citationPrefix"]).startswith("Jon Dahl")
