"""The settings of a workspace over those of its user, from the catalogue where their files have not changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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
    problems: list[Problem] = []
    for path in (users, places.settings):
        try:
            plain = remembered(catalogue, "settings", path, read=_load, encode=unchanged, decode=unchanged)
            if plain is not None:
                own, wrong = _understood(path, plain, places.relative(path), shared=path == places.settings)
                settings = overlay(settings, own)
                problems += wrong
        except BriefingError as error:
            problems.append(_problem(places.relative(path), error))
    return settings, tuple(problems)


def settings_problems(path: Path, *, shared: bool = False) -> tuple[Problem, ...]:
    """What is wrong with a file of settings, `shared` where it is a workspace's; one that is not there is in order."""
    try:
        settings, wrong = _understood(path, _load(path), str(path), shared=shared)
    except NotFoundError:
        return ()
    except BriefingError as error:
        return (_problem(str(path), error),)
    return (*wrong, *rule_problems(profile_problems(settings.rules), [path]))


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
            keys |= from_plain(_load(path), path.name, wrong=lambda _: None).keymap
        except BriefingError:
            continue
    return keys


def _line_of(setting: str, name: str, files: Iterable[Path]) -> tuple[Path, int]:
    """The first of some files of settings that has an entry under a setting, and its line; 0 where none has."""
    from ..support import yaml

    files = list(files)
    for path in files:
        try:
            text = _text(path)
            entries = yaml.load(text, file=path.name).get(setting)
        except BriefingError:
            continue
        if isinstance(entries, dict) and name in entries:
            return path, yaml.line_of(text, (setting, name))
    return files[0], 0


def _load(path: Path) -> dict[str, Any]:
    """The settings that a file holds, as they stand there."""
    from ..support import yaml

    return yaml.load(_text(path), file=path.name)


def _understood(
    path: Path, plain: Mapping[str, Any], named: str, *, shared: bool
) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings that a file holds without those that cannot be followed, and what is wrong with each of these."""
    wrong: list[FormatError] = []
    try:
        settings = from_plain(plain, path.name, shared=shared, wrong=wrong.append)
    except FormatError as e:
        line = _line(path, e.field)
        raise FormatError(e.message, file=e.file, line=line, field=e.field, hint=e.hint) from None
    return settings, tuple(Problem(named, _line(path, e.field), e.field, e.message, e.hint) for e in wrong)


def _line(path: Path, field: str) -> int:
    """The line of a setting in its file; 0 where that cannot be told."""
    from ..support import yaml

    try:
        return yaml.line_of(_text(path), field.split(".", 1))
    except BriefingError:
        return 0


def _text(path: Path) -> str:
    from ..support.text_files import MIB, decoded, read_bytes

    return decoded(read_bytes(path, limit=MIB), file=path.name, hint="save it as UTF-8")


def _problem(file: str, error: BriefingError) -> Problem:
    """What an unreadable file of settings is told as, with what to do and what that means meanwhile."""
    hint = f"{error.hint or 'mend it, or take it away'}; until then no setting of this file holds"
    if isinstance(error, FormatError):
        return Problem(file, error.line, error.field, error.message, hint)
    return Problem(file, 0, "", error.message, hint)
