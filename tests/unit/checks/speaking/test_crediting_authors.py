"""Whose words they are, where an author quotes others in the first person."""

from __future__ import annotations

import pytest

from briefing_tui.checks.speaking.crediting import credit_doubt
from briefing_tui.model import Article, Metadata, Name, Span, Speaker

TEXT = (
    "I have sailed for years. As Bob Lee told me, “I would never sail in winter.” I agree with him.\n\n"
    "I said then, “I shall sail in spring again.” The harbour “of the north” was shut."
)


def doubt(words: str, name: str = "Ann Ray") -> str:
    article = Article("a", Metadata(title="A", language="en", author=(Name(family="Ray", given="Ann"),)), TEXT)
    return credit_doubt(article, Span(start := TEXT.index(words), start + len(words)), Speaker(name))


def test_words_that_an_author_quotes_from_somebody_else_are_not_the_authors() -> None:
    assert doubt("I would never sail in winter.") == "said by Bob Lee, credited to Ann Ray"
    assert doubt("I would never sail in winter.", "Bob Lee") == ""


@pytest.mark.parametrize(
    "words",
    [
        "I have sailed for years.",
        "As Bob Lee told me, “I would never sail in winter.”",
        "I agree with him.",
        "I shall sail in spring again.",
        "of the north",
    ],
)
def test_an_authors_own_words_are_the_authors(words: str) -> None:
    assert doubt(words) == ""
