"""Themes: which words put a paragraph on one, and that a person's word is final."""

from __future__ import annotations

import pytest

from briefing_tui.model import Article, Matcher, Metadata, Rules, Theme, ThemeMatch
from briefing_tui.model.theme import LONG_PARAGRAPH, combine, fold, tree


def matched(rules: Rules, paragraph: str) -> tuple[str, ...]:
    """The words that put the paragraph on the theme; none where it is not on it."""
    return next((m.matched for m in Matcher((Theme("t", "T", rules=rules),)).match(paragraph)), ())


@pytest.mark.parametrize(
    ("rules", "paragraph", "words"),
    [
        (Rules(any=("iran",)), "In Iran.", ("iran",)),
        (Rules(any=("iran",)), "An Iranian in Tirana.", ()),
        (Rules(any=("iran*",)), "An IRANIAN, and Iran; Iran.", ("iranian", "iran")),
        (Rules(any=("Élysée",)), "the ELYSEE", ("elysee",)),
        (Rules(any=("ёлка",)), "ЕЛКА", ("елка",)),
        (Rules(any=("o'brien",)), "Mr O’Brien", ("o'brien",)),
        (Rules(phrases=("red line",)), "A red\nline, a red-line.", ("red\nline", "red-line")),
        (Rules(phrases=("red line*",)), "Red lines.", ("red lines",)),
        (Rules(phrases=("red line",)), "A red thin line", ()),
        (Rules(any=("line",), phrases=("red line",)), "red line", ("red line",)),
        (Rules(any=("georgia",), not_=("georgia tech",)), "At Georgia Tech.", ()),
        (Rules(any=("georgia",), not_=("georgia tech",)), "At Georgia Tech in Georgia.", ("georgia",)),
        (Rules(any=("iran",), min_hits=2), "Iran.", ()),
        (Rules(any=("iran",), min_hits=2), "Iran and Iran.", ("iran",)),
        (Rules(any=("a.b",)), "axb", ()),
        (Rules(any=("", " ")), "anything", ()),
        (Rules(), "anything", ()),
    ],
)
def test_rules(rules: Rules, paragraph: str, words: tuple[str, ...]) -> None:
    assert matched(rules, paragraph) == words


def test_a_long_paragraph_needs_two_hits() -> None:
    filler = "word " * (LONG_PARAGRAPH - 1)
    rules = Rules(any=("iran",))
    assert matched(rules, f"{filler}Iran")
    assert not matched(rules, f"{filler}more Iran")
    assert matched(rules, f"{filler}more Iran and Iran")


def test_themes_come_in_the_order_of_their_file() -> None:
    themes = tuple(Theme(name, name, rules=Rules(any=(name,))) for name in ("zeta", "alpha", "mid"))
    assert [match.id for match in Matcher(themes).match("alpha zeta")] == ["zeta", "alpha"]


def test_folding_takes_case_and_accents() -> None:
    assert fold("Ça va, ÉLAN, straße, ё, שָׁלוֹם, it’s") == "ca va, elan, strasse, е, שלום, it's"


FOUND = [(ThemeMatch("iran", ("iran",)), ThemeMatch("trade", ("trade",))), (ThemeMatch("iran", ("tehran",)),), ()]


def ids(article: tuple[str, ...] = (), paragraphs: dict[int, tuple[str, ...]] | None = None) -> list[list[str]]:
    """The themes of the article, then those of each paragraph."""
    themes = combine(FOUND, article, paragraphs or {}, ["trade", "iran"])
    return [list(themes.themes), *([match.id for match in matches] for matches in themes.paragraphs)]


def test_an_article_is_on_the_themes_of_its_paragraphs() -> None:
    assert ids() == [["trade", "iran"], ["iran", "trade"], ["iran"], []]


def test_a_person_adds_and_removes() -> None:
    assert ids(("-iran", "own")) == [["trade", "own"], ["trade"], [], []]
    assert ids((), {1: ("-trade",), 3: ("own",)}) == [["iran", "own"], ["iran"], ["iran"], ["own"]]


def test_a_paragraph_set_by_hand_outlives_a_removal_for_the_article() -> None:
    assert ids(("-iran",), {2: ("iran",)}) == [["trade", "iran"], ["trade"], ["iran"], []]


def test_what_is_set_by_hand_has_no_words_unless_the_rules_agree() -> None:
    themes = combine(FOUND, (), {1: ("iran",), 3: ("iran",)}, ["iran"])
    assert [match.matched for match in themes.paragraphs[0] if match.id == "iran"] == [("iran",)]
    assert themes.paragraphs[2] == (ThemeMatch("iran", ()),)


def test_paragraphs_are_counted_by_theme() -> None:
    assert combine(FOUND, ("own",), {}, ["trade", "iran"]).counts() == (1, 2, 0)


def test_an_article_is_matched_paragraph_by_paragraph_and_not_by_its_headings() -> None:
    article = Article("a", Metadata(themes=("own",)), "## Iran\n\nNothing.\n\nTehran.")
    themes = Matcher((Theme("iran", "Iran", rules=Rules(any=("iran", "tehran"))),)).article(article)
    assert themes.themes == ("iran", "own")
    assert themes.paragraphs == ((), (ThemeMatch("iran", ("tehran",)),))


BELOW = (
    Theme("iran", "Iran", rules=Rules(any=("tehran",))),
    Theme("arms", "Arms", rules=Rules(any=("arms",))),
    Theme("missiles", "Missiles", broader="arms", rules=Rules(any=("missile*",))),
    Theme("s-300", "S-300", broader="missiles", rules=Rules(any=("s-300",))),
)


def on(text: str, **by_hand: object) -> list[tuple[str, ...]]:
    """The themes of the article and those of its paragraphs."""
    themes = Matcher(BELOW).article(Article("a", Metadata(title="T", **by_hand), text))  # type: ignore[arg-type]
    return [themes.themes, *(tuple(m.id for m in found) for found in themes.paragraphs)]


def test_what_is_on_a_theme_is_on_the_broader_ones() -> None:
    themes = Matcher(BELOW).article(Article("a", Metadata(title="T"), "An S-300 for Tehran.\n\nArms and missiles."))
    assert themes.themes == ("iran", "arms", "missiles", "s-300")
    assert themes.counts() == (1, 2, 2, 1)
    assert [m.matched for m in themes.paragraphs[1]] == [("arms", "missiles"), ("missiles",)]


def test_a_person_may_say_that_it_is_not() -> None:
    assert on("A missile.", themes=("-arms",)) == [("missiles",), ("missiles",)]
    assert on("A missile.", paragraph_themes={1: ("-missiles",)}) == [(), ()]
    assert on("Nothing.", themes=("s-300",)) == [("arms", "missiles", "s-300"), ()]


def test_themes_that_form_a_circle_end() -> None:
    circle = (Theme("a", "A", broader="b", rules=Rules(any=("x",))), Theme("b", "B", broader="a"), Theme("c", "C"))
    found = Matcher(circle).article(Article("a", Metadata(title="T"), "An x."))
    assert found.themes == ("a", "b")
    assert sorted(theme.id for theme, _ in tree(circle)) == ["a", "b", "c"]


def test_themes_stand_below_the_broader_ones() -> None:
    assert [(theme.id, depth) for theme, depth in tree(BELOW[::-1])] == [
        ("arms", 0),
        ("missiles", 1),
        ("s-300", 2),
        ("iran", 0),
    ]
    assert tree((Theme("a", "A", broader="nowhere"),))[0][1] == 0
