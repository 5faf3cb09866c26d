"""Opinion used as fact: what an opinion piece says is said to be somebody's view."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Article, Excerpt, ItemKind, Severity
from ...model.own_text import cited
from ..quoting.own_words import own_texts
from ..rules.registry import ICD206, Hit, Subject, rule

GENRES = frozenset(
    {"op-ed", "oped", "opinion", "opinion piece", "editorial", "leader", "column", "commentary", "comment", "letter"}
    | {"letter to the editor", "guest essay", "blog", "blog post", "tribune", "kommentar", "leitartikel", "мнение"}
)
"""What articles are called that argue for a view."""
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?!\s|\[@)")
"""Where one ends: a cite behind a stop is of the sentence before it."""
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
        for excerpt_id in judgement.for_:
            article = _opinion(subject, excerpt_id)
            text = f"{judgement.text} {judgement.confidence.because}"
            if article and excerpt_id not in told and _lacks_attribution(subject, excerpt_id, text):
                message = f"the judgement takes {excerpt_id} for a fact: {_what(article)}"
                yield Hit(
                    judgement.id,
                    message,
                    "say whose view it is, or rest the judgement on something else (+ in the draft)",
                )


def _cited_for_fact(subject: Subject) -> Iterator[tuple[str, str]]:
    """Where own text cites an opinion piece without a word of whose view it is, and what that is."""
    for place, text, excerpt_id in _citing(subject):
        article = _opinion(subject, excerpt_id)
        if article and _lacks_attribution(subject, excerpt_id, text):
            yield place, _what(article)


def _citing(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """Each cite in own text: its place, its sentence with the one before, and the excerpt."""
    judgements = {judgement.id for judgement in subject.brief.judgements}
    rendered = {(item.id, item.excerpt) for _, item in subject.brief.items()}
    for place, text in own_texts(subject.brief):
        sentences = _SENTENCE.split(text) if place not in judgements else []
        for n, sentence in enumerate(sentences):
            said = " ".join(sentences[max(0, n - 1) : n + 1])
            yield from ((place, said, e) for e in cited(sentence) if (place, e) not in rendered)


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
    from ..context.lexicon import lexicon_for
    from ..context.phrases import fold

    excerpt = subject.brief.excerpts[excerpt_id]
    lexicon = lexicon_for(subject.brief.language)
    if lexicon is None or any(name in text.casefold() for name in _names(subject, excerpt)):
        return False
    said, folded = lexicon.attribution, fold(text)
    return not any(phrases.first(folded) for phrases in (said.frames, said.say, said.think, said.behind))


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
