"""One field changes; what a person wrote around it stays to the letter."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.errors import FormatError
from briefing_tui.support import yaml
from tests.unit.support.awkward import TEXTS

HAND_WRITTEN = """\
# what the house wants
title: The line   # two spaces before this

views:
  # the ones of every morning
  Unread:
    reading: unread   # new ones
  # and this
  Iran: {theme: [iran]}
# below the views
note: |
  kept

unknown: [1,   2]
# the end
"""


def edited(path: tuple[str, ...], value: Any, text: str = HAND_WRITTEN) -> str:
    return yaml.edited(text, path, value, file="briefing.yaml")


def test_a_new_entry_comes_after_the_last_one() -> None:
    after = edited(("views", "Mine"), {"words": "putin"})
    assert after == HAND_WRITTEN.replace("{theme: [iran]}\n", "{theme: [iran]}\n  Mine: {words: putin}\n")


def test_an_entry_is_replaced_alone() -> None:
    after = edited(("views", "Unread"), {"theme": ["arms", "iran"]})
    old = "  Unread:\n    reading: unread   # new ones\n"
    assert after == HAND_WRITTEN.replace(old, "  Unread: {theme: [arms, iran]}\n")


def test_an_entry_is_taken_away_alone_and_the_last_one_with_its_block() -> None:
    once = edited(("views", "Iran"), None)
    assert once == HAND_WRITTEN.replace("  Iran: {theme: [iran]}\n", "")
    twice = edited(("views", "Unread"), None, once)
    block = HAND_WRITTEN[HAND_WRITTEN.index("views:") : HAND_WRITTEN.index("  # and this")]
    assert twice == once.replace(block, "# the ones of every morning\n")
    assert "views" not in yaml.load(twice)


def test_a_block_that_is_not_there_is_made_at_the_end() -> None:
    assert edited(("views", "A"), {"words": "x"}, "") == "views:\n  A: {words: x}\n"
    assert edited(("views", "A"), {"words": "x"}, "# hi\n").startswith("# hi\nviews:")
    assert edited(("views", "A"), {"words": "x"}, "a: 1\n# hi").startswith("a: 1\nviews:\n  A: {words: x}\n# hi")
    assert yaml.load(edited(("views", "A"), {"words": "x"}, "a: |\n  b\n\n\n# hi\n")) == {
        "a": "b\n",
        "views": {"A": {"words": "x"}},
    }


@pytest.mark.parametrize("empty", ["views:\n", "views: {}\n", "views: ~\n", "views: {A: {words: y}}\n"])
def test_a_block_of_another_form_becomes_one(empty: str) -> None:
    after = edited(("views", "A"), {"words": "x"}, f"title: T\n{empty}author: A\n")
    assert yaml.load(after) == {"title": "T", "views": {"A": {"words": "x"}}, "author": "A"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("# top\n{format: 1, style: a} # mine\n# end\n", "# top\n# mine\nformat: 1\nstyle: a\n{}# end\n"),
        (
            "{format: 1, # in # one\n  # whole\n  style: 'a #b',\n} # mine\n",
            "# in # one\n# whole\n# mine\nformat: 1\nstyle: 'a #b'\n{}",
        ),
        ("%YAML 1.1\n--- {ü: 'é # no'} # 😀 é\n...\n", "%YAML 1.1\n# 😀 é\n---\nü: 'é # no'\n{}...\n"),
        ("# top\n{} # mine\n", "# top\n# mine\n{}"),
        ("{a: 1}\r\n# end\r\n", "a: 1\n{}# end\r\n"),
    ],
)
def test_a_document_in_braces_keeps_its_comments(text: str, wanted: str) -> None:
    after = edited(("views", "A"), {"words": "x"}, text)
    assert after == wanted.replace("{}", "views: {A: {words: x}}\n")


@pytest.mark.parametrize(
    ("views", "wanted"),
    [
        ("views: {A: {words: y}, # one\n  # two\n  B: {words: z}} # three\n", "# one\n# two\n# three\nviews:\n"),
        ("views: # to come\n  B: {words: z}\n", "views: # to come\n"),
        ("views: {B: {words: z}} # three\n", "# three\nviews:\n"),
    ],
)
def test_views_in_braces_keep_their_comments(views: str, wanted: str) -> None:
    after = edited(("views", "A"), {"words": "x"}, f"# top\n{views}title: T # t\n")
    assert after.startswith(f"# top\n{wanted}")
    assert after.endswith("title: T # t\n")
    assert yaml.load(after)["views"] == {"A": {"words": "x"}, "B": {"words": "z"}}


def test_the_comments_of_a_block_outlive_its_last_entry() -> None:
    text = "note: |\n  kept\nviews: # all\n  # about a\n\n  a: {words: x} # own\n  # below\nb: 1\n"
    assert edited(("views", "a"), None, text) == "note: |\n  kept\n# all\n# about a\n  # below\nb: 1\n"
    assert edited(("views", "a"), None, "# about a\n{views: {a: {}}} # mine\n") == "# about a\n# mine\n{}\n"


def test_what_is_malformed_is_left_alone() -> None:
    with pytest.raises(FormatError, match="not YAML"):
        edited(("views", "A"), {}, "a: [\n")


VIEWS = st.dictionaries(TEXTS, st.dictionaries(st.sampled_from(["theme", "words"]), TEXTS, max_size=2), max_size=4)


@given(VIEWS, TEXTS)
def test_any_name_can_be_set_and_taken_away_again(views: dict[str, Any], name: str) -> None:
    text = yaml.dump({"title": "T", "views": views, "z": "1"})
    after = edited(("views", name), {"words": "x"}, text)
    assert yaml.load(after, limit=None)["views"] == {**views, name: {"words": "x"}}
    gone = yaml.load(edited(("views", name), None, after), limit=None)
    assert gone.get("views", {}) == {n: v for n, v in views.items() if n != name}
