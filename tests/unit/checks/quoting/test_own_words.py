"""Rule 7 in every form of quotation marks and in every field that is printed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.checks import Subject, check, verify
from briefing_tui.citations import Text
from briefing_tui.compile.document.own_text import inlines
from briefing_tui.model import (
    Article,
    Brief,
    Confidence,
    Finding,
    Item,
    ItemKind,
    Judgement,
    Metadata,
    Section,
    Span,
    Speaker,
    take,
)
from briefing_tui.model.own_text import paragraphs
from briefing_tui.model.signs.quotation_marks import quotation_marks

NOTE = Article("note", Metadata(title="A note"), "The line manages risk; it does not settle a dispute.")
E1 = replace(take(NOTE, Span(0, 52)), id="e1")
GOOD = Brief(
    "b",
    title="T",
    date="2026-11-21",
    addressee="X",
    marking="Y",
    bottom_line="B.",
    excerpts={"e1": E1},
    judgements=(Judgement("j1", "It holds.", "likely", Confidence("low", "One source."), ("e1",)),),
    sections=(Section("s1", "One", (Item("i1", ItemKind.QUOTE, "e1"),)),),
)


def errors(brief: Brief) -> set[tuple[str, str]]:
    return {(f.rule, f.place) for f in findings(brief)}


def findings(brief: Brief) -> list[Finding]:
    found = {e.id: verify(e, NOTE) for e in brief.excerpts.values()}
    return [f for f in check(Subject(brief, {"note": NOTE}, found)) if f.severity == "error"]


def text(words: str) -> Brief:
    return replace(GOOD, sections=(*GOOD.sections, Section("s2", "Two", (Item("i9", ItemKind.TEXT, text=words),))))


@pytest.mark.parametrize(
    "words",
    [
        "”made up here”", "»made up here«", "»made up here»", "‹made up here›", "›made up here‹", "‚made up here‘",
        "’made up here’", "''made up here''", "``made up here''", "‘‘made up here’’", "„made up here‟",
        "„made up here“",
        "『made up here』", "「made up here」", "＂made up here＂", "″made up here″", "' made up here '",
        "`made up here'",
        "〝made up here〞", "so‘made up here’", "“made “up” here”", r"\"made up here\"", "“made [@e1] up here”",
        "“made up\n\n“here too”", "„made up here”",
        "״made up here״", "❝made up here❞", "❛made up here❜", "❠made up here❞", "｢made up here｣", "〈made up here〉",
        "《made up here》", "⟪made up here⟫", "﹁made up here﹂",
        "﹃made up here﹄", "＇made up here＇", "说＇编造＇的",
        "‛made up here’", "ʻmade up hereʼ", "ʼmade up hereʼ", "ʺmade up hereʺ", "˝made up here˝", "‶made up here″",
        "′made up here′", "′′made up here′′", "‵made up here′", "׳made up here׳", "❮made up here❯", "🙶made up here🙷",
        "¨made up here¨", "<<made up here>>", "<‹made up here>>", "‹‹made up here››",
        "⸂made up here⸃", "´made up here´",
        "ˮmade up hereˮ", "⹂made up here”", "❰made up here❱", "＇＇made up here＇＇",
        'in (2019"made up words of 2020")', "in 2019″made up″", 'of 2019"I made it up"', '"he: צה"ל made up"',
    ],
)  # fmt: skip
def test_no_form_of_marks_gets_words_through_that_nobody_pinned(words: str) -> None:
    assert errors(text(f"He said {words} again.")) & {("own-words.quotation", "i9"), ("own-words.unpaired", "i9")}


@pytest.mark.parametrize(
    "words",
    [
        "“manages risk [@e1]”", "»manages risk«", "”manages risk”", "„manages risk“", "‚manages risk‘",
        "``manages risk''",
        'a 5" gun and 6" shells', 'צה"ל הודיע', "«manages risk» and «settle a dispute»",
        "»manages risk« and »settle a dispute«", "the ’90s and the states’ roles", 'a 5"gun',
        'a 5"x7" print', "33°52′10″N, 35°30′05″E", "a 6′2″ man and a 5′ wall", "גב׳ כהן וג׳ורג׳", "5 < 6 > 3", "obʺekt",
        "״manages risk״", "❝manages risk❞", "《manages risk》", "<<manages risk>>",
        "＇manages risk＇", "ʻmanages riskʼ",
    ],
)  # fmt: skip
def test_pinned_words_and_signs_that_quote_nothing_pass(words: str) -> None:
    assert errors(text(words)) == set()


def test_a_mark_without_its_partner_can_be_vouched_for() -> None:
    brief = text("He said “and went.")
    assert errors(brief) == {("own-words.unpaired", "i9")}
    allowed = {"place": "i9", "text": "“", "reason": "as the form prints it"}
    assert errors(replace(brief, allowed_quotations=(allowed,))) == set()


def test_a_mark_that_is_vouched_for_leaves_the_others_to_be_looked_at() -> None:
    allowed = {"place": "i9", "text": "“", "reason": "ditto"}
    brief = replace(text("A “ mark. Putin: “we surrender” and Dahl: “yes”"), allowed_quotations=(allowed,))
    assert [f.message for f in findings(brief)] == [
        "“we surrender” stands between quotation marks and in no pinned excerpt of a source",
        "“yes” stands between quotation marks and in no pinned excerpt of a source",
    ]
    again = text("A “ mark and another “ mark.")
    assert errors(replace(again, allowed_quotations=(allowed,))) == {("own-words.unpaired", "i9")}
    assert errors(replace(again, allowed_quotations=(allowed, allowed))) == set()


@pytest.mark.parametrize("reason", ["", " . ", "—", "1", "«»"])
def test_a_reason_has_words(reason: str) -> None:
    allowed = {"place": "i9", "text": "Made up", "reason": reason}
    brief = replace(text("So says “Made up”."), allowed_quotations=(allowed,))
    assert errors(brief) == {("own-words.quotation", "i9")}


@pytest.mark.parametrize(
    ("brief", "place"),
    [
        (replace(GOOD, title="“Made up”"), "title"),
        (replace(GOOD, addressee="“Made up”"), "addressee"),
        (replace(GOOD, author="“Made up”"), "author"),
        (replace(GOOD, reference="“Made up”"), "reference"),
        (replace(GOOD, marking="“Made up”"), "marking"),
        (replace(GOOD, date="“Made up”"), "date"),
        (replace(GOOD, cut_off="“Made up”"), "cut-off"),
        (replace(GOOD, scale="none", judgements=(replace(GOOD.judgements[0], likelihood="“made up”"),)), "j1"),
        (replace(GOOD, judgements=(replace(GOOD.judgements[0], confidence=Confidence("“made up”")),)), "j1"),
        (replace(GOOD, sections=(replace(GOOD.sections[0], title="“Made up”"),)), "s1"),
        (replace(GOOD, excerpts={"e1": replace(E1, speaker=Speaker("A. B.", "who said “made up”"))}), "e1"),
        (replace(GOOD, excerpts={"e1": replace(E1, speaker=Speaker("A. B.", via=("“made up”",)))}), "e1"),
    ],
)
def test_every_field_that_is_printed_is_looked_at(brief: Brief, place: str) -> None:
    assert ("own-words.quotation", place) in errors(brief)


@pytest.mark.parametrize(
    "words",
    ["[@e1; p. 2]", "[@e1; see @e2]", "[see @e1]", "[@E1]", "[@ e1]", "@e1", "[@e1", "[@e1]@e1]", "[@e1]2]", "[@e1]2"],
)
def test_what_looks_like_a_cite_and_is_none_is_an_error(words: str) -> None:
    assert errors(text(f"So it is {words}.")) == {("own-words.cite-form", "i9")}


def test_a_cite_where_there_are_no_notes_is_an_error_and_others_are_not() -> None:
    assert errors(replace(GOOD, title="So [@e1]")) == {("own-words.cite-form", "title")}
    assert errors(replace(GOOD, title="So @e1")) == {("own-words.cite-form", "title")}


@pytest.mark.parametrize("words", ["@1.50 each", "@1,000", "@1% yield", "@1 % yield", "@1:30pm", "\\@1", "\\@e1"])
def test_a_figure_behind_an_at_sign_is_no_cite(words: str) -> None:
    assert errors(text(f"So it is {words}.")) == set()


def test_a_backslash_that_is_printed_takes_no_meaning_from_what_follows() -> None:
    assert errors(text("So it is \\\\@e1.")) == {("own-words.cite-form", "i9")}


@pytest.mark.parametrize("place", ["title", "addressee", "reference", "section"])
def test_a_number_behind_an_at_sign_is_no_cite_where_no_note_can_be(place: str) -> None:
    said = "Oil @1 dollar"
    titled = tuple(replace(section, title=said) for section in GOOD.sections)
    fields: dict[str, Any] = {"sections": titled} if place == "section" else {place: said}
    assert errors(replace(GOOD, **fields)) == set()
    assert errors(text(r"So [@e1], a.b@e1.example and \[@e7].")) == set()


@pytest.mark.parametrize("words", ["100 shares @50 each", "gold @1900 an ounce", r"\@e1", r"see \@1", "@01"])
def test_an_at_that_cites_nothing_is_none(words: str) -> None:
    assert errors(text(f"So it is {words}.")) == set()


def test_a_bare_number_of_an_excerpt_is_no_cite() -> None:
    assert errors(text("So it is @1.")) == {("own-words.cite-form", "i9")}
    assert errors(text("So it is, @50 each @1.")) == {("own-words.cite-form", "i9")}


def test_a_core_statement_is_own_text_without_notes() -> None:
    def core(words: str) -> Brief:
        return replace(
            GOOD, sections=(replace(GOOD.sections[0], items=(Item("i1", ItemKind.QUOTE, "e1", core=words),)),)
        )

    assert errors(core("It *holds*")) == set()
    assert errors(core("It holds [@e1] for now")) == {("own-words.cite-form", "i1")}
    assert errors(core("So “made up”")) == {("own-words.quotation", "i1")}


def test_what_is_printed_as_it_stands_is_read_as_it_stands() -> None:
    """An asterisk of a title is printed, and so is what looks like an escape."""
    assert errors(replace(GOOD, title="On “*manages* risk”")) == {("own-words.quotation", "title")}
    assert errors(text(r"On “manages \[risk”")) == {("own-words.quotation", "i9")}


def test_emphasis_within_quoted_words_is_an_error_and_outside_of_them_none() -> None:
    assert errors(text("It “manages *risk*” so.")) == {("own-words.quotation", "i9")}
    assert errors(text("It *surely* “manages risk” **so**.")) == set()


def test_what_was_allowed_is_compared_as_it_is_printed() -> None:
    allowed = {"place": "i9", "text": "Made *up*", "reason": "a title"}
    brief = replace(text("So says “Made *up*”."), allowed_quotations=(allowed,))
    assert errors(brief) == set()
    assert errors(replace(text("So says “Made up”."), allowed_quotations=(allowed,))) == set()


def test_emphasis_does_not_hide_what_looks_like_a_cite() -> None:
    assert errors(text("So it is [*@e1*].")) == {("own-words.cite-form", "i9")}


@pytest.mark.parametrize("words", ["“man”", "“manages ris”", "“pute”", "“risk; it doe”"])
def test_a_part_of_a_pinned_word_is_another_word(words: str) -> None:
    assert errors(text(f"So {words} it is.")) == {("own-words.quotation", "i9")}


@pytest.mark.parametrize("words", ["[@my note]", "[@smith2020]", "[@]", "[@e1a]"])
def test_a_cite_of_an_id_that_cannot_be_cited_is_an_error(words: str) -> None:
    odd = replace(text(f"So it is {words}."), excerpts={"e1": E1, "my note": replace(E1, id="my note")})
    assert ("own-words.cite-form", "i9") in errors(odd)
    assert errors(text(rf"So it is \{words}.")) == set()


@pytest.mark.parametrize(
    "words",
    [
        'He said: ""Made up"" so.', 'He said "*"Made up"*" so.', "He “.”made up“.” so.", "He “ ”made up“ ” so.",
        "He ‘‘[@e1]‘‘ made up ’’[@e1]’’ so.", 'Lines:\n\n- "\n- "Made up"\n- " so.', "So '.'made up'.' it is.",
        "So «»made up«» it is.", 'So "\u200b"made up"\u2060" it is.', "So ‘…’made up‘…’ it is.",
    ],
)  # fmt: skip
def test_a_pair_of_marks_around_nothing_is_an_error_that_nobody_can_vouch_for(words: str) -> None:
    allowed = tuple({"place": "i9", "text": nothing, "reason": "a sign"} for nothing in ("", ".", "…"))
    for brief in (text(words), replace(text(words), allowed_quotations=allowed)):
        assert ("own-words.empty", "i9") in errors(brief)


@pytest.mark.parametrize(
    "words",
    [
        "It carried *less. ''\n\n'*'Made up'*', they said.",
        "It carried *less. ''\n\nThey said: '*'Made up'*' so.",
        "It _is. ''\n\n'_'Made up'_', they said.",
    ],
)
def test_emphasis_of_one_paragraph_does_not_hide_marks_in_another(words: str) -> None:
    assert any("“Made up”" in f.message for f in findings(text(words)))


_SIGNS = ("*", "**", "_", "'", '"', " ", "\n\n", "\n", "- ", "1. ", "so", "[@e1]", "’", "‘", "“", "”", "\\", "5")
_ANY = st.lists(st.sampled_from(_SIGNS), max_size=8).map("".join)


@given(_ANY, _ANY, _ANY)
def test_what_is_printed_between_marks_is_seen(before: str, between: str, after: str) -> None:
    own = f"{before}made up{between}and more{after}"
    seen = {quoted.text for quoted in quotation_marks(own).quoted}
    for paragraph in (*paragraphs(own), own.strip()):
        parts = (p.text if isinstance(p, Text) else "\n" if hasattr(p, "number") else "" for p in inlines(paragraph))
        assert {quoted.text for quoted in quotation_marks("".join(parts), plain=True).quoted} <= seen


@pytest.mark.parametrize(
    "sign",
    "\u061c\u115f\u1160\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2800\u3164\uffa0",
)
def test_a_sign_of_direction_beside_quotation_marks_is_an_error(sign: str) -> None:
    (finding,) = findings(text(f"The toll was 3{sign} “manages risk” so."))
    assert finding.rule == "own-words.direction"
    assert f"(U+{ord(sign):04X}) behind ‘The toll was 3’" in finding.message
    assert errors(text(f"The toll was 3{sign}, isn’t it?")) == set()


def test_a_sign_of_direction_in_another_text_of_the_place_counts() -> None:
    items = (Item("i9", ItemKind.TEXT, text="It “manages risk” so.", core="\u200fThree"),)
    brief = replace(GOOD, sections=(*GOOD.sections, Section("s2", "Two", items)))
    (finding,) = findings(brief)
    assert (finding.rule, finding.place) == ("own-words.direction", "i9")
    assert "right-to-left mark (U+200F) at the beginning" in finding.message
