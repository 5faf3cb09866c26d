"""Dates, locators, ranges, figures with their units, hosts: what stays on one line, in HTML; also from the right."""

from __future__ import annotations

import re
from functools import cache

from ..languages.scripts import LTR_LETTER, is_rtl
from ..languages.wording import month_names

UNIT = ' class="unit"'
"""The attribute of an element that the style sheet keeps on one line."""
_UNIT = re.compile(rf"<span{UNIT}>([^<>]*)</span>")
_HOST = re.compile(r"https?://[^\s/<>&;]{1,40}")
_ENDS_LTR = re.compile(rf"{LTR_LETTER}[\W\d_]*$")
_NEAR = 200
"""Signs before a unit that are looked at: no word is so long."""
_BEGINS_LTR = re.compile(rf"\s?[(\[“«]?{LTR_LETTER}")
_DAY = re.compile(rf'(?<![\w.,:/–-])(\d{{1,2}}[ \u00a0])(<bdi lang="\w+" dir="rtl">(?:<span{UNIT}>)?)(?!\d)')
"""The day before a month that runs from right to left: behind a name that does not, it would go with the name."""

_OF_MEASURES = (
    "% ‰ ° °C °F mm cm m km m² km² m³ km/h mph kn nm ha g kg t kt Mt l kW MW GW TW kWh MWh GWh TWh Hz kHz MHz GHz V kV "
    "bcm bpd км м см мм кг т га кВт МВт ГВт руб € $ £ ₪ ₽ EUR USD GBP CHF RUB ILS NIS ק״מ כ״ס ש״ח كم كغ"
)
_OF_COUNTS = (
    "thousand million millions billion billions trillion bn tn mn "
    "Tausend Million Millionen Milliarde Milliarden Billion Billionen "
    "mille million millions milliard milliards тысяч тысячи миллион миллиона миллионов миллиард миллиарда миллиардов "
    "אלף מיליון מיליארד ألف آلاف مليون مليار"
)
_OF_COUNTS_SHORT = "Tsd. Mio. Mrd. Bio. тыс. млн млрд трлн"
"""What figures count in, shortened: the next word says of what, and stays with them."""


def kept(html: str) -> str:
    """Words with what belongs together on one line."""
    return _units().sub(rf"<span{UNIT}>\g<0></span>", html)


def with_host(html: str) -> str:
    """An address with its host on the line on which it begins."""
    return _HOST.sub(rf"<span{UNIT}>\g<0></span>", html, count=1)


def in_place(html: str) -> str:
    """A page from right to left, in which a unit stands with the words that it belongs to.

    The engine orders the elements of a line, and the words between them, from the right: a unit among left-to-right
    words would part them.
    """
    html = _DAY.sub(r"\2\1", html)
    parts: list[str] = []
    before, done, from_left = "", 0, False
    for unit in _UNIT.finditer(html):
        between = html[done : unit.start()]
        head, tag, words = between.rpartition(">")
        from_left = head.endswith(' dir="ltr"') if tag else from_left
        before, done = words if tag else (before + words)[-_NEAR:], unit.end()
        said = unit[1]
        if from_left or is_rtl(said) or not (_ENDS_LTR.search(before) or _BEGINS_LTR.match(html, done)):
            parts += [between, unit[0]]
            before, from_left = "", False
        else:  # what one is without stands before the next
            parts += [between, said]
            before += said
    return "".join([*parts, html[done:]])


@cache
def _units() -> re.Pattern[str]:
    """Finds them. A name with a year is none of these."""
    months = "|".join(map(re.escape, month_names()))
    measures, short = _any_of(f"{_OF_MEASURES} {_OF_COUNTS}"), _any_of(_OF_COUNTS_SHORT)
    figures = r"(?:(?<![\w.,־–-])|(?<!\w)[א-ת]{1,3}[-–־])\d{1,16}(?:[.,\u00a0\u202f]\d{1,16}){0,8}[ \u00a0\u202f]"
    return re.compile(
        r"¶{1,2} \d{1,6}(?:(?:–|, )\d{1,6}){0,3}|[^\s\d<>&;]{1,12}\u00a0\d{1,6}(?:(?:–|, )\d{1,6}){1,3}"
        rf"|(?:\b\d{{1,2}}\.?[ \u00a0][^\W\d_]{{3,15}}|(?<!\w)ב?(?:{months})) \d{{4}}\b(?:[ \u00a0]г\.)?"
        rf"|{figures}(?:(?:{measures})(?![\w/]|-\w)|(?:{short})(?:[ \u00a0][^\W\d_]{{1,14}})?(?!\w))"
        r"|\b\d{1,16}–\d{1,16}%?|(?<!\w)[א-ת]{1,3}[-–־]\d{1,16}(?:[.,]\d{1,16}){0,8}%?(?![\w%]|[-–־/+_]\w|[.,:]\d)"
    )


def _any_of(words: str) -> str:
    return "|".join(map(re.escape, sorted(words.split(), key=len, reverse=True)))
