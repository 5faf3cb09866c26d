"""What says that something is as it was: the stamp of a file, the key of the rules of themes."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_tui.model import Matcher

Stamp = tuple[int, int]
"""When a file was last written, in nanoseconds, and its size in bytes."""


def rules_key(matcher: Matcher) -> str:
    """A short text that differs where the rules or their order differ."""
    rules = repr([(theme.id, theme.rules, theme.broader) for theme in matcher.themes])
    return hashlib.sha256(rules.encode("utf-8", "surrogatepass")).hexdigest()[:16]
