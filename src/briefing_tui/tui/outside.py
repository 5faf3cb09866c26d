"""Programs outside: the person's editor."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from ..errors import BriefingError, ToolError
from ..support.atomic import storage_error
from ..support.text_files import MIB, decoded, read_bytes

_AS_IT_WAS = "the text is as it was"


def edit_outside(app: App[Any], text: str) -> str:
    """Let a person edit a text in `$VISUAL` or `$EDITOR`, and give what they saved.

    Raises:
        ToolError: where there is no editor, it failed, or left no text in UTF-8 of at most 1 MiB; the text stays as it
            was, and what the editor wrote is kept, with its path in the hint.
        StorageError: where there is no room for the file that it is to edit.
    """
    command = _editor()
    given = f"{text}\n".encode()
    try:
        file = Path(tempfile.mkdtemp(prefix="briefing-")) / "text.md"
        file.write_bytes(given)
    except OSError as error:
        raise storage_error(error, Path(tempfile.gettempdir()), "the editor cannot be given the text") from error
    try:
        _run(app, command, file)
        edited = _saved(file)
    except ToolError as error:
        kept = f"{_AS_IT_WAS}; what the editor wrote is kept: {file}" if _wrote(file, given) else _AS_IT_WAS
        if kept == _AS_IT_WAS:
            shutil.rmtree(file.parent, ignore_errors=True)
        raise ToolError(error.message, where=error.where, hint="; ".join(filter(None, (error.hint, kept)))) from error
    shutil.rmtree(file.parent, ignore_errors=True)
    return edited


def _editor() -> list[str]:
    """The command of the person's editor, in its words."""
    name = "VISUAL" if os.environ.get("VISUAL") else "EDITOR"
    hint = "set EDITOR, for example: export EDITOR=nano"
    try:
        command = shlex.split(os.environ.get(name) or "")
    except ValueError:
        message = f"the command of the editor has a quotation mark without its partner: {os.environ[name]}"
        raise ToolError(message, where=name, hint=hint) from None
    if not command or shutil.which(command[0]) is None:
        said = f"there is no editor '{command[0]}'" if command else "no editor is named"
        raise ToolError(said, where=name, hint=hint)
    return command


def _run(app: App[Any], command: list[str], file: Path) -> None:
    """Lend the terminal to the editor until it ends."""
    try:
        with app.suspend():
            done = subprocess.run([*command, str(file)], check=False)
    except SuspendNotSupported as error:
        raise ToolError("this terminal cannot be lent to an editor", where=command[0], hint="e edits here") from error
    except OSError as error:
        raise ToolError(f"the editor cannot be started: {error.strerror}", where=command[0]) from error
    if done.returncode:
        raise ToolError(f"the editor ended with {done.returncode}", where=command[0])


def _saved(file: Path) -> str:
    """What the editor saved, without empty lines around it."""
    try:
        return decoded(read_bytes(file, limit=MIB), file=file.name, hint="have the editor save UTF-8").strip("\n")
    except BriefingError as error:
        hint = "have the editor save it as plain text in UTF-8, under the name it was given"
        raise ToolError(
            f"what the editor left cannot be taken over: {error.message}", where=error.where, hint=hint
        ) from error


def _wrote(file: Path, given: bytes) -> bool:
    """Whether the editor left anything beside the text that it was given."""
    others = [path for path in file.parent.iterdir() if path != file] if file.parent.is_dir() else []
    if others or not file.is_file():
        return bool(others) or file.exists()
    return file.stat().st_size != len(given) or file.read_bytes() != given
