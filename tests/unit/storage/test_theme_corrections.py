"""A theme's words corrected, and a theme removed, in a file that people write: the rest stays."""

from __future__ import annotations

import pytest

from briefing_tui.errors import FormatError, NotFoundError, RefusedError
from briefing_tui.storage import reworded, without_theme
from briefing_tui.storage.theme_files import parse_themes

from .test_theme_edits import BLOCK, FLOW

LINKED = """\
themes:
- id: sea
  prefLabel: Sea
- id: port
  prefLabel: Port
  broader: sea
  related: [town]  # see there
- id: quay
  prefLabel: Quay
  broader: port   # a part
- {id: town, prefLabel: Town, related: [port, sea]}
"""


@pytest.mark.parametrize("text", [BLOCK, FLOW])
@pytest.mark.parametrize("theme", ["sea", "town"])
def test_words_are_corrected_and_comments_stay(text: str, theme: str) -> None:
    changed = reworded(text, theme, {"any": ("boat*", "it's: #1"), "not": ("love boat",)}, "themes.yaml")
    (rules,) = (one.rules for one in parse_themes(changed, "") if one.id == theme)
    assert (rules.any, rules.not_, rules.phrases) == (("boat*", "it's: #1"), ("love boat",), ())
    assert [c for c in comments(text) if c not in comments(changed)] == []
    others = [one for one in parse_themes(text, "") if one.id != theme]
    assert [one for one in parse_themes(changed, "") if one.id != theme] == others


def test_an_empty_list_is_taken_away_and_one_that_is_not_named_stays() -> None:
    both = reworded(BLOCK, "sea", {"phrases": ("high tide",)}, "")
    changed = reworded(both, "sea", {"any": ()}, "")
    assert (parse_themes(changed, "")[0].rules.any, parse_themes(changed, "")[0].rules.phrases) == ((), ("high tide",))
    assert reworded(BLOCK, "sea", {"any": ("ferr*", "quay")}, "") == BLOCK


@pytest.mark.parametrize("text", [BLOCK, FLOW])
@pytest.mark.parametrize("theme", ["sea", "town"])
def test_a_theme_is_removed_and_what_stands_around_it_stays(text: str, theme: str) -> None:
    changed = without_theme(text, theme, "")
    left = [one for one in parse_themes(text, "") if one.id != theme]
    assert list(parse_themes(changed, "")) == left
    assert set(changed.splitlines()) < set(text.splitlines())
    assert parse_themes(without_theme(changed, "town" if theme == "sea" else "sea", ""), "") == ()


def test_a_block_of_text_whose_last_line_looks_like_a_comment_goes_whole() -> None:
    block = "themes:\n- id: sea\n  prefLabel: Sea\n  scopeNote: |\n    The sea.\n    # not a comment\n  # a comment\n"
    left = "- id: town\n  prefLabel: Town\n"
    assert without_theme(block + left, "sea", "") == "themes:\n  # a comment\n" + left


def test_what_named_a_removed_theme_names_what_that_was_part_of() -> None:
    changed = without_theme(LINKED, "port", "")
    assert [(one.id, one.broader, one.related) for one in parse_themes(changed, "")] == [
        ("sea", "", ()),
        ("quay", "sea", ()),
        ("town", "", ("sea",)),
    ]
    assert "# a part" in changed


def test_what_cannot_be_edited_is_refused_and_unknown_themes_are_named() -> None:
    with pytest.raises(NotFoundError, match="no theme 'air'"):
        without_theme(BLOCK, "air", "")
    for text in ("themes: [{id: sea, prefLabel: Sea}]\n", "themes:\n-\n  id: sea\n  prefLabel: Sea\n"):
        with pytest.raises((RefusedError, FormatError)):
            without_theme(text, "sea", "")
        with pytest.raises((RefusedError, FormatError)):
            reworded(text, "sea", {"any": ("boat",)}, "")


def comments(text: str) -> list[str]:
    return [line[line.index("#") :] for line in text.splitlines() if "# " in line]
