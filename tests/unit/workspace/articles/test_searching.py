"""Searching as both faces do it: trails of passages, what is related, and an index that is taken away meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_tui.errors import CancelledError, NotFoundError, QueryError
from briefing_tui.model import Facet, Filter, Filters, Sort
from briefing_tui.support.locations import Locations
from briefing_tui.workspace import Workspace

QUOTED = "The council of the port has met for nine long hours behind closed doors"
TEXTS = {
    "old": ("2001-01-01", "A", f"Before.\n\nHe wrote: “{QUOTED}.”\n\nTrade with Sobibor."),
    "mid": ("2002-01-01", "B", f"{QUOTED}, said one.\n\nNothing.\n\nTrade in embargoed goods went on."),
    "new": ("2003-01-01", "A", "Sobibor is named, embargoed too.\n\nA paragraph on trade.\n\nAnother."),
}
THEMES = """\
format: 1
themes:
- {id: trade, prefLabel: Trade and goods, rules: {any: [trade]}}
- {id: embargo, prefLabel: Embargoes, broader: trade, rules: {any: ["embargo*"]}}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    corpus = tmp_path / "ws" / "corpus"
    corpus.mkdir(parents=True)
    (corpus.parent / "briefs").mkdir()
    (corpus / "themes.yaml").write_text(THEMES, "utf-8")
    for name, (date, outlet, text) in TEXTS.items():
        header = f"---\nformat: 1\ntype: article\ntitle: Title {name}\ncontainer-title: {outlet}\nissued: {date}\n"
        (corpus / f"{name}.md").write_text(f"{header}custom:\n  text: full\n---\n{text}\n", "utf-8")
    opened = Workspace.open(corpus.parent, Locations(tmp_path / "config", tmp_path / "state", tmp_path / "cache"))
    opened.articles.scan()
    yield opened
    opened.close()


def walked(workspace: Workspace, *args: str, **options: object) -> list[tuple[str, int]]:
    trail = workspace.articles.passages(*args, **options)  # type: ignore[arg-type]
    return [(one.article, one.paragraph) for one in trail.passages]


def test_a_theme_is_a_trail_with_the_words_that_matched(workspace: Workspace) -> None:
    trail = workspace.articles.passages(theme="trade")
    assert [(one.article, one.paragraph) for one in trail.passages] == [("new", 1), ("new", 2), ("mid", 3), ("old", 3)]
    assert (trail.title, trail.more) == ("Trade and goods", 0)
    assert [one.matched for one in trail.passages] == [("embargoed",), ("trade",), ("trade", "embargoed"), ("trade",)]
    for one in trail.passages:
        text = TEXTS[one.article][2]
        assert text[one.at :].casefold().startswith(one.matched)
        assert one.span.contains(one.at)
        assert [mark.slice(one.snippet).casefold() for mark in one.marks] == list(one.matched)


def test_what_a_trail_is_about(workspace: Workspace) -> None:
    on_trade = Filters() & Filter(Facet.THEME, "embargo")
    outlet = Filters() & Filter(Facet.OUTLET, "A")
    assert walked(workspace, filters=on_trade) == [("new", 1), ("mid", 3)]
    assert walked(workspace, theme="trade", filters=outlet) == [("new", 1), ("new", 2), ("old", 3)]
    assert walked(workspace, filters=outlet) == [("new", 1), ("old", 1)]
    assert walked(workspace, "sobibor") == [("new", 1), ("old", 3)]
    assert walked(workspace, "sobibor OR before", theme="trade") == [("new", 1), ("old", 1), ("old", 3)]
    assert walked(workspace, "sobibor outlet:a", sort=Sort.TITLE) == [("new", 1), ("old", 3)]
    assert workspace.articles.passages("sobibor", filters=outlet).title == "“sobibor” · A"
    assert workspace.articles.passages().title == "all articles, first paragraphs"


def test_a_trail_has_a_limit_and_says_how_many_are_left_out(workspace: Workspace) -> None:
    trail = workspace.articles.passages("title OR trade", limit=2)
    assert (len(trail), trail.more > 0) == (2, True)


def test_a_trail_keeps_the_passages_of_an_article_together(workspace: Workspace) -> None:
    trail = workspace.articles.passages("trade OR sobibor OR embargoed")
    articles = [one.article for one in trail.passages]
    assert [a for a, b in zip(articles, ["", *articles], strict=False) if a != b] == list(dict.fromkeys(articles))
    for article in set(articles):
        spans = [one.span for one in trail.passages if one.article == article]
        assert spans == sorted(spans)


