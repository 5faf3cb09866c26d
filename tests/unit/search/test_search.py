from __future__ import annotations

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.errors import CancelledError
from briefing_tui.model import Span
from briefing_tui.search import Wanted, find_in_text, parse_query, search
from briefing_tui.search.snippets import LENGTH, snippet
from tests.unit.search.library import Library, shown

TEXTS = {
    "old": "Peace came.\n\n## The Élysée talks\n\nTwo lines of talk.\n\nNothing\nof peace.",
    "mid": "War and peace, peace and war.\n\nA treaty of trade.\n\n## Peace",
    "new": "“Peace”, said the envoy.\n\n\\## Not a heading about war",
}


@pytest.fixture
def texts(library: Library) -> Library:
    for year, (name, text) in enumerate(TEXTS.items()):
        library.write(f"{name}.md", text, head=f"T | {2000 + year}")
    library.scan()
    return library


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("elysee", [("old", 2)]),
        ("nothing", [("old", 3)]),
        ("peace", [("new", 1), ("mid", 1), ("mid", 2), ("old", 1), ("old", 3)]),
        ("peace -war", [("old", 1), ("old", 3)]),
        ("peace treaty", [("mid", 1), ("mid", 2), ("mid", 2)]),
        ("envoy OR treat*", [("new", 1), ("mid", 2)]),
        ("talks lines", [("old", 2), ("old", 2)]),
        ("talk OR treaty nowhere", [("old", 2)]),
        ("treaty war OR peace -envoy -war", [("mid", 1), ("mid", 2), ("old", 1), ("old", 3)]),
        ('"war and peace"', [("mid", 1)]),
        ('"peace the elysee"', []),  # 'came' stands between
        ('"came the elysee"', [("old", 1)]),
        ("nowhere", []),
        ("heading", [("new", 2)]),
    ],
)
def test_hits_are_paragraphs_and_a_heading_counts_to_the_one_after_it(
    texts: Library, query: str, hits: list[tuple[str, int]]
) -> None:
    assert texts.found(query, newest=True) == hits
    results = texts.find(query)
    assert sorted((hit.article, hit.paragraph) for hit in results.hits) == sorted(hits)
    assert (results.total, results.exact) == (len(hits), True)


def test_spans_and_marks_are_exact(texts: Library) -> None:
    hits = texts.find("peace", newest=True).hits
    words = [["Peace"], ["peace", "peace"], ["Peace"], ["Peace"], ["peace"]]
    assert shown(hits, lambda hit: TEXTS[hit.article]) == words
    assert [[mark.slice(hit.snippet) for mark in hit.marks] for hit in hits] == words
    assert all(Span(hit.start, hit.end) == hit.spans[0] for hit in hits)
    assert [hit.snippet for hit in hits][3:] == ["Peace came.", "Nothing of peace."]


def test_a_paragraph_with_more_of_the_words_comes_first(texts: Library) -> None:
    hits = texts.find("treaty trade peace").hits
    assert [(hit.paragraph, hit.snippet) for hit in hits][:2] == [
        (2, "A treaty of trade."),
        (1, "War and peace, peace and war."),
    ]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_only_some_articles(texts: Library) -> None:
    assert texts.found("peace", among=Wanted(only=frozenset({"old", "gone"})), newest=True) == [("old", 1), ("old", 3)]
    assert texts.found("peace", among=Wanted(only=frozenset())) == []
    assert len(texts.found("peace", among=Wanted(but=frozenset({"old"})))) == 3


def test_the_total_of_many_is_estimated_from_all(library: Library) -> None:
    for number in range(300):
        library.write(f"{number:03}.md", "Peace.\n\nPeace." if number % 2 else "Peace.", head=f"T | {1700 + number}")
    library.scan()
    results = library.find("peace", limit=10)
    assert (len(results.hits), results.exact) == (10, False)
    assert 360 <= results.total <= 540
    newest = library.find("peace", limit=10, newest=True)
    assert [hit.article for hit in newest.hits][:3] == ["299", "299", "298"]
    assert (newest.exact, 360 <= newest.total <= 540) == (False, True)
    assert library.find("peace", limit=0).hits == ()


def test_articles_of_one_day_and_without_a_date_have_their_place(library: Library) -> None:
    for name, date in {"a": "2020-01-02", "b": "2020-01-02", "c": "", "d": "2020-01", "e": "2021"}.items():
        library.write(f"{name}.md", "Peace.", head=f"T | {date}")
    library.scan()
    library.write("a.md", "Peace again.", head="T | 2022", age=1)
    library.scan()
    assert [article for article, _ in library.found("peace", newest=True)] == ["a", "e", "b", "d", "c"]


