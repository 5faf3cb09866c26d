"""Alterations of a quote (rule 2) for every face: where its words stand, what is done to them, and back again. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import AmbiguousError, BriefingError, InvalidError, NotFoundError
from ...model import Alteration, AlterationKind, Brief, Excerpt, ItemKind, Span, altered, edits, find_all
from ...model.alteration import first_letter, fitting, other_case
from ...model.edges import Cut, edges
from .steps import Edited

if TYPE_CHECKING:
    from ..articles.corpus import Corpus

WAYS: dict[AlterationKind, tuple[str, str]] = {
    AlterationKind.OMIT: ("leave words out", "[…] stands for them"),
    AlterationKind.INSERT: ("insert words of your own", "in brackets"),
    AlterationKind.SIC: ("mark words as they are in the source", "[sic] after them"),
    AlterationKind.EMPHASISE: ("emphasise words", "the note says so"),
    AlterationKind.CASE: ("change the case of the first letter", "in brackets"),
}
"""What each kind does, and how that is printed."""
_SHOWN = 60
"""Characters of words that are named; of longer ones the two ends."""
_AROUND = 30
"""Characters on either side of a place in the message that lists several."""
_PAST = {"leave": "left", "insert": "inserted", "mark": "marked", "emphasise": "emphasised", "print": "printed"}


def marks_printed(excerpt: Excerpt, language: str) -> tuple[str, str]:
    """The quotation marks that are printed around an excerpt as it is altered now, in a briefing of a language."""
    from ...compile import quotation_marks

    return quotation_marks("\n\n".join(stretch.text for stretch in excerpt.printed()), language)


def quote_of(brief: Brief, excerpt_id: str) -> Excerpt:
    """The excerpt that can be altered: one that is quoted.

    Raises:
        NotFoundError: where there is no such excerpt.
        InvalidError: where it is nowhere quoted.
    """
    excerpt = brief.excerpts.get(excerpt_id)
    if excerpt is None:
        hint = ", ".join(brief.excerpts) or "it has none"
        raise NotFoundError(f"no excerpt '{excerpt_id}'", where=brief.id, hint=hint)
    if not any(item.excerpt == excerpt_id and item.kind is ItemKind.QUOTE for _, item in brief.items()):
        raise InvalidError(
            "only a quote is altered", where=excerpt_id, hint="a paraphrase has words of your own: edit these"
        )
    return excerpt


def quote_at(brief: Brief, entry: str) -> Excerpt:
    """The excerpt that an entry quotes.

    Raises:
        NotFoundError: where the entry is there no more, or its excerpt.
        InvalidError: where it quotes nothing.
    """
    item = brief.item(entry)
    if item is None or item.kind is not ItemKind.QUOTE:
        raise InvalidError("only a quote is altered", hint="go to one first")
    return quote_of(brief, item.excerpt)


def applied(brief: Brief, excerpt_id: str, kind: AlterationKind, span: Span | None = None, text: str = "") -> Edited:
    """A quote with one more alteration.

    Args:
        brief: the brief.
        excerpt_id: the excerpt.
        kind: what is done.
        span: the words, in the excerpt's text; none are asked for where the case changes, and words that are inserted
            without any stand before the first one.
        text: what is inserted.

    Raises:
        InvalidError: where it does not fit; says why.
        NotFoundError: where there is no such excerpt.
    """
    excerpt = quote_of(brief, excerpt_id)
    if kind is AlterationKind.CASE:
        span = first_letter(excerpt.exact)
        if span is None:
            raise InvalidError("its first letter has no other case", where=excerpt_id)
    elif span is None and kind is not AlterationKind.INSERT:
        raise InvalidError("it names no words", where=excerpt_id, hint="select some")
    alteration = altered(excerpt.exact, kind, span or Span(0, 0), text)
    made = edits.alter(brief, excerpt_id, alteration)
    return Edited(made, f"{described(alteration)} in {excerpt_id}", _entry(brief, excerpt_id))


def taken_back(brief: Brief, excerpt_id: str, number: int) -> Edited:
    """A quote without one of its alterations.

    Args:
        brief: the brief.
        excerpt_id: the excerpt.
        number: of the alteration, from 1, as `described` ones are listed.

    Raises:
        NotFoundError: where there is no such excerpt or alteration.
    """
    excerpt = quote_of(brief, excerpt_id)
    made = edits.unalter(brief, excerpt_id, number - 1)
    said = described(excerpt.alterations[number - 1])
    return Edited(made, f"take back in {excerpt_id}: {said}", _entry(brief, excerpt_id))


def described(alteration: Alteration) -> str:
    """What an alteration does: 'leave out “of Russia”'."""
    words = f"“{_short(alteration.exact)}”"
    after = f"after {words}" if alteration.exact else "before the first word"
    return {
        AlterationKind.OMIT: f"leave out {words}",
        AlterationKind.INSERT: f"insert [{alteration.text}] {after}",
        AlterationKind.SIC: f"mark {words} [sic]",
        AlterationKind.EMPHASISE: f"emphasise {words}",
        AlterationKind.CASE: f"print [{other_case(alteration.exact)}] for {words}",
    }[alteration.kind]


def done(label: str) -> str:
    """What was done, by what undo calls it: 'Left out “of Russia” in e7'."""
    verb, _, rest = label.partition(" ")
    past = _PAST.get(verb, "took" if verb == "take" else verb)
    return f"{past.capitalize()} {rest}"


def language_of(articles: Corpus, excerpt: Excerpt) -> str:
    """The language of a quote's source; empty where it states none, or is not there."""
    try:
        return articles.article(excerpt.article).metadata.language
    except BriefingError:
        return ""


