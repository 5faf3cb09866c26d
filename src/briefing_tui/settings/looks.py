"""Settings of how the reader looks: colours and attributes of its text, signs in its margin, the order of its words."""

from __future__ import annotations

import re
import unicodedata

from ..errors import FormatError

PARTS = (
    "heading", "pin", "hit", "here", "sentence", "selection", "number", "on-theme", "pointer", "mark", "other",
    "finding", "label",
)  # fmt: skip
"""What can have a look of its own; `here` is the hit one stands on, `mark` and `other` are signs of pins."""
SIGNS = ("pin", "other", "pointer")
"""Signs in the margin that can be others."""
ORDERS = ("logical", "visual")

_COLOUR = (
    r"(?:#[0-9a-f]{6}|#[0-9a-f]{3}|default"
    r"|(?:bright_)?(?:black|red|green|yellow|blue|magenta|cyan|white))"
)
_ATTRIBUTE = r"(?:not )?(?:bold|dim|italic|underline|reverse|strike)"
_LOOK = re.compile(rf"(?:(?:{_ATTRIBUTE}|{_COLOUR}|on {_COLOUR})(?: |$))+")
_EXAMPLE = "'bold black on yellow', 'underline #ffd700'"
"""In quotation marks, since to YAML what follows a space and `#` is a comment."""


def colour(value: object, file: str, name: str) -> str:
    """The look of a part of the text, as in `colours.pin`: a colour, `on` a colour, attributes."""
    look = _of_a_part(value, file, name, PARTS)
    plain = re.sub(r"#([0-9a-f])([0-9a-f])([0-9a-f])(?![0-9a-f])", r"#\1\1\2\2\3\3", " ".join(look.lower().split()))
    if not _LOOK.fullmatch(plain):
        hint = f"colours and attributes between quotation marks, as in: {_EXAMPLE}"
        raise FormatError(f"'{look}' is no look", file=file, field=name, hint=hint)
    return plain


def sign(value: object, file: str, name: str) -> str:
    """A sign in the margin, as in `margin.pin`."""
    found = _of_a_part(value, file, name, SIGNS)
    if len(found) != 1 or not found.isprintable() or _cells(found) != 1:
        hint = "one character that fills one cell, such as '*'"
        raise FormatError(f"'{found}' is no such sign", file=file, field=name, hint=hint)
    return found


def bidi(value: object, file: str, name: str) -> str:
    """How words written from right to left are shown."""
    if value not in ORDERS:
        raise FormatError(f"there is no order '{value}'", file=file, field=name, hint="one of: " + ", ".join(ORDERS))
    return str(value)


def _of_a_part(value: object, file: str, name: str, parts: tuple[str, ...]) -> str:
    part = name.split(".", 1)[1]
    if part not in parts:
        raise FormatError(f"there is no '{part}' here", file=file, field=name, hint="one of: " + ", ".join(parts))
    return str(value)


def _cells(sign: str) -> int:
    if unicodedata.category(sign)[0] in "MCZ":
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
