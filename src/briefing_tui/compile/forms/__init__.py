"""Other forms of the same document, from the tree that the PDF is printed from: the same quotes, notes and numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from briefing_tui.citations import Citations

from ..document import Document
from ..job import Job


@dataclass(frozen=True, slots=True)
class Made:
    """What a form is made from."""

    job: Job
    document: Document
    citations: Citations
    generator: str


Form = Callable[[Made], dict[str, bytes]]
"""Gives the files of a form by their suffix; the first is the document, others stand beside it."""

_HOMES = {"docx": "word", "html": "page", "md": "markdown", "txt": "text", "json": "tree"}
FORMS = tuple(_HOMES)
"""The forms beside `pdf`, by the suffix of their file."""


def form(name: str) -> Form:
    """What makes a form; nothing of the others is imported."""
    found: Form = import_module(f".{_HOMES[name]}", __name__).make
    return found
