"""Widening and narrowing a pinned passage: what is refused, what is asked, what is kept and told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.errors import InvalidError, NotFoundError, RefusedError
from briefing_tui.model import (
    AlterationKind,
    ContextChoice,
    ItemKind,
    Span,
    Speaker,
    Suppression,
    TextKind,
    edits,
)
from briefing_tui.storage import BriefSession
from briefing_tui.workspace import Workspace
from briefing_tui.workspace.drafting import alterations, entries
from briefing_tui.workspace.drafting.recutting import Placed

TEXT = """The council did not agree to a ceasefire on the border. The ferries run again.

“The port is closed,” Mira Talvik told the Courier. “The quay will open in May,” Otto Brandt told the Courier.

## What follows

Nobody else was asked about it.
"""
HEAD = "---\nformat: 1\ntitle: The harbour\nlanguage: en\n---\n"
DIGEST = (
    "---\nformat: 1\ntitle: In short\nlanguage: en\ncustom: {text: digest}\n---\nThe port is closed. It will open.\n"
)


@pytest.fixture
def session(workspace: Workspace) -> BriefSession:
    (workspace.places.corpus / "harbour.md").write_text(HEAD + TEXT, encoding="utf-8")
    (workspace.places.corpus / "digest.md").write_text(DIGEST, encoding="utf-8")
    workspace.articles.scan()
    workspace.briefs.new("note", "A note")
    return workspace.briefs.open_to_write("note")


def of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def pinned(workspace: Workspace, session: BriefSession, words: str, **more: object) -> str:
    article = workspace.articles.article("harbour")
    made = workspace.briefs.pin(session, article, of(words), **more)  # type: ignore[arg-type]
    return made.excerpt.id


def placed(workspace: Workspace, session: BriefSession, excerpt_id: str = "e1") -> Placed:
    return workspace.recutting.place(session.brief, excerpt_id)


def take(workspace: Workspace, session: BriefSession, words: str, **more: object) -> tuple[str, ...]:
    """Give e1 other words, as somebody who has been asked nothing; what is told."""
    there = placed(workspace, session)
    proposed = workspace.recutting.propose(session.brief, there, of(words))
    made = workspace.recutting.put(
        session,
        there,
        proposed,
        speaker=there.excerpt.speaker,
        **{"seen": False, **more},  # type: ignore[arg-type]
    )
    return (made.said, *made.warnings)


def test_one_step_that_undo_takes_back_and_that_is_in_the_file(workspace: Workspace, session: BriefSession) -> None:
    pinned(workspace, session, "agree to a ceasefire")
    text, _ = edits.add_text(session.brief, "They refuse [@e1].")
    session.edit(edits.judge(text, "They refuse.", for_=("e1",))[0], "more")
    before = session.brief
    assert take(workspace, session, "The council did not agree to a ceasefire")[0] == "Widened e1 · ¶ 1 · verified"
    after = session.brief
    assert after.excerpts["e1"].exact == "The council did not agree to a ceasefire"
    assert edits.set_excerpt(after, before.excerpts["e1"]) == before
    session.close()
    again = workspace.briefs.open_to_write("note")
    assert again.brief == after, "as it is read from the file"
    assert workspace.briefing.verify(again.brief)["e1"].state.verified
    assert again.undo() == "widen e1"
    assert again.brief == before
    assert again.redo() == "widen e1"
    assert again.brief == after
    again.close()


def test_another_brief_that_has_the_passage_keeps_it_as_it_was(workspace: Workspace, session: BriefSession) -> None:
    workspace.briefs.new("other", "Another")
    other = workspace.briefs.open_to_write("other")
    for each in (session, other):
        pinned(workspace, each, "The ferries run again.")
    kept = other.brief
    other.close()
    take(workspace, session, "The ferries run")
    session.close()
    there = {brief: workspace.briefs.open(brief) for brief in ("note", "other")}
    assert there["other"].brief == kept
    assert there["note"].brief.excerpts["e1"].exact == "The ferries run"
    for each in there.values():
        assert workspace.briefing.verify(each.brief)["e1"].state.value == "identical"
        each.close()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("The council did not agree", "Narrowed e1"),
        ("The council did not agree to a ceasefire on the border. The ferries run again.", "Widened e1"),
        ("ceasefire on the border. The ferries", "Moved e1"),
    ],
)
def test_it_is_called_what_it_is(workspace: Workspace, session: BriefSession, words: str, said: str) -> None:
    pinned(workspace, session, "The council did not agree to a ceasefire on the border.")
    assert take(workspace, session, words)[0].startswith(said)


def test_what_the_guard_says_is_that_of_a_pin(workspace: Workspace, session: BriefSession) -> None:
    pinned(workspace, session, "The council did not agree to a ceasefire on the border.")
    article = workspace.articles.article("harbour")
    report = workspace.briefs.context(article, of("agree to a ceasefire"))
    assert report is not None
    assert report.kinds == ("negation",)
    told = take(workspace, session, "agree to a ceasefire")
    assert report.warnings[0].message in told
    assert session.brief.excerpts["e1"].context == ContextChoice(dismissed=("negation",))
    take(workspace, session, "The council did not agree to a ceasefire on the border.")
    assert session.brief.excerpts["e1"].context is None, "what was left out is there again"


def test_what_was_chosen_is_kept_with_fields_of_other_programs(workspace: Workspace, session: BriefSession) -> None:
    pinned(workspace, session, "agree to a ceasefire")
    known = replace(session.brief.excerpts["e1"], context=ContextChoice(("negation",), extra={"by": "dana"}))
    session.edit(edits.set_excerpt(session.brief, known), "by hand")
    take(workspace, session, "The council did not agree", seen=True, context=ContextChoice(kept=("negation",)))
    assert session.brief.excerpts["e1"].context == ContextChoice(kept=("negation",), extra={"by": "dana"})


def test_passages_that_cannot_be_are_refused_and_nothing_is_done(workspace: Workspace, session: BriefSession) -> None:
    pinned(workspace, session, "The ferries run again.")
    pinned(workspace, session, "The ferries run")
    before, there = session.brief, placed(workspace, session)
    for words, said in (
        ("The ferries run again.", "its words already"),
        ("The council did not agree", "none of these words"),
        ("The ferries run", "the words of e2"),
        (TEXT[TEXT.index("The ferries") :].rstrip(), "does not run over a heading"),
    ):
        with pytest.raises(InvalidError, match=said):
            workspace.recutting.propose(before, there, of(words))
    with pytest.raises(NotFoundError):
        placed(workspace, session, "e9")
    assert session.brief == before


def test_a_digest_stays_a_paraphrase(workspace: Workspace, session: BriefSession) -> None:
    article = workspace.articles.article("digest")
    assert article.metadata.text is TextKind.DIGEST
    workspace.briefs.pin(session, article, Span(0, 19), kind=ItemKind.PARAPHRASE, text="It is shut.")
    there = placed(workspace, session)
    proposed = workspace.recutting.propose(session.brief, there, Span(0, 34))
    made = workspace.recutting.put(session, there, proposed, speaker=None)
    assert made.excerpt.exact == "The port is closed. It will open."
    with pytest.raises(RefusedError, match="never quoted"):
        workspace.recutting.propose(session.brief, replace(there, quoted=True), Span(0, 30))


def test_what_the_text_has_from_somebody_else_is_a_doubt(workspace: Workspace, session: BriefSession) -> None:
    pinned(workspace, session, "The port is closed", speaker="Mira Talvik")
    there = placed(workspace, session)
    both = "The port is closed,” Mira Talvik told the Courier. “The quay will open in May"
    assert not workspace.recutting.propose(session.brief, there, of("The port")).doubt, "she says these too"
    for name, credited in (("Mira Talvik", "Mira Talvik"), ("", "nobody"), ("Otto Brandt", "")):
        speaker = Speaker(name) if name else None
        known = replace(there, excerpt=replace(there.excerpt, speaker=speaker, span=of(both), exact=both))
        found = workspace.recutting.propose(session.brief, known, of("The quay will open in May"))
        said = f"the text has these words from Otto Brandt, and e1 is credited to {credited}"
        assert found.doubt == (said if credited else "")
    other = replace(there, excerpt=replace(there.excerpt, speaker=Speaker("Otto Brandt")))
    assert not workspace.recutting.propose(session.brief, other, of("The port")).doubt, "a person decided on that"


def test_alterations_that_do_not_fit_are_named_and_only_those_are_given_up(
    workspace: Workspace, session: BriefSession
) -> None:
    pinned(workspace, session, "The council did not agree to a ceasefire on the border.")
    for kind, words in ((AlterationKind.EMPHASISE, "not"), (AlterationKind.OMIT, "to a ceasefire")):
        place = alterations.place_of(session.brief.excerpts["e1"], words)
        made = alterations.applied(session.brief, "e1", kind, place)
        session.edit(made.brief, made.label)
    there = placed(workspace, session)
    proposed = workspace.recutting.propose(session.brief, there, of("council did not agree to a"))
    assert proposed.loses == ("leave out “to a ceasefire”",)
    made_so = workspace.recutting.put(session, there, proposed, speaker=None)
    assert [(a.kind, a.exact) for a in made_so.excerpt.alterations] == [(AlterationKind.EMPHASISE, "not")]
    assert made_so.excerpt.printed()[0].text == "council did not agree to a"


def test_nothing_is_done_where_it_was_changed_meanwhile(workspace: Workspace, session: BriefSession) -> None:
    pinned(workspace, session, "The council did not agree to a ceasefire on the border.")
    there = placed(workspace, session)
    proposed = workspace.recutting.propose(session.brief, there, of("The council did not agree"))
    place = alterations.place_of(there.excerpt, "agree")
    made = alterations.applied(session.brief, "e1", AlterationKind.SIC, place)
    session.edit(made.brief, made.label)
    with pytest.raises(InvalidError, match="changed while you were asked"):
        workspace.recutting.put(session, there, proposed, speaker=None)
    session.edit(edits.unpin(session.brief, "e1"), "gone")
    with pytest.raises(NotFoundError):
        workspace.recutting.put(session, there, proposed, speaker=None)
    assert not session.brief.excerpts


def test_a_passage_that_moved_is_found_and_one_that_was_altered_is_refused(
    workspace: Workspace, session: BriefSession, tmp_path: Path
) -> None:
    pinned(workspace, session, "The council did not agree to a ceasefire on the border.", speaker="Dana Levi")
    place = alterations.place_of(session.brief.excerpts["e1"], "not")
    made = alterations.applied(session.brief, "e1", AlterationKind.EMPHASISE, place)
    session.edit(made.brief, made.label)
    file = workspace.articles.path("harbour")
    moved = f"It rained.\n\n{TEXT}"
    file.write_text(HEAD + moved, encoding="utf-8")
    there = placed(workspace, session)
    assert there.excerpt.span == of("The council did not agree to a ceasefire on the border.", moved)
    proposed = workspace.recutting.propose(session.brief, there, of("council did not agree", moved))
    kept = workspace.recutting.put(session, there, proposed, speaker=there.excerpt.speaker)
    assert kept.verification.state.value == "identical"
    assert kept.excerpt.sha256 == workspace.articles.article("harbour").sha256
    assert [a.exact for a in kept.excerpt.alterations] == ["not"]
    file.write_text(HEAD + TEXT.replace("council did not agree", "council did agree"), encoding="utf-8")
    with pytest.raises(RefusedError, match="changed since"):
        placed(workspace, session)
    file.rename(tmp_path / "away.md")
    with pytest.raises(RefusedError, match="not in the library"):
        placed(workspace, session)


def test_what_rests_on_it_and_what_was_let_stand_is_told(workspace: Workspace, session: BriefSession) -> None:
    pinned(workspace, session, "agree to a ceasefire")
    pinned(workspace, session, "The ferries run again.")
    brief = edits.judge(session.brief, "They refuse.", for_=("e1",))[0]
    brief = edits.suppress(brief, Suppression("context.cut", "e1", "it is said before", "dana", "2026-01-01"))
    session.edit(brief, "more")
    told = take(workspace, session, "agree to a ceasefire on the border. The ferries")
    assert "i1, j1 rest on it" in told
    assert "overlaps e2" in told
    assert "context.cut is let stand at e1 as before: it is said before" in told


def test_a_passage_that_a_text_alone_cites_is_that_texts(workspace: Workspace, session: BriefSession) -> None:
    pinned(workspace, session, "The ferries run again.")
    pinned(workspace, session, "Nobody else was asked about it.")
    brief, text = edits.add_text(session.brief, "They run [@e1], and nobody was asked [@e2; @e1].")
    assert [e.id for e in entries.passages_of(brief, text)] == ["e1", "e2"]
    assert [e.id for e in entries.passages_of(brief, "i1")] == ["e1"], "what it rests on goes before what it cites"
    assert entries.passages_of(brief, brief.sections[0].id) == []
    assert entries.entry_of(brief, "e1") == "i1"
    alone = edits.set_section(brief, replace(brief.sections[0], items=brief.sections[0].items[1:]))
    assert entries.entry_of(alone, "e1") == text


def test_words_that_say_who_speaks_and_come_in_ask_again_whose_they_are(
    workspace: Workspace, session: BriefSession
) -> None:
    pinned(workspace, session, "The port is closed", speaker=Speaker("Mira Talvik"))
    wide = of(
        "“The port is closed,” Mira Talvik told the Courier. “The quay will open in May,” Otto Brandt told the Courier."
    )
    found = workspace.recutting.propose(session.brief, placed(workspace, session), wide)
    assert "Otto Brandt" in found.doubt
    assert "credited to Mira Talvik" in found.doubt
