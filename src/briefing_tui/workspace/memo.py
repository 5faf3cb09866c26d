"""What was read from a file once and need not be read again while the file stays the same."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from ..search import Catalogue, Stamp
from ..support import readable

T = TypeVar("T")


def stamp(path: Path) -> Stamp | None:
    """What changes when a file does: time of writing and size; `None` where there is no file."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def remembered(
    catalogue: Catalogue,
    key: str,
    path: Path,
    *,
    read: Callable[[Path], T],
    encode: Callable[[T], Any],
    decode: Callable[[Any], T],
) -> T | None:
    """The value of a file, from the catalogue where the file has not changed.

    Args:
        catalogue: where values are remembered.
        key: the name of this kind of value; the path is added.
        path: the file.
        read: parses the file.
        encode: to what JSON can hold.
        decode: back again.

    Returns:
        the value, or `None` where there is no file.
    """
    now = stamp(path)
    if now is None:
        return None
    key = f"{key}:{readable(path)}"
    known = catalogue.recall(key, now) if os.access(path, os.R_OK) else None  # a mode that changed is in no stamp
    if known is not None:
        return decode(known)
    value = read(path)
    catalogue.remember(key, now, encode(value))
    return value


def unchanged(value: dict[str, Any]) -> dict[str, Any]:
    """For values that JSON can hold as they are."""
    return value
