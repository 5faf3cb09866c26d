"""Importing into a workspace: documents become articles, are recognised, corrected, attached, and taken out again."""

from __future__ import annotations

from .affected import affected
from .importer import Importing
from .log import Import
from .outcome import Affected, Difference, Failed, Imported, ImportReport
from .sources import STANDARD_INPUT, walk

__all__ = [
    "STANDARD_INPUT",
    "Affected",
    "Difference",
    "Failed",
    "Import",
    "ImportReport",
    "Imported",
    "Importing",
    "affected",
    "walk",
]
