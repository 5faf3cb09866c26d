"""Passages that have something in common with a paragraph: wording, or words that are rare in the corpus."""

from __future__ import annotations

import math
import re
import sqlite3
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

from briefing_tui.model import Passage, Related, Span

from .catalogue import Catalogue
from .folding import aligned, fold, unspaced
from .index import Interrupt, watched
from .marking import Marker
from .query import Term
from .reuse import Reuse
from .rows import unpack_blocks
from .shared import LEAST, Shared, in_order
from .similar import Alike, alike
from .snippets import snippet
from .telling import is_common, is_name
from .wording import wording

RARE = 100
"""Articles that a rare word stands in at most; in a small corpus a tenth of them, and two at least."""
LOOKED_UP = 150
"""Different words of the paragraph that are looked up: the longest, which are rare more often."""
USED = 12
"""The rarest of them, which others are looked for by."""
OPENED = 30
"""Articles that are opened for them: those with the rarest words in common."""
COMPARED = 10
"""The likeliest of them, in which passages that read almost alike are looked for."""
SHORTEST = 4
"""Letters of the shortest word that counts, in scripts with spaces."""
NAMED = 4
"""Words that a reason names."""
MEASURED = 1_000
"""Articles from which it is known what is rare."""
TWO_WORDS, FEW_WORDS = 2, 3
"""Words besides names that say something together: there, and where less is known."""

_WORD = re.compile("[^\\W\\d_](?:[^\\W_]|[\u0300-\u036f\u0591-\u05c7\u0610-\u06ed\u0900-\u109f])*")
"""A word, with the signs that its letters may bear."""
_ARTICLE = "SELECT id, text, blocks FROM articles JOIN texts USING (number) WHERE "


class _Rare(NamedTuple):
    """A rare word of the paragraph."""

    term: Term
    """As it stands there."""
    name: bool
    """Whether it has a capital letter within a sentence."""
    weight: float
    numbers: tuple[int, ...]
    """The rows of the articles that hold it."""


class _RareWords(NamedTuple):
    """The rarest words of a paragraph."""

    words: tuple[_Rare, ...]
    fewest: int
    """How many of them say something, where none is a name."""


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

    Those with wording in common, or almost, come first, those with most of it that tells something first; then those
    with the same rare words, the rarest first; last what has nothing but a name or a formula in common.

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
            sharings = Reuse(catalogue).sharing(text, besides=(besides,))
            rare = _rare_words(connection, text)
            near = _near(connection, rare, besides)
            shared = in_order(text, wording(text), sharings, _alike(connection, text, near.values(), besides))
            found = chain(
                _in_common(connection, [one for one in shared if one.telling >= LEAST]),
                _same_words(rare, near),
                _in_common(connection, [one for one in shared if one.telling < LEAST]),
            )
            different: dict[tuple[str, int], Related] = {}
            for one in found:
                different.setdefault((one.passage.article, one.passage.paragraph), one)
                if len(different) == limit:
                    break
            return tuple(different.values())

    return catalogue.database.read(work)


def _in_common(connection: sqlite3.Connection, shared: Sequence[Shared]) -> Iterator[Related]:
    """The passages with wording in common."""
    runs: defaultdict[str, list[Span]] = defaultdict(list)
    for one in shared:
        if not any(one.there.overlaps(span) for span in runs[one.article]):
            runs[one.article].append(one.there)
    opened: dict[str, _Other | None] = {}
    for one in shared:
        if one.article not in opened:
            opened[one.article] = _article(connection, "id = ?", one.article)
        other = opened[one.article]
        if other is not None and other.ends and one.there in runs[one.article]:
            passage = other.passage(other.block(one.there.start), sorted(runs[one.article]))
            yield Related(passage, one.reason, len(one.here) if len(one.here) == one.of else 0)


def _near(connection: sqlite3.Connection, rare: _RareWords, besides: str) -> dict[int, _Other]:
    """The articles with the rarest words in common, the rarest first."""
    weights: defaultdict[int, float] = defaultdict(float)
    for word in rare.words:
        for number in word.numbers:
            weights[number] += word.weight
    numbers = sorted(weights, key=lambda number: (-weights[number], -number))[: OPENED + 1]
    opened = ((number, _article(connection, "number = ?", number)) for number in numbers)
    return {number: other for number, other in opened if other is not None and other.id != besides and other.ends}


