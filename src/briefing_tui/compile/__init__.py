"""From a brief to a briefing: document tree, HTML, PDF by a worker process, receipt.

Names are looked up when they are first used: the worker is a module of this package and needs none of the rest.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .document import Document
    from .html import known_templates
    from .job import Compiled, Job
    from .libraries import missing_faces, needed_libraries
    from .pdf import compile_pdf
    from .wording import known_languages

__all__ = [
    "Compiled", "Document", "Job", "compile_pdf", "known_languages", "known_templates", "missing_faces",
    "needed_libraries",
]  # fmt: skip

_HOMES = {
    "Compiled": "job",
    "Document": "document",
    "Job": "job",
    "compile_pdf": "pdf",
    "known_languages": "wording",
    "known_templates": "html",
    "missing_faces": "libraries",
    "needed_libraries": "libraries",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f".{_HOMES[name]}", __name__), name)
    raise AttributeError(name)
