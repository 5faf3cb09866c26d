"""Which pieces of a page are its body: trafilatura's decision, found again in the page's own words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

from .tree import Piece

SURE = 32
"""Letters of a line that can be looked for anywhere in a piece; a shorter one must be a whole line of the page."""
CHUNK = 8
"""Words of the parts that a line is looked for in when it is not found whole."""

MOST_PIECES = 20_000
MOST_LETTERS = 2 * 2**20
"""What is larger is a log or a data set, and would take minutes."""
ENOUGH = 0.45
"""Share of a page's words outside links that a first look must find; below, other algorithms are asked too."""
LEAST_FOUND = 0.3
"""Share of an extraction that must stand on the page; else it is not of what the page shows."""
LEAST_ARTICLE = 200
"""Characters of an article element that is believed to hold the text."""

_FURNITURE = frozenset(
    "navigation footer header aside comment cookie-notice related-link share appeal advertisement control form caption "
    "photo-credit tag".split()
)
_NO_WORDS = re.compile(r"[\W_]+")


def extracted(root: Any, *, thorough: bool = True) -> str:
    """What trafilatura takes for the body; empty where it finds none or fails.

    Its words only serve to find the page's own: it normalises Unicode and drops characters.

    Args:
        root: the tree, which stays as it is.
        thorough: whether other algorithms are tried as well.
    """
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(root, include_comments=False, deduplicate=False, fast=not thorough)
    except (MemoryError, KeyboardInterrupt):
        raise
    except Exception:  # noqa: BLE001 - a page that it cannot cope with is read without it
        return ""
    return str(getattr(found, "text", "") or "") if found is not None else ""


def shares_of(root: Any, pieces: Sequence[Piece]) -> tuple[list[float], tuple[str, ...]]:
    """How much of each piece is body, from 0 to 1, and what is to be said of how that was decided."""
    size = sum(len(piece.text) for piece in pieces)
    if len(pieces) > MOST_PIECES or size > MOST_LETTERS:
        return _by_elements(pieces), ("the page is too large to be analysed: its elements told its text",)
    shares: list[float] = []
    for thorough in (False, True):
        if body := extracted(root, thorough=thorough):
            shares, found = covered(pieces, body)
            if found < LEAST_FOUND:
                shares = []
            elif _reach(pieces, shares) >= ENOUGH:
                break
    return _with_repeats(pieces, shares) if shares else _by_elements(pieces), ()


def _with_repeats(pieces: Sequence[Piece], shares: list[float]) -> list[float]:
    """What the text says a second time, in its midst: trafilatura leaves it out."""
    found = [index for index, share in enumerate(shares) if share == 1]
    if found:
        said = {(pieces[index].text, pieces[index].zones) for index in found}
        for index in range(found[0], found[-1]):
            if (pieces[index].text, pieces[index].zones) in said and not pieces[index].kind:
                shares[index] = 1.0
    return shares


def _reach(pieces: Sequence[Piece], shares: Sequence[float]) -> float:
    """How much of the words that are no links a decision keeps."""
    words = sum(max(0, len(piece.text) - piece.linked) for piece in pieces if not piece.kind)
    kept = sum(len(piece.text) * share for piece, share in zip(pieces, shares, strict=True))
    return kept / max(1, words)


def _by_elements(pieces: Sequence[Piece]) -> list[float]:
    """The body where nothing else tells: the page's article element, else all that is not marked as furniture."""
    inside = ["article" in piece.zones for piece in pieces]
    whole = sum(len(p.text) for p, within in zip(pieces, inside, strict=True) if within) >= LEAST_ARTICLE
    return [
        float(not piece.kind and (within or not whole) and not _FURNITURE & set(piece.zones)
              and piece.linked * 2 <= len(piece.text))
        for piece, within in zip(pieces, inside, strict=True)
    ]  # fmt: skip


@dataclass(slots=True)
class _Page:
    """The page's letters and digits as one string, and where its lines begin in it."""

    letters: str
    starts: list[int]
    owners: list[int]
    """By line: index of its piece."""

    def is_whole(self, position: int, length: int) -> bool:
        """Whether a stretch begins and ends with lines."""
        return self._is_edge(position) and self._is_edge(position + length)

    def _is_edge(self, position: int) -> bool:
        line = bisect_right(self.starts, position) - 1
        return position == len(self.letters) or self.starts[line] == position


