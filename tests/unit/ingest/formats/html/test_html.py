"""Web pages: the words of the body as the page has them, everything else reported in its place."""

from __future__ import annotations

import pytest

from briefing_tui.ingest import Document, Reading
from briefing_tui.ingest.document import Shape
from tests.unit.ingest.samples import BUDGET, COUNCIL, FERRY, headings, paragraphs, read

NAVIGATION = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"


def page(body: str, head: str = "", *, around: bool = True) -> bytes:
    """A page with a body in an article element, and what stands around such pages."""
    article = f"<article>{body}</article>"
    if around:
        article = f"{NAVIGATION}{article}<footer><p>© 2021 Selva Weekly</p></footer>"
    head = f"<head><meta charset='utf-8'>{head}</head>"
    return f"<!doctype html><html lang='en'>{head}<body>{article}</body></html>".encode()


def article(*blocks: str) -> Document:
    """Read a page of some blocks between paragraphs."""
    return read("page.html", page(f"<p>{COUNCIL}</p>{''.join(blocks)}<p>{BUDGET}</p><p>{FERRY}</p>"))


def dropped(document: Document) -> dict[str, str]:
    """Kind by text of what is no text."""
    return {drop.text: drop.kind for drop in document.dropped}


def test_body_is_told_from_what_surrounds_it() -> None:
    document = article()
    assert paragraphs(document) == [COUNCIL, BUDGET, FERRY]
    assert dropped(document) == {"- Home": "navigation", "- World": "navigation", "© 2021 Selva Weekly": "notice"}


def test_dropped_blocks_stand_in_their_place() -> None:
    kinds = [block.kind for block in article("<figure><figcaption>A quay at dusk</figcaption></figure>").blocks]
    assert kinds == ["navigation", "", "caption", "", "", "notice"]


def test_headings_of_a_page_without_containers_stay_headings() -> None:
    places = "Selva Orsk Varn Lodva Krel Tarn".split()
    text = [f"<p>The board of {place} weighed the grain and put off all that it had to decide.</p>" for place in places]
    related = "<h3><a href='/x'>Grain prices fall</a></h3>"
    body = f"<h1>Minutes</h1>{''.join(text[:3])}<h2>Costs</h2>{''.join(text[3:5])}{related}{text[5]}"
    document = read("page.html", f"<title>Minutes</title><body>{body}</body>".encode())
    assert headings(document) == ["Costs"]
    assert len(paragraphs(document)) == len(places)


def test_blocks_are_numbered_in_reading_order() -> None:
    assert [block.first for block in article().blocks] == [1, 2, 3, 4, 5]


def test_white_space_collapses_as_in_a_browser_and_no_break_spaces_stay() -> None:
    document = article(
        "<p>The   quay\n\tof\u00a0Selva&nbsp;&nbsp;holds &amp; waits for the ships of autumn, "
        "&#8220;all&#8221; of them.</p>"
    )
    assert "The quay of\u00a0Selva\u00a0\u00a0holds & waits for the ships of autumn, “all” of them." in paragraphs(
        document
    )


def test_words_are_the_pages_own_typos_and_repeats_too() -> None:
    twice = "Teh harbor  said ‘no’ - again -- and cafe\u0301 owners aggreed with every word of the long statement."
    document = article(f"<p>{twice}</p>", f"<p>{twice}</p>")
    assert paragraphs(document).count(twice.replace("  ", " ")) == 2


def test_links_and_inline_marks_keep_their_words() -> None:
    document = article(
        "<p>The <a href='/x'>harbour <b>council</b></a>’s vote<sup>2</sup> "
        "was wa<i>tch</i>ed closely in all the islands.</p>"
    )
    assert "The harbour council’s vote2 was watched closely in all the islands." in paragraphs(document)


def test_headings_are_headings() -> None:
    document = article("<h2>Who pays for it</h2>", f"<p>{FERRY} Twice.</p>")
    assert headings(document) == ["Who pays for it"]


def test_heading_that_is_the_title_is_no_text() -> None:
    data = page(
        f"<h1>Nine hours on grain</h1><p>{COUNCIL}</p><p>{BUDGET}</p>", "<title>Nine hours on grain | Selva</title>"
    )
    document = read("page.html", data)
    assert document.metadata.title == "Nine hours on grain"
    assert dropped(document)["Nine hours on grain"] == "title"
    assert headings(document) == []


def test_lists_keep_their_items() -> None:
    document = article(
        "<ol start='3'><li>The fleet wants more time for it.<li>The railway wants it <ul><li>now</li></ul></ol>"
    )
    (block,) = [b for b in document.blocks if b.shape is Shape.LINES]
    assert block.text == "3. The fleet wants more time for it.\n4. The railway wants it\n  - now"


