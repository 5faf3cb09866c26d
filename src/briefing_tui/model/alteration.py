"""Alterations of a quote: operations that can be undone, never edits of its words (rule 2 of the contract).

They stand beside the words that were pinned; what is printed is made of both. Positions count code points of those
words, not of the article, so that they stay right when the passage moves in its source.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain, pairwise
from typing import Any

from .edges import Cut, cut, edges
from .segments import HEADING
from .span import Span

OMITTED = "[…]"
SIC = "[sic]"
LONGEST_INSERTION = 200
"""Code points: what explains a word is short; anything longer is the author's own text."""

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\w")
_BRACKETS = "[]［］⟦⟧〚〛【】〔〕"


class AlterationKind(StrEnum):
    """What is done to a quote, and what is printed for it."""

    OMIT = "omit"
    """Words left out: `[…]` in their place."""
    INSERT = "insert"
    """Words of ours, in brackets, after words of the source."""
    SIC = "sic"
    """`[sic]` after words that are so in the source."""
    EMPHASISE = "emphasise"
    """Words set in another type; the note says 'emphasis added'."""
    CASE = "case"
    """The first letter as a capital or a small one, in brackets."""


@dataclass(frozen=True, slots=True)
class Alteration:
    """One operation on a quote."""

    kind: AlterationKind
    span: Span
    """The words that it is about, as code points of the excerpt's text. An insertion stands after them; one before
    the first word has an empty span at 0."""
    exact: str = ""
    """What stands there: an alteration whose words are no longer there is not applied."""
    text: str = ""
    """What is inserted, without its brackets."""
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Fields that the program does not know, kept as they came."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a printed quote that look alike."""

    text: str
    ours: bool = False
    """Whether the source does not have them: brackets with what is in them."""
    emphasised: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph or a heading of a printed quote; the markers of our files are not among its runs."""

    runs: tuple[Run, ...]
    heading: bool = False

    @property
    def text(self) -> str:
        """All that is printed of it."""
        return "".join(run.text for run in self.runs)


def altered(exact: str, kind: AlterationKind, span: Span, text: str = "") -> Alteration:
    """An operation on the words at a span of an excerpt's text, without the white space around them."""
    words = span.slice(exact)
    start = span.start + len(words) - len(words.lstrip())
    place = Span(min(start, span.end), max(min(start, span.end), span.start + len(words.rstrip())))
    return Alteration(kind, place, place.slice(exact), " ".join(text.split()))


def first_letter(exact: str) -> Span | None:
    """The first letter of a quote with its accents, where it has a capital and a small form of the same length."""
    match = _LETTER.search(exact)
    if match is None:
        return None
    end = match.end()
    while cut(exact, end) is Cut.LETTER:
        end += 1
    span = Span(match.start(), end)
    return span if _other_case(span.slice(exact)) else None


def misfits(exact: str, alterations: Sequence[Alteration]) -> tuple[tuple[Alteration, str], ...]:
    """The alterations that cannot be applied, each with why, in their order."""
    return tuple((a, why) for n, a in enumerate(alterations) if (why := misfit(exact, a, alterations[:n])))


def misfit(exact: str, alteration: Alteration, others: Sequence[Alteration] = ()) -> str:
    """Why an alteration cannot be applied to a quote beside others; empty where it can."""
    alone = (rule(exact, alteration) for rule in (_elsewhere, _divides, _not_within, _unfit_text))
    beside = (_conflict(exact, alteration, other) for other in others)
    return next(filter(None, chain(alone, beside)), "")


def printed(exact: str, alterations: Sequence[Alteration] = ()) -> tuple[Stretch, ...]:
    """What is printed of a quote, paragraph by paragraph; an alteration that does not fit is left out.

    All characters that are not `ours` are those of `exact`, in its order, and all of them but those omitted, the white
    space between paragraphs, and the letter whose case is changed.
    """
    unfit = {id(a) for a, _ in misfits(exact, alterations)}
    runs = _runs(exact, [a for a in alterations if id(a) not in unfit])
    return tuple(_stretch(part) for part in _parted(runs) if any(run.text.strip() for run in part))


def printed_text(exact: str, alterations: Sequence[Alteration] = ()) -> str:
    """The same in one text, with blank lines between the paragraphs."""
    return "\n\n".join(stretch.text for stretch in printed(exact, alterations))


def moved_with(alterations: Sequence[Alteration], before: str, after: str) -> tuple[Alteration, ...]:
    """The alterations of words that have become others: each where its words stand now, or as it was.

    What fits no longer is kept, so that a person decides about it.
    """
    return tuple(_moved(a, before, after) for a in alterations)


def _moved(alteration: Alteration, before: str, after: str) -> Alteration:
    if (
        alteration.span.slice(after) == alteration.exact
        and after[: alteration.span.end] == before[: alteration.span.end]
    ):
        return alteration
    places = [match.start() for match in re.finditer(re.escape(alteration.exact), after)] if alteration.exact else []
    wanted = [match.start() for match in re.finditer(re.escape(alteration.exact), before)] if alteration.exact else []
    if len(places) != len(wanted) or alteration.span.start not in wanted:
        return alteration
    start = places[wanted.index(alteration.span.start)]
    return replace(alteration, span=Span(start, start + len(alteration.exact)))


def _elsewhere(exact: str, alteration: Alteration) -> str:
    span = alteration.span
    if span.end > len(exact) or span.slice(exact) != alteration.exact:
        return f"“{alteration.exact}” does not stand at {span.start} to {span.end} of the excerpt"
    if alteration.kind is AlterationKind.CASE:
        return "" if span == first_letter(exact) else "it is not the first letter, or that has no other case"
    if not alteration.exact and (alteration.kind is not AlterationKind.INSERT or span.start):
        return "it names no words"
    return ""


