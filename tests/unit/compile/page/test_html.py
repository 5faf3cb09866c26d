"""The page: escaped, complete, and the same as it was (tests/golden/compile)."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.citations import Text
from briefing_tui.compile.document.points import Scale
from briefing_tui.compile.document.runs import Call
from briefing_tui.compile.document.tree import Chapter, Document, Passage, Quote
from briefing_tui.compile.forms.page import STYLE
from briefing_tui.compile.house.folders import known_templates
from briefing_tui.compile.house.template import load_form
from briefing_tui.compile.page.html import render
from briefing_tui.compile.page.markup import citation, kept, plain
from briefing_tui.compile.page.parts import block_text, parts
from briefing_tui.compile.page.sources import middle
from briefing_tui.errors import InvalidError
from briefing_tui.model import Item, ItemKind, Section
from briefing_tui.model.alteration import printed
from tests.unit.compile import samples
from tests.unit.compile.test_build import built

GOLDEN = Path(__file__).resolve().parents[3] / "golden" / "compile" / "ledger.html"
EVIL = "<script>alert(1)</script>\" onload='x' &amp; </style> \x1b[31m \u202e"


class Page(HTMLParser):
    """What a page holds: its tags with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def page(document: Document) -> str:
    return render(document, load_form("bluf"), generator="Briefing")


def one(block: Passage | Quote) -> Document:
    """A document of one paragraph."""
    return Document(
        title=Text("T"), language="en-GB", rtl=False, author="", reference="", marking="", facts=(), notice=(),
        bottom_line=(), points=(), scale=Scale(), chapters=(Chapter("1", "s1", "S", 1, (block,)),), sources=(),
        headings=dict.fromkeys(("bottom-line", "judgements", "sources", "page", "of"), "x"),
    )  # fmt: skip


def quote(text: str, **fields: object) -> Quote:
    plain = Quote(
        "1.1", "i1", text, printed(text), ("“", "”"), "", False, Call(1, "e1", (Text("Note."),)), (Text("A"),)
    )
    return replace(plain, **fields)  # type: ignore[arg-type] # fields by name


def test_it_is_as_it_was(tmp_path: Path) -> None:
    """Where the golden file is missing it is written, to be looked at."""
    html = page(built(samples.job(tmp_path / "x.pdf", final=False)))
    body = html[html.index("<body") :] + "\n"
    if not GOLDEN.exists():
        GOLDEN.write_text(body, encoding="utf-8")
        pytest.fail(f"{GOLDEN.name} was missing and has been written: look at it")
    assert body == GOLDEN.read_text(encoding="utf-8")


def test_the_last_line_of_a_title_is_no_single_short_word() -> None:
    document = one(quote("Words"))
    assert '>What the line over the <span class="unit">gate carried</span></h1>' in page(
        replace(document, title=Text("What the line over the gate carried"))
    )
    assert '<span class="unit">קו השער</span></bdi>' in page(
        replace(document, title=Text("מה נשא אתו קו השער"), rtl=True, language="he")
    )
    assert ">Line gate</h1>" in page(replace(document, title=Text("Line gate")))
    assert ">Donaudampfschifffahrt today</h1>" in page(replace(document, title=Text("Donaudampfschifffahrt today")))


def test_markup_in_any_field_is_text(tmp_path: Path) -> None:
    fields: dict[str, Any] = dict.fromkeys(
        ("title", "date", "reference", "author", "addressee", "marking", "language", "cut_off", "bottom_line"), EVIL
    )
    source = samples.article(text=f"{EVIL}.", title=EVIL, container_title=EVIL, language=EVIL, url=EVIL)
    passage = samples.excerpt(source, EVIL, "e1")
    items = [
        Item("i1", ItemKind.QUOTE, excerpt="e1", note=EVIL),
        Item("i2", ItemKind.TEXT, text=EVIL + " [@e1]"),
        Item(EVIL, ItemKind.PARAPHRASE, excerpt="e1", text=EVIL),
    ]
    job = samples.job(
        tmp_path / "x.pdf", items=items, articles=[source], excerpts=[passage], final=False, judgements=(), **fields
    )
    found = Page(page(built(job)))
    assert not [tag for tag, _ in found.tags if tag == "script"]
    assert not [name for _, attributes in found.tags for name in attributes if name.startswith("on")]
    assert len([tag for tag, _ in found.tags if tag == "style"]) == 1
    assert "\x1b" not in "".join(found.texts)
    assert "\u202e" not in "".join(found.texts)


