"""Signs that would turn or break what is around them, as U+202E, so that another stands in their place on the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Severity
from ...model.signs.unprintable import BLANK, UNPRINTABLE, stand_in
from ..rules.registry import Hit, Subject, contract, rule
from .own_words import own_texts
from .quoted_names import TITLES, printed_names

_TURNING = re.compile("[\u202a-\u202c\u2066-\u2069]")
"""What begins and ends a stretch of another direction; no name needs one."""
_BREAK = re.compile("[\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]")


@rule("own-words.stand-in", Severity.WARNING)
def in_own_words(subject: Subject) -> Iterator[Hit]:
    """A sign in own text that would turn or break what is around it: another one is printed in its place."""
    for place, text in dict.fromkeys(own_texts(subject.brief)):
        if told := _told(text):
            yield Hit(place, f"this text has {told}", "delete it, with what is next to it, and write that again")


@rule("quotation.stand-in", Severity.WARNING, contract(1))
def in_sources(subject: Subject) -> Iterator[Hit]:
    """A sign in a passage, or in what its note names, that would turn or break what is around it.

    Another one is printed in its place.
    """
    for excerpt in subject.brief.excerpts.values():
        if told := _told(excerpt.exact):
            yield Hit(excerpt.id, f"the passage has {told}", "leave the sign out (A on the quote), or pin around it")
        speaker = excerpt.speaker
        for text in (speaker.name, speaker.role, *speaker.via) if speaker else ():
            if turned := _TURNING.search(text):
                said = f"the name or role of who speaks in {excerpt.id} has U+{ord(turned[0]):04X}, which turns it"
                yield Hit(excerpt.id, said, "name the speaker again without it (@ in the draft)")
        article = subject.article_of(excerpt)
        if article is None:
            continue
        data = article.metadata
        titles = ((name, str(getattr(data, name, data.extra.get(name, "")))) for name in TITLES)
        for field, text in (*titles, *printed_names(data)):
            if told := _told(text):
                yield Hit(excerpt.id, f"{article.id}: '{field}' has {told}", f"set '{field}' again without it")
        for field, text in printed_names(data):
            if turned := _TURNING.search(text):
                said = f"{article.id}: '{field}' has U+{ord(turned[0]):04X}, which turns what is beside it"
                yield Hit(excerpt.id, said, f"set '{field}' again without it: a name has its direction by its letters")
            if _BREAK.search(text):
                said = f"{article.id}: '{field}' has a line break, and is printed in one line"
                yield Hit(excerpt.id, said, f"set '{field}' again in one line; each author is one of the list")


def _told(text: str) -> str:
    """The signs of a text that are printed as others."""
    signs = dict.fromkeys(UNPRINTABLE.findall(BLANK.sub(" ", text)))
    listed = ", ".join(f"U+{ord(sign):04X}, printed as {stand_in(sign)}" for sign in signs)
    return f"what cannot be set as it is: {listed}" if signs else ""
