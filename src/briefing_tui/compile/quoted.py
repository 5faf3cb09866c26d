"""What a note says of a quotation (rule 2): that emphasis is ours, and which brackets are the source's. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing_tui.model import Excerpt, Span, Stretch
from briefing_tui.model.quote_signs import MARK

from .wording import Wording

_LONGEST = 32
"""Characters of bracketed words by which they are told."""
_BEFORE = 3
"""Words before brackets by which they are told from ours that look like them."""
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
    ours = {run.text.strip() for run in runs if run and run.ours}
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
    for match in re.finditer(r"[\[\]]", text):
        if match.group() == "[":
            opened.append(match.start())
        elif opened:
            pair = Span(opened.pop(), match.end())
            while pairs and pair.covers(pairs[-1]):
                pairs.pop()
            pairs.append(pair)
        else:
            astray = True
    return pairs, astray or bool(opened)


def _told(text: str, pair: Span, ours: set[str]) -> str:
    """Brackets with the words in them, shortened; with some before where brackets of ours have the same."""
    said = _bare(pair.slice(text))
    if said in ours:
        said = " ".join((*_bare(text[: pair.start]).split()[-_BEFORE:], said))
    elif len(said) > _LONGEST:
        said = f"{said[: _LONGEST - 2].rstrip()}…]"
    return said


def _bare(text: str) -> str:
    """Words without quotation marks, in one line."""
    return " ".join(_SINGLE_MARKS.sub("", MARK.sub("", text)).split())
