"""What the cut leaves out of its own sentence: negations, hedges, conditions and what is held against it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..phrasing.clauses import frames, fronted, governs, reaches, reaches_back, set_off
from ..phrasing.lexicon import Lexicon
from ..phrasing.passage import Cut
from ..phrasing.phrases import fold
from ..phrasing.sides import Beside
from ..phrasing.warning import ContextKind, ContextWarning, Side

_CLAUSE_MARK = re.compile(r"[\"”’)]*\s*(?:[,;—–]|\s-\s)")

_MARKS = " ,;—–-\"”’')]"

_SET_OFF = re.compile(r"[\"”’)\]]*(?:\s*,|\s*[—–]|\s+-)\s+")

_CLOSED = re.compile(r"\s*(?:[.!…,;:—–\"”’')]|\Z)")

_TURN = 3
"""Words between a semicolon and the word that turns against what stands before it: '; exports, however, …'."""


def dropped(cut: Cut, lexicon: Lexicon) -> Iterator[ContextWarning]:
    """The warnings of the words beside the cut."""
    head, tail = Beside.head(cut), Beside.tail(cut)
    kept = fold(cut.span.slice(cut.text))
    yield from _negations(head, tail, lexicon)
    yield from _taken_back(cut, lexicon)
    yield from _hedges(head, tail, lexicon)
    yield from _doubts(cut, tail, lexicon)
    yield from _conditions(head, tail, kept, lexicon)
    yield from _contrasts(head, tail, kept, lexicon)


def _negations(head: Beside, tail: Beside, lexicon: Lexicon) -> Iterator[ContextWarning]:
    for match in lexicon.negation.before.find(head.folded):
        reached = reaches(head.up_to_cut(match), lexicon.clause, set_off=set_off(head.folded, match))
        if reached and not _of_the_speaker(head, match, lexicon) and not _before_colon(head, match, lexicon):
            yield head.of(ContextKind.NEGATION, match)
    for match in lexicon.negation.after.find(tail.folded):
        if reaches_back(tail.folded[: match.start()], lexicon.clause):
            yield tail.of(ContextKind.NEGATION, match)
    mark = _SET_OFF.match(tail.folded)
    for match in lexicon.negation.set_right.find(tail.folded) if mark else ():
        if mark and match.start() == mark.end():
            yield tail.of(ContextKind.NEGATION, match)


def _taken_back(cut: Cut, lexicon: Lexicon) -> Iterator[ContextWarning]:
    """By the next sentence: 'Nothing could be further from the truth'."""
    after = Beside.sentence(cut, cut.following, Side.AFTER)
    lead = len(after.folded) - len(after.folded.lstrip(" \"“‘'—–-"))
    match = lexicon.negation.taken_back.opens(after.folded[lead:])
    if match and _CLOSED.match(after.folded, lead + match.end()):
        yield after.warning(ContextKind.NEGATION, lead, lead + match.end())


def _of_the_speaker(head: Beside, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a negation says something of who speaks: 'dismissed it as “…”', 'who had never been there said'."""
    lists = lexicon.attribution
    judged = lists.touching.closes(head.folded)
    if judged and judged.start() <= match.start():
        return True
    clause = re.split(r"[,;:]", head.folded[: match.start()])[-1].split()
    if lists.telling.isdisjoint(clause):
        return False
    between = head.up_to_cut(match)
    says = (between[: found.start()] for phrases in (lists.say, lists.judge) for found in phrases.find(between))
    return any(before.strip() and not lists.infinitive.closes(before) for before in says)


def _before_colon(head: Beside, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a colon keeps a negation from what it announces: 'One thing has not changed: …', not: 'never said: …'."""
    before = head.folded.rstrip(" \"“„«‘'([\n")
    if not before.endswith(":") or lexicon.negation.taken_back.opens(before.lstrip(" \"“‘'")):
        return False
    lists = lexicon.attribution
    said = any(phrases.first(before[match.end() :]) for phrases in (lists.think, lists.behind))
    return bool(lexicon.negation.stopped.opens(match.group())) and not said


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
    drawing = lists.drawing.opens(head.folded)
    if drawing and reaches(head.up_to_cut(drawing), lexicon.clause):
        yield head.of(ContextKind.CONDITION, drawing)
    for match in lists.after.find(tail.folded):
        if frames(tail.folded[: match.start()], lexicon.clause):
            yield tail.of(ContextKind.CONDITION, match)
    close = [*lists.close.find(tail.folded), *(lists.passing.find(tail.folded) if lists.present.first(kept) else ())]
    for match in close:
        if not tail.folded[: match.start()].strip(_MARKS):
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
