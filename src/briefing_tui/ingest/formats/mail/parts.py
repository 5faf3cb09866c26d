"""What a message is made of: the parts that are its text, and what is attached. Nothing attached is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message

from ....errors import ImportFailedError
from ..encoding import decode
from ..envelope import parts_behind
from .headers import decoded

DEPTH = 30
"""Parts within parts that are looked into."""
MOST = 2_000
"""Parts that are looked at."""
ATTACHMENTS = 100
"""Attachments that are listed."""


@dataclass(slots=True)
class Parts:
    """The parts of a message that matter."""

    plain: list[Message] = field(default_factory=list)
    html: list[Message] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    """Messages that are attached whole."""
    attachments: list[str] = field(default_factory=list)
    """Their names, as text."""
    encrypted: bool = False
    misnamed: bool = False
    """Whether some parts stand behind another line than the one that is named."""


def parts_of(message: Message) -> Parts:
    """Sort the parts of a message."""
    parts = Parts()
    for part in _leaves(message, parts):
        kind = part.get_content_type()
        disposition = (part.get_content_disposition() or "").lower()
        if kind in {"application/pkcs7-mime", "application/x-pkcs7-mime"} or kind == "multipart/encrypted":
            parts.encrypted = True
        elif kind == "message/rfc822":
            parts.messages.extend(_inner(part))
        elif disposition == "attachment" or kind not in {"text/plain", "text/html"} or part.get_filename():
            parts.attachments.append(_label(part, kind))
        else:
            (parts.html if kind == "text/html" else parts.plain).append(part)
    return parts


def _leaves(message: Message, parts: Parts) -> Iterator[Message]:
    """Parts that hold no further ones, in order; a message that is attached is one of them."""
    waiting = [(message, 0)]
    for _ in range(MOST):
        if not waiting:
            return
        part, depth = waiting.pop()
        kind = part.get_content_type()
        holds = part.is_multipart() or kind.startswith("multipart/")
        if not holds or kind in {"message/rfc822", "multipart/encrypted"} or depth >= DEPTH:
            yield part
            continue
        within = _inner(part)
        if not within and (within := parts_behind(part)):
            parts.misnamed = True
        waiting.extend((inner, depth + 1) for inner in reversed(within))


def _inner(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [inner for inner in payload if isinstance(inner, Message)] if isinstance(payload, list) else []


def _label(part: Message, kind: str) -> str:
    """An attachment's name, which is text and no path of ours, and its type."""
    try:
        name = decoded(part.get_filename() or "")
    except (ValueError, TypeError, LookupError):
        name = ""
    return f"{name[:200] or 'without a name'} ({kind[:80]})"


def content(part: Message) -> bytes:
    """The bytes of a part, without the encoding for transport."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def text_of(name: str, part: Message) -> tuple[str, tuple[str, ...]]:
    """A plain part as text, by the charset that it states, else as any text file; with warnings.

    Raises:
        ImportFailedError: for what is no text.
    """
    data = content(part)
    charset = (part.get_content_charset() or "").lower()
    if charset and charset not in {"us-ascii", "ascii", "utf-8", "utf8"}:
        try:
            text = data.decode({"iso-8859-1": "cp1252", "latin-1": "cp1252"}.get(charset, charset))
            return re.sub("\r\n?", "\n", text), ()
        except (UnicodeDecodeError, LookupError):
            found = decode(name, data)
            return found.text, (f"the charset {charset[:40]} that it states does not fit", *found.warnings)
        except ValueError as error:
            raise ImportFailedError("the text cannot be decoded", where=name, hint="save it as .txt") from error
    found = decode(name, data)
    return found.text, found.warnings
