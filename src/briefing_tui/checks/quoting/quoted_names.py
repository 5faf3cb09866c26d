"""Rule 7 of the contract in what is printed of a source beside its words and its titles: names quote nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from ...citations import FURTHER
from ...model import Metadata, Name, Severity, normalise
from ...model.language_tags import known_tag
from ...model.signs.quotation_marks import nested_quotations
from ...model.web_address import printed_address
from ..rules.registry import Hit, Subject, contract, rule
from .own_words import allowed_words, is_nickname

SILENT = frozenset(
    "text digest_of original_paragraphs version_of speakers states evidence original pages paragraph_themes themes"
    " extra custom_extra".split()
)
"""What of a source's metadata is printed nowhere, or not in its own words; all else may be."""
TITLES = ("title", "collection-title", "event-title", "original-title", "part-title", "volume-title")
"""What may quote."""
_SHOWN = {"url": lambda url: re.sub(",+", ",", printed_address(url)), "language": known_tag}
"""What is printed of a field, where that is not all of it; commas of an address are no marks."""
_BODIES = ("container-title", "publisher", "republished-by")
_CUSTOMARY = re.compile("[\u0370-\u05f4]")
"""A letter of a script in which names of papers and houses stand between marks: Greek, Cyrillic, Armenian, Hebrew."""
_SPEECH = re.compile(r"[:;,.!?…]")
_LONGEST = 4
"""Words: газета «Новые известия», ООО «Рога и копыта»."""


@rule("own-words.name", Severity.ERROR, contract(7), binding=True)
def name(subject: Subject) -> Iterator[Hit]:
    """Words between quotation marks in the name of an author or an outlet, which a note would print.

    Only a title may quote; of a name, one word may stand between marks, as in Benjamin “Bibi” Netanyahu.
    """
    allowed = allowed_words(subject.brief)
    first = {e.article: e.id for e in reversed(list(subject.brief.excerpts.values()))}
    for place, article in ((first[i], subject.articles[i]) for i in first if i in subject.articles):
        for field, text in printed_names(article.metadata):
            for words in dict.fromkeys(_quoted(text)):
                if (place, words) not in allowed and not (field in _BODIES and _is_custom(text, words)):
                    said = f"{article.id}: “{words}” stands between quotation marks in its {field}, which is no title"
                    hint = f"correct it: briefing article set {article.id} FIELD=VALUE; or allow it with a reason"
                    yield Hit(place, said, hint)


@rule("own-words.theme", Severity.ERROR, contract(7), binding=True)
def theme(subject: Subject) -> Iterator[Hit]:
    """Words between quotation marks in the name of a theme, where the form prints the themes.

    A table that counts paragraphs quotes nobody.
    """
    allowed = allowed_words(subject.brief)
    for label in subject.themes:
        for words in _quoted(label):
            if ("", words) not in allowed:
                hint = "take the marks off in corpus/themes.yaml, or choose a form that prints no themes"
                yield Hit("", f"the theme ‘{label}’ has “{words}” between quotation marks", hint)


def _is_custom(text: str, words: str) -> bool:
    """Whether marks belong to the name of a body, as they do in some scripts: short, without the signs of speech."""
    short = len(words.split()) <= _LONGEST and len(text.split()) <= 2 * _LONGEST
    return short and bool(_CUSTOMARY.search(words)) and not _SPEECH.search(text)


def _quoted(text: str) -> Iterator[str]:
    """What stands between marks in a name and is no nickname; all that follows one that nothing closes."""
    found, left = nested_quotations(text)
    for quotation in found:
        said = normalise(quotation.words.slice(text)).strip()
        if not is_nickname(said):
            yield said
    if left and (said := normalise(text[left.end :]).strip()):
        yield said


def printed_names(data: Metadata) -> Iterator[tuple[str, str]]:
    """What may be printed of a source beside its words and titles, by field: whatever nobody says is not."""
    for name in (one.name for one in fields(data) if one.name not in SILENT):
        field = "URL" if name == "url" else name.replace("_", "-")
        shown = _SHOWN.get(name, str)
        if field not in TITLES:
            yield from ((field, shown(text)) for text in _texts(getattr(data, name)))
    for field in sorted(FURTHER.difference(TITLES).intersection(data.extra)):
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
