"""The words that the program itself puts into a briefing, by language: labels, months, quotation marks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from briefing_tui.model import PartialDate

FOLDER = Path(__file__).parent / "messages"
DEFAULT = "en"


@dataclass(frozen=True, slots=True)
class Wording:
    """Labels, months and quotation marks of one language; English where it has none of its own."""

    words: dict[str, str]
    levels: dict[str, str]
    months: tuple[str, ...]
    months_alone: tuple[str, ...]
    dates: dict[str, str]
    quotation_marks: tuple[str, str]
    other_marks: tuple[str, str]
    """For a quotation that has the first ones within, or ones that look like them."""

    def marks_around(self, text: str) -> tuple[str, str]:
        """The outer quotation marks of a passage: others than its own, so that each pair is seen to close."""
        return (
            self.other_marks
            if any(mark.strip() in text for mark in (*self.quotation_marks, '"'))
            else self.quotation_marks
        )

    def __call__(self, key: str, **values: object) -> str:
        """The words for `key`, with the values filled in."""
        return self.words[key].format(**values) if values else self.words[key]

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
        """A date from a file in words; anything else as it is."""
        try:
            return self.date(PartialDate.parse(text))
        except ValueError:
            return text


@cache
def wording(language: str) -> Wording:
    """The words of a language, given as a BCP 47 tag: `en-GB` falls back to `en`, what is unknown to English."""
    merged: dict[str, Any] = {}
    base = language.partition("-")[0]
    for name in dict.fromkeys((DEFAULT, base, language)):
        for key, value in _messages(name).items():
            merged[key] = {**merged.get(key, {}), **value} if isinstance(value, dict) else value
    opening, closing = merged["quotation-marks"]
    other = (_messages(base) or _messages(DEFAULT)).get("other-marks", (opening, closing))
    return Wording(
        words=merged["words"],
        levels=merged["levels"],
        months=tuple(merged["months"]),
        months_alone=tuple(merged.get("months-alone", merged["months"])),
        dates=merged["date"],
        quotation_marks=(opening, closing),
        other_marks=(other[0], other[1]),
    )


def known_languages() -> frozenset[str]:
    """The languages that have words of their own, as bare tags."""
    return frozenset(path.stem for path in FOLDER.glob("*.json") if "-" not in path.stem)


def _messages(name: str) -> dict[str, Any]:
    known = {path.stem: path for path in FOLDER.glob("*.json")}
    if name not in known:
        return {}
    messages: dict[str, Any] = json.loads(known[name].read_text(encoding="utf-8"))
    return messages
