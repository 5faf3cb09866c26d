"""The file of an open brief as it lies on the disk: what is in it, whether it changed, and how it is replaced."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import FormatError, NotFoundError
from ..model.brief import Brief
from ..model.formats import FORMAT
from ..support import atomic
from ..support.text_files import decoded, display_name, read_bytes, unix_lines
from .brief_files import CONFLICT, LIMIT, brief_of, free_name, load_brief, render_brief
from .copies import has_comments, keep_copy
from .formats import format_of

COPIES = "copies"
"""The folder in the state directory for files as people wrote them."""

_PREAMBLE = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*")

Signature = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class OnDisk:
    """The bytes of the file at one moment."""

    data: bytes
    sha256: str
    signature: Signature | None

    def comments(self) -> str:
        """The comments that the file begins with."""
        text = unix_lines(self.data.decode("utf-8-sig", "replace"))
        found = _PREAMBLE.match(text)
        return found.group() if found and found.group().strip() else ""


class BriefDisk:
    """The file of one brief."""

    def __init__(self, path: Path, state_dir: Path) -> None:
        self.path = path
        self._copies = state_dir / COPIES
        self._ours = ""

    def signature(self) -> Signature | None:
        """What tells at a glance that a file changed; `None` where it is gone."""
        try:
            stat = self.path.stat()
        except OSError:
            return None
        return stat.st_mtime_ns, stat.st_size, stat.st_ino

    def read(self) -> OnDisk | None:
        """What is there now, or `None`.

        Raises:
            StorageError: where it cannot be read.
            FormatError: where it is too large.
        """
        signature = self.signature()
        try:
            data = read_bytes(self.path, limit=LIMIT)
        except NotFoundError:
            return None
        return OnDisk(data, hashlib.sha256(data).hexdigest(), signature)

    def parse(self, there: OnDisk) -> tuple[Brief, int]:
        """The brief in those bytes, which has the id that the file is named after, and the number of its format.

        Raises:
            FormatError: with line, field and what to do.
        """
        file = display_name(self.path)
        text = decoded(there.data, file=file)
        plain = load_brief(text, file=file)
        brief = brief_of(plain, file=file, text=text)
        return replace(brief, id=self.path.stem), format_of(plain)

    def rendered(self, brief: Brief, comments: str) -> bytes:
        """The bytes for a brief, below the comments that the file begins with."""
        return atomic.encoded(comments + render_brief(brief), where=self.path.name)

    def replace(self, data: bytes, there: OnDisk | None) -> Path | None:
        """Write the file.

        Returns:
            the copy that was kept, where the file had an older format or comments that its new text has not.

        Raises:
            StorageError: when it cannot be written; the file is then as it was.
        """
        copy: Path | None = None
        if there is not None and there.sha256 != self._ours and self._loses(there):
            copy = keep_copy(there.data, self.path.name, self._copies)
        atomic.write_bytes(self.path, data)
        self._ours = hashlib.sha256(data).hexdigest()
        return copy

    def keep_conflict(self, brief: Brief, path: Path | None = None) -> Path:
        """Write a brief beside the file, as one that a conflict left: to `path`, or under a free name.

        Raises:
            StorageError: when it cannot be written.
        """
        path = path or free_name(self.path.with_name(self.path.stem + CONFLICT + self.path.suffix))
        atomic.write_text(path, render_brief(brief))
        return path

    def _loses(self, there: OnDisk) -> bool:
        """Whether its new text will lack something of it: an older format, or comments within."""
        try:
            brief, number = self.parse(there)
        except FormatError:
            return True
        comments = there.comments()
        within = has_comments(unix_lines(there.data.decode("utf-8-sig", "replace"))[len(comments) :])
        return number < FORMAT or (within and self.rendered(brief, comments) != there.data)
