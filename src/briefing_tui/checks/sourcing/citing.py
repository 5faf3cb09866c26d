"""Own text that cites an excerpt, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ...model import Brief
from ...model.own_text import cited
from ..quoting.own_words import own_texts

_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?!\s|\[@)")
"""Where one ends: a cite behind a stop is of the sentence before it."""


@dataclass(frozen=True, slots=True)
class Citing:
    """A sentence of own text with a cite of an excerpt."""

    place: str
    before: str
    """The sentence before it, in the same text."""
    text: str
    excerpt_id: str


def citing_sentences(brief: Brief) -> Iterator[Citing]:
    """Each cite in own text, but those of judgements and those that an item has of what it quotes or paraphrases."""
    judgements = {judgement.id for judgement in brief.judgements}
    rendered = {(item.id, item.excerpt) for _, item in brief.items()}
    for place, text in own_texts(brief):
        sentences = _SENTENCE.split(text) if place not in judgements and "[@" in text else []
        for before, sentence in pairwise(("", *sentences)):
            yield from (Citing(place, before, sentence, e) for e in cited(sentence) if (place, e) not in rendered)
