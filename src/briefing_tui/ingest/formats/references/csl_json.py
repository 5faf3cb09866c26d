"""CSL-JSON: a list of items, or one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ....errors import ImportFailedError
from ...document import Source, Unread
from ..encoding import decode
from .records import TYPES, Record, sources, unread

HINT = "export the references as CSL-JSON (in Zotero: Export Items, CSL JSON)"


def read_csl_json(name: str, data: bytes) -> Sequence[Source | Unread]:
    """Read a CSL-JSON file; other JSON is refused.

    Raises:
        ImportFailedError: for what is no JSON, and for JSON that holds no references.
    """
    try:
        found = json.loads(decode(name, data).text)
    except json.JSONDecodeError as error:
        place = f"{name}, line {error.lineno}"
        raise ImportFailedError(f"this is no valid JSON: {error.msg}", where=place, hint=HINT) from error
    except (ValueError, RecursionError) as error:
        what = "this JSON is nested too deeply, or holds a number that is too long"
        raise ImportFailedError(what, where=name, hint=HINT) from error
    items = found if isinstance(found, list) else [found]
    if not any(_is_item(item) for item in items):
        raise ImportFailedError("this JSON holds no references as CSL-JSON has them", where=name, hint=HINT)
    return sources(_records(name, items))


def _is_item(item: Any) -> bool:
    if not isinstance(item, Mapping):
        return False
    stated = item.get("type")
    return (isinstance(stated, str) and stated in TYPES) or (
        "id" in item and bool({"title", "author", "issued"} & set(item))
    )


def _records(name: str, items: Sequence[Any]) -> Iterator[Record | Unread]:
    for number, item in enumerate(items, 1):
        place = f"record {number}"
        if not isinstance(item, Mapping) or not item:
            what = "this entry of the list is no reference"
            yield unread(place, what, name=name, place=place, hint='each one is {"id": …, "type": …, "title": …}')
            continue
        key = item.get("citation-key") or item.get("id") or item.get("citation-label")
        variables = {k: v for k, v in item.items() if k not in {"attachments", "file", "files", "citation-key"}}
        links = tuple(_links(item))
        yield Record(str(key or ""), variables, "CSL-JSON", place, number, links=links)


def _links(item: Mapping[str, Any]) -> Iterator[str]:
    """Files that an item names: no variable of CSL, but what exporters add."""
    for field in ("attachments", "files", "file"):
        value = item.get(field)
        for entry in value if isinstance(value, list) else [value]:
            path = (entry.get("path") or entry.get("localPath")) if isinstance(entry, Mapping) else entry
            if isinstance(path, str):
                yield path