def _divides(exact: str, alteration: Alteration) -> str:
    if alteration.kind is AlterationKind.CASE or not alteration.exact:
        return ""
    whole = alteration.exact == alteration.exact.strip() and edges(exact, alteration.span) == (Cut.NOTHING,) * 2
    return "" if whole else f"“{alteration.exact}” begins or ends within a word or in white space"


def _not_within(exact: str, alteration: Alteration) -> str:
    if alteration.kind is not AlterationKind.OMIT:
        return ""
    around = exact[: alteration.span.start], exact[alteration.span.end :]
    if all(map(_WORD.search, around)):
        return ""
    return "what is left out stands at an end of the quote: pin a shorter passage instead"


def _unfit_text(_: str, alteration: Alteration) -> str:
    from .quotation_marks import quotation_marks

    if alteration.kind is not AlterationKind.INSERT:
        return "only an insertion has a text" if alteration.text else ""
    text = alteration.text
    if not text or text != " ".join(text.split()):
        return "what is inserted has to be words in one line"
    if len(text) > LONGEST_INSERTION:
        return f"what is inserted is longer than {LONGEST_INSERTION} characters: write it as a text of your own"
    marks = quotation_marks(text, plain=True)
    if marks.quoted or marks.unpaired:
        return "what is inserted has quotation marks: words of a source are pinned, not inserted"
    if any(sign in _BRACKETS or unicodedata.category(sign) in ("Cc", "Cf") for sign in text):
        return "what is inserted has brackets or invisible signs of its own"
    return ""


def _conflict(exact: str, one: Alteration, other: Alteration) -> str:
    kinds = {one.kind, other.kind}
    if one.kind is other.kind is AlterationKind.OMIT:
        first, second = sorted((one.span, other.span))
        apart = _WORD.search(exact[first.end : second.start]) if first.end <= second.start else None
        return "" if apart else f"“{other.exact}” beside it is left out as well: leave out both as one"
    if AlterationKind.OMIT in kinds:
        left_out, within = (one, other) if one.kind is AlterationKind.OMIT else (other, one)
        at = within.span if within.exact else Span(0, 0)
        touched = left_out.span.overlaps(at) or left_out.span.contains(at.end - 1)
        return f"“{left_out.exact}” is left out" if touched else ""
    if one.kind is not other.kind:
        return ""
    if one.kind is AlterationKind.EMPHASISE:
        return f"“{other.exact}” is emphasised already" if one.span.overlaps(other.span) else ""
    if one.span.end == other.span.end:
        return {
            AlterationKind.INSERT: f"[{other.text}] is inserted there already",
            AlterationKind.SIC: "it is marked already",
        }.get(one.kind, "its case is changed already")
    return ""


def _runs(exact: str, alterations: Sequence[Alteration]) -> Iterator[Run]:
    """The source's characters, alike where they look alike, and ours between them."""
    hidden = {a.span.start: a for a in alterations if a.kind in (AlterationKind.OMIT, AlterationKind.CASE)}
    behind: dict[int, list[Alteration]] = {}
    for a in sorted(alterations, key=lambda a: a.kind is AlterationKind.SIC, reverse=True):
        if a.kind in (AlterationKind.SIC, AlterationKind.INSERT):
            behind.setdefault(a.span.end, []).append(a)
    bright = [a.span for a in alterations if a.kind is AlterationKind.EMPHASISE]
    stops = {0, len(exact), *behind, *(a.span.start for a in hidden.values()), *(a.span.end for a in hidden.values())}
    stops |= {offset for span in bright for offset in (span.start, span.end)}
    until = 0
    for start, end in pairwise((*sorted(stops), len(exact))):
        yield from (_behind(a) for a in behind.get(start, ()))
        emphasised = any(span.contains(start) for span in bright)
        if start in hidden:
            until = hidden[start].span.end
            yield Run(_in_place(hidden[start]), ours=True, emphasised=emphasised)
        if until <= start < end:
            yield Run(exact[start:end], emphasised=emphasised)


def _in_place(alteration: Alteration) -> str:
    return OMITTED if alteration.kind is AlterationKind.OMIT else f"[{_other_case(alteration.exact)}]"


def _behind(alteration: Alteration) -> Run:
    said = SIC if alteration.kind is AlterationKind.SIC else f"[{alteration.text}]"
    return Run(f" {said}" if alteration.exact else f"{said} ", ours=True)


def _other_case(letter: str) -> str:
    """A letter as a capital or, where it is one, as a small one; empty where that is not one letter."""
    other = letter.upper() if letter.islower() else letter.lower()
    return other if other != letter and len(other) == len(letter) else ""


def _parted(runs: Iterator[Run]) -> list[list[Run]]:
    """Runs by paragraph: blank lines of the source part them."""
    parts: list[list[Run]] = [[]]
    for run in runs:
        first, *others = [run.text] if run.ours else _BLANK_LINES.split(run.text)
        parts[-1].append(replace(run, text=first))
        parts += ([replace(run, text=text)] for text in others)
    return parts


def _stretch(runs: list[Run]) -> Stretch:
    """A paragraph without the white space around it and without the marker of a heading."""
    first, last = runs[0], runs[-1]
    runs[0] = first if first.ours else replace(first, text=first.text.lstrip())
    runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip()) if not last.ours else last
    opening = "" if runs[0].ours else runs[0].text
    heading = opening.startswith(HEADING)
    if heading:
        runs[0] = replace(runs[0], text=opening.removeprefix(HEADING))
    elif opening.startswith("\\" + HEADING):
        runs[0] = replace(runs[0], text=opening.removeprefix("\\"))
    return Stretch(tuple(run for run in runs if run.text), heading)
