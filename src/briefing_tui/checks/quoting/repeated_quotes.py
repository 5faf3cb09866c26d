"""The rule on words of a source that two quotes of a brief print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model import AlterationKind, ItemKind, Severity, Span
from ..rules.registry import Hit, Subject, rule


@dataclass(frozen=True, slots=True)
class _Quote:
    """A quote whose words are where they were found."""

    order: int
    """Which quote of the brief it is."""
    item: str
    excerpt: str
    span: Span
    omitted: tuple[Span, ...]

    def prints(self, other: _Quote) -> bool:
        """Whether the words of the other are among those that it prints."""
        return self.span.covers(other.span) and not any(gap.covers(other.span) for gap in self.omitted)


@rule("quotation.repeated", Severity.WARNING)
def repeated(subject: Subject) -> Iterator[Hit]:
    """A quote whose words another quote of the brief prints too.

    Its reader takes for two findings what the source says once.
    """
    for quotes in _by_article(subject).values():
        outer = quotes[0]
        for quote in quotes[1:]:
            if outer.prints(quote):
                first, second = sorted((outer, quote), key=lambda each: each.order)
                yield Hit(
                    second.item,
                    f"words of {second.excerpt} are printed in {first.item} ({first.excerpt}) too",
                    "delete one of the two (d in the draft), or let the second begin where the first ends (w there)",
                )
            if quote.span.end > outer.span.end:
                outer = quote


def _by_article(subject: Subject) -> dict[str, list[_Quote]]:
    """The quotes of each article in the order of its text, the longest first where several begin."""
    found: dict[str, list[_Quote]] = {}
    for order, (_, item) in enumerate(subject.brief.items()):
        excerpt, place = subject.brief.excerpts.get(item.excerpt), subject.verifications.get(item.excerpt)
        if item.kind is not ItemKind.QUOTE or excerpt is None or place is None or place.span is None:
            continue
        start = place.span.start
        gaps = (a.span for a in excerpt.alterations if a.kind is AlterationKind.OMIT)
        omitted = (Span(start + gap.start, start + gap.end) for gap in gaps)
        quote = _Quote(order, item.id, excerpt.id, place.span, tuple(omitted))
        found.setdefault(excerpt.article, []).append(quote)
    return {each: sorted(quotes, key=lambda q: (q.span.start, -q.span.end)) for each, quotes in found.items()}
