"""Taking an import back: after a kill, with a damaged log, and never from under a brief or by half."""

from __future__ import annotations

import errno
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing_tui.errors import NotFoundError, RefusedError, StorageError
from briefing_tui.workspace import Workspace
from briefing_tui.workspace.importing.log import LOG
from tests.unit.workspace.conftest import WORDS

KILLED = """
import os, signal, sys
from pathlib import Path
from briefing_tui.support.locations import Locations
from briefing_tui.workspace import Workspace
from briefing_tui.workspace.importing import importer
real = importer.write_article
def write(path, article):
    real(path, article)
    if len(list(path.parent.glob("*.md"))) == 3:
        os.kill(os.getpid(), signal.SIGKILL)
importer.write_article = write
desk, home, files = map(Path, sys.argv[1:])
workspace = Workspace.open(desk, Locations(home / "config", home / "state", home / "cache"))
workspace.importing.run([files])
"""


def test_what_a_killed_import_made_is_taken_back(workspace: Workspace, files: Path, home: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, workspace.path, home, files], check=False)
    assert killed.returncode == -signal.SIGKILL
    workspace.articles.scan()
    assert len(workspace.articles.headers()) == 3
    assert len(workspace.removal.undo_import()) == 3
    assert not workspace.articles.headers()


def test_an_import_that_makes_nothing_leaves_the_log_alone(workspace: Workspace, files: Path) -> None:
    workspace.importing.run([files])
    log = workspace.places.originals / LOG
    before = log.read_bytes()
    workspace.importing.run([files])
    assert log.read_bytes() == before


def test_taking_back_tells_the_import(workspace: Workspace, files: Path) -> None:
    workspace.importing.run([files / "0.txt"])
    workspace.importing.run([files])
    second = workspace.removal.undo_import()
    (first,) = workspace.removal.undo_import()
    assert len(second) == len(WORDS) - 1
    assert first.imported < second[0].imported
    with pytest.raises(NotFoundError, match="no import"):
        workspace.removal.undo_import()


def test_an_import_of_which_nothing_is_left_is_passed_over(workspace: Workspace, files: Path) -> None:
    (first,) = workspace.importing.run([files / "0.txt"]).imported
    (second,) = workspace.importing.run([files / "1.txt"]).imported
    workspace.removal.forget(second.article.id)
    assert [one.article for one in workspace.removal.undo_import()] == [first.article.id]


@pytest.mark.parametrize(
    "damage", [lambda log: log + b'{"import": "20', lambda log: b"\xff\xfe\0\n" + log, lambda log: b"[]\n" + log]
)
def test_a_damaged_log_is_set_aside_and_what_can_be_read_goes_on(
    workspace: Workspace, files: Path, damage: Callable[[bytes], bytes]
) -> None:
    workspace.importing.run([files / "0.txt"])
    log = workspace.places.originals / LOG
    damaged = damage(log.read_bytes())
    log.write_bytes(damaged)
    workspace.importing.run([files / "1.txt"])
    assert (log.parent / f"{LOG}.unreadable-1").read_bytes() == damaged
    assert len(workspace.removal.undo_import()) == 1
    assert len(workspace.removal.undo_import()) == 1


def test_a_log_that_is_no_file_is_set_aside(workspace: Workspace, files: Path) -> None:
    (workspace.places.originals / LOG / "mine").mkdir(parents=True)
    assert not workspace.importing.run([files]).failed
    assert (workspace.places.originals / f"{LOG}.unreadable-1/mine").is_dir()


def test_a_brief_that_cannot_be_read_may_quote_what_would_be_forgotten(workspace: Workspace, files: Path) -> None:
    (one,) = workspace.importing.run([files / "0.txt"]).imported
    workspace.briefs.new("torn", "T")
    workspace.places.brief("torn").write_text("---\nformat: [\n")
    for take_out in (lambda: workspace.removal.forget(one.article.id), workspace.removal.undo_import):
        with pytest.raises(RefusedError, match="torn"):
            take_out()
    assert workspace.articles.path(one.article.id).is_file()
    workspace.removal.forget(one.article.id, force=True)


def test_what_cannot_be_taken_out_whole_stays_whole(
    workspace: Workspace, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (one,) = workspace.importing.run([files / "0.txt"]).imported
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self == workspace.places.originals / one.article.id:
            raise OSError(errno.EACCES, "denied")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(StorageError, match="no permission"):
        workspace.removal.forget(one.article.id)
    assert workspace.articles.path(one.article.id).is_file()
    assert not list(workspace.places.corpus.glob(".trash/*"))
