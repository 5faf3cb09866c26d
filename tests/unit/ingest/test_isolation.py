"""Reading in a process of its own: it can be stopped, ends when the program does, and what breaks it fails alone."""

from __future__ import annotations

import os
import pickle
import queue
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing_tui.errors import CancelledError, ImportFailedError
from briefing_tui.ingest import Document, Reading, isolation, worker
from briefing_tui.support import orphans
from tests.unit.ingest.samples import BUDGET, COUNCIL

TEXT = f"{COUNCIL}\n\n{BUDGET}".encode()


def until(true: Callable[[], bool], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def test_a_small_text_needs_no_process_and_a_large_one_is_read_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "AT_ONCE", len(TEXT))
    with Reading() as reading:
        reading.read("a.txt", TEXT)
        processes = [reading._process]
        (document,) = reading.read("a.txt", TEXT + b"\n")
        processes.append(reading._process)
    assert [bool(process) for process in processes] == [False, True]
    assert isinstance(document, Document)
    assert COUNCIL in document.text


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_large_text_can_be_stopped(name: str) -> None:
    with Reading(cancelled=lambda: True) as reading, pytest.raises(CancelledError):
        reading.read(name, b"x" * (isolation.AT_ONCE + 1))


@pytest.mark.parametrize("answer", [b"\x80\x05nonsense", pickle.dumps(["a" * 99])[:-9], b"cno_module\nnothing\n."])
def test_an_answer_that_breaks_off_fails_one_file(answer: bytes) -> None:
    with Reading() as reading:
        reading.read("a.html", b"<p>" + TEXT)
        reading._answers.put(answer)
        with pytest.raises(ImportFailedError, match="broke the reader"):
            reading.read("a.html", b"<p>" + TEXT)
        assert reading.read("a.html", b"<p>" + TEXT)


def test_a_process_killed_in_mid_answer_has_given_none() -> None:
    reader, writer = os.pipe()
    os.write(writer, isolation.FRAME.pack(100) + b"not a hundred bytes")
    os.close(writer)
    answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    with os.fdopen(reader, "rb") as stream:
        isolation._listen(stream, answers)
    assert answers.get_nowait() == b""
    assert answers.empty()


def test_the_process_ends_when_the_program_is_killed() -> None:
    """A reader that hangs does not see that its input has ended."""
    hanging = (
        "import os, time\nfrom briefing_tui.ingest import worker\nworker.LOOK = .05\n"
        "worker.read = lambda *given: os.write(2, b'reading\\n') and time.sleep(600)\n"
        "worker.main(int(__import__('sys').argv[1]))"
    )
    program = (
        "import os, pickle, subprocess, sys\nfrom briefing_tui.ingest.isolation import FRAME\n"
        "message = pickle.dumps(('a.txt', b'x', 60.0))\n"
        f"child = subprocess.Popen([sys.executable, '-c', {hanging!r}, str(os.getpid())], stdin=subprocess.PIPE,"
        " stderr=1, start_new_session=True)\n"
        "child.stdin.write(FRAME.pack(len(message)) + message); child.stdin.flush()\n"
        "print(child.pid, flush=True); child.wait()"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        first, second = sorted((parent.stdout.readline(), parent.stdout.readline()))
        child = int(first)
        assert second == b"reading\n"
        assert running(child)
        parent.kill()
    assert until(lambda: not running(child))


def running(process: int) -> bool:
    """Whether a process is there and no zombie; without `ps`, which a bare system lacks, where `/proc` tells."""
    status = Path(f"/proc/{process}/stat")
    if Path("/proc/self/stat").exists():
        return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"
    listed = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip()) and not listed.stdout.startswith("Z")


def test_the_time_for_one_file_is_counted_from_what_was_used_before(monkeypatch: pytest.MonkeyPatch) -> None:
    limits: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "setrlimit", lambda _, limit: limits.append(limit))
    worker._limit_work(60.0)
    used = resource.getrusage(resource.RUSAGE_SELF)
    assert 60 <= limits[0][0] - int(used.ru_utime + used.ru_stime) <= 60 + worker.GRACE
    assert limits[0][1] == resource.getrlimit(resource.RLIMIT_CPU)[1]


def test_a_loop_that_lets_no_thread_look_ends_by_its_limit() -> None:
    program = "from briefing_tui.ingest import worker\nworker._limit_work(-worker.GRACE)\nwhile True: pass"
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=30).returncode == -signal.SIGXCPU


def test_the_process_waits_for_the_next_file_while_the_program_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orphans, "LOOK", 0.001)
    watch = threading.Thread(target=orphans._watch, args=(os.getppid(), True), daemon=True)
    watch.start()
    watch.join(0.02)
    assert watch.is_alive()
