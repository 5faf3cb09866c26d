"""Folders and briefs whose names are no UTF-8."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing_tui.errors import BriefingError
from briefing_tui.support import Locations
from briefing_tui.workspace import Workspace, make


@pytest.fixture
def odd(tmp_path: Path, home: Path) -> Workspace:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/nu\xff\xfe"))
    try:
        make(folder)
    except (OSError, BriefingError):
        pytest.skip("this file system has no such names")
    return Workspace.open(folder, Locations(home / "config", home / "state", home / "cache"))


def test_a_workspace_below_a_name_that_is_not_utf_8_works(odd: Workspace) -> None:
    odd.briefs.new("one", "One")
    assert [head.id for head in odd.briefs.heads()] == ["one"]
    assert [head.title for head in odd.briefs.heads()] == ["One"], "as it was remembered"


def test_a_brief_whose_name_is_not_utf_8_is_listed_with_what_to_do(odd: Workspace) -> None:
    odd.briefs.new("one", "One")
    Path(os.fsdecode(os.fsencode(odd.places.briefs) + b"/y\xff.yaml")).write_text("title: Two\n")
    one, two = odd.briefs.heads()
    assert (one.id, one.problem, two.id) == ("one", "", r"y\xff")
    assert "rename the file" in two.problem
    assert two.problem.encode()
    with pytest.raises(BriefingError) as refused:
        odd.briefs.read(two.id)
    assert refused.value.hint == two.problem
