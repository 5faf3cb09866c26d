"""What compiling made, as both faces of the program tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...model import Brief, Checklist, Finding, LayoutFacts, Suppressed, Verification

if TYPE_CHECKING:
    from ...compile import Compiled


@dataclass(frozen=True, slots=True)
class Report:
    """What compiling made."""

    file: Path
    sha256: str
    pages: int
    notes: int
    sources: int
    seconds: float
    verified: int
    unverified: int
    quotes_verified: int
    quotes_unverified: int
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    """Findings that somebody suppressed, with the reasons."""
    files: tuple[Path, ...] = ()
    """`file`, what stands beside it, and the receipt."""
    same: bool = False
    """Whether the final one was there already, byte for byte, and was left alone."""
    layout: LayoutFacts | None = None
    """What the pages are like, for the form that has pages."""
    page_limit: int = 0
    receipt: Path | None = None
    """Of a final one that was signed: what the signature is over."""
    final: bool = False
    """Whether it is no draft."""
    texts: tuple[tuple[str, ...], ...] = ()
    """The lines of each page, for the form that has pages."""


def report_of(
    compiled: Compiled,
    brief: Brief,
    verifications: Mapping[str, Verification],
    found: Checklist,
    *,
    final: bool,
    receipt: Path | None,
    layout: LayoutFacts | None,
    limit: int,
) -> Report:
    """What was made, how its excerpts stand, and what the checks said of it."""
    return Report(
        file=compiled.file,
        files=(*compiled.files, receipt) if receipt else compiled.files,
        same=compiled.same,
        layout=layout,
        texts=compiled.texts,
        page_limit=limit,
        receipt=receipt,
        final=final,
        sha256=compiled.sha256,
        pages=compiled.pages,
        notes=compiled.notes,
        sources=compiled.sources,
        seconds=compiled.seconds,
        findings=found.findings,
        suppressed=found.suppressed,
        **_counts(brief, verifications),
    )


def _counts(brief: Brief, verifications: Mapping[str, Verification]) -> dict[str, int]:
    good = {i for i, found in verifications.items() if found.state.verified}
    quoted = brief.quoted() & verifications.keys()
    return {
        "verified": len(good),
        "unverified": len(verifications) - len(good),
        "quotes_verified": len(quoted & good),
        "quotes_unverified": len(quoted - good),
    }
