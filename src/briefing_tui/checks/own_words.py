"""Rule 7 of the contract: quotation marks in the author's own text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Brief, Severity, TextKind, normalise
from .registry import Hit, Subject, rule

_PAIRS = (
    r"“(?P<q1>[^“”]*)”",
    r'"(?P<q2>[^"]*)"',
    r"«(?P<q3>[^«»]*)»",
    r"„(?P<q4>[^„“”]*)[“”]",
    r"(?<!\w)‘(?P<q5>(?:[^‘’]|’(?=\w))*)’(?!\w)",
    r"(?<![\w'])'(?P<q6>[^\s'](?:[^']|'(?=\w))*)'(?!\w)",
    r"「(?P<q7>[^「」]*)」",
)
_QUOTED = re.compile("|".join(_PAIRS))
_UNPAIRED = re.compile(r"[“”«»„\"]")
_CITE = re.compile(r"\[@e\d+\]")


@rule("own-words.quotation", Severity.ERROR)
def quotation(subject: Subject) -> Iterator[Hit]:
    """Words between quotation marks in own text that are in no pinned excerpt."""
    pinned = [
        normalise(e.exact)
        for e in subject.brief.excerpts.values()
        if not ((article := subject.article_of(e)) and article.metadata.text is TextKind.DIGEST)
    ]
    allowed = {
        (str(a.get("place", "")), normalise(str(a.get("text", ""))).strip())
        for a in subject.brief.allowed_quotations
        if str(a.get("reason", "")).strip()
    }
    for place, text in own_texts(subject.brief):
        for words in quoted_words(text):
            if (place, words) not in allowed and not any(words in p for p in pinned):
                yield Hit(
                    place,
                    f"“{words}” stands between quotation marks and in no pinned excerpt of a source",
                    "pin the passage, take the marks off, or allow it as a title or scare quote with a reason",
                )


@rule("own-words.unpaired", Severity.WARNING)
def unpaired(subject: Subject) -> Iterator[Hit]:
    """A quotation mark in own text without its partner."""
    for place, text in own_texts(subject.brief):
        left = _UNPAIRED.search(_QUOTED.sub("", text))
        if left:
            yield Hit(place, f"a quotation mark {left.group()} has no partner", "close it, or take it out")


@rule("own-words.unknown-cite", Severity.ERROR)
def unknown_cite(subject: Subject) -> Iterator[Hit]:
    """Own text that cites an excerpt which the brief does not have."""
    for place, text in own_texts(subject.brief):
        for cite in _CITE.findall(text):
            if cite[2:-1] not in subject.brief.excerpts:
                yield Hit(place, f"{cite} cites an excerpt that is not in the brief", "correct the id, or pin it")


def own_texts(brief: Brief) -> Iterator[tuple[str, str]]:
    """Everything that the author wrote, with its place."""
    yield "title", brief.title
    yield "bottom-line", brief.bottom_line
    for judgement in brief.judgements:
        yield judgement.id, judgement.text
        yield judgement.id, judgement.confidence.because
    for section in brief.sections:
        yield section.id, section.title
        for item in section.items:
            yield item.id, item.text
            yield item.id, item.core
            yield item.id, item.note


def quoted_words(text: str) -> Iterator[str]:
    """The words between each pair of quotation marks, folded by rule 1; nested pairs count with the outer one."""
    for match in _QUOTED.finditer(text):
        words = normalise(next(g for g in match.groups() if g is not None)).strip()
        if words:
            yield words
