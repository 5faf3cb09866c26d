"""Web pages that a browser saved with all their parts in one file (RFC 2557)."""

from __future__ import annotations

from email import policy
from email.message import Message

from ...errors import ImportFailedError
from ..document import Source
from .envelope import message_of
from .html import decode_page, read_page

MOST_PARTS = 20_000
"""Parts that are looked through for the page."""


def read_mhtml(name: str, data: bytes) -> Source:
    """Read the page of a web archive; its pictures and frames are not looked at.

    Raises:
        ImportFailedError: for a file that is no such archive or holds no page, and for a page without text.
    """
    message = message_of(data, policy.default)
    page = _root(message)
    if page is None:
        raise ImportFailedError(
            "this web archive holds no page", where=name, hint="save the page again from the browser, or as .html"
        )
    payload = page.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    decoded = decode_page(name, content, declared=page.get_content_charset() or "")
    return read_page(name, decoded.text, address=_address(message, page), warnings=decoded.warnings)


def _root(message: Message) -> Message | None:
    """The part that is the page: the one that the archive names, else its first."""
    if not message.is_multipart():
        return message if _is_page(message) else None
    wanted = str(message.get_param("start") or "").strip()
    pages = [part for _, part in zip(range(MOST_PARTS), message.walk(), strict=False) if _is_page(part)]
    named = (part for part in pages if wanted and str(part.get("Content-ID") or "").strip() == wanted)
    return next(named, pages[0] if pages else None)


def _is_page(part: Message) -> bool:
    return part.get_content_type() in {"text/html", "application/xhtml+xml"}


def _address(message: Message, page: Message) -> str:
    """Where the page was saved from."""
    for value in (message.get("Snapshot-Content-Location"), page.get("Content-Location")):
        address = "".join(str(value or "").split())
        if address.lower().startswith(("http://", "https://")):
            return address
    return ""
