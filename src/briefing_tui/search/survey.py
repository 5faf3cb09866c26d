"""Looking at the corpus folder: names, times and sizes, without reading a file."""

from __future__ import annotations

import os
from array import array
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from stat import S_IFMT, S_IFREG, S_IRGRP, S_IROTH, S_IRUSR, S_ISDIR, S_ISLNK, S_ISREG

from briefing_tui.model import Problem
from briefing_tui.support import readable

from .stamps import Stamp

SUFFIX = ".md"
_ALL_READ = S_IRUSR | S_IRGRP | S_IROTH
_KIND_AND_READ = S_IFMT(0xFFFF) | _ALL_READ
_PLAIN = S_IFREG | _ALL_READ
"""The mode, as far as it matters, of a file that anybody may read."""


class Survey:
    """The files below a corpus folder, by their path in it, with `/`.

    Nothing whose name begins with a dot is looked at, nor any folder that is a link.
    """

    def __init__(self, folder: Path, only: Sequence[str] | None = None) -> None:
        """Look at the folder and those below it, or at some names in it alone."""
        self._folder = folder
        self._only = only
        self._refused: dict[str, Problem] = {}
        self._names: list[str] = []
        self._times: list[int] = []
        self._sizes: list[int] = []
        pending = [""]
        while pending:
            prefix = pending.pop()
            try:
                self._look_into(prefix, pending)
            except FileNotFoundError:
                continue
            except OSError as error:
                self._refuse(prefix.rstrip("/"), f"The folder cannot be read: {error.strerror}", "mend its permissions")
        self.count = len(self._names) + len(self._refused)
        """How many files there are, articles or not."""

    @property
    def packed(self) -> bytes | None:
        """All names, times and sizes, which say that nothing changed where they are the same; `None` after trouble."""
        if self._refused:
            return None
        try:
            stamps = array("q", (*self._times, *self._sizes))
        except OverflowError:  # a time of another age
            return None
        return os.fsencode("\0".join(self._names)) + stamps.tobytes()

    @cached_property
    def found(self) -> dict[str, Stamp]:
        """The stamps of the files; of those with one name in several folders the uppermost counts, then the first."""
        found = dict(zip(self._names, zip(self._times, self._sizes, strict=True), strict=True))
        if any("/" in name for name in self._names):
            kept: dict[str, str] = {}
            for path in sorted(found, key=lambda path: (path.count("/"), path)):
                first = kept.setdefault(path.rpartition("/")[2], path)
                if first != path:
                    del found[path]
                    self._refuse(path, f"{self._folder.name}/{first} has the same id", "rename one of the two files")
        return found

    @property
    def refused(self) -> dict[str, Problem]:
        """What cannot be an article, whatever stands in it."""
        _ = self.found
        return self._refused

    def _look_into(self, prefix: str, pending: list[str]) -> None:
        """Take in the files of one folder and put off the folders in it.

        Names relative to an open folder are a quarter quicker than paths, and this is done at every start: no more is
        done about a plain file than must be.
        """
        directory = os.open(self._folder / prefix, os.O_RDONLY | os.O_DIRECTORY)
        try:
            for name in os.listdir(directory) if self._only is None else self._only:  # noqa: PTH208 - see above
                if name[0] == ".":
                    continue
                try:
                    status = os.stat(name, dir_fd=directory)
                    if status.st_mode & _KIND_AND_READ != _PLAIN or not name.isascii():
                        if not self._is_article(prefix, name, status.st_mode, directory, pending):
                            continue
                    elif not name.endswith(SUFFIX):
                        continue
                except FileNotFoundError:
                    if name.endswith(SUFFIX) and _is_there(name, directory):
                        self._refuse(prefix + name, "This is a link to nothing", "remove it")
                    continue
                except OSError as error:
                    self._refuse(prefix + name, f"The file cannot be read: {error.strerror}", "mend its permissions")
                    continue
                self._names.append(prefix + name)
                self._times.append(status.st_mtime_ns)
                self._sizes.append(status.st_size)
        finally:
            os.close(directory)

    def _is_article(self, prefix: str, name: str, mode: int, directory: int, pending: list[str]) -> bool:
        """Whether something that is no plain file with a plain name may be an article; folders are put off."""
        path = prefix + name
        if S_ISDIR(mode):
            linked = S_ISLNK(os.lstat(name, dir_fd=directory).st_mode)
            pending += [] if linked else [f"{path}/"]
        elif not name.endswith(SUFFIX):
            pass
        elif readable(path) != path:
            self._refuse(path, "The name of the file is not UTF-8", "rename the file")
        elif not S_ISREG(mode):
            self._refuse(path, "This is not a file", "remove it")
        elif mode & _ALL_READ != _ALL_READ and not os.access(name, os.R_OK, dir_fd=directory):
            # neither time nor size tells of a mode that changed
            self._refuse(path, "The file cannot be read: no permission", "mend its permissions")
        else:
            return True
        return False

    def _refuse(self, path: str, message: str, hint: str) -> None:
        shown = readable(path)
        self._refused[shown] = Problem(f"{self._folder.name}/{shown}", 0, "", message, hint)


def _is_there(name: str, directory: int) -> bool:
    """Whether a folder has an entry, though it may lead nowhere."""
    try:
        os.lstat(name, dir_fd=directory)
    except FileNotFoundError:
        return False
    return True
