"""Reading files as text: what is not UTF-8, too large or no text at all is said in plain words."""

from __future__ import annotations

import codecs
import errno
import os
import re
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from ..errors import FormatError, NotFoundError, StorageError
from . import atomic

MIB = 2**20
IMPORTABLE = "save it as UTF-8, or take it in with 'briefing import', which reads other encodings"
_CRLF = re.compile(r"\r+\n")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def display_name(path: Path) -> str:
    """A file as errors name it: with the folder that it is in."""
    return f"{path.parent.name}/{path.name}" if path.parent.name else path.name


def read_bytes(path: Path, *, limit: int) -> bytes:
    """The bytes of a file of at most `limit` bytes; a pipe is not waited for, a device not drained.

    Raises:
        NotFoundError: where there is no such file, or none can have that name.
        StorageError: where it cannot be read, or is no file.
        FormatError: where it is larger.
    """
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            _require_file(file.fileno(), path)
            data = file.read(limit + 1)
    except (FileNotFoundError, ValueError) as error:  # a zero byte, or half a surrogate pair, is in no name
        raise NotFoundError("there is no such file", where=display_name(path)) from error
    except OSError as error:
        raise atomic.storage_error(error, path, "cannot be read") from error
    if len(data) > limit:
        raise FormatError(
            f"larger than {limit // MIB} MiB", file=display_name(path), hint="is this the right file? split it if it is"
        )
    return data


def _require_file(descriptor: int, path: Path) -> None:
    mode = os.fstat(descriptor).st_mode
    if S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not S_ISREG(mode):
        hint = "put a file in its place, or take it away"
        raise StorageError("cannot be read: it is a device or a pipe", where=display_name(path), hint=hint)


def decoded(data: bytes, *, file: str, hint: str = IMPORTABLE) -> str:
    """The text of UTF-8, its byte order mark dropped and CRLF turned into LF.

    Args:
        data: the bytes.
        file: its name, for errors.
        hint: what to do with another encoding.

    Raises:
        FormatError: for another encoding, with the line of the first byte that does not fit, and for what is no text.
    """
    if data.startswith(_UTF16):
        raise FormatError("this is UTF-16, not UTF-8", file=file, hint=hint)
    if b"\0" in data:
        raise FormatError("this is no text: it holds zero bytes", file=file, hint="take it out of this folder")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FormatError("this is not UTF-8", file=file, line=line, hint=hint) from None
    return unix_lines(text)


def unix_lines(text: str) -> str:
    """A text with LF where it has CRLF."""
    return _CRLF.sub("\n", text) if "\r" in text else text
