"""A speaker chosen against the text, measured on the labelled passages of the search for speakers."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from briefing_tui.checks import RULES, Subject, verify
from briefing_tui.model import (
    Article,
    Brief,
    Item,
    ItemKind,
    Metadata,
    Section,
    Speaker,
    SpeakerKind,
    take,
)
from tests.unit.ingest.test_speakers_near import PARTS, Case, bare, cases

NOBODY = Speaker("Zebulon Quartz")


def questioned(case: Case, speaker: Speaker) -> bool:
    """Whether the checklist questions a speaker of the passage."""
    article = Article("a", Metadata(language=case.language), case.text)
    excerpt = replace(take(article, case.span), id="e1", speaker=speaker)
    items = (Item("i1", ItemKind.QUOTE, "e1"),)
    brief = Brief("b", excerpts={"e1": excerpt}, sections=(Section("s1", "One", items),))
    subject = Subject(brief, {"a": article}, {"e1": verify(excerpt, article)})
    return any(True for _ in RULES["speaker.unfounded"].find(subject))


def another(case: Case, wanted: str) -> Speaker | None:
    """Somebody else who is found near the passage."""
    last = set(wanted.casefold().split())
    others = (a for a in case.found() if bare(a.name) != bare(wanted) and a.name.casefold().split()[-1] not in last)
    found = next(others, None)
    return Speaker(found.name, kind=found.kind) if found else None


def test_the_right_speaker_is_hardly_ever_questioned_and_a_wrong_one_mostly() -> None:
    seen: Counter[str] = Counter()
    for case in (case for part in PARTS for case in cases(part)):
        wanted = case.expected.get("speaker", "")
        if wanted:
            right = Speaker(wanted, kind=SpeakerKind(case.expected.get("kind", "named")))
            wrong = another(case, wanted)
            seen += Counter(right=1, alarms=questioned(case, right), nobody=questioned(case, NOBODY))
            if wrong:
                seen += Counter(wrong=1, found=questioned(case, wrong))
    assert seen["right"] > 200
    assert seen["alarms"] / seen["right"] < 0.01
    assert seen["nobody"] == seen["right"]
    assert seen["found"] / seen["wrong"] > 0.9
