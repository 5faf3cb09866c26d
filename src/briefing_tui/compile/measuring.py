"""How long a briefing is and how its pages stand, without making a file: what the page gauge and the checks ask for.

The program finds the notes, which are cached; the worker builds the tree and the page, so that no key waits for that.
"""

from __future__ import annotations

import pickle
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from briefing_tui.citations import Citations
from briefing_tui.model import LayoutFacts

from .build import build
from .document.tree import Document
from .job import Job
from .page.parts import Part, parts
from .prepared import cited, faces, layout_of, page
from .standby import Standby


def measure(job: Job, standby: Standby, cancelled: Callable[[], bool] | None = None) -> LayoutFacts:
    """Lay a briefing out and say what only that can tell. Slow: run it in a thread.

    Args:
        job: as for `compile_pdf`; its output and its YAML are not looked at.
        standby: has the worker.
        cancelled: asked ten times a second; the worker is killed as soon as the answer is yes.

    Raises:
        ToolError, StorageError, CancelledError: as `compile_pdf`.
    """
    job, citations, failure = cited(job)
    order = {"measure": _packed((job, citations))}
    facts = _unpacked(standby.measure(order, cancelled, job.minutes)["facts"])
    known: LayoutFacts = replace(facts, style_failure=failure, unplaced=citations.unplaced, unlisted=citations.unlisted)
    return known


@dataclass(frozen=True, slots=True)
class Page:
    """What the worker lays out."""

    document: Document
    html: str
    said: Mapping[str, Part]
    faces: tuple[str, ...] = ()
    """The families of letters that it cannot do without."""

    @classmethod
    def of(cls, packed: str) -> Page:
        """Build it from what `measure` sends."""
        job: Job
        citations: Citations
        job, citations = _unpacked(packed)
        document = build(job, citations)
        return cls(document, page(job, document), {part.key: part for part in parts(document)}, faces(job))

    def texts(self) -> dict[str, str]:
        """The text of each part, by its key."""
        return {key: part.text for key, part in self.said.items()}

    def answer(self, found: Mapping[str, Any]) -> dict[str, str]:
        """What the worker found in the layout, as `measure` reads it."""
        return {"facts": _packed(layout_of(found, self.document, self.said))}


def _packed(value: object) -> str:
    return b64encode(pickle.dumps(value, pickle.HIGHEST_PROTOCOL)).decode()


def _unpacked(text: str) -> Any:
    return pickle.loads(b64decode(text))  # noqa: S301 - between our own processes, by a pipe that nobody else has
