"""Messages forwarded within a mail: the headers that stand in the text, and the note above them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from email.utils import parseaddr

from ...document import Block, Shape

FEWEST = 10
"""Words below the headers; with fewer, these were not the headers of a message."""

_MARK = re.compile(
    r"[-_\s]*(?:forwarded message|begin forwarded message|weitergeleitete nachricht|message transféré|"
    r"mensaje reenviado|messaggio inoltrato|пересылаемое сообщение|doorgestuurd bericht)\b.{0,20}\Z",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"[-_\s]*(?:original message|ursprüngliche nachricht|message d['’]origine|mensaje original)[-_:\s]*\Z|_{20,}\s*\Z",
    re.IGNORECASE,
)
_FIELDS = {
    "from": "From", "von": "From", "de": "From", "da": "From", "от": "From", "van": "From", "date": "Date",
    "sent": "Date", "datum": "Date", "gesendet": "Date", "fecha": "Date", "enviado": "Date", "envoyé": "Date",
    "дата": "Date", "data": "Date", "subject": "Subject", "betreff": "Subject", "objet": "Subject",
    "asunto": "Subject", "oggetto": "Subject", "тема": "Subject", "onderwerp": "Subject", "to": "", "an": "", "à": "",
    "para": "", "a": "", "cc": "", "reply-to": "", "кому": "", "aan": "",
}  # fmt: skip
_FIELD = re.compile(r"\*?(?P<name>[^\W\d_]{1,9}(?:-[^\W\d_]{1,5})?)\s?:\*?\s*(?P<value>.*)\Z")


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A forwarded message: its headers, and the blocks with all but its text marked."""

    blocks: list[Block]
    headers: dict[str, str]

    @property
    def sender(self) -> tuple[str, str]:
        """Display name and address."""
        shown, address = parseaddr(self.headers.get("From", "").replace("[mailto:", "<").replace("]", ">"))
        return shown.strip("'\" "), address


def find(blocks: Sequence[Block], *, forwards: bool) -> Forwarded | None:
    """The forwarded message in a mail, or none.

    Args:
        blocks: of the mail.
        forwards: whether the subject says that it forwards one.
    """
    for index, block in enumerate(blocks):
        lines = _lines(block)
        for at, line in enumerate(lines):
            explicit = bool(_MARK.match(line))
            if explicit or (forwards and _ORIGINAL.match(line)):
                return _read(blocks, index, at + 1)
        if forwards and _is_head(lines):
            return _read(blocks, index, 0)
    return None


def _lines(block: Block) -> list[str]:
    return [line.text.strip() for line in block.lines] if len(block.lines) > 1 else block.text.split("\n")


def _is_head(lines: Sequence[str]) -> bool:
    names = {_FIELDS.get(m["name"].lower()) for line in lines if (m := _FIELD.match(line))}
    return {"From", "Subject"} <= names


def _read(blocks: Sequence[Block], index: int, at: int) -> Forwarded | None:
    """Take the header lines from a place on; without a From, or a text below, it is no message."""
    headers: dict[str, str] = {}
    last = index
    for number in range(index, min(index + 10, len(blocks))):
        lines = _lines(blocks[number])[at if number == index else 0 :]
        fields = [m for line in lines if (m := _FIELD.match(line)) and m["name"].lower() in _FIELDS]
        if lines and not fields:
            break
        for field in fields:
            if name := _FIELDS[field["name"].lower()]:
                headers.setdefault(name, field["value"].strip())
        last = number
    below = (block.text for block in blocks[last + 1 :] if block.shape is not Shape.FURNITURE)
    if "From" not in headers or sum(len(text.split()) for text in below) < FEWEST:
        return None
    marked = [
        block if i > last or block.shape is Shape.FURNITURE
        else replace(block, shape=Shape.FURNITURE, kind="forward-note" if i < index else "forward-header")
        for i, block in enumerate(blocks)
    ]  # fmt: skip
    return Forwarded(marked, headers)
