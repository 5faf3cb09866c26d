"""Signs that nobody sees as they are: those that would turn what is around them, and those that hide.

In the place of the first, as U+202E, another stands on the pages; the second stay there, and are not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Severity
from ...model.signs.hidden import hidden_signs
from ...model.signs.unprintable import BLANK, UNPRINTABLE, stand_in
from ..rules.registry import Hit, Subject, contract, rule
from .own_words import own_texts
from .quoted_names import TITLES, printed_names

_TURNING = re.compile("[\u202a-\u202c\u2066-\u2069]")
"""What begins and ends a stretch of another direction; no name needs one."""
_BREAK = re.compile("[\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]")
_NAME_AGAIN = "name the speaker again without it (@ in the draft)"
_NAMED = 5
"""Hidden signs that are named."""


@rule("own-words.stand-in", Severity.WARNING)
def in_own_words(subject: Subject) -> Iterator[Hit]:
    """A sign in own text that would turn or break what is around it, or that is not seen and could hide words.

    Another one is printed in the place of the first. What is not seen goes with the file: words can be put into it, in
    the tags of Unicode and in selectors of variants, that nobody who looks at its pages knows of.
    """
    for place, text in dict.fromkeys(own_texts(subject.brief)):
        for told in _told(text):
            yield Hit(place, f"this text has {told}", "delete it, with what is next to it, and write that again")


@rule("quotation.stand-in", Severity.WARNING, contract(1))
def in_sources(subject: Subject) -> Iterator[Hit]:
    """A sign in a passage, or in what its note names, that would turn what is around it, or that is not seen.

    Another one is printed in the place of the first. What is not seen stays as the source has it, and could hide words.
    """
    for excerpt in subject.brief.excerpts.values():
        for told in _told(excerpt.exact):
            yield Hit(excerpt.id, f"the passage has {told}", "leave the sign out (A on the quote), or pin around it")
        speaker = excerpt.speaker
        for text in (speaker.name, speaker.role, *speaker.via) if speaker else ():
            if turned := _TURNING.search(text):
                said = f"the name or role of who speaks in {excerpt.id} has U+{ord(turned[0]):04X}, which turns it"
                yield Hit(excerpt.id, said, _NAME_AGAIN)
            if hidden := _hidden(text):
                yield Hit(excerpt.id, f"the name or role of who speaks in {excerpt.id} has {hidden}", _NAME_AGAIN)
        article = subject.article_of(excerpt)
        if article is None:
            continue
        data = article.metadata
        titles = ((name, str(getattr(data, name, data.extra.get(name, "")))) for name in TITLES)
        for field, text in (*titles, *printed_names(data)):
            for told in _told(text):
                yield Hit(excerpt.id, f"{article.id}: '{field}' has {told}", f"set '{field}' again without it")
        for field, text in printed_names(data):
            if turned := _TURNING.search(text):
                said = f"{article.id}: '{field}' has U+{ord(turned[0]):04X}, which turns what is beside it"
                yield Hit(excerpt.id, said, f"set '{field}' again without it: a name has its direction by its letters")
            if _BREAK.search(text):
                said = f"{article.id}: '{field}' has a line break, and is printed in one line"
                yield Hit(excerpt.id, said, f"set '{field}' again in one line; each author is one of the list")


def _told(text: str) -> Iterator[str]:
    """The signs of a text that are printed as others, and those that are not seen."""
    signs = dict.fromkeys(UNPRINTABLE.findall(BLANK.sub(" ", text)))
    listed = ", ".join(f"U+{ord(sign):04X}, printed as {stand_in(sign)}" for sign in signs)
    if signs:
        yield f"what cannot be set as it is: {listed}"
    if hidden := _hidden(text):
        yield hidden


def _hidden(text: str) -> str:
    """The signs of a text that are not seen, and that nothing in it needs."""
    found = hidden_signs(text)
    named = ", ".join(f"U+{ord(sign):04X}" + f" ({n} times)" * (n > 1) for sign, n in found[:_NAMED])
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return f"what is not seen and could hide words: {named}{more}" if found else ""
