"""What other programs read of a brief, read again by our own readers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefing_tui import ingest
from briefing_tui.compile import export
from briefing_tui.model import Article, Brief, Name, PartialDate, State
from briefing_tui.support import pandoc, processes
from tests.unit.compile import samples

SUFFIX = {"csl-json": "json", "bibtex": "bib", "ris": "ris"}
ARTICLES = {
    a.id: a
    for a in (
        samples.article(),
        samples.article(
            "office",
            title="Ведомость: 100% & a {brace}",
            author=(Name(literal="Harbour Office"),),
            issued=PartialDate(2024, 5),
            language="ru",
        ),
        samples.article("bare", title="", author=(), issued=None, url="", container_title="", type="report", genre=""),
    )
}


UNTITLED = "[untitled: “The harbour office opened its books in spring.”]"


@pytest.fixture(scope="module")
def brief() -> Brief:
    quotes = (samples.excerpt(a, samples.QUOTES[0], f"e{n}") for n, a in enumerate(ARTICLES.values(), 1))
    return Brief("b", excerpts={e.id: e for e in quotes})


@pytest.mark.parametrize("form", SUFFIX)
def test_another_program_reads_the_same_sources(brief: Brief, form: str) -> None:
    found = ingest.read(f"b.{SUFFIX[form]}", export(form, brief, ARTICLES))
    by_title = {d.metadata.title: d.metadata for d in found if isinstance(d, ingest.Document)}
    assert len(by_title) == 3
    for article in ARTICLES.values():
        data = by_title[article.metadata.title or (UNTITLED if form == "bibtex" else "")]
        assert [(n.family, n.given, n.literal) for n in data.author] == [
            (n.family, n.given, n.literal) for n in article.metadata.author
        ]
        assert data.issued == article.metadata.issued
        assert data.url == article.metadata.url


HOSTILE = "https://quay.example/a}, note = {evil} b\\c\n#d%20&e_f"


def test_nothing_in_a_source_ends_its_entry_in_bibtex() -> None:
    odd = samples.article(
        url=HOSTILE,
        title="A { b",
        author=(Name(family="Smith and Sons", given="Ida"), Name(family="King, Jr.", given="Bo")),
        issued=PartialDate(-44, 3),
    )
    excerpt = samples.excerpt(odd, samples.QUOTES[0], "e1")
    written = export("bibtex", Brief("b", excerpts={"e1": excerpt}), {odd.id: odd}).decode()
    assert "url = {https://quay.example/a%7D,%20note%20=%20%7Bevil%7D%20b%5Cc%0A#d%20&e_f}" in written
    assert "author = {{Smith and Sons}, Ida and {King, Jr.}, Bo}" in written
    assert "date" not in written
    assert written.count("{") == written.count("}")


def test_an_excerpt_is_an_annotation_of_its_text(brief: Brief) -> None:
    first, *others = json.loads(export("annotations", brief, {}))
    assert len(others) == 2
    quote, position = first["target"]["selector"]
    text = ARTICLES["harbour"].text
    assert text[position["start"] : position["end"]] == quote["exact"] == samples.QUOTES[0]
    assert text.startswith(quote["prefix"], position["start"] - len(quote["prefix"]))
    assert first["target"]["source"]["id"] == f"urn:sha256:{ARTICLES['harbour'].sha256}"


def test_a_brief_without_sources(tmp_path: Path) -> None:
    assert json.loads(export("csl-json", Brief("b"), {})) == []
    assert export("bibtex", Brief("b"), {}) == b""
    assert export("ris", Brief("b"), {}) == b""


def bibtex(source: Article, **fields: Any) -> str:
    quoted = samples.excerpt(source, samples.QUOTES[0], "e1")
    return export("bibtex", Brief("b", excerpts={"e1": quoted}, **fields), {source.id: source}).decode()


def test_the_name_of_a_body_with_an_and_in_it_is_one_name() -> None:
    body = "Institute of Quays and Boats"
    source = samples.article(publisher=body, author=(Name(literal=body),), extra={"publisher-place": "Ayr and Bute"})
    entry = bibtex(source)
    for field, value in (("author", body), ("publisher", body), ("location", "Ayr and Bute")):
        assert f"  {field} = {{{{{value}}}}}" in entry
    command: list[str | Path] = [pandoc.binary(), "-f", "biblatex", "-t", "csljson"]
    (item,) = json.loads(processes.run(command, input=entry.encode(), timeout=60))
    assert (item["publisher"], item["publisher-place"]) == (body, "Ayr and Bute")


def test_bibtex_marks_what_is_missing_or_inferred_in_the_language_of_the_brief() -> None:
    guessed = samples.inferred(samples.article(), "title", "author", "issued", "container-title", "language")
    entry = bibtex(guessed)
    for line in (
        "title = {{[The harbour counts: a first ledger?]}}",
        "author = {{[Ida Larsen?]}}",
        "date = {2025-03-04~}",
        "journaltitle = {[Quay Gazette?]}",
        "note = {only inferred: language}",
    ):
        assert f"  {line}" in entry
    (read,) = ingest.read("b.bib", entry.encode())
    assert isinstance(read, ingest.Document)
    assert read.metadata.state("issued") is State.INFERRED
    named = bibtex(samples.article(title=""), language="fr")
    assert "title = {{[sans titre\u00a0: «\u202fThe harbour office opened" in named


def test_bibtex_says_who_republished_a_source_and_how_it_is_graded() -> None:
    source = samples.article(republished_by="Pier & Post", custom_extra={"admiralty": "B2"})
    quoted = samples.excerpt(source, samples.QUOTES[0], "e1")
    entry = export("bibtex", Brief("b", excerpts={"e1": quoted}), {source.id: source}).decode()
    assert "  addendum = {republished by Pier \\& Post, [B2]}" in entry
    assert (
        "addendum" not in export("bibtex", Brief("b", excerpts={"e1": quoted}), {source.id: samples.article()}).decode()
    )
