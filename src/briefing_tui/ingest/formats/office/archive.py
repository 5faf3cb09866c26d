"""Zip containers that may be hostile: read in memory within bounds, and written anew with the parts that are needed.

Nothing is ever unpacked to a disk, and no container within a container is opened. Pandoc gets the new container alone,
so that what was counted here is what it reads.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from lxml import etree

from ....errors import ImportFailedError

MEMBERS = 10_000
"""Files in a container at most."""
PART = 48 * 2**20
"""Bytes of one part that is read, unpacked."""
PARTS = 96 * 2**20
"""Bytes of all parts that are read, unpacked; pictures are not."""
DECLARED = 2 * 2**30
"""Bytes of all members, unpacked, as the container says."""
RATIO = 500
"""How many times a part of more than a MiB may be larger than packed; markup has been seen at 150."""

SAVE_AGAIN = "open and save it again, or save its text as .txt and import that"
_OUTSIDE = re.compile(r"(?:\A|[/\\])\.\.(?:[/\\]|\Z)|\A[/\\]|\A[A-Za-z]:|\0")


class Archive:
    """The parts of a document, each unpacked when it is asked for."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._read = 0
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
            raise ImportFailedError("the file is broken or cut short", where=name, hint=SAVE_AGAIN) from error
        self._members = {info.filename: info for info in self._zip.infolist() if not info.is_dir()}
        self._check()

    def _check(self) -> None:
        infos = self._zip.infolist()
        if len(infos) > MEMBERS:
            raise self.refused(f"it holds more than {MEMBERS} files")
        if sum(info.file_size for info in infos) > DECLARED:
            raise self.refused("unpacked it would be larger than 2 GB")
        if len({info.filename.casefold() for info in infos}) < len(infos):
            raise self.refused("two of its parts have one name")
        if hostile := next((info.filename for info in infos if _OUTSIDE.search(info.orig_filename)), None):
            raise self.refused(f"a part's name leads out of it: {hostile[:80]!r}")

    def refused(self, why: str) -> ImportFailedError:
        """What to raise for a container that looks like an attack."""
        return ImportFailedError(f"the file was refused: {why}", where=self.name, hint="save its text as .txt")

    def names(self) -> tuple[str, ...]:
        """The parts, in the order of the container."""
        return tuple(self._members)

    def __contains__(self, part: str) -> bool:
        return part in self._members

    def read(self, part: str) -> bytes:
        """A part's bytes; none where it is not there.

        Raises:
            ImportFailedError: where it is locked, broken or too large.
        """
        info = self._members.get(part)
        if info is None:
            return b""
        if info.flag_bits & 1:
            raise protected(self.name)
        self._read += info.file_size
        if info.file_size > PART or self._read > PARTS:
            raise self.refused(f"unpacked, its text is larger than {PARTS // 2**20} MB")
        if info.file_size > max(2**20, RATIO * info.compress_size):
            raise self.refused(f"{part} is packed more than {RATIO} times")
        try:
            return self._zip.read(info)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError) as error:
            raise ImportFailedError(f"the file is broken: {part}", where=self.name, hint=SAVE_AGAIN) from error

    def xml(self, part: str) -> Any:
        """The root element of a part; `None` where it is not there.

        Raises:
            ImportFailedError: where it is no XML, or defines entities.
        """
        return parse(self.name, part, self.read(part)) if part in self else None


def parse(name: str, part: str, data: bytes) -> Any:
    """The root element of a piece of XML, with no entity expanded and nothing fetched.

    Raises:
        ImportFailedError: where it is no XML, or defines entities.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ImportFailedError(f"the file is broken: {part}: {error}", where=name, hint=SAVE_AGAIN) from error
    table = root.getroottree().docinfo.internalDTD
    if table is not None and any(True for _ in table.iterentities()):
        raise ImportFailedError(
            f"the file was refused: {part} defines entities", where=name, hint="save its text as .txt"
        )
    return root


def protected(name: str) -> ImportFailedError:
    """What to raise for a document that only a password opens."""
    return ImportFailedError("the file is protected with a password", where=name, hint="save it without one")


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A container of some parts, not compressed: it is read at once."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        for part, data in parts.items():
            container.writestr(zipfile.ZipInfo(part), data)
    return out.getvalue()
