"""The order of a ranked search beside a slow plain reference, and what stands in it within an article."""

from __future__ import annotations

import math
import sqlite3
from dataclasses import dataclass
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.search import find_in_text, index, parse_query, ranking, selection
from tests.unit.search.library import Library

Block = tuple[str, int]
"""An article and a ¶; 0 stands for the title."""


@dataclass(frozen=True)
class Plain:
    """An article as lists of words: those of its title, and those of its paragraphs."""

    name: str
    title: list[str]
    paragraphs: list[list[str]]

    @property
    def length(self) -> int:
        return len(self.title) + sum(map(len, self.paragraphs))

    def often(self, term: str) -> float:
        """How often a term stands here; in the title it counts four times."""
        text = sum(_is(term, word) for words in self.paragraphs for word in words)
        return text + 4 * sum(_is(term, word) for word in self.title)


Key = tuple[int, int, float]
"""What decides the order: terms missing, other words between those that are there, the score; less is better."""


def key(words: list[str], terms: list[str], score: float) -> Key:
    """That of a paragraph: each way to choose one place for each of its terms is looked at."""
    held = [term for term in terms if any(_is(term, word) for word in words)]
    if len(terms) < 2:
        return 0, 0, -score
    if len(held) < 2:
        return -len(held), 0, -score
    ways = product(*([n for n, word in enumerate(words) if _is(term, word)] for term in held))
    return -len(held), min(_between(words[min(way) : max(way) + 1], held) for way in ways), -score


