"""Looking at the corpus folder: names, times and sizes, without reading a file."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from briefing_tui.model import Problem

from .rows import Stamp

SUFFIX = ".md"


@dataclass(slots=True)
class Survey:
    """The files below a corpus folder, by their path in it, with `/`."""

    found: dict[str, Stamp] = field(default_factory=dict)
    refused: dict[str, Problem] = field(default_factory=dict)
    """What cannot be an article, whatever stands in it."""


def survey(folder: Path) -> Survey:
    """Every article file, in folders below as well; nothing whose name begins with a dot, no linked folder."""
    seen = Survey()
    ids: dict[str, str] = {}
    doubles: list[str] = []
    pending = [(str(folder), "")]
    while pending:
        directory, prefix = pending.pop()
        try:
            with os.scandir(directory) as entries:
                for entry in entries:
                    if entry.name[0] == ".":
                        continue
                    name = prefix + entry.name
                    if entry.is_dir(follow_symlinks=False):
                        pending.append((entry.path, f"{name}/"))
                    elif not name.endswith(SUFFIX) or not _look(seen, folder, name, entry):
                        continue
                    elif ids.setdefault(entry.name, name) != name:
                        doubles.append(name)
        except OSError as error:
            if not isinstance(error, FileNotFoundError):
                _refuse(
                    seen,
                    folder,
                    prefix.rstrip("/"),
                    f"The folder cannot be read: {error.strerror}",
                    "mend its permissions",
                )
    _refuse_doubles(seen, folder, ids, doubles)
    return seen


def _look(seen: Survey, folder: Path, name: str, entry: os.DirEntry[str]) -> bool:
    """Take in one file; false where it cannot be an article."""
    if not name.isascii() and not _is_unicode(name):
        shown = os.fsencode(name).decode("utf-8", "backslashreplace")
        return _refuse(seen, folder, shown, "The name of the file is not UTF-8", "rename the file")
    try:
        if not entry.is_file():
            return _refuse(seen, folder, name, "This is not a file, or a link to nothing", "remove it")
        status = entry.stat()
    except OSError as error:
        return _refuse(seen, folder, name, f"The file cannot be read: {error.strerror}", "mend its permissions")
    seen.found[name] = (status.st_mtime_ns, status.st_size)
    return True


def _refuse_doubles(seen: Survey, folder: Path, ids: dict[str, str], doubles: list[str]) -> None:
    """Of files with one name in several folders the uppermost counts, and the first of these by name."""
    for name in doubles:
        last = name.rpartition("/")[2]
        kept, other = sorted((ids[last], name), key=lambda n: (n.count("/"), n))
        ids[last] = kept
        del seen.found[other]
        _refuse(seen, folder, other, f"{folder.name}/{kept} has the same id", "rename one of the two files")


def _refuse(seen: Survey, folder: Path, name: str, message: str, hint: str) -> bool:
    seen.refused[name] = Problem(f"{folder.name}/{name}", 0, "", message, hint)
    return False


def _is_unicode(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
