"""Who says what where, below a passage: each name is read in its place, whichever way the page runs."""

from __future__ import annotations

from typing import Any

import pytest

from briefing_tui.citations import plain
from briefing_tui.compile.document.attribution import attribution
from briefing_tui.compile.languages.scripts import isolated
from briefing_tui.compile.languages.wording import wording
from briefing_tui.model import Article, Name, PartialDate, Speaker, SpeakerKind
from tests.unit.compile.samples import QUOTES, article, excerpt

PAUL = Speaker("Paul Duval", role="harbour master", kind=SpeakerKind.NAMED, via=("Ida Larsen", "יעל כהן"))
SOME = Speaker("an official", kind=SpeakerKind.UNNAMED)


def said(language: str, source: Article, speaker: Speaker | None = None, **how: bool) -> str:
    return plain(attribution(excerpt(source, QUOTES[0], "e1", speaker), source, "¶ 2", wording(language), **how))


def names(*texts: str) -> list[str]:
    return [isolated(text, rtl=True) for text in texts]


@pytest.mark.parametrize(("language", "comma"), [("he", ", "), ("ar", "، ")])
@pytest.mark.parametrize(
    ("speaker", "metadata", "told"),
    [
        (None, {}, ["Ida Larsen", "Quay Gazette"]),
        (None, {"author": (Name(family="כהן", given="יעל"),)}, ["יעל כהן", "Quay Gazette"]),
        (None, {"author": (Name(family="O'Neill"), Name(family="כהן"))}, ["O'Neill", "כהן", "Quay Gazette"]),
        (None, {"container_title": "הארץ"}, ["Ida Larsen", "הארץ"]),
        (SOME, {}, ["an official", "Quay Gazette"]),
    ],
)
def test_from_the_right_each_name_keeps_its_direction_to_itself(
    language: str, comma: str, speaker: Speaker | None, metadata: dict[str, Any], told: list[str]
) -> None:
    line = said(language, article(issued=PartialDate(2025), **metadata), speaker)
    assert line == comma.join([*names(*told), "2025", "¶ 2"])


def test_those_through_whom_the_words_came_are_apart_too() -> None:
    line = said("he", article(), PAUL)
    assert all(name in line for name in names("Paul Duval", "harbour master", "Ida Larsen", "Quay Gazette"))
    assert "יעל כהן" in line


def test_from_the_left_nothing_is_put_around_names() -> None:
    assert said("en", article(container_title="הארץ"), PAUL, introduced=True) == (
        "Paul Duval, through Ida Larsen and יעל כהן, הארץ, 4 March 2025, ¶ 2"
    )


def test_who_is_not_named_has_a_capital_at_the_head_of_the_annex() -> None:
    source = article()
    assert said("en", source, SOME).startswith("an official, ")
    assert said("en", source, SOME, opens=True).startswith("An official, ")
    assert said("he", source, SOME, opens=True).startswith(isolated("An official", rtl=True))


def test_a_source_that_is_gone_is_told_by_its_id() -> None:
    passage = excerpt(article(), QUOTES[0], "e1", PAUL)
    assert plain(attribution(passage, None, "¶ 2", wording("en"))) == "Paul Duval, [harbour], ¶ 2"
