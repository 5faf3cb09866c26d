"""What goes wrong with one file stays with it: odd names, closed folders, full disks, killed programs, broken logs."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from briefing_tui.errors import CancelledError, StorageError
from briefing_tui.ingest import Reading, Unread
from briefing_tui.storage import Originals
from briefing_tui.support import atomic
from briefing_tui.workspace import Workspace
from tests.unit.workspace.conftest import TEXT, WORDS


def full_after(n: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that takes `n` more files."""
    left, real = n, atomic.write_bytes

    def write(path: Path, data: bytes) -> None:
        nonlocal left
        if left == 0:
            error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            raise atomic.storage_error(error, path, "cannot be written")
        left -= 1
        real(path, data)

    monkeypatch.setattr(atomic, "write_bytes", write)


def test_a_name_that_is_not_utf_8_is_imported(workspace: Workspace, files: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(files) + b"/caf\xe9.txt")).write_text(TEXT.format(99, "no"))
    except OSError:
        pytest.skip("this disk takes no such names")
    report = workspace.importing.run([files])
    assert not report.failed
    (odd,) = [one for one in report.imported if one.article.metadata.original["file"] == "caf\ufffd.txt"]
    odd.source.encode()
    assert (workspace.places.originals / odd.article.id / "caf\ufffd.txt").is_file()
    assert len(workspace.articles.headers()) == len(WORDS) + 1


@pytest.mark.parametrize("name", ["a\0b.txt", "x" * 5000 + ".txt", "\ud800.txt"])
def test_a_path_that_cannot_be_is_one_failure(workspace: Workspace, files: Path, name: str) -> None:
    report = workspace.importing.run([Path(name), files])
    (failed,) = report.failed
    f"{failed.source}{failed.error}".encode()
    assert len(report.imported) == len(WORDS)


@pytest.mark.parametrize("error", [ValueError("embedded null byte"), MemoryError(), RecursionError("too deep")])
def test_whatever_one_file_raises_the_others_are_imported(
    workspace: Workspace, files: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    real = Reading.read

    def read(self: Reading, name: str, data: bytes) -> object:
        if name == "2.txt":
            raise error
        return real(self, name, data)

    monkeypatch.setattr(Reading, "read", read)
    report = workspace.importing.run([files])
    assert [Path(one.source).name for one in report.failed] == ["2.txt"]
    assert report.failed[0].error.hint
    assert len(report.imported) == len(WORDS) - 1


def test_a_link_with_a_zero_byte_fails_no_other_record(workspace: Workspace, tmp_path: Path) -> None:
    records = [
        {"id": "a", "type": "book", "title": "On quays and their keepers", "file": "a\0b.txt"},
        {"id": "b", "type": "book", "title": "A history of late ferries"},
    ]
    (tmp_path / "refs.json").write_text(json.dumps(records))
    report = workspace.importing.run([tmp_path / "refs.json"])
    assert "A history of late ferries" in [one.article.metadata.title for one in report.imported]


def test_a_folder_that_cannot_be_read_is_told(
    workspace: Workspace, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (files / "closed").mkdir()
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(errno.EACCES, "denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    report = workspace.importing.run([files])
    (failed,) = report.failed
    assert failed.source == str(files / "closed")
    assert "no permission" in failed.error.message
    assert len(report.imported) == len(WORDS)


@pytest.mark.parametrize("writes", [0, 1, 2, 4, 7])
def test_a_full_disk_loses_no_report(
    workspace: Workspace, files: Path, monkeypatch: pytest.MonkeyPatch, writes: int
) -> None:
    with monkeypatch.context() as patch:
        full_after(writes, patch)
        report = workspace.importing.run([files])
    assert len(report.imported) == writes // 3
    assert len(report.failed) == len(WORDS) - writes // 3
    assert all("the disk is full" in one.error.message for one in report.failed)
    kept = [path for path in workspace.places.originals.iterdir() if path.is_dir()]
    assert all(any(path.iterdir()) for path in kept)
    assert len(workspace.importing.run([files]).imported) == len(WORDS)
    assert len(workspace.articles.headers()) == len(WORDS)


def test_an_original_of_many_leaves_nothing_on_a_full_disk(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    originals = Originals(workspace.places.originals)
    originals.keep("a", "refs.bib", b"one", (), part=True)
    before = sorted(workspace.places.originals.rglob("*"))
    for writes in (0, 1):
        with monkeypatch.context() as patch:
            full_after(writes, patch)
            with pytest.raises(StorageError):
                originals.keep("b", "refs.bib", b"two", (), part=True)
        assert sorted(workspace.places.originals.rglob("*")) == before


def test_a_log_that_cannot_be_written_fails_articles_and_no_report(
    workspace: Workspace, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fsync(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", fsync)
    report = workspace.importing.run([files])
    assert len(report.failed) == len(WORDS)
    assert not list(workspace.places.corpus.glob("*.md"))


def test_a_catalogue_that_cannot_be_written_loses_no_report(
    workspace: Workspace, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, scans = workspace.articles.scan, []

    def scan() -> object:
        scans.append(1)
        if len(scans) == 2:
            raise OSError(errno.ENOSPC, "full")
        return real()

    monkeypatch.setattr(workspace.articles, "scan", scan)
    report = workspace.importing.run([files])
    assert len(report.imported) == len(WORDS)
    assert "the disk is full" in report.failed[0].error.message


def test_an_article_called_parts_owns_nothing_of_the_others(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "parts.txt").write_text("Parts\n\nparts\n")
    originals = Originals(workspace.places.originals)
    originals.keep("a", "refs.bib", b"two entries", (), part=True)
    originals.keep("parts", "parts.txt", b"Parts", (), part=False)
    assert sorted(path.name for path in originals.folder("parts").iterdir()) == ["lines.json", "parts.txt"]
    assert [path.read_bytes() for path in workspace.places.originals.glob(".parts/*/refs.bib")] == [b"two entries"]


@pytest.mark.parametrize("name", ["lines.json", "Lines.JSON"])
def test_a_document_named_as_our_list_keeps_its_original(workspace: Workspace, tmp_path: Path, name: str) -> None:
    data = json.dumps([{"id": "a", "type": "book", "title": "On quays and their keepers", "abstract": "Late."}])
    (tmp_path / name).write_text(data)
    Originals(workspace.places.originals).keep("a", name, data.encode(), (), part=False)
    folder = workspace.places.originals / "a"
    assert (folder / f"original-{name}").read_text() == data
    assert Originals(workspace.places.originals).blocks("a") == ()
    assert Originals(workspace.places.originals).is_free("a", data.encode())
    assert not Originals(workspace.places.originals).is_free("a", b"another")


def test_stopping_while_a_linked_file_is_read_stops(
    workspace: Workspace, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefing_tui.workspace.importing.importer import _Call

    def document(*_: object) -> Unread:
        raise CancelledError("the import was stopped")

    monkeypatch.setattr(_Call, "_document", document)
    report = workspace.importing.run([files])
    assert report.stopped
    assert not report.failed
