"""Tables of contents of PDFs are no text; what only looks like one is."""

from __future__ import annotations

import pytest

from briefing_tui.ingest.document import Block, Line, Shape
from briefing_tui.ingest.formats.pdf.contents import contents

HEAD = "Contents"


def blocks(*texts: str) -> list[Block]:
    return [Block(text, (Line(n, text),)) for n, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    "texts",
    [
        (HEAD, "1 Foo | 2\n2 Bar | 3"),
        ("Inhaltsverzeichnis", "Vorwort | 1", "1 Grund | 2\n1.1 Mehr | 2\n2 Folge | 17"),
        ("Table of Contents", "Preface iii", "Introduction . . . . . 1 The quay . . . . . 12"),
        ("2 Inhaltsverzeichnis", "Stichwortverzeichnis 111"),
    ],
)
def test_names_with_pages_under_such_a_heading(texts: tuple[str, ...]) -> None:
    found = list(contents(blocks("Before it 7", *texts, "The council voted on Thursday.", "There are 12")))
    assert found == list(range(1, len(texts) + 1))


@pytest.mark.parametrize(
    "texts",
    [
        (HEAD, "The council voted on Thursday."),
        (HEAD,),
        (HEAD, "Boats | 12\nQuays | 3"),
        ("The quay", "1 Foo | 2\n2 Bar | 3"),
        ("Tables", "Boats 12\nare no quays"),
    ],
)
def test_what_is_no_table_of_contents(texts: tuple[str, ...]) -> None:
    assert list(contents(blocks(*texts))) == []


def test_what_is_dropped_already_parts_nothing() -> None:
    page = Block("2", (Line(9, "2"),), Shape.FURNITURE, kind="page-number")
    first, second, third = blocks(HEAD, "1 Foo | 2", "2 Bar | 3")
    assert list(contents([first, second, page, third])) == [0, 1, 3]
