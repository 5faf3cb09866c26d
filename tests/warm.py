"""Workers that make PDFs without the time that loading their engine takes: forked from a process that has loaded it.

Each is a process of its own still, with the surroundings it was given, and has done nothing before its job.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing_tui.compile import process

STAND_IN = Path(__file__).with_name("warm_stand_in.py")
LONGEST = 1 << 16
"""Bytes of what a stand-in may say of itself."""


class Engine:
    """The process that has loaded the engine; it is started when a worker is first asked for."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="warm")
        self._place = Path(self._folder.name) / "door"
        self._process: subprocess.Popen[bytes] | None = None
        self._python = sys.executable
        self.cold = process.command
        """What starts a worker for users."""

    def command(self, when: str) -> list[str]:
        """What starts a worker: a stand-in, unless a test put a program of its own in the place of Python."""
        if sys.executable != self._python:
            return self.cold(when)
        if self._process is None:
            line = [self._python, "-P", __file__, str(self._place)]
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(line, stdin=pipe, stdout=pipe, env=process.environment(None))
            assert self._process.stdout
            self._process.stdout.readline()  # it is ready
        return [self._python, "-I", "-S", str(STAND_IN), str(self._place), when]

    def close(self) -> None:
        """End it."""
        if self._process:
            self._process.communicate()
        self._folder.cleanup()


def serve(place: str) -> None:
    """Fork a worker for each stand-in that knocks, until standard input ends."""
    import pikepdf  # noqa: F401 - loaded for the workers
    import weasyprint  # noqa: F401

    from briefing_tui.compile import measuring, worker  # noqa: F401

    gc.freeze()
    signal.signal(signal.SIGCHLD, _reap)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(place)
        door.listen()
        print(flush=True)
        while sys.stdin not in select.select([door, sys.stdin], [], [])[0]:
            caller, _ = door.accept()
            said, streams, _, _ = socket.recv_fds(caller, LONGEST, 3)
            if said and not os.fork():
                door.close()
                _work(caller, streams, said, worker.main)
            for stream in streams:
                os.close(stream)
            caller.close()


def _reap(*_: object) -> None:
    """Take note of workers that have ended, so that their time is counted."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _work(caller: socket.socket, streams: Sequence[int], said: bytes, main: Callable[[], int]) -> None:
    """Be a worker on the streams of its stand-in, and end with it."""
    code = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        order = json.loads(said)
        os.environ.clear()
        os.environ.update(order["surroundings"])
        sys.argv[1:] = [order["when"], str(os.getppid())]
        threading.Thread(target=lambda: caller.recv(1) or os._exit(1), daemon=True).start()
        code = main()
    except BaseException:  # noqa: BLE001 - told as Python would tell it
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        caller.send(bytes([code]))
        os._exit(code)


if __name__ == "__main__":
    serve(sys.argv[1])
