"""Markup of other programs in own text, which is printed as it stands."""

from __future__ import annotations

import re

from ...model.own_text import pieces

_INNER = "an item within an item"
"""With another sign than those that begin one, which are no markup that stays."""
_KINDS = {
    "a heading": r"(?m:^)[^\S\n]{0,3}(?P<a>#{1,6}[^\S\n]+[^\s\d][^\n]*)",
    "a block quote": r"(?m:^)[^\S\n]{0,3}(?P<b>>[^\S\n]*[^\W\d_][^\n]*)",
    "an item of a list": r"(?m:^)[^\S\n]{0,3}(?P<c>[*+•][^\S\n]+\S[^\n]*)",
    _INNER: r"(?m:^)(?:[^\S\n]{2,}|\t)(?P<k>(?:[-–*+•]|\d{1,3}[.)])[^\S\n]+\S[^\n]*)",
    "a number with a bracket": r"(?m:^)[^\S\n]{0,1}(?P<l>\d{1,3}\)[^\S\n]+\S[^\n]*)",
    "a line across": r"(?m:^)[^\S\n]{0,3}(?P<m>(?:-[^\S\n]*){3,}|(?:\*[^\S\n]*){3,}|(?:_[^\S\n]*){3,})$",
    "a picture": r"(?P<d>!\[[^\]\n]{0,200}\]\([^)\s]{1,500}\))",
    "a link": r"(?<!!)(?P<e>\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)|<https?://[^>\s]{1,500}>)",
    "a table": r"(?m:^)[^\S\n]{0,3}(?P<f>\|[^\n]+\|)[^\S\n]*$",
    "code": r"(?P<g>```|(?<!`)`[^`\n]{1,200}`(?!`))",
    "a note": r"(?P<h>\[\^[^\]\s]{1,40}\])",
    "words struck out": r"(?P<i>~~[^~\n]{1,200}~~)",
    "HTML": r"(?P<j></?(?:[abipsuq]|em|strong|su[bp]|br|div|span|img|table|t[rdh]|[uo]l|li|h[1-6])\b[^>\n]{0,200}>)",
}
"""What people write for each, as patterns."""
_PATTERNS = {what: re.compile(pattern, re.MULTILINE) for what, pattern in _KINDS.items()}
_SHOWN = 30
"""Characters of it that are shown."""


def unread_markup(text: str) -> list[tuple[str, str]]:
    """What of a text is markup that nobody reads here: each kind once, with how it begins."""
    bare = "".join("\n" if piece.marker else piece.span.slice(text) for piece in pieces(text))
    found = ((what, pattern.search(bare if what == _INNER else text)) for what, pattern in _PATTERNS.items())
    return [(what, _short(next(filter(None, match.groups())))) for what, match in found if match]


def _short(sign: str) -> str:
    return sign if len(sign) <= _SHOWN else sign[: _SHOWN - 1].rstrip() + "…"
