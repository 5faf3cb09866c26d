"""The head of a document: masthead, title, standfirst, byline, date, in any order, before the text begins."""

from __future__ import annotations

import re

from ..model import Name, State
from . import dates
from .document import Shape
from .furniture import is_title_like
from .names import PERSON, acronym, folded, is_masthead, is_outlet, is_person, person
from .sheet import Sheet

LONGEST_HEAD = 12
"""Blocks that are looked at."""

LONGEST_BLOCK = 1_500
"""Characters of a block that may be furniture; what is longer is text."""

_BYLINE = re.compile(
    r"(?:by|written by|words by|authors?|von|par|por|автор|текст|מאת|بقلم)(?::\s*|\s+)(?P<who>\S.{1,150}?)\Z",
    re.IGNORECASE,
)
_OUTLET_DATE = re.compile(r"(?P<outlet>[^,|·•–—]{2,50}?)\s*(?:,|\||·|•|–|—)\s*(?P<date>.{6,40})\Z")
_PULL_QUOTE = re.compile(rf"{PERSON}\s*:\s*[“\"«„](?P<words>[^”\"»“]{{10,600}})[”\"»“]\.?\Z")
_SERIES = re.compile(
    r"this (?:is (?:the )?(?:\w+ )?(?:in a series|(?:article|part|paper|instal?lment|piece|essay|study|post|chapter)\b"
    r".{0,40}\bseries\b)|(?:article|essay|paper|piece|study|post) (?:is|was|forms) (?:a )?(?:part|\w+) (?:of|in) "
    r"(?:a|an|the|our)\b.{0,60}\bseries\b)",
    re.IGNORECASE,
)
_PAST_TENSE_OF_NEWS = re.compile(
    r"\b(?:said|told|announced|reported|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday)\b|[“”\"«»]",
    re.IGNORECASE,
)
_OFFICE = (
    r"(?:President|Minister|Chancellor|Premier|King|Queen|Prince|General|Secretary|Senator|Ambassador|Governor|Mayor|"
    r"Chairman|Chairwoman|Director|Leader|Chief|Speaker|Commissioner|Pope|Patriarch|Marshal|Admiral|expert|analyst|scholar)"
)
_GENERIC = re.compile(
    r"(?:home|menu|news|search|contents?|introduction|abstract|summary|foreword|preface|article|opinion|editorial|"
    r"skip to.*|dear .*|chapter .*|part .*|section .*|page .*|untitled.*|document.*|microsoft word.*)\Z",
    re.IGNORECASE,
)


def read_head(sheet: Sheet) -> None:
    """Mark the furniture before the text, state what it says, and note where the text begins."""
    _series(sheet)
    chronicle = _is_chronicle(sheet)
    title: int | None = None
    for index in range(min(len(sheet.blocks), LONGEST_HEAD)):
        block = sheet.blocks[index]
        if sheet.kinds[index]:
            continue
        if block.shape is Shape.LINES or len(block.text) > LONGEST_BLOCK:
            break
        if _byline(sheet, index) or (not chronicle and _date(sheet, index)) or _pull_quote(sheet, index):
            continue
        if title is None and _masthead(sheet, index):
            continue
        if title is None and is_title_like(block.text):
            title = index
        elif _is_emphasised_standfirst(sheet, index, title):
            sheet.drop(index, "standfirst")
        elif not is_title_like(block.text, 14) and not _above_byline(sheet, index, title):
            break
    _later_standfirst(sheet, title)
    if title is not None:
        _title(sheet, title)
    sheet.body = next(iter(sheet.open()), len(sheet.blocks))


def _byline(sheet: Sheet, index: int) -> bool:
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
    date = None
    others: list[str] = []
    rest = ", ".join(parts[1:])
    if reading := dates.read_line(rest) if rest else None:
        date, parts = reading, parts[:1]
    for part in parts[1:]:
        if is_outlet(part):
            sheet.claim("container-title", part, sheet.line(index))
        elif more := _people(part):
            others += more
    if not people:
        return False
    if others and re.search(r"\band\b|&", match["who"]):
        people += others
    elif others:
        sheet.warnings.append(
            f"line {sheet.blocks[index].number}: {', '.join(others)}: an author, or an outlet? Not taken"
        )
    sheet.claim("author", tuple(_name(p) for p in people), sheet.line(index))
    if date:
        _claim_date(sheet, index, date)
    return True


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


def _date(sheet: Sheet, index: int) -> bool:
    """A line that is a date, or an outlet and a date."""
    text = sheet.blocks[index].text
    if reading := dates.read_line(text):
        _claim_date(sheet, index, reading)
        sheet.drop(index, "date")
        return True
    match = _OUTLET_DATE.match(text)
    reading = dates.read_line(match["date"]) if match else None
    if not match or not reading or not is_title_like(match["outlet"], 5):
        return False
    outlet = is_outlet(match["outlet"])
    if outlet:
        sheet.claim("container-title", match["outlet"], sheet.line(index))
    _claim_date(sheet, index, reading, shown=match["date"])
    sheet.drop(index, "outlet-date" if outlet else "place-date")
    return True


def _is_chronicle(sheet: Sheet) -> bool:
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


