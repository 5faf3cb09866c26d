"""`compile`: from a brief to a PDF."""

from __future__ import annotations

from pathlib import Path

import click

from . import shapes
from .choices import Choice
from .output import Context, emit, json_option, plural, say, talk

_ALIASES = {"htm": "html", "markdown": "md", "text": "txt"}
_OTHER = frozenset({"doc", "odt", "rtf", "epub", "tex", "xml", "ps"})
"""Endings of documents that no form of a briefing has."""


def _forms() -> tuple[str, ...]:
    from ..compile import FORMS

    return ("pdf", *FORMS)


def _form_of(output: Path | None) -> str:
    """The form that the name of a file asks for by its ending."""
    ending = output.suffix.removeprefix(".").lower() if output else ""
    if ending in _OTHER:
        raise click.UsageError(
            f"a briefing has no form '{ending}': --format says which of its forms {output} is to have"
        )
    return _ALIASES.get(ending, ending if ending in _forms() else "pdf")


@click.command("compile")
@click.argument("brief_id", metavar="BRIEF")
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="The file to write.")
@click.option(
    "--format",
    "form",
    type=Choice(_forms),
    help="The form, where the name of FILE does not say it; md has its sources beside it.",
)
@click.option("--final", is_flag=True, help="A final briefing: refused while an error stands.")
@json_option
@click.pass_obj
def compile_(
    context: Context, *, brief_id: str, output: Path | None, form: str | None, final: bool, as_json: bool
) -> int:
    """Compile a brief to a PDF or another form; without --final a draft, which says so."""
    with context.workspace(scan=False) as workspace:
        brief = workspace.briefs.read(brief_id)
        if final and (left := workspace.not_in_it(brief)):
            talk(f"{left}; the app goes on with it")
        report = workspace.briefing.compile(
            brief,
            output=output,
            form=form or _form_of(output),
            final=final,
            progress=None if as_json else _Progress(),
        )
    if as_json:
        from ..model import Checklist

        emit(
            {
                "file": str(report.file),
                "files": [*map(str, report.files)],
                "same": report.same,
                "receipt": str(report.receipt) if report.receipt else None,
                "sha256": report.sha256,
                "pages": report.pages,
                "excerpts": {"verified": report.verified, "unverified": report.unverified},
                "quotes": {"verified": report.quotes_verified, "unverified": report.quotes_unverified},
                "notes": report.notes,
                "sources": report.sources,
                "seconds": round(report.seconds, 3),
                **shapes.findings(Checklist(report.findings, report.suppressed)),
            }
        )
        return 0
    for f in report.findings:
        if f.severity != "note":
            talk(f"{f.severity.value}: {f.place or brief_id}: {f.message}")
        if f.severity == "error" and f.hint:
            talk(f"  {f.hint}")
    if report.suppressed:
        talk(f"{plural(len(report.suppressed), 'finding')} suppressed, with a reason: `briefing check {brief_id}`")
    quotes = report.quotes_verified + report.quotes_unverified
    pages, notes, sources = (
        plural(*n) for n in ((report.pages, "page"), (report.notes, "note"), (report.sources, "source"))
    )
    pages = f"{pages}, " if report.pages else ""
    talk(f"{pages}{report.quotes_verified} of {plural(quotes, 'quote')} verified, {notes}, {sources}")
    for file in report.files:
        if file not in (report.file, report.receipt):
            talk(f"beside it: {file}")
    if report.receipt:
        talk(f"signed: {report.receipt}")
    if report.same:
        talk("it was there already, the same byte for byte, and was left alone")
    say(str(report.file))
    return 0


class _Progress:
    """Tells each stage once."""

    def __init__(self) -> None:
        self._told = ""

    def __call__(self, stage: str, _: float) -> None:
        if stage != self._told:
            self._told = stage
            talk(stage)
