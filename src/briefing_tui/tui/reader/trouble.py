"""What is wrong with the passages that a brief uses of an article: marked where they stand, in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ...model import Article, Brief, Excerpt, ExcerptState, Finding, Severity, Span, Verification

SAID = {ExcerptState.ALTERED: "reads otherwise now", ExcerptState.VANISHED: "is no longer here"}
ERROR = "!"
"""The sign of a passage that is used with an error."""
DOUBT = "?"
"""The sign of one that is in doubt: for what its cut leaves out, or for who says it."""
DOUBTED = ("speaker.", "quotation.", "context.")
"""How the rules begin that are about words and not about their source, the gravest first."""


class Trouble(NamedTuple):
    """What is wrong with one passage."""

    label: str
    """Its sign first."""
    span: Span
    """Where that is seen: for words that are gone, the ¶ in which they stood."""
    excerpt: Excerpt
    uses: tuple[str, ...]
    """The items and judgements that rest on the passage."""

    def stands_in(self, brief: Brief) -> bool:
        """Whether a brief has the passage as it was, and uses it where it did."""
        return brief.excerpts.get(self.excerpt.id) == self.excerpt and brief.uses(self.excerpt.id) == self.uses


def trouble(
    article: Article,
    brief: Brief,
    verifications: Mapping[str, Verification],
    findings: Iterable[Finding],
    *,
    key: str = "",
) -> Iterator[Trouble]:
    """The passages of an article that are not in order.

    Args:
        article: as it is shown.
        brief: what uses it.
        verifications: what is known of the brief's passages, by id.
        findings: what checks found in the brief.
        key: where all of them are listed, if there is a key for it.

    Yields:
        of several things that are wrong with a passage the gravest, and how many more there are.
    """
    told = sorted(filter(_tells, findings), key=_weight)
    for excerpt in brief.excerpts.values():
        if excerpt.article != article.id:
            continue
        known, uses = verifications.get(excerpt.id), brief.uses(excerpt.id)
        if known is not None and not known.state.verified:
            said = f"{known.state.mark} {excerpt.id} {SAID[known.state]}"
            yield Trouble(said, known.span or _paragraph(article, excerpt.paragraph), excerpt, uses)
        elif here := [f for f in told if f.place in (excerpt.id, *uses)]:
            yield Trouble(_said(here, key), known.span if known and known.span else excerpt.span, excerpt, uses)


def _tells(finding: Finding) -> bool:
    """Whether a finding is told where the passage stands."""
    doubted = finding.severity is Severity.WARNING and finding.rule.startswith(DOUBTED)
    return doubted or finding.severity is Severity.ERROR


def _weight(finding: Finding) -> tuple[int, int]:
    """The less, the graver."""
    about = (n for n, rules in enumerate(DOUBTED) if finding.rule.startswith(rules))
    return finding.severity.rank, next(about, len(DOUBTED))


def _said(found: Sequence[Finding], key: str) -> str:
    """The first finding, and how many more there are: what comes first is seen on a narrow screen, too."""
    first, more = found[0], len(found) - 1
    sign = ERROR if first.severity is Severity.ERROR else DOUBT
    others = f" ({more} more{f': {key}' if key else ''})" if more else ""
    return f"{sign} {first.place}{others}: {first.message}"


def _paragraph(article: Article, n: int) -> Span:
    paragraph = article.segments.paragraph(min(n, len(article.segments.paragraphs)))
    return Span(paragraph.span.start, paragraph.span.start + 1) if paragraph else Span(0, 0)
