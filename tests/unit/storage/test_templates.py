"""`template.yaml`: what a form asks for, and what is said of one that cannot be understood."""

from __future__ import annotations

import pytest

from briefing_tui.errors import FormatError
from briefing_tui.model.template import Core, Numbering, Template
from briefing_tui.storage import parse_template

WHOLE = """\
format: 1
title: Harbour note
about: for the harbour
pages: 3
paper: Letter
numbering: running
core: lead
parts: [issue, bottom-line, sections, sources]
fields:
- {id: issue, required: true, lines: 4, about: what it is about}
- {id: bottom-line, about: not always there}
sections: [background]
words:
  en: {issue: Issue, background: Background}
  en-US: {background: Backdrop}
"""


def parsed(text: str) -> Template:
    return parse_template(text, template_id="harbour", file="harbour/template.yaml")


def test_everything_is_read() -> None:
    template = parsed(WHOLE)
    assert (template.id, template.title, template.pages, template.paper) == ("harbour", "Harbour note", 3, "Letter")
    assert (template.numbering, template.core) == (Numbering.RUNNING, Core.LEAD)
    assert template.own_fields() == ("issue",)
    assert template.requires("issue")
    assert not template.requires("bottom-line")
    assert template.headed() == ("issue", "bottom-line", "sources")
    assert template.words_of("en-US") == {"issue": "Issue", "background": "Backdrop"}
    assert template.words_of("fr") == {}


def test_what_it_leaves_out_is_the_usual() -> None:
    template = parsed("format: 1\n")
    assert template.parts == Template("").parts
    assert template.requires("bottom-line")


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        ("pages: 3", "pages: three", "pages", "whole number"),
        ("pages: 3", "leaves: 3", "leaves", "has no 'leaves'"),
        ("paper: Letter", "paper: A3", "paper", "no paper 'A3'"),
        ("sections: [background]", "required: [addressee, issue]", "required[1]", "cannot be required here"),
        ("running", "roman", "numbering", "cannot be 'roman'"),
        ("bottom-line, sections", "bottom-line, bottom-line, sections", "parts[1]", "there twice"),
        ("sections: [background]", "required: [author, author]", "required[1]", "required twice"),
        ("sections, sources]", "sources]", "parts", "'sections' would be printed nowhere"),
        ("parts: [issue, ", "parts: [", "parts", "'issue' would be printed nowhere"),
        ("[issue, bottom-line", "[issue, chorus, bottom-line", "parts[1]", "no part 'chorus'"),
        ("{id: issue,", "{id: Issue!,", "id", "cannot be the id"),
        ("{id: issue,", "{id: sources,", "id", "cannot be the id"),
        ("{id: issue,", "{id: e1,", "id", "cannot be the id"),
        ("{id: issue,", "{id: title,", "id", "cannot be the id"),
        ("- {id: bottom-line,", "- {id: issue,", "id", "there twice"),
        ("required: true", "required: perhaps", "required", "true or false"),
        ("required: true", "requried: true", "requried", "has no 'requried'"),
        ("pages: 3", "pages: -3", "pages", "from 0 on"),
        ("pages: 3", "pages: [3]", "pages", "whole number"),
        ("lines: 4", "lines: few", "lines", "whole number"),
        ("sections: [background]", "sections: {background: yes}", "sections", "list"),
        ("- {id: issue, required: true, lines: 4, about: what it is about}", "- issue", "fields", "holds fields"),
        ("{issue: Issue,", '{unverified: " ",', "words.en.unverified", "no heading of this form"),
        ("{issue: Issue,", '{issue: "“We surrender”",', "words.en.issue", "quotation marks"),
        ("{issue: Issue,", """{issue: "''We surrender''",""", "words.en.issue", "quotation marks"),
        ("{issue: Issue,", '{issue: "Putin: ′We surrender’",', "words.en.issue", "quotation marks"),
        ("{issue: Issue,", '{issue: "<<We surrender>>",', "words.en.issue", "quotation marks"),
        ("{issue: Issue,", '{issue: "‘We surrender",', "words.en.issue", "quotation marks"),
        ("{issue: Issue,", '{issue: "— We surrender",', "words.en.issue", "speech by a dash"),
        ("{issue: Issue,", '{issue: "They surrendered.¹",', "words.en.issue", "call of a note"),
        ("en-US: {background: Backdrop}", "en-US: Backdrop", "en-US", "holds fields"),
    ],
)
def test_what_cannot_be_understood_is_named_with_its_line(old: str, new: str, field: str, message: str) -> None:
    assert old in WHOLE
    with pytest.raises(FormatError, match=message) as caught:
        parsed(WHOLE.replace(old, new))
    assert caught.value.file == "harbour/template.yaml"
    assert caught.value.line > 0
    assert field.partition("[")[0] in caught.value.field


@pytest.mark.parametrize("text", ["", " \n\n"])
def test_an_empty_file_is_no_form(text: str) -> None:
    with pytest.raises(FormatError, match="empty"):
        parsed(text)


def test_a_newer_format_is_refused() -> None:
    with pytest.raises(FormatError, match="newer"):
        parsed(WHOLE.replace("format: 1", "format: 9"))
