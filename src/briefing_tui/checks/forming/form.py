"""Rules on the form: what a briefing must say about itself."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import PartialDate, Section, Severity
from ...model.blank import is_blank
from ...model.language_tags import is_language_tag
from ...model.standards import TLP
from ..rules.registry import TRAFFIC_LIGHT, Hit, Subject, rule
from .markings import is_misspelt


@rule("form.title", Severity.ERROR)
def without_title(subject: Subject) -> Iterator[Hit]:
    """A briefing without a title.

    A document without a title cannot be filed, found or cited.
    """
    if is_blank(subject.brief.title):
        yield Hit("title", "the brief has no title", "give it one (i in the draft)")


@rule("form.bottom-line", Severity.ERROR)
def without_bottom_line(subject: Subject) -> Iterator[Hit]:
    """A briefing without its bottom line.

    Who reads nothing else reads this.
    """
    needed = subject.template is None or subject.template.requires("bottom-line")
    if needed and is_blank(subject.brief.bottom_line):
        yield Hit(
            "bottom-line", "the brief has no bottom line", "write what the reader must know first (e in the draft)"
        )


@rule("form.date", Severity.ERROR, binding=True)
def dates(subject: Subject) -> Iterator[Hit]:
    """A date that is missing or that no calendar has.

    It is printed on the cover, and the age of sources is counted from it.
    """
    if not subject.brief.date:
        yield Hit("date", "the brief has no date", "give it one, like 2026-11-21 (i in the draft)")
    for name, value in (("date", subject.brief.date), ("cut-off", subject.brief.cut_off)):
        try:
            exact = not value or PartialDate.parse(value).day > 0
        except ValueError:
            exact = False
        if not exact:
            yield Hit(name, f"'{value}' is not a day", "write it like 2026-11-21")


@rule("form.marking", Severity.ERROR, TRAFFIC_LIGHT)
def misspelt_marking(subject: Subject) -> Iterator[Hit]:
    """A Traffic Light Protocol marking that the protocol does not have (TLP 2.0), or what is nearly one.

    A misspelt marking binds nobody; the protocol knows these words alone.
    """
    marking = subject.brief.marking
    if is_misspelt(marking):
        hint = f"exactly one of: {', '.join(TLP)}; a marking of the house's own stands before it: OFFICIAL, TLP:GREEN"
        yield Hit("marking", f"'{marking}' is no TLP 2.0 marking", hint)


@rule("form.template", Severity.ERROR, binding=True)
def unknown_template(subject: Subject) -> Iterator[Hit]:
    """A form that there is not, or that cannot be used.

    Without its form the document cannot be laid out as the house wants it.
    """
    if subject.templates and subject.brief.template not in subject.templates:
        known = ", ".join(sorted(subject.templates))
        yield Hit("template", f"there is no form '{subject.brief.template}'", f"one of: {known}")
    elif problem := subject.template_problem:
        where = ", ".join(filter(None, (problem.file, f"line {problem.line}" * bool(problem.line), problem.field)))
        yield Hit("template", ": ".join(filter(None, (where, problem.message))), problem.hint)


@rule("form.language", Severity.ERROR, binding=True)
def no_language(subject: Subject) -> Iterator[Hit]:
    """What is no tag of a language (BCP 47).

    A screen reader could not tell how the document is to be spoken.
    """
    language = subject.brief.language
    if not is_language_tag(language):
        yield Hit("language", f"'{language}' is no tag of a language: a draft is set as en-GB", "write it like en-GB")


@rule("form.unknown-language", Severity.ERROR)
def unknown_language(subject: Subject) -> Iterator[Hit]:
    """A language whose fixed words the program does not have.

    Labels and dates would be in another language than the text; who wants that says so with a reason.
    """
    language = subject.brief.language
    known = not subject.languages or language.partition("-")[0].casefold() in subject.languages
    if is_language_tag(language) and not known:
        named = ((code, subject.words.get(f"language-{code}", "")) for code in sorted(subject.languages))
        hint = "one of: " + ", ".join(f"{code} ({name})" if name else code for code, name in named)
        message = f"there are no labels and dates in the language '{language}', which would be printed in English"
        yield Hit("language", message, hint + "; with a country too, like en-GB")


@rule("form.annex", Severity.ERROR)
def unknown_annex(subject: Subject) -> Iterator[Hit]:
    """Anything but yes or no for the annex.

    It would be left to the form whether every passage is shown in its context.
    """
    if subject.brief.annex not in ("", "yes", "no"):
        yield Hit("annex", f"'{subject.brief.annex}' says neither yes nor no", "yes, no, or nothing: as the form says")


@rule("form.statement", Severity.ERROR)
def unknown_statement(subject: Subject) -> Iterator[Hit]:
    """Anything but yes or no for the summary of the sources.

    It would be left to the form whether the sources are summed up and described.
    """
    if (said := subject.brief.statement) not in ("", "yes", "no"):
        yield Hit("statement", f"'{said}' says neither yes nor no", "yes, no, or nothing: as the form says")


@rule("form.style", Severity.ERROR, binding=True)
def unusable_style(subject: Subject) -> Iterator[Hit]:
    """A citation style that there is not, or that cannot be used.

    Without its style no note can be written.
    """
    problem = subject.style_problem
    if problem:
        yield Hit("style", ": ".join(filter(None, (problem.place, problem.message))), problem.hint)


@rule("form.style-words", Severity.WARNING)
def style_words(subject: Subject) -> Iterator[Hit]:
    """A citation style of one's own that prints words of its own that name, date or claim something.

    A name, an outlet, a date or a claim in it ('denied by the source') would stand in each note as if it were the
    source's. Words that ordinary styles print are none: 'in', 'accessed', 'p.'.
    """
    if subject.style_words:
        said = ", ".join(f"“{words}”" for words in subject.style_words)
        yield Hit(
            "style", f"the citation style prints words of its own: {said}", "see that they say nothing of a source"
        )


@rule("form.newer-format", Severity.ERROR, binding=True)
def newer_format(subject: Subject) -> Iterator[Hit]:
    """A brief that a newer version of the program made.

    What this program does not know would be lost without a word.
    """
    number = subject.brief.newer_format
    if number:
        yield Hit(
            "format",
            f"a newer version made this brief (format {number}): what this program does not know would not be printed",
            "update the program; the file is left as it is",
        )


@rule("form.addressee", Severity.WARNING)
def without_addressee(subject: Subject) -> Iterator[Hit]:
    """A briefing that is addressed to nobody.

    Who decides on it determines what must be in it.
    """
    if is_blank(subject.brief.addressee) and not _is_required(subject, "addressee"):
        yield Hit("addressee", "the brief is addressed to nobody", "say whom it is for (i in the draft)")


@rule("form.unmarked", Severity.WARNING)
def without_marking(subject: Subject) -> Iterator[Hit]:
    """A briefing without a marking.

    Without a marking nobody knows to whom it may be passed on.
    """
    if is_blank(subject.brief.marking) and not _is_required(subject, "marking"):
        yield Hit("marking", "the brief has no marking", "give it one, such as TLP:AMBER (i in the draft)")


@rule("form.empty-section", Severity.WARNING)
def empty_sections(subject: Subject) -> Iterator[Hit]:
    """A section without items.

    A heading alone promises what is not there.
    """
    for n, section in enumerate(subject.brief.sections):
        after = subject.brief.sections[n + 1 : n + 2]
        if _is_asked_for(subject, section):
            continue
        if not section.items and not any(s.level > section.level for s in after):
            called = f"the section “{section.title}”" if not is_blank(section.title) else f"section {n + 1}"
            yield Hit(section.id, f"{called} is empty", "fill it, or delete it (d in the draft)")


@rule("form.untitled-section", Severity.WARNING)
def untitled_sections(subject: Subject) -> Iterator[Hit]:
    """A section without a title, or with one of which nothing is seen.

    Its paragraphs would follow on those of the section before it.
    """
    for n, section in enumerate(subject.brief.sections, 1):
        if is_blank(section.title):
            yield Hit(section.id, f"section {n} has no title", "give it one (e in the draft), or move what is in it")


def _is_asked_for(subject: Subject, section: Section) -> bool:
    """Whether the form asks for a section, which must then not be empty by another rule."""
    asked = subject.template.sections if subject.template else ()
    return any(section.is_called(subject.label(key)) for key in asked)


def _is_required(subject: Subject, name: str) -> bool:
    """Whether the form requires a field itself, which is an error of its own."""
    return subject.template is not None and name in subject.template.required
