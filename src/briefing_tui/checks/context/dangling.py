"""Pronouns and pointing words among the first words that are kept, whose referent stands outside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Span
from ..phrasing.lexicon import Lexicon, References
from ..phrasing.passage import Cut
from ..phrasing.phrases import fold
from ..phrasing.warning import ContextKind, ContextWarning, Side

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FIRST = 400
"""Characters of a passage in which what stands for something outside is looked for."""
_POSSESSIVE = re.compile(r"'s?\Z")


def dangling(cut: Cut, lexicon: Lexicon) -> Iterator[ContextWarning]:
    """The first such word, if there is one."""
    kept = cut.text[cut.span.start : min(cut.span.end, cut.span.start + _FIRST)]
    folded = fold(kept)
    lists = lexicon.reference
    found = _among_first(folded, lists) or _person(cut, kept, folded, lists) or _same(cut, kept, folded, lists)
    if found and not _answered(kept, folded, found, lists):
        start = cut.span.start + found.start()
        yield ContextWarning(
            ContextKind.REFERENCE,
            cut.text[start : cut.span.start + found.end()],
            Span(start, cut.span.start + found.end()),
            Side.INSIDE,
            _with_referent(cut),
        )


def _among_first(folded: str, lists: References) -> re.Match[str] | None:
    """A word that stands for another before any that it could stand for."""
    for match in _WORD.finditer(folded):
        if lists.exempt.opens(folded[match.start() :]):
            return None
        if found := lists.phrases.opens(folded[match.start() :]):
            return re.compile(re.escape(found.group())).match(folded, match.start())
        word = _POSSESSIVE.sub("", match.group().partition("'")[0])
        if word in lists.subjects or word in lists.pointing:
            return match
        if word not in lists.light:
            return None
    return None


def _person(cut: Cut, kept: str, folded: str, lists: References) -> re.Match[str] | None:
    """A pronoun of a person with nobody before it whom it could stand for; behind a quotation any pronoun."""
    words = list(_WORD.finditer(folded))
    outer = [m for m in words if cut.marks.quotation(cut.span.start + m.start()) is None]
    for match in words:
        word = match.group().partition("'")[0]
        if word not in lists.subjects or lists.exempt.opens(folded[match.start() :]):
            continue
        before = [m for m in (outer if match in outer else words) if m.start() < match.start()]
        if word in lists.persons:
            known = any(_somebody(kept, before, n, lists) for n in range(len(before)))
            return None if known or (before and _is_name(cut.text, kept[slice(*before[0].span())], lists)) else match
        if match in outer and not before:
            return match
    return None


def _same(cut: Cut, kept: str, folded: str, lists: References) -> re.Match[str] | None:
    """A pronoun of several whom the dropped beginning of the sentence names by one: 'They claim that it is theirs'."""
    head = {match.group().partition("'")[0] for match in _WORD.finditer(fold(cut.text[cut.head.start : cut.head.end]))}
    if not head & lists.several:
        return None
    words = list(_WORD.finditer(folded))
    for n, match in enumerate(words):
        if match.group().partition("'")[0] in lists.several:
            return None if any(_several(kept, words, before, lists) for before in range(n)) else match
    return None


def _several(kept: str, words: list[re.Match[str]], n: int, lists: References) -> bool:
    """Whether a word may be whom such a pronoun stands for: a name, or a noun in the plural behind a little word."""
    before = words[n - 1].group() if n else ""
    plural = words[n].group().endswith("s") and words[n].group() not in lists.light
    return (n > 0 and kept[words[n].start()].isupper()) or (plural and (not n or before in lists.light | lists.people))


def _somebody(kept: str, words: list[re.Match[str]], n: int, lists: References) -> bool:
    """Whether a word may be what a pronoun stands for: it has a capital letter, or an article stands before it."""
    word = words[n].group()
    if word in lists.people:
        return True
    if not kept[words[n].start()].isupper() or word in lists.light:
        return False
    return n > 0 or not (len(words) > 1 and words[1].group() in lists.light)


def _is_name(text: str, word: str, lists: References) -> bool:
    """Whether the first word of a passage is a name: within a sentence the article has it with its capital too.

    Not behind a little word: so stand the days of the week.
    """
    if not word[:1].isupper() or word.lower() in lists.light:
        return False
    before = re.finditer(rf"([^\W_]+),? {re.escape(word)}(?!\w)", text)
    return any(match[1].lower() not in lists.light for match in before)


def _answered(kept: str, folded: str, found: re.Match[str], lists: References) -> bool:
    """Whether the referent follows at once: 'In his first speech, President Amari …'."""
    if found.group() not in lists.subjects or found.start() == 0:
        return False
    comma = kept.find(",", found.end())
    after = _WORD.search(folded, comma + 1) if comma >= 0 else None
    if after is None or not re.match(r"\s+\w+", folded[found.end() :]):
        return False
    return after.group() in lists.people or (kept[after.start()].isupper() and after.group() not in lists.light)


def _with_referent(cut: Cut) -> Span:
    """The passage with the rest of its sentence, or with the sentence before where it begins with one."""
    if cut.text[cut.head.start : cut.head.end].strip(" \"“„«‘'(["):
        return Span(cut.head.start, cut.span.end)
    return Span(cut.previous.start, cut.span.end) if cut.previous else cut.span
