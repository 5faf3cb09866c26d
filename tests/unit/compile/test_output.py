"""The file that a briefing becomes: what would keep it from being written is found before the work."""

import errno
import os
from pathlib import Path

import pytest

from briefing_tui.compile.output import check_place
from briefing_tui.errors import StorageError


def test_its_folder_is_made_and_nothing_else(tmp_path: Path) -> None:
    check_place(tmp_path / "new folder" / "x.pdf")
    assert list(tmp_path.rglob("*")) == [tmp_path / "new folder"]


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="folder"):
        check_place(tmp_path)


def test_a_pipe_in_its_place_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.pdf")
    with pytest.raises(StorageError, match="pipe"):
        check_place(tmp_path / "x.pdf")


def test_a_file_among_its_folders_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError):
        check_place(tmp_path / "file" / "x.pdf")


def test_a_folder_that_may_not_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(StorageError) as error:
        check_place(tmp_path / "x.pdf")
    assert error.value.where == str(tmp_path / "x.pdf")
    assert os.strerror(errno.EACCES) not in error.value.message or error.value.hint
