"""Markdown: the words stay, the marks go."""

from __future__ import annotations

import pytest

from briefing_tui.ingest import Document
from briefing_tui.ingest.formats.inline import words
from briefing_tui.model import State
from tests.unit.ingest.samples import BUDGET, COUNCIL, FERRY, headings, kinds, paragraphs, read


def markdown(*blocks: str) -> Document:
    return read("a.md", "\n\n".join(blocks).encode())


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a *soft* and **loud** word", "a soft and loud word"),
        ("***both*** and __loud__ and _soft_", "both and loud and soft"),
        ("**loud with *soft* in it**", "loud with soft in it"),
        ("snake_case_word and 2*3*4 and a * b", "snake_case_word and 2*3*4 and a * b"),
        ("an *open mark", "an *open mark"),
        (r"\*stars\* and \# and \[brackets\]", "*stars* and # and [brackets]"),
        ('a [link](http://a.example/x_y_z "title") here', "a link here"),
        ("a [link [in] brackets](#) here", "a link [in] brackets here"),
        ("a **[link](#)** here", "a link here"),
        ("[*soft* link](<a b>)", "soft link"),
        ("the [editor's] words and [1] and [x](not a link", "the [editor's] words and [1] and [x](not a link"),
        ("`code *kept*` and ``a ` b``", "code *kept* and a ` b"),
        ("see <https://a.example/x_y_z> or <b>bold</b> or a < b", "see https://a.example/x_y_z or bold or a < b"),
        ("before ![a picture](p.png) after", "before after"),
        ("[![picture](p.png) caption](#)", " caption"),
        ("“*Quoted,*” he said", "“Quoted,” he said"),
    ],
)
def test_marks_within_a_paragraph(source: str, shown: str) -> None:
    assert words(source).text == shown


def test_reference_links() -> None:
    document = markdown(
        COUNCIL, "See [the report][1], [Annex] and [Israel].", "[1]: http://a.example\n[annex]: http://b.example"
    )
    assert paragraphs(document)[1] == "See the report, Annex and [Israel]."
    assert [kind for _, kind in kinds(document)] == ["link-target", "link-target"]


def test_headings_of_both_kinds() -> None:
    document = markdown("Grain *before* guns\n===", COUNCIL, "## Who pays ##\n" + BUDGET, "The ferry\n---", FERRY)
    assert document.metadata.title == "Grain before guns"
    assert headings(document) == ["Who pays", "The ferry"]
    assert paragraphs(document) == [COUNCIL, BUDGET, FERRY]


def test_a_rule_under_a_long_paragraph_makes_no_heading() -> None:
    document = markdown(f"{COUNCIL} {BUDGET}\n---", FERRY)
    assert paragraphs(document) == [f"{COUNCIL} {BUDGET}", FERRY]
    assert kinds(document) == [(2, "rule")]


def test_blocks_keep_their_shape() -> None:
    document = markdown(
        COUNCIL, "> one *line*\n> goes on\n>\n> another", "1. grain\n2. guns\n   and **ships**\n   - a ferry",
        "first line  \nsecond line\\\nthird\nline", "| a | b |\n|---|---|\n| c | *d* |",
    )  # fmt: skip
    assert paragraphs(document)[1:] == [
        "> one line goes on",
        "> another",
        "1. grain\n2. guns and ships\n   - a ferry",
        "first line\nsecond line\nthird line",
        "| a | b |\n| c | d |",
    ]


def test_code_is_verbatim() -> None:
    document = markdown(COUNCIL, '```python\nx = "**no**"  \n    # [y](z)\n\n## three\n```', BUDGET)
    assert paragraphs(document)[1:3] == ['x = "**no**"\n    # [y](z)', "## three"]


def test_furniture_of_the_format() -> None:
    document = markdown(
        "<!-- a\ncomment -->", COUNCIL, "![alt *text*](p.png)", "Text ![inline](q.png) goes on.", BUDGET
    )
    assert [(d.line, d.kind, d.text) for d in document.dropped] == [
        (1, "comment", "<!-- a"), (2, "comment", "comment -->"), (6, "image-alternative", "![alt *text*](p.png)"),
        (8, "image-alternative", "![inline](q.png)"),
    ]  # fmt: skip
    assert paragraphs(document) == [COUNCIL, "Text goes on.", BUDGET]


def test_unclosed_comments_and_fences_lose_nothing() -> None:
    assert "words" in markdown("<!-- some words", COUNCIL).text
    assert "words" in markdown("```", "some words").text


def test_front_matter() -> None:
    header = (
        "---\ntitle: 'Grain: guns'\nauthor: [{family: Levi, given: Dana}, Omar Haddad]\ncontainer-title: Selva Post\n"
        "date: 2018-09-04\nurl: https://a.example/x\ntags: [a, b]\n---"
    )
    document = markdown(header, COUNCIL, BUDGET)
    metadata = document.metadata
    assert (metadata.title, metadata.container_title, metadata.url) == (
        "Grain: guns",
        "Selva Post",
        "https://a.example/x",
    )
    assert [str(name) for name in metadata.author] == ["Dana Levi", "Omar Haddad"]
    assert str(metadata.issued) == "2018-09-04"
    assert metadata.evidence["author"] == "line 3: author: Dana Levi, Omar Haddad"
    assert metadata.states["title"] is State.STATED
    assert {kind for _, kind in kinds(document)} == {"front-matter"}
    assert paragraphs(document) == [COUNCIL, BUDGET]


def test_front_matter_that_is_no_yaml() -> None:
    document = markdown("---\ntitle: Grain: guns\nauthor: &a [x\ndate: 2018-09-04\n---", COUNCIL)
    assert (document.metadata.title, str(document.metadata.issued)) == ("Grain: guns", "2018-09-04")
    assert document.metadata.author == ()
    assert document.warnings[0].startswith("line 3: this field cannot be read")


def test_a_title_in_the_header_and_another_on_the_page() -> None:
    document = markdown("---\ntitle: Grain\n---\n# Guns", COUNCIL, BUDGET)
    assert document.metadata.title == "Grain"
    assert headings(document) == ["Guns"]


def test_rules_at_the_top_are_no_front_matter() -> None:
    document = markdown("---", COUNCIL, "---", BUDGET)
    assert paragraphs(document) == [COUNCIL, BUDGET]


@pytest.mark.parametrize(
    ("text", "is_markdown"),
    [
        ("# Grain\n\n**Loud** words.", True),
        ("A [link](#) and **loud** words.", True),
        ("# one hash\n\nand no more.", False),
        ("Stars * and * stripes_ and _ **", False),
    ],
)
def test_plain_text_that_is_markdown(text: str, is_markdown: bool) -> None:
    document = read("a.txt", text.encode())
    assert (document.text == text) is not is_markdown
    assert "](#)" not in document.text
    assert ("**" in document.text) is (not is_markdown and "**" in text)
