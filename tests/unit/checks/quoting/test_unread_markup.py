"""Markup of Markdown and HTML that own text does not know is told; what only looks like it is not."""

from __future__ import annotations

import pytest

from briefing_tui.checks import RULES, Subject
from briefing_tui.checks.quoting.unread_markup import unread_markup
from briefing_tui.model import Brief


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("So.\n# What follows\nThen.", [("a heading", "# What follows")]),
        ("> He left", [("a block quote", "> He left")]),
        ("So:\n* one\n* two", [("an item of a list", "* one")]),
        ("So:\n• one", [("an item of a list", "• one")]),
        ("See [the quay](https://quay.example/a).", [("a link", "[the quay](https://quay.exampl…")]),
        ("See <https://quay.example>.", [("a link", "<https://quay.example>")]),
        ("![A map](map.png)", [("a picture", "![A map](map.png)")]),
        ("| Port | Ships |\n|---|---|\n| A | 2 |", [("a table", "| Port | Ships |")]),
        ("The `line` holds", [("code", "`line`")]),
        ("So[^1] it is", [("a note", "[^1]")]),
        ("It ~~never~~ holds", [("words struck out", "~~never~~")]),
        ("It <b>never</b> holds", [("HTML", "<b>")]),
        ("- a\n    * b\n- c", [("an item within an item", "* b")]),
        ("1. a\n   - x\n     2. y", [("an item within an item", "2. y")]),
        ("1. a\n   1) x", [("an item within an item", "1) x")]),
        ("1) a\n2) b", [("a number with a bracket", "1) a")]),
        ("So.\n---\nThen.", [("a line across", "---")]),
        ("# One\n> Two", [("a heading", "# One"), ("a block quote", "> Two")]),
    ],
)
def test_it_is_told_with_how_it_begins(text: str, found: list[tuple[str, str]]) -> None:
    assert [(what, sign.removesuffix("…")[:29]) for what, sign in unread_markup(text)] == [
        (what, sign.removesuffix("…")[:29]) for what, sign in found
    ]


@pytest.mark.parametrize(
    "text",
    [
        "*So* it _is_ **done** [@e1] [@e2; @e3].",
        "Three:\n- one\n- two\n1. one\n2. two",
        "- a\n  - b\n    1. c\n- d",
        "1. a\n   - x\n2. b\n\t1. c",
        "#1 of the list, # 2 and C# as well",
        "> 50 % of ships, 3 > 2, a < b and b > c",
        "either|or, |x| < 2",
        "He [the minister] (of defence) left",
        "2 * 3, 2*3 and + 4",
        "The ’90s, the `ayn of ʿAbd and ~5 km",
        "[sic] (see below)",
    ],
)
def test_what_only_looks_like_it_is_let_through(text: str) -> None:
    assert unread_markup(text) == []


def test_it_is_a_warning_at_its_place() -> None:
    (hit,) = RULES["own-words.markup"].find(Subject(Brief("b", bottom_line="# So\nIt is."), {}, {}))
    assert (hit.place, RULES["own-words.markup"].severity.value) == ("bottom-line", "warning")
    assert "a heading (# So)" in hit.message
