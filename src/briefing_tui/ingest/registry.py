"""Which reader reads which file, by suffix. A further format is a module of its own and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType

from ..errors import ImportFailedError
from .document import Reader
from .markdown import read_markdown
from .plain import read_plain

READERS: Mapping[str, Reader] = MappingProxyType(
    {".txt": read_plain, ".text": read_plain, ".md": read_markdown, ".markdown": read_markdown}
)


def suffixes() -> frozenset[str]:
    """The suffixes that can be imported, in lower case, with their dot."""
    return frozenset(READERS)


def reader_for(name: str) -> Reader:
    """The reader of a file.

    Raises:
        ImportFailedError: for a suffix that none reads.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in READERS:
        known = ", ".join(sorted(READERS))
        what = f"files that end in {suffix}" if suffix else "files without a suffix"
        raise ImportFailedError(f"{what} cannot be imported", where=name, hint=f"these can: {known}")
    return READERS[suffix]
