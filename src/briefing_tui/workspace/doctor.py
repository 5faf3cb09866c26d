"""What the program needs, whether it is here, and what to do where it is not."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ..errors import BriefingError, NotFoundError
from ..settings import resolve_keymap
from ..support.locations import Locations
from .places import Places, find
from .settings import key_problems, own_keys, settings_problems

PACKAGES = ("textual", "rich", "PyYAML", "weasyprint", "pypandoc_binary", "rapidfuzz", "click")


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was looked for."""

    name: str
    ok: bool
    found: str
    hint: str = ""


def examine(folder: Path) -> tuple[Found, ...]:
    """Look for everything: libraries, fonts, engines, and every path that the program reads or writes."""
    return (*_engines(), *_libraries(), _fonts(), *_paths(folder))


def _engines() -> Iterator[Found]:
    yield Found("Python", sys.version_info >= (3, 11), sys.version.split()[0])
    for package in PACKAGES:
        try:
            yield Found(package, True, version(package))
        except PackageNotFoundError:
            yield Found(package, False, "not installed", f"pip install {package}")
    with sqlite3.connect(":memory:") as connection:
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    full_text = "ENABLE_FTS5" in options
    yield Found("SQLite", full_text, sqlite3.sqlite_version, "" if full_text else "a build of Python with SQLite FTS5")
    yield _pandoc()


def _pandoc() -> Found:
    from ..citations import pandoc_program

    try:
        return Found("pandoc", True, str(pandoc_program()))
    except BriefingError as error:
        return Found("pandoc", False, error.message, error.hint)


def _libraries() -> Iterator[Found]:
    from ..compile import needed_libraries

    for library, loads, remedy in needed_libraries():
        yield Found(library, loads, "found" if loads else "not found", "" if loads else remedy)


def _fonts() -> Found:
    from ..compile import missing_faces

    missing, remedy = missing_faces()
    if missing:
        return Found("fonts", False, f"not installed: {', '.join(missing)}", remedy)
    return Found("fonts", True, "Noto for Latin, Cyrillic, Greek, Hebrew and Arabic")


def _paths(folder: Path) -> Iterator[Found]:
    locations = Locations.default()
    users = locations.config / "settings.yaml"
    yield from _settings("settings", users)
    yield Found("state", True, str(locations.state), "journals, and what was read: back it up")
    yield Found("cache", True, str(locations.cache), "may be deleted at any time")
    try:
        root = find(folder)
    except NotFoundError as error:
        yield Found("workspace", True, "none here", error.hint)
        yield from _keys([users])
        return
    yield Found("workspace", True, str(root))
    own = Places(root).settings
    yield from _settings("workspace settings", own, shared=True)
    yield from _keys([own, users])


def _keys(files: list[Path]) -> Iterator[Found]:
    """A person's own keys: how many there are, or what is wrong with which."""
    keymap = resolve_keymap(overrides=own_keys(files))
    for problem in key_problems(keymap.trouble, files):
        yield Found("keys", False, f"{problem.place}: {problem.message}", problem.hint)
    if not keymap.trouble:
        yield Found("keys", True, f"{len(keymap.changed)} commands with keys of your own")


def _settings(name: str, file: Path, *, shared: bool = False) -> Iterator[Found]:
    """A file of settings, or everything that is wrong with it."""
    problems = settings_problems(file, shared=shared)
    for problem in problems:
        place = replace(problem, file=str(file)).place
        yield Found(name, False, f"{place}: {problem.message}", problem.hint)
    if not problems:
        yield Found(name, True, str(file))
