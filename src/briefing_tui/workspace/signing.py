"""Signing the receipt of a final briefing with the command of the house; the program holds no keys."""

from __future__ import annotations

import json
import os
import shlex
from pathlib import Path

from ..errors import InvalidError, ToolError

MINUTES = 5
"""How long the command may take: it may ask for a touch of a key."""
FILE = "{file}"


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


def sign(briefing: Path, command: str, *, same: bool = False) -> Path:
    """Put the receipt beside the briefing and run the command on it.

    Args:
        briefing: the finished PDF.
        command: words as a shell would part them; `{file}` stands for the receipt's file. No shell runs it.
        same: whether the briefing was there already, so that a signature of it counts.

    Returns:
        the file that holds the receipt.

    Raises:
        InvalidError: for a command that names no file.
        ToolError: where it cannot be started, fails or makes no signature; the briefing stays as it was made.
    """
    from ..compile import receipt_of
    from ..support import processes
    from ..support.atomic import write_bytes

    words = _words(command)
    receipt = receipt_place(briefing)
    if same and _is_signed(receipt):
        return receipt
    write_bytes(receipt, receipt_of(briefing))
    before = _beside(receipt)
    try:
        processes.run([word.replace(FILE, str(receipt)) for word in words], timeout=60 * MINUTES)
    except ToolError as error:
        raise ToolError(
            f"the briefing was made, but not signed: {error.message}",
            where=str(briefing),
            hint="see the setting `sign`",
        ) from error
    if not _beside(receipt) - before:
        left = f"the command ended well and left no signature beside {receipt.name}"
        raise ToolError(
            f"the briefing was made, but not signed: {left}",
            where=str(briefing),
            hint=f"have it write one there, in a file like {receipt.name}.sig; see the setting `sign`",
        )
    return receipt


def _is_signed(receipt: Path) -> bool:
    """Whether a signature stands beside a receipt."""
    return receipt.exists() and any(name != receipt.name for name, _, _ in _beside(receipt))


def _beside(receipt: Path) -> set[tuple[str, int, int]]:
    """What a signature would change: every file that is called after a receipt and holds something, with its stamp."""
    stem = receipt.name.removesuffix(".json")
    found = ((f.name, f.stat()) for f in receipt.parent.iterdir() if f.name.startswith(stem) and f.is_file())
    return {(name, stat.st_mtime_ns, stat.st_ino) for name, stat in found if stat.st_size}


def receipt_place(briefing: Path) -> Path:
    """Where the receipt of a briefing stands that was signed."""
    return briefing.parent / f"{briefing.stem}.receipt.json"


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
