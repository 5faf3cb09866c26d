"""A quote longer than the house allows; a paraphrase of as long a passage is no quote."""

import pytest

from briefing_tui.checks import Profile, Subject, check, read_profile
from briefing_tui.model import Article, Brief, Item, ItemKind, Metadata, Section, Span, take


def found(count: int, profile: Profile, *, word: str = "boat ", kind: ItemKind = ItemKind.QUOTE) -> list[str]:
    article = Article("long", Metadata(title="Long"), (word * count).strip())
    excerpt = take(article, Span(0, len(article.text)), excerpt_id="e1")
    item = Item("i1", kind, "e1", text="They counted.")
    brief = Brief("b", excerpts={"e1": excerpt}, sections=(Section("s1", "One", (item,)),))
    findings = check(Subject(brief, {"long": article}, {}, profile=profile))
    return [f"{f.place}: {f.message}" for f in findings if f.rule == "quotation.long"]


def test_more_than_150_words_are_many() -> None:
    assert found(150, Profile()) == []
    assert found(1151, Profile()) == ["i1: quote i1 (e1) has 1,151 words, more than 150"]
    assert found(151, Profile(), kind=ItemKind.PARAPHRASE) == []


def test_characters_of_a_script_without_spaces_are_counted() -> None:
    assert found(151, Profile(), word="港")


@pytest.mark.parametrize(("said", "limit"), [("200 words", 200), ("1 word", 1), (" 90  WORDS ", 90)])
def test_the_house_says_how_many(said: str, limit: int) -> None:
    profile = read_profile({"long-quote": said}).profile
    assert profile.long_quote == limit
    assert [len(found(count, profile)) for count in (limit, limit + 1)] == [0, 1]
