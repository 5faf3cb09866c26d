"""When a page came out: what it marks as the day of publication, never that of a change, on the page's own calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ....model import PartialDate, State
from ...document import Clue
from ...rules import dates
from .structured import types_of
from .view import ELSEWHERE, View

_META = (
    "citation_publication_date", "citation_online_date", "citation_date", "article:published_time",
    "og:article:published_time", "og:published_time", "article.published", "dc.date.issued", "dcterms.issued",
    "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "pub_date", "publishdate", "publish-date",
    "publication_date", "published_time", "displaydate", "mediator_published_time", "cxenseparse:recs:publishtime",
    "shareaholic:article_published_time", "dc.date", "dc:date", "dcterms.date", "dcterms.created", "dc.date.created",
    "date",
)  # fmt: skip
_SCHOLARLY = frozenset(f"meta {name}" for name in _META[:3])
_LONE = "the only time element"
_ISO = re.compile(r"\s*(\d{4})(?:-(\d{1,2})-(\d{1,2})|(\d{2})(\d{2}))(?!\d)")
_NUMBERS = re.compile(r"\d+")
_WITHIN = re.compile(
    r"\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}(?![\d:])|"
    r"\d{1,2}(?:st|nd|rd|th|\.)? (?:de )?[^\W\d]{3,12}\.?,? (?:de )?\d{4}(?![\d:])|"
    r"[^\W\d]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?, ?\d{4}|\d{4}-\d\d-\d\d|\d{4}[年년] ?\d{1,2}[月월] ?\d{1,2}[日일]"
)
_CHANGED = re.compile(
    r"\b(?:updated?|modified|revised|edited|aktualisiert|geändert|stand|mis à jour|modifié)\b", re.IGNORECASE
)
"""Beside a day of a change."""
_ANOTHER = re.compile(
    r"\b(?:registriert|registered|joined|member since|dabei seit|releases?)\b|"
    r"\d{1,2}[:.]\d{2}(?:\s*uhr)?\s*[-–—]\s*\d{1,2}[:.]\d{2}",
    re.IGNORECASE,
)
"""Beside a day that is not that of publication: of an account, a product, an event with its hours."""
_DEADLINE = re.compile(
    r"\b(?:(?:apply|applications?|reply|register|submit\w*|due|valid|open) (?:by|before|on|date|until|till|for|from)|"
    r"until|till|deadline|closing date|closes|expir(?:es|ed|y)|valid|best before|rsvp|"
    r"bis(?: zum| spätestens)?|spätestens|frist|\w+(?:frist|schluss)|gültig|läuft ab|"
    r"jusqu['’]\w+|avant le|date limite|échéance|clôture|expire|valables?|valide|"
    r"до|срок\w*|крайний|не позднее|действител\w+|истека\w+|дедлайн)(?!\w)",
    re.IGNORECASE,
)
"""Beside a day until which something can be done."""
MOST_BESIDE = 40
"""Characters beside the date on such a line; a sentence that names a day has more."""
LONGEST = 80
"""Characters of a line with a date and little else: an author, a section."""


def issued_of(view: View) -> Clue | None:
    """The day of publication: what is marked and shown, else what is shown by the title."""
    near = list(_shown_near(view))
    numbered = (text for text in view.short_texts(masthead=False) if _NUMBERS.search(text))
    shown = (_unchanged(text) for text in numbered if not _DEADLINE.search(text))
    texts = [(text, set(map(int, _NUMBERS.findall(text)))) for text in shown]
    hidden: tuple[PartialDate, str] | None = None
    for day, source in _marked(view):
        if source == _LONE and day not in [other for other, _ in near]:
            continue
        if source in _SCHOLARLY or any(_shows(text, numbers, day) for text, numbers in texts):
            return Clue(day, State.STATED, f"{source}: {day}" + ("" if source in _SCHOLARLY else "; shown on the page"))
        if beside := next((other for other, _ in near if _apart(other, day) == 1), None):
            return Clue(beside, State.STATED, f"the day that the page shows; {source} has {day}, in another time zone")
        hidden = hidden or (day, source)
    if near:
        day, text = near[0]
        note = f"; {hidden[1]} has {hidden[0]}" if hidden else ""
        return Clue(day, State.INFERRED, f"a line that reads '{text[:60]}'{note}")
    return _unseen(view, hidden)


def _unseen(view: View, hidden: tuple[PartialDate, str] | None) -> Clue | None:
    """A day that no line of the page shows: pages that are no news have one too, of when a machine made them.

    So it counts only on news, or as inferred where the address agrees; other marks that agree with it, as
    `article:published_time` and JSON-LD do, were made by the same machine and bear nothing out.
    """
    if hidden is None:
        return None
    day, source = hidden
    path = dates.in_url(view.address)
    agrees = path is not None and str(day).startswith(str(path))
    news = any(kind.endswith("NewsArticle") for node in view.articles for kind in types_of(node))
    if not (news or agrees):
        return None
    state = State.STATED if news else State.INFERRED
    return Clue(day, state, f"{source}: {day}" + ("; the URL agrees" if agrees else ""))


def _marked(view: View) -> Iterator[tuple[PartialDate, str]]:
    """What the page marks as the day of publication, the best mark first."""
    found = [(str(node.get("datePublished") or ""), "JSON-LD datePublished") for node in view.articles]
    found += [(view.head.meta[name][0], f"meta {name}") for name in _META if name in view.head.meta]
    found += [(value, mark) for value, mark in view.head.times if mark != "time"]
    found += [
        (str(node.get("datePublished") or ""), "JSON-LD datePublished of the page")
        for node in view.head.nodes
        if "WebPage" in types_of(node)
    ]
    plain = {value[:10]: value for value, mark in view.head.times if mark == "time"}
    if len(plain) == 1:
        found += [(value, _LONE) for value in plain.values()]
    for value, source in found:
        if value and (day := _day(value)):
            yield day, source


def _day(value: str) -> PartialDate | None:
    """The day that a value for machines names, on its own clock: the offset is not reckoned away."""
    if match := _ISO.match(value):
        try:
            return PartialDate.parse("-".join(part.zfill(2) for part in match.groups() if part))
        except ValueError:
            return None
    reading = dates.read_line(value)
    return reading.date if reading and not reading.note else None


def _shown_near(view: View) -> Iterator[tuple[PartialDate, str]]:
    """Days that short lines by the title show."""
    for piece in view.near():
        text = _unchanged(" ".join(piece.text.split()))
        if len(text) > LONGEST or ELSEWHERE & set(piece.zones):
            continue
        if any(pattern.search(text) for pattern in (_CHANGED, _ANOTHER, _DEADLINE)):
            continue
        whole = dates.read_line(text)
        match = None if whole else _WITHIN.search(text)
        if match and len(text) - len(match[0]) > MOST_BESIDE:
            continue
        reading = whole or (dates.read(match[0]) if match else None)
        if reading and not reading.note and reading.date.day:
            yield reading.date, text


def _unchanged(text: str) -> str:
    """What a line says before it comes to a change: 'Published 8 May 2023 | Updated 9 May 2023'."""
    change = _CHANGED.search(text)
    before = text[: change.start()].rstrip(" |·•–—-(,;") if change else text
    return before if _WITHIN.search(before) else text


def _shows(text: str, numbers: set[int], day: PartialDate) -> bool:
    """Whether a line shows a day in any form: its number, and the month by number or name."""
    if day.day not in numbers or not (day.year in numbers or day.year % 100 in numbers or len(numbers) <= 3):
        return False
    if day.month in numbers and (day.year in numbers or day.year % 100 in numbers):
        return True
    return any(dates.month_number(word) == day.month for word in re.findall(r"[^\W\d_]{3,}", text))


def _apart(one: PartialDate, other: PartialDate) -> int:
    if not (one.day and other.day):
        return 0
    distance = date(one.year, one.month, one.day) - date(other.year, other.month, other.day)
    return abs(distance) // timedelta(days=1)
