"""Plain values as YAML: which text is quoted, which becomes a block, which collection fits on a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import yaml

LINE = 88
"""Characters. A list or mapping of short values that is no longer stands on one line."""
LONG = 90
"""Characters. A text that is longer becomes a block, which can be edited without a thought to quotation marks."""

_DUMPER: Any = getattr(yaml, "CBaseDumper", yaml.BaseDumper)
_TEXT, _LIST, _MAP = "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"
_AMBIGUOUS = re.compile(
    r"|~|null|true|false|yes|no|on|off|y|n|=|<<|[-+]?\.?\d[\d_.,:]*(e[-+]?\d*)?|[-+]?0[xob][\da-f_]+"
    r"|[-+]?\.(inf|nan)|\d{4}-\d\d?-\d\d?[Tt\s].*",
    re.IGNORECASE | re.DOTALL,
)
"""What some reader of YAML 1.1 or 1.2 takes for something other than a text."""
_ESCAPED = re.compile("[^\\n\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufdcf\\ufdf0-\\ufefe\\uff00-\\ufffd]")
"""What only double quotation marks carry: control characters, line ends that are none of ours, all above U+FFFF."""
_NO_BLOCK = re.compile(r"^\s|[ \t]\n|\n[ \t]|\s\Z|\n\n\n")
_NO_FOLD = re.compile(r"\s\s|^\s|\s\Z|\n")


def write(plain: Mapping[str, Any]) -> str:
    """A document whose own fields stand on lines of their own."""
    fields = [(_scalar(k), _node(v)) for k, v in plain.items()]
    root = yaml.MappingNode(_MAP, fields, flow_style=not fields)
    return str(yaml.serialize(root, Dumper=_DUMPER, allow_unicode=True, width=100))


def _node(value: Any) -> Any:
    """The node for texts, whole numbers, truth values, `None`, and mappings and lists of them."""
    if isinstance(value, Mapping):
        pairs = [(_scalar(k), _node(v)) for k, v in value.items()]
        return yaml.MappingNode(_MAP, pairs, flow_style=_fits(n for pair in pairs for n in pair))
    if isinstance(value, list | tuple):
        nodes = [_node(v) for v in value]
        entries = any(isinstance(v, Mapping) for v in value)  # each on a line of its own
        return yaml.SequenceNode(_LIST, nodes, flow_style=not entries and _fits(nodes))
    return _scalar(value)


def _scalar(value: Any) -> yaml.ScalarNode:
    if isinstance(value, str):
        return yaml.ScalarNode(_TEXT, str(value), style=_style(value))
    words = {None: "null", True: "true", False: "false"}
    return yaml.ScalarNode(_TEXT, words[value] if value is None or isinstance(value, bool) else repr(value))


def _style(text: str) -> str | None:
    if _ESCAPED.search(text):
        return '"'
    if "\n" in text:
        return '"' if _NO_BLOCK.search(text) else "|"
    if len(text) > LONG:
        return '"' if _NO_FOLD.search(text) else ">"
    return "'" if _AMBIGUOUS.fullmatch(text) else None


def _fits(nodes: Iterable[Any]) -> bool:
    """Whether nodes stand on one line: short texts, and lists and mappings that fit themselves and are not empty."""
    length = 0
    for node in nodes:
        if isinstance(node, yaml.ScalarNode):
            if node.style in ("|", ">", '"'):
                return False
        elif not node.flow_style or not node.value:
            return False
        length += _length(node)
        if length > LINE:
            return False
    return True


def _length(node: Any) -> int:
    """About how many characters a node takes on one line."""
    if isinstance(node, yaml.ScalarNode):
        return len(node.value) + 2
    children = [n for p in node.value for n in p] if isinstance(node, yaml.MappingNode) else node.value
    return 4 + sum(map(_length, children))
