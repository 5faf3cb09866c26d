"""What a judgement rests on: the passages for it and against it. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ...errors import NotFoundError
from ...model import Brief, edits


def resting_on(brief: Brief, key: str, side: str, taken: Collection[str], left: Collection[str]) -> Brief:
    """A judgement with some passages `taken` to the ones `for` or `against` it, which leave the other side.

    Args:
        brief: the brief.
        key: the judgement.
        side: `for` or `against`.
        taken: the passages that are new there.
        left: the passages that are there no more.

    Raises:
        NotFoundError: where there is no such judgement any more, or no such passage.
    """
    judgement = brief.judgement(key)
    if judgement is None:
        raise NotFoundError("the judgement is not there any more", where=key, hint="u may bring it back")
    here, there = (judgement.for_, judgement.against) if side == "for" else (judgement.against, judgement.for_)
    here = tuple(dict.fromkeys((*(i for i in here if i not in left), *taken)))
    there = tuple(i for i in there if i not in here)
    for_, against = (here, there) if side == "for" else (there, here)
    return edits.set_judgement(brief, replace(judgement, for_=for_, against=against))
