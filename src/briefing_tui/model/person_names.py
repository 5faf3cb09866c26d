"""How a person's name is written in one line: in the order of its script, as citation styles write it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_EAST_ASIAN = re.compile(
    "[\u3005-\u3007\u3040-\u30ff\u3105-\u312f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Letters of Chinese, Japanese and Korean."""
_ATTACHED = ("-", "'", "’", "־", "ʼ", "`")
"""What a particle ends with that is written together with the name: 'al-', 'd’'."""


def is_family_first(family: str, given: str) -> bool:
    """Whether a name is Chinese, Japanese or Korean by all its letters: written family name first, without a space."""
    letters = [letter for letter in family + given if letter.isalpha()]
    return bool(letters) and all(map(_EAST_ASIAN.match, letters))


def written(family: str, given: str, further: Mapping[str, Any]) -> str:
    """A person's name in one line.

    Args:
        family: the family name.
        given: the given names.
        further: other parts of it, by their names in CSL.
    """
    if is_family_first(family, given):
        return f"{family}{given}"
    dropping, kept, suffix = (_part(further, key) for key in ("dropping-particle", "non-dropping-particle", "suffix"))
    before = "".join(part if part.endswith(_ATTACHED) else f"{part} " for part in (dropping, kept) if part and family)
    return " ".join(filter(None, (given, f"{before}{family}", suffix)))


def _part(further: Mapping[str, Any], key: str) -> str:
    value = further.get(key, "")
    return value.strip() if isinstance(value, str) else ""
