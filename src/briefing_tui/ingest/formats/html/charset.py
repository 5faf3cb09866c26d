"""The encoding of a web page: its byte order mark, then what it declares, then what its bytes look like."""

from __future__ import annotations

import codecs
import re

from ..encoding import Decoded, decode

HEAD = 4096
"""Bytes in which a declaration is looked for; browsers look at the first 1024."""

_DECLARED = re.compile(
    rb"""<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{2,40})"""
    rb"""|<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([\w:.-]{2,40})""",
    re.IGNORECASE,
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_READ_AS = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
"""What browsers read a label as, by Python's name for it: the larger set, which contains the smaller."""


def decode_page(name: str, data: bytes, *, declared: str = "") -> Decoded:
    """Read a page's bytes as text.

    Args:
        name: the file's name, for messages.
        data: the bytes.
        declared: the encoding that the container of the page states; the page's own declaration goes before it.

    Raises:
        ImportFailedError: for what holds nothing, or is no text.
    """
    if data.startswith(_MARKS) or b"<" not in data[:HEAD] or b"\0" in data:
        return decode(name, data)
    try:
        return Decoded(data.decode("utf-8"))  # what is valid UTF-8 is that, whatever an older template declares
    except UnicodeDecodeError:
        encoding = _codec(_declaration(data) or declared)
    if encoding in {"", "utf-8"}:
        return decode(name, data)
    text = data.decode(encoding, "replace")
    checked = decode(name, text.encode("utf-8"))
    broken = text.count("\ufffd")
    if not broken:
        return checked
    return Decoded(checked.text, (f"{broken} bytes are no {encoding}, which the page declares: shown as \ufffd",))


def _declaration(data: bytes) -> str:
    match = _DECLARED.search(data[:HEAD])
    return (match[1] or match[2]).decode("ascii", "replace") if match else ""


def _codec(label: str) -> str:
    """Python's name for an encoding; empty for one that it does not know, and for what is no encoding of text."""
    try:
        found = codecs.lookup(label)
        found.incrementaldecoder  # noqa: B018
        b"a".decode(label)
    except (LookupError, TypeError, ValueError, UnicodeError):
        return ""
    encoding = _READ_AS.get(found.name, found.name)
    return "" if encoding.startswith(("utf-16", "utf-32", "utf-7")) else encoding
