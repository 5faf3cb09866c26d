"""What reads like the call of a note and is none: raised figures behind words, and numbers alone in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..own_text import CITED
from .quote_signs import UNSEEN

_FIGURES = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"
_RAISED = rf"(?P<raised>[\u207a\u207b\u207d\u207e]{{0,3}}[{_FIGURES}][{_FIGURES}\u207a\u207b\u207d\u207e]*)"
_STOPS = rf"[.,;:!?…»”’\"')\]{CITED}]"
_LETTERS = (
    "[\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d61\u1d78\u1d9b-\u1dbf\u2071\u207f\ua770\ua7f2-\ua7f4\ua7f8\ua7f9"
    "\U00010780-\U000107ba]+"
)
"""Raised ones."""
_LIKE_FIGURES = "[\u1d4c\u1d9f\u1dbe\ua770]"
"""Raised letters that look like 3 and 9."""
_CIRCLED = (
    "(?:[\u2160-\u2188]+|[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u3251-\u325f\u3280-\u3289\u32b1-\u32bf"
    r"\U0001f100-\U0001f10c]|(?:\d{1,3}[\u20dd-\u20e0\u20e2-\u20e4])+)"
)
"""In a circle, a bracket or a frame, and Roman ones that are one sign."""
_NUMBERS = r"\s?\^?\s?\d{1,3}(?:\s?[,;\u2010-\u2014-]\s?\d{1,3})*\s?"
_OPEN, _SHUT = "\\[［【〔⟦❲⁅⦗⟮⦅｟❨❴⦃⦇⟬〘〖〚﹙﹛﹝⸨⦋⦍⦏", "\\]］】〕⟧❳⁆⦘⟯⦆｠❩❵⦄⦈⟭〙〗〛﹚﹜﹞⸩⦌⦎⦐"
_BRACKETED = (
    rf"[{_OPEN}]{_NUMBERS}[{_SHUT}]|\[\^[^\]\s]{{1,40}}\]"
    rf"|(?:(?<={_STOPS})|(?<=[^\W\d_]{{2}})|(?<=[.!?…»”]\s))[{{｛]{_NUMBERS}[}}｝]"
)
"""In braces only behind a word or a stop: elsewhere they are those of a set."""
_CALL = re.compile(
    rf"{_RAISED}|(?<={_STOPS})\s?{_LETTERS}(?!\w)|(?<=[^\W\d_]){_LIKE_FIGURES}(?!\w)"
    rf"|(?:(?<={_STOPS})|(?<=[A-Za-z\u00c0-\u1fff])){_CIRCLED}(?=\s|$|{_STOPS})|{_BRACKETED}"
)
_ROUND = re.compile(r"\s?[(（]\s?(\d{1,2})(?:\s?[,;\u2010-\u2014-]\s?\d{1,2})*\s?[)）]")
"""A number of notes in round brackets; more figures count something else, or are a year."""
_SENTENCE_BEFORE = re.compile(rf"[.!?…。！？؟{CITED}][»”’\"')\]]*$")
_QUOTE_BEFORE = re.compile(r"[»”’“\"「」』]$")
_SENTENCE_AFTER = re.compile(r"\s*(?:[.!?…。！？؟]|$)")
_WORD_BEFORE = re.compile(r"[^\W\d_]$")
_COUNTED = re.compile(
    r"(?<!\w)(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[\u2010-]\w+)?|art(?:icle|\.)?|cases?"
    r"|chapter|clause|figure|item|no\.|options?|p(?:aras?|aragraphs?|arts?|hases?|oints?|\.)|question|sections?|step"
    r"|table|volume|vol\.)$",
    re.IGNORECASE,
)
"""What a number in brackets says again, or numbers."""
_NAME = re.compile(r"(?<!\w)([^\W\d_])[\w’'-]*\s([^\W\d_])[\w’'-]*$")
_OF_AGE = 16
_SIGNED = re.compile(rf"[\u207a\u207b][{_FIGURES}]+|[{_FIGURES}]+[\u207a\u207b]")
"""An exponent or a charge."""
_UNIT = re.compile(r"(?:(?<![^\W\d_])(?:[kcdmµμnhMG]?m|ft|yd|sq|[кдс]?м|мм|мкм|χλμ|كم|م|किमी)|\d\s?(?:in|mi|nmi))$")
_VARIABLE = re.compile(r"(?<![\w'’.-])(?:[b-zCRα-ωΔΣ]|mc|πr)$")
_POWER = re.compile(r"(?:(?<![\w.,])10|[×·*]\s?\d{1,3})$")
_TIMES_TEN = re.compile(r"[×·*x]\s?10$")
_PART_OF = re.compile(r"[/⁄][₀-₉\d]")
"""What makes a fraction of the figure before it."""
_ELEMENT = re.compile(r"[A-Z][a-z]?(?![^\W_])")
_BEGINS = re.compile(r"(?:^|[\s(\[/–—-])$")
_BESIDE = 30
"""Characters on either side that are looked at."""


def false_calls(line: str) -> Iterator[str]:
    """What of a line reads like a call, each with the word that it stands behind.

    Units, powers, charges, isotopes, fractions and variables have raised figures of their own: these are let through.
    """
    line = UNSEEN.sub("", line)
    for match in _CALL.finditer(line):
        before, after = line[max(0, match.start() - _BESIDE) : match.start()], line[match.end() : match.end() + _BESIDE]
        numbered = "\u2160" <= match.group() < "\u2189" and _COUNTED.search(before)
        if not (numbered or (match["raised"] and _is_a_measure(match["raised"], before, after))):
            word = (before.split() or [""])[-1].replace(CITED, "")
            yield f"{word}{' ' * before.endswith(' ')}{match.group()}".strip()


def round_calls(line: str, *, heading: bool = False) -> Iterator[str]:
    """Lone small numbers in round brackets that read like calls: at the end of a sentence or behind a quotation.

    Items that are numbered in a row, ages, and numbers that stand again or number what is before them are none.

    Args:
        line: as it is printed.
        heading: whether it is a title or a name, behind whose last word such a number is that of a part.
    """
    line = UNSEEN.sub("", line)
    found = list(_ROUND.finditer(line))
    if _are_items(line, found):
        return
    for match in found:
        before, after = line[: match.start()], line[match.end() :]
        if after[:1].isalnum() or not (before := before.rstrip()) or _COUNTED.search(before):
            continue
        ends = not heading and _WORD_BEFORE.search(before) and _SENTENCE_AFTER.match(after)
        if _SENTENCE_BEFORE.search(before) or _QUOTE_BEFORE.search(before) or (ends and not _is_aged(before, match[1])):
            word = before.split()[-1].replace(CITED, "")
            yield f"{word}{match.group()}".strip()


def _are_items(line: str, found: list[re.Match[str]]) -> bool:
    """Whether numbers count up from 1, each before the words that it numbers."""
    counted = [int(match[1]) for match in found] == list(range(1, len(found) + 1))
    return counted and len(found) > 1 and not any(_SENTENCE_AFTER.match(line, match.end()) for match in found)


def _is_aged(before: str, figures: str) -> bool:
    """Whether a number behind a name can be somebody's age."""
    name = _NAME.search(before)
    return name is not None and name[1].isupper() and name[2].isupper() and int(figures) >= _OF_AGE


def _is_a_measure(figures: str, before: str, after: str) -> bool:
    """Whether raised figures belong to what is beside them."""
    if _SIGNED.fullmatch(figures):
        return before[-1:].isalnum()
    if _PART_OF.match(after):
        return before[-1:].isdecimal() or _BEGINS.search(before) is not None
    if _BEGINS.search(before):
        return _ELEMENT.match(after) is not None and (len(figures) > 1 or after.startswith(("H", "He", "Li", "Be")))
    if _POWER.search(before):
        return figures not in "¹²" or _TIMES_TEN.search(before) is not None
    return len(figures) == 1 and figures in "²³⁴⁵⁶" and any(p.search(before) for p in (_UNIT, _VARIABLE))
