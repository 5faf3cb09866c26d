"""Letters under so many combining marks that their ink would lie on other lines, and take words of a source away."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Severity
from ...model.signs.stacked_marks import overladen
from ..rules.registry import Hit, Subject, contract, rule
from .own_words import own_texts
from .quoted_names import printed_names

_TOLD = 3
"""Letters that are told."""


@rule("own-words.marks", Severity.ERROR, contract(1), binding=True)
def own_marks(subject: Subject) -> Iterator[Hit]:
    """A letter in own text with more combining marks than any script stacks, which would blot out the lines beside it.

    Words of a source below it could not be read any more.
    """
    brief = subject.brief
    inserted = ((e.id, alteration.text) for e in brief.excerpts.values() for alteration in e.alterations)
    themes = (("", label) for label in subject.themes)
    for place, text in dict.fromkeys((*own_texts(brief), *inserted, *themes)):
        if found := overladen(text):
            yield Hit(place, f"{_told(found)} combining marks, which would cover other lines", "take them out")


@rule("quotation.marks", Severity.WARNING, contract(1))
def source_marks(subject: Subject) -> Iterator[Hit]:
    """A letter in a passage, or in its source's title or names, with more combining marks than any script stacks.

    They are printed as they stand there, and may cover the lines above and below.
    """
    for excerpt in subject.brief.excerpts.values():
        article = subject.articles.get(excerpt.article)
        names = " ".join((article.metadata.title, *(n for _, n in printed_names(article.metadata)))) if article else ""
        for what, text in (("the passage", excerpt.exact), ("what its note names", names)):
            if found := overladen(text):
                hint = "look at its pages, and leave the passage out where other words cannot be read"
                yield Hit(excerpt.id, f"in {what}, {_told(found)} combining marks", hint)


def _told(found: tuple[tuple[str, int], ...]) -> str:
    letters = ", ".join(f"‘{letter}’" for letter, _ in found[:_TOLD]) + " and others" * (len(found) > _TOLD)
    return f"{letters} bear{'s' * (len(found) == 1)} up to {max(marks for _, marks in found)}"
