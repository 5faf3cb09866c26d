"""Percentages that say how likely something is, with the term of likelihood that they stand with, in six languages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from .terms import EVERY, pattern

if TYPE_CHECKING:
    from ..phrasing.phrases import Phrases

_FIGURE = r"(\d{1,3}(?:[.,]\d{1,4})?)"
_WORD = r"[^\W\d_][^\s\d(),.;:!?،؛؟–—]{0,40}"
_BETWEEN = rf"((?:\s{{1,3}}{_WORD}){{1,4}})"
"""Words that may stand between a term and its percentage."""
_STOP = r"\s{0,3}(?:[.,;:!?)،؛؟]|$)"
_ENDS = ".!?؟"
_ENDED = re.compile(r"\s*(?:[.;!?؛؟]|$)")
_NEAR = 4
"""Words before a term among which one may deny it."""
_CLAUSE = re.compile(r"[,;،؛]")
"""What parts a clause from the one before, but for one that says the same."""
_ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Stated:
    """A term of a scale, whichever has it, and a percentage that stands with it."""

    term: str
    low: float
    high: float
    sure: bool = True
    """Whether it certainly says how likely something is: in brackets behind the term, or with a word of chance."""


@dataclass(frozen=True, slots=True)
class _Words:
    """How one language writes it."""

    beside: re.Pattern[str]
    """A percentage right behind a term: in brackets, or at the end of the clause; not 'likely 20 % lower'."""
    apart: re.Pattern[str]
    """One that some words of the clause stand before: 'almost certainly so (50 %)'."""
    before: re.Pattern[str]
    """One right before a term that is in brackets: '50 % (likely)'."""
    of_chance: re.Pattern[str]
    empty: re.Pattern[str]
    """Words between a term and its percentage that say nothing."""
    ends: re.Pattern[str]
    """The end of a text, or a word that says of what something is likely: 'likely, at 60 %, that'."""
    amounts: Phrases
    """What a percentage may be of: 'a majority'."""
    denied: Phrases
    """Words shortly before a term that take it back."""
    compared: Phrases
    """Words right before a term that make a comparison of it: 'as likely as not'."""
    empty_subject: Phrases
    """What stands before a term where nothing else can be of the percentage: 'it is'."""
    spared: Phrases
    """Words after which a percentage is of another clause, or of something else."""
    terms: tuple[tuple[str, Phrases], ...]


def percentages(sentence: str, language: str, stated: str = "") -> Iterator[Stated]:
    """Each percentage of a sentence that says how likely something is, with the term that it stands with.

    Args:
        sentence: own text.
        language: of the brief, as a tag; what has no list is read as English.
        stated: the term that is stated elsewhere for the same judgement.
    """
    from ..phrasing.phrases import fold

    if not any(sign.isdecimal() for sign in sentence):
        return
    folded, words = fold(sentence), _words_of(language)
    found = list(_terms(folded, words))
    told = False
    for start, end, term in found:
        beside = words.beside.match(folded, end) or _apart(folded, end, words) or _before(folded, start, end, words)
        if beside:
            told = True
            yield Stated(term, *_range(beside), sure=_is_sure(beside, words, before=folded[:start]))
    alone = found[0][2] if len(found) == 1 else stated if not found else ""
    chance = words.of_chance.search(folded)
    if alone and chance and not told:
        between = folded[found[0][1] : chance.start()] if found else ""
        ends = _ENDED.match(folded, chance.end()) is not None
        yield Stated(alone, *_range(chance), sure=ends or _CLAUSE.search(between) is None)


def _is_sure(found: re.Match[str], words: _Words, *, before: str) -> bool:
    """Whether a percentage is the term's own: 'likely (20 %)', 'It is likely: 20 %.'; not 'likely to win (20 %)'.

    Set off by commas it may be of anything, as in 'growth is likely, at 2 %, to slow', unless what is likely follows.
    """
    said = found.groupdict()
    if _is_of_more(before, words, marked=bool(said.get("mark"))):
        return False
    if between := said.get("between"):
        return words.empty.fullmatch(between.strip()) is not None
    ends = found.string[found.end() - 1] in _ENDS or words.ends.match(found.string, found.end())
    return bool(said.get("bracket") or said.get("chance") or (ends and (said.get("rated") or said.get("mark"))))


def _is_of_more(before: str, words: _Words, *, marked: bool) -> bool:
    """Whether a percentage may be of what stands before its term, or the term is denied: 'a rise is likely (20 %)'.

    Args:
        before: what stands before the term.
        words: of the language.
        marked: whether a colon or a dash leads to the percentage: it is the term's where nothing but 'it' is likely.
    """
    clause = _CLAUSE.split(before)[-1].rstrip()
    near = " ".join(clause.split()[-_NEAR:])
    if words.amounts.first(clause) or words.denied.first(near) or words.compared.closes(clause):
        return True
    return marked and words.empty_subject.closes(clause) is None


def _apart(folded: str, end: int, words: _Words) -> re.Match[str] | None:
    """A percentage of the clause that a term stands in, with words between that do not say what it is of."""
    found = words.apart.match(folded, end)
    return None if found is None or words.spared.first(found.group("between")) else found


def _before(folded: str, start: int, end: int, words: _Words) -> re.Match[str] | None:
    bare = folded[start - 1 : start] == "(" and folded[end : end + 3].removeprefix("ly").startswith(")")
    return words.before.search(folded, max(0, start - 40), start) if bare else None


def _terms(folded: str, words: _Words) -> Iterator[tuple[int, int, str]]:
    """The terms of a sentence, of those that overlap the longest, with where they stand."""
    english = ((*m.span(), m.group()) for m in pattern(EVERY).finditer(folded)) if not words.terms else ()
    others = ((*m.span(), term) for term, phrases in words.terms for m in phrases.find(folded))
    done = 0
    for start, end, term in sorted((*english, *others), key=lambda each: (each[0], -each[1])):
        if start >= done:
            yield start, end, term
            done = end


def _range(match: re.Match[str]) -> tuple[float, float]:
    figures = [match.group(name) for name in match.re.groupindex if name.startswith("n") and match.group(name)]
    low, *high = (float(figure.replace(",", ".")) for figure in figures)
    return low, high[0] if high else low


@lru_cache(maxsize=8)
def _words_of(language: str) -> _Words:
    from ..phrasing.phrases import Phrases

    plain: dict[str, Any] = tomllib.loads((files(__package__) / "scale_terms.toml").read_text(encoding="utf-8"))
    code = language.partition("-")[0].lower()
    own = plain.get(code, plain[_ENGLISH])
    each = {name: [*own[name], *plain[_ENGLISH][name]] for name in ("percent", "to")}
    about = rf"(?:{_any(own['about'])}[,\s]{{0,3}}){{0,3}}"
    rated = rf"(?P<rated>{_any(own['rated'])}[,\s]{{1,3}})?" if "rated" in own else ""
    chance, percent, to = _any(own["chance"]), _any(each["percent"]), _any(each["to"])

    def number(mark: str) -> str:
        low, high = (_FIGURE.replace("(", f"(?P<n{mark}{n}>", 1) for n in (0, 1))
        return rf"(?<![\d.,]){low}\s?[%٪]?(?:\s?{to}\s?{high})?\s?{percent}"

    bracketed = rf"(?P<bracket>[(\[])\s{{0,3}}{about}{number('a')}(?:\s{{1,3}}{chance})?\s{{0,3}}[)\]]"
    behind = rf"{number('b')}(?:\s+(?P<chance>{chance})|{_STOP})"
    return _Words(
        re.compile(rf"(?:ly)?\s{{0,3}}(?:{bracketed}|(?:,|(?P<mark>[:–—-]))?\s{{0,3}}{rated}{about}{behind})"),
        re.compile(
            rf"(?:ly)?(?P<between>{_BETWEEN})\s{{0,3}}(?:{bracketed}|[,:–—]\s{{0,3}}{about}{number('b')}{_STOP})"
        ),
        re.compile(rf"{number('a')}(?:\s{{1,3}}{chance})?\s{{0,3}}(?P<bracket>\()$"),
        re.compile(
            rf"{number('a')}\s{{1,3}}{chance}|{chance}\s{{1,3}}(?:of|at|is|von|de|в)?\s{{0,3}}{about}{number('b')}"
        ),
        re.compile(_any(own["empty"])),
        re.compile(rf"\s*(?:$|{_any(own['of_what'])})" if "of_what" in own else r"\s*$"),
        Phrases(own["amounts"], {}),
        Phrases(own["denied"], {}),
        Phrases(own["compared"], {}),
        Phrases(own["empty_subject"], {}),
        Phrases([*own["breaks"], *own["measures"]], {}),
        tuple((term, Phrases(spelt, {})) for term, spelt in own.get("terms", {}).items()),
    )


def _any(words: Iterable[str]) -> str:
    """A pattern for one of some words, the longer ones first."""
    parts = (
        re.escape(word).replace(r"\ ", r"\s?") + (r"(?!\w)" if word[-1].isalpha() else "")
        for word in sorted(words, key=len, reverse=True)
    )
    return f"(?:{'|'.join(parts)})"
