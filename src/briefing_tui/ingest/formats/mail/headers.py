"""Header lines as people read them: unfolded, decoded, whatever bytes they hold. No address is ever looked up."""

from __future__ import annotations

import re
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses

LONGEST = 20_000
"""Characters of a header that are looked at."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+")


def header(message: Message, name: str) -> str:
    """The first header of a name, decoded; empty where there is none."""
    return decoded(raw(message, name))


def raw(message: Message, name: str) -> str:
    """The first header of a name with its encoded words as they are, bytes read as UTF-8 or Windows-1252."""
    wanted = name.lower()
    for key, value in message.raw_items():
        if key.lower() == wanted:
            text = str(value)[:LONGEST]
            data = text.encode("utf-8", "surrogateescape")
            try:
                return data.decode("utf-8")
            except UnicodeDecodeError:
                return data.decode("cp1252", "replace")
    return ""


def decoded(text: str) -> str:
    """A header without folding, encoded words and control characters."""
    try:
        pieces = decode_header(" ".join(text.split())) if "=?" in text else [(text, None)]
        text = "".join(piece if isinstance(piece, str) else _words(piece, charset) for piece, charset in pieces)
    except (ValueError, LookupError, ArithmeticError):  # what is badly encoded stays as it is
        pass
    return " ".join(_CONTROL.sub(" ", text).split())


def _words(piece: bytes, charset: str | None) -> str:
    try:
        return piece.decode(charset or "utf-8")
    except (UnicodeDecodeError, LookupError):
        return piece.decode("utf-8" if charset else "cp1252", "replace")


def addresses(message: Message, name: str) -> list[tuple[str, str]]:
    """Display names and addresses of a header."""
    found = getaddresses([" ".join(raw(message, name).split())])
    return [(decoded(shown).strip("'\" "), address) for shown, address in found if shown or address]
