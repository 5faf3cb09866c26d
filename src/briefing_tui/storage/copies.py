"""Copies of files as they were, before something that a person wrote into them would be lost."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from ..support import atomic

_COMMENT = re.compile(r"(?:^|\s)#")


def keep_copy(data: bytes, name: str, folder: Path) -> Path:
    """Put a copy into a folder, under a name that holds part of its hash; the same bytes are kept once.

    Raises:
        StorageError: when it cannot be written.
    """
    stem, dot, suffix = name.rpartition(".")
    copy = folder / f"{stem or name}-{hashlib.sha256(data).hexdigest()[:12]}{dot}{suffix if stem else ''}"
    if not copy.exists():
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise atomic.storage_error(error, folder, "cannot be made") from error
        atomic.write_bytes(copy, data)
    return copy


def has_comments(yaml_text: str) -> bool:
    """Whether YAML may hold comments; a `#` in a text counts, which costs no more than a needless copy."""
    return _COMMENT.search(yaml_text) is not None
