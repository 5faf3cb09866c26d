"""`init`, `keys`, `doctor` and `index`: the workspace and the program itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .output import Context, emit, json_option, say, table, talk

if TYPE_CHECKING:
    from ..settings import Command, Keymap


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@json_option
def init(folder: Path, as_json: bool) -> None:
    """Make a new workspace: corpus/ with a theme file, briefs/ with an empty first brief."""
    from ..workspace import FIRST_BRIEF, Workspace, make

    places = make(folder)
    workspace = Workspace.open(places.root)
    try:
        if not workspace.briefs.heads():
            workspace.briefs.new(FIRST_BRIEF, "")
    finally:
        workspace.close()
    if as_json:
        emit({"workspace": str(places.root)})
    else:
        say(str(places.root))
        talk(f"Next: briefing -w '{places.root}' import FILE…; then: briefing -w '{places.root}'")


@click.command()
@click.option("--markdown", is_flag=True, help="As tables in Markdown, to be printed.")
@json_option
@click.pass_obj
def keys(context: Context, markdown: bool, as_json: bool) -> None:
    """List every command with its id and its keys, a person's own keys included (*)."""
    from ..errors import NotFoundError
    from ..settings import COMMANDS, FIXED, Settings, resolve_keymap, sheet

    try:
        with context.workspace(scan=False) as workspace:
            settings = workspace.settings
    except NotFoundError:
        if context.folder is not None:
            raise
        settings = Settings()
    keymap = resolve_keymap(COMMANDS, settings.keymap)
    listed = [_listed(command, keymap) for command in (*COMMANDS, *FIXED)]
    if as_json:
        known = {row["id"] for row in listed}
        unknown = dict.fromkeys(one.command for one in keymap.trouble if one.command not in known)
        nothing: dict[str, Any] = {**dict.fromkeys(listed[0]), "keys": [], "changed": False, "fixed": False}
        listed += [{**nothing, "id": one, "problems": _problems(one, keymap)} for one in unknown]
        emit(listed)
    elif markdown:
        click.echo(sheet(keymap), nl=False)
    else:
        table(
            [[row["id"], " ".join(row["keys"]) + " *" * row["changed"], row["help"]] for row in listed],
            heads=["command", "keys", "what it does"],
        )
    for problem in keymap.problems:
        talk(problem)


def _listed(command: Command, keymap: Keymap) -> dict[str, Any]:
    """A command as `keys --json` gives it."""
    return {
        "id": command.id,
        "where": command.where.value,
        "keys": list(keymap.keys.get(command.id, command.keys)),
        "title": command.title,
        "help": command.help,
        "changed": command.id in keymap.changed,
        "fixed": command.id not in keymap.keys,
        "problems": _problems(command.id, keymap),
    }


def _problems(command_id: str, keymap: Keymap) -> list[str]:
    return [str(one) for one in keymap.trouble if one.command == command_id]


@click.command()
@json_option
@click.pass_obj
def doctor(context: Context, as_json: bool) -> int:
    """Show the libraries, fonts, engines and paths found, and what to do about those missing."""
    from ..workspace import examine

    found = examine(context.folder or Path.cwd())
    if as_json:
        emit([{"name": f.name, "ok": f.ok, "found": f.found, "hint": f.hint} for f in found])
    else:
        for f in found:
            say(f"{'✓' if f.ok else '✗'} {f.name}: {f.found}")
            if f.hint:
                say(f"    {f.hint}")
    return 0 if all(f.ok for f in found) else 1


@click.command()
@click.option("--rebuild", is_flag=True, help="Throw the catalogue away and read every article again.")
@json_option
@click.pass_obj
def index(context: Context, rebuild: bool, as_json: bool) -> None:
    """Bring the catalogue and the search index up to date."""
    with context.workspace(scan=False) as workspace:
        if rebuild:
            workspace.articles.forget_catalogue()
        result = workspace.articles.scan()
        total = len(workspace.articles.headers())
    plain = {
        "articles": total,
        "added": len(result.added),
        "changed": len(result.changed),
        "removed": len(result.removed),
        "problems": len(result.problems),
    }
    if as_json:
        emit(plain)
    else:
        say(", ".join(f"{n} {name}" for name, n in plain.items()))
