"""`docs/keys.md` shows the keys that are declared."""

from __future__ import annotations

from pathlib import Path

from briefing_tui.settings import COMMANDS, FIXED, resolve_keymap, sheet

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "keys.md"


def test_the_documentation_has_every_key() -> None:
    """Where this fails: `briefing keys --markdown` prints what belongs under 'All keys'."""
    _, _, tables = DOCUMENT.read_text(encoding="utf-8").partition("## All keys\n\n")
    assert tables == sheet(resolve_keymap())


def test_every_command_has_a_row_with_its_own_keys() -> None:
    text = sheet(resolve_keymap(overrides={"reader.pin": ["ctrl+y"]}))
    assert all(f"`{command.id}`" in text for command in (*COMMANDS, *FIXED))
    assert "| `ctrl+y` | `reader.pin` |" in text
    assert r"| `\|` | `reader.beside` |" in text
