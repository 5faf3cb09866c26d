"""The clipboard by a program of the system: only one that is there and has a display, the next where one fails."""

from __future__ import annotations

import shutil
import subprocess
from typing import Any

import pytest

from briefing_tui.tui import clipboard


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bytes]]:
    """What programs were given; the first of them fails."""
    given: list[tuple[str, bytes]] = []

    def run(command: list[str], **options: Any) -> subprocess.CompletedProcess[bytes]:
        given.append((command[0], options["input"]))
        if command[0] == "/bin/xclip":
            raise subprocess.TimeoutExpired(command, 1)
        return subprocess.CompletedProcess(command, 0)

    for variable in ("WAYLAND_DISPLAY", "DISPLAY", "WSL_DISTRO_NAME", "TMUX"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(subprocess, "run", run)
    return given


def there(monkeypatch: pytest.MonkeyPatch, *programs: str) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}" if name in programs else None)


def test_a_program_without_its_display_is_not_asked(
    monkeypatch: pytest.MonkeyPatch, ran: list[tuple[str, bytes]]
) -> None:
    there(monkeypatch, "xclip", "wl-copy")
    assert not clipboard.write_clipboard("words")
    assert ran == []


def test_where_one_fails_the_next_is_asked(monkeypatch: pytest.MonkeyPatch, ran: list[tuple[str, bytes]]) -> None:
    there(monkeypatch, "xclip", "xsel")
    monkeypatch.setenv("DISPLAY", ":0")
    assert clipboard.write_clipboard("Wörter\ud800")
    assert ran == [("/bin/xclip", "Wörter?".encode()), ("/bin/xsel", "Wörter?".encode())]
