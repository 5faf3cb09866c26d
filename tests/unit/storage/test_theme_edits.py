"""Themes added and renamed in a file that people write: every other character stays."""

from __future__ import annotations

import pytest

from briefing_tui.errors import BriefingError, InvalidError, NotFoundError
from briefing_tui.model import Rules, Theme
from briefing_tui.storage import renamed, with_theme
from briefing_tui.storage.theme_files import parse_themes

BLOCK = """\
format: 1
# What we look for.
themes:
- id: sea   # the first
  prefLabel: Ferries and harbours
  rules:
    any: [ferr*, quay]
# a gap

- id: town
  prefLabel: 'Councils, mayors'   # two
# the end
"""
FLOW = """\
themes:  # ours
  - {id: sea, prefLabel: Ferries, rules: {any: [ferr*]}} # one
  - id: town
    prefLabel: "Councils"
other: kept
"""
GAS = Theme("gas", 'Gas: "pipes"', scope_note="What is piped; " * 9 + "nothing else.", rules=Rules(any=("gas*", "LNG")))


@pytest.mark.parametrize("text", [BLOCK, FLOW])
def test_a_theme_is_added_and_nothing_else_changes(text: str) -> None:
    added = with_theme(text, GAS, "themes.yaml")
    assert parse_themes(added, "") == (*parse_themes(text, ""), GAS)
    left = added.splitlines()
    assert [line for line in text.splitlines() if line not in left] == []
    assert [line for line in left if line in text.splitlines()] == text.splitlines()


@pytest.mark.parametrize("text", ["themes: []\n", "themes:\n", "format: 1\nthemes: []  # none yet\n"])
def test_the_first_theme_of_a_file(text: str) -> None:
    added = with_theme(text, Theme("sea", "Sea"), "themes.yaml")
    assert parse_themes(added, "") == (Theme("sea", "Sea"),)
    assert ("# none yet" in added) is ("# none yet" in text)


@pytest.mark.parametrize("text", [BLOCK, FLOW])
@pytest.mark.parametrize("theme", ["sea", "town"])
@pytest.mark.parametrize("label", ["Boats", "It's: {a} # boat, or two", 'A "quoted" one', "Ünï, ça"])
def test_a_theme_gets_another_name_and_nothing_else_changes(text: str, theme: str, label: str) -> None:
    changed = renamed(text, theme, label, "themes.yaml")
    assert [t.pref_label for t in parse_themes(changed, "") if t.id == theme] == [label]
    before, after = text.splitlines(), changed.splitlines()
    assert len(before) == len(after)
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1
    assert changed.count("#") >= text.count("#"), "no comment is lost"


@pytest.mark.parametrize(
    ("theme", "says"),
    [
        (Theme("sea", "Again"), "is a theme 'sea' already"),
        (Theme("a b", "Space"), "is no id"),
        (Theme("new", " "), "needs a name"),
        (Theme("new", "two\nlines"), "needs a name"),
        (Theme("new", "New", broader="none"), "no theme 'none'"),
    ],
)
def test_a_theme_that_cannot_be_is_refused(theme: Theme, says: str) -> None:
    with pytest.raises(InvalidError, match=says):
        with_theme(BLOCK, theme, "themes.yaml")


def test_what_cannot_be_edited_says_so() -> None:
    with pytest.raises(NotFoundError, match="no theme 'none'"):
        renamed(BLOCK, "none", "X", "themes.yaml")
    folded = "themes:\n- id: sea\n  prefLabel: >-\n    Ferries\n    and harbours\n"
    with pytest.raises(BriefingError, match="cannot be edited from here"):
        renamed(folded, "sea", "Boats", "themes.yaml")
    with pytest.raises(BriefingError, match="cannot be edited from here"):
        with_theme('{"themes": [{"id": "sea", "prefLabel": "Sea"}]}\n', GAS, "themes.yaml")
