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
SAID = {
    "title": "what the briefing is called",
    "date": "printed on the cover, written YYYY-MM-DD",
    "reference": "the file number",
    "author": "who signs it",
    "addressee": "who decides on it",
    "marking": "printed on every page",
    "language": "of the document, by its tag: en-GB, fr, he",
    "template": "the form of the document",
    "style": "how sources are cited",
    "scale": "the words for likelihood",
    "cut-off": "the day up to which sources were taken in",
    "annex": "the passages in their context: yes or no; empty for what the form says",
    "statement": "a summary of the sources: yes or no; empty for what the form says",
    "bottom-line": "the answer, first of all",
}
"""What a field is for, by its name in the file."""
