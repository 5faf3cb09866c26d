"""Excerpts that are widened or narrowed where they are used: other words of the same text under the same id."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from ...errors import InvalidError, NotFoundError
from ..alteration import Alteration, carried
from ..article import Article
from ..brief import Brief
from ..excerpt import ContextChoice, Speaker, take
from ..span import Span
from .pins import set_excerpt


class Recut(NamedTuple):
    """What another cut makes of a brief."""

    brief: Brief
    given_up: tuple[Alteration, ...]
    """The alterations that do not fit the words as they are cut now; the brief is without them."""


def recut(
    brief: Brief,
    excerpt_id: str,
    article: Article,
    span: Span,
    *,
    speaker: Speaker | None,
    context: ContextChoice | None,
) -> Recut:
    """Give an excerpt another span of the article that it is from.

    What follows from the span is taken anew: the span, the exact words, the characters on either side, the ¶ and
    whether that is a heading. Alterations count from the first word: each moves with its words. Speaker and what was
    chosen about the context guard's warnings are those given, since only a person can say whether they still hold.
    Everything else is as it was: the id, its place among the excerpts, fields that the program does not know; and so is
    the rest of the brief, items with their core statement, note and paraphrase, judgements that rest on it, and
    `[@e3]` in the author's own text.

    Args:
        brief: the brief.
        excerpt_id: the excerpt, which stands in this very text: see `reanchor` where it does not.
        article: its article.
        span: the passage as it shall be.
        speaker: who is credited with it then.
        context: what was chosen about that cut.

    Raises:
        InvalidError: where the excerpt is of another article, or of another text of it.
        NotFoundError: where there is no such excerpt.
    """
    excerpt = brief.excerpts.get(excerpt_id)
    if excerpt is None:
        raise NotFoundError(f"no excerpt '{excerpt_id}'", where=brief.id)
    of_text = (excerpt.article, excerpt.sha256) == (article.id, article.sha256)
    if not of_text or excerpt.span.slice(article.text) != excerpt.exact:
        raise InvalidError(f"it does not stand at its place in '{article.id}'", where=excerpt_id)
    taken = take(article, span)
    kept, given_up = carried(excerpt.alterations, excerpt.exact, taken.exact, excerpt.span.start - taken.span.start)
    made = replace(
        excerpt,
        span=taken.span,
        exact=taken.exact,
        prefix=taken.prefix,
        suffix=taken.suffix,
        paragraph=taken.paragraph,
        heading=taken.heading,
        speaker=speaker,
        context=context,
        alterations=kept,
    )
    return Recut(set_excerpt(brief, made), given_up)
