"""The service that both faces call: briefs renamed and thrown away, themes that break, passages of other briefs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing_tui.errors import HeldError, InvalidError, NotFoundError
from briefing_tui.model import Facet, Filter, Filters, Sort, Span, edits
from briefing_tui.support.locations import Locations
from briefing_tui.workspace import Workspace, find, make
from briefing_tui.workspace.reading import ReadingState

NOTE = "note-deconfliction-line"


@pytest.fixture
def workspace(shipped: Path, home: Path) -> Workspace:
    opened = Workspace.open(shipped, Locations(home / "config", home / "state", home / "cache"))
    opened.scan()
    return opened


def test_a_renamed_brief_keeps_its_steps(workspace: Workspace) -> None:
    workspace.new_brief("desk", "T")
    with workspace.open_brief("desk") as session:
        session.edit(edits.add_section(session.brief, "One")[0], "one")
        session.edit(edits.add_section(session.brief, "Two")[0], "two")
    workspace.last_brief = "desk"
    workspace.rename_brief("desk", "table")
    assert workspace.last_brief == "table"
    assert "desk" not in {b.id for b in workspace.briefs()}
    with workspace.open_brief("table") as session:
        assert session.brief.id == "table"
        assert session.undo() == "two"
        assert [s.title for s in session.brief.sections] == ["One"]
    assert "id: table" in (workspace.path / "briefs/table.yaml").read_text()


def test_a_brief_that_is_open_is_neither_renamed_nor_deleted(workspace: Workspace) -> None:
    with workspace.open_brief("deconfliction"):
        with pytest.raises(HeldError):
            workspace.rename_brief("deconfliction", "other")
        with pytest.raises(HeldError):
            workspace.delete_brief("deconfliction")
    assert {b.id for b in workspace.briefs()} == {"deconfliction", "washington-channel"}


def test_a_new_brief_under_an_old_id_begins_anew(workspace: Workspace) -> None:
    workspace.new_brief("desk", "Old")
    with workspace.open_brief("desk") as session:
        session.edit(edits.add_section(session.brief, "One")[0], "one")
    workspace.delete_brief("desk")
    workspace.new_brief("desk", "New")
    with workspace.open_brief("desk") as session:
        assert session.brief.title == "New"
        assert session.undo() is None


def test_broken_themes_are_a_problem_and_the_last_good_ones_stay(workspace: Workspace, shipped: Path) -> None:
    before = workspace.theme_counts()
    file = shipped / "corpus/themes.yaml"
    good = file.read_text()
    file.write_text(good + "\n- id: [broken\n")
    workspace.scan()
    assert [c.theme.id for c in workspace.theme_counts()] == [c.theme.id for c in before]
    assert [(c.articles, c.paragraphs) for c in workspace.theme_counts()] == [
        (c.articles, c.paragraphs) for c in before
    ]
    assert any("themes.yaml" in p.file and p.line for p in workspace.problems())
    file.write_text(good)
    workspace.scan()
    assert workspace.problems() == ()


def test_counts_follow_the_other_filters(workspace: Workspace) -> None:
    digests = Filters() & Filter(Facet.TEXT, "digest")
    assert workspace.totals(digests)[0] == len(workspace.headers(digests)) == 5
    counted = {c.theme.id: c.articles for c in workspace.theme_counts(digests)}
    for theme, n in counted.items():
        assert len(workspace.headers(digests & Filter(Facet.THEME, theme))) == n
    assert len(workspace.list_json(digests, Sort.TITLE)) == 5
    assert dict(workspace.facet_values(Facet.TEXT, digests))["full"] == 11


def test_what_other_briefs_pinned(workspace: Workspace) -> None:
    found = workspace.pins(NOTE, besides="washington-channel")
    assert {brief for brief, _ in found} == {"deconfliction"}
    text = workspace.article(NOTE).text
    assert "it does not settle a dispute" in " ".join(span.slice(text) for _, span in found)
    assert workspace.pins(NOTE, besides="deconfliction") == ()


def test_pinning_trims_white_space_and_takes_the_source_as_it_is(workspace: Workspace) -> None:
    article = workspace.article(NOTE)
    paragraph = article.segments.paragraphs[2].span
    workspace.new_brief("desk", "T")
    with workspace.open_brief("desk") as session:
        pinned = workspace.pin(session, article, Span(paragraph.start, paragraph.end + 1))
        assert pinned.excerpt.span == paragraph
        assert pinned.excerpt.exact == paragraph.slice(article.text)
        with pytest.raises(InvalidError):
            workspace.pin(session, article, Span(paragraph.end, paragraph.end + 1))


def test_an_article_in_a_sub_folder_and_one_outside(workspace: Workspace, shipped: Path) -> None:
    (shipped / "corpus/inner").mkdir()
    (shipped / "corpus" / f"{NOTE}.md").rename(shipped / f"corpus/inner/{NOTE}.md")
    workspace.scan()
    assert workspace.article(NOTE).id == NOTE
    for name in ("../briefs/deconfliction", "", ".", "inner"):
        with pytest.raises(NotFoundError):
            workspace.article(name)


def test_finding_and_making(tmp_path: Path) -> None:
    places = make(tmp_path / "a b")
    assert find(places.corpus) == places.root
    with pytest.raises(NotFoundError):
        find(tmp_path)


def test_the_reading_state_survives_a_broken_file(tmp_path: Path) -> None:
    file = tmp_path / "state/reading.json"
    state = ReadingState(file)
    state.set_position("a", 40)
    state.set_marked("b", True)
    again = ReadingState(file)
    assert (again.position("a"), sorted(again.read), sorted(again.marked)) == (40, ["a"], ["b"])
    for content in ("{", "[]", json.dumps({"positions": [], "read": 3})):
        file.write_text(content)
        assert ReadingState(file).position("a") == 0
