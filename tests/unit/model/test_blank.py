"""What nobody can see is nothing: in metadata, in a speaker's name, and where a form asks for words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.checks import RULES, Subject
from briefing_tui.model import (
    Brief,
    Confidence,
    Item,
    ItemKind,
    Judgement,
    Metadata,
    Name,
    PartialDate,
    Section,
    Speaker,
    State,
)
from briefing_tui.model.blank import is_blank, said

UNSEEN = "\u200b\u2060\u2063\u2800\u00ad\u3164\ufe0f\u202e\u2067\ufeff\u115f \t\n"
unseen = st.text(st.sampled_from(UNSEEN), max_size=6)


@given(unseen)
def test_signs_that_are_not_seen_are_no_text(text: str) -> None:
    assert is_blank(text)
    assert said(text) in ("", text)
    data = Metadata(title=text, author=(Name(literal=text), Name(family=text, given="Ida")), container_title=text)
    assert data.title.strip() == data.container_title.strip() == ""
    assert [str(name).strip() for name in data.author if str(name).strip()] == ["Ida"]
    assert Speaker(text, text, via=(text, "Kan")).name.strip() == ""


@given(unseen, st.characters(categories=["L", "N", "P", "S"], exclude_characters=UNSEEN + "\u1160\uffa0"), unseen)
def test_one_sign_that_is_seen_makes_a_text(before: str, sign: str, after: str) -> None:
    text = f"{before}{sign}{after}"
    assert not is_blank(text)
    assert said(text) == text


def test_such_a_field_is_missing() -> None:
    data = Metadata(title="\u200b", author=(Name(literal="\u2060"),), states={"title": State.STATED})
    assert (data.title, data.author) == ("", ())
    assert data.state("title") is data.state("author") is State.MISSING


@pytest.mark.parametrize(
    ("rule", "brief"),
    [
        ("form.title", Brief("b", title="\u200b")),
        ("form.bottom-line", Brief("b", title="A", bottom_line="\u2800")),
        ("form.addressee", Brief("b", addressee="\u3164")),
        ("judgement.empty", Brief("b", judgements=(Judgement("j1", "\u2063"),))),
        (
            "judgement.confidence",
            Brief("b", judgements=(Judgement("j1", "So.", confidence=Confidence("high", "\u200b")),)),
        ),
        ("paraphrase.empty", Brief("b", sections=(Section("s1", "A", (Item("i1", ItemKind.TEXT, text="\u2060"),)),))),
    ],
)
def test_the_checks_ask_for_what_is_seen(rule: str, brief: Brief) -> None:
    assert list(RULES[rule].find(Subject(brief, {}, {})))


def test_there_is_no_year_nought() -> None:
    with pytest.raises(ValueError, match="no such year"):
        PartialDate.parse("0000")
