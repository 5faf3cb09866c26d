"""Crashes, at any byte and in a process of its own: what `edit` returned from is there at the next start."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.storage import BriefSession, parse_brief, render_brief
from tests.unit.storage.drafts import brief
from tests.unit.support.awkward import TEXTS

EDITOR = """
import sys
from dataclasses import replace
from pathlib import Path
from briefing_tui.storage import BriefSession
session = BriefSession.open(Path(sys.argv[1]), Path(sys.argv[2]))
for n in range(1_000_000):
    session.edit(replace(session.brief, title=f"{session.brief.title.split()[0]} {n}"), f"edit {n}")
    print(n, flush=True)
"""

HOLDER = """
import sys
from pathlib import Path
from briefing_tui.storage import BriefSession
with BriefSession.open(Path(sys.argv[1]), Path(sys.argv[2])) as session:
    print(session.read_only, flush=True)
    sys.stdin.read()
"""


def write(folder: Path) -> tuple[Path, Path]:
    """A brief and a folder for its journal."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "b.yaml"
    file.write_text(render_brief(brief(2)), encoding="utf-8")
    return file, folder / "state"


def start(code: str, file: Path, state: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, str(file), str(state)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@settings(max_examples=25)
@given(st.lists(TEXTS, min_size=1, max_size=5), st.data())
def test_cut_at_any_byte_it_holds_the_first_edits(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], data: st.DataObject
) -> None:
    file, state = write(tmp_path_factory.mktemp("cut"))
    before = file.read_bytes()
    titles = ["Title"]
    with BriefSession.open(file, state) as session:
        session._saver.end()
        for n, text in enumerate(texts):
            session.edit(replace(session.brief, title=text, reference=str(n)), "edit")
            titles.append(text)
        (journal,) = (state / "journals").iterdir()
        whole = journal.read_bytes()
    file.write_bytes(before)
    cut = data.draw(st.integers(0, len(whole)))
    journal.write_bytes(whole[:cut])
    with BriefSession.open(file, state) as session:
        done = 0 if session.brief.reference == "" else int(session.brief.reference) + 1
        assert session.brief.title == titles[done]
        assert done == max(0, whole[:cut].count(b"\n") - 1)
        assert session.messages == []
        assert len(session._keeper.draft.history.steps) == done  # type: ignore[union-attr]


def test_killed_while_editing(tmp_path: Path) -> None:
    """Three times in a row, at moments that nobody chose."""
    file, state = write(tmp_path)
    for reached in (3, 40, 400):
        process = start(EDITOR, file, state)
        assert process.stdout is not None
        last = -1
        for line in process.stdout:
            last = int(line)
            if last == reached:
                process.send_signal(signal.SIGKILL)
                break
        last = max([last, *(int(line) for line in process.stdout)])
        process.communicate()
        parse_brief(file.read_text(encoding="utf-8"), file="b.yaml")
        with BriefSession.open(file, state) as session:
            assert session.read_only == "", "the lock died with its holder"
            assert session.brief.title in (f"Title {last}", f"Title {last + 1}")
            assert session.messages == []
        assert parse_brief(file.read_text(encoding="utf-8"), file="b.yaml").title == session.brief.title
        assert [p.name for p in tmp_path.glob("*.yaml")] == ["b.yaml"]


def test_two_processes(tmp_path: Path) -> None:
    file, state = write(tmp_path)
    process = start(HOLDER, file, state)
    assert process.stdout is not None
    assert process.stdout.readline() == "\n"
    with BriefSession.open(file, state) as session:
        assert f"process {process.pid}," in session.read_only
    process.communicate("")
    with BriefSession.open(file, state) as session:
        assert session.read_only == ""
        other = start(HOLDER, file, state)
        assert f"process {os.getpid()}," in other.communicate("")[0]


def test_edits_come_into_the_file_when_the_program_ends_without_closing(tmp_path: Path) -> None:
    file, state = write(tmp_path)
    code = EDITOR.replace("range(1_000_000)", "range(3)")
    assert start(code, file, state).communicate()[0] == "0\n1\n2\n"
    assert parse_brief(file.read_text(encoding="utf-8"), file="b.yaml").title == "Title 2"


def test_a_file_size_limit_stands_for_a_full_disk(tmp_path: Path) -> None:
    file, state = write(tmp_path)
    limited = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (6_000, 6_000))
""" + EDITOR.replace("range(1_000_000)", "range(100)")
    process = subprocess.run(
        [sys.executable, "-c", limited, str(file), str(state)], capture_output=True, text=True, check=False
    )
    assert "StorageError" in process.stderr
    done = int(process.stdout.split()[-1])
    (journal,) = (state / "journals").iterdir()
    assert journal.stat().st_size <= 6_000
    assert all(json.loads(line) for line in journal.read_text(encoding="utf-8").splitlines()), "no half line"
    with BriefSession.open(file, state) as session:
        assert session.brief.title == f"Title {done}"
