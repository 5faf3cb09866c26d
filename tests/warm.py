"""Workers that make PDFs, and the app, without the time that loading takes: forked from a process that has it loaded.

Each is a process of its own still, with the surroundings it was given. It has done no more before its job than a worker
that waits for one does.
"""

from __future__ import annotations

import gc
import json
import os
import pkgutil
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import briefing_tui
from briefing_tui.compile import process

STAND_IN = Path(__file__).with_name("warm_stand_in.py")
LONGEST = 1 << 16
"""Bytes of what is said of a worker or an app that is wanted."""
NUMBER = 8
"""Bytes of a number that is told."""
LOOK = 0.02
"""Seconds between two looks for the door."""
PATIENCE = 60.0
"""Seconds that loading may take."""

LIBRARIES = (
    "filelock", "fontTools.agl", "multiprocessing.context", "pikepdf", "rapidfuzz.fuzz", "rapidfuzz.process",
    "textual.layouts.factory", "textual.pilot", "tomllib", "watchfiles",
    "weasyprint", "yaml",
)  # fmt: skip
"""What the program loads where it is first needed."""
DECLARED = (
    "FcChar8 **", "FcResult *", "PangoFcFontMap *", "PangoLogAttr[]", "PangoRectangle *", "char[]", "char[4]",
    "hb_tag_t[100]", "unsigned int *",
)  # fmt: skip
"""Types of C that WeasyPrint names."""
SIGNS = 4096
"""More than a small PDF takes from one font."""

Ended = Callable[[bool], int | None]
"""How a process ended, as `os.waitpid` says it; `None` while it runs, unless it is waited for."""


class Engine:
    """The process that has loaded the engine; it is started when it is first asked for something.

    Args:
        place: the door of one that another process has started.
    """

    def __init__(self, place: Path | None = None) -> None:
        self._folder = TemporaryDirectory(prefix="warm")
        self._theirs = place is not None
        self.place = place or Path(self._folder.name) / "door"
        self._process: subprocess.Popen[bytes] | None = None
        self._python = sys.executable
        self.cold = process.command
        """What starts a worker for users."""

    def command(self, when: str) -> list[str]:
        """What starts a worker: a stand-in, unless a test put a program of its own in the place of Python."""
        if sys.executable != self._python:
            return self.cold(when)
        self._begin()
        return stand_in(self._python, str(self.place), when)

    def app(self, arguments: Sequence[str], env: Mapping[str, str], cwd: Path, terminal: int) -> tuple[int, Ended]:
        """Run the program in a terminal of its own; its process, and what tells how that ended."""
        self._begin()
        door = socket.socket(socket.AF_UNIX)
        door.connect(str(self.place))
        order = {"arguments": list(arguments), "surroundings": dict(env), "folder": str(cwd)}
        socket.send_fds(door, [json.dumps(order).encode()], [terminal])
        process_id = int.from_bytes(door.recv(NUMBER))
        assert process_id, "the app cannot be started"

        def ended(wait: bool) -> int | None:
            if not select.select([door], [], [], None if wait else 0)[0]:
                return None
            status = door.recv(NUMBER)
            door.close()
            assert status, "nobody knows how it ended"
            return int.from_bytes(status)

        return process_id, ended

    def start(self) -> None:
        """Begin to load."""
        if self._process is None:
            line = [self._python, "-P", __file__, str(self.place)]
            self._process = subprocess.Popen(
                line, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=process.environment(None)
            )

    def _begin(self) -> None:
        """See that it can be asked; it makes its door when all is loaded."""
        if not self._theirs:
            self.start()
        end = time.monotonic() + PATIENCE
        while not self.place.exists():
            assert time.monotonic() < end, "what makes PDFs cannot be loaded"
            time.sleep(LOOK)

    def close(self) -> None:
        """End it."""
        if self._process:
            self._process.communicate()
        self._folder.cleanup()


def stand_in(python: str, place: str, when: str) -> list[str]:
    """What starts a stand-in."""
    return [python, "-I", "-S", str(STAND_IN), place, when]


def serve(place: str) -> None:
    """Fork a worker or an app for each who knocks, until standard input ends."""
    from briefing_tui import __main__
    from briefing_tui.compile import worker

    _load_all()
    worker._get_ready()  # as one does that waits for a job
    _read_declarations()
    gc.freeze()
    signal.signal(signal.SIGCHLD, _reap)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(f"{place}.new")
        door.listen(100)
        Path(f"{place}.new").rename(place)
        while sys.stdin not in select.select([door, sys.stdin], [], [])[0]:
            caller, _ = door.accept()
            said, streams, _, _ = socket.recv_fds(caller, LONGEST, 3)
            if said and not os.fork():
                door.close()
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                order = json.loads(said)
                if "arguments" in order:
                    _host(caller, streams[0], order, __main__.main)
                _work(caller, streams, order, worker.main)
            for stream in streams:
                os.close(stream)
            caller.close()


def _load_all() -> None:
    """Load what apps and workers would load when they come to need it, each for itself."""
    for module in pkgutil.walk_packages(briefing_tui.__path__, f"{briefing_tui.__name__}."):
        import_module(module.name)
    for name in LIBRARIES:
        import_module(name)


def _read_declarations() -> None:
    """Read the types of C that WeasyPrint names; each worker would, for a fifth of the work of a small PDF.

    Types are all that is kept: nothing of a document.
    """
    from weasyprint.text.ffi import ffi

    for words in DECLARED:
        ffi.typeof(words)
    signs = ffi.typeof("hb_codepoint_t *")
    for number in range(1, SIGNS):
        ffi._parsed_types[f"hb_codepoint_t[{number}]"] = ffi._backend.new_array_type(signs, number), False


def _reap(*_: object) -> None:
    """Take note of workers that have ended, so that their time is counted."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _host(caller: socket.socket, terminal: int, order: Mapping[str, Any], main: Callable[[], int]) -> None:
    """Run the app, and tell its process and how it ended."""
    child = os.fork()
    if not child:
        caller.close()
        os.login_tty(terminal)
        _be_the_app(order, main)
    os.close(terminal)
    caller.send(child.to_bytes(NUMBER))
    _, status = os.waitpid(child, 0)
    with suppress(OSError):  # nobody may want to know
        caller.send(status.to_bytes(NUMBER))
    os._exit(0)


def _be_the_app(order: Mapping[str, Any], main: Callable[[], int]) -> None:
    """Be what a person has started, but for its workers, which are warm as well."""
    code = 1
    try:
        os.chdir(order["folder"])
        os.environ.clear()
        os.environ.update(order["surroundings"])
        place, python = sys.argv[1], sys.executable
        process.command = lambda when: stand_in(python, place, when)
        sys.argv = order["arguments"]
        for number, name in enumerate(("stdin", "stdout", "stderr")):
            stream = open(number, "w" if number else "r", encoding="utf-8", buffering=1, closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
        code = main()
    except BaseException:  # noqa: BLE001 - told as Python would tell it
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _work(caller: socket.socket, streams: Sequence[int], order: Mapping[str, Any], main: Callable[[], int]) -> None:
    """Be a worker on the streams of its stand-in, and end with it."""
    code = 1
    try:
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
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
