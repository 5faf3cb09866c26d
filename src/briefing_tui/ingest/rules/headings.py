"""Headings in plain text, and sentences that a blank line has broken in two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..document import Block, Shape
from ..joining import SENTENCE_END, join_all
from .furniture import is_title_like

LONGEST = 14
"""Words of a heading."""

_ASKS = re.compile(
    r"(?:why|what|how|who|whose|where|when|which|is|are|was|were|can|could|will|would|does|do|did|should|has|have|must|"
    r"warum|was|wie|wer|pourquoi|comment|qui|qu['’]|почему|что|как|кто|зачем|por qué|qué|cómo)\b",
    re.IGNORECASE,
)
_INNER_END = re.compile(r"(?:[^\W\d_]{5,}|\d)[.!?][”\"’)]*\s|[.!?][”\"’]?\s+[(\[]")
"""The end of a sentence within a line; a shorter word before the stop may be abbreviated."""
_BREAKS_OFF = re.compile(r"\b(?:and|or|but|the|a|an|of|und|oder|et|ou|y|и|или)\Z", re.IGNORECASE)
_WANTS_MORE = re.compile(
    r"(?:,|[-–—]|[^\W\d_]s['’]|['’]s|\b(?:a|an|the|of|to|in|on|at|by|for|from|with|without|into|onto|over|under|between|"
    r"among|against|about|as|than|that|which|who|whose|whom|and|or|but|nor|if|because|while|when|where|is|are|was|were|"
    r"be|been|being|has|have|had|will|would|can|could|may|might|must|shall|should|not|its|their|his|her|our|your|my|"
    r"this|these|those|such|very|more|most|less|de|la|le|les|des|du|et|ou|que|qui|dans|der|die|das|und|mit|von|в|на|и|с|"
    r"по|что|от|до|для))\Z",
    re.IGNORECASE,
)
_OPENS_A_NAME = re.compile(r"(?:al|el|de|del|da|di|du|van|von|ben|bin|ibn|iphone|ipad|ebay)\b")
_PLAIN_WORD = re.compile(r"[^\W\d_]+(?:,?\s)")


def find_headings(blocks: Sequence[Block], *, markup: bool) -> list[Block]:
    """Find the headings that the source does not mark: short lines without a full stop between paragraphs.

    Args:
        blocks: the text.
        markup: whether it marks its headings itself; then only whole lines in bold are looked at.
    """
    found: list[Block] = []
    run: list[Block] = []
    for block in blocks:
        if block.shape is Shape.HEADING or _could_be_heading(block, markup=markup):
            run.append(block)
            continue
        found += _settled(run)
        found.append(block)
        run = []
    return found + run


def _settled(run: list[Block]) -> list[Block]:
    """Lines like headings before a paragraph: one, or a part and its section; more of them are text.

    A question under another heading is the first sentence of what follows.
    """
    if len(run) > 2:
        return run
    return [
        block if block.text.endswith("?") and place else replace(block, shape=Shape.HEADING)
        for place, block in enumerate(run)
    ]


def _could_be_heading(block: Block, *, markup: bool) -> bool:
    text = block.text
    if block.shape is not Shape.PARAGRAPH or len(block.lines) > 1 or not is_title_like(text, LONGEST):
        return False
    if (markup or block.emphasised) and not (block.emphasised and not text.endswith("?!")):
        return False
    if (
        text.endswith("!")
        or _BREAKS_OFF.search(text)
        or re.search(r"[.!?][”\"’»]\Z", text)
        or SENTENCE_END.search(text.removesuffix("?"))
    ):
        return False
    if text.endswith("?"):
        return len(text.split()) <= 10 and "," not in text and bool(_ASKS.match(text.lstrip("“\"‘'«¿")))
    return not _INNER_END.search(text) and len(text) <= 110


def join_broken(blocks: list[Block]) -> tuple[list[Block], list[str]]:
    """Join paragraphs that are the two halves of one sentence.

    Returns:
        the blocks, and a message for each place.
    """
    groups: list[list[Block]] = []
    messages: list[str] = []
    for block in blocks:
        if groups and _continues(groups[-1][-1], block, begun=len(groups[-1]) > 1):
            last = groups[-1][-1].lines[-1].number
            messages.append(f"lines {last} and {block.number} joined: one sentence, broken in two")
            groups[-1].append(block)
        else:
            groups.append([block])
    return [_one(group) for group in groups], messages


def _one(group: list[Block]) -> Block:
    """The parts of a paragraph as one."""
    if len(group) == 1:
        return group[0]
    first, last = group[0].pages, group[-1].pages
    return Block(
        join_all(part.text for part in group),
        tuple(line for part in group for line in part.lines),
        pages=(first[0], last[1]) if first and last else None,
    )


def _continues(first: Block, second: Block, *, begun: bool) -> bool:
    """Whether a paragraph without an end goes on in the next.

    It must break off where more has to come, or the next must open with a plain word in lower case and end as a
    sentence. A paragraph that merely lacks its full stop stays alone.
    """
    if first.shape is not Shape.PARAGRAPH or second.shape is not Shape.PARAGRAPH:
        return False
    end = first.text[-60:]
    if SENTENCE_END.search(end) or not second.text[0].islower() or not (begun or len(first.text.split()) >= 6):
        return False
    if _WANTS_MORE.search(end):
        return True
    plain = _PLAIN_WORD.match(second.text) and not _OPENS_A_NAME.match(second.text)
    return bool(plain and SENTENCE_END.search(second.text[-60:]))
