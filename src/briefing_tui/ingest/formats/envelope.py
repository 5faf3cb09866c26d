"""Messages as they were meant: headers that a program broke in two, parts behind another line than the one named."""

from __future__ import annotations

import re
from email import message_from_bytes, message_from_string
from email.message import Message
from email.policy import Policy

LONGEST_HEAD = 2**18
"""Bytes in which the headers end."""

_HEAD = re.compile(rb"\A(?:[^\r\n]+\r?\n)+")
_FIELD = re.compile(rb"[!-9;-~]+[ \t]*:|[ \t]")
_KNOWN = re.compile(rb"(?:content-[a-z-]+|mime-version|date|from|to|subject|message-id)[ \t]*:", re.IGNORECASE)
_MARK = re.compile(r'^--([^\s"\\][^"\\\r\n]{0,68})\r?\n(?=content-[!-9;-~]+:)', re.IGNORECASE | re.MULTILINE)


def message_of(data: bytes, policy: Policy) -> Message:
    """A message; a line among its headers that is none goes on with the one before."""
    head = _HEAD.match(data[:LONGEST_HEAD])
    lines = head[0].splitlines(keepends=True) if head else []
    known = max((index for index, line in enumerate(lines) if _KNOWN.match(line)), default=0)
    broken = {index for index in range(1, known) if not _FIELD.match(lines[index])}
    if head and broken:
        mended = (b" " + line if index in broken else line for index, line in enumerate(lines))
        data = b"".join(mended) + data[head.end() :]
    return message_from_bytes(data, policy=policy)


def parts_behind(message: Message) -> list[Message]:
    """The parts of a message that names another line between them than it has; empty where it has none."""
    text = message.get_payload()
    mark = _MARK.search(text) if isinstance(text, str) else None
    if not mark:
        return []
    whole = message_from_string(f'Content-Type: multipart/mixed; boundary="{mark[1].rstrip()}"\n\n{text}')
    found = whole.get_payload()
    return [part for part in found if isinstance(part, Message)] if isinstance(found, list) else []
