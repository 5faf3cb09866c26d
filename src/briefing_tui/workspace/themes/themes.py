"""The themes of a workspace as its catalogue remembers them: a malformed file never takes the last good ones away."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from ...errors import FormatError, StorageError
from ...model import Matcher, Problem, Rules, Theme
from ...search import Catalogue
from ..memo import remembered
from ..places import Places

LAST_GOOD = "last good themes"


def read_matcher(places: Places, catalogue: Catalogue) -> tuple[Matcher, Problem | None]:
    """The themes as the file has them and, where it is malformed, a problem.

    Where only links between themes are wrong, these are left out; else the last good themes stand.
    """

    def read(path: Path) -> tuple[Theme, ...]:
        from ...storage import read_themes

        themes = read_themes(path)
        catalogue.remember(LAST_GOOD, (0, 0), _encode(themes))
        return themes

    file = places.themes
    try:
        themes = remembered(catalogue, "themes", file, read=read, encode=_encode, decode=_decode)
    except (FormatError, StorageError) as error:
        line, field = (error.line, error.field) if isinstance(error, FormatError) else (0, "")
        sound, in_part = _sound(file, catalogue)
        problem = Problem(places.relative(file), line, field, error.message, error.hint, in_part)
        return Matcher(sound), problem
    return Matcher(themes or ()), None


def _sound(file: Path, catalogue: Catalogue) -> tuple[tuple[Theme, ...], bool]:
    """What can be used while the file is malformed, and whether this is what can be used of the file itself."""
    from ...storage import read_sound_themes

    try:
        return read_sound_themes(file), True
    except (FormatError, StorageError):
        last = catalogue.recall(LAST_GOOD, (0, 0))
        return _decode(last) if last else (), False


def _encode(themes: tuple[Theme, ...]) -> list[dict[str, Any]]:
    return [asdict(theme) for theme in themes]


def _decode(values: list[dict[str, Any]]) -> tuple[Theme, ...]:
    def theme(value: dict[str, Any]) -> Theme:
        rules = value["rules"]
        return Theme(
            **{
                **value,
                "alt_label": tuple(value["alt_label"]),
                "related": tuple(value["related"]),
                "rules": Rules(tuple(rules["any"]), tuple(rules["phrases"]), tuple(rules["not_"]), rules["min_hits"]),
            }
        )

    return tuple(map(theme, values))
