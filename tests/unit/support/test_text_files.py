"""Files as they lie on a disk of anybody's: pipes, devices, folders, files too large."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing_tui.errors import FormatError, NotFoundError, StorageError
from briefing_tui.support.text_files import MIB, read_bytes


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"x" * MIB)
    assert len(read_bytes(file, limit=MIB)) == MIB
    with pytest.raises(FormatError, match="larger"):
        read_bytes(file, limit=MIB - 1)


def test_a_pipe_is_not_waited_for_nor_a_device_drained(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    for name in ("pipe", "zero"):
        with pytest.raises(StorageError, match="device or a pipe") as caught:
            read_bytes(tmp_path / name, limit=MIB)
        assert name in caught.value.where
        assert caught.value.hint
    with pytest.raises(StorageError, match="folder"):
        read_bytes(tmp_path, limit=MIB)


@pytest.mark.parametrize("name", ["gone", "a\0b", "a\ud800b"])
def test_what_no_file_has_for_a_name_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotFoundError):
        read_bytes(tmp_path / name, limit=MIB)
