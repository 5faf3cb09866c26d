"""Briefs as files."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from briefing_tui.errors import FormatError, NotFoundError
from briefing_tui.model import Brief, Confidence, Item, ItemKind, Judgement, Section, Speaker, SpeakerKind
from briefing_tui.storage import brief_from_plain, brief_paths, brief_to_plain, parse_brief, render_brief, trash
from briefing_tui.storage.brief_plain import PlainWriter
from tests.unit.storage.drafts import brief, briefs, excerpt


@settings(max_examples=40)
@given(briefs())
def test_what_is_written_comes_back_and_a_journal_holds_it_too(made: Brief) -> None:
    assert parse_brief(render_brief(made), file="b.yaml") == made
    assert brief_from_plain(json.loads(json.dumps(brief_to_plain(made))), file="b.yaml") == made


def test_the_file_as_documented() -> None:
    made = Brief(
        "deconfliction",
        title="A title",
        date="2026-11-21",
        marking="TLP:GREEN",
        bottom_line="Nothing changes.",
        excerpts={
            "e10": excerpt(10, heading=True),
            "e2": excerpt(2, speaker=Speaker("A. B.", "spokesman", SpeakerKind.NAMED, ("Reuters",))),
        },
        judgements=(
            Judgement("j1", "It goes on.", "likely", Confidence("moderate", "two sources"), ("e2",), ("e10",)),
        ),
        sections=(
            Section("s1", "Background", (Item("i1", ItemKind.QUOTE, "e2", core="The core", note="A note"),)),
            Section("s2", "Detail", (Item("i3", ItemKind.TEXT, text="Own prose [@e10]."),), level=2, extra={"mine": 1}),
        ),
        last_ids={"e": 12, "i": 3, "s": 2},
        extra={"classification": "none"},
    )
    sha = "ab" * 32
    assert render_brief(made) == (
        "format: 1\n"
        "id: deconfliction\n"
        "title: A title\n"
        "date: 2026-11-21\n"
        "reference: ''\n"
        "author: ''\n"
        "addressee: ''\n"
        "marking: TLP:GREEN\n"
        "language: en-GB\n"
        "template: bluf\n"
        "style: briefing-note\n"
        "scale: phia\n"
        "cut-off: ''\n"
        "bottom-line: Nothing changes.\n"
        "excerpts:\n"
        "  e2:\n"
        "    article: article\n"
        f"    sha256: {sha}\n"
        "    paragraph: 2\n"
        "    start: 2\n"
        "    end: 11\n"
        "    exact: Words 2\n"
        "    prefix: before\n"
        "    suffix: after\n"
        "    speaker: {name: A. B., role: spokesman, kind: named, via: [Reuters]}\n"
        "  e10:\n"
        "    article: article\n"
        f"    sha256: {sha}\n"
        "    paragraph: 10\n"
        "    heading: true\n"
        "    start: 10\n"
        "    end: 19\n"
        "    exact: Words 10\n"
        "    prefix: before\n"
        "    suffix: after\n"
        "judgements:\n"
        "- id: j1\n"
        "  text: It goes on.\n"
        "  likelihood: likely\n"
        "  confidence: {level: moderate, because: two sources}\n"
        "  for: [e2]\n"
        "  against: [e10]\n"
        "sections:\n"
        "- id: s1\n"
        "  title: Background\n"
        "  items:\n"
        "  - {id: i1, kind: quote, excerpt: e2, core: The core, note: A note}\n"
        "- id: s2\n"
        "  title: Detail\n"
        "  level: 2\n"
        "  items:\n"
        "  - {id: i3, kind: text, text: 'Own prose [@e10].'}\n"
        "  mine: 1\n"
        "comments: []\n"
        "approvals: []\n"
        "last-ids: {e: 12}\n"
        "classification: none\n"
    )


def test_little_is_enough_by_hand() -> None:
    made = parse_brief("title: NO\nscale:\nsections:\n- {id: s1, title: A}\n", file="briefs/mine.yaml")
    assert made == Brief("mine", title="NO", sections=(Section("s1", "A"),))


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "words"),
    [
        ("    article: article\n", "", 16, "excerpts.e1.article", "missing"),
        ("start: 1\n", "start: one\n", 20, "excerpts.e1.start", "whole number"),
        ("end: 10\n", "end: 0\n", 21, "excerpts.e1.end", "whole number from 1"),
        ("exact: Words 1\n", "exact: [Words]\n", 22, "excerpts.e1.exact", "is a text"),
        ("kind: quote", "kind: citation", 30, "sections[1].items[1].kind", "cannot be 'citation'"),
        ("id: i1, ", "", 30, "sections[1].items[1].id", "missing"),
        ("id: i1", "id: i 1", 30, "sections[1].items[1].id", "'i 1' cannot be an id"),
        ("id: i1", "id: n1", 30, "sections[1].items[1].id", "the pages call"),
        ("id: i1", "id: i1.2", 30, "sections[1].items[1].id", "cannot be an id"),
        ("id: s1", "id: s.1", 27, "sections[1].id", "cannot be an id"),
        ("  e1:\n", "  e1.b:\n", 16, "excerpts.e1.b", "cannot be the id"),
        ("  e1:\n", "  'e 1\"><b>':\n", 16, 'excerpts.e 1"><b>', "cannot be the id"),
        ("id: i1", "id: s1", 30, "sections[1].items[1].id", "twice"),
        ("judgements: []", "judgements: none", 25, "judgements", "is a list"),
        ("approvals: []", "approvals: [yes]", 32, "approvals[1]", "holds fields"),
    ],
)
def test_mistakes_are_named(old: str, new: str, line: int, field: str, words: str) -> None:
    text = render_brief(brief(1))
    assert old in text
    with pytest.raises(FormatError, match=words) as caught:
        parse_brief(text.replace(old, new), file="briefs/b.yaml")
    assert (caught.value.file, caught.value.line, caught.value.field) == ("briefs/b.yaml", line, field)


def test_a_newer_format_is_read_as_far_as_that_goes() -> None:
    text = render_brief(brief()).replace("format: 1", "format: 2") + "novelty: x\n"
    read = parse_brief(text, file="b.yaml")
    assert (read.title, read.newer_format, parse_brief(render_brief(brief()), file="b.yaml").newer_format) == (
        "Title",
        2,
        0,
    )
    assert render_brief(read).startswith("format: 2\n"), "a copy does not say that it is older"
    with pytest.raises(FormatError, match="newer version"):
        parse_brief(text.replace("kind: quote", "kind: novelty"), file="b.yaml")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("excerpt: e1", "excerpt: e7"),
        (", excerpt: e1", ""),
        ("judgements: []", "judgements: [{id: j1, text: '', against: [e9]}]"),
    ],
)
def test_an_excerpt_that_is_not_there_leaves_the_brief_readable(old: str, new: str) -> None:
    text = render_brief(brief(1))
    assert text.count(old) == 1
    read = parse_brief(text.replace(old, new), file="b.yaml")
    assert read.excerpts == brief(1).excerpts
    assert parse_brief(render_brief(read), file="b.yaml") == read


def test_an_empty_file_is_said() -> None:
    with pytest.raises(FormatError, match="empty"):
        parse_brief("\n", file="b.yaml")


def test_unchanged_parts_stay_the_same_objects() -> None:
    writer, made = PlainWriter(), brief(50)
    before = writer.write(made)
    after = writer.write(replace(made, excerpts={**made.excerpts, "e51": excerpt(51)}))
    assert all(after["excerpts"][k] is v for k, v in before["excerpts"].items())
    for n in range(3_000):
        after = writer.write(replace(made, excerpts={**made.excerpts, "e7": excerpt(7, exact=str(n))}))
    assert after["excerpts"]["e7"]["exact"] == "2999"
    assert len(writer._known) < 2_000, "what is no longer in use is forgotten"


def test_only_briefs_are_listed(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yaml", "a.conflict.yaml", "a-2.conflict.yaml", ".a.yaml.lock", ".c.yaml", "notes.md"):
        (tmp_path / name).touch()
    (tmp_path / "folder.yaml").mkdir()
    assert [p.name for p in brief_paths(tmp_path)] == ["a.yaml", "b.yaml"]
    assert brief_paths(tmp_path / "gone") == []


def test_deleted_briefs_go_to_the_trash(tmp_path: Path) -> None:
    places = []
    for content in ("one", "two"):
        (tmp_path / "b.yaml").write_text(content, encoding="utf-8")
        places.append(trash(tmp_path / "b.yaml"))
    assert [p.read_text(encoding="utf-8") for p in places] == ["one", "two"]
    assert brief_paths(tmp_path) == []
    with pytest.raises(NotFoundError):
        trash(tmp_path / "b.yaml")


def test_the_briefs_that_ship_come_back_as_the_program_writes_them() -> None:
    files = brief_paths(Path(__file__).resolve().parents[3] / "briefs")
    for file in files:
        text = file.read_text(encoding="utf-8")
        made = parse_brief(text, file=file.name)
        assert parse_brief(render_brief(made), file=file.name) == made
        assert render_brief(made) == text, "an edit changes no line but those that it is about"
