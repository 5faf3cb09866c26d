"""The settings of a workspace over those of its user, from the catalogue where their files have not changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import BriefingError, FormatError, NotFoundError
from ..model import Problem
from ..search import Catalogue
from ..settings import KeyProblem, Settings, from_plain, overlay
from .memo import remembered, unchanged
from .places import Places

if TYPE_CHECKING:
    from ..checks import ProfileProblem


def read_settings(catalogue: Catalogue, users: Path, places: Places) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings, and what is wrong with their files: a malformed one is a problem, not a failure.

    Args:
        catalogue: remembers what the files said.
        users: the file of the user's own settings.
        places: the workspace's folders.
    """
    settings = Settings()
    problems = []
    for path in (users, places.settings):
        try:
            shared = path == places.settings
            load = partial(_load, shared=shared)
            plain = remembered(catalogue, "settings", path, read=load, encode=unchanged, decode=unchanged)
            if plain is not None:
                settings = overlay(settings, from_plain(plain, path.name, shared=shared))
        except BriefingError as error:
            problems.append(_problem(places.relative(path), error))
    return settings, tuple(problems)


def settings_problem(path: Path, *, shared: bool = False) -> Problem | None:
    """What is wrong with a file of settings, `shared` where it is a workspace's; one that is not there is in order."""
    try:
        rules = from_plain(_load(path, shared=shared), path.name, shared=shared).rules
    except NotFoundError:
        return None
    except BriefingError as error:
        return _problem(str(path), error)
    return next(iter(rule_problems(profile_problems(rules), [path])), None)


def key_problems(
    trouble: Iterable[KeyProblem], files: Sequence[Path], named: Callable[[Path], str] = str
) -> tuple[Problem, ...]:
    """Trouble with a person's own keys as problems of the file that has them.

    Args:
        trouble: what is wrong.
        files: the files of settings, the one that goes before the others first.
        named: how a file is shown.
    """
    found = []
    for one in trouble:
        file, line = _line_of("keymap", one.command, files)
        found.append(Problem(named(file), line, f"keymap.{one.command}", one.message, one.hint))
    return tuple(found)


def profile_problems(rules: Mapping[str, str]) -> tuple[ProfileProblem, ...]:
    """What in a house profile could not be followed; without one the rules are not even imported."""
    if not rules:
        return ()
    from ..checks import read_profile

    return read_profile(rules).problems


def rule_problems(
    problems: Iterable[ProfileProblem], files: Sequence[Path], named: Callable[[Path], str] = str
) -> tuple[Problem, ...]:
    """Trouble with the house profile as problems of the file that has it; the arguments are those of `key_problems`."""
    found = []
    for one in problems:
        file, line = _line_of("rules", one.name, files)
        found.append(Problem(named(file), line, f"rules.{one.name}", one.message, one.hint))
    return tuple(found)


def own_keys(files: Sequence[Path]) -> dict[str, tuple[str, ...]]:
    """A person's own keys from files of settings as far as these can be read, the first before the others."""
    keys: dict[str, tuple[str, ...]] = {}
    for path in reversed(files):
        try:
            keys |= from_plain(_load(path), path.name).keymap
        except BriefingError:
            continue
    return keys


def _line_of(setting: str, name: str, files: Iterable[Path]) -> tuple[Path, int]:
    """The first of some files of settings that has an entry under a setting, and its line; 0 where none has."""
    from ..support import yaml
    from ..support.text_files import MIB, decoded, read_bytes

    files = list(files)
    for path in files:
        try:
            text = decoded(read_bytes(path, limit=MIB), file=path.name, hint="")
            entries = yaml.load(text, file=path.name).get(setting)
        except BriefingError:
            continue
        if isinstance(entries, dict) and name in entries:
            return path, yaml.line_of(text, (setting, name))
    return files[0], 0


def _load(path: Path, *, shared: bool = False) -> dict[str, Any]:
    """The settings that a file holds, each found to be one."""
    from ..support import yaml
    from ..support.text_files import MIB, decoded, read_bytes

    text = decoded(read_bytes(path, limit=MIB), file=path.name, hint="save it as UTF-8")
    plain = yaml.load(text, file=path.name)
    try:
        from_plain(plain, path.name, shared=shared)
    except FormatError as error:
        line = yaml.line_of(text, error.field.split(".", 1))
        raise FormatError(error.message, file=error.file, line=line, field=error.field, hint=error.hint) from None
    return plain


def _problem(file: str, error: BriefingError) -> Problem:
    """What an unreadable file of settings is told as, with what to do."""
    if isinstance(error, FormatError):
        return Problem(file, error.line, error.field, error.message, error.hint)
    return Problem(file, 0, "", error.message, error.hint or "mend it, or take it away")
