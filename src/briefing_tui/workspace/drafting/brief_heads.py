"""What lists show of a brief, remembered while its file stays the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...errors import BriefingError
from ...search import Catalogue
from ...support import readable
from ..memo import remembered, stamp, unchanged

if TYPE_CHECKING:
    from ...model import Brief


@dataclass(frozen=True, slots=True)
class BriefHead:
    """What lists show of a brief."""

    id: str
    title: str
    items: int
    modified: str
    """Local date and time of the file, `2026-11-21 14:05`."""
    problem: str = ""
    """Why the file cannot be read; empty where it can."""
    passages: tuple[tuple[str, int, int], ...] = ()
    """Article id, start and end of each excerpt."""

    def trouble(self, key: str) -> str:
        """Why the file cannot be read, with the key that brings it back in the place of the command."""
        from ...storage import restore_command

        return self.problem.replace(restore_command(self.id), key)


def head_name(path: Path) -> tuple[str, str]:
    """The id of the brief in a file, and why it cannot be opened by that; empty where it can."""
    named = readable(path.stem)
    said = f"the name of {named}{path.suffix} is not UTF-8: rename the file, with letters, digits and - alone"
    return named, said if named != path.stem else ""


def head_of(path: Path, read: Callable[[str], Brief], catalogue: Catalogue) -> BriefHead:
    """The head of a brief; one that cannot be read says why.

    Args:
        path: its file.
        read: gives the brief with that id.
        catalogue: where heads are remembered.
    """

    def plain(file: Path) -> dict[str, Any]:
        return _plain(read(file.stem))

    named, trouble = head_name(path)
    if trouble:
        return BriefHead(named, "", 0, _modified(path), trouble)
    try:
        known = remembered(catalogue, "brief", path, read=plain, encode=unchanged, decode=unchanged)
    except BriefingError as error:
        return BriefHead(path.stem, "", 0, _modified(path), str(error))
    if known is None:
        return BriefHead(path.stem, "", 0, "", "the file is gone")
    passages = tuple((str(a), int(s), int(e)) for a, s, e in known["passages"])
    return BriefHead(path.stem, known["title"], known["items"], _modified(path), "", passages)


def _plain(brief: Brief) -> dict[str, Any]:
    return {
        "title": brief.title,
        "items": sum(1 for _ in brief.items()),
        "passages": [[e.article, e.span.start, e.span.end] for e in brief.excerpts.values()],
    }


def _modified(path: Path) -> str:
    now = stamp(path)
    if now is None:
        return ""
    return datetime.fromtimestamp(now[0] / 1e9, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
