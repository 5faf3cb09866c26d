"""What the cut leaves out of its own sentence: negations, hedges, conditions and what is held against it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .clauses import frames, fronted, governs, reaches, reaches_back, set_off
from .lexicon import Lexicon
from .passage import Cut
from .phrases import fold
from .report import ContextKind, ContextWarning, Side
from .sides import Beside

_CLAUSE_MARK = re.compile(r"[\"”’)]*\s*(?:[,;—–]|\s-\s)")

_SET_OFF = re.compile(r"[\"”’)\]]*(?:\s*,|\s*[—–]|\s+-)\s+")

_TURN = 3
"""Words between a semicolon and the word that turns against what stands before it: '; exports, however, …'."""


def dropped(cut: Cut, lexicon: Lexicon) -> Iterator[ContextWarning]:
    """The warnings of the words beside the cut."""
    head, tail = Beside.head(cut), Beside.tail(cut)
    kept = fold(cut.span.slice(cut.text))
    yield from _negations(head, tail, lexicon)
    yield from _hedges(head, tail, lexicon)
    yield from _doubts(cut, tail, lexicon)
    yield from _conditions(head, tail, kept, lexicon)
    yield from _contrasts(head, tail, kept, lexicon)


def _negations(head: Beside, tail: Beside, lexicon: Lexicon) -> Iterator[ContextWarning]:
    for match in lexicon.negation.before.find(head.folded):
        if reaches(head.up_to_cut(match), lexicon.clause, set_off=set_off(head.folded, match)):
            yield head.of(ContextKind.NEGATION, match)
    for match in lexicon.negation.after.find(tail.folded):
        if reaches_back(tail.folded[: match.start()], lexicon.clause):
            yield tail.of(ContextKind.NEGATION, match)
    mark = _SET_OFF.match(tail.folded)
    for match in lexicon.negation.set_right.find(tail.folded) if mark else ():
        if mark and match.start() == mark.end():
            yield tail.of(ContextKind.NEGATION, match)


def _hedges(head: Beside, tail: Beside, lexicon: Lexicon) -> Iterator[ContextWarning]:
    for match in lexicon.hedge.before.find(head.folded):
        apart = set_off(head.folded, match)
        if reaches(head.up_to_cut(match), lexicon.clause, set_off=apart) and not _a_name(head, match, lexicon):
            yield head.of(ContextKind.HEDGE, match)
    touching = lexicon.hedge.touching.closes(head.folded)
    if touching:
        yield head.of(ContextKind.HEDGE, touching)
    for match in lexicon.hedge.after.find(tail.folded):
        between = tail.folded[: match.start()]
        if not between.strip(" ,;—–-") or reaches_back(between.rstrip(" ,;—–"), lexicon.clause):
            yield tail.of(ContextKind.HEDGE, match)


def _a_name(side: Beside, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a capital letter within the sentence makes another word of it: 'May'."""
    words = side.cut.text[side.span.start + match.start() : side.span.start + match.end()]
    return match.group() in lexicon.hedge.never_capital and words[0].isupper() and match.start() > 0


def _doubts(cut: Cut, tail: Beside, lexicon: Lexicon) -> Iterator[ContextWarning]:
    for side in (tail, Beside.sentence(cut, cut.following, Side.AFTER)):
        for match in lexicon.hedge.doubt.find(side.folded):
            yield side.of(ContextKind.HEDGE, match)


def _conditions(head: Beside, tail: Beside, kept: str, lexicon: Lexicon) -> Iterator[ContextWarning]:
    lists = lexicon.condition
    found = [*lists.before.find(head.folded)]
    if lists.modal.first(kept):
        found += lists.with_modal.find(head.folded)
    opening = lists.opening.opens(head.folded.lstrip(" \"“'‘"))
    if opening and "," in head.folded:
        yield head.of(ContextKind.CONDITION, opening)
    for match in found:
        between = head.up_to_cut(match)
        if fronted(head.folded, match, lexicon.clause):
            reached = governs(between, lexicon.clause)
        else:
            reached = reaches(between, lexicon.clause)
        if reached:
            yield head.of(ContextKind.CONDITION, match)
    for match in lists.after.find(tail.folded):
        if frames(tail.folded[: match.start()], lexicon.clause):
            yield tail.of(ContextKind.CONDITION, match)


def _contrasts(head: Beside, tail: Beside, kept: str, lexicon: Lexicon) -> Iterator[ContextWarning]:
    before = lexicon.contrast.before.closes(head.folded)
    if before and fronted(head.folded, before, lexicon.clause) and _CLAUSE_MARK.search(tail.folded):
        yield head.of(ContextKind.CONTRAST, before)
    left = f"{head.folded} {kept}"
    for match in lexicon.contrast.after.find(tail.folded):
        answered = any(first in left and match.group() == second for first, second in lexicon.contrast_pairs)
        between, _, turn = tail.folded[: match.start()].rstrip(" ,;").rpartition(";")
        reached = frames(between or turn, lexicon.clause) and (not between or len(turn.split()) <= _TURN)
        if reached and not answered:
            yield tail.of(ContextKind.CONTRAST, match)