def test_tables_keep_their_rows() -> None:
    table = "<table><tr><th>Year</th><th>Tonnes</th></tr><tr><td>2019</td><td>1,200 <b>dry</b></td></tr></table>"
    assert "Year | Tonnes\n2019 | 1,200 dry" in [block.text for block in article(table).blocks]


def test_tables_that_lay_out_a_page_are_no_tables() -> None:
    data = f"<html><body><table><tr><td>Menu</td><td><p>{COUNCIL}</p><p>{BUDGET}</p></td></tr></table></body></html>"
    assert {COUNCIL, BUDGET} <= set(paragraphs(read("page.html", data.encode())))


def test_line_breaks_part_verse_and_two_of_them_paragraphs() -> None:
    document = article(
        f"<p>{COUNCIL} One.<br><br>{BUDGET} Two.</p>",
        "<p>The ships go out,<br>the ships come in,<br>and none is late.</p>",
    )
    assert {f"{COUNCIL} One.", f"{BUDGET} Two.", "The ships go out,\nthe ships come in,\nand none is late."} <= {
        block.text for block in document.blocks
    }


def test_prose_that_is_quoted_is_paragraphs() -> None:
    assert f"{FERRY} Quoted." in paragraphs(article(f"<blockquote><p>{FERRY} Quoted.</p></blockquote>"))


def test_code_keeps_its_lines() -> None:
    assert "if a:\n    b()" in [block.text for block in article("<pre>if a:\n    b()</pre>").blocks]


@pytest.mark.parametrize(
    ("markup", "text", "kind"),
    [
        ("<div class='cookie-banner'>We use cookies here.</div>", "We use cookies here.", "cookie-notice"),
        ("<div id='comments'><p>First! I was there too.</p></div>", "First! I was there too.", "comment"),
        ("<div class='related-posts'><a href='/y'>On the quay</a></div>", "On the quay", "related-link"),
        ("<aside class='newsletter-signup'>Get our letter.</aside>", "Get our letter.", "appeal"),
        ("<div class='share-buttons'><a href='#'>Tweet</a></div>", "Tweet", "share"),
        ("<button>Load more</button>", "Load more", "control"),
    ],
)  # fmt: skip
def test_furniture_says_what_it_is(markup: str, text: str, kind: str) -> None:
    document = read(
        "page.html",
        page(f"<p>{COUNCIL}</p><p>{BUDGET}</p><p>{FERRY}</p>").replace(b"<footer>", markup.encode() + b"<footer>"),
    )
    assert dropped(document)[text] == kind


def test_alternatives_of_images_are_reported() -> None:
    assert (
        dropped(article("<p><img src='q.jpg' alt='A crane &amp; a ship'></p>"))["A crane & a ship"]
        == "image-alternative"
    )


def test_what_nobody_sees_is_not_reported() -> None:
    hidden = (
        "<script>document.write('x1')</script><style>p{x2}</style><noscript>x3</noscript><template>x4</template>"
        "<p hidden>x5</p><p style='display: none'>x6</p><span class='sr-only'>x7</span><!-- x8 --><dialog>x9</dialog>"
    )
    document = article(hidden)
    assert "x" not in "".join(
        f"{b.text}" for b in document.blocks if b.text not in {COUNCIL, BUDGET, FERRY, "- Home"} and "x" in b.text
    )
    assert len(document.blocks) == 5


def test_parts_that_were_sent_late_stand_where_they_belong() -> None:
    body = f"<template id='B:0'></template><p>{FERRY}</p>"
    late = f"<div hidden id='S:0'><p>{COUNCIL}</p><p>{BUDGET}</p></div>"
    document = read("page.html", page(body).replace(b"</body>", late.encode() + b"</body>"))
    assert paragraphs(document) == [COUNCIL, BUDGET, FERRY]


@pytest.mark.parametrize(
    ("encoding", "declaration"),
    [
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("cp1251", "<meta charset='windows-1251'>"),
        ("gb18030", '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'),
        ("cp1252", "<meta charset=iso-8859-1>"),
        ("utf-8", "<meta charset='iso-8859-1'>"),
    ],
)
def test_encodings(encoding: str, declaration: str) -> None:
    sign = {"cp1251": "Причал", "gb18030": "码头很长", "cp1252": "“Genève”"}.get(encoding, "Причал “é”")
    text = page(f"<p>{sign} {COUNCIL}</p><p>{BUDGET}</p>").decode().replace("<meta charset='utf-8'>", declaration)
    assert paragraphs(read("page.html", text.encode(encoding)))[0] == f"{sign} {COUNCIL}"


def test_worker_reads_pages() -> None:
    with Reading() as reading:
        (document,) = reading.read("page.htm", page(f"<p>{COUNCIL}</p><p>{BUDGET}</p>"))
    assert isinstance(document, Document)
    assert paragraphs(document) == [COUNCIL, BUDGET]