def _between(words: list[str], terms: list[str]) -> int:
    """What stands between the words that were asked for, spaces too, for each term."""
    others = sum(len(word) for word in words if not any(_is(term, word) for term in terms)) + len(words) - 1
    return min(ranking.FAR, others // (ranking.CLOSE * len(terms)))


def _is(term: str, word: str) -> bool:
    return word.startswith(term[:-1]) if term.endswith("*") else word == term


def reference(articles: list[Plain], terms: list[str]) -> dict[Block, float]:
    """BM25 of each article that has all terms, shared out by the different words in each of its paragraphs."""
    average = sum(article.length for article in articles) / len(articles)
    scores: dict[Block, float] = {}
    for article in articles:
        if not all(article.often(term) for term in terms):
            continue
        total = 0.0
        for term in terms:
            having = sum(other.often(term) > 0 for other in articles)
            rarity = max(1e-6, math.log((len(articles) - having + 0.5) / (having + 0.5)))
            often = article.often(term)
            total += rarity * often * 2.2 / (often + 1.2 * (0.25 + 0.75 * article.length / average))
        here = [{word for word in words for term in terms if _is(term, word)} for words in article.paragraphs]
        different = len(set().union(*here))
        scores |= {(article.name, n): total * len(words) / different for n, words in enumerate(here, 1) if words} or {
            (article.name, 0): total
        }
    return scores


WORDS = st.sampled_from(["ale", "ales", "bee", "cat", "dog", "elk", "fox", "gnu"])
ARTICLES = st.lists(
    st.tuples(st.lists(WORDS, max_size=2), st.lists(st.lists(WORDS, min_size=1, max_size=8), min_size=1, max_size=4)),
    min_size=1,
    max_size=7,
)
TERMS = st.lists(st.sampled_from(["ale", "ale*", "bee", "cat", "dog"]), min_size=1, max_size=3, unique=True)


@settings(max_examples=40, deadline=None)
@given(ARTICLES, TERMS, st.integers(1, 6))
def test_the_order_is_that_of_a_plain_reference(
    tmp_path_factory: pytest.TempPathFactory,
    written: list[tuple[list[str], list[list[str]]]],
    terms: list[str],
    limit: int,
) -> None:
    articles = [Plain(f"a{number}", title, paragraphs) for number, (title, paragraphs) in enumerate(written)]
    library = Library(tmp_path_factory.mktemp("ranked"))
    for number, one in enumerate(articles):
        text = "\n\n".join(map(" ".join, one.paragraphs))
        library.write(f"{one.name}.md", text, head=f"{' '.join(one.title)} | {2000 + number}")
    library.scan()
    try:
        wanted = reference(articles, terms)
        everything = library.find(" ".join(terms), limit=100)
        with pytest.MonkeyPatch.context() as patch:
            if len(terms) == 1:
                patch.setattr(index, "FEW", 0)  # so that it stops as early as it can
            first = library.find(" ".join(terms), limit=limit).hits
    finally:
        library.catalogue.close()
    found = {(hit.article, 0 if hit.in_title else hit.paragraph): hit.score for hit in everything.hits}
    assert found == pytest.approx(wanted)
    words = {(one.name, n): here for one in articles for n, here in enumerate([one.title, *one.paragraphs])}
    keys = [key(words[block], terms, score) for block, score in found.items()]
    assert keys == sorted(keys)
    assert (everything.total, everything.exact) == (len(wanted), True)
    assert [hit.score for hit in first] == pytest.approx([-key[2] for key in keys[:limit]])


def test_the_best_paragraph_comes_first_though_its_article_is_not_the_best_and_few_are_wanted(library: Library) -> None:
    for number in range(25):
        library.write(
            f"a{number:02}.md", "The embassy, and beyond the sea and all its islands the line.", head="T | 2001"
        )
    library.write("long.md", f"The embassy line.\n\n{' '.join(['filler'] * 400)}", head="T | 1999")
    library.write("none.md", "Nothing.", head="T | 2003")
    library.scan()
    for limit in (1, 5, 100):
        assert library.found("embassy line", limit=limit)[:2] == [("long", 1), ("a00", 1)][:limit]


def test_words_close_together_come_before_the_same_words_apart(library: Library) -> None:
    apart = "The embassy was told, weeks after all of it was over, that the line had never been used."
    library.write("a.md", f"{apart}\n\nThe embassy line was used.", head="T | 2001")
    library.write("b.md", f"{apart} The line of the embassy.\n\n{apart}", head="T | 2002")
    library.write("c.md", "Nothing.", head="T | 2003")
    library.scan()
    assert library.found("embassy line")[:2] == [("a", 2), ("b", 1)]


def test_within_an_article_more_different_words_come_first_and_else_the_text_decides(library: Library) -> None:
    text = "A bee.\n\nA cat and a dog.\n\nA dog, a cat, a bee.\n\nA bee, bee, bee.\n\nA cat and a bee."
    library.write("a.md", text, head="T | 2001")
    library.write("b.md", "A bee and much besides, of no importance at all.\n\nA cat and a dog.", head="T | 2002")
    library.write("c.md", "Nothing.", head="T | 2003")
    library.scan()
    found = library.found("bee cat dog")
    assert [n for name, n in found if name == "a"] == [3, 2, 5, 1, 4]
    assert [n for name, n in found if name == "b"] == [2, 1]
    assert [n for name, n in library.found("bee cat dog", newest=True) if name == "a"] == [1, 2, 3, 4, 5]


def test_a_fifth_of_many_articles_is_ranked_and_the_total_follows_from_them(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selection, "RANKED", 40)
    for number in range(150):
        peace = "Peace.\n\nPeace." if number % 2 else "War."
        library.write(f"{number:03}.md", "Peace. Peace. Peace." if number == 20 else peace, head=f"T | {1800 + number}")
    library.scan()
    results = library.find("peace", limit=10)
    assert "020" not in {hit.article for hit in results.hits}, "forty are ranked, the newest"
    assert not results.exact
    assert 110 <= results.total <= 190
    monkeypatch.setattr(selection, "SHARE", 2)
    assert library.find("peace", limit=10).hits[0].article == "020"


def test_the_index_is_of_one_piece_after_a_large_scan(library: Library) -> None:
    for number in range(150):
        library.write(f"{number}.md", f"Peace in {number}.")
    library.scan()
    pieces = "SELECT count(DISTINCT segid) FROM passages_idx"

    def count(connection: sqlite3.Connection) -> int:
        return int(connection.execute(pieces).fetchone()[0])

    assert library.catalogue.database.read(count) == 1
    for number in range(12):
        library.write(f"{number}.md", f"War in {number}.", age=1)
        library.scan()
    assert library.catalogue.database.read(count) < 12
    assert library.find("war").total == 12
    assert library.find("peace").total == 138


def test_articles_of_one_batch_are_written_as_one_piece_of_the_index(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library.catalogue, "merge", lambda *_, **__: None)
    for number in range(10):
        library.write(f"{number}.md", f"Peace in {number}.", head=f"T | 2001 | Post {number} | iran")
    library.scan()
    sql = "SELECT count(DISTINCT segid) FROM passages_idx"
    assert library.catalogue.database.read(lambda connection: connection.execute(sql).fetchone()) == (1,)


TEXT = "The envoy left.\n\nThe port of the town.\n\nOf an envoy and THE end."


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("the envoy", ["envoy", "envoy"]),
        ("envoy of the", ["envoy", "envoy"]),
        ("the", ["The", "The", "the", "THE"]),
        ("of the", ["The", "The", "of", "the", "Of", "THE"]),
        ("THE envoy", ["The", "envoy", "The", "the", "envoy", "THE"]),
        ('"the port" envoy', ["envoy", "The port", "envoy"]),
        ("th* envoy", ["The", "envoy", "The", "the", "envoy", "THE"]),
        ("port OR the envoy", ["envoy", "port", "envoy"]),
    ],
)
def test_little_words_beside_others_are_asked_for_and_not_marked(
    library: Library, query: str, marked: list[str]
) -> None:
    library.write("a.md", TEXT)
    library.write("b.md", "An envoy, no more.")
    library.scan()
    hits = [hit for hit in library.find(query, newest=True).hits if hit.article == "a"]
    assert [span.slice(TEXT) for hit in hits for span in hit.spans] == marked
    assert [span.slice(TEXT) for span in find_in_text(parse_query(query), TEXT)] == marked
    assert {article for article, _ in library.found(query)} == {"a"}, "the other one has no such word"


def test_articles_of_one_day_stand_in_one_order_in_lists_and_searches(library: Library) -> None:
    for name in ("b", "d", "a", "c"):
        library.write(f"{name}.md", f"Peace in {name}.", head=f"T |  | Post {name} | iran")
    library.write("e.md", "Peace in e.", head="T | 2001 | Post e | iran")
    library.scan()
    library.write("aa.md", "Peace in aa.", head="T |  | Post aa | iran")
    library.scan()
    listed = [header.id for header in library.catalogue.headers()]
    assert listed == ["e", "aa", "a", "b", "c", "d"]  # what came last stands first
    assert [hit.article for hit in library.find("peace", newest=True).hits] == listed
