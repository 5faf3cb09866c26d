"""Rule 7 of the contract in what a note says of a source: names quote nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..citations import FURTHER
from ..model import Metadata, Name, Severity, normalise
from ..model.quotation_marks import nested_quotations
from .own_words import allowed_words, is_nickname
from .registry import Hit, Subject, contract, rule

_FIELDS = ("author", "container-title", "publisher", "republished-by", "genre")
_BODIES = ("container-title", "publisher", "republished-by")
_CUSTOMARY = re.compile("[\u0370-\u05f4]")
"""A letter of a script in which names of papers and houses stand between marks: Greek, Cyrillic, Armenian, Hebrew."""
_SPEECH = re.compile(r"[:;,.!?…]")
_LONGEST = 4
"""Words: газета «Новые известия», ООО «Рога и копыта»."""
_TITLES = ("collection-title", "event-title", "original-title", "part-title", "volume-title")


@rule("own-words.name", Severity.ERROR, contract(7), binding=True)
def name(subject: Subject) -> Iterator[Hit]:
    """Words between quotation marks in the name of an author or an outlet, which a note would print.

    Only a title may quote; of a name, one word may stand between marks, as in Benjamin “Bibi” Netanyahu.
    """
    allowed = allowed_words(subject.brief)
    first = {e.article: e.id for e in reversed(list(subject.brief.excerpts.values()))}
    for place, article in ((first[i], subject.articles[i]) for i in first if i in subject.articles):
        for field, text in _printed(article.metadata):
            for words in _quoted(text):
                if (place, words) not in allowed and not (field in _BODIES and _is_custom(text, words)):
                    said = f"{article.id}: “{words}” stands between quotation marks in its {field}, which is no title"
                    hint = f"correct it: briefing article set {article.id} FIELD=VALUE; or allow it with a reason"
                    yield Hit(place, said, hint)


def _is_custom(text: str, words: str) -> bool:
    """Whether marks belong to the name of a body, as they do in some scripts: short, without the signs of speech."""
    short = len(words.split()) <= _LONGEST and len(text.split()) <= 2 * _LONGEST
    return short and bool(_CUSTOMARY.search(words)) and not _SPEECH.search(text)


def _quoted(text: str) -> Iterator[str]:
    """What stands between marks in a name and is no nickname; all that follows one that nothing closes."""
    found, left = nested_quotations(text)
    open_end = [words] if left and (words := text[left.end :]).strip() else []
    for words in (*(quotation.words.slice(text) for quotation in found), *open_end):
        said = normalise(words).strip()
        if not is_nickname(said):
            yield said


def _printed(data: Metadata) -> Iterator[tuple[str, str]]:
    """What a note may say of a source beside titles, by field."""
    for field in _FIELDS:
        yield from ((field, text) for text in _texts(data.value(field)))
    for field in sorted(FURTHER.difference(_TITLES).intersection(data.extra)):
        yield from ((field, text) for text in _texts(data.extra[field]))


def _texts(value: Any) -> Iterator[str]:
    """The texts in a field: its own, or one for each name."""
    if isinstance(value, (list, tuple)):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, Name):
        yield " ".join((str(value), *_texts(value.extra)))
    elif isinstance(value, Mapping):
        yield " ".join(str(part) for part in value.values() if isinstance(part, str))
    elif value:
        yield str(value)
