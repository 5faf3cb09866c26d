"""Dates as documents write them: as exact as stated, and never decided where day and month could be either."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...model import PartialDate

_MONTH_NAMES = (
    "january jan janvier janv januar enero ene gennaio janeiro januari января январь січня ינואר يناير",
    "february feb février févr februar febrero febbraio fevereiro februari февраля февраль лютого פברואר فبراير",
    "march mar mars märz maerz marzo março maart марта март березня מרץ מרס مارس",
    "april apr avril avr abril abr aprile апреля апрель квітня אפריל أبريل",
    "may mai mayo maggio maio mei мая май травня מאי مايو",
    "june jun juin juni junio giugno junho июня июнь червня יוני يونيو",
    "july jul juillet juil juli julio luglio julho июля июль липня יולי يوليو",
    "august aug août aout agosto ago augustus августа август серпня אוגוסט أغسطس",
    "september sept sep septembre septiembre settembre setembro сентября сентябрь вересня ספטמבר سبتمبر",
    "october oct octobre oktober okt octubre ottobre outubro октября октябрь жовтня אוקטובר أكتوبر",
    "november nov novembre noviembre novembro ноября ноябрь листопада נובמבר نوفمبر",
    "december dec décembre déc dezember dez diciembre dic dicembre dezembro декабря декабрь грудня דצמבר ديسمبر",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}

_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|lundi|mardi|mercredi|jeudi|vendredi|"
    r"samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|понедельник|вторник|среда|четверг|"
    r"пятница|суббота|воскресенье)"
)
_TIME = r"(?:,?\s*(?:at|um|à|в|\||[-–—])?\s*\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,5}\)?)?)"
_LABEL = (
    r"(?:(?:first\s+)?(?:published|posted|created|date|dated|issued|publié|veröffentlicht|publicado|"
    r"опубликовано|дата)(?:\s+(?:on|le|am|el))?\s*:?)"
)
_DIGIT = re.compile(r"\d")
_LINE = re.compile(rf"(?:{_LABEL}\s*)?(?:{_WEEKDAY}\.?,?\s+)?(?P<date>.{{4,40}}?){_TIME}?\.?\Z", re.IGNORECASE)

_NUMERIC = re.compile(r"(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4})\Z")
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?\Z")
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})\Z")
_CJK = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일])?\Z")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)(\d{4})\Z")
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+|ב)?([^\W\d_]+)\.?,?\s+(?:de\s+|del\s+)?(\d{4})(?:\s*(?:г\.?|года|р\.?))?\Z"
)
_MONTH_ONLY = re.compile(r"([^\W\d_]+)\.?,?\s+(?:de\s+)?(\d{4})\Z")
_IN_PATH = re.compile(r"/((?:19|20)\d{2})[/-](0?[1-9]|1[0-2])(?:[/-](0?[1-9]|[12]\d|3[01]))?(?=[/-]|\Z)")


@dataclass(frozen=True, slots=True)
class Reading:
    """A date, and what to say where it can be read in two ways."""

    date: PartialDate
    note: str = ""
    """What was decided and what it would be otherwise; empty where there is only one way to read it."""


def read_line(text: str) -> Reading | None:
    """The date of a line that states nothing else, with or without a weekday, an hour and 'Published'."""
    line = _LINE.match(text.strip()) if _DIGIT.search(text) else None
    return read(line["date"]) if line else None


def read(text: str) -> Reading | None:
    """The date that a text is, or `None`."""
    text = text.strip().rstrip(",")
    if match := _ISO.match(text) or _YEAR_FIRST.match(text) or _CJK.match(text):
        return _reading(*(int(part or 0) for part in match.groups()))
    if match := _NUMERIC.match(text):
        return _numeric(int(match[1]), match[2], int(match[3]), int(match[4]))
    if match := _MONTH_FIRST.match(text):
        return _named(match[1], int(match[3]), int(match[2]))
    if match := _DAY_FIRST.match(text):
        return _named(match[2], int(match[3]), int(match[1]))
    if match := _MONTH_ONLY.match(text):
        return _named(match[1], int(match[2]), 0)
    return None


def in_url(url: str) -> PartialDate | None:
    """The date that the path of a web address holds: `/2019/11/20/`."""
    match = _IN_PATH.search(url)
    reading = _reading(*(int(part or 0) for part in match.groups())) if match else None
    return reading.date if reading else None


def month_number(name: str) -> int:
    """The month of a name in any of the languages known here; 0 for any other word."""
    return _MONTHS.get(name.lower(), 0)


def _named(month: str, year: int, day: int) -> Reading | None:
    number = _MONTHS.get(month.lower())
    return _reading(year, number, day) if number else None


def _numeric(first: int, separator: str, second: int, year: int) -> Reading | None:
    """Day and month in figures: with full stops the day comes first; with strokes it may be either."""
    by_day, by_month = _reading(year, second, first), _reading(year, first, second)
    if not (by_day and by_month) or first == second:
        return by_day or by_month
    if separator == ".":
        return Reading(by_day.date, f"read day first; {by_month.date} if month first")
    return Reading(PartialDate(year), f"day and month unclear: {by_day.date} or {by_month.date}")


def _reading(year: int, month: int, day: int) -> Reading | None:
    if not 1400 <= year <= 2999:
        return None
    try:
        return Reading(PartialDate.parse(str(PartialDate(year, month, day))))
    except ValueError:
        return None
