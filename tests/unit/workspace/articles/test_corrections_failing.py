"""Corrections whose writing fails, wherever it does: undo and redo go on as the article says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui import storage
from briefing_tui.errors import BriefingError, StorageError
from briefing_tui.model import Article, Metadata
from briefing_tui.support import atomic
from briefing_tui.workspace import Workspace
from briefing_tui.workspace.articles.corpus import Corpus
from briefing_tui.workspace.articles.corrections import Corrections
from briefing_tui.workspace.places import Places

TEXT = "The council voted. Twelve were for it.\n\nThe mayor spoke. Nobody listened.\n\nThe boat left."
append_line = atomic.append_line
POINTS = ("before the log", "torn log", "after the log", "after the article")


@dataclass
class Disk:
    """A corpus of one article whose writing can fail."""

    article_: Article
    fails: str = ""

    def path(self, _article: str) -> Path:
        return Path("a.md")

    @contextmanager
    def writing(self) -> Iterator[None]:
        yield

    def article(self, _article: str, *, again: bool = False) -> Article:
        return self.article_

    def write(self, article: Article) -> Article:
        if self.fails == "after the log":
            raise StorageError("the disk is full")
        self.article_ = article
        if self.fails == "after the article":
            raise StorageError("the catalogue is gone")
        return article

    def append(self, path: Path, line: str) -> None:
        if self.fails == "torn log":
            append_line(path, line)
            path.write_bytes(path.read_bytes()[: -len(line) // 2])
        if self.fails in {"before the log", "torn log"}:
            raise StorageError("the disk is full")
        append_line(path, line)


@dataclass
class Expected:
    """What undo and redo are to come to: the states on either side of the one that is."""

    done: list[Article] = field(default_factory=list)
    undone: list[Article] = field(default_factory=list)

    def follow(self, name: str, before: Article, after: Article) -> None:
        if before == after:
            return
        if name == "undo":
            assert after == self.done.pop()
            self.undone.append(before)
        elif name == "redo":
            assert after == self.undone.pop()
            self.done.append(before)
        else:
            self.done.append(before)
            self.undone.clear()


Change = Callable[[Corrections, int], object]
CHANGES: dict[str, Change] = {
    "title": lambda c, n: c.set_fields("a", {"title": f"Title {n % 3}"}),
    "publisher": lambda c, n: c.set_fields("a", {"publisher": "Port" if n % 2 else ""}),
    "speakers": lambda c, n: c.set_fields("a", {"speakers": "Ida Berg ¶ 1" if n % 2 else ""}),
    "split": lambda c, _: c.split("a", 1, len("The council voted. ")),
    "join": lambda c, _: c.join("a", 1),
    "undo": lambda c, _: c.undo("a"),
    "redo": lambda c, _: c.redo("a"),
}
MOVES = st.tuples(st.sampled_from([*CHANGES, "undo", "redo"]), st.sampled_from(["", "", *POINTS]))


@given(st.lists(MOVES, max_size=14))
@settings(deadline=None, max_examples=60)
def test_undo_and_redo_go_on_after_any_failures(moves: Sequence[tuple[str, str]]) -> None:
    first = Article("a", Metadata(title="T"), TEXT)
    disk, expected = Disk(first), Expected()
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        patched.setattr(atomic, "append_line", disk.append)
        corrections = Corrections(cast("Corpus", disk), Places(Path(folder)), Path(folder))
        for n, (name, fails) in enumerate(moves):
            before, disk.fails = disk.article_, fails
            left = {"undo": expected.done, "redo": expected.undone}.get(name)
            can_fail = (BriefingError,) if fails or not left else ()  # as where there is no paragraph to join
            with suppress(*can_fail):
                CHANGES[name](corrections, n)
            disk.fails = ""
            expected.follow(name, before, disk.article_)
            steps = corrections.steps("a")
            assert (len(steps[0]), len(steps[1])) == (len(expected.done), len(expected.undone))
        last, done = disk.article_, len(expected.done)
        while expected.done:
            assert corrections.undo("a")[0] == expected.done.pop()
        assert disk.article_ == first
        for _ in range(done):
            corrections.redo("a")
        assert disk.article_ == last


@pytest.mark.parametrize("fails", ["write_article", "scan"])
def test_what_could_not_be_written_is_taken_back_and_made_again_later(
    workspace: Workspace, files: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    (one,) = workspace.importing.run([files / "0.txt"]).imported
    article, corrections = one.article.id, workspace.corrections
    corrections.set_fields(article, {"title": "One"})
    corrections.set_fields(article, {"publisher": "Me"})
    whole = corrections.split(article, 1, len("The quay "))
    names = ["split ¶ 1", "set publisher", "set title"]

    def full(*_: object) -> None:
        raise StorageError("the disk is full")

    def failing(act: Callable[[str], object]) -> None:
        with monkeypatch.context() as patched:
            patched.setattr(Corpus if fails == "scan" else storage, fails, full)
            with pytest.raises(StorageError, match="disk is full"):
                act(article)

    failing(corrections.undo)  # only the catalogue can fail after the article is written
    done = fails == "scan"
    assert [s.label for s in corrections.steps(article)[0]] == names[done:][::-1]
    assert [corrections.undo(article)[1] for _ in names[done:]] == names[done:]
    failing(corrections.redo)
    assert [corrections.redo(article)[1] for _ in names[done:]] == names[::-1][done:]
    assert workspace.articles.article(article, again=True) == whole


@pytest.mark.parametrize("act", ["undo", "redo"])
def test_what_could_not_be_written_is_known_though_something_else_changed_since(tmp_path: Path, act: str) -> None:
    disk = Disk(Article("a", Metadata(title="T"), TEXT))
    corrections = Corrections(cast("Corpus", disk), Places(tmp_path), tmp_path)
    corrections.set_fields("a", {"publisher": "Me"})
    CHANGES["split"](corrections, 0)
    if act == "redo":
        corrections.undo("a")
    disk.fails = "after the log"
    with pytest.raises(StorageError):
        CHANGES[act](corrections, 0)
    disk.fails, disk.article_ = "", disk.article_.with_metadata(genre="news")
    assert CHANGES[act](corrections, 0) == (disk.article_, "split ¶ 1")
    assert disk.article_.text.startswith("The council voted.\n\nTwelve") == (act == "redo")
