"""What is printed of a quote: the source's words, with what is ours between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ..edges import is_spaceless
from ..segments import segment
from ..span import Span
from .kinds import OMITTED, SIC, Alteration, AlterationKind, headed, other_case
from .rules import fitting

_INSTEAD = (AlterationKind.OMIT, AlterationKind.CASE)
_BEHIND = (AlterationKind.SIC, AlterationKind.INSERT)
"""In the order in which they stand behind the same words."""


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

    @property
    def looks(self) -> tuple[tuple[str, bool], ...]:
        """Characters that look alike, each with whether they are emphasised: ours look as the source's do."""
        grouped = groupby(self.runs, key=lambda run: run.emphasised)
        return tuple(("".join(run.text for run in runs), emphasised) for emphasised, runs in grouped)


def printed(exact: str, alterations: Sequence[Alteration] = ()) -> tuple[Stretch, ...]:
    """What is printed of a quote, paragraph by paragraph; an alteration that does not fit is left out.

    All characters that are not `ours` are those of `exact`, in its order, and all of them but those omitted, the white
    space between paragraphs, the markers of headings, and the letter whose case is changed. What an omission leaves of
    two paragraphs is one.
    """
    fit = fitting(exact, alterations)
    made: list[tuple[list[Run], bool]] = []
    for n, (block, heading) in enumerate(headed(segment(exact))):
        runs = list(_runs(exact, block, fit, first=n == 0))
        if any(a.kind is AlterationKind.OMIT and a.span.start < block.start < a.span.end for a in fit):
            before, headings_alone = made[-1]
            made[-1] = ([*before, *runs], headings_alone and (heading or not runs))
        else:
            made.append((runs, heading and not all(run.ours for run in runs)))
    return tuple(Stretch(tuple(runs), heading) for runs, heading in made)


def printed_text(exact: str, alterations: Sequence[Alteration] = ()) -> str:
    """The same in one text, with blank lines between the paragraphs."""
    return "\n\n".join(stretch.text for stretch in printed(exact, alterations))


def _runs(exact: str, block: Span, alterations: Sequence[Alteration], *, first: bool) -> Iterator[Run]:
    """The source's characters of a block, alike where they look alike, and ours between them."""
    hidden = {a.span.start: a for a in alterations if a.kind in _INSTEAD}
    bright = [a.span for a in alterations if a.kind is AlterationKind.EMPHASISE]
    ends = {a.span.end if a.kind in _BEHIND else bound for a in alterations for bound in (a.span.start, a.span.end)}
    bounds = {block.start, block.end, *filter(block.contains, ends)}
    yield from (_behind(exact, block.start, a) for a in alterations if first and not a.exact)
    for start, end in pairwise(sorted(bounds)):
        if start in hidden:
            yield Run(_in_place(hidden[start]), ours=True)
        if not any(a.span.contains(start) for a in hidden.values()):
            yield Run(exact[start:end], emphasised=any(span.contains(start) for span in bright))
        for kind in _BEHIND:
            yield from (_behind(exact, end, a) for a in alterations if a.kind is kind and a.exact and a.span.end == end)


def _in_place(alteration: Alteration) -> str:
    return OMITTED if alteration.kind is AlterationKind.OMIT else f"[{other_case(alteration.exact)}]"


def _behind(exact: str, at: int, alteration: Alteration) -> Run:
    """What stands behind words or before the first one, with a space where its neighbour's script has spaces."""
    said = SIC if alteration.kind is AlterationKind.SIC else f"[{alteration.text}]"
    if not alteration.exact:
        return Run(said + " " * (not is_spaceless(exact[at])), ours=True)
    return Run(" " * (not is_spaceless(exact[at - 1])) + said, ours=True)
