"""A worker that waits: kept for measuring, used up by a PDF, replaced when it dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing_tui.compile import compile_pdf, process
from briefing_tui.compile.measuring import measure
from briefing_tui.compile.standby import Standby
from briefing_tui.errors import CancelledError, ToolError
from tests.conftest import ROOT
from tests.unit.compile import samples

ECHO = "echo $$ >>{pids}; while read -r line; do echo '{{\"result\": {{\"pid\": '$$'}}{tired}}}'; done"


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Standby]]:
    """Workers that are scripts."""
    made: list[Standby] = []

    def standby(script: str) -> Standby:
        program = tmp_path / "python"
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(program))
        made.append(Standby(None))
        return made[-1]

    yield standby
    for one in made:
        one.close()


def test_one_that_measured_waits_again(stand_in: Callable[[str], Standby], tmp_path: Path) -> None:
    standby = stand_in(ECHO.format(pids=tmp_path / "pids", tired=""))
    standby.begin()
    first, second = standby.measure({}), standby.measure({})
    assert first == second
    assert (tmp_path / "pids").read_text().split() == [str(first["pid"])]


def test_one_that_grew_too_large_is_replaced(stand_in: Callable[[str], Standby], tmp_path: Path) -> None:
    standby = stand_in(ECHO.format(pids=tmp_path / "pids", tired=', "tired": true'))
    first, second = standby.measure({}), standby.measure({})
    assert first != second


def test_a_pdf_uses_one_up_and_the_next_waits(stand_in: Callable[[str], Standby], tmp_path: Path) -> None:
    standby = stand_in(ECHO.format(pids=tmp_path / "pids", tired=""))
    answers = [process.lay_out({}, None, lambda *_: None, None, standby=standby)["pid"] for _ in range(2)]
    assert answers[0] != answers[1]
    with pytest.raises(ProcessLookupError):
        os.kill(answers[0], 0)


def test_one_that_was_killed_while_it_waited_is_replaced(stand_in: Callable[[str], Standby], tmp_path: Path) -> None:
    standby = stand_in(ECHO.format(pids=tmp_path / "pids", tired=""))
    first = standby.measure({})["pid"]
    waiting = standby.take()
    os.kill(first, signal.SIGKILL)
    waiting._process.wait()
    standby.give_back(waiting)
    assert standby.measure({})["pid"] != first


def test_one_that_is_killed_at_work_is_named_and_replaced(stand_in: Callable[[str], Standby], tmp_path: Path) -> None:
    marker = tmp_path / "once"
    answer = 'echo \'{"result": {"ok": 1}}\''
    standby = stand_in(f"read -r line; if [ -e {marker} ]; then {answer}; else touch {marker}; kill -9 $$; fi")
    with pytest.raises(ToolError, match="ended from outside"):
        standby.measure({})
    assert standby.measure({}) == {"ok": 1}


def test_a_layout_that_nobody_wants_any_more_is_ended(stand_in: Callable[[str], Standby], tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    standby = stand_in(f"read -r line; echo $$ >{pids}.new; mv {pids}.new {pids}; exec sleep 60")
    with pytest.raises(CancelledError):
        standby.measure({}, pids.exists)
    with pytest.raises(ProcessLookupError):
        os.kill(int(pids.read_text()), 0)


def test_after_the_end_nothing_waits(stand_in: Callable[[str], Standby], tmp_path: Path) -> None:
    standby = stand_in(ECHO.format(pids=tmp_path / "pids", tired=""))
    pid = standby.measure({})["pid"]
    standby.close()
    standby.begin()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert standby._waiting is None


@pytest.mark.slow
@pytest.mark.usefixtures("cold")
def test_a_waiting_one_makes_the_bytes_of_a_fresh_one_and_measures_what_compiling_tells(tmp_path: Path) -> None:
    """Whatever it measured before, in whichever order."""
    one = samples.job(tmp_path / "a.pdf", cache_dir=tmp_path)
    other = samples.job(tmp_path / "b.pdf", cache_dir=tmp_path, title="An *other* \u4e16: Щит, שלום", final=False)
    fresh = compile_pdf(one)
    fresh.file.unlink()
    standby = Standby(tmp_path)
    try:
        measured = {job.output: measure(job, standby) for job in (other, one)}
        for job in (one, other):
            made = compile_pdf(job, standby=standby)
            assert measured[job.output] == made.layout
            assert job is other or made.sha256 == fresh.sha256
    finally:
        standby.close()


def test_it_ends_with_the_program_that_started_it(tmp_path: Path) -> None:
    script = (
        "import os; from briefing_tui.compile.process import Worker\n"
        "print(Worker(None, early=True)._process.pid, flush=True); os._exit(0)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    pid, gone = int(done.stdout), threading.Event()
    for _ in range(400):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            gone.set()
            break
        gone.wait(0.05)
    assert gone.is_set()
