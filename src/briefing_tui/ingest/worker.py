"""The process that reads files for `Reading`: one message in, one out, until its input or the program ends."""

from __future__ import annotations

import os
import pickle
import resource
import sys
from contextlib import suppress

from ..errors import BriefingError, ImportFailedError
from ..support.orphans import end_with
from .assemble import read
from .document import Document, Unread
from .isolation import FRAME, MEMORY

GRACE = 10
"""Seconds of work more than `Reading` waits: it ends us first, and says why."""


def main(parent: int) -> None:
    """Answer until there is no more to read.

    Args:
        parent: process id of the program that started us.
    """
    end_with(parent, group=True)  # what hangs would go on for ever
    with suppress(ValueError, OSError):  # some systems do not know this limit
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    source = sys.stdin.buffer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what libraries print must not get between our messages
    while len(head := source.read(FRAME.size)) == FRAME.size:
        name, data, seconds = pickle.loads(source.read(*FRAME.unpack(head)))  # noqa: S301 - from who started us
        _limit_work(seconds)
        answer = pickle.dumps(_answer(name, data), pickle.HIGHEST_PROTOCOL)
        answers.write(FRAME.pack(len(answer)) + answer)
        answers.flush()


def _limit_work(seconds: float) -> None:
    """Bound the processor time for one file: a library in a loop may not let the thread look for the program."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    with suppress(ValueError, OSError):
        most = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + GRACE, most))


def _answer(name: str, data: bytes) -> tuple[Document | Unread, ...] | BriefingError:
    try:
        return read(name, data)
    except BriefingError as error:
        return error
    except MemoryError:
        what = f"reading it needs more than {MEMORY // 2**30} GB of memory"
        return ImportFailedError(what, where=name, hint="split it, or import its text alone")
    except Exception as error:  # noqa: BLE001 - whatever a library raises on a broken file, the next file is read
        what = f"it cannot be read: {type(error).__name__}: {str(error)[:200]}"
        return ImportFailedError(what, where=name, hint="open and save it again, or import its text as .txt")


if __name__ == "__main__":
    main(int(sys.argv[1]))
