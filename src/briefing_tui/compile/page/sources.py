"""The list of sources as HTML: a few in two columns of our own, more in columns that the engine balances. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from briefing_tui.citations import Text, source_place

from .markup import block, citation

FEW = 12
"""Sources that stay together on one page, in two columns of our own: to balance more of them is left to the engine."""
LINE = 60
"""Characters of a source in a line of a column, about."""


def listed(sources: Sequence[tuple[Text, ...]]) -> str:
    """The entries, each a place that notes lead to."""
    entries = [
        f'<li id="{source_place(n)}"{block(f"source {n}")}>{citation(source)}</li>'
        for n, source in enumerate(sources, 1)
    ]
    texts = ["".join(text.text for text in source) for source in sources]
    if len(sources) > FEW:
        return f"<ul>{''.join(entries)}</ul>"
    at = middle(texts)
    halves = (f"<ul>{''.join(half)}</ul>" for half in (entries[:at], entries[at:]) if half)
    return f'<div class="halves">{"".join(halves)}</div>'


def middle(texts: Sequence[str]) -> int:
    """How many of some texts stand in the first of two columns, so that these are as short as can be."""
    lines = [ceil(len(text) / LINE) for text in texts]
    return min(range(len(texts), 0, -1), key=lambda n: max(sum(lines[:n]), sum(lines[n:])))
