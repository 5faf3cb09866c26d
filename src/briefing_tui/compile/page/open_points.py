"""What is open in a draft, as HTML: a list whose entries look like the rows of a table, and its style sheet. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from briefing_tui.citations import Text

from ..document.open_points import SEPARATOR, OpenPoint
from ..document.tree import Document
from .markup import attribute, block, citation, plain, turned

_COMMAND = re.compile(r"briefing (?:check|compile) [\w.-]*\w")
"""What is typed: it stays on one line, and reads from left to right."""
_SHEET = Path(__file__).with_name("open_points.css")


def content(document: Document) -> str:
    """What stands under its heading; empty where nothing is open."""
    listed = document.open
    if not listed.points:
        return ""
    english = f' lang="{attribute(listed.language)}" dir="ltr"' if listed.language else ""
    points = "\n".join(_point(n, point, english, rtl=document.rtl) for n, point in enumerate(listed.points, 1))
    about = f'<p class="about"{block("open about")}>{plain(listed.about)}</p>'
    behind = (("rest", listed.rest), ("later", listed.later))
    said = "".join(
        f'<p class="about"{block(f"open {key}")}>{_COMMAND.sub(_whole, plain(text))}</p>'
        for key, text in behind
        if text
    )
    return f"{about}<ul>\n{points}\n</ul>{said}"


def sheet(document: Document) -> str:
    """How it looks on paper: behind the style sheet of any form, as none has to know of it."""
    return _sheet() if document.open.points else ""


def _point(n: int, point: OpenPoint, english: str, *, rtl: bool) -> str:
    hint = f"{plain(point.hint)}{SEPARATOR}" if point.hint else ""
    return (
        f'<li class="open-{point.severity}"{block(f"open {n}")}><span class="open-weight">{plain(point.weight)}</span> '
        f'<span class="open-where">{_places(point.places, rtl=rtl)}</span> '
        f'<div class="open-finding"><p{english}>{plain(point.message)}</p>'
        f'<p class="open-hint"{english}>{hint}<span class="open-rule">{plain(point.rule)}</span></p></div></li>'
    )


def _places(places: Iterable[Text], *, rtl: bool) -> str:
    """What is to be found where; a title that runs the other way than the list says so."""
    return "".join(
        f"<bdi{way}>{citation((place,))}</bdi>" if (way := turned(place.text, rtl=rtl)) else citation((place,))
        for place in places
    )


def _whole(command: re.Match[str]) -> str:
    return f'<bdi class="unit" dir="ltr">{command.group()}</bdi>'


@cache
def _sheet() -> str:
    return "\n" + _SHEET.read_text(encoding="utf-8")
