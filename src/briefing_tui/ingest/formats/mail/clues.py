"""What the headers of a mail state: subject, sender, the day where it was sent, and where it can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email.message import Message
from email.utils import parsedate_tz
from html import unescape
from urllib.parse import urlsplit

from ....model import PartialDate, State
from ...document import Block, Clue
from ...rules import dates
from .forwarded import Forwarded
from .headers import addresses, decoded, header
from .senders import sender

_PREFIX = re.compile(
    r"\s*(?:re|aw|sv|antw|vs|odp|fwd?|fw|wg|tr|rv|enc|rif|doorst|отв|回复|答复|转发)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*",
    re.IGNORECASE,
)
_FORWARDS = re.compile(r"\s*(?:fwd?|fw|wg|tr|rv|enc|doorst|转发)\s*[:：]", re.IGNORECASE)
_LIST = re.compile(r"\s*\[[^\[\]]{1,40}\]\s*")
_MADE_BY_MACHINE = re.compile(r"(?=[a-z]*\d)[0-9a-f]{10,}", re.IGNORECASE)
"""In the name of a list: a number that a service gave it."""
_NO_SUBJECT = re.compile(r"\(?(?:no subject|kein betreff|sans objet|sin asunto|без темы)\)?\Z", re.IGNORECASE)
_ANCHOR = re.compile(
    r"<a\b[^>]{0,2000}?href\s*=\s*[\"']([^\"'>]{1,2000})[\"'][^>]{0,1000}>(.{0,400}?)</a>", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<[^>]*>")
_URL = re.compile(r"https?://[^\s<>()\[\]\"]+")
LONGEST_URL = 150
"""Characters of an address that may be the mail's own; longer ones name the reader, not the text."""

Clues = list[tuple[str, Clue]]


def is_bulk(message: Message) -> bool:
    """Whether headers say that the mail went to many."""
    return any(header(message, name) for name in ("List-Id", "List-Unsubscribe", "List-Post")) or header(
        message, "Precedence"
    ).lower() in {"bulk", "list"}


def mail_type(message: Message, *, authored: bool, outlet: bool) -> Clue:
    """CSL's type: a post to a list, a newsletter, or a letter from one to another."""
    if header(message, "List-Post") and "NO" not in header(message, "List-Post"):
        return Clue("post", State.INFERRED, "List-Post header")
    if is_bulk(message) or (outlet and not authored):
        return Clue("article-newspaper", State.INFERRED, "a mail to many, as a newsletter is")
    return Clue("personal_communication", State.INFERRED, "a mail from one to another")


def forwards(message: Message) -> bool:
    """Whether the subject says that the mail forwards another."""
    return bool(_FORWARDS.match(header(message, "Subject")))


def own_clues(message: Message) -> Clues:
    """What the headers of the mail itself state."""
    bulk = is_bulk(message)
    clues = list(_subject(header(message, "Subject"), "Subject header", listed=bool(header(message, "List-Id"))))
    clues += _day(header(message, "Date"), "Date header")
    for shown, address in addresses(message, "From")[:1]:
        clues += _sender(shown, address, "From header", bulk=bulk)
    phrase = decoded(header(message, "List-Id").partition("<")[0]).strip("'\" ")
    if phrase and any(c.isalpha() for c in phrase) and not _MADE_BY_MACHINE.search(phrase):
        clues.append(("container-title", Clue(phrase, State.INFERRED, f"List-Id header: {phrase}")))
    archived = header(message, "Archived-At").strip("<> ")
    if _URL.fullmatch(archived):
        clues.append(("URL", Clue(archived, State.STATED, f"Archived-At header: {archived}")))
    return clues


def forwarded_clues(found: Forwarded) -> Clues:
    """What the headers of a forwarded message state."""
    clues = list(_subject(found.headers.get("Subject", ""), "Subject of the forwarded message", listed=False))
    clues += _day(found.headers.get("Date", ""), "Date of the forwarded message")
    clues += _sender(*found.sender, "From of the forwarded message", bulk=False)
    return clues


def _subject(text: str, where: str, *, listed: bool) -> Iterator[tuple[str, Clue]]:
    title, answered = text, False
    while match := _PREFIX.match(title) or (_LIST.match(title) if listed or answered else None):
        title, answered = title[match.end() :], True
    title = title.strip()
    if title and not _NO_SUBJECT.match(title) and "\ufffd" not in title:
        yield "title", Clue(title, State.STATED, f"{where}: {text}"[:200])


def _day(text: str, where: str) -> Iterator[tuple[str, Clue]]:
    """The day at the sender's place, as the header writes it; the evidence keeps hour and offset."""
    try:
        found = parsedate_tz(text) if text else None
        date = PartialDate.parse(str(PartialDate(*found[:3]))) if found else None
    except (ValueError, IndexError, TypeError):
        date = None
    if date is None and text:
        reading = dates.read_line(re.sub(r"(?:,?\s+(?:at|um|à))?\s+\d{1,2}[:.]\d{2}.*\Z", "", text))
        if reading and reading.note:
            yield "issued", Clue(reading.date, State.INFERRED, f"{where}: {text}, {reading.note}"[:200])
            return
        date = reading.date if reading else None
    if date and 1970 <= date.year <= 2199 and re.search(rf"\b(?:{date.year}|{date.year % 100:02d})\b", text):
        yield "issued", Clue(date, State.STATED, f"{where}: {text}"[:200])


def _sender(shown: str, address: str, where: str, *, bulk: bool) -> Iterator[tuple[str, Clue]]:
    who = sender(shown, address, bulk=bulk)
    evidence = f"{where}: {shown} <{address}>"[:200]
    if who.author:
        yield "author", Clue((who.author,), State.STATED if who.sure else State.INFERRED, evidence)
    if who.outlet:
        yield "container-title", Clue(who.outlet, State.INFERRED, evidence)


def browser_link(page: str, blocks: Sequence[Block], address: str) -> Clues:
    """The address behind 'view in browser', where it is the sender's own and names no reader."""
    shown = [block.text for block in blocks if block.kind == "view-in-browser"]
    links = [url for text in shown for url in _URL.findall(text)]
    for match in _ANCHOR.finditer(page):
        words = " ".join(unescape(_TAG.sub(" ", match[2])).split())
        if len(words) > 3 and any(words in text for text in shown):
            links.append(unescape(match[1]).strip())
    labels = address.rpartition("@")[2].lower().split(".")
    domain = ".".join(labels[-3 if len(labels) > 2 and len(labels[-2]) <= 3 else -2 :])
    for link in links:
        parts = urlsplit(link) if _URL.fullmatch(link) and len(link) <= LONGEST_URL else None
        if parts and domain and f".{parts.hostname}".endswith(f".{domain}") and not parts.query:
            return [("URL", Clue(link, State.INFERRED, f"the link to view it in a browser: {link}"))]
    return []
