"""Patches: the difference of two documents, applied and taken back."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model.patch import PatchError, Plain, apply, diff, invert

LEAVES = st.text("ab\u2028", max_size=2) | st.integers(2, 5) | st.booleans() | st.none()
KEYS = st.sampled_from(["id", "a", "b", "c"])
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=10
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, max_size=4)


@given(DOCUMENTS, DOCUMENTS)
def test_there_and_back(old: Plain, new: Plain) -> None:
    before = copy.deepcopy(old)
    patch = diff(old, new)
    assert apply(patch, old) == new
    assert apply(invert(patch), new) == old
    assert invert(invert(patch)) == patch
    assert old == before, "a document is never changed in place"
    assert bool(patch) == (old != new)
    assert apply(json.loads(json.dumps(patch)), old) == new, "a journal line holds it"


@given(DOCUMENTS, DOCUMENTS, DOCUMENTS)
def test_what_does_not_fit_is_refused_or_right(old: Plain, new: Plain, other: Plain) -> None:
    """A patch never leaves a document half changed: it fits and can be taken back, or it is refused."""
    patch = diff(old, new)
    before = copy.deepcopy(other)
    try:
        changed = apply(patch, other)
    except PatchError:
        assert other == before
    else:
        assert apply(invert(patch), changed) == other or other != old


@pytest.mark.parametrize(
    ("old", "new", "patch"),
    [
        ({"a": 1}, {"a": 2}, [{"at": ["a"], "old": 1, "new": 2}]),
        ({}, {"a": 2}, [{"at": ["a"], "new": 2}]),
        ({"a": None}, {}, [{"at": ["a"], "old": None}]),
        ({"a": {"b": 1, "c": 1}}, {"a": {"b": 1, "c": 2}}, [{"at": ["a", "c"], "old": 1, "new": 2}]),
        ({"a": [2, 3, 4]}, {"a": [2, 4]}, [{"at": ["a"], "from": 1, "old": [3], "new": []}]),
        (
            {"a": [{"id": "x", "n": 1}, {"id": "y", "n": 2}]},
            {"a": [{"id": "x", "n": 1}, {"id": "y", "n": 3}]},
            [{"at": ["a", 1, "n"], "old": 2, "new": 3}],
        ),
    ],
)
def test_patches_are_small(old: Plain, new: Plain, patch: list[dict[str, Any]]) -> None:
    assert diff(old, new) == patch


@pytest.mark.parametrize(
    ("operation", "document"),
    [
        ({"at": ["a"], "old": 1, "new": 2}, {"a": 3}),
        ({"at": ["a"], "old": 1, "new": 2}, {}),
        ({"at": ["a"], "old": 1}, {"a": 2}),
        ({"at": ["a"], "new": 1}, {"a": 2}),
        ({"at": ["a", "b"], "old": 1, "new": 2}, {"a": 5}),
        ({"at": ["a", 3], "old": 1, "new": 2}, {"a": [1]}),
        ({"at": ["a"], "from": 0, "old": [1], "new": []}, {"a": [2]}),
        ({"at": ["a"], "from": 0, "old": [1], "new": []}, {"a": "text"}),
    ],
)
def test_what_is_not_there_cannot_be_replaced(operation: dict[str, Any], document: Plain) -> None:
    with pytest.raises(PatchError):
        apply([operation], document)


def test_what_did_not_change_is_the_same_object() -> None:
    old = {"a": {"x": [1]}, "b": {"y": 1}}
    new = apply([{"at": ["b", "y"], "old": 1, "new": 2}], old)
    assert new["a"] is old["a"]
