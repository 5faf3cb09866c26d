"""Rules on the form: what a briefing must say about itself."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import PartialDate, Severity
from ..model.standards import TLP
from .registry import Hit, Subject, rule


@rule("form.title", Severity.ERROR)
def without_title(subject: Subject) -> Iterator[Hit]:
    """A briefing without a title."""
    if not subject.brief.title.strip():
        yield Hit("title", "the brief has no title", "give it one (i)")


@rule("form.bottom-line", Severity.ERROR)
def without_bottom_line(subject: Subject) -> Iterator[Hit]:
    """A briefing without its bottom line."""
    if not subject.brief.bottom_line.strip():
        yield Hit("bottom-line", "the brief has no bottom line", "write what the reader must know first (i)")


@rule("form.date", Severity.ERROR)
def dates(subject: Subject) -> Iterator[Hit]:
    """A date that is missing or that no calendar has."""
    if not subject.brief.date:
        yield Hit("date", "the brief has no date", "give it one, like 2026-11-21 (i)")
    for name, value in (("date", subject.brief.date), ("cut-off", subject.brief.cut_off)):
        try:
            exact = not value or PartialDate.parse(value).day > 0
        except ValueError:
            exact = False
        if not exact:
            yield Hit(name, f"'{value}' is not a day", "write it like 2026-11-21")


@rule("form.marking", Severity.ERROR)
def misspelt_marking(subject: Subject) -> Iterator[Hit]:
    """A Traffic Light Protocol marking that the protocol does not have (TLP 2.0)."""
    marking = subject.brief.marking
    if marking.casefold().replace(" ", "").startswith("tlp") and marking not in TLP:
        yield Hit("marking", f"'{marking}' is no TLP 2.0 marking", "exactly one of: " + ", ".join(TLP))


@rule("form.template", Severity.ERROR)
def unknown_template(subject: Subject) -> Iterator[Hit]:
    """A form that there is not."""
    if subject.templates and subject.brief.template not in subject.templates:
        known = ", ".join(sorted(subject.templates))
        yield Hit("template", f"there is no form '{subject.brief.template}'", f"one of: {known}")


@rule("form.language", Severity.WARNING)
def unknown_language(subject: Subject) -> Iterator[Hit]:
    """A language whose fixed words the program does not have."""
    language = subject.brief.language
    if subject.languages and language.partition("-")[0].casefold() not in subject.languages:
        known = ", ".join(sorted(subject.languages))
        yield Hit(
            "language", f"no words for the language '{language}': labels and dates are English", f"known: {known}"
        )


@rule("form.style", Severity.ERROR)
def unusable_style(subject: Subject) -> Iterator[Hit]:
    """A citation style that there is not, or that cannot be used."""
    problem = subject.style_problem
    if problem:
        yield Hit("style", ": ".join(filter(None, (problem.place, problem.message))), problem.hint)
    elif subject.layout and subject.layout.style_failure:
        yield Hit(
            "style",
            f"'{subject.brief.style}' cannot be used: {subject.layout.style_failure}",
            "look whether it says how a note reads for every source; the draft has the usual style",
        )


@rule("form.newer-format", Severity.ERROR)
def newer_format(subject: Subject) -> Iterator[Hit]:
    """A brief that a newer version of the program made."""
    number = subject.brief.newer_format
    if number:
        yield Hit(
            "format",
            f"a newer version made this brief (format {number}): what this program does not know would not be printed",
            "update the program; the file is left as it is",
        )


@rule("form.addressee", Severity.WARNING)
def without_addressee(subject: Subject) -> Iterator[Hit]:
    """A briefing that is addressed to nobody."""
    if not subject.brief.addressee.strip():
        yield Hit("addressee", "the brief is addressed to nobody", "say whom it is for (i)")


@rule("form.unmarked", Severity.WARNING)
def without_marking(subject: Subject) -> Iterator[Hit]:
    """A briefing without a marking."""
    if not subject.brief.marking.strip():
        yield Hit("marking", "the brief has no marking", "give it one, such as TLP:AMBER (i)")


@rule("form.empty-section", Severity.WARNING)
def empty_sections(subject: Subject) -> Iterator[Hit]:
    """A section without items."""
    for n, section in enumerate(subject.brief.sections):
        after = subject.brief.sections[n + 1 : n + 2]
        if not section.items and not any(s.level > section.level for s in after):
            yield Hit(section.id, f"the section “{section.title}” is empty", "fill it, or delete it (d)")