def test_only_web_addresses_become_links() -> None:
    for address, linked in (("https://a.example", True), ("javascript:alert(1)", False), ("file:///etc", False)):
        tags = Page(page(one(Passage("1.1", "i1", (Text("x", href=address),))))).tags
        assert (("a", {"class": "url", "href": address}) in tags) is linked


def test_foreign_quotes_carry_their_language_and_direction() -> None:
    tags = Page(page(one(quote("הקו נועד למנוע", language="he", rtl=True, marks=("”", "“"))))).tags
    assert ("p", {"dir": "rtl"}) in tags
    assert ("span", {"lang": "he", "data-quote": "i1"}) in tags
    assert ("span", {"lang": "ru", "data-quote": "i1"}) in Page(page(one(quote("Да", language="ru")))).tags


def test_a_mark_of_the_source_is_kept_apart_from_ours() -> None:
    html = page(one(quote("“Nobody counted,” he said, “ever.”")))
    texts = "".join(Page(html).texts)
    assert "“\u202f“Nobody counted,” he said, “ever.”\u202f”" in texts
    assert "“Now.”" in "".join(Page(page(one(quote("Now.")))).texts)
    assert ">“Nobody counted,” he said, “ever.”</span>" in html, "the words alone are marked as the source's"


def test_a_quote_over_a_heading_drops_the_marker_of_our_files() -> None:
    block = quote("One.\n\n## Two\n\n\\## Three.\n\nfour\nfive")
    html = page(one(block))
    assert "<strong>Two</strong>" in html
    assert "four<br>five" in html
    assert block_text(block) == "One.Two## Three.four five"


def test_two_calls_in_a_row_do_not_read_as_one_number() -> None:
    block = Passage("1.1", "i1", (Text("So"), Call(1, "e1", (Text("N"),)), Call(2, "e2")))
    texts = "".join(Page(page(one(block))).texts)
    assert "So\u20601N\u2060,\u20602" in texts


def test_an_unknown_template_is_refused_with_those_that_are_known() -> None:
    assert "bluf" in known_templates()
    with pytest.raises(InvalidError) as error:
        load_form("../bluf")
    assert "bluf" in error.value.hint


def test_a_long_row_of_calls_can_be_broken_and_a_short_one_cannot() -> None:
    for count, breaks in ((4, 0), (5, 1), (9, 2)):
        row = tuple(Call(n, f"e{n}") for n in range(1, count + 1))
        assert page(one(Passage("1.1", "i1", (Text("So"), *row)))).count(",\u200b") == breaks


def test_every_part_has_an_element_of_its_own(tmp_path: Path) -> None:
    for job in (
        samples.job(tmp_path / "x.pdf", final=False),
        samples.job(tmp_path / "x.pdf", title="", bottom_line=""),
    ):
        tree = built(job)
        tags = Page(page(tree)).tags
        marked = [attributes["data-block"] for _, attributes in tags if "data-block" in attributes]
        marked += [f"note {attributes['data-note']}" for _, attributes in tags if "data-note" in attributes]
        marked += [f"quote {attributes['data-quote']}" for _, attributes in tags if "data-quote" in attributes]
        assert {part.key for part in parts(tree)} == set(marked)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[Al-Monitor?]", '<bdi dir="ltr">[Al-Monitor?]</bdi>'),
        ("by [A & B Inc.], (so?)", 'by <bdi dir="ltr">[A &amp; B Inc.]</bdi>, <bdi dir="ltr">(so?)</bdi>'),
        ("[sic] (2019) [?] [26ZD-HF0N-G]", "[sic] (2019) [?] [26ZD-HF0N-G]"),
        ("[קו?]", '[<bdi lang="he" dir="rtl">קו</bdi>?]'),
    ],
)
def test_words_in_brackets_are_kept_together_in_their_direction(text: str, html: str) -> None:
    assert plain(text) == html


