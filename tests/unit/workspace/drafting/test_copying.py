"""A passage that is copied: its words as they stand, between marks of another kind, with who says it and where."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefing_tui.model import Article, Metadata, Name, Span, Speaker, TextKind, take
from briefing_tui.workspace.drafting.copying import copied

SAID = "“Russia keeps its word,” said Micky Aharonson, an expert on Russia."
HEBREW = "רוסיה מקיימת"


def article(words: str, **more: Any) -> Article:
    author = (Name("Levi", "Dana"),)
    data = Metadata(title="The line", author=author, container_title="The Daily", language="en")
    return Article("line", replace(data, **more), words)


def whole(one: Article) -> Span:
    return Span(0, len(one.text))


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("It holds.", "en-GB", "“It holds.”"),
        ("“It holds,” he said.", "en-GB", "‘“It holds,” he said.’"),
        ('"It holds," he said.', "en", '‘"It holds," he said.’'),
        ("It holds.", "de", "„It holds.“"),
        ("«It holds», he said.", "ru", "„«It holds», he said.“"),
        (HEBREW, "en", f"”{HEBREW}“"),
        (HEBREW, "fr", f"«\u202f{HEBREW}\u202f»"),
        ("It holds.", "ar", "«It holds.»"),
        ("It «holds».", "ar", "“It «holds».”"),
        ("It holds.", "he", "”It holds.”"),
    ],
)
def test_the_marks_are_those_that_a_briefing_prints(text: str, language: str, words: str) -> None:
    one = article(text)
    assert copied(one, whole(one), language=language).words == words


def test_who_says_it_stands_before_the_source() -> None:
    one = article(SAID)
    words, source, _ = str(copied(one, Span(1, SAID.index("”")))).split("\n")
    assert words == "“Russia keeps its word,”"
    assert source == "Micky Aharonson, expert on Russia, quoted in Dana Levi, The line, The Daily, n.d., ¶ 1"


def test_whom_a_person_named_goes_before() -> None:
    one = article(SAID)
    excerpt = take(one, whole(one), speaker=Speaker("A. Aide", "adviser", via=("TASS",)))
    assert copied(one, whole(one), excerpt=excerpt).source.startswith("A. Aide, adviser, through TASS, quoted in Dana")
    author = take(one, whole(one), speaker=Speaker("Dana Levi"))
    assert copied(one, whole(one), excerpt=author).source.startswith("Dana Levi, The line,")


def test_a_digest_is_not_quoted() -> None:
    one = article(SAID, text=TextKind.DIGEST)
    assert copied(one, whole(one)).words == SAID
    assert "in our digest, ¶ 1" in copied(one, whole(one)).source
