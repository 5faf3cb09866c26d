"""What any rule finds leads somewhere: an entry, a field, a source, or the brief as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from briefing_tui.checks import RULES, Subject, checklist, verify
from briefing_tui.model import (
    Alteration,
    AlterationKind,
    Article,
    Brief,
    Confidence,
    ContextChoice,
    Evidence,
    Excerpt,
    Item,
    ItemKind,
    Judgement,
    LayoutFacts,
    Metadata,
    Name,
    PartialDate,
    Problem,
    Section,
    Span,
    Speaker,
    State,
    Suppression,
    TextKind,
    take,
)
from briefing_tui.model.brief_fields import FIELDS
from briefing_tui.model.template import Template, TemplateField
from briefing_tui.workspace.drafting.finding_places import Goal, goal_of

HEAPED = "\u0333" * 12
WORDS = "The line manages risk. “It will not last,” Anna Berg told reporters. Nobody else spoke there, they say."
FULL = Article(
    "full",
    Metadata(
        title="A piece", author=(Name(family="Stein"),), container_title="Herald", issued=PartialDate(2027),
        language="en", genre="op-ed", states={"issued": State.INFERRED},
    ),
    WORDS,
)  # fmt: skip
DIGEST = Article("digest", Metadata(text=TextKind.DIGEST, container_title="The Herald"), "Talks went on all the same.")
OLD = Article(
    "old",
    Metadata(
        title="Old", issued=PartialDate(1999), container_title="Other", language="a dialect",
        custom_extra={"admiralty": "Z9"},
    ),
    "It was so long ago then.",
)  # fmt: skip
LONG = Article(
    "long", Metadata(title="Long", issued=PartialDate(2025), publisher="Said: “We go”"), "They talked on " * 60
)
CUT = Article("cut", Metadata(title="Cut", issued=PartialDate(2025)), "Unlikely l'accord is.")
SIGN = Article("sign", Metadata(title="Sign", issued=PartialDate(2025)), "He said ## never go.")
TURNED = f"They paid.⁵ The{HEAPED} \u202erest left."
RAISED = Article("raised", Metadata(title="Raised", issued=PartialDate(2025)), TURNED)
TOLD = Article(
    "told",
    Metadata(title="Told", issued=PartialDate(2025), language="en"),
    "Anna Berg told us that the ice will hold. They call it “the iron ice” there (now).",
)
ARTICLES = {a.id: a for a in (FULL, DIGEST, OLD, LONG, CUT, SIGN, RAISED, TOLD)}


def excerpt(number: int, article: Article, start: int, end: int, **changes: Any) -> Excerpt:
    return replace(take(article, Span(start, end), excerpt_id=f"e{number}"), **changes)


def at(words: str) -> tuple[int, int]:
    start = WORDS.index(words)
    return start, start + len(words)


FIT = (
    Alteration(AlterationKind.INSERT, Span(3, 7), "will", "as he told us in the room that day"),
    Alteration(AlterationKind.OMIT, Span(8, 11), "not"),
)
HEARD = Speaker("Anna Berg", evidence=(Evidence(Span(0, 9), "Said Berg"),))
EXCERPTS = (
    excerpt(1, FULL, *at("The line manages risk")),
    excerpt(2, DIGEST, 0, 10),
    excerpt(3, OLD, 0, 10, alterations=(Alteration(AlterationKind.OMIT, Span(0, 2), "no"),)),
    excerpt(4, FULL, *at("It will not last"), speaker=Speaker("Clara Wolf"), alterations=FIT),
    excerpt(5, FULL, *at("It will not last"), speaker=HEARD),
    excerpt(6, FULL, *at("It will not last")),
    excerpt(7, replace(OLD, id="gone"), 0, 9, context=ContextChoice(dismissed=("negation",))),
    excerpt(8, replace(OLD, id="broken"), 0, 9),
    excerpt(9, replace(OLD, text="It was not so at all then."), 0, 18),
    excerpt(10, replace(OLD, text="Something of quite another kind."), 0, 32),
    excerpt(11, replace(OLD, text=f"Before. {OLD.text}"), 8, 23),
    excerpt(12, OLD, 3, 9),
    excerpt(13, LONG, 0, 899),
    excerpt(14, CUT, 2, 8),
    excerpt(15, CUT, 11, 18),
    excerpt(16, SIGN, 8, 16),
    excerpt(17, RAISED, 0, len(RAISED.text)),
    excerpt(18, TOLD, 23, 40),
    excerpt(19, TOLD, 47, 64),
    excerpt(20, TOLD, 70, 80),
)  # fmt: skip
BAD = Brief(
    "b",
    scale="phia",
    date="2026-02-30",
    cut_off="2026-01-01",
    annex="perhaps",
    statement="perhaps",
    marking="TLP:PINK",
    language="xx",
    template="poster",
    style="none",
    title=" ",
    bottom_line="It is unlikely (80 %). It is unlikely to hold its seats (80 %).",
    newer_format=9,
    author="'Ujaymi desk",
    reference="Al-Rabi', 7",
    excerpts={e.id: e for e in EXCERPTS},
    judgements=(
        Judgement("j1", "It may hold.", for_=("e1", "e2", "e99")),
        Judgement("j2", "It is very likely. We have high confidence that it is likely.", "often", Confidence("high")),
        Judgement("j3", " ", for_=("e2", "e1", "e3"), against=("e3",)),
        Judgement("j4", "It ends.", "likely", Confidence("high", "it is likely that it ends"), ("e1",)),
    ),
    sections=(
        Section(
            "s1",
            "One",
            (
                Item("i1", ItemKind.PARAPHRASE, "e1", text="The line works."),
                Item("i2", ItemKind.QUOTE, "e2"),
                Item("i3", ItemKind.TEXT, text=" "),
                Item("i5", ItemKind.QUOTE, "e13", text="Lost.", extra={"nott": "Lost.", "ours": "Kept."}),
                Item("i4", ItemKind.TEXT, text="# He said “never” and “so [@e77]. See [@e3; p. 4] and [@e11]."),
                Item("i23", ItemKind.TEXT, core="He said: 'we go", text="home at once' and left."),
                Item("i22", ItemKind.TEXT, text="“?” is what he said of \u200f“it”."),
                *(Item(f"i{n}", ItemKind.QUOTE, f"e{n - 6}") for n in (*range(9, 17), 20, 21)),
                Item("i24", ItemKind.QUOTE, "e16"),
                Item("i28", ItemKind.QUOTE, "e18"),
                Item("i29", ItemKind.QUOTE, "e19"),
                Item("i31", ItemKind.QUOTE, "e20"),
                Item("i25", ItemKind.QUOTE, "e17", note="as before; 4 Anna Berg, A speech, 2025, p. 3"),
                Item("i26", ItemKind.TEXT, text="— We are going home, — he said, — and at once."),
                Item("i27", ItemKind.TEXT, text=f"It was a mistake.² Ye{HEAPED}s. It was \x07kept (2)."),
            ),
        ),
        Section("s2", "Two"),
        Section("s3", "\u2060", (Item("i30", ItemKind.TEXT, text="It ends."),)),
    ),
    suppressed=(Suppression("judgement.vague", "j9", "Why not."), Suppression("judgement.vague", "j1", "")),
)
FORM = Template("memo", fields=(TemplateField("issue", required=True, lines=2),), parts=("issue",), sections=("next",))
PAGES = LayoutFacts(
    pages=5, fill=0.5, notes_called=3, notes_placed=2, late_notes=("e1",), missing_glyphs="☃",
    lost=(("i1", "paragraph 1"), ("j1", "judgement"), ("bottom-line", "it"), ("s1", "a title")), unplaced=("e2",),
    outside=(("template", "“a table”", 2),), unlisted=True, crossed=(("a title", 2),), alone=(("One", 2),),
    alike=(("4", 2),), missing_faces=(("Ours", "install it"),), unread=("a font",),
    style_failure="it hangs", lines={"issue": 9},
)  # fmt: skip


def subjects() -> Iterator[Subject]:
    """Subjects in which, together, each rule finds something."""
    found = {e.id: verify(e, ARTICLES.get(e.article)) for e in EXCERPTS}
    usual = Subject(
        BAD,
        ARTICLES,
        found,
        unreadable={"broken": Problem("corpus/broken.md", 1, "", "no")},
        style_problem=Problem("", 0, "", "no such style"),
        style_words=("Vladimir Putin",),
        templates=("bluf",),
        languages=("en",),
        page_limit=2,
        themes=("Where “we surrender”",),
    )
    yield usual
    fine = replace(BAD, date="2026-11-21", language="en-GB", marking="", template="memo", style="briefing-note")
    formed = replace(
        usual, template=FORM, templates=("memo",), unworded=("issue",), own_form=True, own_fonts=("a.ttf",)
    )
    yield replace(formed, brief=fine, layout=PAGES)
    yield replace(formed, brief=fine, layout=replace(PAGES, pages=2, fills=(1.0, 0.1)), page_limit=0)
    yield replace(usual, brief=replace(fine, scale="mine", bottom_line="", language="../en"))
    yield replace(usual, brief=replace(fine, bottom_line="It holds.", fields={}, judgements=(), sections=()))


def findings() -> list[tuple[Brief, str, str]]:
    return [(s.brief, f.rule, f.place) for s in subjects() for f in checklist(s).findings]


def test_each_rule_finds_something_here() -> None:
    found = {rule for _, rule, _ in findings()}
    assert set(RULES) - found == set(), "a new rule needs something that breaks it in one of these subjects"


def test_whatever_is_found_leads_to_its_place() -> None:
    fields = [*FIELDS, "issue"]
    for brief, rule, place in findings():
        goal, key = goal_of(brief, place, fields)
        if goal is Goal.BRIEF:
            assert place in ("", "format") or rule.startswith("suppression."), f"{rule} at {place} leads nowhere"
        else:
            assert key


@pytest.mark.parametrize(
    ("place", "goal"),
    [
        ("e1", (Goal.ENTRY, "i1")),
        ("e11", (Goal.ENTRY, "i4")),
        ("e12", (Goal.SOURCE, "e12")),
        ("j2", (Goal.ENTRY, "j2")),
        ("s2", (Goal.ENTRY, "s2")),
        ("bottom-line", (Goal.ENTRY, "bottom-line")),
        ("cut-off", (Goal.FIELD, "cut-off")),
        ("issue", (Goal.FIELD, "issue")),
        ("", (Goal.BRIEF, "")),
        ("j9", (Goal.BRIEF, "")),
    ],
)
def test_where_a_place_is(place: str, goal: tuple[Goal, str]) -> None:
    assert goal_of(BAD, place, [*FIELDS, "issue"]) == goal