def test_a_ranked_trail_is_walked_in_its_own_order(workspace: Workspace) -> None:
    (workspace.path / "corpus" / "ranked.md").write_text(
        "---\nformat: 1\ntype: article\ntitle: Ports\nissued: 2004-01-01\ncustom:\n  text: full\n---\n"
        "A harbour.\n\nA vessel and a ferry.\n\nA ferry, a vessel, a harbour.\n\nNone of them.\n\nA ferry.\n",
        "utf-8",
    )
    (workspace.path / "corpus" / "other.md").write_text(
        "---\nformat: 1\ntype: article\ntitle: Other\nissued: 2005-01-01\ncustom:\n  text: full\n---\n"
        f"A harbour in a long text {'of no importance ' * 30}.\n\nIts vessel, its ferry.\n",
        "utf-8",
    )
    workspace.articles.scan()
    trail = workspace.articles.passages("harbour vessel ferry", sort=Sort.RELEVANCE)
    order = [("ranked", 3), ("ranked", 2), ("other", 2), ("ranked", 1), ("ranked", 5), ("other", 1)]
    assert [(one.article, one.paragraph) for one in trail.passages] == order
    walked = [trail.passages[0]]
    while following := trail.after(walked[-1].article, walked[-1].at):
        walked.append(following)
    assert tuple(walked) == trail.passages
    back = [trail.passages[-1]]
    while previous := trail.before(back[-1].article, back[-1].at):
        back.append(previous)
    assert tuple(reversed(back)) == trail.passages
    assert [trail.position(one.article, one.at) for one in trail.passages] == [1, 2, 3, 4, 5, 6]
    assert [(hit.article, hit.paragraph) for hit in workspace.articles.search("harbour vessel ferry").hits] == order
    assert [hit.paragraph for hit in workspace.articles.search("harbour vessel ferry", limit=2).hits] == [3, 2]
    beyond = trail.after("ranked", 1_000)
    assert beyond
    assert (beyond.article, beyond.paragraph) == ("other", 2), "the best of the next article"


def test_the_sentence_itself_comes_before_its_words_far_apart_in_a_better_article(workspace: Workspace) -> None:
    head = "---\nformat: 1\ntype: article\ntitle: T\nissued: 2004-01-01\ncustom:\n  text: full\n---\n"
    far = f"A tug {'of no use ' * 9}waits for a pilot {'and waits ' * 9}in the fog."
    near = "Long before any of that a tug waits here, and so does a pilot; of fog nobody speaks."
    texts = {"far": f"{far}\n\nTug, tug, pilot, fog.", "near": f"{'Of other things. ' * 99}\n\n{near}"}
    for name, text in texts.items():
        (workspace.path / "corpus" / f"{name}.md").write_text(f"{head}{text}\n", "utf-8")
    workspace.articles.scan()
    found = workspace.articles.search("tug pilot fog").hits
    assert [(hit.article, hit.paragraph) for hit in found] == [("far", 2), ("near", 2), ("far", 1)]
    assert [hit.score for hit in found] != sorted((hit.score for hit in found), reverse=True)


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("council zzz", "no article has ‘zzz’"),
        ("council zzz yyy*", "no article has ‘zzz’ or ‘yyy*’"),
        ("council zzz OR yyy", "no article has ‘zzz’; no article has ‘yyy’"),
        ("council sobibor closed outlet:b", "no article has both ‘sobibor’ and ‘outlet:b’"),
        ("council another before", "no article has both ‘another’ and ‘before’"),
        ("closed before -council", "no article has both ‘before’ and ‘-council’"),
        ('"-zzz" council', "no article has ‘-zzz’"),
        ("council title:before", "no article has ‘title:before’"),
        ("council -trade", "every article has ‘trade’"),
        ("outlet:nope trade", "no outlet is called ‘nope’ (there are A, B)"),
        ("outlet:b -author:x year:2001 author:doe", "no author is called ‘doe’"),
        ("year:1850 trade", "nothing is from 1850 (articles are from 2001 to 2003)"),
        ("year:2010.. trade", "nothing is from 2010 on (articles are from 2001 to 2003)"),
        ("year:..1999", "nothing is from before 2000 (articles are from 2001 to 2003)"),
        ("year:undated", "nothing is undated (articles are from 2001 to 2003)"),
        ("text:digest", "no article is a digest"),
        ("trade", ""),
    ],
)
def test_why_nothing_was_found_is_said(workspace: Workspace, query: str, reason: str) -> None:
    assert workspace.articles.why_nothing(query) == reason


