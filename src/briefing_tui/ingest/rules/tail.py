"""The tail of a document: byline, source, appeals, disclaimers, from the last line upwards until the text is met."""

from __future__ import annotations

import re

from . import dates
from .bylines import claim_date, read_byline
from .head import LONGEST_BLOCK
from .names import is_outlet
from .sheet import Sheet

LONGEST_TAIL = 40
"""Blocks that are looked at."""

_SOURCE = re.compile(
    r"(?:source|quelle|fuente|fonte|источник)\s*:\s*(?P<who>[^:]{2,80})\Z|"
    r"(?:this (?:article|piece|essay|op-ed|story|analysis) (?:was |is )?)?(?:(?:originally|first) )?"
    r"(?:published|appeared) (?:originally |first )?(?:in|by|on|at) (?P<where>[^:]{2,80})\Z",
    re.IGNORECASE,
)
_APPEAL = re.compile(
    r"\b(?:(?:please|to) donate (?:now|today|here)|make (?:a|your) (?:\w+[ -])?(?:donation|gift)\b|tax[- ]deductible|"
    r"your (?:\w+[ -])?(?:donation|gift|generosity)|all gifts\b|gifts? (?:\w+ )?(?:doubled|matched)|"
    r"(?:show|lend|give) (?:us )?your support|(?:we|\w+) needs? your (?:help|support)|"
    r"support (?:our work|our journalism|independent journalism)|"
    r"become a (?:\w+ )?(?:member|subscriber|patron|supporter)|"
    r"(?:subscribe|sign up) (?:to our|for our|now|today|here)|join our (?:mailing list|newsletter|channel|community)|"
    r"get our (?:free )?newsletter|(?:click|tap) here to|buy us a coffee)\b|"
    r"(?:^|[.!?] )(?:please )?(?:donate|support us)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"[“”\"«»„]|\b(?:said|says|asked|told|urged|announced|added|wrote|according to|he|she)\b", re.IGNORECASE
)
_CREDITS = re.compile(
    r"\(?(?:additional )?(?:reporting|writing|editing|translated|translation|compiled) by [^.]{2,160}\)?\.?\Z",
    re.IGNORECASE,
)
_AUTHOR_NOTE = re.compile(r"(?:about the authors?\b|(?:the )?(?:writer|author)s? (?:is|are) )", re.IGNORECASE)


def read_tail(sheet: Sheet) -> None:
    """Mark the furniture after the text, and state what it says."""
    for index in reversed(sheet.open(max(sheet.body + 1, len(sheet.blocks) - LONGEST_TAIL))):
        text = sheet.blocks[index].text
        if "\n" in text or len(text) > LONGEST_BLOCK:
            return
        if _source(sheet, index):
            continue
        if len(text.split()) <= 20 and read_byline(sheet, index):
            sheet.drop(index, "byline")
        elif _is_appeal(text):
            sheet.drop(index, "appeal")
        elif len(text.split()) <= 30 and _CREDITS.match(text):
            sheet.drop(index, "credits")
        elif len(text.split()) <= 60 and _AUTHOR_NOTE.match(text):
            sheet.drop(index, "author-note")
        elif reading := dates.read_line(text):
            claim_date(sheet, index, reading)
            sheet.drop(index, "date")
        else:
            return


def _is_appeal(text: str) -> bool:
    """Words to the reader that ask for money or a subscription; what is reported or quoted is text."""
    return len(text.split()) <= 80 and bool(_APPEAL.search(text)) and not _REPORTED.search(text)


def _source(sheet: Sheet, index: int) -> bool:
    """A credit to whom the text was taken from, or where it came out first."""
    match = _SOURCE.match(sheet.blocks[index].text.rstrip("."))
    if not match:
        return False
    who = (match["who"] or match["where"]).strip()
    place, _, day = who.rpartition(" on ")
    if day and (reading := dates.read_line(day)):
        claim_date(sheet, index, reading)
        who = place
    if len(who.split()) > 8:
        return False
    if match["where"]:
        sheet.claim("container-title", who.removeprefix("the "), sheet.line(index))
        sheet.drop(index, "republication-note")
        return True
    known = sheet.clues.get("container-title")
    if known is None and (byline := _byline_above(sheet, index)) is not None:
        read_byline(sheet, byline)
        known = sheet.clues.get("container-title")
    if known is not None and known.value != who:
        sheet.claim("republished-by", who, sheet.line(index))
    elif is_outlet(who):
        sheet.claim("container-title", who, sheet.line(index))
    sheet.drop(index, "source-credit")
    return True


def _byline_above(sheet: Sheet, index: int) -> int | None:
    """The first line of the tail that is a byline: it names the outlet that the source took the text from."""
    for above in sheet.open(max(sheet.body + 1, index - LONGEST_TAIL), index):
        if re.match(r"by\b", sheet.blocks[above].text, re.IGNORECASE) and len(sheet.blocks[above].text.split()) <= 20:
            return above
    return None
