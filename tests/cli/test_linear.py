"""The app line by line, through a pipe."""

from __future__ import annotations

from pathlib import Path

from .conftest import Run


def test_from_a_cold_start_to_half_a_sentence_in_a_compiled_draft(briefing: Run, shipped: Path) -> None:
    lines = "brief washington\nsearch harm\n1\ns\n<<<\np\ncompile\n"
    outcome = briefing("--linear", data=lines.encode())
    assert not outcome.err
    assert "Pinned e6" in outcome.out
    assert (shipped / "out" / "washington-channel.draft.pdf").read_bytes().startswith(b"%PDF")
    assert not [c for c in outcome.out if ord(c) < 32 and c != "\n"]
    assert not set(outcome.out) & set("│─┌┐└┘▸")
    assert "exact:" in (shipped / "briefs" / "washington-channel.yaml").read_text(encoding="utf-8")


def test_linear_goes_without_a_command(briefing: Run) -> None:
    assert "--linear" in briefing("--linear", "list", code=2).err


def test_without_a_terminal_the_app_names_it(briefing: Run) -> None:
    assert "briefing --linear" in briefing(code=1).err
