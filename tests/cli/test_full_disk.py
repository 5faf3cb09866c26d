"""A full disk under a brief: what is in the journal is done, and is not to be done again."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest

from briefing_tui.cli import run
from briefing_tui.support import atomic

NOTE = "note-deconfliction-line"


@pytest.mark.parametrize("as_json", [[], ["--json"]])
def test_a_pin_that_only_the_journal_has_is_a_pin(
    shipped: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], as_json: list[str]
) -> None:
    def excerpts() -> list[str]:
        assert run(["-w", str(shipped), "brief", "show", "desk", "--json"]) == 0
        return list(json.loads(capsys.readouterr().out)["excerpts"])

    real = atomic.write_bytes

    def full(path: Path, data: bytes) -> None:
        if path.is_relative_to(shipped):
            raise atomic.storage_error(OSError(errno.ENOSPC, "full"), path, "cannot be written")
        real(path, data)

    assert run(["-w", str(shipped), "brief", "new", "desk", "--title", "T"]) == 0
    before = (shipped / "briefs/desk.yaml").read_bytes()
    capsys.readouterr()
    with monkeypatch.context() as patched:
        patched.setattr(atomic, "write_bytes", full)
        assert run(["-w", str(shipped), "pin", "desk", NOTE, "--paragraph", "1", *as_json]) == 0
        told = capsys.readouterr()
        assert excerpts() == ["e1"]
    assert "e1" in told.out
    assert "the disk is full" in told.err
    assert "journal" in told.err
    assert "try again" not in told.err
    assert (shipped / "briefs/desk.yaml").read_bytes() == before
    assert run(["-w", str(shipped), "brief", "set", "desk", "title=Two"]) == 0
    assert "e1:" in (shipped / "briefs/desk.yaml").read_text()
