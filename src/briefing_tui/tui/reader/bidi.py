"""The implicit part of the Unicode Bidirectional Algorithm (UAX #9), for a line: levels, order, mirrored signs.

Explicit controls are not obeyed: a text that is shown has none (`model.display` puts visible signs in their place).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_STRONG = {"L": "L", "R": "R", "AL": "R"}
_AS_STRONG = {**_STRONG, "EN": "R", "AN": "R"}
"""What a type counts as for the neutrals beside it (N1)."""
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
_IGNORED = "BN"
_DEEPEST = 63
"""Brackets that may be open at once (BD16)."""


def has_right_to_left(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether there may be anything to reorder: a cheap look at the blocks of code points."""
    return bool(_RIGHT_TO_LEFT.search(text, start, len(text) if end is None else end))


def base_level(text: str) -> int:
    """The level of a paragraph: 1 where its first strong letter is written from right to left, else 0 (P2, P3)."""
    strong = next((kind for kind in map(unicodedata.bidirectional, text) if kind in _STRONG), "L")
    return 0 if strong == "L" else 1


def levels(text: str, base: int) -> list[int]:
    """The level of every code point of a paragraph: even ones are written from left to right, odd ones the other way.

    Args:
        text: one paragraph, or a line of it.
        base: the paragraph's own level.
    """
    kinds = [unicodedata.bidirectional(char) or "L" for char in text]
    kept = [at for at, kind in enumerate(kinds) if kind != _IGNORED]
    run = [kinds[at] for at in kept]
    edge = "R" if base else "L"
    _resolve_numbers(run, edge)
    _resolve_separators(run, edge)
    _resolve_brackets([text[at] for at in kept], run, [kinds[at] for at in kept], edge)
    _resolve_neutral(run, edge)
    found = [base] * len(text)
    for at, kind in zip(kept, run, strict=True):
        found[at] = base + _rise(kind, base)
    for at, kind in enumerate(kinds):  # what is ignored goes with what stands before it
        if kind == _IGNORED and at:
            found[at] = found[at - 1]
    return found


def line_levels(text: str, of_paragraph: Sequence[int], base: int) -> list[int]:
    """The levels of a line: white space at its end, and before a tab, stands at the paragraph's own (L1)."""
    found = list(of_paragraph)
    trailing = True
    for at in range(len(text) - 1, -1, -1):
        kind = unicodedata.bidirectional(text[at])
        if kind in {"S", "B"}:
            trailing = True
        elif kind not in {"WS", _IGNORED}:
            trailing = False
        if trailing and kind != _IGNORED:
            found[at] = base
    return found


def visual_order(signs: Sequence[int]) -> list[int]:
    """The indexes of signs as they stand from left to right, by their levels (L2)."""
    order = list(range(len(signs)))
    odd = [level for level in signs if level % 2]
    for level in range(max(signs, default=0), min(odd, default=1) - 1, -1):
        order = [at for high, run in groupby(order, key=lambda at: signs[at] >= level)
                 for at in (reversed(list(run)) if high else run)]  # fmt: skip
    return order


@cache
def mirrored(char: str) -> str:
    """The sign that is drawn for another one among words written from right to left (L4): `)` for `(`."""
    if not unicodedata.mirrored(char):
        return char
    name = unicodedata.name(char, "")
    for one, other in (("LEFT", "RIGHT"), ("LESS-THAN", "GREATER-THAN")):
        for this, that in ((one, other), (other, one)):
            if this in name:
                try:
                    return unicodedata.lookup(name.replace(this, that))
                except KeyError:
                    continue
    return char


def _rise(kind: str, base: int) -> int:
    """How far a resolved type stands above the level of its paragraph (I1, I2)."""
    if kind == "L":
        return base % 2
    if kind == "R":
        return 1 - base % 2
    return 1 if base % 2 else 2


def _resolve_numbers(run: list[str], edge: str) -> None:
    """Marks go with what they stand on, numbers with the script before them (W1 to W3); changes `run`."""
    before = strong = edge
    for at, kind in enumerate(run):
        run[at] = before = before if kind == "NSM" else kind
    for at, kind in enumerate(run):
        if kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "AL":
            run[at] = "AN"
    run[:] = ["R" if kind == "AL" else kind for kind in run]


def _resolve_separators(run: list[str], edge: str) -> None:
    """Signs within and beside numbers, then numbers among Latin letters (W4 to W7); changes `run`."""
    for at in range(1, len(run) - 1):
        joins = {"ES": ("EN",), "CS": ("EN", "AN")}.get(run[at], ())
        if run[at - 1] == run[at + 1] and run[at - 1] in joins:
            run[at] = run[at - 1]
    for start, end in _runs(run, "ET"):
        if (start and run[start - 1] == "EN") or (end < len(run) and run[end] == "EN"):
            run[start:end] = ["EN"] * (end - start)
    strong = edge
    for at, kind in enumerate(run):
        if kind in {"L", "R"}:
            strong = kind
        elif kind in {"ES", "ET", "CS"}:
            run[at] = "ON"
        elif kind == "EN" and strong == "L":
            run[at] = "L"


def _resolve_brackets(chars: Sequence[str], run: list[str], kinds: Sequence[str], edge: str) -> None:
    """Brackets go together, with what stands in them or before them (N0); changes `run`."""
    for opening, closing in sorted(_bracket_pairs(chars, run)):
        inside = {_AS_STRONG[kind] for kind in run[opening + 1 : closing] if kind in _AS_STRONG}
        if edge in inside:
            kind = edge
        elif inside:
            before = next((_AS_STRONG[run[at]] for at in range(opening - 1, -1, -1) if run[at] in _AS_STRONG), edge)
            kind = before if before in inside else edge
        else:
            continue
        for at in (opening, closing):
            run[at] = kind
            while at + 1 < len(run) and kinds[at + 1] == "NSM":
                at += 1  # noqa: PLW2901 - the marks on a bracket go with it
                run[at] = kind


def _bracket_pairs(chars: Sequence[str], run: Sequence[str]) -> Iterator[tuple[int, int]]:
    opened: list[tuple[str, int]] = []
    for at, char in enumerate(chars):
        category = unicodedata.category(char) if run[at] == "ON" else ""
        if category == "Ps" and unicodedata.mirrored(char):
            if len(opened) == _DEEPEST:
                return
            opened.append((_canonical(mirrored(char)), at))
        elif category == "Pe":
            wanted = _canonical(char)
            found = next((n for n in range(len(opened) - 1, -1, -1) if opened[n][0] == wanted), -1)
            if found >= 0:
                yield opened[found][1], at
                del opened[found:]


def _canonical(char: str) -> str:
    return unicodedata.normalize("NFC", char)


def _resolve_neutral(run: list[str], edge: str) -> None:
    """What is neither goes with both its neighbours where they agree, else with the paragraph (N1, N2)."""
    at = 0
    while at < len(run):
        end = at
        while end < len(run) and run[end] in _NEUTRAL:
            end += 1
        if end > at:
            before = _AS_STRONG[run[at - 1]] if at else edge
            after = _AS_STRONG[run[end]] if end < len(run) else edge
            run[at:end] = [before if before == after else edge] * (end - at)
        at = end + 1


def _runs(run: Sequence[str], kind: str) -> Iterator[tuple[int, int]]:
    at = 0
    for same, group in groupby(run):
        length = sum(1 for _ in group)
        if same == kind:
            yield at, at + length
        at += length
