"""The rules of the checklist, each on a brief that breaks it and on one that does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from briefing_tui.checks import RULES, Subject, check, verify
from briefing_tui.model import (
    Alteration,
    AlterationKind,
    Article,
    Brief,
    Confidence,
    Item,
    ItemKind,
    Judgement,
    LayoutFacts,
    Metadata,
    Name,
    PartialDate,
    Problem,
    Section,
    Severity,
    Span,
    State,
    TextKind,
    take,
)

FULL = Article(
    "note",
    Metadata(title="A note", container_title="Notes", issued=PartialDate(2026, 11, 2)),
    "The line manages risk; it does not settle a dispute. It has worked so far.",
)
DIGEST = Article(
    "digest",
    Metadata(title="A digest", issued=PartialDate(2026, 10), text=TextKind.DIGEST),
    "Officials said that talks went on all the same.",
)
ARTICLES = {a.id: a for a in (FULL, DIGEST)}
E1 = replace(take(FULL, Span(0, 52)), id="e1")
E2 = replace(take(DIGEST, Span(0, 46)), id="e2")
LEFT_OUT = Alteration(AlterationKind.OMIT, Span(4, 7), "not")
GOOD = Brief(
    "b",
    title="A brief",
    date="2026-11-21",
    addressee="The Director",
    marking="TLP:CLEAR",
    bottom_line="It holds.",
    excerpts={"e1": E1, "e2": E2},
    judgements=(
        Judgement("j1", "It is likely that it holds.", "likely", Confidence("low", "Two short sources."), ("e1", "e2")),
    ),
    sections=(
        Section(
            "s1", "One", (Item("i1", ItemKind.QUOTE, "e1"), Item("i2", ItemKind.PARAPHRASE, "e2", text="Talks go on."))
        ),
    ),
)
LAST = (Item("i9", ItemKind.TEXT, text="It ends."),)


def rules(
    brief: Brief,
    *,
    articles: Mapping[str, Article] = ARTICLES,
    layout: LayoutFacts | None = None,
    page_limit: int = 0,
    unreadable: Mapping[str, Problem] | None = None,
    style_problem: Problem | None = None,
) -> dict[str, str]:
    """Rule ids with the places they name."""
    found = {e.id: verify(e, articles.get(e.article)) for e in brief.excerpts.values()}
    subject = Subject(
        brief,
        articles,
        found,
        layout,
        templates=("bluf",),
        languages=("en",),
        unreadable=unreadable or {},
        style_problem=style_problem,
        page_limit=page_limit,
    )
    return {f.rule: f.place for f in check(subject)}


def with_items(*items: Item) -> Brief:
    return replace(GOOD, sections=(Section("s1", "One", items),))


def with_judgement(**changes: object) -> Brief:
    return replace(GOOD, judgements=(replace(GOOD.judgements[0], **changes),))  # type: ignore[arg-type]


def text(words: str) -> Brief:
    return replace(GOOD, sections=(*GOOD.sections, Section("s2", "Two", (Item("i9", ItemKind.TEXT, text=words),))))


def test_a_good_brief_has_no_error_and_no_warning() -> None:
    assert set(rules(GOOD)) <= {"layout.not-checked", "source.missing"}


@pytest.mark.parametrize(
    ("rule", "brief", "place"),
    [
        ("form.title", replace(GOOD, title=" "), "title"),
        ("form.bottom-line", replace(GOOD, bottom_line=""), "bottom-line"),
        ("form.date", replace(GOOD, date="2026-02-30"), "date"),
        ("form.date", replace(GOOD, date=""), "date"),
        ("form.date", replace(GOOD, cut_off="yesterday"), "cut-off"),
        ("form.marking", replace(GOOD, marking="TLP:YELLOW"), "marking"),
        ("form.marking", replace(GOOD, marking="TLP: GREEN"), "marking"),
        ("form.template", replace(GOOD, template="poster"), "template"),
        ("form.unknown-language", replace(GOOD, language="xx"), "language"),
        ("form.language", replace(GOOD, language=""), "language"),
        ("form.language", replace(GOOD, language='en"><b>x'), "language"),
        ("form.addressee", replace(GOOD, addressee=""), "addressee"),
        ("form.unmarked", replace(GOOD, marking=""), "marking"),
        ("form.untitled-section", replace(GOOD, sections=(*GOOD.sections, Section("s2", "", LAST))), "s2"),
        ("form.untitled-section", replace(GOOD, sections=(*GOOD.sections, Section("s2", " ", LAST))), "s2"),
        ("form.untitled-section", replace(GOOD, sections=(*GOOD.sections, Section("s2", "\u2060\u3164", LAST))), "s2"),
        ("form.empty-section", replace(GOOD, sections=(*GOOD.sections, Section("s2", "Two"))), "s2"),
        ("judgement.scale", replace(GOOD, scale="mine"), "scale"),
        ("judgement.term", with_judgement(likelihood="quite likely"), "j1"),
        ("judgement.term", with_judgement(likelihood="very likely"), "j1"),
        ("judgement.empty", with_judgement(text=" "), "j1"),
        ("judgement.likelihood", with_judgement(likelihood=""), "j1"),
        ("judgement.confidence", with_judgement(confidence=Confidence()), "j1"),
        ("judgement.confidence", with_judgement(confidence=Confidence("high", "")), "j1"),
        ("judgement.evidence", with_judgement(for_=()), "j1"),
        ("judgement.mixed", with_judgement(text="We have high confidence that it is likely."), "j1"),
        ("judgement.mixed-reason", with_judgement(confidence=Confidence("high", "it is likely that two agree")), "j1"),
        ("judgement.both-ways", with_judgement(against=GOOD.judgements[0].for_[:1]), "j1"),
        ("excerpt.unknown", with_items(Item("i1", ItemKind.QUOTE, "e9")), "i1"),
        ("excerpt.unknown", with_judgement(for_=("e1", "e8")), "j1"),
        ("form.newer-format", replace(GOOD, newer_format=2), "format"),
        (
            "quotation.alterations",
            replace(GOOD, excerpts={"e1": replace(E1, alterations=(LEFT_OUT,)), "e2": E2}),
            "e1",
        ),
        (
            "quotation.parted",
            replace(
                GOOD,
                excerpts={"e1": replace(E1, exact="The line manages risk;\n\nit does not settle a dispute."), "e2": E2},
            ),
            "e1",
        ),
        ("excerpt.unused", replace(GOOD, sections=(), judgements=()), "e2"),
        ("excerpt.none-used", replace(GOOD, sections=(), judgements=()), ""),
        ("paraphrase.empty", with_items(Item("i2", ItemKind.PARAPHRASE, "e2", text=" ")), "i2"),
        ("quotation.digest", with_items(Item("i3", ItemKind.QUOTE, "e2")), "i3"),
        ("source.after-cut-off", replace(GOOD, cut_off="2026-11-01"), "e1"),
        ("source.stale", replace(GOOD, date="2028-11-01"), "e2"),
        ("judgement.single-source", with_judgement(for_=("e2",)), "j1"),
        ("judgement.vague", with_judgement(text="It may hold."), "j1"),
        ("judgement.scales", with_judgement(text="It is likely that it holds. It is very likely."), "j1"),
        ("judgement.percentage", with_judgement(text="It is likely (20 %) that it holds."), "j1"),
        ("judgement.percentage-near", with_judgement(text="It is likely to hold in May (20 %)."), "j1"),
        ("judgement.not-checked", replace(GOOD, language="xx"), "language"),
        ("own-words.quotation", text("He called it “a settled dispute”."), "i9"),
        ("own-words.quotation", text('He called it "a settled dispute".'), "i9"),
        ("own-words.quotation", text("He called it ‘a settled dispute’ again."), "i9"),
        ("own-words.quotation", text("Er nannte es „a settled dispute“."), "i9"),
        ("own-words.quotation", text("Il a dit « a settled dispute »."), "i9"),
        ("own-words.quotation", text("They said “talks went on all the same”."), "i9"),
        ("own-words.quotation", replace(GOOD, bottom_line="“Never again” holds."), "bottom-line"),
        ("own-words.unpaired", text("He called it “a dispute."), "i9"),
        ("own-words.unknown-cite", text("As shown [@e7]."), "i9"),
    ],
)
def test_each_rule_finds_what_breaks_it(rule: str, brief: Brief, place: str) -> None:
    assert rules(brief).get(rule) == place


@pytest.mark.parametrize(
    "words",
    [
        "It “manages risk; it does not settle a dispute” [@e1].",
        "It “manages\u00a0risk;  it does not\nsettle a dispute”.",
        "The line’s end, the states’ roles and the ’90s are only apostrophes.",
        "It's the ministers' and the Jews' own affair, they'd say.",
    ],
)
def test_rule_7_lets_pinned_words_and_apostrophes_through(words: str) -> None:
    assert "own-words.quotation" not in rules(text(words))


def test_rule_7_takes_a_reason_and_only_for_its_place() -> None:
    brief = text("The “special relationship” cooled.")
    vouched = {"place": "i9", "text": "special relationship", "reason": "a current term"}
    assert "own-words.quotation" not in rules(replace(brief, allowed_quotations=(vouched,)))
    assert "own-words.quotation" in rules(replace(brief, allowed_quotations=({**vouched, "place": "i2"},)))
    assert "own-words.quotation" in rules(replace(brief, allowed_quotations=({**vouched, "reason": " "},)))


def test_a_nested_pair_counts_with_the_outer_one() -> None:
    brief = text("She said “the ‘sons of the homeland’ come first”.")
    subject = Subject(brief, ARTICLES, {e.id: verify(e, ARTICLES[e.article]) for e in brief.excerpts.values()})
    (finding,) = (f for f in check(subject) if f.rule == "own-words.quotation")
    assert "“the ‘sons of the homeland’ come first”" in finding.message


@pytest.mark.parametrize("name", ["likelihood", "confidence", "evidence", "scales"])
def test_no_judgement_goes_out_without_what_it_rests_on(name: str) -> None:
    assert RULES[f"judgement.{name}"].severity is Severity.ERROR
    assert not RULES[f"judgement.{name}"].binding, "a house may weigh it otherwise"


def test_a_gone_article_and_a_changed_one_are_errors() -> None:
    gone_one = {"digest": DIGEST}
    assert rules(GOOD, articles=gone_one)["quotation.article-gone"] == "e1"
    unreadable = rules(GOOD, articles=gone_one, unreadable={"note": Problem("corpus/note.md", 3, "title", "is a list")})
    assert unreadable["quotation.article-unreadable"] == "e1"
    assert "quotation.article-gone" not in unreadable
    changed = Article("note", FULL.metadata, FULL.text.replace("manages", "managed"))
    assert rules(GOOD, articles={**ARTICLES, "note": changed})["quotation.altered"] == "e1"
    gone = Article("note", FULL.metadata, "Nothing of it is left.")
    assert rules(GOOD, articles={**ARTICLES, "note": gone})["quotation.vanished"] == "e1"
    moved = Article("note", FULL.metadata, "New.\n\n" + FULL.text)
    assert rules(GOOD, articles={**ARTICLES, "note": moved})["quotation.moved"] == "e1"


def test_a_source_without_a_date_is_said_once() -> None:
    undated = FULL.with_metadata(issued=None)
    found = check(Subject(GOOD, {**ARTICLES, "note": undated}, {}))
    said = [(f.rule, f.message) for f in found if f.place == "e1" and "date" in f.message]
    assert said == [("source.undated", "note has no date")]


def test_a_style_of_others_cannot_show_what_is_missing_or_inferred() -> None:
    bare = FULL.with_metadata(author=(), issued=None)
    doubtful = FULL.with_metadata(states={"issued": State.INFERRED})
    inferred = "states no author and has a date that is only inferred"
    for source, said in ((bare, "states no author and date"), (doubtful, inferred)):
        subject = Subject(replace(GOOD, style="styles/own.csl"), {**ARTICLES, "note": source}, {})
        found = [f.message for f in check(subject) if f.rule == "source.style-silent" and f.place == "e1"]
        assert found == [f"the style 'styles/own.csl' cannot show that note {said}"]
        assert not [f for f in check(replace(subject, brief=GOOD)) if f.rule == "source.style-silent"]


def test_what_is_missing_is_said_as_the_page_has_it() -> None:
    bare = FULL.with_metadata(title="", author=(), container_title="", publisher="")
    for source, said in (
        (bare, "no title and author stated; printed as missing; no outlet stated; left out"),
        (FULL.with_metadata(author=(Name(literal="Pier Post"),), container_title=""), "no outlet stated; left out"),
        (FULL, "no author stated; printed as missing"),
    ):
        found = check(Subject(GOOD, {**ARTICLES, "note": source}, {}))
        assert [f.message for f in found if f.rule == "source.missing" and f.place == "e1"] == [f"note: {said}"]


def test_a_month_counts_to_its_last_day_before_a_source_is_stale() -> None:
    assert "source.stale" not in rules(replace(GOOD, date="2028-10-31"))
    assert "source.stale" not in rules(replace(GOOD, date="soon"))


def test_inferred_metadata_is_a_warning() -> None:
    guessed = FULL.with_metadata(states={"issued": State.INFERRED})
    assert rules(GOOD, articles={**ARTICLES, "note": guessed})["source.inferred"] == "e1"


def test_a_style_that_cannot_be_used_is_an_error_with_its_place() -> None:
    problem = Problem("own.csl", 7, "", "not well-formed", "correct it there")
    assert rules(GOOD, style_problem=problem)["form.style"] == "style"
    (finding,) = (f for f in check(Subject(GOOD, ARTICLES, {}, style_problem=problem)) if f.rule == "form.style")
    assert (finding.message, finding.hint) == ("own.csl, line 7: not well-formed", "correct it there")


def test_errors_come_first_and_every_rule_has_a_title() -> None:
    found = {e.id: verify(e, None) for e in GOOD.excerpts.values()}
    severities = [f.severity.rank for f in check(Subject(GOOD, {}, found))]
    assert severities == sorted(severities)
    assert severities[0] == Severity.ERROR.rank
    assert all(rule.title.endswith(".") for rule in RULES.values())
