"""Rules on the laid-out pages: what only layout can tell."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Severity
from ...model.length import lines_on_last_page, tenths, words_over
from ..rules.registry import Hit, Subject, contract, rule
from .glyphs import by_place, remedy, shown

NEARLY_EMPTY = 0.25
"""How far a last page is filled at least that looks like one."""


@rule("layout.not-checked", Severity.NOTE, binding=True)
def not_checked(subject: Subject) -> Iterator[Hit]:
    """The brief has not been laid out, so these rules could not be applied.

    Only the laid-out pages show these; a final briefing is always laid out first.
    """
    if subject.layout is None:
        yield Hit("", "length, late footnotes and missing characters are not checked yet", "compiling checks them")


@rule("layout.lost-text", Severity.ERROR, binding=True)
def lost_text(subject: Subject) -> Iterator[Hit]:
    """A text of the brief that is not on the pages, or not all of it.

    What was written must stand on the pages, whole.
    """
    hint = "shorten it or its notes, and report this"
    if subject.own_form:
        hint = "look at what the form's style sheet hides, sets far smaller or paler, runs together, or lays over it"
    for place, what in subject.layout.lost if subject.layout else ():
        yield Hit(place, f"the pages lack text of {what}", hint)


@rule("layout.outside", Severity.ERROR, binding=True)
def outside(subject: Subject) -> Iterator[Hit]:
    """Text outside of its page, as a table of the house's that is wider than the paper; a running line among the text.

    What is beyond the edge is not printed; what stands among other words is read with them.
    """
    for place, what, page in subject.layout.outside if subject.layout else ():
        yield Hit(
            place,
            f"{what} stands outside of its place on page {page}",
            "make it narrower, or look at the form's style sheet",
        )


@rule("layout.painted-over", Severity.ERROR, binding=True)
def painted_over(subject: Subject) -> Iterator[Hit]:
    """Words with something painted over them, as a running title that reaches below the marking.

    What lies below other words is not read, and takes from what lies above.
    """
    for words, page in subject.layout.crossed if subject.layout else ():
        hint = "shorten it, or look at the form's style sheet"
        yield Hit("template", f"something is painted over “{words}” on page {page}", hint)


@rule("layout.note-call", Severity.ERROR, binding=True)
def calls_like_words(subject: Subject) -> Iterator[Hit]:
    """The call of a note that looks like the words around it, neither raised nor clearly smaller.

    The call of note 4 behind “20” would be read as 204.
    """
    for number, page in subject.layout.alike if subject.layout else ():
        hint = "have the form's style sheet raise it (`vertical-align: super`), or set it at three quarters or less"
        yield Hit("template", f"the call of note {number} on page {page} looks like the words beside it", hint)


@rule("layout.heading-alone", Severity.WARNING)
def alone(subject: Subject) -> Iterator[Hit]:
    """A heading, a caption or a line that leads to something, at the foot of a page and parted from it.

    A reader turns the page without knowing to what.
    """
    for words, page in subject.layout.alone if subject.layout else ():
        hint = "cut or add a line before it, or look at the form's style sheet"
        yield Hit("", f"“{words}” stands last on page {page}: what it leads to is on the next one", hint)


@rule("layout.missing-face", Severity.ERROR, binding=True)
def missing_faces(subject: Subject) -> Iterator[Hit]:
    """A font that the form is set in and that is not installed.

    A draft is set in the fonts of the program instead; its pages break elsewhere.
    """
    for face, install in subject.layout.missing_faces if subject.layout else ():
        yield Hit("template", f"the font '{face}' is not installed: a draft has others in its place", install)


@rule("layout.unread", Severity.ERROR, binding=True)
def unread(subject: Subject) -> Iterator[Hit]:
    """A picture or a font of the form that cannot be read.

    A draft is made without it; there is no final briefing.
    """
    for told in subject.layout.unread if subject.layout else ():
        yield Hit("template", told, "look at the pictures and fonts in the form's folder; save that one anew")


@rule("layout.missing-glyphs", Severity.ERROR, binding=True)
def missing_glyphs(subject: Subject) -> Iterator[Hit]:
    """Characters that no installed font has.

    They would be printed as boxes, or left out where they are not assigned and invisible.
    """
    absent = subject.layout.missing_glyphs if subject.layout else ""
    for place, characters in by_place(subject.brief, subject.articles, absent):
        yield Hit(place, f"no font has {' '.join(map(shown, characters))}", remedy(characters))


@rule("layout.no-locator", Severity.ERROR, contract(8), binding=True)
def without_locator(subject: Subject) -> Iterator[Hit]:
    """A note that does not say where in the source a passage stands, nor that a ¶ is one of our digest (rule 8).

    A quotation that cannot be found in its source cannot be checked.
    """
    for excerpt_id in subject.layout.unplaced if subject.layout else ():
        yield Hit(
            excerpt_id,
            f"the note of {excerpt_id} lacks its ¶: the style '{subject.brief.style}' prints no locator there",
            "use a style whose notes have a locator, first and later ones alike",
        )


@rule("layout.style", Severity.ERROR, binding=True)
def failing_style(subject: Subject) -> Iterator[Hit]:
    """A citation style that fails on the sources of the brief.

    Without its style no note can be written; a draft is made in the usual one.
    """
    if subject.layout and subject.layout.style_failure:
        yield Hit(
            "style",
            f"'{subject.brief.style}' cannot be used: {subject.layout.style_failure}",
            "look whether it says how a note reads for every source; the draft has the usual style",
        )


@rule("layout.no-sources", Severity.WARNING)
def without_sources(subject: Subject) -> Iterator[Hit]:
    """A citation style that makes no list of sources.

    A reader would find notes and nothing that lists what they cite.
    """
    if subject.layout and subject.layout.unlisted:
        hint = "use a style with a bibliography, if the reader is to have one"
        yield Hit("style", f"the style '{subject.brief.style}' makes no list of sources", hint)


@rule("layout.late-note", Severity.WARNING)
def late_notes(subject: Subject) -> Iterator[Hit]:
    """A note that stands on a later page than its call.

    A reader looks for a note at the foot of the page that calls it.
    """
    for excerpt_id in subject.layout.late_notes if subject.layout else ():
        yield Hit(excerpt_id, f"the note of {excerpt_id} is on another page than its call")


@rule("layout.pages", Severity.WARNING)
def too_long(subject: Subject) -> Iterator[Hit]:
    """More pages than the house or the form allows; an annex does not count.

    What is too long is not read to its end.
    """
    limit, layout = subject.page_limit, subject.layout
    if layout and limit and layout.length > limit:
        hint = "take out what the reader can do without; the setting `pages` says how many there may be"
        yield Hit("", f"page {tenths(layout.length)} of {limit}: cut about {words_over(layout, limit)} words", hint)


@rule("layout.last-page", Severity.NOTE)
def nearly_empty(subject: Subject) -> Iterator[Hit]:
    """A last page before the annex with less than a quarter of it filled, in a brief that keeps to its pages.

    A sheet for a few lines looks as if something were missing, and a little less text does without it.
    """
    layout, limit = subject.layout, subject.page_limit
    if not layout or len(layout.fills) < 2 or layout.fills[-1] >= NEARLY_EMPTY or 0 < limit < layout.length:
        return
    lines, words = lines_on_last_page(layout), words_over(layout, len(layout.fills) - 1)
    said = f"the last page holds about {lines} line{'s' * (lines != 1)}"
    yield Hit("", f"{said}: cut about {words} words to do without it", "or say there what the reader still needs")
