"""What a document gives otherwise than the article that was made from it."""

from __future__ import annotations

from typing import Any

from ...model import Metadata, State
from .outcome import Difference

FIELDS = ("title", "author", "container-title", "publisher", "issued", "URL", "language", "genre", "republished-by")


def differences(kept: Metadata, fresh: Metadata) -> tuple[Difference, ...]:
    """The fields that differ; of what the document does not state, those that a person has set."""
    return tuple(
        Difference(name, _shown(ours), kept.state(name), _shown(theirs))
        for name in FIELDS
        if (ours := kept.value(name)) != (theirs := fresh.value(name)) and (theirs or kept.state(name) is State.USER)
    )


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return str(value or "")
