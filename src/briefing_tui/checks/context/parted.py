"""Phrases that the cut goes through: 'only as | long as', 'refused | to pay', 'unless | the river dries up'."""

from __future__ import annotations

from collections.abc import Iterator

from ..phrasing.lexicon import Lexicon
from ..phrasing.passage import Cut
from ..phrasing.phrases import Phrases, fold
from ..phrasing.sides import Beside
from ..phrasing.warning import ContextKind, ContextWarning

_PHRASE = 40
"""Characters on either side of an end of the cut within which such a phrase stands."""


def parted(cut: Cut, lexicon: Lexicon) -> Iterator[ContextWarning]:
    """The warnings of phrases of which the cut keeps a part; a word that it goes through is a warning by itself."""
    head, tail = Beside.head(cut), Beside.tail(cut)
    kept = fold(cut.span.slice(cut.text))
    negation, hedge, condition = lexicon.negation, lexicon.hedge, lexicon.condition
    kinds = (
        (ContextKind.NEGATION, negation.before, negation.after),
        (ContextKind.HEDGE, hedge.before, hedge.after),
        (ContextKind.CONDITION, condition.before, condition.after),
    )
    for kind, before, after in kinds:
        yield from _at_the_beginning(kind, head, kept, before)
        yield from _at_the_end(kind, tail, kept, after)
    yield from _left_open(tail, kept, condition.before)


def _at_the_beginning(kind: ContextKind, head: Beside, kept: str, phrases: Phrases) -> Iterator[ContextWarning]:
    begun = head.folded[-_PHRASE:]
    if begun[-1:].isalnum() and kept[:1].isalnum():
        return
    offset = len(head.folded) - len(begun)
    for match in phrases.find(begun + kept[:_PHRASE]):
        if match.start() < len(begun) < match.end() and (left := begun[match.start() :].rstrip()):
            yield head.warning(kind, offset + match.start(), offset + match.start() + len(left))


def _at_the_end(kind: ContextKind, tail: Beside, kept: str, phrases: Phrases) -> Iterator[ContextWarning]:
    begun = kept[-_PHRASE:]
    if begun[-1:].isalnum() and tail.folded[:1].isalnum():
        return
    for match in phrases.find(begun + tail.folded):
        end = match.end() - len(begun)
        if match.start() < len(begun) and end > 0 and (left := tail.folded[:end].lstrip()):
            yield tail.warning(kind, end - len(left), end)


def _left_open(tail: Beside, kept: str, phrases: Phrases) -> Iterator[ContextWarning]:
    """A condition of which the kept words have the first word alone: 'unless'."""
    left = tail.folded.lstrip()
    match = phrases.closes(kept[-_PHRASE:])
    if match and left[:1].isalnum():
        start = len(tail.folded) - len(left)
        yield tail.warning(ContextKind.CONDITION, start, start + len(_clause(left)))


def _clause(words: str) -> str:
    """Words up to the first sign that ends a clause."""
    end = next((i for i, sign in enumerate(words) if sign in ",;:—–.!?…"), len(words))
    return words[:end].rstrip()
