"""A rule on cuts: what was pinned against a warning of the context guard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import Excerpt, Severity
from ..rules.registry import Hit, Subject, rule
from .own_words import quoted_in_own_words


@rule("context.cut", Severity.WARNING)
def cut(subject: Subject) -> Iterator[Hit]:
    """A passage that is quoted though its cut leaves out what bears on it.

    What was left out denies, hedges or attributes what was kept: a reader of the passage alone would take it for
    more than the source says.
    """
    from ..context import listed

    warned = {e.id: e.context.dismissed for e in subject.brief.excerpts.values() if e.context}
    quoted = subject.brief.quoted() | quoted_in_own_words(subject.brief) if warned else frozenset()
    for excerpt in (subject.brief.excerpts[key] for key in warned if key in quoted):
        if left := list(_left_out(subject, excerpt, warned[excerpt.id])):
            yield Hit(
                excerpt.id,
                f"its cut leaves out {listed(left)}",
                "read it in its source and widen it there (w in the draft), or leave it so",
            )


def _left_out(subject: Subject, excerpt: Excerpt, kinds: Sequence[str]) -> Iterator[str]:
    """What is left out of each kind, with the words where they still stand there."""
    from ..context import SENTENCES, context_warnings, dismissed

    article, found = subject.article_of(excerpt), subject.verifications.get(excerpt.id)
    if article is None or found is None or found.span is None or not found.state.verified:
        yield from dismissed(excerpt)
        return
    words: dict[str, str] = {}
    for warning in context_warnings(article, found.span).spoken(excerpt.speaker).warnings:
        words.setdefault(warning.kind.value, " ".join(warning.words.split()))
    known = {kind.value: text for kind, text in SENTENCES.items()}
    yield from (f"{known[kind]} (‘{words[kind]}’)" for kind in kinds if kind in words)
