"""The fields of a query and what may stand in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

from briefing_tui.errors import QueryError
from briefing_tui.model import Theme
from briefing_tui.model.filters import UNDATED

from .folding import names
from .query import Condition, Field

TITLE = "title"
FIELDS = {**{each.value: each for each in Field}, "genre": Field.KIND, "lang": Field.LANGUAGE, TITLE: None}
"""As they are typed; the words of a title are words, not a condition."""
Themes = Sequence[Theme] | None
"""Those that may be named; any, where they are not known."""
HOW_TO_MAKE = "`briefing theme add` makes one; so does correct theme, in the library"
NAMED = 8
"""Themes that are named where none comes near what was typed."""
BETWEEN = ".."
"""Between the years of a range, either of which may be left out."""

_YEARS = re.compile(rf"(\d{{4}})|(\d{{4}})?{re.escape(BETWEEN)}(\d{{4}})?", re.ASCII)
_TEXTS = ("full", "digest")


def unknown(name: str, position: int) -> QueryError:
    """Says that there is no such field, and which it may be."""
    near = get_close_matches(name.lower(), FIELDS, 1, 0.5)
    hint = f"did you mean {near[0]}:" if near else f"there are {', '.join(f'{each}:' for each in (*Field, TITLE))}"
    message = f"There is no field '{name}:'"
    return QueryError(message, position=position, hint=f"{hint}; put words with a colon in quotation marks")


def condition(name: str, value: str, position: int, themes: Themes, *, negated: bool) -> Condition:
    """What a field asks for.

    Args:
        name: of the field.
        value: what was typed after the colon, without quotation marks.
        position: where that stands.
        themes: those that may be named; `None` lets all names through.
        negated: whether an article must not have it.

    Raises:
        QueryError: where the field cannot have this value.
    """
    which = FIELDS[name] or Field.TEXT
    value = " ".join(value.split())
    if not names(value) and which is not Field.YEAR:
        raise QueryError(f"Nothing follows {name}:", position=position, hint=f"for example {_EXAMPLES[which]}")
    check = {Field.THEME: _theme, Field.YEAR: _year, Field.TEXT: _text}.get(which)
    if check:
        return Condition(which, check(value.removesuffix("*"), position, themes), negated)
    return Condition(which, (value,), negated)


def _theme(value: str, position: int, themes: Themes) -> tuple[str, ...]:
    if themes is None:
        return (value,)
    if not themes:
        raise QueryError("There are no themes yet", position=position, hint=HOW_TO_MAKE)
    labels = {names(label): each.id for each in themes for label in (*each.alt_label, each.pref_label)}
    labels |= {names(each.id): each.id for each in themes}
    if names(value) not in labels:
        near = get_close_matches(names(value), labels, 1, 0.4)
        hint = f"did you mean theme:{labels[near[0]]}?" if near else some([each.id for each in themes], NAMED)
        raise QueryError(f"There is no theme '{value}'", position=position, hint=hint)
    return (labels[names(value)],)


def _year(value: str, position: int, _: Themes) -> tuple[str, ...]:
    if value.casefold() == UNDATED:
        return (UNDATED,)
    match = _YEARS.fullmatch(value)
    if not match or value == BETWEEN:
        message = f"'{value}' is no year" if value else "Nothing follows year:"
        raise QueryError(message, position=position, hint=f"for example {_EXAMPLES[Field.YEAR]}")
    if match[2] and match[3] and int(match[2]) > int(match[3]):
        raise QueryError(f"{match[2]} is after {match[3]}", position=position, hint=f"year:{match[3]}..{match[2]}")
    return (value,)


def _text(value: str, position: int, _: Themes) -> tuple[str, ...]:
    if value.lower() not in _TEXTS:
        raise QueryError(f"A text is not '{value}'", position=position, hint="text:full or text:digest")
    return (value.lower(),)


def some(names: Sequence[str], most: int) -> str:
    """The first of some names, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"there {'is' if len(names) == 1 else 'are'} {', '.join(names[:most])}{more}"


_EXAMPLES = {
    Field.THEME: "theme:iran",
    Field.OUTLET: 'outlet:"The Times"',
    Field.AUTHOR: "author:ritter",
    Field.SPEAKER: "speaker:putin",
    Field.YEAR: f"year:2016, year:2016..2020 or year:{UNDATED}",
    Field.KIND: "kind:interview",
    Field.LANGUAGE: "language:en",
    Field.TEXT: "text:full",
}