def test_a_search_that_is_not_wanted_any_more_ends(library: Library) -> None:
    for number in range(100):
        library.write(f"{number}.md", "Peace and war. " * 50)
    library.scan()
    with pytest.raises(CancelledError):
        library.find("pea* war", interrupt=lambda: True)
    assert library.find("pea* war", interrupt=lambda: False).total == 100
    assert library.catalogue.messages == []


def test_a_search_runs_beside_a_scan(library: Library) -> None:
    for number in range(150):
        library.write(f"{number}.md", "Peace.")
    totals: list[int] = []
    done = threading.Event()

    def searching() -> None:
        while not done.is_set():
            totals.append(library.find("peace").total)

    thread = threading.Thread(target=searching)
    thread.start()
    library.scan()
    done.set()
    thread.join()
    assert totals == sorted(totals)
    assert library.catalogue.messages == []


WORDS = st.sampled_from(
    "peace Péace WAR war. «war» ‘peace’ talk\n\n \n## Talk Ξένος ξένος мир МИР שלום \ufdd0 \0".split(" ")
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(WORDS, min_size=1, max_size=60), st.sampled_from(["peace", "war", "talk", "мир", '"peace war"', "ta* מ"])
)
def test_the_index_and_the_article_agree(
    tmp_path_factory: pytest.TempPathFactory, words: list[str], query: str
) -> None:
    library = Library(tmp_path_factory.mktemp("agree"))
    text = " ".join(words).strip()
    library.write("a.md", text)
    library.scan()
    try:
        article = (library.corpus / "a.md").read_text("utf-8").partition("\n")[2].strip("\n")
        found = [span for hit in search(library.catalogue, parse_query(query), newest=True).hits for span in hit.spans]
        places = find_in_text(parse_query(query), article)
        assert found in (places, [])
        assert bool(found) == (bool(places) and query != "ta* מ")
    finally:
        library.catalogue.close()


@given(st.lists(st.text("abc\n\t", min_size=1, max_size=30), min_size=1, max_size=60), st.data())
def test_a_snippet_shows_its_matches(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    match = Span(start, data.draw(st.integers(start + 1, len(text))))
    shown, marks = snippet(text, Span(0, len(text)), [match])
    assert "\n" not in shown
    assert len(shown) <= LENGTH + 2
    cut = match.slice(text).replace("\n", " ").replace("\t", " ")
    assert cut.startswith(marks[0].slice(shown))
    assert marks[0].slice(shown)


def test_a_snippet_shows_the_most_different_matches() -> None:
    text = "one " + "word " * 60 + "one and other"
    at = text.rindex("one")
    shown, marks = snippet(text, Span(0, len(text)), [Span(0, 3), Span(at, at + 3), Span(len(text) - 5, len(text))])
    assert [mark.slice(shown) for mark in marks] == ["one", "other"]
    assert len(shown) <= LENGTH + 2


@pytest.mark.parametrize(
    "piece", ["a{} ", "b{} OR ", "h -c{} ", '"d{} d" ', "e{}* OR ", "f{} -g{} OR ", "title:h OR i{} "]
)
def test_a_query_of_ten_thousand_characters_is_searched(texts: Library, piece: str) -> None:
    typed = "peace OR " + "".join(piece.replace("{}", str(n)) for n in range(10_000))[:10_000].rpartition(" ")[0]
    typed = f"{typed} OR peace".replace("OR OR", "OR")
    assert ("old", 1) in texts.found(typed, newest=True, limit=500)
    assert ("old", 1) in texts.found(typed, limit=500)
    assert texts.catalogue.messages == []


def test_of_very_many_articles_the_newest_are_ranked_and_the_others_follow(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        library.write(f"{number:02}.md", "Peace. " * (1 + number % 3), head=f"T | {2000 + number}")
    library.scan()
    everything = {article for article, _ in library.found("peace")}
    monkeypatch.setattr("briefing_tui.search.selection.RANKED", 4)
    found = [article for article, _ in library.found("peace")]
    assert set(found) == everything
    assert set(found[:4]) == {"08", "09", "10", "11"}
    assert found[0] in {"08", "11"}
    assert found[4:] == sorted(found[4:], reverse=True)
    assert len(library.found("peace -nothing", limit=6)) == 6
