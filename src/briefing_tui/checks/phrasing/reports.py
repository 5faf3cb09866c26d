"""Whether a passage is what somebody is reported to say, by words of its sentence: in languages other than English.

For English who speaks is found by `ingest.speakers_near`, which knows more of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...model import Article, Span
from ...model.signs.spoken import masked
from .listed import WordLists, word_lists
from .passage import Cut
from .phrases import fold

_BORDER = re.compile(r"[,،;:؛()–—]")
_WORD = re.compile(r"[^\W\d_](?:[\w'’\u0591-\u05c7\u0640\u064b-\u0652״\"-]*\w)?")
_TAIL = 12
"""Words that say who says it, behind what they say, at most."""
_LEAD = 6
"""Words before a verb in the mood of indirect speech, in a main clause, at most."""
_NAME = 3
"""Words that are taken for a name as they are; of more the first one and those with a capital behind it."""
_PARTICLES = frozenset("von vom zu zur der den van de du des della di da la le y bin ibn ben al el".split())
"""Words of a name that are written small."""
_SHOWN = 60
"""Characters of who says it."""


@dataclass(frozen=True, slots=True)
class Report:
    """Words that put a passage down to somebody."""

    evidence: Span
    """Where they stand; nothing where the mood of the verb alone says so."""
    who: str
    """The words for whoever says it; empty where they are a pronoun, or where nobody is named."""

    @property
    def is_name(self) -> bool:
        """Whether these words are a name for sure: in letters that have no case nobody can tell where a name ends."""
        words = [word for word in self.who.split() if word not in _PARTICLES]
        return bool(words) and all(word[0].isupper() for word in words)


class _Words:
    """What one language has for it."""

    def __init__(self, lists: WordLists) -> None:
        self.say, self.mood = lists.named("say"), lists.named("mood")
        names = ("that", "frames", "named", "after_name", "joined", "his", "aside", "behind", "subjects")
        found = [lists.listed("reported", name, f"{name}_exempt") for name in names]
        self.that, self.frames, self.named, self.after_name, self.joined = found[:5]
        self.his, self.aside, self.behind, self.subjects = found[5:]
        self.spared_mood = lists.listed("reported", "mood_exempt", "")
        self.subordinate = lists.bare("reported", "subordinate")
        self.light = lists.bare("reported", "light")
        self.any = (lists.listed("reported", "told", ""), *found[1:6])
        """Whatever says that somebody says so."""


def tells_who(text: str, language: str) -> bool | None:
    """Whether own text says that somebody says what it says; `None` where no words are known for the language."""
    words, folded = _words_of(language), fold(text)
    if words is None:
        return None
    return any(each.first(folded) for each in words.any)


def report_of(article: Article, span: Span) -> Report | None:
    """The words by which a passage, or its beginning or end, is what somebody is reported to say."""
    words = _words_of(article.metadata.language)
    if words is None:
        return None
    cut = Cut(article, span)
    for block, sentence in dict.fromkeys(((cut.first, cut.opening), (cut.last, cut.closing))):
        covered, _ = masked(cut.text, block.span)
        spoken = covered[sentence.start - block.span.start : sentence.end - block.span.start]
        for told, evidence, who in _reports(spoken, words):
            if Span(sentence.start + told.start, sentence.start + told.end).overlaps(span):
                return Report(Span(sentence.start + evidence.start, sentence.start + evidence.end), who)
    return None


@lru_cache(maxsize=8)
def _words_of(language: str) -> _Words | None:
    lists = word_lists(language)
    if lists is None or not lists.has("reported"):
        return None
    return _Words(lists)


def _reports(sentence: str, words: _Words) -> Iterator[tuple[Span, Span, str]]:
    """What a sentence reports, by which of its words, and who says it."""
    folded = fold(sentence)
    for match in words.that.find(folded):
        begins = _clause(folded, match.start())
        verb = words.say.first(match.group())
        behind = match.start() + (verb.end() if verb else 0)
        ends = min(_next_border(folded, behind), folded.rfind(" ", 0, match.end()))
        who = _who(sentence, begins, match.start(), words) or _who(sentence, behind, ends, words)
        yield Span(match.end() - 1, len(sentence)), Span(begins, match.end()), who
    for match in words.behind.find(folded):
        end = _next_border(folded, match.end())
        few = len(sentence[match.end() : end].split()) <= _TAIL
        if match.start() and few and _names(sentence, match.end(), words):
            yield Span(0, match.start()), Span(match.start(), end), _who(sentence, match.end(), end, words)
    for match in (*words.his.find(folded), *words.aside.find(folded)):
        yield Span(0, len(sentence)), Span(*match.span()), ""
    for match in words.after_name.find(folded):
        begins = _clause(folded, match.start())
        yield Span(0, len(sentence)), Span(begins, match.end()), _who(sentence, begins, match.start(), words)
    for match in words.joined.find(folded):
        yield Span(0, len(sentence)), Span(*match.span()), _who(sentence, *match.span(), words)
    for frames in (words.frames, words.named):
        for match in frames.find(folded):
            if frames is words.frames or _names(sentence, match.end(), words):
                end = _name_end(sentence, match.end(), words)
                yield Span(0, len(sentence)), Span(match.start(), end), _who(sentence, match.end(), end, words)
    if _is_indirect(sentence, folded, words):
        yield Span(0, len(sentence)), Span(0, 0), ""


def _is_indirect(sentence: str, folded: str, words: _Words) -> bool:
    """Whether the verb of a main clause is in the mood of indirect speech: ‘die Lage sei ernst’."""
    found = words.mood.first(folded)
    if found is None or not sentence[found.start()].islower() or words.spared_mood.first(folded):
        return False
    before = folded[: found.start()]
    lead = _WORD.findall(before)
    main = 0 < len(lead) <= _LEAD and not _BORDER.search(before)
    return main and words.subordinate.isdisjoint(lead)


def _names(sentence: str, at: int, words: _Words) -> bool:
    """Whether the next word is one that somebody is called by; where letters have no case, whether there is one."""
    found = _WORD.search(sentence, at)
    if found is None or sentence[at : found.start()].strip(' \u00a0\u202f“„«"'):
        return False
    first = found.group()[0]
    caseless = first.lower() == first.upper()
    return caseless or first.isupper() or words.subjects.opens(fold(sentence[found.start() :])) is not None


def _who(sentence: str, start: int, end: int, words: _Words) -> str:
    """The words for somebody in a part of a sentence, from the first that is not light to the last."""
    found = [m for m in _WORD.finditer(sentence, start, max(start, end)) if not _is_light(m.group(), words)]
    return " ".join(sentence[found[0].start() : found[-1].end()].split())[:_SHOWN] if found else ""


def _is_light(word: str, words: _Words) -> bool:
    folded = fold(word)
    return folded in words.light or words.say.opens(folded) is not None


def _name_end(sentence: str, start: int, words: _Words) -> int:
    """Where a name behind a word ends: at the border of its clause, or with the first words that may be it."""
    border = _next_border(sentence, start)
    found = [m for m in _WORD.finditer(sentence, start, border) if not _is_light(m.group(), words)]
    if len(found) <= _NAME:
        return border
    cased = found[0].group().upper() != found[0].group().lower()
    more = next((n for n, m in enumerate(found) if n and not m.group()[0].isupper()), len(found)) if cased else _NAME
    return found[more - 1].end()


def _clause(folded: str, end: int) -> int:
    """Where the clause begins that ends at a place."""
    borders = [match.end() for match in _BORDER.finditer(folded, 0, end)]
    return borders[-1] if borders else 0


def _next_border(folded: str, start: int) -> int:
    found = _BORDER.search(folded, start)
    return found.start() if found else len(folded)
