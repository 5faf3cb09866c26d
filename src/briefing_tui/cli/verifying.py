"""`verify`: a finished briefing against itself and, where asked for, against its sources."""

from __future__ import annotations

from contextlib import ExitStack, closing
from pathlib import Path

import click

from .output import Context, emit, json_option, plural, say

REFUSED = 3


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--against", type=click.Path(path_type=Path), help="A workspace that holds the sources.")
@json_option
@click.pass_obj
def verify(context: Context, file: Path, against: Path | None, as_json: bool) -> int:  # noqa: ARG001 - as all commands
    """Verify a compiled briefing; exit 3 where something in it does not hold.

    Without --against nothing but the file is needed, and the sources are not checked.
    """
    from ..workspace import Workspace
    from ..workspace.briefing.verifying import SELF, verify_briefing

    with ExitStack() as stack:
        sources = stack.enter_context(closing(Workspace.open(against))) if against else None
        if sources:
            sources.articles.scan()
        found = verify_briefing(file, sources)
    if as_json:
        emit(
            {
                "ok": found.ok,
                "level": found.level,
                "final": found.final,
                "quotes": [
                    {"id": excerpt, "state": state, "alterations": found.alterations.get(excerpt, 0)}
                    for excerpt, state in found.quotes
                ],
                "problems": [{"place": p.place, "message": p.message} for p in found.problems],
                "remarks": [{"place": r.place, "message": r.message} for r in found.remarks],
            }
        )
        return 0 if found.ok else REFUSED
    for problem in (*found.problems, *found.remarks):
        say(f"{problem.place}: {problem.message}")
    kind = "a draft: " if found.final is False else ""
    if found.problems:
        say(f"{kind}not verified: {plural(len(found.problems), 'problem')}")
        return REFUSED
    for excerpt, count in found.alterations.items():
        say(f"quote {excerpt}: printed with {plural(count, 'alteration')}")
    quotes = plural(len(found.quotes), "quote")
    if found.level == SELF:
        say(f"{kind}consistent in itself; sources not checked ({quotes})")
    else:
        say(f"{kind}consistent, and every excerpt stands in its article ({quotes})")
    return 0
