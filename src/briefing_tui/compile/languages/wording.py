"""The words that the program itself puts into a briefing, by language: labels, months, quotation marks."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from briefing_tui.citations import Terms
from briefing_tui.errors import FormatError
from briefing_tui.model import PartialDate

from .scripts import base_language, is_rtl, is_rtl_language, isolated

FOLDER = Path(__file__).parent / "messages"
DEFAULT = "en"
_WHOLE = ("words", "levels", "likelihoods", "scales", "citations")
"""What no language may lack a word of."""
_CURLS = str.maketrans("“”‘’", "”“’‘")


@dataclass(frozen=True, slots=True)
class Wording:
    """Labels, months and quotation marks of one language; English where it has none of its own."""

    words: dict[str, str]
    levels: dict[str, str]
    likelihoods: dict[str, str]
    """By the terms of the scales, which the brief stores in English."""
    scales: dict[str, str]
    citations: dict[str, str]
    months: tuple[str, ...]
    months_alone: tuple[str, ...]
    dates: dict[str, str]
    letters: tuple[str, ...]
    """What its lists are marked with, in their order."""
    quotation_marks: tuple[str, str]
    other_marks: tuple[str, str]
    """For a quotation that has the first ones within, or ones that look like them."""
    of_count: dict[str, dict[str, str]]
    """Words that one count wants otherwise than all others, by key and by that count ('1', in Arabic '2' as well).

    Most sentences need none: they tell what is counted first and its number after a colon, which agrees with any.
    """
    rtl: bool = False
    """Whether the language is written from right to left."""

    def marks_around(self, text: str, *, turned: bool = False) -> tuple[str, str]:
        """The outer quotation marks of a passage: others than its own, so that each pair is seen to close.

        Args:
            text: of the passage.
            turned: whether it runs the other way than this language: curls are turned to it then, as the signs of
                pointed marks and brackets turn by themselves.
        """
        within = any(_has_mark(text, mark.strip()) for mark in (*self.quotation_marks, '"'))
        marks = self.other_marks if within else self.quotation_marks
        return (marks[0].translate(_CURLS), marks[1].translate(_CURLS)) if turned and marks[0] != marks[1] else marks

    def apart(self, name: str) -> str:
        """A name as it stands in a row of them: from the right, one that runs the other way is kept to itself."""
        return isolated(name, rtl=True) if self.rtl else name

    def with_words(self, own: Mapping[str, str]) -> Wording:
        """The same with words of a form's own, which go before."""
        return replace(self, words={**self.words, **own})

    def label(self, key: str) -> str:
        """The words for `key`; where there are none, the key itself, which a check reports."""
        return self.words.get(key, f"[{key}]")

    def __call__(self, key: str, **values: object) -> str:
        """The words for `key`, with the values filled in; those of a count where `n` is one that has its own."""
        pattern = self.of_count.get(key, {}).get(str(values.get("n")), self.words[key])
        return joined(pattern, values) if values else pattern

    @property
    def terms(self) -> Terms:
        """The fixed words of notes."""
        return Terms.of(self.citations, self.date, self.marks_around)

    def likelihood(self, term: str) -> str:
        """A term of a scale as the page shows it; any other word as it is."""
        known = self.likelihoods.get(term.casefold(), term)
        return term if known == term.casefold() else known

    def language(self, tag: str) -> str:
        """The name of a language; where there is none, that it is a language, and its code."""
        code = base_language(tag)
        return self.words.get(f"language-{code}") or self("other-language", code=code)

    def date(self, date: PartialDate) -> str:
        """A date as exact as it is: '21 November 2026', 'November 2026' or '2026'."""
        if not date.month:
            return self.dates["year"].format(year=date.year)
        pattern = self.dates["day"] if date.day else self.dates["month"]
        if date.day == 1:
            pattern = self.dates.get("first", pattern)
        month, alone = self.months[date.month - 1], self.months_alone[date.month - 1]
        return pattern.format(day=date.day, month=month, alone=alone, year=date.year)

    def written_date(self, text: str) -> str:
        """A date from a file in words; nothing where it is none."""
        try:
            return self.date(PartialDate.parse(text))
        except ValueError:
            return ""


def _has_mark(text: str, mark: str) -> bool:
    """Whether a text has a quotation mark; within a word it is none, but that of an abbreviation, as in Hebrew."""
    return re.search(rf"(?<!\w){re.escape(mark)}|{re.escape(mark)}(?!\w)", text) is not None


def joined(pattern: str, values: Mapping[str, object]) -> str:
    """A pattern with its values; its full stop is left out after a value that ends in one, or in a like mark."""
    for name, value in values.items():
        if str(value).endswith((".", "…", "!", "?")):
            pattern = pattern.replace(f"{{{name}}}.", f"{{{name}}}")
    return pattern.format(**values)


@cache
def wording(language: str) -> Wording:
    """The words of a language, given as a BCP 47 tag: `en-GB` falls back to `en`, what is unknown to English.

    Raises:
        FormatError: for a language that has words and lacks one: no page is in two languages.
    """
    merged: dict[str, Any] = {}
    base = language.partition("-")[0]
    _complete(base)
    for name in dict.fromkeys((DEFAULT, base, language)):
        for key, value in _messages(name).items():
            merged[key] = {**merged.get(key, {}), **value} if isinstance(value, dict) else value
    opening, closing = merged["quotation-marks"]
    own = _messages(base) or _messages(DEFAULT)
    other = own.get("other-marks", (opening, closing))
    return Wording(
        words=merged["words"],
        levels=merged["levels"],
        likelihoods=merged["likelihoods"],
        scales=merged["scales"],
        citations=merged["citations"],
        months=tuple(merged["months"]),
        months_alone=tuple(merged.get("months-alone", merged["months"])),
        dates=merged["date"],
        letters=tuple(merged["letters"].split()),
        quotation_marks=(opening, closing),
        other_marks=(other[0], other[1]),
        of_count=own.get("of-count", {}),
        rtl=is_rtl_language(base),
    )


def quotation_marks(passage: str, language: str) -> tuple[str, str]:
    """The marks around a passage in a text of a language."""
    return wording(language).marks_around(passage, turned=is_rtl(passage) != is_rtl_language(language))


def known_languages() -> frozenset[str]:
    """The languages that have words of their own, as bare tags."""
    return frozenset(path.stem for path in FOLDER.glob("*.json") if "-" not in path.stem)


def _complete(language: str) -> None:
    own, known = _messages(language), _messages(DEFAULT)
    for group in _WHOLE if own else ():
        if missing := sorted(known[group].keys() - own.get(group, {}).keys()):
            raise FormatError(
                f"the words of '{language}' lack '{missing[0]}'",
                file=f"{language}.json",
                field=group,
                hint="install the program anew, or write the brief in another language",
            )


def _messages(name: str) -> dict[str, Any]:
    known = {path.stem: path for path in FOLDER.glob("*.json")}
    if name not in known:
        return {}
    messages: dict[str, Any] = json.loads(known[name].read_text(encoding="utf-8"))
    return messages


@cache
def month_names() -> tuple[str, ...]:
    """The months in all languages that there are words for, as dates have them and alone, the longest first."""
    spoken = (wording(language) for language in known_languages())
    return tuple(
        sorted({name for said in spoken for name in (*said.months, *said.months_alone)}, key=len, reverse=True)
    )
