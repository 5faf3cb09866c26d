"""Altering a quote by lines: what is done and to which words, or what is taken back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import InvalidError, NotFoundError
from ..model import AlterationKind, Excerpt, Span
from ..model.display import one_line
from ..reading import Words
from ..workspace import Edited
from ..workspace.drafting import alterations, entries

if TYPE_CHECKING:
    from .desk import Desk

TAKE_BACK = "back"
"""The answer that takes an alteration back."""
MANY = 80
"""Words; those of a longer quote are not said with their numbers."""
_NUMBERS = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")
_QUOTED = re.compile(r"\"(.+)\"|“(.+)”", re.DOTALL)
HOW = 'As they stand in the quote, or by their numbers: 4, or 4-7; between " and " they are words whatever they are'


def alter(desk: Desk, excerpt_id: str, words: str = "") -> Edited | None:
    """Alter a quote, or take an alteration back; `None` where the person went away.

    Args:
        desk: the desk.
        excerpt_id: the quote.
        words: what to do and to which words: `omit of Russia`, `insert the minister`, `case`, `back 2`; what is missing
            is asked for.

    Raises:
        BriefingError: where that does not fit; says why.
    """
    excerpt = alterations.quote_of(desk.to_edit().brief, excerpt_id)
    said, _, rest = words.partition(" ")
    way = _named(said.casefold()) if said else _asked(desk, excerpt)
    if not way:
        return None
    if way == TAKE_BACK:
        return _take_back(desk, excerpt, rest.strip())
    kind, text, span = AlterationKind(way), "", None
    if kind is AlterationKind.INSERT:
        place = f"{excerpt_id}.{entries.INSERTION}"
        text = rest or desk.ask_text(place, "Which words of your own? The brackets come by themselves") or ""
        if not text.strip():
            return None
        rest = ""
    if kind is not AlterationKind.CASE:
        span = _which(desk, excerpt, kind, rest.strip())
        if span is None:
            return None
    made = desk.edit(lambda now: alterations.applied(now, excerpt_id, kind, span, text))
    if kind is AlterationKind.OMIT and span is not None:
        language = alterations.language_of(desk.workspace.articles, excerpt)
        if warning := alterations.omission_said(excerpt, span, language):
            desk.talk.say(warning)
    return made


def said_of(desk: Desk, made: Edited, excerpt_id: str) -> str:
    """What was done, and how the quote is printed now."""
    excerpt = alterations.quote_of(desk.to_edit().brief, excerpt_id)
    undo = desk.keymap.keys["everywhere.undo"][0]
    return f"{alterations.done(made.label)}; {undo} undoes it\nNow printed: {printed(excerpt)}"


def printed(excerpt: Excerpt) -> str:
    """A quote as it is printed, in one line, with what cannot be seen in it."""
    words = " ".join(" ".join(stretch.text for stretch in excerpt.printed()).split())
    return "; ".join(filter(None, (f"“{words}”", alterations.remarks(excerpt))))


def _named(said: str) -> str:
    ways = (*map(str, AlterationKind), TAKE_BACK)
    found = next((way for way in ways if said == way), "")
    if not found:
        raise InvalidError(f"'{said}' is no way to alter a quote", hint=f"alter, then one of: {', '.join(ways)}")
    return found


def _asked(desk: Desk, excerpt: Excerpt) -> str | None:
    options = [(str(kind), f"{kind}: {what}", how) for kind, (what, how) in alterations.WAYS.items()]
    if excerpt.alterations:
        done = "; ".join(map(alterations.described, excerpt.alterations))
        options.append((TAKE_BACK, f"{TAKE_BACK}: take one back", one_line(done)))
    return desk.talk.choose(f"What to do with {excerpt.id}? {one_line(printed(excerpt))}", options)


def _take_back(desk: Desk, excerpt: Excerpt, number: str) -> Edited | None:
    done = excerpt.alterations
    if not done:
        raise NotFoundError(f"nothing is done to {excerpt.id} yet")
    if not number:
        options = [(str(n), one_line(alterations.described(a)), "") for n, a in enumerate(done, 1)]
        number = "1" if len(done) == 1 else desk.talk.choose("Take back which?", options) or ""
    if not number:
        return None
    if not number.isdecimal():
        raise InvalidError(f"'{number}' is no number", hint=f"{TAKE_BACK}, then 1 to {len(done)}")
    return desk.edit(lambda now: alterations.taken_back(now, excerpt.id, int(number)))


def _which(desk: Desk, excerpt: Excerpt, kind: AlterationKind, said: str) -> Span | None:
    """The words that are meant, asked for where none are named; `None` where the person went away."""
    of = Words(excerpt.exact)
    if not said:
        if len(of.spans) <= MANY:
            desk.talk.say(", ".join(f"{n} {one_line(w.slice(excerpt.exact))}" for n, w in enumerate(of.spans, 1)))
        first = "; an empty line: before the first one" if kind is AlterationKind.INSERT else ""
        what = "After which words" if kind is AlterationKind.INSERT else "Which words"
        answer = desk.talk.ask(f"{what}? {HOW}{first}", number=True)
        if answer is None or not (answer or first):
            return None
        said = answer
    if not said:
        return Span(0, 0)
    if numbers := _NUMBERS.fullmatch(said):
        return _by_number(of, int(numbers[1]), int(numbers[2] or numbers[1]), excerpt.id)
    quoted = _QUOTED.fullmatch(said)
    return _by_words(desk, excerpt, quoted[1] or quoted[2] if quoted else said)


def _by_number(of: Words, first: int, last: int, where: str) -> Span:
    if not 0 < first <= last <= len(of.spans):
        raise NotFoundError(f"there are no words {first} to {last}", where=where, hint=f"1 to {len(of.spans)}")
    return Span(of.spans[first - 1].start, of.spans[last - 1].end)


def _by_words(desk: Desk, excerpt: Excerpt, words: str) -> Span | None:
    found = alterations.places_of(excerpt.exact, words)
    if len(found) < 2:
        return alterations.place_of(excerpt, words)
    options = [(str(n), one_line(alterations.around(excerpt.exact, p)), "") for n, p in enumerate(found)]
    answer = desk.talk.choose(f"“{one_line(words)}” stands in {len(found)} places: which?", options)
    return found[int(answer)] if answer else None