def omission_said(excerpt: Excerpt, span: Span, language: str) -> str:
    """What words that are left out say of those around them, for people; empty where nothing is known of it."""
    from ...checks.context import omitted

    found = (f"{what} (‘{words}’)" for what, words in omitted(excerpt.exact, span, language))
    told = "; ".join(dict.fromkeys(found))
    return f"This leaves out {told}" if told else ""


def remarks(excerpt: Excerpt) -> str:
    """What the printed words do not show: 'emphasis added: “of Russia”', and what could not be applied."""
    fit = fitting(excerpt.exact, excerpt.alterations)
    emphasised = (f"“{_short(a.exact)}”" for a in fit if a.kind is AlterationKind.EMPHASISE)
    unfit = len(excerpt.alterations) - len(fit)
    said = [f"emphasis added: {', '.join(words)}"] if (words := tuple(emphasised)) else []
    if unfit:
        said.append(f"{unfit} of its {len(excerpt.alterations)} alterations not applied")
    return "; ".join(said)


def places_of(exact: str, words: str) -> tuple[Span, ...]:
    """Where words stand in a quote; only those that are whole words, where there are such."""
    found = find_all(words, exact)
    return tuple(place for place in found if edges(exact, place) == (Cut.NOTHING, Cut.NOTHING)) or found


def around(exact: str, place: Span) -> str:
    """A place with some whole words on either side."""
    start, end = max(0, place.start - _AROUND), min(len(exact), place.end + _AROUND)
    before, after = exact[start : place.start], exact[place.end : end]
    before = f"…{before.partition(' ')[2]}" if start else before
    after = f"{after.rpartition(' ')[0]}…" if end < len(exact) else after
    return " ".join(f"{before}▸{place.slice(exact)}◂{after}".split())


def place_of(excerpt: Excerpt, words: str, nth: int = 0) -> Span:
    """The one place where words stand in a quote.

    Args:
        excerpt: the excerpt.
        words: as they stand there; only white space may differ.
        nth: which place of several, from 1; 0 where there is to be one.

    Raises:
        NotFoundError: where they stand nowhere, or not so often.
        AmbiguousError: where they stand in several places; the message lists them.
    """
    found = places_of(excerpt.exact, words)
    if not found or nth > len(found):
        times = f" {nth} times" if found else ""
        raise NotFoundError(
            f"“{_short(words)}” does not stand{times} in the quote",
            where=excerpt.id,
            hint="copy them exactly: only white space may differ",
        )
    if len(found) > 1 and not nth:
        listed = "; ".join(f"--nth {n} ({around(excerpt.exact, place)})" for n, place in enumerate(found, 1))
        raise AmbiguousError(
            f"these words stand in {len(found)} places: {listed}",
            places=tuple((place.start, place.end) for place in found),
            where=excerpt.id,
            hint="choose one with --nth N",
        )
    return found[max(0, nth - 1)]


def _entry(brief: Brief, excerpt_id: str) -> str:
    return next((i.id for _, i in brief.items() if i.excerpt == excerpt_id and i.kind is ItemKind.QUOTE), "")


def _short(words: str) -> str:
    words = " ".join(words.split())
    if len(words) <= _SHOWN:
        return words
    return f"{words[: _SHOWN // 2].rstrip()} … {words[-_SHOWN // 3 :].lstrip()}"
