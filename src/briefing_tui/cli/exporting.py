"""`export`: the sources of a brief for other programs, and its excerpts."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from .choices import Choice
from .output import Context, emit, json_option, talk


def _formats() -> Iterable[str]:
    from ..compile import FORMATS

    return FORMATS


@click.command()
@click.argument("brief_id", metavar="BRIEF")
@click.option("--format", "form", type=Choice(_formats), required=True, help="The form of what is written.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write; standard output without it.")
@json_option
@click.pass_obj
def export(context: Context, brief_id: str, form: str, output: Path | None, as_json: bool) -> None:
    """Export the sources of a brief, or its excerpts as W3C Web Annotations."""
    with context.workspace(scan=False) as workspace:
        brief = workspace.briefs.read(brief_id)
        if output is not None:
            output = workspace.briefing.export_to(output, brief, form)
            text = ""
            talk(str(output))
        else:
            text = workspace.briefing.export(brief, form).decode()
    if as_json:
        emit({"format": form, "file": str(output) if output else None, "content": _value(form, text) if text else None})
    else:
        sys.stdout.write(text)


def _value(form: str, text: str) -> object:
    return text if form in ("bibtex", "ris") else json.loads(text)
