"""Links to the very words on a web page."""

from __future__ import annotations

import pytest

from briefing_tui.compile.document.links import passage_url
from briefing_tui.model import Span, TextKind
from tests.unit.compile.samples import article, excerpt

URL = "https://quay.example/ledger"
LONG = " ".join(f"word{n}" for n in range(40))


def fragment(text: str, words: str, url: str = URL) -> str:
    source = article(text=text, url=url)
    return passage_url(source, excerpt(source, words, "e1").span).removeprefix(f"{url}#:~:text=")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("One two three.", "One two three.", "One%20two%20three."),
        ("She said one two three to all of them.", "one two three", "She%20said-,one%20two%20three,-to%20all%20of"),
        ("a-b, c & d", "a-b, c & d", "a%2Db%2C%20c%20%26%20d"),
        (LONG, LONG, "word0%20word1%20word2%20word3%20word4,word35%20word36%20word37%20word38%20word39"),
        ("One two.\n\nThree four.", "One two.\n\nThree four.", "One%20two.,Three%20four."),
        ("## A head\n\nThree four.", "## A head\n\nThree four.", "A%20head,Three%20four."),
        ("First line.\n\nOne two. Three.", "One two.", "One%20two.,-Three."),
        ("uncountable boats here", "countable boats", "uncountable%20boats,-here"),
        ("all boathouses are", "boat", "all-,boathouses,-are"),
        ("איש לא ספר", "לא", "%D7%90%D7%99%D7%A9-,%D7%9C%D7%90,-%D7%A1%D7%A4%D7%A8"),
        ("a 🚢 ship", "🚢", "a-,%F0%9F%9A%A2,-ship"),
    ],
)  # fmt: skip
def test_it_names_the_words(text: str, words: str, expected: str) -> None:
    assert fragment(text, words) == expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (0, "It%20is%20shut."),
        (13, "It%20is%20shut.-,It%20is%20shut."),
        (26, "shut.%20It%20is%20shut.-,It%20is%20shut."),
        (52, "shut.%20Then%20so.-,It%20is%20shut."),
    ],
)
def test_the_same_words_at_the_beginning_of_several_paragraphs_are_told_apart(start: int, expected: str) -> None:
    text = "\n\n".join(["It is shut."] * 3 + ["## Then so.", "It is shut."])
    source = article(text=text, url=URL)
    assert passage_url(source, Span(start, start + 11)).removeprefix(f"{URL}#:~:text=") == expected


def test_a_place_of_the_page_stays_and_another_directive_goes() -> None:
    source = article(text="One two.", url=f"{URL}#part:~:text=old")
    assert passage_url(source, Span(0, 8)) == f"{URL}#part:~:text=One%20two."


def test_an_address_of_any_length_is_taken() -> None:
    url = f"{URL}?{'q' * 2000}"
    assert passage_url(article(text="One.", url=url), Span(0, 4)) == f"{url}#:~:text=One."


@pytest.mark.parametrize("url", ["", "ftp://quay.example/a", "javascript:alert(1)"])
def test_what_is_no_web_page_has_no_link(url: str) -> None:
    assert passage_url(article(text="One.", url=url), Span(0, 4)) == ""


def test_a_digest_has_none() -> None:
    assert passage_url(article(text="One.").with_metadata(text=TextKind.DIGEST), Span(0, 4)) == ""
    assert passage_url(None, Span(0, 4)) == ""
