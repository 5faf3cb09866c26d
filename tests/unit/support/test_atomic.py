"""Whole files or none."""

import errno
import os
import tempfile
from pathlib import Path

import pytest

from briefing_tui.errors import InvalidError, StorageError
from briefing_tui.support import atomic


def test_it_replaces_and_leaves_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a file 'with' quotes.txt"
    atomic.write_text(file, "one\r\n")
    atomic.write_text(file, "zwölf\n")
    assert file.read_bytes() == "zwölf\n".encode()
    assert list(tmp_path.iterdir()) == [file]


def test_mode_and_links_are_kept(tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    atomic.write_text(link, "new")
    assert link.is_symlink()
    assert (file.read_text(), file.stat().st_mode & 0o777) == ("new", 0o640)


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "disk is full"), (errno.EROFS, "read-only"), (errno.EACCES, "permission")]
)
@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_failure_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str, call: str
) -> None:
    file = tmp_path / "file"
    file.write_text("old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    if call == "write":
        monkeypatch.setattr(tempfile, "mkstemp", fail)
    elif call == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(StorageError, match=words) as caught:
        atomic.write_text(file, "new")
    assert str(file) in caught.value.where
    assert caught.value.hint
    assert (file.read_text(), list(tmp_path.iterdir())) == ("old", [file])


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="not there"):
        atomic.write_text(tmp_path / "gone" / "file", "x")


def test_half_a_surrogate_pair_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidError):
        atomic.write_text(tmp_path / "file", "a\ud800")
    assert not list(tmp_path.iterdir())
