"""What the pieces outside the body are, by what their elements say and by how they look."""

from __future__ import annotations

from collections.abc import Sequence

from ...rules import dates
from ...rules.names import folded
from .tree import Piece
from .view import masthead_of

BODY = 0.5
"""Share of a piece's letters that have to be found in the extraction for it to be body."""

_DROPPED_ANYWHERE = frozenset({"caption", "photo-credit", "cookie-notice", "share", "advertisement", "control"})
"""Zones that are no text, whatever an extraction says."""
_NAMED = frozenset(
    "cookie-notice comment appeal related-link share navigation advertisement photo-credit caption byline author-note "
    "date tag".split()
)
_SHORT = 200
LONGEST = 400
"""Characters of furniture within the text."""
MOST_SHARE = 5
"""A zone that holds more than this part of the body is body itself."""


def kinds_of(pieces: Sequence[Piece], shares: Sequence[float], title_at: int = -1) -> list[str]:
    """By piece, the kind of what is no text; empty for the body.

    Args:
        pieces: of the page, in order.
        shares: how much of each is body.
        title_at: index of the heading that is the title, -1 where none is.
    """
    above = masthead_of(pieces, title_at)
    body = [
        share >= BODY and not piece.kind and not (index in above and dates.read_line(piece.text))
        for index, (piece, share) in enumerate(zip(pieces, shares, strict=True))
    ]
    first = body.index(True) if True in body else len(pieces)
    last = len(body) - 1 - body[::-1].index(True) if True in body else -1
    wanted = folded(pieces[title_at].text) if title_at >= 0 else ""
    furniture = _zones_within(pieces, body)
    kinds: list[str] = []
    for index, piece in enumerate(pieces):
        if piece.kind:
            kinds.append(piece.kind)
        elif wanted and piece.level and folded(piece.text) == wanted and "title" not in kinds:
            kinds.append("title")
        elif body[index]:
            zone = piece.zones[-1] if piece.zones else ""
            kinds.append(zone if zone in furniture and len(piece.text) < LONGEST else "")
        elif first < index < last and _heads(pieces, body, index):
            kinds.append("")
        else:
            kinds.append(_outside(piece, index < first, index > last))
    return kinds


def _heads(pieces: Sequence[Piece], body: Sequence[bool], index: int) -> bool:
    """Whether a heading that an extraction left out stands between paragraphs of the text, in the same place."""
    piece, below = pieces[index], pieces[index + 1]
    alone = piece.level and not below.level and piece.linked * 2 <= len(piece.text)
    return bool(alone and body[index - 1] and body[index + 1] and piece.zones == below.zones)


def _zones_within(pieces: Sequence[Piece], body: Sequence[bool]) -> set[str]:
    """Zones that are furniture in the midst of the text; one that holds much of the text has another meaning here."""
    letters = dict.fromkeys(_DROPPED_ANYWHERE, 0)
    whole = 0
    for piece, inside in zip(pieces, body, strict=True):
        if inside:
            whole += len(piece.text)
            if piece.zones and piece.zones[-1] in letters:
                letters[piece.zones[-1]] += len(piece.text)
    return {zone for zone, count in letters.items() if count * MOST_SHARE <= whole}


def _outside(piece: Piece, before: bool, after: bool) -> str:
    """The kind of a piece that is no body."""
    if "cookie-notice" in piece.zones:
        return "cookie-notice"
    if "comment" in piece.zones:
        return "comment"
    text = piece.text
    short = len(text) < _SHORT
    if short and any(map(str.isdigit, text)) and dates.read_line(text):
        return "date"
    for zone in reversed(piece.zones):
        if zone in {"byline", "date", "photo-credit"} and not short:
            continue
        if zone in _NAMED:
            return zone
        if zone == "footer":
            return "notice" if "©" in text or "copyright" in text.lower() else "navigation"
        if zone in {"control", "form"}:
            return "control"
    linked = piece.linked * 2 > len(text)
    if linked:
        return "related-link" if after and len(text) > 30 else "navigation"
    if before and short:
        return "page-header"
    return "aside"
