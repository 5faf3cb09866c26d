"""What people call the sources of a brief."""

from __future__ import annotations

from briefing_tui.model import Article, Metadata, PartialDate, State
from briefing_tui.workspace.drafting.source_names import source_names, with_names


def article(article_id: str, outlet: str = "", year: int = 0, title: str = "", state: State = State.STATED) -> Article:
    issued = PartialDate(year) if year else None
    return Article(
        article_id, Metadata(title=title, container_title=outlet, issued=issued, states={"title": state}), "So."
    )


def test_a_source_has_the_shortest_name_that_no_other_has() -> None:
    articles = [
        article("a", "Herald", 2026, "One"),
        article("b", "Gazette", 2026, "A title of which nobody would want to read the whole"),
        article("c", "Gazette", 2026, "Two"),
        article("d", "Gazette"),
        article("e", title="Three"),
        article("f"),
        article("g", title="Four", state=State.INFERRED),
    ]
    assert source_names(articles) == {
        "a": "Herald",
        "b": "‘A title of which nobody would want to r…’",
        "c": "‘Two’",
        "d": "Gazette, n.d.",
        "e": "‘Three’",
        "f": "f",
        "g": "[‘Four’?]",
    }


def test_names_stand_for_whole_ids_alone() -> None:
    names = {"news": "Herald, 2026", "news-two": "Gazette, 2026"}
    text = "news and news-two differ from old-news, corpus/news and newsletter"
    said = "Herald, 2026 and Gazette, 2026 differ from old-news, corpus/news and newsletter"
    assert with_names(text, names) == said
    assert with_names(text, {}) == text
    quoted = "news: the cut leaves out ‘news says’ and “the news”"
    assert with_names(quoted, names) == "Herald, 2026: the cut leaves out ‘news says’ and “the news”"
