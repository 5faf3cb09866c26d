"""YAML: nothing is turned into something else, nothing harmful is read, every error has its line."""

import subprocess
import sys
from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.errors import FormatError
from briefing_tui.support import yaml
from tests.unit.support.awkward import TEXTS, VALUES


@given(st.dictionaries(TEXTS, VALUES, max_size=5))
def test_every_text_comes_back(plain: dict[str, Any]) -> None:
    assert yaml.load(yaml.dump(plain), limit=None) == plain


@given(st.dictionaries(st.text("abc", min_size=1), TEXTS, max_size=3))
def test_other_readers_see_texts_too(plain: dict[str, str]) -> None:
    """What is written is quoted where a reader that guesses types would guess; dates alone are left to it."""
    seen = pyyaml.safe_load(yaml.dump(plain)) or {}
    assert {k: v for k, v in seen.items() if isinstance(v, str)} == {
        k: v for k, v in plain.items() if isinstance(seen[k], str)
    }
    assert all(plain[k] == str(v) for k, v in seen.items() if not isinstance(v, str))


def test_scalars_are_texts_and_nulls_are_none() -> None:
    text = "a: NO\nb: 1e3\nc: 2019-11-20\nd:\ne: ~\nf: null\ng: 'null'\nh: ''\ni: 010\n"
    expected = {
        "a": "NO",
        "b": "1e3",
        "c": "2019-11-20",
        "d": None,
        "e": None,
        "f": None,
        "g": "null",
        "h": "",
        "i": "010",
    }
    assert yaml.load(text) == expected


def test_order_blocks_and_short_collections() -> None:
    plain = {
        "z": "short",
        "a": {"x": 1, "z": [2, 3]},
        "long": "A sentence that is long enough to be a block, with a colon: and 'quotes' that nobody has to double.",
        "lines": "one\ntwo",
        "empty": [],
        "flag": True,
        "none": None,
    }
    assert yaml.dump(plain) == (
        "z: short\n"
        "a: {x: 1, z: [2, 3]}\n"
        "long: >-\n"
        "  A sentence that is long enough to be a block, with a colon: and 'quotes' that nobody has to double.\n"
        "lines: |-\n"
        "  one\n"
        "  two\n"
        "empty: []\n"
        "flag: true\n"
        "none: null\n"
    )


@pytest.mark.parametrize(
    ("text", "line", "field", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "a", "twice"),
        ("a:\n  b: {c: 1, c: 2}\n", 2, "a.b.c", "twice"),
        ("a:\n- x: 1\n- y: 1\n  y: 2\n", 4, "a[2].y", "twice"),
        ("a: &x 1\n", 1, "", "anchor"),
        ("b: 1\na: [*x]\n", 2, "a", "alias"),
        ("a: !!python/object:os.system x\n", 1, "", "tag"),
        ("- a\n- b\n", 1, "", "fields are expected"),
        ("just words\n", 1, "", "fields are expected"),
        ("a: 1\n---\nb: 2\n", 2, "", "second document"),
        ("a: 1\nb: c: d\n", 2, "", "not YAML"),
        ("a: 1\nb: [1, 2\n", 3, "", "not YAML"),
        ("a:\n\t- b\n", 2, "", "not YAML"),
        ("a: é\nb: \x07\n", 2, "", "control character"),
        ("a: 1\nb: \ud800\n", 2, "", "surrogate"),
        ("[a]: 1\n", 1, "", "name of a field"),
    ],
)
def test_errors_have_line_and_field(text: str, line: int, field: str, words: str) -> None:
    with pytest.raises(FormatError) as caught:
        yaml.load(text, file="x.yaml")
    error = caught.value
    assert (error.file, error.line, error.field) == ("x.yaml", line, field)
    assert words in error.message


@pytest.mark.parametrize(
    "bomb", ["a: " + "[" * 1_000_000 + "]" * 1_000_000, "a: " + "- " * 500_000, "a: " + "{a: " * 10_000]
)
def test_depth_does_no_harm(bomb: str) -> None:
    with pytest.raises(FormatError):
        yaml.load(bomb, limit=None)


def test_a_header_has_a_limit() -> None:
    with pytest.raises(FormatError, match="65,536"):
        yaml.load("a: " + "x" * 70_000)


@pytest.mark.parametrize("nothing", ["", "\n", "# a comment\n", "---\n"])
def test_nothing_is_no_fields(nothing: str) -> None:
    assert yaml.load(nothing) == {}


def test_lines_of_fields() -> None:
    text = "a: 1\nb:\n  c: 2\n  d:\n  - e: 3\n  - f: 4\n    g: 5\n"
    assert [yaml.line_of(text, p) for p in [("a",), ("b", "c"), ("b", "d", 1), ("b", "d", 1, "g")]] == [1, 3, 6, 7]
    assert yaml.line_of(text, ("b", "d", 7, "x")) == 4, "the nearest that is there"
    assert yaml.field_name(("b", "d", 1, "g")) == "b.d[2].g"


def test_unknown_values_keep_their_looks() -> None:
    loaded = yaml.load("i: 3\nt: '3'\nb: true\nz: 007\nd: 2019-11-20\nm: {k: [1, x]}\n")
    resolved = yaml.resolved(loaded)
    assert resolved == {"i": 3, "t": "3", "b": True, "z": "007", "d": "2019-11-20", "m": {"k": [1, "x"]}}
    assert yaml.dump(resolved).splitlines()[:3] == ["i: 3", "t: '3'", "b: true"]


def test_importing_it_brings_no_pyyaml() -> None:
    code = "import sys, briefing_tui.support, briefing_tui.storage; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