def test_an_address_is_written_from_left_to_right() -> None:
    address = "https://example.org/a/"
    said = '<span class="unit">https://example.org</span>/a/'  # no line ends behind the ://
    assert citation([Text(address, href=address)]) == f'<a class="url" href="{address}" dir="ltr">{said}</a>'


@pytest.mark.parametrize(
    "text", ["¶ 2", "¶¶ 5–6, 9", "4 March 2025", "Juni 2024", "11. Februar 2025", "55–75", "80–90%", "95–100"]
)
def test_what_belongs_together_stays_on_one_line(text: str) -> None:
    assert kept(f"so {text}.") == f'so <span class="unit">{text}</span>.'


def test_a_russian_date_keeps_its_word_for_the_year() -> None:
    assert kept("22 апреля 2025 г., ¶ 1").startswith('<span class="unit">22 апреля 2025 г.</span>, ')
    assert kept("the 12th of 2025") == "the 12th of 2025"


def test_without_room_beside_it_a_note_stands_below_and_what_is_wide_scrolls_under_its_caption() -> None:
    css = STYLE.read_text(encoding="utf-8")
    everywhere = css.partition("@media (min-width: 64rem) {\n")[0]
    (note,) = re.findall(r"^\.note \{(.*)\}", everywhere, re.MULTILINE)
    assert "display: block" in note
    assert "float" not in note
    assert re.search(r"@media screen \{\n  \.grid caption \{ display: block \}", css)


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (("bottom-line", "recommendation"), "bottom-line"),
        (("recommendation", "bottom-line"), "prose prose-recommendation"),
    ],
)
def test_one_box_stands_around_what_is_told_first(parts: tuple[str, ...], told: str, tmp_path: Path) -> None:
    document = built(samples.job(tmp_path / "x.pdf", template="memo", fields={"recommendation": "Approve it."}))
    boxed = re.findall(r'<section class="([^"]*) foremost"', page(replace(document, parts=parts)))
    assert boxed == [told]


@pytest.mark.parametrize(
    ("lengths", "first"),
    [((150,) * 6, 3), ((150,) * 5, 3), ((150, 150, 150, 160), 2), ((400, 50, 50, 50), 1), ((150,), 1), ((90, 150), 1)],
)
def test_two_columns_of_sources_are_as_short_as_can_be(lengths: tuple[int, ...], first: int) -> None:
    assert middle(["x" * length for length in lengths]) == first


def test_a_paragraph_that_a_core_statement_opens_is_told_from_one_with_emphasis(tmp_path: Path) -> None:
    items = (
        Item("i1", ItemKind.TEXT, text="The tugs lie idle.\n\nThe **south** quay is let.", core="All is quiet."),
        Item("i2", ItemKind.TEXT, text="The **north** quay is not."),
    )
    html = page(built(samples.job(tmp_path / "x.pdf", template="readout", sections=(Section("s1", "All", items),))))
    assert re.findall(r'<div class="(passage[^"]*)"', html) == ["passage led", "passage", "passage"]


def test_a_title_of_many_words_is_set_smaller(tmp_path: Path) -> None:
    for title, kind in (("Tugs " * 20, "<h1 data"), ("Tugs " * 40, '<h1 class="lengthy" data')):
        assert kind in page(built(samples.job(tmp_path / "x.pdf", title=title.strip())))


def test_on_paper_contents_stand_where_the_browser_can_tell_the_pages() -> None:
    css = STYLE.read_text(encoding="utf-8")
    assert "target-counter(attr(href), page)" in css
    unless = css[css.index("@supports not") :]
    assert "attr(" not in unless, "a browser takes whatever has an attr() in it for known"
    assert "@media print { .contents { display: none } }" in unless
