"""`import`: documents become articles."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from .articles import assignments
from .output import Context, emit, json_option, plural, talk

YES, NO = ("y", "yes"), ("n", "no")


@click.command("import")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Take everything in without asking; what is inferred stays inferred.")
@click.option("--set", "fields", metavar="FIELD=VALUE", multiple=True, help="Metadata for every file of this call.")
@json_option
@click.pass_obj
def import_(context: Context, paths: tuple[Path, ...], yes: bool, fields: tuple[str, ...], as_json: bool) -> int:
    """Make articles of documents; folders are walked, - reads standard input.

    Web pages, PDF, Word and other office files, e-books, mail, text, and files of references. The original is kept byte
    for byte beside the article. Nothing is invented: what a document does not state stays missing.
    """
    if not (yes or as_json) and sys.stdin.isatty():
        _ask(paths)
    from . import import_report

    with context.workspace() as workspace:
        report = workspace.importing.run(
            paths,
            overrides=assignments(fields),
            progress=_progress,
            read_input=sys.stdin.buffer.read,
        )
        if as_json:
            emit(import_report.as_plain(workspace, report))
        else:
            import_report.tell(workspace, report)
        if report.imported and not workspace.last_brief and not as_json:
            talk("Read and pin: briefing. Make a brief: briefing brief new ID --title TITLE")
    return 1 if report.failed or report.stopped else 0


def _ask(paths: Sequence[Path]) -> None:
    """Ask whether to import what the paths stand for; end the command where it is not wanted."""
    from ..workspace.importing import walk

    question = f"Import {plural(len(walk(paths).files), 'file')}? [Y/n]"
    while (answer := click.prompt(question, default="y", show_default=False, err=True).strip().casefold()) not in YES:
        if answer in NO:
            raise click.Abort
        talk(f"“{answer}” is no answer: y imports, n does not")


def _progress(done: int, total: int) -> None:
    if total > 20 and done % 20 == 0:
        talk(f"{done} of {total}")
