"""What DOCX, ODT, EPUB and RTF have in common: words as they stand, shapes, notes, and the head by its styles."""

from __future__ import annotations

import pytest

from briefing_tui.ingest import Reading
from briefing_tui.model import Name, PartialDate, State
from tests.unit.ingest.office import docx, epub, odt, p, page, rtf, t, written
from tests.unit.ingest.samples import BUDGET, COUNCIL, FERRY, kinds, paragraphs, read

MARKDOWN = f"""---
title: The quay at Port Selva
author: [Jane Orlo, Tom Perrin]
date: 3 March 2021
---

# The vote

{COUNCIL} It said "no" -- twice --- and 'maybe'... “curly” soft\u00adhyphen, no\u00a0break.[^1]

[^1]: The note's own words.

> {BUDGET}
>
> {FERRY}

1. first
2. second
    a) inner
    b) more
3. third

- a dot
    - a dot within

5) five
6) six

| Port  | Ships |
|-------|-------|
| Selva | 12    |
| Corva | 7     |

![The quay by night](quay.png)

A line\\
and another.

# The money

{FERRY}
"""

FORMATS = ("docx", "odt", "epub", "rtf")
WITH_LISTS = ("docx", "odt", "epub")


def by(format_: str, markdown: str = MARKDOWN) -> bytes:
    return written(format_, markdown)


@pytest.mark.parametrize("format_", FORMATS)
def test_words_are_those_of_the_document(format_: str) -> None:
    document = read(f"a.{format_}", by(format_))
    assert "It said \"no\" -- twice --- and 'maybe'... “curly” soft\u00adhyphen, no\u00a0break." in document.text
    assert COUNCIL in document.text
    assert document.text.count(FERRY) == 2


@pytest.mark.parametrize("format_", FORMATS)
def test_headings_and_quoted_prose(format_: str) -> None:
    document = read(f"a.{format_}", by(format_))
    assert "## The vote\n\n" in document.text
    assert "## The money\n\n" in document.text
    assert f"\n\n{BUDGET}\n\n{FERRY}\n\n" in document.text


@pytest.mark.parametrize("format_", FORMATS)
def test_a_note_leaves_no_trace_and_is_kept_beside(format_: str) -> None:
    document = read(f"a.{format_}", by(format_))
    assert "The note's own words." not in document.text
    (note,) = [d for d in document.dropped if d.kind == "footnote"]
    assert note.text == "The note's own words."
    (paragraph,) = [text for text in paragraphs(document) if text.startswith(COUNCIL)]
    assert paragraph.endswith("no\u00a0break.")


@pytest.mark.parametrize("format_", WITH_LISTS)
def test_lists_keep_their_numbers(format_: str) -> None:
    text = read(f"a.{format_}", by(format_)).text
    within = ("a.", "b.") if format_ == "epub" else ("a)", "b)")  # HTML has no parentheses
    assert f"1. first\n2. second\n   {within[0]} inner\n   {within[1]} more\n3. third\n\n" in text
    assert "- a dot\n  - a dot within\n\n" in text
    assert ("5. five\n6. six" if format_ == "epub" else "5) five\n6) six") in text


@pytest.mark.parametrize("format_", FORMATS)
def test_tables_and_broken_lines_keep_their_lines(format_: str) -> None:
    text = read(f"a.{format_}", by(format_)).text
    assert "\n\nPort | Ships\nSelva | 12\nCorva | 7\n\n" in text
    assert "\n\nA line\nand another.\n\n" in text


@pytest.mark.parametrize("format_", ["docx", "odt"])
def test_styles_of_the_head_are_statements(format_: str) -> None:
    document = read(f"a.{format_}", by(format_))
    data = document.metadata
    assert data.title == "The quay at Port Selva"
    assert data.author == (Name(family="Orlo", given="Jane"), Name(family="Perrin", given="Tom"))
    assert data.issued == PartialDate(2021, 3, 3)
    assert {data.state(name) for name in ("title", "author", "issued")} == {State.STATED}
    assert "style" in data.evidence["title"]
    assert [kind for _, kind in kinds(document)][:4] == ["title", "byline", "byline", "date"]
    assert paragraphs(document)[0].startswith(COUNCIL)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", docx(p(COUNCIL), p(BUDGET))),
        ("a.odt", odt(t(COUNCIL), t(BUDGET))),
        ("a.epub", epub({"c.xhtml": page(f"<p>{COUNCIL}</p><p>{BUDGET}</p>")})),
        ("a.rtf", rtf(rf"{COUNCIL}\par", rf"{BUDGET}\par")),
    ],
)
def test_nothing_is_made_up_where_nothing_is_said(name: str, data: bytes) -> None:
    document = read(name, data)
    assert document.text == f"{COUNCIL}\n\n{BUDGET}"
    assert not document.metadata.title
    assert not document.metadata.author
    assert document.metadata.issued is None
    assert not document.dropped
    assert not document.warnings


def test_blocks_are_numbered_in_reading_order() -> None:
    document = read("a.docx", by("docx"))
    assert [block.first for block in document.blocks] == list(range(1, len(document.blocks) + 1))


def test_the_bytes_say_what_it_is() -> None:
    """An RTF that is called .doc, as old programs wrote it."""
    assert read("a.doc", rtf(rf"{COUNCIL}\par")).text == COUNCIL
    assert read("a.rtf", docx(p(COUNCIL))).text == COUNCIL


def test_it_reads_in_a_process_of_its_own() -> None:
    with Reading() as reading:
        for format_ in FORMATS:
            (document,) = reading.read(f"a.{format_}", by(format_))
            assert document == read(f"a.{format_}", by(format_))
