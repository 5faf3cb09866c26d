"""What the text says about itself beyond its head and tail: outlet, address, kind. What is not said stays empty."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from ...model import Metadata, State
from ...model.article import PLACES
from ..document import Clue
from . import dates
from .language import language_of
from .names import QUOTED_BY_OTHERS, folded, is_outlet
from .sheet import Sheet

FIELDS = ("title", "author", "container-title", "publisher", "issued", "URL", "language", "genre", "republished-by")
"""The fields that have a state, by their CSL names."""

_URL = re.compile(r"(?:https?://|www\.)[^\s<>]+")
_NAME = r"[^\W\d_a-z][\w’'-]*(?:\s+[^\W\d_a-z][\w-]*){0,3}"
_TOLD = re.compile(
    rf"\b(?:told|confirmed to|in an interview (?:with|to)|speaking to|spoke to|said in an interview with)\s+"
    rf"(?:the\s+)?(?P<outlet>{_NAME})"
)
_DISCLAIMER_OUTLET = re.compile(
    rf"\b(?:position|views?|opinions?|policy|policies|stance|those|attitude)\s+of\s+(?P<outlet>(?:[Tt]he\s+)?{_NAME})"
)
_OPINION = re.compile(r"\b(?:opinion (?:piece|article|column|section|page)s?|op-?eds?)\b", re.IGNORECASE)


def gather(sheet: Sheet, text: str) -> None:
    """Add what follows from the lines as a whole."""
    _address(sheet)
    _disclaimer(sheet)
    _told(sheet)
    _masthead_of_republisher(sheet)
    _agreement(sheet)
    known = sheet.clues.get("language")
    if (known is None or known.state is State.INFERRED) and (code := language_of(text)):
        sheet.claim("language", code, f"the words of the text: {code}", state=State.INFERRED)


def _address(sheet: Sheet) -> None:
    """The one address that the document gives as its own, and the date in its path."""
    found = [
        (i, match[0])
        for i, kind in enumerate(sheet.kinds)
        if kind in {"url", "url-label"} and (match := _URL.search(sheet.blocks[i].text))
    ]
    if len({url for _, url in found}) != 1:
        return
    index, url = found[0]
    sheet.claim("URL", url, sheet.line(index))
    if date := dates.in_url(url):
        sheet.claim("issued", date, f"line {sheet.blocks[index].number}: the path of the URL", state=State.INFERRED)


def _disclaimer(sheet: Sheet) -> None:
    for index, kind in enumerate(sheet.kinds):
        if kind != "disclaimer":
            continue
        text = sheet.blocks[index].text
        if match := _last(_DISCLAIMER_OUTLET, text):
            outlet = match["outlet"]
            if is_outlet(outlet) or _is_host(sheet, outlet):
                sheet.claim("container-title", outlet[0].upper() + outlet[1:], sheet.line(index, shown=f"… {match[0]}"))
        if _OPINION.search(text):
            sheet.claim("genre", "op-ed", sheet.line(index))


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(iter(reversed(list(pattern.finditer(text)))), None)


def _told(sheet: Sheet) -> None:
    """'… told The Outlet': whose reporter asked. Agencies, which all others quote, show nothing."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    shown: dict[str, str] = {}
    known = sheet.clues.get("container-title")
    for index in sheet.open()[:400]:
        for match in _TOLD.finditer(sheet.blocks[index].text):
            outlet = _trimmed(" ".join(match["outlet"].split()))
            sure = is_outlet(outlet) and outlet not in QUOTED_BY_OTHERS
            if sure or _is_host(sheet, outlet) or (known and folded(known.value) == folded(outlet)):
                counts[outlet] += 1
                first.setdefault(outlet, index)
                shown.setdefault(outlet, " ".join(match[0].split()))
    if len(counts) != 1:
        return
    (outlet,) = counts
    evidence = f"line {sheet.blocks[first[outlet]].number}: {shown[outlet]}"
    sheet.claim("container-title", outlet, evidence, state=State.INFERRED)
    claimed = sheet.clues.get("container-title")
    if claimed and folded(claimed.value) == folded(outlet):
        sheet.claim("genre", "news", evidence, state=State.INFERRED)


def _trimmed(outlet: str) -> str:
    """A name without the weekday, the month or the next sentence's word that its capitals took along."""
    words = outlet.split()
    while words and re.match(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|In|On|At|That)\b", words[-1]):
        words.pop()
    return re.sub(r"['’]s\Z", "", " ".join(words))


def _is_host(sheet: Sheet, outlet: str) -> bool:
    """Whether the address's host is the outlet's."""
    url = sheet.clues.get("URL")
    if not url or not outlet:
        return False
    host = urlsplit(url.value if "//" in url.value else f"//{url.value}").hostname or ""
    name = folded(re.sub(r"^[Tt]he\s+", "", outlet))
    return len(name) > 3 and name in folded(host)


def _masthead_of_republisher(sheet: Sheet) -> None:
    """A masthead above another outlet's text is whoever published it again."""
    masthead, outlet = sheet.clues.get("publisher"), sheet.clues.get("container-title")
    if not masthead or not masthead.evidence.startswith("line "):
        return  # what the format itself calls the publisher is that
    if outlet and outlet.state is State.STATED and folded(masthead.value) != folded(outlet.value):
        sheet.clues.setdefault("republished-by", sheet.clues.pop("publisher"))


def _agreement(sheet: Sheet) -> None:
    """Say where the address bears out a date or an outlet."""
    url = sheet.clues.get("URL")
    if not url:
        return
    issued, outlet = sheet.clues.get("issued"), sheet.clues.get("container-title")
    date = dates.in_url(url.value)
    if issued and date and issued.state is State.STATED:
        if str(issued.value).startswith(str(date)):
            sheet.clues["issued"] = replace(issued, evidence=f"{issued.evidence}; the URL agrees")
        elif not str(date).startswith(str(issued.value)):
            sheet.warnings.append(f"the date {issued.value} is not the one in the URL, {date}")
    if outlet and _is_host(sheet, outlet.value):
        sheet.clues["container-title"] = replace(outlet, evidence=f"{outlet.evidence}; the URL's host agrees")


def metadata_of(sheet: Sheet) -> Metadata:
    """The clues as metadata: every field with its state, evidence where there is some."""
    states = {name: sheet.clues[name].state if name in sheet.clues else State.MISSING for name in FIELDS}
    evidence = {name: sheet.clues[name].evidence for name in (*FIELDS, *PLACES) if name in sheet.clues}
    evidence |= {name: why for name, why in sheet.absent.items() if name not in evidence}
    values: dict[str, Any] = {
        {"URL": "url"}.get(name, name.replace("-", "_")): clue.value
        for name, clue in sheet.clues.items()
        if name in FIELDS
    }
    return with_type(Metadata(states=states, evidence=evidence, **values), _type(sheet))


def with_type(metadata: Metadata, type_: Clue) -> Metadata:
    """The metadata with CSL's type, and how that is known."""
    states, evidence = {**metadata.states, "type": type_.state}, {**metadata.evidence, "type": type_.evidence}
    return replace(metadata, type=type_.value, states=states, evidence=evidence)


def _type(sheet: Sheet) -> Clue:
    """CSL's type, as far as genre and outlet tell."""
    genre = sheet.clues.get("genre")
    if genre and genre.value == "study":
        return Clue("report", State.INFERRED, "it is a study")
    if "container-title" in sheet.clues:
        return Clue("article-newspaper", State.INFERRED, "it names an outlet")
    return Clue("document", State.INFERRED, "nothing says what it is")
