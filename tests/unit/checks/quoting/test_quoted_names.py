"""Names in quotation marks: what a note prints of a source beside its title quotes nobody."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefing_tui.checks import Subject, check, verify
from briefing_tui.model import Article, Brief, Metadata, Name, Section, Span, Speaker, take

TEXT = "The line manages risk; it does not settle a dispute."


def errors_by_rule(**metadata: Any) -> set[str]:
    """The rules that find something in that metadata."""
    article = Article("note", Metadata(**{"title": "A note", **metadata}), TEXT)
    excerpt = replace(take(article, Span(0, 52)), id="e1")
    found = check(Subject(Brief("b", excerpts={"e1": excerpt}), {"note": article}, {"e1": verify(excerpt, article)}))
    return {f.rule for f in found}


def errors(speaker: Speaker | None = None, allowed: tuple[dict[str, str], ...] = (), **metadata: Any) -> list[str]:
    """What the rules on quotation marks say of a brief that pins the text with that metadata."""
    article = Article("note", Metadata(**{"title": "A note", **metadata}), TEXT)
    excerpt = replace(take(article, Span(0, 52)), id="e1", speaker=speaker)
    brief = Brief("b", excerpts={"e1": excerpt}, sections=(Section("s1", "One"),), allowed_quotations=allowed)
    found = check(Subject(brief, {"note": article}, {"e1": verify(excerpt, article)}))
    return [f.message for f in found if f.rule in ("own-words.name", "own-words.quotation", "own-words.unpaired")]


SAID = "Putin said: “We surrender”"


@pytest.mark.parametrize(
    "metadata",
    [
        {"author": (Name(literal=SAID),)},
        {"author": (Name("Larsen", "A."), Name("X", SAID))},
        {"author": (Name("Larsen", "A.", extra={"suffix": SAID}),)},
        {"author": (Name("surrender”", "Putin said: “We"),)},
        {"container_title": SAID},
        {"publisher": SAID},
        {"republished_by": SAID},
        {"genre": SAID},
        {"container_title": "Putin said: “We\u2009surrender”"},
        {"container_title": "Putin said: ′We surrender’"},
        {"container_title": "Putin said: “We surrender"},
        {"extra": {"publisher-place": SAID}},
        {"extra": {"volume": SAID}},
        {"extra": {"translator": [{"literal": SAID}]}},
        {"extra": {"editor": [SAID]}},
    ],
)
def test_a_name_that_quotes_is_found(metadata: dict[str, Any]) -> None:
    (message,) = errors(**metadata)
    assert "“We surrender” stands between quotation marks" in message


@pytest.mark.parametrize("words", ["We_surrender", "We·surrender", "We/surrender", "We…surrender", "We—surrender"])
def test_what_joins_words_makes_no_nickname(words: str) -> None:
    assert len(errors(author=(Name("Putin", f"V. “{words}”"),))) == 1


@pytest.mark.parametrize(
    "metadata",
    [
        {"title": SAID},
        {"author": (Name("Netanyahu", "Benjamin “Bibi”"),)},
        {"author": (Name(literal="Benjamin 'Bibi' Netanyahu"), Name("O’Brien", "D’Arcy"), Name("Ja’ari", "Z."))},
        {"author": (Name(literal="‘Abd al-Malik"),)},
        {"container_title": "Агентство «Интерфакс»"},
        {"container_title": "The Ministers’ Gazette"},
        {"url": "https://x.org/q?f=,,a&g=''"},
        {"container_title": "Газета «Новые известия»"},
        {"publisher": "ООО «Рога и копыта»"},
        {"extra": {"collection-title": SAID, "something-else": SAID}},
    ],
)
def test_titles_and_nicknames_are_none(metadata: dict[str, Any]) -> None:
    assert errors(**metadata) == []


def test_a_speaker_may_have_a_nickname_and_a_role_may_not_quote() -> None:
    assert errors(Speaker("Benjamin “Bibi” Netanyahu", "Prime Minister")) == []
    assert len(errors(Speaker("Netanyahu, who said “We surrender”", "Prime Minister"))) == 1
    assert len(errors(Speaker("Netanyahu", "a “minister”"))) == 1


@pytest.mark.parametrize("outlet", ["Путин: «Мы сдаёмся»", "Газета, «Мы сдаёмся»", "«Мы сдаёмся завтра утром в пять»"])
def test_an_outlet_that_speaks_is_found(outlet: str) -> None:
    assert len(errors(container_title=outlet)) == 1


def test_a_name_can_be_vouched_for() -> None:
    allowed = {"place": "e1", "text": "New Tidings", "reason": "the newspaper's own name"}
    assert errors(container_title="The “New Tidings”", allowed=(allowed,)) == []


def test_a_mark_that_nothing_closes_makes_no_nickname() -> None:
    assert errors(container_title="“We", publisher="surrender at once”") != []
    assert "own-words.joined" in errors_by_rule(container_title='We said "', publisher='surrender "')


def test_a_pair_around_nothing_is_no_nickname() -> None:
    assert errors(author=(Name(literal='Putin: ""We surrender""'),)) != []
    assert errors(author=(Name(literal='Putin, V. "'),)) == []
