"""Paths as people type and paste them: completion, quotation marks, addresses of files."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..ingest import suffixes


@dataclass(frozen=True, slots=True)
class Completion:
    """What a path that is being typed may become."""

    text: str
    """As far as all that begins so agrees."""
    names: tuple[str, ...] = ()
    """What begins so: folders, with their slash, and files that can be imported."""
    others: int = 0
    """Files that begin so and are of other kinds."""


def complete(typed: str) -> Completion:
    """The folders and files whose path begins with what is typed; hidden ones where a dot begins the name."""
    if typed == "~":
        return Completion("~/", ("~/",))
    folder, _, start = typed.rpartition("/")
    base = expanded(f"{folder}/" if "/" in typed else ".")
    names, others = [], 0
    for name, is_folder in sorted(_inside(base)):
        if not name.startswith(start) or (name.startswith(".") and not start.startswith(".")):
            continue
        if is_folder or os.path.splitext(name)[1].lower() in suffixes():  # noqa: PTH122 - a name, and there may be many
            names.append(name + "/" * is_folder)
        else:
            others += 1
    common = os.path.commonprefix(names) if names else start  # noqa: RUF071 - by letters, as people type
    return Completion(typed[: len(typed) - len(start)] + common, tuple(names), others)


def begun_anew(typed: str) -> str:
    """What is typed, from where a path begins anew in it: behind a folder that stood there, `/` or `~/` is typed."""
    if "://" in typed or typed[:1] in "'\"":
        return typed  # an address, or as a shell has it
    return typed[max(0, typed.rfind("//") + 1, typed.rfind("/~/") + 1) :]


def _inside(folder: Path) -> Iterator[tuple[str, bool]]:
    """What lies in a folder, but for names that would do something to a terminal."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.isprintable():
                    yield entry.name, entry.is_dir()
    except OSError:
        return


def paths_of(text: str) -> tuple[Path, ...]:
    """The files and folders that a text names, one a line; none unless all of them are there."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found = [_there(line) for line in lines]
    return tuple(path for paths in found for path in paths) if all(found) else ()


def _there(line: str) -> Sequence[Path]:
    """What a line names: as it stands, else as a shell or a file manager writes it."""
    readings: tuple[Callable[[str], Sequence[str]], ...] = (lambda text: [text], _address, _shell)
    for reading in readings:
        paths = [expanded(word) for word in reading(line)]
        if paths and all(map(_exists, paths)):
            return paths
    return ()


def _address(line: str) -> Sequence[str]:
    return [unquote(urlsplit(line).path)] if line.startswith("file://") else []


def _shell(line: str) -> Sequence[str]:
    try:
        return shlex.split(line)
    except ValueError:
        return []


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that is too long, or has a zero byte
        return False


def expanded(text: str) -> Path:
    """The path that is typed, with the home folder in place of `~`."""
    try:
        return Path(text).expanduser()
    except RuntimeError:  # a user that there is not
        return Path(text)
