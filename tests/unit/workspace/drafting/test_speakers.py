"""Who may have said a passage: found near, recorded by the article, or named by a person; and what it rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_tui.checks import Subject, check, evidence_place, verify
from briefing_tui.errors import InvalidError
from briefing_tui.model import (
    Article,
    Brief,
    Certainty,
    ContextChoice,
    Evidence,
    ExcerptState,
    Item,
    ItemKind,
    Metadata,
    NamedSpeaker,
    Section,
    Span,
    Speaker,
    SpeakerKind,
    edits,
    take,
)
from briefing_tui.workspace.drafting.speakers import (
    as_pinned,
    evidence_said,
    is_quoted,
    is_said,
    naming_doubt,
    speaker_named,
    spoken,
    voices,
)
from briefing_tui.workspace.drafting.standing_words import cut_out

TEXT = (
    "Mira Talvik, a geographer, told the Courier that “the harbour is safe for now.”\n\n"
    "Kan cited an unnamed official as saying, “The port will be closed.” She said that it will.\n\n"
    "Nobody else was asked about the harbour."
)
RECORDED = (NamedSpeaker("mira talvik", "head of the survey", (1,)), NamedSpeaker("Otto Brandt", "captain", (3,)))
ARTICLE = Article(
    "harbour",
    Metadata(title="T", container_title="The Courier", republished_by="The Pier", language="en", speakers=RECORDED),
    TEXT,
)


def span_of(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_those_found_near_come_before_the_others_that_the_article_records() -> None:
    found = voices(ARTICLE, span_of("the harbour is safe"))
    first, *_, last = found.choices
    assert (first.speaker.name, first.speaker.role) == ("Mira Talvik", "head of the survey")
    assert first.said == "¶ 1: “Mira Talvik, a geographer, told”"
    assert (last.speaker.name, last.said, last.near) == ("Otto Brandt", "¶ 3", False)
    assert found.certain == first.speaker
    assert found.chain(first.speaker) == ("Mira Talvik", "The Courier", "The Pier")


def test_the_outlet_itself_is_nobody_through_whom_words_came() -> None:
    assert voices(ARTICLE, span_of("the harbour is safe")).choices[0].speaker.via == ()
    found = voices(ARTICLE, span_of("The port will be closed"))
    official = found.choices[0].speaker
    assert (official.name, official.kind, official.via) == ("unnamed official", SpeakerKind.UNNAMED, ("Kan",))
    assert found.chain(official) == ("unnamed official", "Kan", "The Courier", "The Pier")


def test_without_quotation_marks_nobody_is_certain() -> None:
    found = voices(ARTICLE, span_of("Nobody else was asked"))
    assert found.certain is None
    assert found.likeliest is None
    assert not is_quoted(ARTICLE, span_of("Nobody else was asked"))


def test_a_given_name_brings_what_the_text_says_of_it() -> None:
    place = span_of("The port will be closed")
    found = speaker_named(ARTICLE, place, " Unnamed  official ")
    assert [e.exact for e in found.evidence] == ["cited an unnamed official"]
    assert speaker_named(ARTICLE, place, "unnamed official", via=("A",)).via == ("A",)
    assert speaker_named(ARTICLE, place, "Ed Pruitt", role="senator") == Speaker("Ed Pruitt", "senator")
    assert speaker_named(ARTICLE, place, "the messenger").kind is SpeakerKind.UNNAMED


def test_whoever_has_no_name_passes_no_words_on() -> None:
    span = span_of("Nobody else was asked")
    assert speaker_named(ARTICLE, span, "Bob Lee", via=(" The  Pier ",)).via == ("The Pier",)
    for via in ("", " "):
        with pytest.raises(InvalidError, match="it names nobody"):
            speaker_named(ARTICLE, span, "Bob Lee", via=(via,))
    with pytest.raises(InvalidError, match="it names nobody"):
        speaker_named(ARTICLE, span, " ")
    assert speaker_named(ARTICLE, span, "").name == ""


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("foreign ministry", SpeakerKind.INSTITUTIONAL),
        ("Norwegian Foreign Ministry", SpeakerKind.INSTITUTIONAL),
        ("Norway", SpeakerKind.INSTITUTIONAL),
        ("ministry official", SpeakerKind.UNNAMED),
        ("Otto Brandt", SpeakerKind.NAMED),
    ],
)
def test_a_speaker_is_of_one_kind_near_and_far(name: str, kind: SpeakerKind) -> None:
    text = f"The {name} said that the port is open.\n\n{'Nothing was said. ' * 40}\n\nNobody was asked of it."
    article = Article("port", Metadata(language="en", speakers=(NamedSpeaker(name, paragraphs=(1,)),)), text)
    far = voices(article, span_of("Nobody was asked", text)).choices[-1].speaker
    assert (far.name, far.kind) == (name, kind)
    assert speaker_named(article, span_of("Nobody was asked", text), name).kind is kind


def drafted() -> Brief:
    place = span_of("The port will be closed")
    excerpt = take(ARTICLE, place, speaker=voices(ARTICLE, place).choices[0].speaker)
    brief, _, _ = edits.pin(Brief("b"), excerpt)
    return brief


def test_naming_a_speaker_is_one_step_and_nobody_is_an_answer() -> None:
    brief = drafted()
    made = spoken(brief, "e1", Speaker("Ed Pruitt"), ARTICLE)
    assert made.brief.excerpts["e1"].speaker == Speaker("Ed Pruitt")
    assert made.label == "speaker of e1: Ed Pruitt"
    assert spoken(brief, "e1", Speaker(""), ARTICLE).brief.excerpts["e1"].speaker is None


def test_words_about_another_sentence_are_no_evidence() -> None:
    place = span_of("the harbour is safe")
    official = next(c for c in voices(ARTICLE, place).choices if c.speaker.name == "unnamed official")
    assert official.said == "¶ 2: “cited an unnamed official”"
    assert official.speaker.evidence == speaker_named(ARTICLE, place, "unnamed official").evidence == ()
    assert speaker_named(ARTICLE, place, "Mira Talvik").evidence


def test_a_name_is_compared_with_the_text_at_once() -> None:
    excerpt = take(ARTICLE, span_of("The port will be closed"))
    for name, doubt in (
        ("Mira Talvik", "said by unnamed official, credited to Mira Talvik"),
        ("unnamed official", ""),
        ("", ""),
    ):
        assert naming_doubt(ARTICLE, replace(excerpt, speaker=Speaker(name))) == doubt


def test_a_wrong_name_leaves_open_who_says_so_and_the_right_one_answers_it() -> None:
    place = span_of("The port will be closed")
    choice = ContextChoice(("attribution",))
    brief = edits.pin(Brief("b"), replace(take(ARTICLE, place), context=choice))[0]
    wrong = spoken(brief, "e1", speaker_named(ARTICLE, place, "Mira Talvik"), ARTICLE).brief
    assert wrong.excerpts["e1"].context == choice
    assert cut_out(wrong.excerpts["e1"]) == "its cut leaves out who says so"
    right = spoken(wrong, "e1", Speaker("an official", kind=SpeakerKind.UNNAMED), ARTICLE).brief
    assert cut_out(right.excerpts["e1"]) == ""
    again = spoken(right, "e1", Speaker("Henry Kissinger"), ARTICLE).brief
    assert cut_out(again.excerpts["e1"]) == "its cut leaves out who says so"


def test_a_passage_that_is_pinned_already_keeps_its_speaker() -> None:
    brief = drafted()
    assert as_pinned(brief, ARTICLE, span_of("The port will be closed")) == brief.excerpts["e1"].speaker
    assert as_pinned(brief, ARTICLE, span_of("The port")) is None


def findings(brief: Brief, article: Article) -> set[str]:
    found = {e.id: verify(e, article) for e in brief.excerpts.values()}
    return {f.rule for f in check(Subject(brief, {"harbour": article}, found))}


def test_evidence_is_verified_like_a_quotation() -> None:
    brief = drafted()
    assert "speaker.evidence" not in findings(brief, ARTICLE)
    pushed = replace(ARTICLE, text=f"A new beginning.\n\n{TEXT}")
    assert "speaker.evidence" not in findings(brief, pushed)
    assert evidence_said(brief.excerpts["e1"], pushed) == ("¶ 3: “cited an unnamed official”",)
    changed = replace(ARTICLE, text=TEXT.replace("an unnamed official", "a general"))
    assert "speaker.evidence" in findings(brief, changed)
    assert evidence_said(brief.excerpts["e1"], changed) == ("“cited an unnamed official” is no longer in the article",)


def test_the_same_words_elsewhere_prove_nothing() -> None:
    excerpt = replace(drafted().excerpts["e1"], span=span_of("The port will be closed"))
    evidence = Evidence(span_of("She said"), "She said")
    twice = replace(ARTICLE, text=TEXT.replace("She said", "He said") + "\n\nShe said no. She said yes.")
    assert evidence_place(excerpt, evidence, ARTICLE, verify(excerpt, ARTICLE)) == evidence.span
    assert evidence_place(excerpt, evidence, twice, verify(excerpt, twice)) is None


@pytest.mark.parametrize("changed", ["“It is quite safe now,” ", "“It was safe,” ", "“It is not safe now,” "])
@pytest.mark.parametrize("before", ["", "A new beginning.\n\n"])
def test_evidence_around_an_altered_passage_is_found_where_it_stands_now(before: str, changed: str) -> None:
    text = "“It rains,” she said. To this she added: “It is safe now,” she said. “It ends,” she said."
    article, words = Article("quay", Metadata(language="en"), text), "“It is safe now,” "
    start = text.index(words)
    excerpt = take(article, Span(start, start + len(words) - 1), excerpt_id="e1")
    now = replace(article, text=before + text.replace(words, changed))
    found = verify(excerpt, now)
    assert found.state is ExcerptState.ALTERED
    for said, at in (("she said", text.index("she said", start)), ("she added:", text.index("she added:"))):
        place = evidence_place(excerpt, Evidence(Span(at, at + len(said)), said), now, found)
        assert place
        assert now.text[: place.end].endswith(f"{changed}she said" if said == "she said" else "To this she added:")


def test_evidence_moves_with_its_passage() -> None:
    brief = drafted()
    pushed = replace(ARTICLE, text=f"A new beginning.\n\n{TEXT}")
    moved = edits.reanchor(brief, "e1", verify(brief.excerpts["e1"], pushed), pushed.sha256, ("", ""))
    speaker = moved.excerpts["e1"].speaker
    assert speaker
    assert [e.span.slice(pushed.text) for e in speaker.evidence] == ["cited an unnamed official"]


def test_a_quote_in_quotation_marks_without_a_speaker_is_noted() -> None:
    brief = drafted()
    nobody = spoken(brief, "e1", Speaker(""), ARTICLE).brief
    assert "speaker.none" in findings(nobody, ARTICLE)
    assert "speaker.none" not in findings(brief, ARTICLE)
    paraphrased = replace(
        nobody, sections=(Section("s1", "One", (Item("i1", ItemKind.PARAPHRASE, "e1", text="Shut."),)),)
    )
    assert "speaker.none" not in findings(paraphrased, ARTICLE)


def test_certainty_is_ordered() -> None:
    assert Certainty.POSSIBLE < Certainty.LIKELY < Certainty.CERTAIN


@pytest.mark.parametrize(
    ("words", "said"),
    [("the harbour is safe", True), ("She said that it will.", True), ("Nobody else was asked", False)],
)
def test_what_is_reported_without_quotation_marks_is_said_by_somebody(words: str, said: bool) -> None:
    assert is_said(ARTICLE, span_of(words)) is said
