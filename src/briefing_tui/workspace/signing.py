"""Signing the receipt of a final briefing with the command of the house; the program holds no keys."""

from __future__ import annotations

import json
import os
import shlex
from itertools import count
from pathlib import Path

from ..errors import InvalidError, ToolError

MINUTES = 5
"""How long the command may take: it may ask for a touch of a key."""
FILE = "{file}"
RECEIPT = ".receipt.json"
"""What the name of a receipt ends with, after that of its briefing."""


def prepare(briefing: Path, command: str) -> None:
    """Find out before a briefing is made what would keep it from being signed.

    Raises:
        InvalidError: for a command that names no file, and where something else has the name of the receipt.
    """
    _words(command)
    receipt = receipt_place(briefing)
    if os.path.lexists(receipt) and not _is_receipt(receipt):
        raise InvalidError(
            "this file is no receipt of a briefing, and no receipt takes its place",
            where=str(receipt),
            hint="name another file with -o, or take that one away",
        )


def sign(briefing: Path, command: str) -> Path:
    """Put the receipt beside the briefing and run the command on it, unless it is signed already.

    A signature over another receipt, or over one that nobody knows, is set aside with its receipt. What a command
    leaves that does not end well is no signature, and goes.

    Args:
        briefing: the finished PDF.
        command: words as a shell would part them; `{file}` stands for the receipt's file. No shell runs it.

    Returns:
        the file that holds the receipt.

    Raises:
        InvalidError: for a command that names no file.
        ToolError: where it cannot be started, fails or makes no signature; the briefing stays as it was made.
    """
    from ..compile import receipt_of
    from ..support.atomic import write_bytes

    words = _words(command)
    receipt = receipt_place(briefing)
    data = receipt_of(briefing)
    if _is_signed(receipt, data):
        return receipt
    _set_aside(receipt)
    write_bytes(receipt, data)
    try:
        _run(words, receipt)
    except BaseException as error:
        for left in _beside(receipt):
            left.unlink()
        if not isinstance(error, ToolError):
            raise
        message = f"the briefing was made, but not signed: {error.message}"
        raise ToolError(message, where=str(briefing), hint="see the setting `sign`") from error
    return receipt


def _run(words: list[str], receipt: Path) -> None:
    """Have a receipt signed that nothing stands beside."""
    from ..support import processes

    processes.run([word.replace(FILE, str(receipt)) for word in words], timeout=60 * MINUTES)
    if not _signatures(receipt):
        raise ToolError(f"the command ended well and left no signature beside it, in a file like {receipt.name}.sig")


def _is_signed(receipt: Path, data: bytes) -> bool:
    """Whether a receipt stands there with a signature that is no older."""
    if not receipt.is_file() or receipt.read_bytes() != data:
        return False
    made = receipt.stat().st_mtime_ns
    return any(file.stat().st_mtime_ns >= made for file in _signatures(receipt))


def _signatures(receipt: Path) -> list[Path]:
    return [file for file in _beside(receipt) if file.stat().st_size]


def _beside(receipt: Path) -> list[Path]:
    """The files that have the whole name of a receipt and an ending."""
    start = f"{receipt.name}."
    return sorted(file for file in receipt.parent.iterdir() if file.name.startswith(start) and file.is_file())


def _set_aside(receipt: Path) -> None:
    """Give signatures that are not over what comes now another name, beside a copy of the receipt they came with."""
    from ..support.atomic import write_bytes

    found = _beside(receipt)
    if not found:
        return
    stem = receipt.name.removesuffix(RECEIPT)
    taken = {file.name for file in receipt.parent.iterdir()}
    starts = (f"{stem}.earlier-{n}{RECEIPT}" for n in count(1))
    start = next(start for start in starts if not any(name.startswith(start) for name in taken))
    if receipt.is_file():
        write_bytes(receipt.with_name(start), receipt.read_bytes())
    for file in found:
        file.rename(file.with_name(start + file.name.removeprefix(receipt.name)))


def receipt_place(briefing: Path) -> Path:
    """Where the receipt of a briefing stands that was signed."""
    return briefing.parent / f"{briefing.stem}{RECEIPT}"


def _is_receipt(file: Path) -> bool:
    """Whether a file holds what a briefing holds as its receipt."""
    from ..errors import BriefingError
    from ..support.text_files import MIB, read_bytes

    try:
        plain = json.loads(read_bytes(file, limit=16 * MIB))
    except (BriefingError, ValueError, RecursionError):
        return False
    return isinstance(plain, dict) and plain.keys() >= {"format", "brief", "excerpts", "engines"}


def _words(command: str) -> list[str]:
    hint = f"for example: minisign -S -s house.key -m {FILE}"
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise InvalidError(f"the setting `sign` cannot be understood: {error}", where="sign", hint=hint) from error
    if not any(FILE in word for word in words[1:]):
        raise InvalidError(f"the setting `sign` does not say where the file goes: {FILE}", where="sign", hint=hint)
    return words
