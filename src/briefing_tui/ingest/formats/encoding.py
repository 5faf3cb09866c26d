"""From bytes to text: byte order marks, UTF-8, UTF-16 and the 8-bit encodings that are met in practice."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ...errors import ImportFailedError

SAMPLE = 65_536
"""Bytes, or characters, that a guess is made from."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 before UTF-16: its little-endian mark begins with the other's."""

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP container (DOCX, ODT or EPUB)"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
)

_ACCENTS = (
    ("cp1252", "àâçéèêëîïôùûüœæÿ"),
    ("cp1252", "äöüß"),
    ("cp1252", "áéíóúüñ"),
    ("cp1252", "áâãàçéêíóôõú"),
    ("cp1252", "àèéìíòóù"),
    ("cp1252", "åäöæøéü"),
    ("cp1252", "ëïéöüèê"),
    ("cp1252", "áéíóúýðþæö"),
    ("cp1250", "ąćęłńóśźż"),
    ("cp1250", "áčďéěíňóřšťúůýžľĺŕäô"),
    ("cp1250", "áéíóöőúüű"),
    ("cp1250", "čćđšž"),
    ("cp1250", "ăâîşţ"),
    ("cp1254", "çğıöşüâî"),
    ("cp1257", "āčēģīķļņšūžąęėįųõäöü"),
)
"""Accented letters by language, the commonest encoding first: what fits equally well is read by the first."""

_OTHER_SCRIPTS = (
    "cp1251", "koi8_r", "iso8859_5", "cp866", "cp1253", "cp1255", "cp1256", "cp874",
    "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr",
)  # fmt: skip

_BREAKS = re.compile("\r\n?|[\u2028\u2029]")
_IN_LINE = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\x85", " "))
_CONTROL = frozenset(map(chr, range(32))) - set("\t\n\r\v\f\x1b\x1c\x1d\x1e")
_PAIRED_SYMBOL = re.compile(r"(?<=[^\W\d_])[^\w\s.,;:!?'’‘\"“”()\[\]/&·…–—­-](?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with LF line ends, and what has to be said about how it was read."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(name: str, data: bytes) -> Decoded:
    """Read bytes as text; nothing but line ends is changed.

    Raises:
        ImportFailedError: for what holds nothing, or is no text.
    """
    if not data:
        raise ImportFailedError("the file is empty", where=name, hint="check that it was saved or downloaded whole")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise ImportFailedError(
                f"this is {what}, not plain text", where=name, hint="save its text as .txt or .md and import that"
            )
    text, warnings = _decode(name, data)
    text = _BREAKS.sub("\n", text).translate(_IN_LINE)
    if not any(_visible(c) for c in text):
        raise ImportFailedError(
            "the file holds white space only", where=name, hint="check that it was saved or downloaded whole"
        )
    return Decoded(text, warnings)


def _visible(character: str) -> bool:
    return not character.isspace() and unicodedata.category(character) not in {"Cc", "Cf"}


def _decode(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                if encoding == "utf-8":
                    break
                raise _binary(name) from error
            if "\0" in text:
                raise _binary(name)
            return text, () if encoding == "utf-8" else (_read_as(encoding),)
    if b"\0" in data:
        return _without_mark(name, data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _eight_bit(name, data)
    return _checked(name, text), ()


def _without_mark(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    """UTF-16 that does not say so: one of the two orders gives letters and spaces, without a NUL."""
    best, found = 0.0, ("", "")
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:SAMPLE]
        common = sum(c in " \n\r" or (c.isalpha() and ord(c) < 0x700) for c in sample) / len(sample)
        if "\0" not in text and common > max(best, 0.7):
            best, found = common, (text, encoding)
    if not best:
        raise _binary(name)
    return _checked(name, found[0]), (_read_as(found[1]),)


def _eight_bit(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    if (damaged := _damaged_utf8(data)) is not None:
        lines = [n for n, line in enumerate(damaged.split("\n"), 1) if "\ufffd" in line]
        where = f"line {lines[0]}" + (f" and {len(lines) - 1} more" if len(lines) > 1 else "")
        return _checked(name, damaged), (f"{where}: bytes that are no UTF-8, shown as \ufffd",)
    encoding = _western(data) or _by_statistics(data)
    if not encoding:
        raise _binary(name)
    text = data.decode(encoding, "replace")
    warning = _read_as(encoding)
    if "\ufffd" in text:
        warning += f"; {text.count(chr(0xFFFD))} bytes have no character in it and are shown as \ufffd"
    return _checked(name, text), (warning,)


def _damaged_utf8(data: bytes) -> str | None:
    """The text, if this is UTF-8 but for a few bytes; reading all of it otherwise would spoil every accent."""
    text = data.decode("utf-8", "replace")
    errors = text.count("\ufffd")
    good = sum(ord(c) > 127 for c in text) - errors
    return text if good >= 8 * errors else None


def _western(data: bytes) -> str:
    """The encoding of a Latin script whose accented letters fit best, or an empty text for other scripts."""
    best, found = 0.0, ""
    decoded: dict[str, str] = {}
    for encoding, accents in _ACCENTS:
        if encoding not in decoded:
            decoded[encoding] = data[:SAMPLE].decode(encoding, "replace")
        text = decoded[encoding]
        letters = [c for c in text if c.isalpha()]
        foreign = [c for c in letters if ord(c) > 127]
        if len(foreign) * 3 > len(letters):
            return ""
        strange = len(_PAIRED_SYMBOL.findall(text)) + text.count("\ufffd")
        fit = (sum(c.lower() in accents for c in foreign) + 1) / (len(foreign) + strange + 1)
        if fit > best + 0.01:
            best, found = fit, encoding
    return found


def _by_statistics(data: bytes) -> str:
    """What charset-normalizer finds among the encodings of other scripts."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE], cp_isolation=list(_OTHER_SCRIPTS)).best()
    return best.encoding if best else ""


def _checked(name: str, text: str) -> str:
    """The text, unless its control characters show that it is none."""
    sample = text[:SAMPLE]
    if sum(c in _CONTROL for c in sample) > len(sample) * 0.02 + 2:
        raise _binary(name)
    return text


def _read_as(encoding: str) -> str:
    return f"read as {_NAMES.get(encoding, encoding)}, not UTF-8: check letters with accents and quotation marks"


_NAMES = {"cp1252": "Windows-1252 (Latin-1)", "utf-16-le": "UTF-16 LE", "utf-16-be": "UTF-16 BE"}


def _binary(name: str) -> ImportFailedError:
    return ImportFailedError(
        "this is not text: it holds binary data", where=name, hint="save the document's text as .txt or .md"
    )


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their 1-based numbers, spaces and tabs at their ends dropped; no-break spaces stay."""
    for number, line in enumerate(text.split("\n"), 1):
        yield number, line.rstrip(" \t")
