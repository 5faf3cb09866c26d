"""Other forms of the same document, from the tree that the PDF is printed from: the same quotes, notes and numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from briefing_tui.citations import Citations

from ..document.tree import Document
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
_BESIDE = {"md": ("bib",)}
"""Suffixes of what stands beside the document of a form."""


def files_of(name: str, output: Path) -> tuple[Path, ...]:
    """The files that a form becomes, `pdf` among them: the document exactly where it is wanted, others beside it."""
    return (output, *(output.parent / f"{output.stem}.{suffix}" for suffix in _BESIDE.get(name, ())))


def form(name: str) -> Form:
    """What makes a form; nothing of the others is imported."""
    found: Form = import_module(f".{_HOMES[name]}", __name__).make
    return found
