"""Key judgements: made, made of items, changed, moved."""

from __future__ import annotations

from dataclasses import replace

from ...errors import NotFoundError
from ..brief import Brief, Confidence, Judgement
from .ids import new_id
from .order import shifted


def judge(
    brief: Brief,
    text: str,
    *,
    likelihood: str = "",
    confidence: Confidence | None = None,
    for_: tuple[str, ...] = (),
    against: tuple[str, ...] = (),
) -> tuple[Brief, str]:
    """Add a key judgement.

    Raises:
        NotFoundError: where an excerpt that it names is not in the brief.
    """
    _known_excerpts(brief, (*for_, *against))
    brief, judgement_id = new_id(brief, "j")
    new = Judgement(judgement_id, text, likelihood, confidence or Confidence(), for_, against)
    return replace(brief, judgements=(*brief.judgements, new)), judgement_id


def promote(brief: Brief, item_id: str) -> tuple[Brief, str]:
    """Make a key judgement of an item: its core statement, else its text, rests on its excerpt."""
    item = brief.item(item_id)
    if item is None:
        raise NotFoundError(f"no item '{item_id}'", where=brief.id)
    return judge(brief, item.core or item.text, for_=(item.excerpt,) if item.excerpt else ())


def set_judgement(brief: Brief, judgement: Judgement) -> Brief:
    """Put a judgement in place of the one with its id."""
    if brief.judgement(judgement.id) is None:
        raise NotFoundError(f"no judgement '{judgement.id}'", where=brief.id)
    _known_excerpts(brief, (*judgement.for_, *judgement.against))
    return replace(brief, judgements=tuple(judgement if j.id == judgement.id else j for j in brief.judgements))


def shift_judgement(brief: Brief, judgement_id: str, step: int) -> Brief:
    """Move a judgement one place up (-1) or down (1)."""
    return replace(brief, judgements=shifted(brief.judgements, judgement_id, step))


def _known_excerpts(brief: Brief, ids: tuple[str, ...]) -> None:
    for excerpt_id in ids:
        if excerpt_id not in brief.excerpts:
            raise NotFoundError(f"no excerpt '{excerpt_id}'", where=brief.id)
