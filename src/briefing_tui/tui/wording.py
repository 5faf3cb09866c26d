"""Words for numbers and for errors."""

from __future__ import annotations

from ..errors import BriefingError, CancelledError
from ..model.naming import count

__all__ = ["count", "in_words"]


def in_words(error: BaseException) -> str:
    """What a person is told about an error: what happened, where, what to do."""
    if isinstance(error, CancelledError):
        return error.message
    if isinstance(error, BriefingError):
        said = f"{error.where}: {error.message}" if error.where else error.message
        return f"{said}\n{error.hint}" if error.hint else said
    return f"Something went wrong here that should not have: {type(error).__name__}: {error}"
