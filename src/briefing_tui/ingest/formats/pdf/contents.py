"""The table of contents of a PDF: what stands under such a heading and is nothing but names with pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document import Block, Shape

_HEADING = re.compile(
    r"(?:\d{1,3}\s+)?(?:(?:table of |list of )?(?:contents|figures|tables)|inhalt(?:sverzeichnis|sübersicht)?|"
    r"(?:abbildungs|tabellen)verzeichnis|sommaire|table des (?:matières|figures)|índice|indice|содержание|оглавление)"
    r"(?:\s+\d{1,3})?",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"\S.*?(?:[\s.·…|_]+)(?P<page>\d{1,4}|[ivxlc]{1,7})\s*\Z", re.IGNORECASE)
_PAGE = re.compile(r"(?:\.\s?){3,}\s*(?:\d{1,4}|[ivxlc]{1,7})(?=\s|\Z)|…+\s*\d{1,4}(?=\s|\Z)", re.IGNORECASE)
LEADERS = 2
"""Runs of dots with a page behind them that a paragraph has which was a list of several entries."""


def contents(blocks: Sequence[Block]) -> Iterator[int]:
    """Indices of the headings and blocks that are tables of contents."""
    inside: list[int] = []
    for index, block in enumerate(blocks):
        if block.shape is Shape.FURNITURE:
            continue
        if inside and _is_entries(block.text):
            inside.append(index)
            continue
        if len(inside) > 1:
            yield from inside
        inside = [index] if _HEADING.fullmatch(block.text.strip()) else []
    if len(inside) > 1:
        yield from inside


def _is_entries(text: str) -> bool:
    """Whether every line is a name with its page, the pages in order; or dots lead to several of them."""
    if len(_PAGE.findall(text)) >= LEADERS:
        return True
    found = [_ENTRY.match(line) for line in text.split("\n") if line.strip()]
    pages = [int(match["page"]) for match in found if match and match["page"].isdigit()]
    return bool(found) and all(found) and pages == sorted(pages)
