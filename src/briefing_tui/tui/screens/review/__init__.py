"""Reviewing an article: what is known about it and how, and its text with what was dropped from the source."""

from __future__ import annotations

from .screen import ReviewScreen

__all__ = ["ReviewScreen"]
