"""What commands write: data to stdout, talk to stderr, one JSON value with `--json`."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

import click

from ..errors import BriefingError, ConflictError, ReadOnlyError
from ..model.display import one_line

if TYPE_CHECKING:
    from ..model import Problem
    from ..storage import BriefSession
    from ..workspace import Workspace

F = TypeVar("F", bound=Callable[..., Any])
P = ParamSpec("P")
R = TypeVar("R")

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What JSON may hold as it is and a terminal should not get: C1 controls, bidi controls, half surrogate pairs."""

json_option: Callable[[F], F] = click.option("--json", "as_json", is_flag=True, help="One JSON value on stdout.")


def of_brief(function: Callable[Concatenate[Context, P], R]) -> Callable[P, R]:
    """What every command on one brief takes: its id, `--json`, and the context."""
    return click.argument("brief_id", metavar="ID")(json_option(click.pass_obj(function)))


@dataclass(frozen=True, slots=True)
class Context:
    """What every command gets."""

    folder: Path | None

    @contextmanager
    def workspace(self, *, scan: bool = True) -> Iterator[Workspace]:
        """The workspace, its catalogue up to date with the files; settings that cannot be used are told."""
        from ..workspace import Workspace

        workspace = Workspace.open(self.folder or Path.cwd())
        try:
            for problem in workspace.settings_problems:
                not_loaded(problem)
            if scan:
                workspace.articles.scan()
            yield workspace
        finally:
            for message in workspace.news_of_the_index():
                talk(message)
            workspace.close()

    @contextmanager
    def edited(self, brief_id: str, *, scan: bool = False) -> Iterator[tuple[Workspace, BriefSession]]:
        """The workspace and a brief open to write; what the edit left in the journal is in the file at the end."""
        with self.workspace(scan=scan) as workspace:
            session = workspace.briefs.open_to_write(brief_id)
            try:
                yield workspace, session
                _save(session)
            finally:
                session.close()
                for message in session.messages:
                    talk(message)


def _save(session: BriefSession) -> None:
    """Write the file. What only stays in the journal is told when the session closes: it is done, not failed."""
    try:
        session.flush()
    except (ConflictError, ReadOnlyError):
        raise
    except BriefingError:
        return


def emit(value: Any) -> None:
    """One JSON value on stdout."""
    emit_text(json.dumps(value, ensure_ascii=False))


def emit_text(text: str) -> None:
    """JSON on stdout: what a terminal would obey or could not be sent is escaped, and so stays the same value."""
    safe = text if text.isascii() and "\x7f" not in text else _UNSAFE.sub(_escaped, text)
    sys.stdout.write(safe + "\n")  # `click.echo` would go through all of it again
    sys.stdout.flush()


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


def say(text: str = "") -> None:
    """A line of data on stdout, harmless to a terminal."""
    click.echo(one_line(text))


def talk(text: str) -> None:
    """A message on stderr."""
    click.echo(one_line(text), err=True)


def not_loaded(problem: Problem) -> None:
    """A file that could not be read, or not all of it, on stderr, with what to do."""
    loaded = "loaded in part" if problem.in_part else "not loaded"
    talk(f"{loaded}: {problem.place}: {problem.message}" + (f" ({problem.hint})" if problem.hint else ""))


def plural(n: int, thing: str) -> str:
    """'1 page', '2 pages'."""
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"


def table(rows: Sequence[Sequence[str]], *, heads: Sequence[str]) -> None:
    """Columns for people; the last one is as wide as it is."""
    from rich.cells import cell_len

    shown = [[one_line(cell) for cell in row] for row in (heads, *rows)]
    widths = [max(cell_len(row[n]) for row in shown) for n in range(len(heads) - 1)]
    for row in shown:
        cells = [cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=False)]
        click.echo("  ".join([*cells, row[-1]]).rstrip())


def report(kind: str, message: str, where: str, hint: str, code: int, *, as_json: bool) -> int:
    """An error, for people on stderr or as JSON on stdout.

    Returns:
        the exit code.
    """
    if as_json:
        emit({"error": {"kind": kind, "message": message, "where": where, "hint": hint}})
    else:
        place = f"{one_line(where)}: " if where not in {"", "briefing"} else ""
        click.echo(f"briefing: {place}{one_line(message)}", err=True)
        if hint:
            click.echo(f"  {one_line(hint)}", err=True)
    return code
