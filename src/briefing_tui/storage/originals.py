"""What articles were made from, kept under `corpus/.originals/`: the files byte for byte, and every line of them.

`<id>/` has the file of one article and `lines.json`; what a mailbox or a file of references holds many of is kept once,
as `.parts/<hash>/<file>`, where no id leads.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..errors import FormatError
from ..model import Shape, SourceBlock
from ..support import atomic
from ..support.text_files import MIB, display_name, read_bytes

LINES = "lines.json"
PARTS = ".parts"
_LIMIT = 256 * MIB
_FORMAT = 1


class Originals:
    """The originals of one corpus."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def folder(self, article_id: str) -> Path:
        """Where the original of an article lies."""
        return self._folder / article_id

    def is_free(self, article_id: str, data: bytes) -> bool:
        """Whether an article of that id would not push out what was kept for another."""
        folder = self.folder(article_id)
        if not folder.is_dir():
            return True
        kept = [path for path in folder.iterdir() if path.name != LINES and path.is_file()]
        return all(path.stat().st_size == len(data) and path.read_bytes() == data for path in kept)

    def keep(self, article_id: str, name: str, data: bytes, blocks: Sequence[SourceBlock], *, part: bool) -> None:
        """Keep the file of an article and its lines.

        Args:
            article_id: the article.
            name: the file's name, without folders.
            data: its bytes.
            blocks: all that it holds, in order.
            part: whether the article is one of several in the file.

        Raises:
            StorageError: where that cannot be written.
        """
        folder = self.folder(article_id)
        home = self._shared(hashlib.sha256(data).hexdigest()) if part else folder
        original = home / _beside_lines(name)
        new = not original.is_file()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            home.mkdir(parents=True, exist_ok=True)
            if new or not part:
                atomic.write_bytes(original, data)
            lines = [_plain(block) for block in blocks]
            atomic.write_text(folder / LINES, _rendered({"format": _FORMAT, "lines": lines}))
        except BaseException as error:
            with suppress(OSError):  # half of what belongs to an article that is not made
                if new:
                    original.unlink(missing_ok=True)
            for left in (home, self._folder / PARTS, folder):
                with suppress(OSError):  # not empty: it was there before
                    left.rmdir()
            if isinstance(error, OSError):
                raise atomic.storage_error(error, folder, "cannot be written") from error
            raise

    def blocks(self, article_id: str) -> tuple[SourceBlock, ...]:
        """All that the source of an article holds, in order; nothing where the lines were not kept.

        Raises:
            FormatError: where the file of lines is not what it should be.
        """
        path = self.folder(article_id) / LINES
        if not path.is_file():
            return ()
        file = f".originals/{display_name(path)}"
        try:
            plain = json.loads(read_bytes(path, limit=_LIMIT))
            return tuple(_block(entry) for entry in plain["lines"])
        except (ValueError, KeyError, TypeError) as error:
            hint = "import the original once more into another workspace and copy its lines.json"
            raise FormatError("the lines of the original cannot be read", file=file, hint=hint) from error

    def _shared(self, sha256: str) -> Path:
        return self._folder / PARTS / sha256[:16]


def _beside_lines(name: str) -> str:
    """The name of a file beside our list of its lines, also on disks that take small and capital letters for one."""
    return f"original-{name}" if name.casefold() == LINES else name


def _plain(block: SourceBlock) -> dict[str, Any]:
    plain: dict[str, Any] = {"line": block.first}
    if block.last != block.first:
        plain["to"] = block.last
    if block.kind:
        plain["dropped"] = block.kind
    if block.shape not in (Shape.PARAGRAPH, Shape.FURNITURE):
        plain["shape"] = block.shape.value
    return plain | {"text": block.text}


def _block(plain: Mapping[str, Any]) -> SourceBlock:
    first = int(plain["line"])
    shape = Shape(plain.get("shape", "paragraph"))
    return SourceBlock(first, int(plain.get("to", first)), str(plain["text"]), shape, str(plain.get("dropped", "")))


def _rendered(plain: Mapping[str, Any]) -> str:
    """JSON with one line an entry: made for being looked at and compared."""
    lines = ",\n".join(json.dumps(line, ensure_ascii=False) for line in plain["lines"])
    return f'{{"format": {plain["format"]}, "lines": [\n{lines}\n]}}\n'
