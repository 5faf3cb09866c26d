"""Other programs at arm's length."""

import sys
import time

import pytest

from briefing_tui.errors import CancelledError, ToolError
from briefing_tui.support import processes

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_input_and_output() -> None:
    echo = python("import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])")
    data = bytes(range(256)) * 4_000
    assert processes.run(echo, input=data, timeout=30) == data[::-1]


def test_environment() -> None:
    show = python("import os; print(sorted(os.environ.get(k, '-') for k in ('A', 'HOME')))")
    assert processes.run(show, timeout=30, env={"A": "b"}).decode().strip() == "['-', 'b']"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["no-such-program"], "cannot be started"),
        (python("import sys; sys.exit('it broke')"), "it broke"),
        (python("import os; os.abort()"), "failed"),
    ],
)
def test_failures_are_said(args: list[str], words: str) -> None:
    with pytest.raises(ToolError, match=words):
        processes.run(args, timeout=30)


def test_time_has_a_limit() -> None:
    begin = time.monotonic()
    with pytest.raises(ToolError, match="longer than"):
        processes.run(SLEEP, timeout=0.2)
    assert time.monotonic() - begin < 20


def test_output_has_a_limit() -> None:
    with pytest.raises(ToolError, match="limit of output"):
        processes.run(python("while True: print('x' * 1000)"), timeout=30, limit=10_000)


def test_it_can_be_stopped_with_what_it_started() -> None:
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"
    begin = time.monotonic()
    with pytest.raises(CancelledError):
        processes.run(python(child), timeout=60, cancelled=lambda: time.monotonic() - begin > 0.3)
    assert time.monotonic() - begin < 20


def test_what_it_leaves_running_is_not_waited_for() -> None:
    begin = time.monotonic()
    assert processes.run(["sh", "-c", "sleep 60 & echo said"], timeout=60) == b"said\n"
    assert time.monotonic() - begin < 20


def test_it_need_not_read_what_it_is_given() -> None:
    assert processes.run(python("pass"), input=b"x" * 10_000_000, timeout=30) == b""
