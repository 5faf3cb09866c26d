"""The file that a briefing becomes: written whole, in one step, after everything else."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from briefing_tui.errors import StorageError
from briefing_tui.support.atomic import storage_error


def check_place(output: Path) -> None:
    """Find out before the work what would keep the file from being written; the folder is made.

    Raises:
        StorageError: where nothing can be written there.
    """
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        if output.is_dir():
            raise StorageError("cannot be written: it is a folder", where=str(output), hint="name a file")
        if output.exists() and not output.is_file():
            raise StorageError("cannot be written: it is a device or a pipe", where=str(output), hint="name a file")
        if not os.access(output.parent, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        raise storage_error(error, output, "cannot be written") from error
