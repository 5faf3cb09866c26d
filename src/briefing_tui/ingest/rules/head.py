"""The head of a document: masthead, title, standfirst, byline, date, in any order, before the text begins."""

from __future__ import annotations

import re

from ...model import State
from ..document import Shape
from .bylines import byline, date_line, is_chronicle, read_byline
from .furniture import is_notice, is_title_like, is_wholly_quoted
from .names import PERSON, acronym, folded, is_masthead, is_person
from .sheet import Sheet

LONGEST_HEAD = 12
"""Blocks that are looked at."""

LONGEST_BLOCK = 1_500
"""Characters of a block that may be furniture; what is longer is text."""

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
_KICKERS = {
    "opinion": "op-ed", "op-ed": "op-ed", "interview": "interview", "press release": "press release",
    "speech": "speech", "analysis": "", "commentary": "", "editorial": "", "exclusive": "", "news": "",
    "breaking news": "", "world": "",
    "world news": "", "politics": "", "home": "", "menu": "", "skip to content": "", "skip to main content": "",
}  # fmt: skip
"""Lines above a title that name the page's section, and the genre that some of them state."""
_BREADCRUMB = re.compile(r"home\s*[>›»/|]\s*\S.{0,120}\Z", re.IGNORECASE)
_GENERIC = re.compile(
    r"(?:(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5})[.)]?\s+)?"
    r"(?:einleitung|zusammenfassung|vorwort|résumé|sommaire|avant-propos|введение|содержание|home|menu|news|search|contents?|introduction|abstract|summary|foreword|preface|article|opinion|editorial|"
    r"skip to.*|dear .*|chapter .*|part .*|section .*|page .*|untitled.*|document.*|microsoft word.*)\Z",
    re.IGNORECASE,
)


def read_head(sheet: Sheet) -> None:
    """Mark the furniture before the text, state what it says, and note where the text begins."""
    _series(sheet)
    chronicle = is_chronicle(sheet)
    title: int | None = None
    for index in range(min(len(sheet.blocks), LONGEST_HEAD)):
        block = sheet.blocks[index]
        if sheet.kinds[index]:
            continue
        if block.shape is Shape.LINES or len(block.text) > LONGEST_BLOCK:
            break
        if byline(sheet, index) or (not chronicle and date_line(sheet, index)) or _pull_quote(sheet, index):
            continue
        if title is None and _masthead(sheet, index):
            continue
        if title is None and _kicker(sheet, index):
            continue
        if _PULL_QUOTE.match(block.text) or is_notice(block.text) or is_wholly_quoted(block.text):
            continue
        if title is None and is_title_like(block.text):
            title = index
        elif _is_emphasised_standfirst(sheet, index, title):
            sheet.drop(index, "standfirst")
        elif not _above_byline(sheet, index, title) and not is_title_like(block.text, 14):
            break
    _later_standfirst(sheet, title)
    if title is not None:
        _title(sheet, title)
    sheet.body = next(iter(sheet.open()), len(sheet.blocks))


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
    number = sheet.blocks[index].number
    sheet.absent["title"] = f"line {number}: a pull quote, not a title"
    sheet.absent["author"] = f"line {number}: someone quoted, no byline"
    words = folded(match["words"])
    if not any(words in folded(text) for text in sheet.texts(sheet.open(index + 1)[:400])):
        return False
    sheet.drop(index, "pull-quote-heading")
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


def _kicker(sheet: Sheet, index: int) -> bool:
    """The name of a section, or the way to it, above a line that could be the title."""
    text = sheet.blocks[index].text
    following = sheet.following(index)
    if following is None or not is_title_like(sheet.blocks[following].text) or sheet.open(0, index):
        return False
    if text.lower() not in _KICKERS and not _BREADCRUMB.match(text) and not is_notice(text):
        return False
    if genre := _KICKERS.get(text.lower()):
        sheet.claim("genre", genre, sheet.line(index))
    sheet.drop(index, "kicker")
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
    if "title" in sheet.clues and folded(sheet.clues["title"].value) != folded(block.text):
        return
    for other in sheet.open(index + 1, min(LONGEST_HEAD, len(sheet.blocks))):
        if is_person(sheet.blocks[other].text):
            sheet.absent.setdefault("author", sheet.line(other, "a name without 'by'"))
    if is_masthead(block.text):
        sheet.absent["title"] = sheet.line(index, "a title or the name of an institution")
        return
    if _GENERIC.match(block.text):
        return
    words = len(block.text.split())
    near = {"byline", "date", "outlet-date", "place-date", "standfirst"} & set(sheet.kinds[:LONGEST_HEAD])
    if block.shape is Shape.HEADING:
        others = [b for b in sheet.blocks[index + 1 :] if b.shape is Shape.HEADING and b.level <= block.level]
        borne_out, likely = not others, block.level == 1
        if block.pages:  # a heading of printed pages is one by its type alone
            borne_out, likely = borne_out and bool(near), borne_out or likely
    else:
        borne_out, likely = bool(near) and words > 1, words >= 3 and len(sheet.blocks[following].text.split()) >= 20
    if borne_out or likely:
        state = State.STATED if borne_out else State.INFERRED
        sheet.claim("title", block.text, sheet.line(index), state=state)
        sheet.drop(index, "title")
