"""One field of a YAML file written by hand is set or taken away; every other line stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import indent
from typing import Any

import yaml

from ..errors import FormatError
from ._reading import Reading
from ._writing import write
from .yaml import resolved

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def edit(text: str, path: Sequence[str], value: Any, file: str) -> str:
    """The text with the field at `path` set to a value, or taken away where that is `None`.

    Raises:
        FormatError: where the text is malformed, or written so that the field cannot be changed by itself.
    """
    wanted = _changed(resolved(Reading(file).document(text, None)), path, value)
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    root: Any = yaml.compose(text, Loader=_LOADER)
    if root is None or not root.value:
        added = () if value is None else _block(path[:1], wanted, 0, whole=len(path) == 1)
        result = "".join((*lines, *added))
    elif root.flow_style:
        result = write(wanted)
    else:
        result = "".join(_edited(lines, root, path, value, wanted))
    if resolved(Reading(file).document(result, None)) != wanted:
        hint = "change it by hand"
        raise FormatError("one field alone cannot be changed in it", file=file, field=path[0], hint=hint)
    return result


def _edited(lines: list[str], root: Any, path: Sequence[str], value: Any, wanted: Mapping[str, Any]) -> list[str]:
    """The lines with the innermost block changed that has, or shall have, the field."""
    node, depth = root, 0
    begin, end = _end(root), _end(root)
    while True:
        found = next(((key, inner) for key, inner in node.value if key.value == path[depth]), None)
        if found is None:
            begin = end = _end(node)
            break
        key, inner = found
        begin, end = key.start_mark.line, max(key.end_mark.line + 1, _end(inner))
        block = isinstance(inner, yaml.MappingNode) and not inner.flow_style and inner.value
        emptied = block and value is None and len(inner.value) == 1 and depth == len(path) - 2
        if depth == len(path) - 1 or not block or emptied:
            break
        node, depth = inner, depth + 1
    field = _block(path[: depth + 1], wanted, node.start_mark.column, whole=depth == len(path) - 1)
    return [*lines[:begin], *field, *lines[end:]]


def _block(path: Sequence[str], wanted: Mapping[str, Any], column: int, *, whole: bool) -> list[str]:
    """The lines of one field as it shall be; none where it shall not be."""
    inner: Any = wanted
    for step in path:
        if step not in inner:
            return []
        inner = inner[step]
    if whole or not isinstance(inner, Mapping):
        said = write({path[-1]: inner})
    else:  # what holds the field gets a line for each of its own
        said = write({path[-1]: None}).removesuffix(" null\n") + "\n" + indent(write(inner), "  ")
    return indent(said, " " * column).splitlines(keepends=True)


def _changed(plain: dict[str, Any], path: Sequence[str], value: Any) -> dict[str, Any]:
    """The plain values as they shall be; what becomes empty goes."""
    step, rest = path[0], path[1:]
    if rest:
        inner = plain.get(step)
        value = _changed(inner if isinstance(inner, dict) else {}, rest, value) or None
    others = {name: old for name, old in plain.items() if name != step}
    return others if value is None else {**plain, step: value}


def _end(node: Any) -> int:
    """The line after the last one that a node has something on; comments below it are nobody's."""
    if isinstance(node, yaml.ScalarNode):
        block = node.style in {"|", ">"}
        return int(node.end_mark.line) + (0 if block else 1)  # a block ends where the next line begins
    if node.flow_style or not node.value:
        return int(node.end_mark.line) + 1
    last = node.value[-1]
    if isinstance(last, tuple):
        return max(int(last[0].end_mark.line) + 1, _end(last[1]))
    return _end(last)
