"""Excerpts: pinned, taken out, moved with their source."""

from __future__ import annotations

from dataclasses import replace

from ...errors import InvalidError, NotFoundError
from ..alteration import moved_with
from ..brief import Brief, Item, ItemKind
from ..excerpt import Excerpt, Speaker, Verification
from ..span import Span
from .ids import new_id
from .items import append
from .sections import find_or_add_section


def pin(
    brief: Brief,
    excerpt: Excerpt,
    *,
    kind: ItemKind = ItemKind.QUOTE,
    text: str = "",
    note: str = "",
    section: str = "",
) -> tuple[Brief, str, str]:
    """Add an excerpt and an item that uses it, at the end of a section.

    Args:
        brief: the brief.
        excerpt: as `take` gives it, without an id; the same passage pinned before keeps its id, unless somebody else is
            credited with it: then it is another excerpt, and both keep their speakers.
        kind: quote or paraphrase.
        text: the paraphrase.
        note: for the footnote.
        section: an id or a title; a title that is not there makes a new section; empty is the last section.

    Returns:
        the new brief, the excerpt's id and the item's id.
    """
    known = pinned_before(brief, excerpt)
    if known:
        excerpt_id = known.id
        given = replace(known, speaker=excerpt.speaker or known.speaker, context=excerpt.context or known.context)
        if given != known:
            brief = set_excerpt(brief, given)
    else:
        brief, excerpt_id = new_id(brief, "e")
        brief = set_excerpt(brief, replace(excerpt, id=excerpt_id))
    brief, section_id = find_or_add_section(brief, section)
    brief, item_id = new_id(brief, "i")
    item = Item(item_id, kind, excerpt=excerpt_id, text=text, note=note)
    return append(brief, section_id, item), excerpt_id, item_id


def pinned_before(brief: Brief, excerpt: Excerpt) -> Excerpt | None:
    """The excerpt that is the same passage and credited to the same speaker; one without a speaker fits any."""
    same = [e for e in brief.excerpts.values() if _same_passage(e, excerpt)]
    name = _name(excerpt)
    alike = (e for e in same if not name or _name(e) == name)
    return next(alike, None) or next((e for e in same if e.speaker is None), None)


def unpin(brief: Brief, excerpt_id: str) -> Brief:
    """Take an excerpt out, with every item that uses it and from every judgement that names it."""
    if excerpt_id not in brief.excerpts:
        raise NotFoundError(f"no excerpt '{excerpt_id}'", where=brief.id)
    return replace(
        brief,
        excerpts={k: e for k, e in brief.excerpts.items() if k != excerpt_id},
        sections=tuple(
            replace(s, items=tuple(i for i in s.items if i.excerpt != excerpt_id))
            if any(i.excerpt == excerpt_id for i in s.items)
            else s
            for s in brief.sections
        ),
        judgements=tuple(
            replace(
                j,
                for_=tuple(e for e in j.for_ if e != excerpt_id),
                against=tuple(e for e in j.against if e != excerpt_id),
            )
            for j in brief.judgements
        ),
    )


def set_excerpt(brief: Brief, excerpt: Excerpt) -> Brief:
    """Put an excerpt in, or in place of the one with its id."""
    return replace(brief, excerpts={**brief.excerpts, excerpt.id: excerpt})


def reanchor(
    brief: Brief, excerpt_id: str, found: Verification, sha256: str, context: tuple[str, str], *, article: str = ""
) -> Brief:
    """Move an excerpt to where its words stand now (for *moved*, or after a person saw the difference).

    Args:
        brief: the brief.
        excerpt_id: the excerpt.
        found: where its words stand.
        sha256: of the text that they stand in.
        context: the characters on either side.
        article: the article that the text is of, where that is another one: a newer version.
    """
    if found.span is None:
        raise InvalidError("nothing to anchor to", where=excerpt_id)
    excerpt = brief.excerpts[excerpt_id]
    moved = replace(
        excerpt,
        article=article or excerpt.article,
        sha256=sha256,
        span=found.span,
        exact=found.found,
        prefix=context[0],
        suffix=context[1],
        paragraph=found.paragraph,
        heading=found.heading,
        speaker=_moved(excerpt.speaker, found.span.start - excerpt.span.start),
        alterations=moved_with(excerpt.alterations, excerpt.exact, found.found),
    )
    return set_excerpt(brief, moved)


def _moved(speaker: Speaker | None, by: int) -> Speaker | None:
    """A speaker whose evidence is looked for as far from the passage as before."""
    if speaker is None or not speaker.evidence or min(e.span.start for e in speaker.evidence) + by < 0:
        return speaker
    moved = (replace(e, span=Span(e.span.start + by, e.span.end + by)) for e in speaker.evidence)
    return replace(speaker, evidence=tuple(moved))


def _name(excerpt: Excerpt) -> str:
    return excerpt.speaker.name.casefold() if excerpt.speaker else ""


def _same_passage(a: Excerpt, b: Excerpt) -> bool:
    return (a.article, a.sha256, a.span) == (b.article, b.sha256, b.span)
