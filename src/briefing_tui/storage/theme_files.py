"""The themes of a workspace as a file: `corpus/themes.yaml`, written by people."""

from __future__ import annotations

import re
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


def parse_themes(text: str, file: str) -> tuple[Theme, ...]:
    """The themes that a file's content holds.

    Raises:
        FormatError: as for `read_themes`.
    """
    plain = current(yaml.load(text, file=file, limit=LIMIT), file=file, text=text)
    try:
        entries = list(Fields(plain).children("themes"))
        themes = tuple(map(_theme, entries))
        _check(themes, entries)
    except FieldError as error:
        raise error.located(file, text) from None
    return themes


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


def _check(themes: tuple[Theme, ...], entries: list[Fields]) -> None:
    """Every id once, every id that is named there, and no theme broader than itself."""
    broader: dict[str, str] = {}
    for theme, fields in zip(themes, entries, strict=True):
        if theme.id in broader:
            raise fields.error(f"'{theme.id}' is there twice", "id", "give one of the two another id")
        broader[theme.id] = theme.broader
    for theme, fields in zip(themes, entries, strict=True):
        for name, ids in (("broader", filter(None, (theme.broader,))), ("related", theme.related)):
            for unknown in (i for i in ids if i not in broader):
                raise fields.error(f"there is no theme '{unknown}'", name, "one of: " + ", ".join(broader))
        seen = {theme.id}
        above = theme.broader
        while above:
            if above in seen:
                raise fields.error(f"'{theme.id}' would be broader than itself", "broader", "break the circle")
            seen.add(above)
            above = broader[above]
