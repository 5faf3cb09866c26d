"""Signing the receipt of a final briefing with the command of the house; the program holds no keys."""

from __future__ import annotations

import json
import os
import shlex
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from ...errors import BriefingError, InvalidError, ToolError, UnsignedError

MINUTES = 5
"""How long the command may take: it may ask for a touch of a key."""
FILE = "{file}"
RECEIPT = ".receipt.json"
"""What the name of a receipt ends with, after that of its briefing."""
ENDINGS = frozenset(
    (".asc", ".cms", ".gpg", ".minisig", ".ots", ".p7m", ".p7s", ".pem", ".pgp", ".sig", ".sign", ".tsr")
)
"""What the names of signatures end with, which tells them from other files beside a receipt."""


def prepare(briefing: Path, command: str) -> None:
    """Find out before a briefing is made what would keep it from being signed.

    Raises:
        InvalidError: for a command that names no file, and where something else has the name of the receipt.
    """
    _words(command)
    _refuse_other(receipt_place(briefing))


def sign(briefing: Path, command: str) -> Path:
    """Have the command sign the receipt and put both beside the briefing, unless that was done already.

    It runs in a folder of its own: a signature is what it makes there and nothing else, and where it fails that goes
    again. An earlier receipt is set aside with its signatures. No other file is touched. It does not run where the
    same receipt has a signature beside it, nor where another file has the name of one.

    Args:
        briefing: the finished PDF.
        command: words as a shell would part them; `{file}` stands for the receipt's file. No shell runs it.

    Returns:
        the file that holds the receipt.

    Raises:
        InvalidError: for a command that names no file.
        UnsignedError: where it cannot be started, fails or makes no signature, and where another file has the name of
            the receipt or the signature; the briefing stays as it was made.
    """
    from ...compile import receipt_of

    words = _words(command)
    receipt = receipt_place(briefing)
    data = receipt_of(briefing)
    try:
        _refuse_other(receipt)  # a new revision has a name of its own
        if receipt.is_file():
            if receipt.read_bytes() != data:
                _set_aside(receipt)
            elif any(file.read_bytes() not in (b"", data) for file in _signatures(receipt)):
                return receipt
        _refuse_taken(_signatures(receipt))
        _put(receipt, data, _signed(words, receipt, data))
    except (BriefingError, OSError) as error:
        message, hint = (error.message, error.hint) if isinstance(error, BriefingError) else (str(error.strerror), "")
        message = f"the briefing was made, but not signed: {message}"
        raise UnsignedError(message, where=str(briefing), hint=hint or "see the setting `sign`") from error
    return receipt


def _signed(words: list[str], receipt: Path, data: bytes) -> dict[str, bytes]:
    """What the command makes of a copy of the receipt that nothing stands beside, by name."""
    from ...support import processes

    with TemporaryDirectory(prefix=".signing-", dir=receipt.parent) as folder:
        copy = Path(folder, receipt.name)
        copy.write_bytes(data)
        processes.run([word.replace(FILE, str(copy)) for word in words], timeout=60 * MINUTES)
        left = {file.name: file.read_bytes() for file in _beside(copy)}
        if not copy.is_file() or copy.read_bytes() != data:
            raise ToolError("the command changed what it was to sign")
    if not (made := {name: said for name, said in left.items() if said not in (b"", data)}):
        raise ToolError(f"the command ended well and left no signature beside it, in a file like {receipt.name}.sig")
    return made


def _put(receipt: Path, data: bytes, made: dict[str, bytes]) -> None:
    """Put a receipt and its signatures beside the briefing; no other file gives way to one."""
    from ...support.atomic import write_bytes

    places = {receipt.with_name(name): signature for name, signature in made.items()}
    if receipt.is_file() and all(map(os.path.lexists, places)):
        return  # signed before, by files with other endings
    _refuse_taken(list(filter(os.path.lexists, places)))
    write_bytes(receipt, data)
    for place, signature in places.items():
        write_bytes(place, signature)


def _refuse_taken(files: list[Path]) -> None:
    """Raise where files have the names of signatures."""
    if files:
        raise ToolError(
            f"another file has the name of the signature: {files[0]}", hint="take it away and compile again"
        )


def _signatures(receipt: Path) -> list[Path]:
    """The files beside a receipt that have the name of a signature; those of the user's have others."""
    return [file for file in _beside(receipt) if file.suffix.lower() in ENDINGS]


def _beside(receipt: Path) -> list[Path]:
    """The files that have the whole name of a receipt and an ending."""
    start = f"{receipt.name}."
    return sorted(file for file in receipt.parent.iterdir() if file.name.startswith(start) and file.is_file())


def _set_aside(receipt: Path) -> None:
    """Give an earlier receipt and its signatures another name, which nothing has."""
    stem = receipt.name.removesuffix(RECEIPT)
    taken = {file.name for file in receipt.parent.iterdir()}
    starts = (f"{stem}.earlier-{n}{RECEIPT}" for n in count(1))
    start = next(start for start in starts if not any(name.startswith(start) for name in taken))
    for file in (*_signatures(receipt), receipt):
        file.rename(file.with_name(start + file.name.removeprefix(receipt.name)))


def receipt_place(briefing: Path) -> Path:
    """Where the receipt of a briefing stands that was signed."""
    return briefing.parent / f"{briefing.stem}{RECEIPT}"


def _refuse_other(receipt: Path) -> None:
    """Raise where something that is no receipt has the name of one."""
    if os.path.lexists(receipt) and not _is_receipt(receipt):
        raise InvalidError(
            f"{receipt.name} is no receipt of a briefing, and no receipt takes its place",
            where=str(receipt),
            hint="name another file with -o, or take that one away",
        )


def _is_receipt(file: Path) -> bool:
    """Whether a file holds what a briefing holds as its receipt."""
    from ...support.text_files import MIB, read_bytes

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
