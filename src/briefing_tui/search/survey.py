"""Looking at the corpus folder: names, times and sizes, without reading a file."""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_IRGRP, S_IROTH, S_IRUSR, S_ISDIR, S_ISLNK, S_ISREG

from briefing_tui.model import Problem

from .rows import Stamp

SUFFIX = ".md"
_ALL_READ = S_IRUSR | S_IRGRP | S_IROTH


class Survey:
    """The files below a corpus folder, by their path in it, with `/`.

    Nothing whose name begins with a dot is looked at, nor any folder that is a link.
    """

    def __init__(self, folder: Path) -> None:
        self.found: dict[str, Stamp] = {}
        self.refused: dict[str, Problem] = {}
        """What cannot be an article, whatever stands in it."""
        self._folder = folder
        self._ids: dict[str, str] = {}
        pending = [""]
        while pending:
            prefix = pending.pop()
            try:
                self._look_into(prefix, pending)
            except FileNotFoundError:
                continue
            except OSError as error:
                self._refuse(prefix.rstrip("/"), f"The folder cannot be read: {error.strerror}", "mend its permissions")

    def _look_into(self, prefix: str, pending: list[str]) -> None:
        """Take in the files of one folder and put off the folders in it.

        Names relative to an open folder are a quarter quicker than paths, and this is done at every start.
        """
        directory = os.open(self._folder / prefix, os.O_RDONLY | os.O_DIRECTORY)
        try:
            for name in os.listdir(directory):  # noqa: PTH208 - see above
                if name[0] == ".":
                    continue
                try:
                    status = os.stat(name, dir_fd=directory)
                    if S_ISDIR(status.st_mode):
                        linked = S_ISLNK(os.lstat(name, dir_fd=directory).st_mode)
                        pending += [] if linked else [f"{prefix}{name}/"]
                    elif name.endswith(SUFFIX):
                        self._take_in(prefix, name, status, directory)
                except FileNotFoundError:
                    if name in os.listdir(directory) and name.endswith(SUFFIX):  # noqa: PTH208 - see above
                        self._refuse(prefix + name, "This is a link to nothing", "remove it")
                except OSError as error:
                    self._refuse(prefix + name, f"The file cannot be read: {error.strerror}", "mend its permissions")
        finally:
            os.close(directory)

    def _take_in(self, prefix: str, name: str, status: os.stat_result, directory: int) -> None:
        path = prefix + name
        if not path.isascii() and _shown(path) != path:
            self._refuse(path, "The name of the file is not UTF-8", "rename the file")
        elif not S_ISREG(status.st_mode):
            self._refuse(path, "This is not a file", "remove it")
        elif status.st_mode & _ALL_READ != _ALL_READ and not os.access(name, os.R_OK, dir_fd=directory):
            # neither time nor size tells of a mode that changed
            self._refuse(path, "The file cannot be read: no permission", "mend its permissions")
        else:
            self.found[path] = (status.st_mtime_ns, status.st_size)
            if self._ids.setdefault(name, path) != path:
                self._refuse_double(name, path)

    def _refuse_double(self, name: str, path: str) -> None:
        """Of files with one name in several folders the uppermost counts, and the first of these by name."""
        kept, other = sorted((self._ids[name], path), key=lambda p: (p.count("/"), p))
        self._ids[name] = kept
        del self.found[other]
        self._refuse(other, f"{self._folder.name}/{kept} has the same id", "rename one of the two files")

    def _refuse(self, path: str, message: str, hint: str) -> None:
        shown = _shown(path)
        self.refused[shown] = Problem(f"{self._folder.name}/{shown}", 0, "", message, hint)


def _shown(path: str) -> str:
    """The path, with what is not UTF-8 as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
