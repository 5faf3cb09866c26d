"""The names of a brief's own fields."""

from __future__ import annotations

FIELDS = (
    "title",
    "date",
    "reference",
    "author",
    "addressee",
    "marking",
    "language",
    "template",
    "style",
    "scale",
    "cut-off",
    "annex",
    "statement",
    "bottom-line",
)
"""The brief's own fields, as the file spells them."""
