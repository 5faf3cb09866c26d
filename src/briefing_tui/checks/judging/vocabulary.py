"""The word lists that the rules on wording use, by language: files under `words/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ...model.signs.quotation_marks import quotation_marks

if TYPE_CHECKING:
    from ..phrasing.phrases import Phrases

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the rules on wording know of one language."""

    vague: Phrases
    """Words that a reader takes for anything from hardly to surely."""
    never_capital: frozenset[str]
    """Names where they have a capital letter within a sentence: 'May'."""
    other_row: Phrases
    """Terms of likelihood of neither scale: those of the second row of ICD 203."""
    one_source: Phrases
    """What says that there is one source and no other."""

    def says_one_source(self, text: str) -> bool:
        """Whether a text says that there is one source and no other."""
        from ..phrasing.phrases import fold

        return self.one_source.first(fold(" ".join(text.split()))) is not None

    def vague_words(self, sentence: str) -> Iterator[str]:
        """The vague words of a sentence, as they stand there."""
        from ..phrasing.phrases import fold

        for match in self.vague.find(fold(sentence)):
            words = sentence[match.start() : match.end()]
            if not (match.start() and words[:1].isupper() and words.lower() in self.never_capital):
                yield words


@lru_cache(maxsize=8)
def vocabulary_for(language: str) -> Vocabulary | None:
    """The words of a language by its tag (`en-GB`); `None` where there is no list for it."""
    from ..phrasing.listed import words_of
    from ..phrasing.phrases import Phrases

    plain = words_of(language, __package__)
    if plain is None:
        return None
    vague, likelihood, one = plain["vague"], plain.get("likelihood", {}), plain.get("one-source", {})
    return Vocabulary(
        Phrases(vague["phrases"], {}, vague.get("exempt", ())),
        frozenset(vague.get("never_capital", ())),
        Phrases(likelihood.get("other_row", ()), {}, likelihood.get("other_row_exempt", ())),
        Phrases(one.get("phrases", ()), {}, one.get("exempt", ())),
    )


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of own text, with what stands in quotation marks blotted out."""
    for quoted in quotation_marks(text).quoted:
        text = f"{text[: quoted.span.start]}{' ' * len(quoted.span)}{text[quoted.span.end :]}"
    return iter(_SENTENCE.split(text))
