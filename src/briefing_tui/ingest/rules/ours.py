"""An article of ours that someone else has made: what its header says beyond the fields that every document has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ...errors import ImportFailedError
from ...model import Metadata, NamedSpeaker
from ...model.formats import FORMAT
from .metadata import FIELDS

_CSL = frozenset({*FIELDS, "format", "type", "themes", "custom"})
_CUSTOM = frozenset({"text", "digest-of", "states", "evidence", "speakers", "pages", "republished-by"})
_ELSEWHERE = ("original", "version-of", "original-paragraphs", "paragraph-themes")
"""Under `custom`, what means nothing away from its own corpus: other articles, its files, its themes."""


def check_format(name: str, fields: Mapping[str, Any]) -> None:
    """Refuse an article of a newer format.

    Raises:
        ImportFailedError: for that.
    """
    number = _number(fields.get("format"))
    if number > FORMAT:
        what = f"made by a newer version: format {number}, this program knows {FORMAT}"
        raise ImportFailedError(what, where=name, hint="update the program; the file is left as it is")


def taken_over(metadata: Metadata, fields: Mapping[str, Any]) -> tuple[Metadata, tuple[str, ...]]:
    """Add what the header of an article of ours states, and say what of it was left out."""
    custom = fields.get("custom")
    custom = custom if isinstance(custom, dict) else {}
    evidence = custom.get("evidence")
    evidence = {k: str(v) for k, v in evidence.items() if k in FIELDS} if isinstance(evidence, dict) else {}
    left = [f"custom.{name}" for name in _ELSEWHERE if custom.get(name)]
    left += ["themes"] if fields.get("themes") else []
    warnings = (f"not taken over, since it refers to the corpus it comes from: {', '.join(left)}",) if left else ()
    known = _CUSTOM | set(_ELSEWHERE)
    found = replace(
        metadata,
        evidence={**metadata.evidence, **evidence},
        speakers=tuple(_speakers(custom.get("speakers"))),
        pages=dict(_pages(custom.get("pages"))),
        extra={**metadata.extra, **{k: v for k, v in fields.items() if k not in _CSL}},
        custom_extra={k: v for k, v in custom.items() if k not in known},
    )
    return found, warnings


def _speakers(value: Any) -> list[NamedSpeaker]:
    entries = [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []
    return [
        NamedSpeaker(
            str(entry["name"]),
            str(entry.get("role") or ""),
            tuple(filter(None, map(_number, _list(entry.get("paragraphs"))))),
            {k: v for k, v in entry.items() if k not in {"name", "role", "paragraphs"}},
        )
        for entry in entries
        if entry.get("name")
    ]


def _pages(value: Any) -> list[tuple[int, tuple[int, int]]]:
    """First and last page by ¶; an entry that is none is left out."""
    found = []
    for paragraph, pages in value.items() if isinstance(value, dict) else ():
        ends = [_number(page) for page in _list(pages)]
        if _number(paragraph) and ends and all(ends):
            found.append((_number(paragraph), (ends[0], ends[-1])))
    return found


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _number(value: Any) -> int:
    """A whole number, which a header that is read as text has as its figures; 0 for anything else."""
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
