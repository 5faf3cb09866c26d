"""Rules on sources: what is missing or only inferred, and what came after the cut-off."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Article, Severity, State
from .registry import Hit, Subject, rule

_NAMES = {"title": "title", "author": "author", "container-title": "outlet", "issued": "date"}


@rule("source.inferred", Severity.WARNING)
def inferred(subject: Subject) -> Iterator[Hit]:
    """Metadata that is only inferred: printed in brackets with a question mark."""
    for article in _used(subject):
        fields = [label for name, label in _NAMES.items() if article.metadata.state(name) is State.INFERRED]
        if fields:
            yield Hit(
                _place(subject, article),
                f"{article.id}: {_list(fields)} inferred, not stated",
                f"confirm it: briefing article set {article.id} FIELD=VALUE",
            )


@rule("source.missing", Severity.NOTE)
def missing(subject: Subject) -> Iterator[Hit]:
    """Metadata that the source does not state: printed as missing."""
    for article in _used(subject):
        fields = [label for name, label in _NAMES.items() if article.metadata.state(name) is State.MISSING]
        if "outlet" in fields and article.metadata.publisher:
            fields.remove("outlet")
        if fields:
            yield Hit(_place(subject, article), f"{article.id}: no {_list(fields)} stated; printed as missing")


@rule("source.after-cut-off", Severity.WARNING)
def after_cut_off(subject: Subject) -> Iterator[Hit]:
    """A source that is younger than the brief's cut-off."""
    cut_off = subject.brief.cut_off
    for article in _used(subject):
        issued = str(article.metadata.issued or "")
        if cut_off and issued and issued > cut_off[: len(issued)]:
            yield Hit(
                _place(subject, article),
                f"{article.id} is dated {issued}, after the cut-off {cut_off}",
                "move the cut-off, or leave the source out",
            )


def _used(subject: Subject) -> list[Article]:
    ids = dict.fromkeys(e.article for e in subject.brief.excerpts.values())
    return [subject.articles[i] for i in ids if i in subject.articles]


def _place(subject: Subject, article: Article) -> str:
    return next(e.id for e in subject.brief.excerpts.values() if e.article == article.id)


def _list(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
