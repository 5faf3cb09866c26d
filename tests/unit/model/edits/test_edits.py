"""Edits of a brief: each makes a new value, and none leaves an id that names nothing."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from briefing_tui.errors import BriefingError, InvalidError, NotFoundError
from briefing_tui.model import (
    Article,
    Brief,
    Confidence,
    ExcerptState,
    Item,
    ItemKind,
    Metadata,
    Span,
    Speaker,
    Verification,
    edits,
    take,
)

TEXT = "The first sentence stands here. The second one follows it. A third closes the paragraph."
ARTICLE = Article("source", Metadata(), TEXT)
FIRST, SECOND, THIRD = Span(0, 31), Span(32, 58), Span(59, 88)


def pinned(*spans: Span) -> Brief:
    brief = Brief("b")
    for span in spans:
        brief = edits.pin(brief, take(ARTICLE, span))[0]
    return brief


def ids(brief: Brief) -> list[str]:
    return [item.id for _, item in brief.items()]


def test_a_first_pin_makes_a_section() -> None:
    brief, excerpt, item = edits.pin(Brief("b"), take(ARTICLE, FIRST), note="n")
    assert (excerpt, item, brief.sections[0].title) == ("e1", "i1", "Findings")
    assert brief.excerpts["e1"].exact == "The first sentence stands here."
    assert brief.sections[0].items == (Item("i1", ItemKind.QUOTE, "e1", note="n"),)


def test_the_same_passage_keeps_its_excerpt() -> None:
    brief, excerpt, item = edits.pin(
        pinned(FIRST), take(ARTICLE, FIRST, speaker=Speaker("A")), kind=ItemKind.PARAPHRASE
    )
    assert (excerpt, item, list(brief.excerpts)) == ("e1", "i2", ["e1"])
    assert brief.excerpts["e1"].speaker == Speaker("A")


def test_the_same_passage_credited_to_somebody_else_is_another_excerpt() -> None:
    brief = pinned(FIRST)
    made = []
    for speaker in (Speaker("A"), Speaker("B"), Speaker("a", "mayor"), None, Speaker("B")):
        brief, excerpt, _ = edits.pin(brief, take(ARTICLE, FIRST, speaker=speaker))
        made.append(excerpt)
    assert made == ["e1", "e2", "e1", "e1", "e2"]
    assert {e: x.speaker for e, x in brief.excerpts.items()} == {"e1": Speaker("a", "mayor"), "e2": Speaker("B")}


def test_sections_are_found_by_id_or_title_or_made() -> None:
    brief = edits.pin(pinned(FIRST), take(ARTICLE, SECOND), section="New")[0]
    brief = edits.pin(brief, take(ARTICLE, THIRD), section="s1")[0]
    assert [(s.title, len(s.items)) for s in brief.sections] == [("Findings", 2), ("New", 1)]
    brief = edits.pin(brief, take(ARTICLE, FIRST), section="New")[0]
    assert [len(s.items) for s in brief.sections] == [2, 2]
    assert edits.find_or_add_section(brief, " new") == (brief, brief.sections[1].id), (
        "case and white space tell none apart"
    )
    twice, second = edits.add_section(brief, "NEW")
    assert edits.find_or_add_section(twice, "NEW") == (twice, second), "but what is so letter for letter goes before"
    brief, after = edits.add_section(brief, "Between", after="s1")
    assert [s.id for s in brief.sections] == ["s1", after, "s2"]


def test_unpinning_leaves_no_trace() -> None:
    brief = edits.judge(pinned(FIRST, SECOND), "J", for_=("e1",), against=("e2",))[0]
    brief = edits.unpin(brief, "e1")
    assert (list(brief.excerpts), ids(brief), brief.judgements[0].for_) == (["e2"], ["i2"], ())
    assert brief.judgements[0].against == ("e2",)


def test_an_id_is_never_used_again() -> None:
    brief = edits.unpin(pinned(FIRST, SECOND), "e2")
    brief, excerpt, item = edits.pin(brief, take(ARTICLE, THIRD))
    assert (excerpt, item) == ("e3", "i3")
    assert edits.last_id(Brief("b", last_ids={"e": 7}), "e") == 7
    assert edits.new_id(replace(brief, last_ids={}), "e")[1] == "e4"


def test_dropping_takes_what_nothing_uses_any_more() -> None:
    brief = edits.add_text(pinned(FIRST, SECOND, THIRD), "As [@e3] has it.")[0]
    brief = edits.promote(brief, "i2")[0]
    for item in ("i1", "i2", "i3"):
        brief = edits.drop(brief, item)
    assert list(brief.excerpts) == ["e2", "e3"], "one rests in a judgement, one is cited"
    brief = edits.drop(edits.drop(brief, "j1"), "s1")
    assert (brief.excerpts, brief.sections, brief.judgements) == ({}, (), ())


def test_moving() -> None:
    brief = edits.add_section(pinned(FIRST, SECOND, THIRD), "Two")[0]
    assert ids(edits.move_item(brief, "i3", "s1", 0)) == ["i3", "i1", "i2"]
    assert ids(edits.move_item(brief, "i1", "s1", 99)) == ["i2", "i3", "i1"]
    assert ids(edits.shift_item(brief, "i2", -1)) == ["i2", "i1", "i3"]
    over = edits.shift_item(brief, "i3", 1)
    assert [len(s.items) for s in over.sections] == [2, 1]
    assert edits.shift_item(over, "i3", -1) == brief
    assert edits.shift_item(brief, "i1", -1) == brief
    assert [s.id for s in edits.shift_section(brief, "s2", -1).sections] == ["s2", "s1"]
    assert edits.shift_section(brief, "s2", 1) == brief
    two = edits.judge(edits.judge(brief, "A")[0], "B")[0]
    assert [j.text for j in edits.shift_judgement(two, "j2", -1).judgements] == ["B", "A"]


def test_judgements_rest_on_excerpts() -> None:
    brief, judgement = edits.judge(
        pinned(FIRST), "J", likelihood="likely", confidence=Confidence("low", "x"), for_=("e1",)
    )
    assert brief.uses("e1") == ("i1", judgement)
    core = edits.set_item(brief, replace(brief.sections[0].items[0], core="The core."))
    assert edits.promote(core, "i1")[0].judgements[-1].text == "The core."


def test_own_text_goes_where_it_is_wanted() -> None:
    brief, item = edits.add_text(pinned(FIRST, SECOND), "Mine.", after="i1")
    assert ids(brief) == ["i1", item, "i2"]


def test_reanchoring() -> None:
    found = Verification(ExcerptState.MOVED, SECOND, "new words", paragraph=4, heading=True)
    excerpt = edits.reanchor(pinned(FIRST), "e1", found, "cd", ("before", "after")).excerpts["e1"]
    assert (excerpt.span, excerpt.exact, excerpt.sha256, excerpt.paragraph) == (SECOND, "new words", "cd", 4)
    assert (excerpt.prefix, excerpt.suffix, excerpt.heading) == ("before", "after", True)


@pytest.mark.parametrize("name", edits.FIELDS)
def test_own_fields(name: str) -> None:
    assert getattr(edits.set_field(Brief("b"), name, "x"), name.replace("-", "_")) == "x"


@pytest.mark.parametrize(
    ("edit", "kind"),
    [
        (lambda b: edits.set_field(b, "excerpts", "x"), InvalidError),
        (lambda b: edits.set_field(b, "cut_off", "x"), InvalidError),
        (lambda b: edits.unpin(b, "e9"), NotFoundError),
        (lambda b: edits.drop(b, "i9"), NotFoundError),
        (lambda b: edits.append(b, "s9", Item("i9", ItemKind.TEXT)), NotFoundError),
        (lambda b: edits.set_item(b, Item("i9", ItemKind.TEXT)), NotFoundError),
        (lambda b: edits.move_item(b, "i9", "s1", 0), NotFoundError),
        (lambda b: edits.move_item(b, "i1", "s9", 0), NotFoundError),
        (lambda b: edits.shift_item(b, "i9", 1), NotFoundError),
        (lambda b: edits.shift_section(b, "s9", 1), NotFoundError),
        (lambda b: edits.promote(b, "i9"), NotFoundError),
        (lambda b: edits.judge(b, "x", for_=("e9",)), NotFoundError),
        (lambda b: edits.reanchor(b, "e1", Verification(ExcerptState.VANISHED, None), "", ("", "")), InvalidError),
    ],
)
def test_what_cannot_be_done_is_said(edit: Callable[[Brief], Any], kind: type[BriefingError]) -> None:
    with pytest.raises(kind):
        edit(pinned(FIRST))


class Drafting(RuleBasedStateMachine):
    """Any sequence of edits."""

    def __init__(self) -> None:
        super().__init__()
        self.brief = Brief("b")
        self.seen: set[str] = set()

    def _pick(self, number: int, *, sections: bool = False) -> str:
        found = [s.id for s in self.brief.sections] if sections else ids(self.brief)
        return found[number % len(found)]

    def _new(self, brief: Brief, *new: str) -> None:
        assert not self.seen & set(new), "an id is used again"
        self.seen |= set(new)
        self.brief = brief

    @rule(start=st.integers(0, 80), kind=st.sampled_from([ItemKind.QUOTE, ItemKind.PARAPHRASE]))
    def pin(self, start: int, kind: ItemKind) -> None:
        known = set(self.brief.excerpts) | {s.id for s in self.brief.sections}
        brief, excerpt, item = edits.pin(self.brief, take(ARTICLE, Span(start, start + 8)), kind=kind)
        self._new(brief, item, *({excerpt, *(s.id for s in brief.sections)} - known))

    @rule(title=st.sampled_from("ABC"))
    def add_section(self, title: str) -> None:
        brief, section = edits.add_section(self.brief, title)
        self._new(brief, section)

    @precondition(lambda self: bool(ids(self.brief)))
    @rule(number=st.integers(0, 99))
    def promote(self, number: int) -> None:
        brief, judgement = edits.promote(self.brief, self._pick(number))
        self._new(brief, judgement)

    @precondition(lambda self: bool(ids(self.brief)))
    @rule(number=st.integers(0, 99), step=st.sampled_from([-1, 1]))
    def shift(self, number: int, step: int) -> None:
        before = sorted(ids(self.brief))
        self.brief = edits.shift_item(self.brief, self._pick(number), step)
        assert sorted(ids(self.brief)) == before

    @precondition(lambda self: bool(ids(self.brief)))
    @rule(number=st.integers(0, 99), to=st.integers(0, 99), at=st.integers(-2, 9))
    def move(self, number: int, to: int, at: int) -> None:
        before = sorted(ids(self.brief))
        self.brief = edits.move_item(self.brief, self._pick(number), self._pick(to, sections=True), at)
        assert sorted(ids(self.brief)) == before

    @precondition(lambda self: bool(ids(self.brief)))
    @rule(number=st.integers(0, 99))
    def drop(self, number: int) -> None:
        self.brief = edits.drop(self.brief, self._pick(number))

    @precondition(lambda self: bool(self.brief.sections))
    @rule(number=st.integers(0, 99))
    def drop_section(self, number: int) -> None:
        self.brief = edits.drop(self.brief, self._pick(number, sections=True))

    @precondition(lambda self: bool(self.brief.excerpts))
    @rule(number=st.integers(0, 99))
    def unpin(self, number: int) -> None:
        found = sorted(self.brief.excerpts)
        self.brief = edits.unpin(self.brief, found[number % len(found)])

    @invariant()
    def every_id_names_something_and_one_thing(self) -> None:
        used = [i.excerpt for _, i in self.brief.items() if i.excerpt]
        used += [e for j in self.brief.judgements for e in (*j.for_, *j.against)]
        assert set(used) <= set(self.brief.excerpts)
        entries = [*ids(self.brief), *(s.id for s in self.brief.sections), *(j.id for j in self.brief.judgements)]
        assert len(entries) == len(set(entries))
        assert all(k == e.id for k, e in self.brief.excerpts.items())


Drafting.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestDrafting = Drafting.TestCase
