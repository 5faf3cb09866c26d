"""Files that BibTeX's `file` names, as JabRef, Zotero, Mendeley and Calibre write it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SPLIT = re.compile(r"(?<!\\);")
_COLON = re.compile(r"(?<!\\):")
_ESCAPED = re.compile(r"\\([\\:;_&%#${}])")
_TYPE = re.compile(r"(?:[A-Za-z]+/[\w.+-]+|[A-Za-z0-9 ._-]{0,30})\Z")


def files(value: str) -> Iterator[str]:
    """The paths in a `file` field."""
    value = value.replace("{\\_}", "_").replace("$\\backslash$", "\\")
    for entry in _SPLIT.split(value):
        if path := _path(entry.strip()):
            yield path


def _path(entry: str) -> str:
    """The path of `description:path:type`, of `:path:type`, or of a path alone."""
    parts = _COLON.split(entry)
    if len(parts) > 2 and _TYPE.match(parts[-1]):
        entry = ":".join(parts[1:-1])
    elif len(parts) == 2 and len(parts[0]) > 1 and not parts[1].startswith("//"):
        entry = parts[1]
    return _ESCAPED.sub(r"\1", entry).strip()
