"""Saved views: what is kept comes back, a broken one is told by name, what a person wrote stays."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from briefing_tui.errors import FormatError, InvalidError, NotFoundError
from briefing_tui.model import Facet, Filter, Filters, Sort, View
from briefing_tui.workspace import Workspace
from briefing_tui.workspace.articles.views import to_plain

VIEW = View(
    Filters((Filter(Facet.THEME, "iran"), Filter(Facet.THEME, "arms"), Filter(Facet.READING, "unread")), "putin"),
    'deconfliction OR "red line"',
    Sort.RELEVANCE,
)


@pytest.fixture
def workspace(scanned: Path) -> Workspace:
    return Workspace.open(scanned)


def again(workspace: Workspace) -> Workspace:
    return Workspace.open(workspace.path, workspace.locations)


def test_a_view_is_kept_and_comes_back(workspace: Workspace) -> None:
    settings = workspace.places.settings
    settings.write_text("# ours\ntitle: T # here\n", encoding="utf-8")
    workspace.views.save(" Iran,  unread ", VIEW)
    text = settings.read_text(encoding="utf-8")
    assert text.startswith("# ours\ntitle: T # here\nviews:\n")
    reopened = again(workspace)
    assert reopened.views.names == ("Iran, unread",)
    assert reopened.views.get("Iran, unread") == VIEW
    assert not reopened.problems()
    reopened.views.delete("Iran, unread")
    assert settings.read_text(encoding="utf-8") == "# ours\ntitle: T # here\n"
    reopened.close()


def test_without_a_file_one_is_made(workspace: Workspace) -> None:
    workspace.views.save("All by title", View(sort=Sort.TITLE))
    assert workspace.places.settings.read_text(encoding="utf-8") == "format: 1\nviews:\n  All by title: {sort: title}\n"


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        ("{theme: nowhere}", "there is no theme 'nowhere'"),
        ("{colour: red}", "a view has no 'colour'"),
        ("{sort: upwards}", "there is no such order"),
        ("{query: '\"open'}", "quotation mark is not closed"),
        ("just words", "should say what is shown"),
    ],
)
def test_a_broken_view_is_told_by_name_and_the_others_work(workspace: Workspace, plain: str, said: str) -> None:
    workspace.places.settings.write_text(f"views:\n  good: {{year: 2019}}\n  bad: {plain}\n", encoding="utf-8")
    reopened = again(workspace)
    assert reopened.views.get("good").filters.chosen(Facet.YEAR) == ("2019",)
    with pytest.raises(FormatError, match="bad"):
        reopened.views.get("bad")
    (problem,) = reopened.problems()
    assert (problem.file, problem.line) == ("briefing.yaml", 3)
    assert "views.bad" in problem.field
    assert said in problem.message
    reopened.close()


def test_names_that_are_none(workspace: Workspace) -> None:
    with pytest.raises(InvalidError):
        workspace.views.save(" ", VIEW)
    with pytest.raises(NotFoundError, match="no view 'x'"):
        workspace.views.get("x")
    with pytest.raises(NotFoundError):
        workspace.views.delete("x")


def test_settings_that_cannot_be_read_are_left_alone(workspace: Workspace) -> None:
    workspace.places.settings.write_text("views: [\n", encoding="utf-8")
    with pytest.raises(FormatError):
        workspace.views.save("x", VIEW)
    assert workspace.places.settings.read_text(encoding="utf-8") == "views: [\n"


def test_what_stands_under_views_and_is_none_is_not_overwritten(workspace: Workspace) -> None:
    workspace.places.settings.write_text("title: T\nviews: 3 # to be asked\n", encoding="utf-8")
    reopened = again(workspace)
    with pytest.raises(FormatError) as caught:
        reopened.views.save("x", VIEW)
    assert (caught.value.line, caught.value.field) == (2, "views")
    with pytest.raises(FormatError):
        reopened.views.delete("3")
    assert workspace.places.settings.read_text(encoding="utf-8") == "title: T\nviews: 3 # to be asked\n"
    reopened.close()


def test_a_view_is_kept_beside_settings_that_are_not_understood(workspace: Workspace) -> None:
    wrong = "colours: {pin: underlne} # mine\nmesure: 60\nmeasure: wide\n"
    workspace.places.settings.write_text(wrong, encoding="utf-8")
    reopened = again(workspace)
    reopened.views.save("x", VIEW)
    assert workspace.places.settings.read_text(encoding="utf-8").startswith(f"{wrong}views:\n  x:")
    reopened.close()


def test_two_windows_that_keep_views_at_once_lose_none(workspace: Workspace) -> None:
    windows = [workspace, Workspace.open(workspace.path, workspace.locations)]
    together = Barrier(len(windows))

    def keep(window: int) -> None:
        together.wait()
        for n in range(5):
            windows[window].views.save(f"{window} {n}", VIEW)
        windows[window].views.delete(f"{window} 0")

    with ThreadPoolExecutor(len(windows)) as pool:
        list(pool.map(keep, range(len(windows))))
    names = Workspace.open(workspace.path, workspace.locations).views.names
    assert sorted(names) == [f"{window} {n}" for window in range(2) for n in range(1, 5)]


def test_what_says_nothing_is_left_out() -> None:
    assert to_plain(View()) == {"sort": "date"}