def covered(pieces: Sequence[Piece], body: str) -> tuple[list[float], float]:
    """How much of each piece an extraction holds, and how much of the extraction was found at all.

    Args:
        pieces: of the page, in order.
        body: the text that was extracted.

    Returns:
        by piece, the share of its letters; and the share of the extraction's letters.
    """
    page = _page(pieces)
    lines = [key for line in body.splitlines() if (key := letters_of(line))]
    shares = [0.0] * len(pieces)
    if not page.letters or not lines:
        return shares, 0.0
    marked = bytearray(len(page.letters))
    found = 0
    for start, length in _places(page, lines, body):
        found += length
        marked[start : start + length] = b"\1" * length
    ends = [*page.starts[1:], len(page.letters)]
    lengths = [0] * len(pieces)
    counts = [0] * len(pieces)
    for start, end, owner in zip(page.starts, ends, page.owners, strict=True):
        lengths[owner] += end - start
        counts[owner] += marked.count(1, start, end)
    shares = [count / length if length else 0.0 for count, length in zip(counts, lengths, strict=True)]
    return shares, found / sum(map(len, lines))


def letters_of(text: str) -> str:
    """What a text is compared by."""
    return _NO_WORDS.sub("", text if text.isascii() else normalize("NFC", text))


def _page(pieces: Sequence[Piece]) -> _Page:
    keys: list[str] = []
    starts: list[int] = []
    owners: list[int] = []
    position = 0
    for index, piece in enumerate(pieces):
        if piece.kind:
            continue
        for line in piece.text.split("\n"):
            if key := letters_of(line):
                keys.append(key)
                starts.append(position)
                owners.append(index)
                position += len(key)
    return _Page("".join(keys), starts, owners)


def _places(page: _Page, lines: list[str], body: str) -> Iterator[tuple[int, int]]:
    """Where the lines of an extraction stand on the page: first those that stand there once, then those between."""
    anchors = _anchors(page, lines)
    following = len(page.letters)
    limits = [following] * len(lines)
    for index in range(len(lines) - 1, -1, -1):
        limits[index] = following
        if index in anchors:
            following = anchors[index]
    written = [line for line in body.splitlines() if letters_of(line)]
    low = 0
    for index, key in enumerate(lines):
        if index in anchors:
            yield anchors[index], len(key)
            low = anchors[index] + len(key)
            continue
        place = _find(page, key, low, limits[index])
        if place >= 0:
            yield place, len(key)
            low = place + len(key)
            continue
        for chunk in _chunks(written[index]):
            place = _find(page, chunk, low, limits[index])
            if place < 0 and len(chunk) >= SURE:
                place = page.letters.find(chunk)
                if place >= 0:
                    yield place, len(chunk)
            elif place >= 0:
                yield place, len(chunk)
                low = place + len(chunk)


def _find(page: _Page, key: str, low: int, high: int) -> int:
    place = page.letters.find(key, low, high)
    while place >= 0 and len(key) < SURE and not page.is_whole(place, len(key)):
        place = page.letters.find(key, place + 1, high)
    return place


def _chunks(line: str) -> Iterator[str]:
    words = line.split()
    for start in range(0, len(words), CHUNK):
        if key := letters_of("".join(words[start : start + CHUNK])):
            yield key


def _anchors(page: _Page, lines: Sequence[str]) -> dict[int, int]:
    """Lines that the page holds exactly once, as far as they keep the page's order: index to place."""
    unique: list[tuple[int, int]] = []
    for index, key in enumerate(lines):
        if len(key) >= SURE:
            place = page.letters.find(key)
            if place >= 0 and page.letters.find(key, place + 1) < 0:
                unique.append((index, place))
    return dict(_rising(unique))


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose places rise."""
    tails: list[int] = []
    holders: list[int] = []
    before = [-1] * len(pairs)
    for n, (_, place) in enumerate(pairs):
        at = bisect_right(tails, place)
        before[n] = holders[at - 1] if at else -1
        if at == len(tails):
            tails.append(place)
            holders.append(n)
        else:
            tails[at], holders[at] = place, n
    chain: list[tuple[int, int]] = []
    n = holders[-1] if holders else -1
    while n >= 0:
        chain.append(pairs[n])
        n = before[n]
    return chain[::-1]
