"""`init`, `keys`, `doctor` and `index`: the workspace and the program itself."""

from __future__ import annotations

from pathlib import Path

import click

from .output import Context, emit, json_option, say, table, talk


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
@json_option
@click.pass_obj
def keys(context: Context, as_json: bool) -> None:
    """List every command with its id and its keys, a person's own keys included."""
    from ..errors import NotFoundError
    from ..settings import COMMANDS, Settings, resolve_keymap

    try:
        with context.workspace(scan=False) as workspace:
            settings = workspace.settings
    except NotFoundError:
        if context.folder is not None:
            raise
        settings = Settings()
    keymap = resolve_keymap(COMMANDS, settings.keymap)
    if as_json:
        emit(
            [
                {"id": c.id, "where": c.where.value, "keys": list(keymap.keys[c.id]), "title": c.title, "help": c.help}
                for c in COMMANDS
            ]
        )
    else:
        table(
            [[c.id, " ".join(keymap.keys[c.id]) or "–", c.help] for c in COMMANDS],
            heads=["command", "keys", "what it does"],
        )
    for problem in keymap.problems:
        talk(problem)


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
