"""`export`: the sources of a brief for other programs, and its excerpts."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from ..errors import InvalidError
from .output import Context, emit, json_option, talk

FORMATS = ("csl-json", "bibtex", "ris", "annotations")


@click.command()
@click.argument("brief_id", metavar="BRIEF")
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help="The form of what is written.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write; standard output without it.")
@json_option
@click.pass_obj
def export(context: Context, brief_id: str, form: str, output: Path | None, as_json: bool) -> None:
    """Export the sources of a brief, or its excerpts as W3C Web Annotations."""
    with context.workspace(scan=False) as workspace:
        content = workspace.briefing.export(workspace.briefs.read(brief_id), form)
    if output is not None:
        from ..support.atomic import create_text

        try:
            create_text(output, content.decode())
        except FileExistsError as error:
            raise InvalidError("this file is there already", where=str(output), hint="name another one") from error
        talk(str(output))
        content = b""
    if as_json:
        text = content.decode()
        emit({"format": form, "file": str(output) if output else None, "content": _value(form, text) if text else None})
    else:
        sys.stdout.write(content.decode())


def _value(form: str, text: str) -> object:
    return text if form in ("bibtex", "ris") else json.loads(text)
