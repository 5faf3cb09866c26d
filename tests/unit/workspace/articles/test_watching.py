"""Noticing what other programs write: real files, real notices, and waiting for what must come."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from queue import Queue

import pytest

from briefing_tui.workspace import EVERYTHING, Changes, Places, Watching, make
from briefing_tui.workspace.articles.watching import changes_of

PATIENCE = 10.0


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return make(tmp_path / "desk")


@pytest.mark.parametrize(
    ("written", "changes"),
    [
        (["corpus/a.md", "corpus/sub/b.md", "corpus/a.md"], Changes(("a.md", "sub/b.md"))),
        (["corpus/a.md", "corpus/themes.yaml"], Changes(None)),
        (["corpus/2019"], Changes(None)),
        (["briefs/note.yaml"], Changes(briefs=True)),
        (["corpus/.a.md.12345678.tmp", "corpus/.originals/x/y.md", "briefs/.trash/b.yaml", "briefs/b.lock"], Changes()),
        ([], Changes()),
    ],
)
def test_what_paths_mean(places: Places, written: list[str], changes: Changes) -> None:
    assert changes_of(places, [places.root / path for path in written]) == changes


def test_an_edit_is_told_at_once(places: Places) -> None:
    told: Queue[Changes] = Queue()
    with Watching(places, told.put, delay=0):
        assert told.get(timeout=PATIENCE) == EVERYTHING, "what was written before it began"
        (places.corpus / "a.md").write_text("Text.\n", encoding="utf-8")
        written = time.monotonic()
        assert told.get(timeout=PATIENCE) == Changes(("a.md",))
        assert time.monotonic() - written < 1.0
        (places.briefs / "note.yaml").write_text("format: 1\n", encoding="utf-8")
        assert told.get(timeout=PATIENCE) == Changes(briefs=True)
    assert not [thread for thread in threading.enumerate() if thread.name == "watching"]
    (places.corpus / "b.md").write_text("Text.\n", encoding="utf-8")
    assert told.empty()


def test_it_ends_before_it_began(places: Places) -> None:
    told: Queue[Changes] = Queue()
    with Watching(places, told.put, delay=PATIENCE):
        pass
    assert told.empty()


def test_where_nothing_can_be_watched_nothing_is_told(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = threading.Event()

    def refuse(*_: object, **__: object) -> None:
        asked.set()
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr("watchfiles.watch", refuse)
    told: Queue[Changes] = Queue()
    with Watching(places, told.put, delay=0):
        assert asked.wait(PATIENCE)
    assert told.empty()
