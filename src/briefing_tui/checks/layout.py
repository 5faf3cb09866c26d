"""Rules on the laid-out pages: what only layout can tell."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Severity
from .registry import Hit, Subject, rule


@rule("layout.not-checked", Severity.NOTE)
def not_checked(subject: Subject) -> Iterator[Hit]:
    """The brief has not been laid out, so these rules could not be applied."""
    if subject.layout is None:
        yield Hit("", "length, late footnotes and missing characters are not checked yet", "compiling checks them")


@rule("layout.lost-text", Severity.ERROR)
def lost_text(subject: Subject) -> Iterator[Hit]:
    """A text of the brief that is not on the pages, or not all of it."""
    for place, what in subject.layout.lost if subject.layout else ():
        yield Hit(place, f"the pages lack text of {what}", "shorten it or its notes, and report this")


@rule("layout.missing-glyphs", Severity.ERROR)
def missing_glyphs(subject: Subject) -> Iterator[Hit]:
    """Characters that no installed font has."""
    if subject.layout and subject.layout.missing_glyphs:
        yield Hit(
            "",
            f"no font has {' '.join(subject.layout.missing_glyphs)}",
            "install a font with these characters (fonts-noto-core, fonts-noto-cjk), or take them out",
        )


@rule("layout.no-locator", Severity.ERROR)
def without_locator(subject: Subject) -> Iterator[Hit]:
    """A note that does not say where in the source a passage stands, nor that a ¶ is one of our digest (rule 8)."""
    for excerpt_id in subject.layout.unplaced if subject.layout else ():
        yield Hit(
            excerpt_id,
            f"the note of {excerpt_id} lacks its ¶: the style '{subject.brief.style}' prints no locator there",
            "use a style whose notes have a locator, first and later ones alike",
        )


@rule("layout.no-sources", Severity.WARNING)
def without_sources(subject: Subject) -> Iterator[Hit]:
    """A citation style that makes no list of sources."""
    if subject.layout and subject.layout.unlisted:
        hint = "use a style with a bibliography, if the reader is to have one"
        yield Hit("style", f"the style '{subject.brief.style}' makes no list of sources", hint)


@rule("layout.late-note", Severity.WARNING)
def late_notes(subject: Subject) -> Iterator[Hit]:
    """A note that stands on a later page than its call."""
    for excerpt_id in subject.layout.late_notes if subject.layout else ():
        yield Hit(excerpt_id, f"the note of {excerpt_id} is on another page than its call")


@rule("layout.pages", Severity.WARNING)
def too_long(subject: Subject) -> Iterator[Hit]:
    """More pages than the house allows."""
    limit = subject.page_limit
    if subject.layout and limit and subject.layout.pages > limit:
        length = subject.layout.pages - 1 + subject.layout.fill
        yield Hit(
            "", f"{length:.1f} pages, and {limit} are allowed", "cut; the setting `pages` says how many there may be"
        )
