"""What is wrong with the passages that a brief uses of an article: marked where they stand, in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...model import Article, Brief, ExcerptState, Finding, Severity, Span, Verification

SAID = {ExcerptState.ALTERED: "reads otherwise now", ExcerptState.VANISHED: "is no longer here"}
ERROR = "!"
"""The sign of a passage that is used with an error."""
DOUBT = "?"
"""The sign of one that is in doubt: for what its cut leaves out, or for who says it."""
DOUBTED = ("context.", "speaker.", "quotation.")
"""How the rules begin that are about words and not about their source."""


def trouble(
    article: Article, brief: Brief, verifications: Mapping[str, Verification], findings: Iterable[Finding]
) -> Iterator[tuple[str, Span]]:
    """The passages of an article that are not in order.

    Args:
        article: as it is shown.
        brief: what uses it.
        verifications: what is known of the brief's passages, by id.
        findings: what checks found in the brief.

    Yields:
        what is wrong, its sign first, and where that is seen: for words that are gone, the ¶ in which they stood.
    """
    errors, doubts = dict[str, str](), dict[str, str]()
    for f in findings:
        if f.severity is Severity.ERROR:
            errors[f.place] = f"{ERROR} {f.place}: {f.message}"
        elif f.severity is Severity.WARNING and f.rule.startswith(DOUBTED):
            doubts[f.place] = f"{DOUBT} {f.place}: {f.message}"
    for excerpt in brief.excerpts.values():
        if excerpt.article != article.id:
            continue
        known = verifications.get(excerpt.id)
        if known is not None and not known.state.verified:
            yield (
                f"{known.state.mark} {excerpt.id} {SAID[known.state]}",
                known.span or _paragraph(article, excerpt.paragraph),
            )
            continue
        places = (excerpt.id, *brief.uses(excerpt.id))
        where = known.span if known and known.span else excerpt.span
        said = [errors[place] for place in places if place in errors]
        for one in said or [doubts[place] for place in places if place in doubts]:
            yield one, where


def _paragraph(article: Article, n: int) -> Span:
    paragraph = article.segments.paragraph(min(n, len(article.segments.paragraphs)))
    return Span(paragraph.span.start, paragraph.span.start + 1) if paragraph else Span(0, 0)