def _claim_date(sheet: Sheet, index: int, reading: dates.Reading, *, shown: str = "") -> None:
    if reading.note:
        sheet.warnings.append(f"line {sheet.blocks[index].number}: {shown or sheet.blocks[index].text}, {reading.note}")
    sheet.claim("issued", reading.date, sheet.line(index, reading.note, shown=shown))


def _series(sheet: Sheet) -> None:
    """A note on the series that the document belongs to, and the one paragraph above it: the summary."""
    for place, index in enumerate(sheet.open()[:6]):
        text = sheet.blocks[index].text[:LONGEST_BLOCK]
        if not _SERIES.match(text) or len(text.split()) > 60:
            continue
        sheet.drop(index, "series-note")
        if re.search(r"series of (?:[\w-]+ ){0,3}studies\b", text):
            sheet.claim("genre", "study", sheet.line(index))
        above = sheet.open(0, index)
        prose = [i for i in above if not is_title_like(sheet.blocks[i].text)]
        if place and prose == above[-1:] and len(sheet.blocks[prose[0]].text.split()) <= 120:
            sheet.drop(prose[0], "standfirst")
        return


def _pull_quote(sheet: Sheet, index: int) -> bool:
    """`Name: “words”` that the text says again further down: words of someone quoted, neither title nor byline."""
    match = _PULL_QUOTE.match(sheet.blocks[index].text)
    if not match:
        return False
    words = folded(match["words"])
    if not any(words in folded(text) for text in sheet.texts(sheet.open(index + 1)[:400])):
        return False
    sheet.drop(index, "pull-quote-heading")
    number = sheet.blocks[index].number
    sheet.absent["title"] = f"line {number}: a pull quote, not a title"
    sheet.absent["author"] = f"line {number}: someone quoted, no byline"
    return True


def _masthead(sheet: Sheet, index: int) -> bool:
    """The name of an institution on the first line, which the document names again or abbreviates."""
    text = sheet.blocks[index].text
    if index != sheet.open()[0] or not is_masthead(text):
        return False
    name = text.removeprefix("The ")
    letters = re.compile(rf"\b(?:{re.escape(acronym(text))}|{re.escape(name)})\b")
    if not any(letters.search(block.text) for block in sheet.blocks[index + 1 : 400]):
        return False
    sheet.claim("publisher", text, sheet.line(index))
    sheet.drop(index, "publisher-header")
    return True


def _is_emphasised_standfirst(sheet: Sheet, index: int, title: int | None) -> bool:
    """A whole paragraph in bold or italics directly under the title."""
    block = sheet.blocks[index]
    between = sheet.open(0 if title is None else title + 1, index)
    return block.emphasised and title is not None and not between and len(block.text.split()) <= 90


def _above_byline(sheet: Sheet, index: int, title: int | None) -> bool:
    """A summary between the title and a byline; the byline that bears it out is read in its turn."""
    following = sheet.following(index)
    if title is None or following is None or sheet.open(0, title) or sheet.open(title + 1, index):
        return False
    block = sheet.blocks[index]
    if block.shape is not Shape.PARAGRAPH or len(block.text.split()) > 60 or not read_byline(sheet, following):
        return False
    sheet.drop(index, "standfirst")
    return True


def _later_standfirst(sheet: Sheet, title: int | None) -> None:
    """A summary under the title: after it the text introduces, with office and full name, someone it has named."""
    if title is None or "standfirst" in sheet.kinds:
        return
    rest = sheet.open(title + 1)[:4]
    if len(rest) < 3 or sheet.open(0, title):
        return
    block = sheet.blocks[rest[0]]
    if block.shape is not Shape.PARAGRAPH or not 8 <= len(block.text.split()) <= 45:
        return
    if _PAST_TENSE_OF_NEWS.search(block.text) or not re.search(r"[.?!]\Z", block.text):
        return
    for surname in set(re.findall(r"[^\W\d_a-z][^\W\d_]{2,}", block.text)):
        again = re.compile(rf"\b{_OFFICE}\s+[^\W\d_a-z][^\W\d_]+\s+{surname}\b")
        if any(again.search(text) for text in sheet.texts(rest[1:])):
            sheet.drop(rest[0], "standfirst")
            return


def _title(sheet: Sheet, index: int) -> None:
    """Take the line for the title if something close by bears it out; otherwise it stays in the text."""
    block = sheet.blocks[index]
    following = sheet.following(index)
    if following is None or sheet.open(0, index):
        return
    if is_masthead(block.text):
        sheet.absent["title"] = sheet.line(index, "a title or the name of an institution")
        return
    words = len(block.text.split())
    if block.shape is Shape.HEADING:
        others = [b for b in sheet.blocks[index + 1 :] if b.shape is Shape.HEADING and b.level <= block.level]
        borne_out, likely = not others, block.level == 1
    else:
        near = {"byline", "date", "outlet-date", "place-date", "standfirst"} & set(sheet.kinds[:LONGEST_HEAD])
        borne_out, likely = bool(near) and words > 1, words >= 3 and len(sheet.blocks[following].text.split()) >= 20
        if _GENERIC.match(block.text):
            return
    if borne_out or likely:
        state = State.STATED if borne_out else State.INFERRED
        sheet.claim("title", block.text, sheet.line(index), state=state)
        sheet.drop(index, "title")
