"""Each key in help does its command in its place, and each command is reached by a key and by the palette."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.widget import Widget

import briefing_tui.tui as package
from briefing_tui.settings import COMMANDS, FIXED
from briefing_tui.tui.commands import Active, active, textual_key
from briefing_tui.tui.palette import Commands
from briefing_tui.tui.screens.help import parts
from briefing_tui.workspace import Workspace
from tests.tui.tools import LARGE, Shell, opened

WAYS = (
    ("", "LibraryScreen", "library"),
    ("f", "LibraryScreen", "facets"),
    ("escape", "LibraryScreen", "library"),
    ("p", "PassagesScreen", "passages"),
    ("v", "ViewsScreen", "views"),
    ("1", "LibraryScreen", "library"),
    ("e", "ReviewScreen", "article"),
    ("1", "LibraryScreen", "library"),
    ("enter", "ReaderScreen", "reader"),
    ("2", "DraftScreen", "draft"),
    ("i", "FieldsScreen", "lists"),
    ("q", "DraftScreen", "draft"),
    ("C", "ChecklistScreen", "checklist"),
    ("v", "PreviewScreen", "preview"),
    ("B", "BriefsScreen", "briefs"),
)
"""A key, the screen that it leads to, and the place whose commands are there."""


async def test_every_key_and_every_entry_of_the_palette_does_its_command(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached: set[str] = set()
    seen: set[str] = set()
    async with opened(workspace, LARGE, brief="deconfliction") as shell:
        for key, screen, place in WAYS:
            if key:
                await shell.go(key, to=screen)
            if place not in seen:
                here = await done_in(shell, monkeypatch)
                assert place in {command_id.partition(".")[0] for command_id in here}
                reached |= here
                seen.add(place)
    assert reached == {command.id for command in COMMANDS}


async def done_in(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The commands of the place that one is in; each of their keys did it, and so did the palette."""
    await shell.pilot.pause()
    screen = shell.screen
    found = active(screen, shell.app.keymap)
    shown = [keys.split() for _, entries in parts(found) for keys, *_ in entries]
    done: list[str] = []
    with monkeypatch.context() as patch:
        for one in found:
            target, name = doer(one, screen)
            patch.setattr(target, f"action_{name}", lambda command=one.command.id: done.append(command))
        for one in found:
            assert one.keys
            assert list(one.keys) in shown, f"help does not show {one.command.id}"
        await shell.tap(*(key for one in found for key in one.keys))
        assert done == [one.command.id for one in found for _ in one.keys], screen
        done.clear()
        palette = Commands(screen)
        await palette.startup()
        for hit in [hit async for hit in palette.discover()]:
            await hit.command()
        assert set(done) == {one.command.id for one in found} - {"everywhere.palette"}
    return {one.command.id for one in found}


def doer(found: Active, screen: Any) -> tuple[DOMNode, str]:
    """Who does a command, and by which action."""
    owner, _, name = found.action.rpartition(".")
    return (screen if owner == "screen" else found.node), name


def test_every_key_bound_outside_the_commands_is_listed() -> None:
    """A screen with bindings of its own: each key is among those that `briefing keys` and help list as fixed."""
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
    known = {b.key for c in FIXED for key in c.keys for b in Binding.make_bindings([(textual_key(key), "")])}
    found: dict[str, str] = {}
    waiting: list[type[Any]] = [Widget]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.startswith(package.__name__):
            own = [b for b in kind.__dict__.get("BINDINGS", ()) if not getattr(b, "id", None)]
            found |= {b.key: kind.__name__ for b in Binding.make_bindings(own)}
    assert not {key: where for key, where in found.items() if key not in known}
