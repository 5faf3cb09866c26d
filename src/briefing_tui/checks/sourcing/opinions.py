"""Opinion used as fact: what an opinion piece says is said to be somebody's view."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Article, Excerpt, ItemKind, Severity
from ...model.own_text import cited
from ..rules.registry import ICD206, Hit, Subject, rule
from .citing import citing_sentences
from .putting_down import puts_down

GENRES = frozenset(
    {"op-ed", "oped", "opinion", "opinion piece", "editorial", "leader", "column", "commentary", "comment", "letter"}
    | {"letter to the editor", "guest essay", "blog", "blog post", "tribune", "kommentar", "leitartikel", "мнение"}
)
"""What articles are called that argue for a view."""
_PIECE = re.compile(
    r"\b(?:authors?|columnists?|commentators?|writers?|essayists?|editors?|contributors?|critics?|analysts?|experts?"
    r"|columns?|editorials?|op-eds?|opinion|commentary|essays?|articles?|pieces?|papers?|tribunes?|blog)\b"
)
"""Who writes opinion pieces, and what they are called: a sentence with one and a verb announces whose view follows."""
_LEAST = 3
"""Letters that a part of a name must have to stand for the person."""


def is_opinion(article: Article) -> bool:
    """Whether an article argues for a view, by its genre."""
    return article.metadata.genre.strip().casefold() in GENRES


@rule("source.opinion", Severity.WARNING, ICD206)
def opinion_as_fact(subject: Subject) -> Iterator[Hit]:
    """An opinion piece that is used as if it reported facts.

    A paraphrase of one says whose view it is, and so does own text that cites one, in that sentence or the one before.
    A judgement rests on one only where the brief says so somewhere.
    """
    brief = subject.brief
    told = {e for e in brief.excerpts if _opinion(subject, e) and _is_told(subject, e)}
    for _, item in brief.items():
        article = _opinion(subject, item.excerpt)
        if article and item.kind is ItemKind.PARAPHRASE and _lacks_attribution(subject, item.excerpt, item.text):
            yield Hit(
                item.id,
                f"{_what(article)}, and the paraphrase tells it as a fact",
                "say whose view it is (e in the draft)",
            )
    for place, said in dict.fromkeys(_cited_for_fact(subject)):
        yield Hit(place, f"{said}, and this text cites it for a fact", "say whose view it is there")
    for judgement in brief.judgements:
        text = f"{judgement.text} {judgement.confidence.because}"
        for excerpt_id in dict.fromkeys((*judgement.for_, *cited(text))):
            article = _opinion(subject, excerpt_id)
            if article and excerpt_id not in told and _lacks_attribution(subject, excerpt_id, text):
                message = f"the judgement takes {excerpt_id} for a fact: {_what(article)}"
                yield Hit(
                    judgement.id,
                    message,
                    "say whose view it is, or rest the judgement on something else (+ in the draft)",
                )


def _cited_for_fact(subject: Subject) -> Iterator[tuple[str, str]]:
    """Where own text cites an opinion piece without a word of whose view it is, and what that is."""
    for each in citing_sentences(subject.brief):
        article = _opinion(subject, each.excerpt_id)
        lacking = article and _lacks_attribution(subject, each.excerpt_id, each.text)
        if article and lacking and not _is_announced(subject, each.excerpt_id, each.before):
            yield each.place, _what(article)


def _is_announced(subject: Subject, excerpt_id: str, before: str) -> bool:
    """Whether the sentence before says whose view follows: it names them, or an author or a piece that says so.

    That somebody else says something there is nothing: 'Moscow says'. What pieces are called is known for English
    alone; in other languages any word that somebody says so is enough.
    """
    if _names_it(subject, excerpt_id, before):
        return True
    told = bool(before) and puts_down(before, subject.brief.language) is True
    return told and (not _is_english(subject.brief.language) or _PIECE.search(before.casefold()) is not None)


def _is_english(language: str) -> bool:
    return language.partition("-")[0].lower() == "en"


def _opinion(subject: Subject, excerpt_id: str) -> Article | None:
    """The opinion piece that an excerpt is from, unless the excerpt reports what somebody else says."""
    excerpt = subject.brief.excerpts.get(excerpt_id)
    article = subject.article_of(excerpt) if excerpt else None
    return article if excerpt and article and not excerpt.speaker and is_opinion(article) else None


def _is_told(subject: Subject, excerpt_id: str) -> bool:
    """Whether an item tells whose words an excerpt is: a quote by its note, a paraphrase by its own words."""
    return any(
        item.kind is ItemKind.QUOTE or not _lacks_attribution(subject, excerpt_id, item.text)
        for _, item in subject.brief.items()
        if item.excerpt == excerpt_id
    )


def _lacks_attribution(subject: Subject, excerpt_id: str, text: str) -> bool:
    """Whether a text names nobody and nothing that the words are from; where no words are known, that is not said."""
    said = puts_down(text, subject.brief.language)
    return said is False and not _names_it(subject, excerpt_id, text)


def _names_it(subject: Subject, excerpt_id: str, text: str) -> bool:
    """Whether a text names who wrote the source of an excerpt, or where."""
    excerpt, folded = subject.brief.excerpts[excerpt_id], text.casefold()
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded) for name in _names(subject, excerpt))


def _names(subject: Subject, excerpt: Excerpt) -> Iterator[str]:
    """Who wrote the source and where, as a text may name them."""
    article = subject.articles[excerpt.article]
    for name in article.metadata.author:
        yield from (part.casefold() for part in re.split(r"\s+", name.short) if len(part) >= _LEAST)
    outlet = article.metadata.container_title or article.metadata.publisher
    if outlet:
        yield outlet.casefold().removeprefix("the ")


def _what(article: Article) -> str:
    data = article.metadata
    by = f" by {data.author[0]}" if data.author else f" of {data.container_title}" if data.container_title else ""
    return f"the source is an opinion piece ({data.genre}){by}"
