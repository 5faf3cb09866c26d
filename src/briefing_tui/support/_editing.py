"""One field of a YAML file written by hand is set or taken away; every other line stays as it is.

Where what holds the field must be written anew, as a mapping in braces must, its comments come to stand above it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import indent
from typing import Any

import yaml

from ..errors import FormatError
from ._reading import Reading
from ._values import resolved
from ._writing import write

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def edit(text: str, path: Sequence[str], value: Any, file: str, *, comments: bool = False) -> str:
    """The text with the field at `path` set to a value, or taken away where that is `None`.

    Where wanted, the comments in the field's own lines come to stand above it.

    Raises:
        FormatError: where the text is malformed, or written so that the field cannot be changed by itself.
    """
    wanted = _changed(resolved(Reading(file).document(text, None)), path, value)
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    root: Any = yaml.compose(text, Loader=_LOADER)
    if isinstance(root, yaml.MappingNode) and root.flow_style:
        result = "".join(_unfolded(lines, root, wanted))
    elif root is None or not root.value:
        added = () if value is None else _block(path[:1], wanted, 0, whole=len(path) == 1)
        result = "".join((*lines, *added))
    else:
        result = "".join(_edited(lines, root, path, value, wanted, comments=comments))
    if resolved(Reading(file).document(result, None)) != wanted:
        hint = "change it by hand"
        raise FormatError("one field alone cannot be changed in it", file=file, field=path[0], hint=hint)
    return result


def _edited(
    lines: list[str], root: Any, path: Sequence[str], value: Any, wanted: Mapping[str, Any], *, comments: bool
) -> list[str]:
    """The lines with the innermost block changed that has, or shall have, the field."""
    node, depth = root, 0
    while True:
        found = next(((key, inner) for key, inner in node.value if key.value == path[depth]), None)
        if found is None:
            begin = own = end = _end(node)
            break
        key, inner = found
        begin, end = key.start_mark.line, max(key.end_mark.line + 1, _end(inner))
        own = begin if depth == len(path) - 1 and not comments else end
        block = isinstance(inner, yaml.MappingNode) and not inner.flow_style and inner.value
        if block and value is None and len(inner.value) == 1 and depth == len(path) - 2:
            own = end if comments else inner.value[0][0].start_mark.line  # the block goes with its only field
            break
        if depth == len(path) - 1 or not block:
            break
        node, depth = inner, depth + 1
    column = node.start_mark.column
    field = _block(path[: depth + 1], wanted, column, whole=depth == len(path) - 1)
    return [*lines[:begin], *_comments(lines, begin, own, column), *field, *lines[end:]]


def _unfolded(lines: list[str], root: Any, wanted: Mapping[str, Any]) -> list[str]:
    """The lines with the whole document, which was in braces, written a field a line."""
    begin, end = root.start_mark.line, root.end_mark.line + 1
    opening = lines[begin][: root.start_mark.column].strip()  # as of a document that begins with ---
    opened = [f"{opening}\n"] if opening else []
    return [*lines[:begin], *_comments(lines, begin, end, 0), *opened, *write(wanted), *lines[end:]]


def _comments(lines: Sequence[str], begin: int, end: int, column: int) -> list[str]:
    """The comments in some lines, each on a line of its own."""
    text, at, line, found = "".join(lines), 0, 0, []
    for token in yaml.scan(text, Loader=_LOADER):  # what stands between two of these is space or a comment
        for number, between in enumerate(text[at : token.start_mark.index].splitlines(), line):
            if begin <= number < end and "#" in between:
                found.append(" " * column + between[between.index("#") :] + "\n")
        at, line = token.end_mark.index, token.end_mark.line
    return found


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