def test_what_only_other_articles_have_is_said(workspace: Workspace) -> None:
    only_b = Filters() & Filter(Facet.OUTLET, "B")
    assert workspace.articles.why_nothing("sobibor", filters=only_b) == "only other articles have it"
    assert workspace.articles.why_nothing("zzz", filters=only_b) == "no article has ‘zzz’"


def test_a_digest_of_the_article_itself_comes_last_and_is_marked(workspace: Workspace) -> None:
    head = "---\nformat: 1\ntype: article\ntitle: Same\nissued: 2004-01-01\ncustom:\n"
    sha = "5" * 64
    texts = {
        "source": f"  text: full\n  original: {{file: a.txt, sha256: {sha}}}\n---\n{QUOTED}, they say.",
        "short": f"  text: digest\n  digest-of: {{sha256: {sha}}}\n---\n{QUOTED}, they say.",
    }
    for name, text in texts.items():
        (workspace.path / "corpus" / f"{name}.md").write_text(f"{head}{text}\n", "utf-8")
    workspace.articles.scan()
    found = [(one.passage.article, one.relation) for one in workspace.articles.related("source", 1)]
    assert found == [("mid", ""), ("old", ""), ("short", "digest of this article")]
    assert workspace.articles.related("short", 1)[0].relation == "the original of this digest"


def test_related_passages_say_why(workspace: Workspace) -> None:
    (wording,) = workspace.articles.related("old", 2)
    assert (wording.passage.article, wording.passage.paragraph, wording.words) == ("mid", 1, 14)
    assert wording.reason == "14 words in a row in common"
    assert wording.passage.matched == (QUOTED,)
    (rare,) = workspace.articles.related("old", 3)
    assert (rare.passage.article, rare.passage.paragraph, rare.reason) == ("new", 1, "the same rare word: Sobibor")
    assert [mark.slice(rare.passage.snippet) for mark in rare.passage.marks] == ["Sobibor"]
    assert workspace.articles.related("mid", 2) == ()
    assert workspace.articles.related("mid", 99) == ()
    with pytest.raises(NotFoundError):
        workspace.articles.related("gone", 1)


def test_what_is_not_wanted_any_more_ends(workspace: Workspace) -> None:
    with pytest.raises(CancelledError):
        workspace.articles.search("trade", interrupt=lambda: True)
    with pytest.raises(CancelledError):
        workspace.articles.passages(theme="trade", interrupt=lambda: True)
    with pytest.raises(QueryError, match="no theme"):
        workspace.articles.search("theme:nothing")


@pytest.mark.parametrize("damage", ["deleted", "overwritten", "tables gone"])
def test_an_index_that_is_taken_away_finds_nothing_until_the_next_scan(
    workspace: Workspace, tmp_path: Path, damage: str
) -> None:
    assert workspace.articles.search("sobibor").total == 2
    (index,) = (tmp_path / "cache").glob("*.sqlite")
    if damage == "deleted":
        for file in index.parent.glob(f"{index.name}*"):
            file.unlink()
    elif damage == "overwritten":
        index.write_bytes(b"no database " * 1_000)
        for file in index.parent.glob(f"{index.name}-*"):
            file.unlink()
    else:
        with sqlite3.connect(index) as connection:
            connection.execute("DROP TABLE texts")
        connection.close()
    kept = damage == "overwritten"  # what SQLite has read already it may go on with
    assert workspace.articles.search("sobibor").total in {0, 2 * kept}
    assert walked(workspace, theme="trade") == [] or kept
    assert workspace.articles.related("old", 3) == () or kept
    workspace.articles.scan()
    assert workspace.articles.search("sobibor").total == 2
    again = Workspace.open(workspace.path, Locations(tmp_path / "config", tmp_path / "state", tmp_path / "cache"))
    again.articles.scan()
    assert again.articles.search("sobibor").total == 2
    again.close()


def test_a_locked_index_is_searched_all_the_same(workspace: Workspace, tmp_path: Path) -> None:
    (index,) = (tmp_path / "cache").glob("*.sqlite")
    other = sqlite3.connect(index, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        assert workspace.articles.search("sobibor").total == 2
        assert walked(workspace, theme="trade")[0] == ("new", 1)
    finally:
        other.execute("ROLLBACK")
        other.close()
