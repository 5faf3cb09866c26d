"""Bylines and date lines: who wrote, for whom, and when."""

from __future__ import annotations

import re

from ...model import Name
from . import dates
from .furniture import is_title_like
from .names import is_masthead, is_outlet, is_person, person
from .sheet import Sheet

_BYLINE = re.compile(
    r"(?:by|written by|words by|authors?|von|par|por|автор|текст|מאת|بقلم)(?::\s*|\s+)(?P<who>\S.{1,150}?)\Z",
    re.IGNORECASE,
)
_OUTLET_DATE = re.compile(r"(?P<outlet>[^,|·•–—]{2,50}?)\s*(?:,|\||·|•|–|—)\s*(?P<date>.{6,40})\Z")


def byline(sheet: Sheet, index: int) -> bool:
    """Drop a byline, with what it states taken over."""
    if not read_byline(sheet, index):
        return False
    sheet.drop(index, "byline")
    return True


def read_byline(sheet: Sheet, index: int) -> bool:
    """State the authors of a byline, and what else it names; anything but a byline is left alone."""
    match = _BYLINE.match(sheet.blocks[index].text)
    if not match or len(match["who"].split()) > 20:
        return False
    parts = re.split(r"\s*(?:,|\||·|•)\s*", match["who"].rstrip("."))
    people = _people(parts[0])
    if not people:
        return False
    others: list[str] = []
    parts, date = _without_date(parts)
    for part in parts[1:]:
        if is_outlet(part):
            sheet.claim("container-title", part, sheet.line(index))
        elif more := _people(part):
            others += more
    if others and re.search(r"\band\b|&", match["who"]):
        people += others
    elif others:
        sheet.warnings.append(
            f"line {sheet.blocks[index].number}: {', '.join(others)}: an author, or an outlet? Not taken"
        )
    sheet.claim("author", tuple(_name(p) for p in people), sheet.line(index))
    if date:
        claim_date(sheet, index, date)
    return True


def is_byline(text: str) -> bool:
    """Whether a line names people after a word for 'by'."""
    match = _BYLINE.match(text)
    return bool(match and _people(re.split(r"\s*(?:,|\||·|•)\s*", match["who"].rstrip("."))[0]))


def _without_date(parts: list[str]) -> tuple[list[str], dates.Reading | None]:
    """The parts of a byline, and the date that its last one or two are: 'March 3, 2021' has a comma of its own."""
    for count in (1, 2):
        if len(parts) > count and (reading := dates.read_line(", ".join(parts[-count:]))):
            return parts[:-count], reading
    return parts, None


def _people(text: str) -> list[str]:
    """The people that a text names and nothing else, or the institution that stands for them."""
    names = [n for n in re.split(r"\s*(?:,|\band\b|&|\bund\b|\bet\b|\by\b|\bи\b)\s*", text) if n]
    if names and all(is_person(n) for n in names):
        return names
    if re.match(
        r"(?:the\s+)?(?:editorial board|editors|[\w' ]{2,40} (?:staff|team|correspondents?))\Z", text, re.IGNORECASE
    ):
        return [text]
    return [text] if is_masthead(text) or is_outlet(text) else []


def _name(text: str) -> Name:
    return person(text) if is_person(text) else Name(literal=text)


def date_line(sheet: Sheet, index: int) -> bool:
    """A line that is a date, or an outlet and a date."""
    text = sheet.blocks[index].text
    if reading := dates.read_line(text):
        claim_date(sheet, index, reading)
        sheet.drop(index, "date")
        return True
    match = _OUTLET_DATE.match(text)
    reading = dates.read_line(match["date"]) if match else None
    if not match or not reading or not is_title_like(match["outlet"], 5):
        return False
    outlet = is_outlet(match["outlet"])
    if outlet:
        sheet.claim("container-title", match["outlet"], sheet.line(index))
    claim_date(sheet, index, reading, shown=match["date"])
    sheet.drop(index, "outlet-date" if outlet else "place-date")
    return True


def is_chronicle(sheet: Sheet) -> bool:
    """Whether lines that are dates head the paragraphs of the text: then none of them dates the document."""
    dated = False
    entries = 0
    for block in sheet.blocks[:200]:
        if len(block.text) <= 60 and dates.read_line(block.text):
            dated = True
        elif dated and len(block.text.split()) >= 12:
            entries += 1
            dated = False
    return entries > 1


def claim_date(sheet: Sheet, index: int, reading: dates.Reading, *, shown: str = "") -> None:
    """State the date of a line, and warn where it could be read in another way."""
    if reading.note:
        sheet.warnings.append(f"line {sheet.blocks[index].number}: {shown or sheet.blocks[index].text}, {reading.note}")
    sheet.claim("issued", reading.date, sheet.line(index, reading.note, shown=shown))
