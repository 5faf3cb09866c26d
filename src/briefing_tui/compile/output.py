"""The file that a briefing becomes: written beside its place, moved there whole."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from briefing_tui.errors import StorageError
from briefing_tui.support.atomic import storage_error, sync_folder


@contextmanager
def prepared(output: Path) -> Iterator[Path]:
    """A temporary file in the folder of the output; gone afterwards, unless it was put in place.

    Raises:
        StorageError: where nothing can be written there.
    """
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        if output.is_dir():
            raise StorageError("cannot be written: it is a folder", where=str(output), hint="name a file")
        if output.exists() and not output.is_file():
            raise StorageError("cannot be written: it is a device or a pipe", where=str(output), hint="name a file")
        descriptor, name = tempfile.mkstemp(prefix=f".{output.stem[:40]}.", suffix=".tmp", dir=output.parent)
        os.close(descriptor)
        temporary = Path(name)
    except OSError as error:
        raise storage_error(error, output, "cannot be written") from error
    try:
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def put_in_place(temporary: Path, output: Path) -> None:
    """Move a finished file to its place, in one step.

    Raises:
        StorageError: where the system refuses; what was there is untouched.
    """
    try:
        temporary.chmod(0o644)
        temporary.replace(output)
        sync_folder(output.parent)
    except OSError as error:
        raise storage_error(error, output, "cannot be written") from error
