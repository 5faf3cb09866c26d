"""What is printed of an excerpt is what stands in its article: white space in the brief makes no paragraphs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_tui.checks import verify
from briefing_tui.model import AlterationKind, Article, Excerpt, Metadata, Span, altered, take
from briefing_tui.model.alteration import misfits
from briefing_tui.model.source_words import as_found, is_parted_so

TEXT = (
    "## Head\n\nIt manages risk; it does not\nsettle. He said ## never to them.\n\nThe pact is now\n\nhere.\n\n"
    "\\## Signs end."
)
ARTICLE = Article("a", Metadata(), TEXT)


def pinned(words: str, exact: str = "") -> Excerpt:
    start = TEXT.index(words)
    excerpt = take(ARTICLE, Span(start, start + len(words)))
    return replace(excerpt, exact=exact) if exact else excerpt


def printed(excerpt: Excerpt) -> list[tuple[str, bool]]:
    found = as_found(excerpt, verify(excerpt, ARTICLE))
    return [(stretch.text, stretch.heading) for stretch in found.printed()]


@pytest.mark.parametrize(
    ("words", "exact", "paragraphs"),
    [
        ("It manages risk; it does not\nsettle.", "It manages risk;\n\nit does\n\nnot settle.", 1),
        ("It manages risk; it does not\nsettle.", "It manages risk; it does not settle.", 1),
        ("He said ## never to them.", "He said\n\n## never to them.", 1),
        ("The pact is now\n\nhere.", "The pact is now here.", 2),
    ],
)
def test_paragraphs_and_headings_are_those_of_the_article(words: str, exact: str, paragraphs: int) -> None:
    excerpt = pinned(words, exact)
    assert verify(excerpt, ARTICLE).state.verified
    assert printed(excerpt) == [(text, False) for text in words.split("\n\n")]
    assert len(printed(excerpt)) == paragraphs


def test_alterations_go_with_the_words_that_they_name() -> None:
    excerpt = pinned("It manages risk; it does not\nsettle.", "It manages  risk;\n\nit does not\n\nsettle.")
    at = excerpt.exact.index("does")
    bright = altered(excerpt.exact, AlterationKind.EMPHASISE, Span(at, at + len("does not")))
    found = as_found(replace(excerpt, alterations=(bright,)), verify(excerpt, ARTICLE))
    assert misfits(found.exact, found.alterations) == ()
    assert [run.text for stretch in found.printed() for run in stretch.runs if run.emphasised] == ["does not"]


def test_an_alteration_over_paragraphs_that_the_article_has_not_is_kept_where_its_words_are() -> None:
    excerpt = pinned("It manages risk; it does not\nsettle.", "It manages\n\nrisk; it\n\ndoes not settle.")
    at = excerpt.exact.index("risk")
    left_out = altered(excerpt.exact, AlterationKind.OMIT, Span(at, at + len("risk; it\n\ndoes")))
    assert printed(replace(excerpt, alterations=(left_out,))) == [("It manages […] not\nsettle.", False)]


def test_a_paragraph_that_begins_like_a_heading_is_quoted_as_one() -> None:
    assert printed(pinned("## Signs end.")) == [("## Signs end.", False)]


def test_words_that_are_gone_stay_as_they_are() -> None:
    excerpt = pinned("The pact is now\n\nhere.", "The pact was now\n\nhere.")
    assert as_found(excerpt, verify(excerpt, ARTICLE)) is excerpt
    assert as_found(excerpt, None) is excerpt


@pytest.mark.parametrize(
    ("words", "exact", "alike"),
    [
        ("It manages risk; it does not\nsettle.", "", True),
        ("It manages risk; it does not\nsettle.", "It manages risk; it\ndoes not settle.", True),
        ("It manages risk; it does not\nsettle.", "It manages risk;\n\nit does not settle.", False),
        ("He said ## never to them.", "", True),
        ("He said ## never to them.", "He said\n\n## never to them.", False),
        ("## never to them.", "", False),
        ("The pact is now\n\nhere.", "", True),
        ("The pact is now\n\nhere.", "The pact is now here.", False),
        ("\\## Signs end.", "", True),
        ("## Signs end.", "", True),
        ("## Signs end.", "## Signs end.", False),
        ("## Head\n\nIt manages", "", True),
        ("Head\n\nIt manages", "", True),
    ],
)
def test_words_by_themselves_have_the_paragraphs_and_headings_of_their_place(
    words: str, exact: str, alike: bool
) -> None:
    excerpt = pinned(words, exact)
    assert is_parted_so(excerpt.exact, ARTICLE, excerpt.span) is alike
