"""Plain values from libyaml's events, without recursion: a deep or shared structure can do no harm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from ..errors import FormatError
from ._values import Path, Unquoted, field_name

DEEPEST = 32
"""Collections within each other; what people write has six."""

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_CANONICAL = re.compile(r"0|-?[1-9]\d{0,17}|true|false", re.ASCII)
_HINT = "quote a value that holds ': ' or ' #' or that begins with a sign of YAML, and indent by spaces"


class Reading:
    """One document being read; `file` is its name for errors."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._path: list[str | int] = []

    def document(self, text: str, limit: int | None) -> dict[str, Any]:
        """The mapping that the text holds.

        Raises:
            FormatError: see `yaml.load`.
        """
        if limit is not None and len(text) > limit:
            message = f"{len(text):,} characters are more than the {limit:,} that are read here"
            raise FormatError(message, file=self._file, line=1, hint="is this the right file? long text goes elsewhere")
        try:
            return self._build(_content(text))
        except yaml.YAMLError as error:
            raise self._syntax(error, text) from None
        except UnicodeEncodeError as error:
            line = text.count("\n", 0, error.start) + 1
            raise FormatError("half a surrogate pair is no character", file=self._file, line=line) from None

    def _build(self, events: Iterator[Any]) -> dict[str, Any]:
        root: dict[str, Any] = {}
        first = next(events, None)
        if first is None or (type(first) is yaml.ScalarEvent and not first.value):
            return root
        self._refuse(first)
        if type(first) is not yaml.MappingStartEvent:
            raise self._error("fields are expected here, as 'name: value'", first)
        stack: list[dict[str, Any] | list[Any]] = [root]
        key: str | None = None
        for event in events:
            kind = type(event)
            if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                stack.pop()
                del self._path[-1:]
                continue
            value = self._value(event)
            top = stack[-1]
            if isinstance(top, list):
                step: str | int = len(top)
                top.append(value)
            elif key is None:
                key = self._key(event, value, top)
                continue
            else:
                step, key = key, None
                top[step] = value
            if isinstance(value, dict | list):
                stack.append(value)
                self._path.append(step)
                if len(stack) > DEEPEST:
                    del self._path[3:]
                    raise self._error(f"more than {DEEPEST} lists and mappings within each other", event)
        return root

    def _value(self, event: Any) -> Any:
        kind = type(event)
        if kind is yaml.AliasEvent or event.tag is not None or event.anchor is not None:
            self._refuse(event)
        if kind is yaml.MappingStartEvent:
            return {}
        if kind is yaml.SequenceStartEvent:
            return []
        value: str = event.value
        if event.style:
            return value
        if value in _NULL:
            return None
        return Unquoted(value) if _CANONICAL.fullmatch(value) else value

    def _key(self, event: Any, value: Any, into: dict[str, Any]) -> str:
        if isinstance(value, dict | list):
            raise self._error("the name of a field is a text", event)
        name = str(event.value)
        if name in into:
            self._path.append(name)
            raise self._error("this field is there twice", event, "keep one of the two; nothing is merged silently")
        return name

    def _refuse(self, event: Any) -> None:
        if type(event) is yaml.AliasEvent:
            raise self._error(f"an alias (*{event.anchor}) is not read", event, "write the value out")
        if event.anchor is not None:
            raise self._error(f"an anchor (&{event.anchor}) is not read", event, "leave it out")
        if event.tag is not None:
            raise self._error(f"a tag ({event.tag}) is not read", event, "leave it out: fields have their types")

    def _error(self, message: str, event: Any, hint: str = "") -> FormatError:
        line = event.start_mark.line + 1
        return FormatError(message, file=self._file, line=line, field=field_name(self._path), hint=hint)

    def _syntax(self, error: yaml.YAMLError, text: str) -> FormatError:
        mark = getattr(error, "problem_mark", None)
        if mark is not None:
            message = ", ".join(filter(None, (getattr(error, "problem", ""), getattr(error, "context", ""))))
            return FormatError(f"this is not YAML: {message}", file=self._file, line=mark.line + 1, hint=_HINT)
        position = getattr(error, "position", 0)
        line = text.encode("utf-8", "surrogatepass").count(b"\n", 0, position) + 1
        hint = 'delete it, or write it as "\\x…" between double quotation marks'
        return FormatError("a control character stands here", file=self._file, line=line, hint=hint)


def find_line(text: str, path: Path) -> int:
    """The 1-based line of the field at `path`, or of the nearest that is there."""
    node: Any = yaml.compose(text, Loader=_LOADER)
    line = node.start_mark.line if node is not None else 0
    for step in path:
        found = _child(node, step)
        if found is None:
            break
        line, node = found
    return int(line) + 1


def _content(text: str) -> Iterator[Any]:
    """The events between the start and the end of the only document."""
    loader = _LOADER(text)
    outside = (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent)
    documents = 0
    while loader.check_event():
        event: Any = loader.get_event()
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                mark: Any = event.start_mark
                raise yaml.MarkedYAMLError(problem="a second document begins", problem_mark=mark)
        elif not isinstance(event, outside):
            yield event


def _child(node: Any, step: str | int) -> tuple[int, Any] | None:
    """The 0-based line and the node of a field of a mapping or an entry of a list."""
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark.line, node.value[step]
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key.start_mark.line, value
    return None