def _alike(connection: sqlite3.Connection, text: str, near: Iterable[_Other], besides: str) -> list[Alike]:
    """What reads almost alike, in some articles and, where there are few, in all."""
    ids = dict.fromkeys(other.id for other in islice(near, COMPARED))
    few = connection.execute(f"SELECT id FROM identities LIMIT {OPENED + 1}").fetchall()  # noqa: S608 - all written here
    ids |= dict.fromkeys(one for (one,) in few if one != besides) if len(few) <= OPENED else {}
    return alike(connection, wording(text), ids)


def _same_words(rare: _RareWords, near: Mapping[int, _Other]) -> list[Related]:
    """The best passage of each article that shares rare words, the rarest first."""
    found: list[tuple[float, Related]] = []
    for number, other in near.items():
        words = [word for word in rare.words if number in word.numbers]
        if len(words) >= rare.fewest or any(word.name for word in words):
            found += _best_passage(other, words, rare.fewest)
    return [one for _, one in sorted(found, key=lambda pair: -pair[0])]


def _best_passage(other: _Other, rare: Sequence[_Rare], fewest: int) -> Iterator[tuple[float, Related]]:
    """The block of an article with the rarest of the words, and their weight: a name, or so many words at least."""
    marker = Marker(fold(other.text))
    spans: defaultdict[int, list[Span]] = defaultdict(list)
    words: defaultdict[int, dict[_Rare, None]] = defaultdict(dict)
    telling: set[int] = set()
    for word in rare:
        for start, end, _ in marker.places((word.term,)):
            block = other.block(start)
            spans[block].append(Span(start, end))
            words[block][word] = None
            if (word.name and other.text[start].isupper()) or len(words[block]) >= fewest:
                telling.add(block)
    if telling:
        best = max(telling, key=lambda block: (sum(word.weight for word in words[block]), -block))
        names = [word.term.words for word in sorted(words[best], key=lambda word: -word.weight)]
        more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
        reason = f"the same rare word{'s' * (len(names) > 1)}: {', '.join(names[:NAMED])}{more}"
        weight = sum(word.weight for word in words[best])
        yield weight, Related(other.passage(best, sorted(spans[best])), reason)


def _rare_words(connection: sqlite3.Connection, text: str) -> _RareWords:
    """The rarest telling words of a text that stand in other articles too, the rarest first."""
    (articles,) = connection.execute("SELECT count(*) FROM identities").fetchone()
    most = max(2, min(RARE, articles // 10))
    found = []
    for term, name in _terms(text).items():
        sql = f"SELECT rowid FROM passages WHERE passages MATCH ? LIMIT {most + 1}"  # noqa: S608 - all written here
        numbers = tuple(number for (number,) in connection.execute(sql, (f"text : {term.expression}",)))
        if 2 <= len(numbers) <= most:
            found.append(_Rare(term, name, math.log(max(2, articles) / len(numbers)) + 1, numbers))
    words = tuple(sorted(found, key=lambda rare: -rare.weight)[:USED])
    return _RareWords(words, FEW_WORDS if articles < MEASURED else TWO_WORDS)


def _terms(text: str) -> dict[Term, bool]:
    """Different telling words of a text, the longest first, and whether each is a name.

    In scripts without spaces, pairs of letters.
    """
    found: dict[str, str] = {}
    named: set[str] = set()
    for match in _WORD.finditer(text):
        word = match[0]
        if unspaced(word[0]):
            found |= {word[at : at + 2]: word[at : at + 2] for at in range(len(word) - 1)}
        elif len(word) >= SHORTEST:
            key = aligned(word)
            found.setdefault(key, word)
            if is_name(text, match.start()):
                named.add(key)
    longest = sorted(found, key=len, reverse=True)[:LOOKED_UP]
    return {Term(found[key]): key in named for key in longest if not is_common(key)}


def _article(connection: sqlite3.Connection, condition: str, value: str | int) -> _Other | None:
    row = connection.execute(_ARTICLE + condition, (value,)).fetchone()
    return _Other(row[0], row[1], *unpack_blocks(row[2])) if row else None
