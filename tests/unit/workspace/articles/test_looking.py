"""What a view shows: the catalogue and the few that answer a question count alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing_tui.model import Facet, Filter, Filters, Sort, View
from briefing_tui.model import filters as filtering
from briefing_tui.workspace import Workspace

CONDITIONS = [
    (),
    (Filter(Facet.TEXT, "digest"),),
    (Filter(Facet.THEME, "iran"), Filter(Facet.THEME, "arms"), Filter(Facet.YEAR, "2019..")),
    (Filter(Facet.READING, "unread"), Filter(Facet.OUTLET, "JNS"), Filter(Facet.OUTLET, "Background notes")),
    (Filter(Facet.PINNED, "any brief"), Filter(Facet.MARK, "marked")),
    (Filter(Facet.PINNED, "no brief"), Filter(Facet.PINNED, "this brief")),
]


@pytest.fixture
def workspace(scanned: Path) -> Workspace:
    opened = Workspace.open(scanned)
    opened.last_brief = "deconfliction"
    for n, header in enumerate(opened.articles.headers()):
        opened.reading.set_read(header.id, n % 3 == 0)
        opened.reading.set_marked(header.id, n % 2 == 0)
    return opened


@pytest.mark.parametrize("conditions", CONDITIONS)
@pytest.mark.parametrize("query", ["", "russia*"])
def test_lists_and_counts_are_those_of_the_values_themselves(
    workspace: Workspace, conditions: tuple[Filter, ...], query: str
) -> None:
    view = View(Filters(conditions), query)
    person = workspace.person()
    looked = workspace.look(view, person)
    every = list(workspace.articles.headers())
    if query:
        answers = set(workspace.articles.answering(query, 99))
        every = [header for header in every if header.id in answers]
    left = filtering.order(view.filters.apply(every, person), view.sort)
    assert [header.id for header in looked.headers] == [header.id for header in left]
    assert len(looked.listing()) == len(left)
    for facet in Facet:
        assert dict(looked.facet_values(facet)) == filtering.count(every, facet, view.filters, person), facet
    for counted in looked.theme_counts():
        on = [h for h in view.filters.without(Facet.THEME).apply(every, person) if counted.theme.id in h.themes]
        assert counted.articles == len(on)
        assert counted.paragraphs == sum(h.theme_paragraphs[h.themes.index(counted.theme.id)] for h in on)


def test_a_question_puts_the_best_first_and_other_orders_hold(workspace: Workspace) -> None:
    view = View().asking("Latakia")
    best = [header.id for header in workspace.look(view).headers]
    assert best == workspace.articles.answering("Latakia", 99)
    by_length = [header.words for header in workspace.look(View(query="Latakia", sort=Sort.LENGTH)).headers]
    assert by_length == sorted(by_length, reverse=True)


def test_letters_at_the_beginning_of_a_title_are_the_best(workspace: Workspace) -> None:
    found = workspace.look(View(Filters(words="mem"), sort=Sort.RELEVANCE)).headers
    assert "memory" in found[0].title


def test_how_far_one_came_is_told_where_there_is_something_left(workspace: Workspace) -> None:
    article = workspace.articles.article("note-il20-2018")
    for share in (0, 1, 50, 97):
        workspace.reading.set_position(article.id, len(article.text) * share // 100 + (share > 0))
        assert workspace.progress() == ({article.id: 50} if share == 50 else {})


def test_a_question_leaves_articles_of_one_day_in_the_order_of_the_library(scanned: Path) -> None:
    workspace = Workspace.open(scanned)
    shipped = next((workspace.path / "corpus").glob("*.md")).read_text(encoding="utf-8")
    head = re.sub(r"(?m)^issued:.*\n", "", shipped).partition("\n---\n")[0]
    came = ["aa-early", "mm-middle", "zz-late"]
    for name in came:
        (workspace.path / "corpus" / f"{name}.md").write_text(f"{head}\n---\nPelicans of {name}.\n", encoding="utf-8")
        workspace.articles.scan()
    listed = [header.id for header in workspace.articles.headers() if header.id in came]
    assert listed == came[::-1]
    assert [header.id for header in workspace.look(View(query="pelicans"), workspace.person()).headers] == listed
    assert [hit.article for hit in workspace.articles.search("pelicans", newest=True).hits] == listed
    workspace.close()
