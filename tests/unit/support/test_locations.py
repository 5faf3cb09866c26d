"""The user's folders."""

import os
from pathlib import Path

import pytest

from briefing_tui.errors import StorageError
from briefing_tui.support import Locations, readable, workspace_key


def test_the_environment_goes_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    assert Locations.default() == Locations(*(tmp_path / n / "briefing" for n in ("CONFIG", "STATE", "CACHE")))
    assert not list(tmp_path.iterdir()), "nothing is made before it is needed"


def test_without_it_they_lie_in_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", "not/absolute")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert tmp_path in Locations.default().cache.parents


def test_a_home_that_is_no_absolute_path_makes_no_folder_where_one_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "STATE", "CACHE"):
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
    monkeypatch.setenv("HOME", "relative")
    found = Locations.default()
    assert all(folder.is_absolute() for folder in (found.config, found.state, found.cache))
    monkeypatch.setattr(os, "getuid", lambda: 2**31 - 2)
    with pytest.raises(StorageError, match="no absolute path"):
        Locations.default()


def test_what_is_no_utf_8_in_a_name_is_spelt_out() -> None:
    assert readable(os.fsdecode("ä/y".encode() + b"\xff")) == r"ä/y\xff"


def test_a_workspace_has_one_key(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert (
        workspace_key(tmp_path / "a") == workspace_key(tmp_path / "link") == workspace_key(tmp_path / "a" / ".." / "a")
    )
    assert workspace_key(tmp_path / "a") != workspace_key(tmp_path)
