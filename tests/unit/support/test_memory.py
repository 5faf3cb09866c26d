"""Memory that runs out is called so, whatever program or library says it."""

from __future__ import annotations

import signal

import pytest

from briefing_tui.support import memory


@pytest.mark.parametrize(
    "said",
    [
        "MemoryError", "std::bad_alloc", "pandoc: out of memory", "[Errno 12] Cannot allocate memory",
        "libqpdf-781b0270.so.30.4.2: failed to map segment from shared object", "failed to allocate 8192 bytes",
        "out of memory (requested 1048576 bytes)", "pandoc: out of memory (requested 1 bytes)",
        "first\nOut of memory.\n", "OperationalError: out of memory", "fatal error: not enough memory",
        "Unable to allocate 3.2 GiB for an array",
    ],
)  # fmt: skip
def test_the_words_for_it_are_known(said: str) -> None:
    assert memory.is_short(said)
    assert memory.ended_so(1, said)


@pytest.mark.parametrize(
    "said",
    [
        "", "no font has them", "allocated", "a memory of the war: KeyError", "error: cannot map key 'x' to field",
        "unable to allocate a port", "the article 'Out of memory: a life' cannot be read", "KeyError: 'Out of memory'",
        "KeyError: cannot map",
    ],
)  # fmt: skip
def test_other_words_are_not_taken_for_it(said: str) -> None:
    assert not memory.is_short(said)


def test_a_crash_is_one_of_memory_where_memory_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not memory.ended_so(-signal.SIGSEGV, "")
    assert "ulimit" not in memory.remedy()
    monkeypatch.setattr("briefing_tui.support.memory.resource.getrlimit", lambda _: (409_600_000, -1))
    assert memory.ended_so(-signal.SIGSEGV, "")
    assert not memory.ended_so(-signal.SIGKILL, ""), "whoever killed it, it was not refused memory"
    assert "409 MB" in memory.remedy()
