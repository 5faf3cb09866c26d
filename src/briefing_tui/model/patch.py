"""Patches: the difference between two plain documents, small, reversible, and fit for a journal line.

A document is what JSON can hold (dicts with text keys, lists, texts, numbers, booleans, `None`). A patch is a list of
operations, each a dict: `{"at": [keys and indices], "old": …, "new": …}` replaces a value (`old` or `new` absent where
the key was absent), `{"at": […], "from": n, "old": […], "new": […]}` replaces a run of a list.
"""

from __future__ import annotations

from typing import Any, TypeAlias

Plain: TypeAlias = dict[str, Any]
Operation: TypeAlias = dict[str, Any]
Patch: TypeAlias = list[Operation]


class PatchError(ValueError):
    """The patch does not fit the document: what it would replace is not there."""


def diff(old: Plain, new: Plain) -> Patch:
    """The operations that turn `old` into `new`; empty where they are equal."""
    patch: Patch = []
    _diff(old, new, [], patch)
    return patch


def apply(patch: Patch, document: Plain) -> Plain:
    """The patched document; `document` itself stays as it was.

    Raises:
        PatchError: where a value that the patch replaces is not what stands there.
    """
    result: Any = document
    for operation in patch:
        result = _apply(operation, result, 0)
    return dict(result)


def invert(patch: Patch) -> Patch:
    """The patch that takes `patch` back."""
    inverse = []
    for operation in reversed(patch):
        swapped = {k: v for k, v in operation.items() if k not in ("old", "new")}
        if "new" in operation:
            swapped["old"] = operation["new"]
        if "old" in operation:
            swapped["new"] = operation["old"]
        inverse.append(swapped)
    return inverse


def _diff(old: Any, new: Any, path: list[str | int], patch: Patch) -> None:
    if old is new or (type(old) is type(new) and old == new):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in [*old, *(k for k in new if k not in old)]:
            if key not in new:
                patch.append({"at": [*path, key], "old": old[key]})
            elif key not in old:
                patch.append({"at": [*path, key], "new": new[key]})
            else:
                _diff(old[key], new[key], [*path, key], patch)
    elif isinstance(old, list) and isinstance(new, list):
        _diff_lists(old, new, path, patch)
    else:
        patch.append({"at": path, "old": old, "new": new})


def _diff_lists(old: list[Any], new: list[Any], path: list[str | int], patch: Patch) -> None:
    shortest = min(len(old), len(new))
    head = 0
    while head < shortest and _equal(old[head], new[head]):
        head += 1
    tail = 0
    while tail < shortest - head and _equal(old[-1 - tail], new[-1 - tail]):
        tail += 1
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(before) == len(after) and all(map(_same_entry, before, after)):
        for n, (a, b) in enumerate(zip(before, after, strict=True), head):
            _diff(a, b, [*path, n], patch)
    else:
        patch.append({"at": path, "from": head, "old": before, "new": after})


def _equal(a: Any, b: Any) -> bool:
    return a is b or (type(a) is type(b) and a == b)


def _same_entry(a: Any, b: Any) -> bool:
    """Whether two dicts are one entry before and after: the same id."""
    return isinstance(a, dict) and isinstance(b, dict) and "id" in a and a["id"] == b.get("id")


def _apply(operation: Operation, value: Any, depth: int) -> Any:
    path = operation["at"]
    if depth == len(path):
        return _replace(operation, value)
    key = path[depth]
    if isinstance(value, dict):
        return _apply_to_key(operation, value, key, depth)
    if isinstance(value, list) and isinstance(key, int) and key < len(value):
        return [*value[:key], _apply(operation, value[key], depth + 1), *value[key + 1 :]]
    raise PatchError(f"nothing stands at {path}")


def _apply_to_key(operation: Operation, value: Plain, key: str, depth: int) -> Plain:
    last = depth == len(operation["at"]) - 1
    if last and "from" not in operation and ("old" not in operation or "new" not in operation):
        if "old" in operation:
            if key not in value or not _equal(value[key], operation["old"]):
                raise PatchError(f"{operation['at']} is not what it was")
            return {k: v for k, v in value.items() if k != key}
        if key in value and not _equal(value[key], operation["new"]):
            raise PatchError(f"{operation['at']} is there already")
        return {**value, key: operation["new"]}
    if key not in value:
        raise PatchError(f"nothing stands at {operation['at']}")
    return {**value, key: _apply(operation, value[key], depth + 1)}


def _replace(operation: Operation, value: Any) -> Any:
    if "from" not in operation:
        if not _equal(value, operation.get("old")):
            raise PatchError(f"{operation['at']} is not what it was")
        return operation.get("new")
    start, old = operation["from"], operation["old"]
    if not isinstance(value, list) or value[start : start + len(old)] != old:
        raise PatchError(f"{operation['at']} is not what it was")
    return [*value[:start], *operation["new"], *value[start + len(old) :]]
