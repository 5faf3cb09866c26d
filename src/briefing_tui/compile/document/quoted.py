"""What a note says of a quotation (rule 2): that emphasis is ours, and which brackets are the source's. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from briefing_tui.model import Excerpt, Span, Stretch
from briefing_tui.model.signs.quote_signs import MARK

from ..languages.wording import Wording

_LONGEST = 32
"""Characters of bracketed words by which they are told."""
_BEFORE = 3
"""Words before brackets by which they are told from ours that look like them."""
_NEAR = 300
"""Characters on either side of brackets in which such words are looked for."""
_CLOSING = dict(zip("[［【〖〔⁅⟦〚❲⟬⦋﹇", "]］】〗〕⁆⟧〛❳⟭⦌﹈", strict=True))
"""Signs that are taken for square brackets, which ours are: what opens, and what closes it."""
_BRACKET = re.compile(f"[{re.escape(''.join((*_CLOSING, *_CLOSING.values())))}]")
_SINGLE_MARKS = re.compile(r"(?<!\w)['‘’‚‛‹›]|['‘’‹›](?!\w)")


def remark(excerpt: Excerpt, words: Wording) -> str:
    """A sentence on what is printed of a quoted excerpt; empty where all of it is as anyone would take it.

    It has no quotation marks: the words of a note quote nobody.
    """
    stretches = excerpt.printed()
    bright = any(run.emphasised for stretch in stretches for run in stretch.runs)
    said = [*([words("emphasis-added")] if bright else []), *_brackets(stretches, words)]
    return words("quoted-remark", said=words.terms.semicolon.join(said)) if said else ""


def _brackets(stretches: Sequence[Stretch], words: Wording) -> Iterator[str]:
    """Which brackets the source has; where there are none of ours, only that it has them."""
    runs = [run for stretch in stretches for run in (*stretch.runs, None)]
    text = "".join(run.text if run else " " for run in runs)
    theirs = "".join(run.text if run and not run.ours else " " * len(run.text if run else " ") for run in runs)
    ends = accumulate(len(run.text if run else " ") for run in runs)
    ours = [Span(end - len(run.text), end) for run, end in zip(runs, ends, strict=True) if run and run.ours]
    pairs, single = _pairs(theirs)
    if not ours and (pairs or single):
        yield words("brackets-original")
        return
    if pairs:
        told = dict.fromkeys(_told(text, pair, ours) for pair in pairs)
        yield words("brackets-some", words=words.terms.several.join(told))
    if single:
        yield words("brackets-single")


def _pairs(text: str) -> tuple[list[Span], bool]:
    """The outer pairs of brackets, and whether there is a bracket without its partner."""
    opened: list[int] = []
    pairs: list[Span] = []
    astray = False
    for match in _BRACKET.finditer(text):
        if match.group() in _CLOSING:
            opened.append(match.start())
        elif opened and _CLOSING[text[opened[-1]]] == match.group():
            pair = Span(opened.pop(), match.end())
            while pairs and pair.covers(pairs[-1]):
                pairs.pop()
            pairs.append(pair)
        else:
            astray = True
    return pairs, astray or bool(opened)


def _told(text: str, pair: Span, ours: Sequence[Span]) -> str:
    """Brackets with the words in them, shortened as far as none of ours begin so."""
    said = _bare(pair.slice(text))
    others = [_bare(span.slice(text)) for span in ours]
    if said in others:
        alike = [span for span, other in zip(ours, others, strict=True) if other == said]
        return _in_context(text, pair, alike)
    for end in range(_LONGEST - 2, len(said) - 2):
        if not any(other.startswith(said[:end].rstrip()) for other in others):
            return f"{said[:end].rstrip()}…{said[-1]}"
    return said


def _in_context(text: str, pair: Span, alike: Sequence[Span]) -> str:
    """Brackets with as many words before them as tell them from ours that look like them, or with words after them."""
    said = _bare(pair.slice(text))
    before, after = _around(text, pair)
    elsewhere = [_around(text, span) for span in alike]
    for n in range(min(_BEFORE, len(before)), len(before) + 1):
        if n and not any(theirs[-n:] == before[-n:] for theirs, _ in elsewhere):
            return " ".join((*before[-n:], said))
    least = min(_BEFORE, len(after))
    n = next((n for n in range(least, len(after)) if not any(w[:n] == after[:n] for _, w in elsewhere)), len(after))
    return " ".join((*before, said, *after[:n]))


def _around(text: str, span: Span) -> tuple[list[str], list[str]]:
    """The words before brackets and those after them."""
    before, after = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
    return _bare(before).split(), _bare(after).split()


def _bare(text: str) -> str:
    """Words without quotation marks, in one line."""
    return " ".join(_SINGLE_MARKS.sub("", MARK.sub("", text)).split())
