"""Words that a text has in quotation marks: where they stand, and whether somebody says them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..segments import Paragraph
from ..span import Span

QUOTED = "\x01"
"""Stands for every character in quotation marks, and as a sign for all of them."""

_MARK = re.compile(r"[“”„‟\"«»]|(?<!\w)‘(?=\w)|’(?!\w)")
_CLOSERS = {"“": '”"', "„": "“”‟", '"': '"”', "«": "»", "»": "«", "‘": "’", "”": "”", "‟": "”"}
MARKS = '“”"„«»‘’‹›'
"""Of quotations."""
_SIGNS = (",", ".", "!", "?", "…")
_SAID = 3
"""Words between quotation marks from which they count as somebody's."""
_RUN = re.compile(f"{QUOTED}+")


def masked(text: str, span: Span) -> tuple[str, bool]:
    """A paragraph with its words in quotation marks blotted out, marks included, at its length.

    Returns:
        the paragraph, and whether its last quotation is left open.
    """
    pieces: list[str] = []
    done = opened = span.start
    closers = ""
    for match in _MARK.finditer(text, span.start, span.end):
        sign = match.group()
        if not closers:
            if sign != "’":
                closers, opened = _CLOSERS[sign], match.start()
        elif sign in closers:
            pieces += text[done:opened], QUOTED * (match.end() - opened)
            done, closers = match.end(), ""
    if closers in ("", "’"):
        return "".join((*pieces, text[done : span.end])), False
    return "".join((*pieces, text[done:opened], QUOTED * (span.end - opened))), True


def runs(masked: str, offset: int) -> list[Span]:
    """Where the quotations of a paragraph stand in the text, marks included.

    Args:
        masked: the paragraph with its quotations blotted out.
        offset: where it begins in the text.
    """
    return [Span(offset + m.start(), offset + m.end()) for m in _RUN.finditer(masked)]


def in_quotation(text: str, paragraphs: Sequence[Paragraph], span: Span) -> bool:
    """Whether a passage is part of words in quotation marks, or holds some that somebody says and that are no term.

    Those are of some length, or have a sign of punctuation of their own: “Both,” he said.
    """
    for paragraph in paragraphs:
        if paragraph.span.overlaps(span):
            covered, _ = masked(text, paragraph.span)
            for run in filter(span.overlaps, runs(covered, paragraph.span.start)):
                words = run.slice(text)
                said = len(words.split()) >= _SAID or words.rstrip(MARKS).endswith(_SIGNS)
                if said or run.covers(span):
                    return True
    return False
