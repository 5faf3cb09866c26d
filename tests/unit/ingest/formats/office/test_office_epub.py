"""EPUB: the text in its order, its publisher's statements, and pages that are none of the text."""

from __future__ import annotations

import pytest

from briefing_tui.model import Name, PartialDate, State
from tests.unit.ingest.office import epub, page
from tests.unit.ingest.samples import BUDGET, COUNCIL, FERRY, kinds, paragraphs, read

METADATA = (
    "<dc:title>Harbours of the North</dc:title><dc:creator opf:role='aut'>Orlo, Jane</dc:creator>"
    "<dc:creator opf:role='edt'>Ed Itor</dc:creator><dc:creator>Tom Perrin</dc:creator>"
    "<dc:contributor>a program</dc:contributor><dc:publisher>Quay Press</dc:publisher>"
    "<dc:date opf:event='modification'>2022-01-01</dc:date><dc:date opf:event='publication'>2015-04</dc:date>"
    "<dc:language>en-GB</dc:language><dc:identifier>urn:isbn:9780306406157</dc:identifier>"
)
CHAPTER = page(f"<h1>The vote</h1><p>{COUNCIL}</p>")


def test_the_publisher_states() -> None:
    data = read("a.epub", epub({"c.xhtml": CHAPTER}, METADATA)).metadata
    assert (data.title, data.publisher, data.language) == ("Harbours of the North", "Quay Press", "en-GB")
    assert data.author == (Name(family="Orlo", given="Jane"), Name(family="Perrin", given="Tom"))
    assert data.issued == PartialDate(2015, 4)
    assert data.type == "book"
    assert {data.state(n) for n in ("title", "author", "publisher", "issued", "language")} == {State.STATED}


def test_what_programs_put_where_nothing_is_known_is_nothing() -> None:
    metadata = (
        "<dc:title>Unknown</dc:title><dc:creator>Unknown</dc:creator><dc:date>0101-01-01T00:00:00+00:00</dc:date>"
    )
    data = read("a.epub", epub({"c.xhtml": page(f"<p>{COUNCIL}</p>")}, metadata)).metadata
    assert not data.title
    assert not data.author
    assert data.issued is None


def test_pages_that_are_no_text() -> None:
    pages: dict[str, str | bytes] = {
        "cover.xhtml": page('<p>A picture of a quay</p><img src="c.jpg" alt="Cranes at night"/>'),
        "t.xhtml": page("<section epub:type='titlepage'><h1>Harbours</h1><p>Jane Orlo</p></section>"),
        "r.xhtml": page("<p>© 2015 Jane Orlo. All rights reserved. ISBN 9780306406157</p>"),
        "nav.xhtml": page("<nav epub:type='toc'><ol><li><a href='c.xhtml'>The vote</a></li></ol></nav>"),
        "c.xhtml": CHAPTER,
        "d.xhtml": page(f"<p>{BUDGET}</p>"),
        "n.xhtml": page(f"<p>1 {FERRY}</p>"),
    }
    document = read("a.epub", epub(pages, METADATA, guide='<reference type="notes" href="Text/n.xhtml"/>'))
    assert document.text == f"## The vote\n\n{COUNCIL}\n\n{BUDGET}"
    assert [kind for _, kind in kinds(document)] == [
        "cover", "image-alternative", "title-page", "title-page", "copyright", "navigation", "footnote",
    ]  # fmt: skip


def test_the_order_is_that_of_the_spine() -> None:
    pages: dict[str, str | bytes] = {"z.xhtml": page(f"<p>{COUNCIL}</p>"), "a.xhtml": page(f"<p>{BUDGET}</p>")}
    assert paragraphs(read("a.epub", epub(pages))) == [COUNCIL, BUDGET]


@pytest.mark.parametrize(
    "call",
    [
        "<sup><a href='#n1'>1</a></sup>",
        "<a href='#n1'><sup>[1]</sup></a>",
        "<a href='n.xhtml#n1'><sup>*</sup></a>",
        "<a epub:type='noteref' href='#n1'>1</a>",
    ],
)
def test_the_call_of_a_note_leaves_no_trace(call: str) -> None:
    assert read("a.epub", epub({"c.xhtml": page(f"<p>Some words{call} and x<sup>2</sup>.</p>")})).text == (
        "Some words and x2."
    )


def test_a_note_of_its_own_kind_is_furniture() -> None:
    call = "<a epub:type='noteref' href='#n1'>1</a>"
    note = "<aside epub:type='footnote' id='n1'><p>Indeed.</p></aside>"
    document = read("a.epub", epub({"c.xhtml": page(f"<p>Some words{call}.</p>{note}")}))
    assert document.text == "Some words."
    assert [(d.kind, d.text) for d in document.dropped] == [("footnote", "Indeed.")]


def test_signs_that_html_names_and_quotes() -> None:
    text = read("a.epub", epub({"c.xhtml": page('<p>a&nbsp;b &amp; <q>so</q> "straight" -- it\'s</p>')})).text
    assert text == 'a\u00a0b & “so” "straight" -- it\'s'


def test_figures_and_scripts() -> None:
    figure = "<figure><img src='q.png' alt='Cranes'/><figcaption>The quay</figcaption></figure><script>evil()</script>"
    document = read("a.epub", epub({"c.xhtml": page(f"<p>{COUNCIL}</p>{figure}")}))
    assert document.text == COUNCIL
    assert kinds(document) == [(2, "image-alternative"), (3, "caption")]


def test_a_page_in_another_encoding() -> None:
    for encoding in ("iso-8859-1", "utf-16"):
        latin = page("<p>caf\u00e9</p>").replace("utf-8", encoding).encode(encoding)
        assert read("a.epub", epub({"c.xhtml": latin})).text == "caf\u00e9"


def test_a_page_that_is_missing_is_said() -> None:
    pages: dict[str, str | bytes] = {"c.xhtml": CHAPTER, "d.xhtml": ""}
    assert read("a.epub", epub(pages)).warnings == ("1 of its 2 pages are missing from the file",)
