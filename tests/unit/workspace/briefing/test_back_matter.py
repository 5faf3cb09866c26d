"""What a briefing says of its sources: grades that a person sets, themes of the workspace, an annex or none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_tui.errors import InvalidError
from briefing_tui.model import Article, Metadata, State, edits
from briefing_tui.model.template import Template
from briefing_tui.storage import brief_to_plain, parse_article, render_article
from briefing_tui.support.locations import Locations
from briefing_tui.workspace import Workspace
from briefing_tui.workspace.articles.metadata import with_fields
from briefing_tui.workspace.drafting.brief_fields import choices, with_own_fields

THEMES = """\
format: 1
themes:
- id: line
  prefLabel: The line
  rules: {any: [line, lines]}
"""


@pytest.fixture
def workspace(shipped: Path, tmp_path: Path) -> Iterator[Workspace]:
    (shipped / "corpus/themes.yaml").write_text(THEMES)
    opened = Workspace.open(shipped, Locations(tmp_path / "config", tmp_path / "state", tmp_path / "cache"))
    yield opened
    opened.close()


def test_a_grade_is_set_kept_and_taken_away() -> None:
    article = Article("a", Metadata(custom_extra={"mine": 1}), "Text.")
    graded = with_fields(article, {"admiralty": " b2 "})
    assert graded.metadata.custom_extra == {"mine": 1, "admiralty": "B2"}
    assert graded.metadata.state("admiralty") is State.USER
    assert parse_article(render_article(graded), Path("a.md")).metadata == graded.metadata
    assert with_fields(graded, {"admiralty": ""}).metadata.custom_extra == {"mine": 1}


@pytest.mark.parametrize("value", ["B", "22", "G1", "B7", "good"])
def test_a_grade_that_there_is_not_is_refused(value: str) -> None:
    with pytest.raises(InvalidError, match="Admiralty"):
        with_fields(Article("a", Metadata(), "Text."), {"admiralty": value})


@pytest.mark.parametrize("part", ["annex", "statement"])
def test_a_brief_says_whether_it_has_an_annex_or_a_summary_of_its_sources(workspace: Workspace, part: str) -> None:
    brief = workspace.briefs.read("deconfliction")
    assert part not in brief_to_plain(brief)
    said = with_own_fields(brief, {part: "no"}, workspace.places)
    assert brief_to_plain(said)[part] == "no"
    with pytest.raises(InvalidError, match="neither yes nor no"):
        with_own_fields(brief, {part: "perhaps"}, workspace.places)
    assert {value for value, _, _ in choices(part, workspace.places)} == {"yes", "no", ""}


def test_a_summary_stands_before_the_sources() -> None:
    usual = Template("x", parts=("sections", "sources", "annex"))
    summed = usual.with_statement("yes")
    assert summed.parts == ("sections", "statement", "sources", "annex")
    assert summed.with_statement("") == summed.with_statement("yes") == summed
    assert summed.with_statement("no") == usual.with_statement("") == usual


def test_a_language_is_written_as_a_tag(workspace: Workspace) -> None:
    brief = workspace.briefs.read("deconfliction")
    assert with_own_fields(brief, {"language": "fr-CA"}, workspace.places).language == "fr-CA"
    with pytest.raises(InvalidError, match="no labels and dates in the language 'tlh'"):
        with_own_fields(brief, {"language": "tlh"}, workspace.places)
    by_hand = workspace.briefing.check(edits.set_field(brief, "language", "tlh"))
    assert [f.severity.value for f in by_hand if f.rule == "form.unknown-language"] == ["error"]
    with pytest.raises(InvalidError, match="no tag of a language"):
        with_own_fields(brief, {"language": "../../en"}, workspace.places)


def test_themes_of_the_workspace_are_counted_by_outlet(workspace: Workspace, tmp_path: Path) -> None:
    brief = edits.set_field(workspace.briefs.read("deconfliction"), "template", "research")
    file = workspace.briefing.compile(brief, output=tmp_path / "b.json", form="json").file
    (row,) = json.loads(file.read_text())["coverage"]
    assert row["theme"] == "The line"
    *outlets, everything = row["paragraphs"].values()
    assert sum(outlets) == everything > 0
