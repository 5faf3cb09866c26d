"""Passages that have something in common with a paragraph: wording, or words that are rare in the corpus."""

from __future__ import annotations

import math
import re
import sqlite3
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefing_tui.model import Passage, Related, Span

from .catalogue import Catalogue
from .folding import aligned, fold, unspaced
from .index import Interrupt, watched
from .marking import Marker
from .query import Term
from .reuse import Reuse
from .rows import unpack_blocks
from .snippets import snippet

RARE = 100
"""Articles that a rare word stands in at most; in a small corpus a tenth of them, and two at least."""
LOOKED_UP = 150
"""Different words of the paragraph that are looked up: the longest, which are rare more often."""
USED = 12
"""The rarest of them, which others are looked for by."""
OPENED = 30
"""Articles that are opened for them: those with the rarest words in common."""
SHORTEST = 4
"""Letters of the shortest word that counts, in scripts with spaces."""
NAMED = 4
"""Words that a reason names."""

_WORD = re.compile("[^\\W\\d_](?:[^\\W_]|[\u0300-\u036f\u0591-\u05c7\u0610-\u06ed\u0900-\u109f])*")
"""A word, with the signs that its letters may bear."""
_ARTICLE = "SELECT id, text, blocks FROM articles JOIN texts USING (number) WHERE "


class _Rare(NamedTuple):
    """A rare word of the paragraph."""

    term: Term
    """As it stands there."""
    weight: float
    numbers: tuple[int, ...]
    """The rows of the articles that hold it."""


@dataclass(frozen=True, slots=True)
class _Other:
    """An article that is looked into."""

    id: str
    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    paragraphs: Sequence[int]

    def block(self, offset: int) -> int:
        """The index of the block at a place, or behind it."""
        return min(bisect_right(self.ends, offset), len(self.ends) - 1)

    def passage(self, block: int, spans: Sequence[Span]) -> Passage:
        """A block with the words that it has in common."""
        span = Span(self.starts[block], self.ends[block])
        inside = [Span(max(one.start, span.start), min(one.end, span.end)) for one in spans if one.overlaps(span)]
        shown, marks = snippet(self.text, span, inside)
        matched = tuple(dict.fromkeys(one.slice(self.text) for one in inside))
        return Passage(self.id, self.paragraphs[block], span, matched, inside[0].start, shown, marks)


def related(
    catalogue: Catalogue, text: str, *, besides: str, limit: int = 20, interrupt: Interrupt | None = None
) -> tuple[Related, ...]:
    """The passages of other articles that have something in common with a paragraph.

    Those with wording in common come first, the most words first, then those with the same rare words, the rarest
    first.

    Args:
        catalogue: where to look; the wording of articles that its index lacks yet is not compared.
        text: of the paragraph.
        besides: the id of the article that it stands in.
        limit: passages at most.
        interrupt: asked every now and then from this thread; the search ends once it says yes.

    Raises:
        CancelledError: when `interrupt` said yes.
    """

    def work(connection: sqlite3.Connection) -> tuple[Related, ...]:
        with watched(connection, interrupt):
            shared = list(_shared(connection, catalogue, text, besides, limit))
            known = {(one.passage.article, one.passage.paragraph) for one in shared}
            rare = (one for one in _same_words(connection, text, besides) if _key(one) not in known)
            return (*shared, *rare)[:limit]

    return catalogue.database.read(work)


def _key(one: Related) -> tuple[str, int]:
    return one.passage.article, one.passage.paragraph


def _shared(
    connection: sqlite3.Connection, catalogue: Catalogue, text: str, besides: str, limit: int
) -> Iterator[Related]:
    """The passages with wording in common."""
    for sharing in Reuse(catalogue).sharing(text, besides=(besides,))[:limit]:
        other = _article(connection, "id = ?", sharing.article)
        if other is None:
            continue
        longest: dict[int, int] = {}
        for run in sharing.passages:
            block = other.block(run.there.start)
            longest[block] = max(longest.get(block, 0), run.words)
        for block, words in sorted(longest.items(), key=lambda pair: -pair[1]):
            passage = other.passage(block, [run.there for run in sharing.passages])
            yield Related(passage, f"{words} words in a row in common", words)


def _same_words(connection: sqlite3.Connection, text: str, besides: str) -> list[Related]:
    """The best passage of each article that shares rare words, the rarest first."""
    rare = _rare_words(connection, text)
    weights: defaultdict[int, float] = defaultdict(float)
    for word in rare:
        for number in word.numbers:
            weights[number] += word.weight
    candidates = sorted(weights, key=lambda number: (-weights[number], -number))[: OPENED + 1]
    found: list[tuple[float, Related]] = []
    for number in candidates:
        other = _article(connection, "number = ?", number)
        if other is not None and other.id != besides and other.ends:
            found += _best_passage(other, [word for word in rare if number in word.numbers])
    return [one for _, one in sorted(found, key=lambda pair: -pair[0])]


def _best_passage(other: _Other, rare: Sequence[_Rare]) -> Iterator[tuple[float, Related]]:
    """The block of an article with the rarest of the words, and their weight."""
    marker = Marker(fold(other.text))
    spans: defaultdict[int, list[Span]] = defaultdict(list)
    words: defaultdict[int, dict[_Rare, None]] = defaultdict(dict)
    for word in rare:
        for start, end, _ in marker.places((word.term,)):
            block = other.block(start)
            spans[block].append(Span(start, end))
            words[block][word] = None
    single = not any(len(here) > 1 for here in words.values())
    if words and not (single and all(word.term.words[0].islower() for here in words.values() for word in here)):
        best = max(words, key=lambda block: (sum(word.weight for word in words[block]), -block))
        names = [word.term.words for word in sorted(words[best], key=lambda word: -word.weight)]
        more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
        reason = f"the same rare word{'s' * (len(names) > 1)}: {', '.join(names[:NAMED])}{more}"
        weight = sum(word.weight for word in words[best])
        yield weight, Related(other.passage(best, sorted(spans[best])), reason)


def _rare_words(connection: sqlite3.Connection, text: str) -> list[_Rare]:
    """The rarest words of a text that stand in other articles too, the rarest first."""
    (articles,) = connection.execute("SELECT count(*) FROM identities").fetchone()
    most = max(2, min(RARE, articles // 10))
    found = []
    for term in _terms(text):
        sql = f"SELECT rowid FROM passages WHERE passages MATCH ? LIMIT {most + 1}"  # noqa: S608 - all written here
        numbers = tuple(number for (number,) in connection.execute(sql, (f"text : {term.expression}",)))
        if 2 <= len(numbers) <= most:
            found.append(_Rare(term, math.log(max(2, articles) / len(numbers)) + 1, numbers))
    return sorted(found, key=lambda rare: -rare.weight)[:USED]


def _terms(text: str) -> list[Term]:
    """Different words of a text, the longest first; in scripts without spaces, pairs of letters."""
    found: dict[str, str] = {}
    for match in _WORD.finditer(text):
        word = match[0]
        if unspaced(word[0]):
            found |= {word[at : at + 2]: word[at : at + 2] for at in range(len(word) - 1)}
        elif len(word) >= SHORTEST:
            found.setdefault(aligned(word), word)
    return [Term(word) for word in sorted(found.values(), key=len, reverse=True)[:LOOKED_UP]]


def _article(connection: sqlite3.Connection, condition: str, value: str | int) -> _Other | None:
    row = connection.execute(_ARTICLE + condition, (value,)).fetchone()
    return _Other(row[0], row[1], *unpack_blocks(row[2])) if row else None
