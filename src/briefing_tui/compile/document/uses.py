"""Where a briefing uses each excerpt, so that judgements and the annex can name the places. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing_tui.model import Brief, Item, ItemKind
from briefing_tui.model.own_text import cited, paragraphs
from briefing_tui.model.template import Numbering, Part

from ..languages.wording import Wording
from .notes import own_field
from .numbering import judgement_number

_PART = "part-"
_ELSEWHERE = 3
"""The rank of a place that is no numbered paragraph."""


@dataclass(frozen=True, slots=True)
class Use:
    """A place of the briefing that calls an excerpt, or rests on it."""

    excerpt: str
    label: str
    """The number of its paragraph, or what else the place is called."""
    place: str
    """The name of the place."""
    rank: int = _ELSEWHERE
    """0 where the excerpt is quoted, 1 where it is paraphrased, 2 where a numbered paragraph cites it."""


@dataclass(frozen=True, slots=True)
class Uses:
    """All of them, in the order of the pages."""

    all: tuple[Use, ...]

    def of(self, excerpt: str) -> tuple[Use, ...]:
        """The places that use an excerpt, each once."""
        return tuple({use.label: use for use in reversed(self.all) if use.excerpt == excerpt}.values())[::-1]

    def foremost(self, excerpt: str) -> Use | None:
        """The numbered paragraph that gives an excerpt: its quotation, else its paraphrase, else its first cite."""
        numbered = (use for use in self.all if use.excerpt == excerpt and use.rank < _ELSEWHERE)
        return min(numbered, key=lambda use: use.rank, default=None)

    def is_shared(self, use: Use) -> bool:
        """Whether the same paragraph uses other excerpts as well."""
        return any(other.label == use.label and other.excerpt != use.excerpt for other in self.all)


def part_place(name: str) -> str:
    """The name of the place where a text of the author's begins that is a part of its own."""
    return _PART + name


def uses(
    brief: Brief, parts: Sequence[str], numbers: Mapping[str, Sequence[str]], numbering: Numbering, words: Wording
) -> Uses:
    """Collect them.

    Args:
        brief: whose texts call the excerpts.
        parts: what is printed of it, in order.
        numbers: of the paragraphs, by item.
        numbering: of the form, which judgements follow.
        words: of the briefing's language and its form.
    """
    found: list[Use] = []
    for part in parts:
        if part == Part.JUDGEMENTS:
            found += _in_judgements(brief, numbering, words)
        elif part == Part.SECTIONS:
            found += (use for _, item in brief.items() for use in _in_item(item, numbers[item.id], brief))
        else:
            found += (Use(e, words.label(part), part_place(part)) for e in cited(own_field(brief, part)))
    return Uses(tuple(use for use in found if use.excerpt in brief.excerpts))


def _in_judgements(brief: Brief, numbering: Numbering, words: Wording) -> Iterator[Use]:
    for n, judgement in enumerate(brief.judgements, 1):
        label = words("link-judgement", n=judgement_number(n, numbering, words))
        said = (*cited(judgement.text), *cited(judgement.confidence.because))
        for excerpt in (*said, *judgement.for_, *judgement.against):
            yield Use(excerpt, label, judgement.id)


def _in_item(item: Item, numbers: Sequence[str], brief: Brief) -> Iterator[Use]:
    """What each paragraph of an item uses: its own excerpt belongs to the last."""
    if item.kind is ItemKind.QUOTE and item.excerpt in brief.excerpts:
        yield Use(item.excerpt, numbers[0], item.id, 0)
        return
    for number, text in zip(numbers, paragraphs(item.text), strict=False):
        for excerpt in cited(text):
            own = item.kind is not ItemKind.TEXT and excerpt == item.excerpt
            yield Use(excerpt, number, item.id, 1 if own else 2)
    if item.kind is not ItemKind.TEXT and item.excerpt not in cited(item.text):
        yield Use(item.excerpt, numbers[-1], item.id, 1)
