"""Importing into a workspace: recognised, linked, corrected, taken out again; nothing doubled, nothing overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing_tui.errors import NotFoundError, RefusedError
from briefing_tui.model import ExcerptState, Metadata, Span, State
from briefing_tui.workspace import Workspace
from briefing_tui.workspace.importing import Imported
from briefing_tui.workspace.importing.differences import differences

BODY = (
    "The island council voted on Thursday to end the evening ferry, against the advice of its own harbour master.\n\n"
    "The mayor said that the boat ran half empty for years, and that nobody at the quay would miss it in winter.\n\n"
    "She promised a bus to the bridge instead, which the council has not yet found the money for.\n"
)
HEAD = "The evening ferry will stop in March\n\nBy Anna Karlsen\n\n14 February 2026\n\n"
TAIL = "\nFollow us on Facebook and Instagram\n"


def take_in(workspace: Workspace, path: Path, text: str, **fields: str) -> Imported:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    report = workspace.importing.run([path], overrides=fields)
    assert not report.failed
    return report.imported[-1]


def pinned(workspace: Workspace, article_id: str, words: str) -> None:
    article = workspace.articles.article(article_id)
    start = article.text.index(words)
    workspace.briefs.new("desk", "T")
    with workspace.briefs.open("desk") as session:
        workspace.briefs.pin(session, article, Span(start, start + len(words)))


def test_the_same_file_again_writes_nothing_and_keeps_what_a_person_set(workspace: Workspace, tmp_path: Path) -> None:
    one = take_in(workspace, tmp_path / "a.txt", HEAD + BODY)
    workspace.corrections.set_fields(one.article.id, {"title": "My title"})
    before = {p: p.read_bytes() for p in workspace.path.rglob("*") if p.is_file() and ".lock" not in p.name}
    again = take_in(workspace, tmp_path / "a.txt", HEAD + BODY)
    assert not again.is_new
    assert again.same_as == one.article.id
    (difference,) = again.differences
    assert (difference.field, difference.kept, difference.state) == ("title", "My title", State.USER)
    assert difference.document == "The evening ferry will stop in March"
    assert {p: p.read_bytes() for p in before} == before


def test_what_a_document_does_not_state_differs_only_from_what_a_person_set(
    workspace: Workspace, tmp_path: Path
) -> None:
    one = take_in(workspace, tmp_path / "a.txt", HEAD + BODY, publisher="Port Press")
    workspace.corrections.set_fields(one.article.id, {"genre": "news"})
    again = take_in(workspace, tmp_path / "a.txt", HEAD + BODY)
    assert {(d.field, d.document) for d in again.differences} == {("genre", ""), ("publisher", "")}
    assert differences(Metadata(language="en", states={"language": State.INFERRED}), Metadata()) == ()


def test_the_same_text_from_another_site_is_an_article_of_its_own(workspace: Workspace, tmp_path: Path) -> None:
    one = take_in(workspace, tmp_path / "a.txt", HEAD + BODY, **{"container-title": "The Herald"})
    other = take_in(workspace, tmp_path / "b.txt", BODY, **{"container-title": "The Mirror"})
    assert other.is_new
    assert other.same_as == one.article.id
    relations = {(link.relation.value, link.article) for link in workspace.links.of(one.article.id)}
    assert relations == {("same text", other.article.id)}


def test_the_same_text_in_another_encoding_is_there_already(workspace: Workspace, tmp_path: Path) -> None:
    one = take_in(workspace, tmp_path / "a.txt", HEAD + BODY)
    (tmp_path / "b.txt").write_bytes((HEAD + BODY).replace("\n", "\r\n").encode("utf-16"))
    (again,) = workspace.importing.run([tmp_path / "b.txt"]).imported
    assert again.same_as == again.article.id == one.article.id


def test_a_newer_version_is_kept_beside_the_older_one(workspace: Workspace, tmp_path: Path) -> None:
    one = take_in(workspace, tmp_path / "old/a.txt", HEAD + BODY)
    pinned(workspace, one.article.id, "The mayor said that the boat ran half empty for years")
    with workspace.briefs.open("desk") as session:
        text = one.article.text
        start = text.index("She promised a bus")
        workspace.briefs.pin(session, one.article, Span(start, start + len("She promised a bus to the bridge instead")))
    brief = workspace.briefs.read("desk")
    newer = take_in(
        workspace, tmp_path / "new/a.txt", HEAD + "Updated.\n\n" + BODY.replace("half empty", "nearly full")
    )
    assert newer.version_of == one.article.id
    assert newer.article.id != one.article.id
    (affected,) = newer.affected
    assert affected.brief == "desk"
    assert dict(affected.states) == {ExcerptState.ALTERED: 1, ExcerptState.MOVED: 1}
    assert workspace.briefs.read("desk") == brief
    assert {v.state for v in workspace.briefing.verify(brief).values()} == {ExcerptState.IDENTICAL}
    assert ("newer version", newer.article.id) in {
        (n.relation.value, n.article) for n in workspace.links.of(one.article.id)
    }
    moved = workspace.to_newer(brief)
    assert (moved.moved, [left[:2] for left in moved.left]) == (("e2",), [("e1", newer.article.id)])
    states = {name: v.state.value for name, v in workspace.briefing.verify(moved.brief).items()}
    assert (states, moved.brief.excerpts["e2"].article) == ({"e1": "identical", "e2": "identical"}, newer.article.id)
    third = take_in(workspace, tmp_path / "newest/a.txt", HEAD + BODY.replace("half empty", "brimful"))
    assert third.version_of == newer.article.id


def test_a_digest_is_recognised_by_the_hash_and_guessed_by_what_agrees(workspace: Workspace, tmp_path: Path) -> None:
    digest = (
        "---\nformat: 1\ntitle: The evening ferry will stop in March\n"
        "custom:\n  text: digest\n  digest-of: {{sha256: {}}}\n---\nOurs.\n"
    )
    (workspace.path / "corpus/ours.md").write_text(digest.format("ab" * 32))
    guessed = take_in(workspace, tmp_path / "a.txt", HEAD + BODY)
    assert (guessed.digest, guessed.digest_guessed) == ("ours", "title")
    sha256 = guessed.article.metadata.original["sha256"]
    (workspace.path / "corpus/sure.md").write_text(digest.format(sha256))
    workspace.removal.forget(guessed.article.id)
    sure = take_in(workspace, tmp_path / "a.txt", HEAD + BODY)
    assert (sure.digest, sure.digest_guessed) == ("sure", "")
    assert ("original", sure.article.id) in {(n.relation.value, n.article) for n in workspace.links.of("sure")}


@pytest.mark.parametrize(
    ("title", "sha256", "found"),
    [
        ("Ours", "", ("", "")),
        ("The evening ferry will stop in March", "cd" * 32, ("ferry", "title")),
        ("Ours", "the original's", ("ferry", "")),
    ],
)
def test_what_a_digest_is_of_is_recognised_too(
    workspace: Workspace, tmp_path: Path, title: str, sha256: str, found: tuple[str, str]
) -> None:
    original = take_in(workspace, tmp_path / "a.txt", HEAD + BODY).article
    sha256 = original.metadata.original["sha256"] if sha256 == "the original's" else sha256 or "ab" * 32
    text = f"---\nformat: 1\ntitle: {title}\ncustom:\n  text: digest\n  digest-of: {{sha256: {sha256}}}\n---\nOurs.\n"
    digest = take_in(workspace, tmp_path / "ours.md", text)
    assert digest.digest == ""
    assert (digest.digest_of, digest.digest_guessed) == (found[0] and original.id, found[1])


def test_shared_passages_are_told_with_both_places(workspace: Workspace, tmp_path: Path) -> None:
    one = take_in(workspace, tmp_path / "a.txt", HEAD + BODY)
    quoted = "It was noted: the boat ran half empty for years, and that nobody at the quay would miss it. So it goes."
    other = take_in(workspace, tmp_path / "b.txt", quoted)
    (sharing,) = other.shares
    assert sharing.article == one.article.id
    (passage,) = sharing.passages
    assert passage.here.slice(other.article.text) == passage.there.slice(one.article.text)
    assert [s.article for s in workspace.links.shares(one.article.id)] == [other.article.id]


def test_a_dropped_line_can_be_restored_and_the_brief_still_holds(workspace: Workspace, tmp_path: Path) -> None:
    one = take_in(workspace, tmp_path / "a.txt", HEAD + BODY + TAIL)
    pinned(workspace, one.article.id, "She promised a bus")
    (line,) = [d.line for d in one.dropped if d.text.startswith("By Anna")]
    restored = workspace.corrections.restore(one.article.id, [line])
    assert restored.text.startswith("By Anna Karlsen\n\nThe island council")
    (verification,) = workspace.briefing.verify(workspace.briefs.read("desk")).values()
    assert verification.state is ExcerptState.MOVED
    with pytest.raises(NotFoundError, match="in the text already"):
        workspace.corrections.restore(one.article.id, [line])


def test_what_was_not_imported_has_nothing_to_restore(workspace: Workspace) -> None:
    (workspace.path / "corpus/mine.md").write_text("---\nformat: 1\n---\nText.\n")
    with pytest.raises(NotFoundError, match="were not kept"):
        workspace.corrections.restore("mine", [1])


def test_confirming_makes_what_is_inferred_a_persons(workspace: Workspace, tmp_path: Path) -> None:
    one = take_in(workspace, tmp_path / "a.txt", HEAD + BODY)
    assert one.article.metadata.state("language") is State.INFERRED
    confirmed = workspace.corrections.confirm(one.article.id, ["language"])
    assert confirmed.metadata.state("language") is State.USER
    assert confirmed.metadata.evidence["language"]


def test_an_article_is_not_taken_from_under_a_brief(workspace: Workspace, tmp_path: Path) -> None:
    one = take_in(workspace, tmp_path / "a.txt", HEAD + BODY)
    pinned(workspace, one.article.id, "She promised a bus")
    with pytest.raises(RefusedError, match="desk"):
        workspace.removal.forget(one.article.id)
    removed = workspace.removal.forget(one.article.id, force=True)
    assert removed.quoted_by == ("desk",)
    assert (removed.trash / f"{one.article.id}.md").is_file()
    assert (removed.trash / "original/a.txt").read_text() == HEAD + BODY
    assert not list(workspace.articles.headers())
    assert any(f.rule.startswith("quotation.") for f in workspace.briefing.check(workspace.briefs.read("desk")))


def test_the_last_import_can_be_taken_back_once_each(workspace: Workspace, tmp_path: Path) -> None:
    first = take_in(workspace, tmp_path / "a.txt", HEAD + BODY)
    (tmp_path / "more").mkdir()
    for name in ("b", "c"):
        (tmp_path / f"more/{name}.txt").write_text(
            f"Story {name} of the harbour\n\nNothing like the other one, {name * 9}."
        )
    workspace.importing.run([tmp_path / "more"])
    assert len(workspace.removal.undo_import()) == 2
    assert [h.id for h in workspace.articles.headers()] == [first.article.id]
    assert len(workspace.removal.undo_import()) == 1
    with pytest.raises(NotFoundError, match="no import"):
        workspace.removal.undo_import()


def test_an_import_that_was_stopped_goes_on_without_doubles(workspace: Workspace, tmp_path: Path) -> None:
    for n in range(6):
        (tmp_path / f"{n}.txt").write_text(
            f"Story number {n} of the quay\n\nWhat happened on day {n} is told here, {'x' * n}."
        )
    files = sorted(tmp_path.glob("*.txt"))
    asked = iter([False] * 3 + [True] * 9)
    stopped = workspace.importing.run(files, cancelled=lambda: next(asked))
    assert stopped.stopped
    assert len(stopped.imported) == 3
    rest = workspace.importing.run(files)
    assert sum(one.is_new for one in rest.imported) == 3
    assert len(list(workspace.articles.headers())) == 6


def test_a_folder_with_circles_and_other_files(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep/a.txt").write_text(HEAD + BODY)
    (folder / "deep/up").symlink_to(folder)
    (folder / "tool.bin").write_bytes(b"\0")
    (folder / ".hidden.txt").write_text("no")
    report = workspace.importing.run([folder])
    assert [Path(one.source).name for one in report.imported] == ["a.txt"]
    assert report.skipped == 1
    assert not report.failed


def test_what_cannot_be_read_fails_alone(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "a.txt").write_text(HEAD + BODY)
    report = workspace.importing.run([tmp_path / "gone.txt", tmp_path / "empty.txt", tmp_path, tmp_path / "a.txt"])
    assert {Path(f.source).name for f in report.failed} == {"gone.txt", "empty.txt"}
    assert [one.article.metadata.title for one in report.imported] == ["The evening ferry will stop in March"]


def test_an_original_that_lies_there_is_never_pushed_out(workspace: Workspace, tmp_path: Path) -> None:
    one = take_in(workspace, tmp_path / "a.txt", HEAD + BODY)
    (workspace.path / f"corpus/{one.article.id}.md").unlink()  # by hand; its original stays
    other = take_in(
        workspace, tmp_path / "a.txt", HEAD + BODY + "\nAnd a fourth paragraph that was not there before.\n"
    )
    assert other.article.id != one.article.id
    assert (workspace.places.originals / one.article.id / "a.txt").read_text() == HEAD + BODY


def test_the_lines_of_the_source_are_kept_with_what_was_dropped(workspace: Workspace, tmp_path: Path) -> None:
    one = take_in(workspace, tmp_path / "a.txt", HEAD + BODY + TAIL)
    kept = json.loads((workspace.places.originals / one.article.id / "lines.json").read_text())
    assert [(entry["line"], entry["dropped"]) for entry in kept["lines"] if "dropped" in entry][:3] == [
        (1, "title"),
        (3, "byline"),
        (5, "date"),
    ]
    assert next(b.text for b in workspace.corrections.source(one.article.id) if not b.kind).startswith("The island")
