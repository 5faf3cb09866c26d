"""Rule 7 of the contract on what is taken for a source's without quotation marks: speech by dashes, false calls."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Brief, Excerpt, ItemKind, Severity, normalise
from ...model.own_text import pieces, printed_lines
from ...model.signs.dashed_speech import dashed_speech
from ...model.signs.note_calls import false_calls, round_calls
from ..rules.registry import Hit, Subject, contract, rule
from .own_words import Quotable, allowed_words, own_texts, printed_plainly
from .quoted_names import printed_names

_NUMBERED = re.compile(
    r"(?:^|[;:.,/|•·–—])\s*(?P<said>[\[(]?\d{1,3}[\]).:]?\s+(?P<letter>[^\W\d_])\w*(?!\w|\s[12]\d{3}))"
)
"""A date is none."""
_LOCATED = re.compile(r"¶|(?<!\w)(?:pp?|para|[Ss]|с|стр)\.?\s?\d|(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
"""A page, a paragraph or a year, which notes end with."""
_IN_NAME = re.compile(r"[;.\n]\s*(?P<said>[\[(]?\d{1,3}[\]).:]?\s+(?P<letter>[^\W\d_])\w*(?!\w|\s[12]\d{3}))")
"""The same in a name, which may begin with a number: `24 Heures`."""
_LONGEST_ROLE = 120
"""Characters."""


@rule("own-words.dash", Severity.ERROR, contract(7), binding=True)
def dash(subject: Subject) -> Iterator[Hit]:
    """Words behind a dash that opens a line of own text, which reads as somebody's speech, in no pinned excerpt.

    In Russian, French, Spanish and Polish a dash is the ordinary mark of direct speech.
    """
    allowed, quotable = allowed_words(subject.brief), Quotable.of(subject)
    for place, lines in _printed(subject.brief):
        for said in dashed_speech(lines):
            words = normalise(said[0]).strip() if said else ""
            if words and (place, words) not in allowed and not all(quotable.has(normalise(one)) for one in said):
                hint = (
                    "pin the passage and quote it; where nobody says it, write the line without its dash (a list has"
                    " - and a space at the start of each line); or allow these words with a reason"
                )
                yield Hit(
                    place, f"“{words}” stands beside a dash as if somebody said it, and in no pinned excerpt", hint
                )


@rule("own-words.false-call", Severity.ERROR, contract(7), binding=True)
def false_call(subject: Subject) -> Iterator[Hit]:
    """A raised figure or a number in brackets in own text, which reads like the call of a note.

    What stands before it would be credited to the source of that note.
    """
    allowed = allowed_words(subject.brief)
    for place, lines in _printed(subject.brief):
        for call in dict.fromkeys(call for line in lines for call in false_calls(line)):
            if (place, normalise(call)) not in allowed:
                hint = "take it out, and cite with [@e1]; a power or a unit can be in words, or allowed with a reason"
                yield Hit(place, f"‘{call}’ reads like the call of a note, and calls none", hint)


@rule("own-words.round-call", Severity.WARNING, contract(7))
def round_call(subject: Subject) -> Iterator[Hit]:
    """A lone small number in round brackets that ends a sentence of own text or stands behind a quotation.

    Many journals call their notes so: what stands before it would be credited to the source of that note.
    """
    allowed, headings = allowed_words(subject.brief), set(printed_plainly(subject.brief))
    for place, lines in _printed(subject.brief):
        calls = (c for line in lines for c in round_calls(line, heading=(place, line) in headings))
        for call in dict.fromkeys(calls):
            if (place, normalise(call)) not in allowed:
                hint = "cite with [@e1]; say in words what a number counts, or allow it with a reason"
                yield Hit(place, f"‘{call}’ reads like the call of a note, and calls none", hint)


@rule("quotation.call-like", Severity.WARNING, contract(1))
def call_like(subject: Subject) -> Iterator[Hit]:
    """A quote with a raised figure or a number in brackets of its source, which reads like the call of a note of ours.

    The words are printed as they stand in the source; its own notes are not ours.
    """
    for _, item in subject.brief.items():
        excerpt = subject.brief.excerpts.get(item.excerpt) if item.kind is ItemKind.QUOTE else None
        if excerpt:
            theirs = ("".join(" … " if run.ours else run.text for run in part.runs) for part in excerpt.printed())
            for call in dict.fromkeys(call for text in theirs for call in false_calls(text)):
                said = f"quote {item.id} ({excerpt.id}) has ‘{call}’ of its source, which reads like the call of a note"
                hint = "leave it out (A on the quote): […] stands there; at an end of the quote, narrow it (w)"
                yield Hit(item.id, said, hint)


@rule("own-words.further-note", Severity.WARNING, contract(7))
def further_note(subject: Subject) -> Iterator[Hit]:
    """A speaker's role, what is added to a note, or a name in one, which reads like one more: a number, then a name.

    It would stand among the notes as one that the program made.
    """
    for excerpt in (e for e in subject.brief.excerpts.values() if e.speaker):
        for said in (excerpt.speaker.name, excerpt.speaker.role, *excerpt.speaker.via) if excerpt.speaker else ():
            if (numbered := _numbered(said)) or (len(said) > _LONGEST_ROLE and not _is_told(subject, excerpt, said)):
                told = f"has ‘{numbered}’" if numbered else f"has {len(said)} characters"
                hint = "give the name as name, and in the role only what the speaker was when the words were said"
                yield Hit(
                    excerpt.id, f"the name or role of who speaks in {excerpt.id} {told}, like a note of its own", hint
                )
    for _, item in subject.brief.items():
        if (numbered := _numbered(item.note)) and _LOCATED.search(item.note):
            hint = "cite what the brief has with [@e1] in a text of your own; name another source without a number"
            yield Hit(item.id, f"what is added to the note of {item.id} has ‘{numbered}’, like a note of its own", hint)
    yield from _further_in_names(subject)


def _further_in_names(subject: Subject) -> Iterator[Hit]:
    """The same in the names of authors and outlets, once for each article."""
    first = {e.article: e for e in reversed(list(subject.brief.excerpts.values()))}
    for excerpt in first.values():
        article = subject.article_of(excerpt)
        for field, text in printed_names(article.metadata) if article else ():
            found = _IN_NAME.search(text)
            if found and not found["letter"].islower():
                said = f"{excerpt.article}: '{field}' has ‘{found['said']}’, like a note of its own"
                yield Hit(excerpt.id, said, f"set '{field}' again: each author is one of the list")


def _is_told(subject: Subject, excerpt: Excerpt, said: str) -> bool:
    """Whether a source has a name or a role in these words itself."""
    article = subject.article_of(excerpt)
    return article is not None and normalise(said) in normalise(article.text)


def _numbered(text: str) -> str:
    """Where a number and a name follow a stop, these; empty where none do."""
    found = (
        match.group("said") for match in _NUMBERED.finditer(" ".join(text.split())) if not match["letter"].islower()
    )
    return next(found, "")


def _printed(brief: Brief) -> Iterator[tuple[str, list[str]]]:
    """Everything that the author wrote, with its place, as the lines that it is printed in."""
    plainly = set(printed_plainly(brief))
    one_line = {(item.id, item.core) for _, item in brief.items()}
    for place, text in own_texts(brief):
        if (place, text) in plainly:
            yield place, [text]
        elif (place, text) in one_line:
            yield place, ["".join("– " if piece.marker else piece.text for piece in pieces(text))]
        else:
            yield place, printed_lines(text)
    yield from ((e.id, [one.text]) for e in brief.excerpts.values() for one in e.alterations)
