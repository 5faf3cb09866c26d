"""The settings of a workspace over those of its user, from the catalogue where their files have not changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..errors import BriefingError, FormatError
from ..model import Problem
from ..search import Catalogue
from ..settings import Settings, from_plain, overlay
from .memo import remembered, unchanged
from .places import Places


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
            plain = remembered(catalogue, "settings", path, read=_load, encode=unchanged, decode=unchanged)
            if plain is not None:
                settings = overlay(settings, from_plain(plain, path.name))
        except (BriefingError, OSError, UnicodeDecodeError) as error:
            problems.append(_problem(places.relative(path), error))
    return settings, tuple(problems)


def _load(path: Path) -> dict[str, Any]:
    from ..support import yaml

    return yaml.load(path.read_text(encoding="utf-8"), file=path.name)


def _problem(file: str, error: BriefingError | OSError | UnicodeDecodeError) -> Problem:
    """What an unreadable file of settings is told as, with what to do."""
    if isinstance(error, FormatError):
        return Problem(file, error.line, error.field, error.message, error.hint)
    if isinstance(error, BriefingError):
        return Problem(file, 0, "", error.message, error.hint)
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        return Problem(file, 0, "", f"cannot be read: {reason}", "mend its permissions, or take it away")
    return Problem(file, 0, "", "this is not UTF-8", "save it as UTF-8")
