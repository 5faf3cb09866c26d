"""Rule 7 over fields that are printed together: no quotation is put together of two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_tui.checks import Subject, check, verify
from briefing_tui.model import (
    AlterationKind,
    Article,
    Brief,
    Confidence,
    Item,
    ItemKind,
    Judgement,
    Metadata,
    Name,
    Section,
    Span,
    Speaker,
    take,
)
from briefing_tui.model.alteration import Alteration

TEXT = "The line manages risk; it does not settle a dispute."
SOURCE = Article("note", Metadata(title="The ‘half' of a title", author=(Name("O’Brien", "A."),)), TEXT)
E1 = replace(take(SOURCE, Span(0, 52)), id="e1", speaker=Speaker("Ann Ray", "an envoy", via=("Bob Lee",)))
BRIEF = Brief(
    "b",
    title="The ministers' talks",
    excerpts={"e1": E1},
    judgements=(Judgement("j1", "It is likely in the '90s.", "likely", Confidence("low", "It's the states' own.")),),
    sections=(
        Section(
            "s1",
            "What 'the line' is",
            (
                Item("i1", ItemKind.QUOTE, "e1", core="It's short", note="See the ministers' own."),
                Item("i2", ItemKind.TEXT, core="Rock 'n' roll of the '80s", text="The envoys' work of the '20s."),
            ),
        ),
    ),
)  # fmt: skip


def found(brief: Brief, source: Article = SOURCE, allowed: tuple[dict[str, str], ...] = ()) -> set[tuple[str, str]]:
    """What the rules on joined texts find."""
    subject = Subject(replace(brief, allowed_quotations=allowed), {"note": source}, {"e1": verify(E1, source)})
    return {(f.rule, f.place) for f in check(subject) if f.rule in ("own-words.joined", "own-words.half")}


def item(core: str = "It holds", text: str = "So.") -> Brief:
    """The brief with another item that has those texts."""
    section = BRIEF.sections[0]
    more = replace(section.items[1], id="i9", core=core, text=text)
    return replace(BRIEF, sections=(replace(section, items=(*section.items, more)),))


def spoken(name: str, role: str = "", *via: str) -> Brief:
    """The brief with another speaker."""
    return replace(BRIEF, excerpts={"e1": replace(E1, speaker=Speaker(name, role, via=via))})


def test_apostrophes_in_every_field_make_no_quotation() -> None:
    assert found(BRIEF) == set()


@pytest.mark.parametrize(
    ("brief", "place"),
    [
        (item(core="The minister said: 'We capitulate…", text="and leave at once', after which he left."), "i9"),
        (item(core="The minister said: 'We capitulate", text="to the envoys' very own demands."), "i9"),
        (item(core="He said in the ‘90s", text="to leave at once', after which he left."), "i9"),
        (spoken("Ann Ray ('we surrender at once", "and for good')"), "e1"),
        (spoken("Ann Ray", "who said 'we surrender", "Bob, at once' as he had it"), "e1"),
        (spoken("Ann 'we surrender", "", "Bob at once' Lee"), "e1"),
        (replace(spoken("Ann 'we surrender"), sections=(
            Section("s1", "One", (Item("i1", ItemKind.QUOTE, "e1", note="at once' was what she said."),)),
        )), "e1"),
        (replace(BRIEF, judgements=(
            Judgement("j1", "They said 'we leave", "likely", Confidence("low", "at once' and left.")),
        )), "j1"),
        (replace(BRIEF, sections=(
            Section("s1", "What 'the line", (Item("i1", ItemKind.TEXT, text="is' all about."),)),
        )), "s1"),
    ],
)  # fmt: skip
def test_a_quotation_over_fields_is_found(brief: Brief, place: str) -> None:
    assert ("own-words.joined", place) in found(brief)


def test_words_that_are_pinned_or_vouched_for_may_stand_over_fields() -> None:
    assert ("own-words.joined", "i9") not in found(item(core="It says 'The line", text="manages risk' there."))
    brief = item(core="They call it 'the", text="grey zone' there.")
    assert ("own-words.joined", "i9") in found(brief)
    allowed = {"place": "i9", "text": "the. grey zone", "reason": "a term"}
    other = {**allowed, "text": "the grey zone"}
    assert ("own-words.joined", "i9") not in found(brief, allowed=(allowed, other))


@pytest.mark.parametrize(
    ("brief", "source"),
    [
        (replace(BRIEF, author="'We surrender desk", bottom_line="We leave at once' is what is left."), SOURCE),
        (replace(item(text="He said: 'We surrender."), reference="at once' 7"), SOURCE),
        (replace(BRIEF, title="'We surrender"), SOURCE.with_metadata(author=(Name("Ray", "at once' he said"),))),
    ],
)
def test_halves_of_a_quotation_in_texts_apart_are_found(brief: Brief, source: Article) -> None:
    assert {rule for rule, _ in found(brief, source)} == {"own-words.half"}


def after(first: str, second: str) -> Brief:
    """The brief with two more items, one behind the other."""
    brief = item(text=first)
    section = brief.sections[0]
    more = replace(section.items[1], id="i10", core="", text=second)
    return replace(brief, sections=(replace(section, items=(*section.items, more)),))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He said: 'We surrender", "to all our boys' flats."),
        ("He said: 'We surrender at once.", "We lost all 45'"),
        ("He said: 'Til we win we fight.", "We will never give up.' So he ended."),
        ("He said: ʻWe surrender at once.", "All of it is lost.ʼ"),
        ("He said: ,We surrender at once.", "All of it is lost.‘"),
        ("He said'We surrender at once.", "All of it is lost.'"),
        ("At once,' he said. Then: 'We go", "At once,' he said. Then: 'We go"),
    ],
)
def test_a_quotation_over_two_items_is_found(first: str, second: str) -> None:
    assert ("own-words.joined", "i9") in found(after(first, second))


@pytest.mark.parametrize("second", ["All is lost.' So he spoke.", "to all our boys' flats."])
def test_a_quotation_over_judgements_and_the_bottom_line_is_found(second: str) -> None:
    end = replace(BRIEF.judgements[0], text=second)
    assert ("own-words.joined", "bottom-line") in found(
        replace(BRIEF, bottom_line="He said: 'We surrender", judgements=(end,))
    )
    begin = replace(end, id="j0", text="In 1990", confidence=Confidence("low", "He said: 'We surrender"))
    assert ("own-words.joined", "j0") in found(replace(BRIEF, judgements=(begin, end)))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The '68ers rose.", "It was the voters'."),
        ("The 'Anbar province is quiet.", "They met in Kazan' and Perm'."),
        ("'Abdallah met them.", "The weapons are the Houthis'."),
        ("The 'Asir front is quiet.", "It is Moscow's and the envoys'."),
        ("The 'Zubayr district is quiet.", "The ministers' talks were in Taiz."),
        ("In the '90s they met.", "The states' own, and a 6' man."),
        ("‘Ali left.", "The ministers’ talks failed, as the boys’."),
    ],
)
def test_names_elisions_and_genitives_in_two_items_are_apostrophes(first: str, second: str) -> None:
    assert found(after(first, second)) == set()
    assert found(after(second, first)) == set()


def test_insertions_make_no_quotation() -> None:
    inserted = (
        Alteration(AlterationKind.INSERT, Span(0, 3), "The", "minister's 'we surrender"),
        Alteration(AlterationKind.INSERT, Span(4, 8), "line", "at once' he said"),
    )
    assert ("own-words.joined", "e1") in found(replace(BRIEF, excerpts={"e1": replace(E1, alterations=inserted)}))
    other = replace(BRIEF, excerpts={"e1": replace(E1, alterations=inserted[:1])}, title="At once' he said")
    assert ("own-words.half", "e1") in found(other)


def test_one_half_alone_is_an_apostrophe_and_one_can_be_vouched_for() -> None:
    assert found(replace(BRIEF, title="'Ujaymi")) == set()
    assert found(replace(BRIEF, title="Al-Rabi'")) == set()
    brief = replace(BRIEF, title="'Ujaymi", bottom_line="He met al-Rabi', who left.")
    assert found(brief) == {("own-words.half", "title")}
    assert found(brief, allowed=({"place": "title", "text": "'", "reason": "a letter of the name"},)) == set()
