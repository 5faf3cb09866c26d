"""The file that a briefing becomes: whole or not at all."""

from contextlib import suppress
from pathlib import Path

import pytest

from briefing_tui.compile.output import prepared, put_in_place
from briefing_tui.errors import StorageError


def test_it_takes_its_place_whole(tmp_path: Path) -> None:
    output = tmp_path / "new folder" / "x.pdf"
    with prepared(output) as temporary:
        temporary.write_bytes(b"new")
        assert not output.exists()
        put_in_place(temporary, output)
    assert output.read_bytes() == b"new"
    assert list(output.parent.iterdir()) == [output]


def test_what_was_there_stays_where_it_fails(tmp_path: Path) -> None:
    output = tmp_path / "x.pdf"
    output.write_bytes(b"old")
    with suppress(ZeroDivisionError), prepared(output) as temporary:
        temporary.write_bytes(b"half")
        raise ZeroDivisionError
    assert output.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [output]


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="folder"), prepared(tmp_path):
        pass


def test_a_file_among_its_folders_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError), prepared(tmp_path / "file" / "x.pdf"):
        pass
