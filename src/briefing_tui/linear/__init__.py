"""The third face: the commands of the app line by line, in plain text, for screen readers, dumb terminals and pipes."""

from __future__ import annotations

from .run import run

__all__ = ["run"]
