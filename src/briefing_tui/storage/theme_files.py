"""The themes of a workspace as a file: `corpus/themes.yaml`, written by people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ..model.theme import Rules, Theme
from ..support import yaml
from ..support.text_files import MIB, decoded, display_name, read_bytes
from .fields import FieldError, Fields
from .formats import current

LIMIT = 4 * MIB
"""Bytes of a theme file."""

ID = re.compile(r"\w[\w.-]*")
ID_HINT = "letters, digits, '-', '_' and '.', the first no '-'"


def read_themes(path: Path) -> tuple[Theme, ...]:
    """Read the themes of a workspace, in the order of the file.

    Raises:
        NotFoundError: where there is no such file.
        StorageError: where it cannot be read.
        FormatError: for doubled or unknown ids, circles in `broader`, rules that are none; with line and field.
    """
    file = display_name(path)
    return parse_themes(decoded(read_bytes(path, limit=LIMIT), file=file), file)


def read_sound_themes(path: Path) -> tuple[Theme, ...]:
    """The themes of a file in which only links between them are wrong, without these links.

    A `broader` or `related` that names no theme is left out, and each `broader` that is part of a circle.

    Raises:
        as `read_themes`, for anything else.
    """
    file = display_name(path)
    themes, _ = _parsed(decoded(read_bytes(path, limit=LIMIT), file=file), file)
    parents = {theme.id: theme.broader for theme in themes}
    return tuple(
        replace(
            theme,
            broader=theme.broader if theme.broader in parents and not _circle(theme.id, parents) else "",
            related=tuple(one for one in theme.related if one in parents),
        )
        for theme in themes
    )


def parse_themes(text: str, file: str) -> tuple[Theme, ...]:
    """The themes that a file's content holds.

    Raises:
        FormatError: as for `read_themes`.
    """
    themes, entries = _parsed(text, file)
    try:
        _check_links(themes, entries)
    except FieldError as error:
        raise error.located(file, text) from None
    return themes


def _parsed(text: str, file: str) -> tuple[tuple[Theme, ...], list[Fields]]:
    """The themes, each with an id of its own, and their fields; what they name is not looked at."""
    plain = current(yaml.load(text, file=file, limit=LIMIT), file=file, text=text)
    try:
        entries = list(Fields(plain).children("themes"))
        themes = tuple(map(_theme, entries))
        known: set[str] = set()
        for theme, fields in zip(themes, entries, strict=True):
            if theme.id in known:
                raise fields.error(f"'{theme.id}' is there twice", "id", "give one of the two another id")
            known.add(theme.id)
    except FieldError as error:
        raise error.located(file, text) from None
    return themes, entries


def _theme(fields: Fields) -> Theme:
    theme_id = fields.required("id", "a short name that stays, as 'arms-trade'")
    if not ID.fullmatch(theme_id):
        raise fields.error(f"'{theme_id}' is no id", "id", ID_HINT)
    return Theme(
        id=theme_id,
        pref_label=fields.required("prefLabel", "the name that screens show"),
        alt_label=fields.texts("altLabel"),
        scope_note=fields.text("scopeNote"),
        broader=fields.text("broader"),
        related=fields.texts("related"),
        rules=_rules(fields.child("rules")),
        extra=fields.rest(),
    )


def _rules(fields: Fields) -> Rules:
    rules = Rules(
        any=fields.texts("any"),
        phrases=fields.texts("phrases"),
        not_=fields.texts("not"),
        min_hits=fields.integer("min_hits", 1, least=1),
    )
    for unknown in fields.rest():
        raise fields.error(f"there is no rule '{unknown}'", unknown, "one of: any, phrases, not, min_hits")
    return rules


def _check_links(themes: tuple[Theme, ...], entries: list[Fields]) -> None:
    """Every id that is named is there, and no theme is broader than itself; the first error tells all circles."""
    parents = {theme.id: theme.broader for theme in themes}
    circles = {frozenset(circle): circle for theme in reversed(themes) if (circle := _circle(theme.id, parents))}
    for theme, fields in zip(themes, entries, strict=True):
        for name, ids in (("broader", filter(None, (theme.broader,))), ("related", theme.related)):
            for unknown in (i for i in ids if i not in parents):
                raise fields.error(f"there is no theme '{unknown}'", name, "one of: " + ", ".join(parents))
        if _circle(theme.id, parents):
            shown = " and ".join(" → ".join(circle) for circle in reversed(circles.values()))
            hint = f"break the circle{'s' * (len(circles) > 1)} {shown}; until then none of these is below another"
            raise fields.error(f"'{theme.id}' would be broader than itself", "broader", hint)


def _circle(theme: str, parents: Mapping[str, str]) -> list[str]:
    """From a theme up to itself; nothing where it is part of no circle."""
    way = dict.fromkeys((theme,))
    above = parents[theme]
    while above and above not in way:
        way[above] = None
        above = parents.get(above, "")
    return [*way, theme] if above == theme else []
