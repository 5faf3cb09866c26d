"""The worker from outside: stand-ins that answer, fail, hang and die."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.compile import process
from briefing_tui.errors import CancelledError, StorageError, ToolError

Run = Callable[..., dict[str, object]]


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a script in place of the worker."""

    def run(script: str, **options: object) -> dict[str, object]:
        program = tmp_path / "python"
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(program))
        told: list[tuple[str, float]] = []
        order = {"html": "x" * 500_000}
        cancelled: Any = options.get("cancelled")
        minutes: Any = options.get("minutes", 10)
        answer = process.lay_out(order, None, lambda *step: told.append(step), cancelled, minutes)
        return {**answer, "told": told}

    return run


def test_it_answers(stand_in: Run) -> None:
    script = """cat >/dev/null; echo '{"progress": "page 1", "share": 0.4}'; echo '{"result": {"pages": 2}}'"""
    assert stand_in(script) == {"pages": 2, "told": [("page 1", 0.4)]}


def test_its_error_is_raised_with_the_remedy(stand_in: Run) -> None:
    error = '{"error": {"kind": "tool", "message": "no Pango", "where": "", "hint": "apt install it", "errno": 0}}'
    with pytest.raises(ToolError, match="no Pango") as raised:
        stand_in(f"cat >/dev/null; echo '{error}'; exit 1")
    assert raised.value.hint == "apt install it"


def test_a_full_disk_is_named(stand_in: Run) -> None:
    with pytest.raises(StorageError, match="disk is full"):
        stand_in("""cat >/dev/null; echo '{"error": {"kind": "storage", "message": "x", "errno": 28}}'""")


def test_one_that_is_killed_is_named(stand_in: Run) -> None:
    with pytest.raises(ToolError, match="ended from outside"):
        stand_in("kill -9 $$")


def test_one_that_says_no_more_and_does_not_end_is_not_waited_for(
    stand_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "ENDING", 0.1)
    with pytest.raises(ToolError, match="stuck"):
        stand_in("echo stuck >&2; exec >&- 2>&-; exec sleep 60")


def test_one_that_fails_without_an_answer_says_its_last_words(stand_in: Run) -> None:
    with pytest.raises(ToolError, match="boom"):
        stand_in("echo boom >&2; exit 3")


def test_one_that_runs_out_of_memory_is_named(stand_in: Run) -> None:
    with pytest.raises(ToolError, match="more memory") as raised:
        stand_in("echo 'Traceback:' >&2; echo MemoryError >&2; exit 1")
    assert "split the brief" in raised.value.hint


@pytest.mark.parametrize(
    "said",
    [
        "ImportError: libqpdf.so.30: failed to map segment from shared object",
        "terminate called after throwing an instance of 'std::bad_alloc'",
        "GLib-ERROR: failed to allocate 4096 bytes",
    ],
)
def test_whoever_says_it_of_memory_in_other_words_is_understood(stand_in: Run, said: str) -> None:
    with pytest.raises(ToolError, match="more memory"):
        stand_in(f'echo "{said}" >&2; echo "  Underlying error" >&2; kill -6 $$')
    answer = f'{{"error": {{"kind": "tool", "message": "{said}"}}}}'
    with pytest.raises(ToolError, match="more memory"):
        stand_in(f"cat >/dev/null; printf '%s\\n' '{answer.replace(chr(39), '')}'")


def test_one_that_crashes_is_not_said_to_be_ended_from_outside(stand_in: Run) -> None:
    with pytest.raises(ToolError, match="ended at once"):
        stand_in("kill -11 $$")


def test_one_that_answers_nonsense_is_named(stand_in: Run) -> None:
    with pytest.raises(ToolError, match="understood"):
        stand_in("cat >/dev/null; echo nonsense")


def test_cancelling_kills_it(stand_in: Run, tmp_path: Path) -> None:
    marker = tmp_path / "pid"
    with pytest.raises(CancelledError):
        stand_in(f"echo $$ >{marker}; exec sleep 60", cancelled=lambda: marker.exists() and marker.read_text() != "")
    with pytest.raises(ProcessLookupError):
        os.kill(int(marker.read_text()), signal.SIGTERM)


def test_one_that_takes_too_long_is_killed(stand_in: Run, tmp_path: Path) -> None:
    marker = tmp_path / "pid"
    with pytest.raises(ToolError, match=r"within 0\.01 minutes") as raised:
        stand_in(f"echo $$ >{marker}; exec sleep 60", minutes=0.01)
    assert "minutes" in raised.value.hint
    with pytest.raises(ProcessLookupError):
        os.kill(int(marker.read_text()), signal.SIGTERM)


def test_it_sees_nothing_that_could_change_a_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.setenv("FONTCONFIG_FILE", "/elsewhere")
    environment = process.environment(None)
    assert "SOURCE_DATE_EPOCH" not in environment
    assert environment["FONTCONFIG_FILE"] == str(process.FONTS)
    assert process.FONTS.is_file()
