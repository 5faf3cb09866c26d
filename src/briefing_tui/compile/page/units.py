"""Dates, locators and ranges, which are not broken over two lines, in words as HTML; also in lines from the right."""

from __future__ import annotations

import re
from functools import cache

from ..languages.scripts import LTR_LETTER, is_rtl
from ..languages.wording import month_names

UNIT = ' class="unit"'
"""The attribute of an element that the style sheet keeps on one line."""
_BEHIND = re.compile(rf"(?<![^>])(?P<before>[^<>]*)<span{UNIT}>(?P<said>[^<>]*)</span>")
"""What is kept on one line, and the words before it."""
_ENDS_LTR = re.compile(rf"{LTR_LETTER}[\W\d_]*$")
_BEGINS_LTR = re.compile(rf"\s?[(\[“«]?{LTR_LETTER}")
_DAY = re.compile(rf'(?<![\w.,:/–-])(\d{{1,2}}[ \u00a0])(<bdi lang="\w+" dir="rtl">(?:<span{UNIT}>)?)(?!\d)')
"""The day before a month that runs from right to left: behind a name that does not, it would go with the name."""


def kept(html: str) -> str:
    """Words with what belongs together on one line."""
    return _units().sub(rf"<span{UNIT}>\g<0></span>", html)


def in_place(html: str) -> str:
    """A page from right to left, in which a unit stands with the words that it belongs to.

    The engine orders the elements of a line, and the words between them, from the right: a unit among left-to-right
    words would part them.
    """
    before, html = "", _DAY.sub(r"\2\1", html)
    while before != html:  # what one is without may be what stands before the next
        before, html = html, _BEHIND.sub(_joined, html)
    return html


def _joined(match: re.Match[str]) -> str:
    before, said = match["before"], match["said"]
    parts = _ENDS_LTR.search(before) or _BEGINS_LTR.match(match.string, match.end())
    return match[0] if not parts or is_rtl(said) else before + said


@cache
def _units() -> re.Pattern[str]:
    """Finds them. A name with a year is none of these."""
    months = "|".join(map(re.escape, month_names()))
    return re.compile(
        r"¶+ \d+(?:(?:–|, )\d+)*|[^\s\d<>&;]{1,12}\u00a0\d+(?:(?:–|, )\d+)+"
        rf"|(?:\b\d{{1,2}}\.?[ \u00a0][^\W\d_]{{3,15}}|(?<!\w)ב?(?:{months})) \d{{4}}\b(?:[ \u00a0]г\.)?|\b\d+–\d+%?"
    )
