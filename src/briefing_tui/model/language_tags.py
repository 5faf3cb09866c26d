"""Tags of languages as they must be written: BCP 47 by the grammar of RFC 5646, section 2.1."""

from __future__ import annotations

import re

_LANGUAGE = r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})"
_SCRIPT_AND_REGION = r"(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"
_VARIANTS = r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
_EXTENSIONS = r"(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*"
_PRIVATE = r"x(?:-[a-z0-9]{1,8})+"
_OLD = (
    "en-GB-oed|i-ami|i-bnn|i-default|i-enochian|i-hak|i-klingon|i-lux|i-mingo|i-navajo|i-pwn|i-tao|i-tay|i-tsu"
    "|sgn-BE-FR|sgn-BE-NL|sgn-CH-DE|art-lojban|cel-gaulish|no-bok|no-nyn|zh-guoyu|zh-hakka|zh-min|zh-min-nan|zh-xiang"
)
"""Tags that were registered before the grammar and stay valid."""
_TAG = re.compile(
    f"{_LANGUAGE}{_SCRIPT_AND_REGION}{_VARIANTS}{_EXTENSIONS}(?:-{_PRIVATE})?|{_PRIVATE}|{_OLD}",
    re.IGNORECASE | re.ASCII,
)


def known_tag(text: str) -> str:
    """A text that is a tag of a language; empty for any other, which says of no language which it is."""
    return text if is_language_tag(text) else ""


def is_language_tag(text: str) -> bool:
    """Whether a text is a well-formed tag of a language, known or not."""
    return _TAG.fullmatch(text) is not None
