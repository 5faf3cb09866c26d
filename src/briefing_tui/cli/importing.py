"""`import`: documents become articles."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .articles import assignments
from .output import Context, emit, json_option, say, talk

if TYPE_CHECKING:
    from ..workspace.importing import Imported

FIELDS = ("title", "author", "container-title", "publisher", "republished-by", "issued", "URL", "genre", "language")
"""The fields whose state is always told."""


@click.command("import")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Take everything in without asking; what is inferred stays inferred.")
@click.option("--set", "fields", metavar="FIELD=VALUE", multiple=True, help="Metadata for every file of this call.")
@json_option
@click.pass_obj
def import_(context: Context, paths: tuple[Path, ...], yes: bool, fields: tuple[str, ...], as_json: bool) -> int:
    """Make articles of text and Markdown files; folders are walked, - reads standard input.

    The original is kept byte for byte beside the article. Nothing is invented: what a document does not state stays
    missing.
    """
    if not (yes or as_json) and sys.stdin.isatty():
        click.confirm(
            f"Import {len(paths)} file{'s' * (len(paths) != 1)} or folders?", default=True, abort=True, err=True
        )
    with context.workspace() as workspace:
        report = workspace.import_files(
            paths,
            overrides=assignments(fields),
            progress=None if as_json else _progress,
            read_input=sys.stdin.buffer.read,
        )
        shown = [_shape(workspace, one) for one in report.imported]
        linked = workspace.last_brief
    if as_json:
        failed = [
            {
                "source": f.source,
                "error": {
                    "kind": f.error.kind,
                    "message": f.error.message,
                    "where": f.error.where,
                    "hint": f.error.hint,
                },
            }
            for f in report.failed
        ]
        emit({"imported": shown, "failed": failed})
    else:
        for one, shape in zip(report.imported, shown, strict=True):
            _tell(one, shape)
        for f in report.failed:
            talk(f"not imported: {f.error}")
        if report.imported and not linked:
            talk("Read and pin: briefing. Make a brief: briefing brief new ID --title TITLE")
    return 1 if report.failed else 0


def _progress(done: int, total: int) -> None:
    if total > 20 and done % 20 == 0:
        talk(f"{done} of {total}")


def _shape(workspace: Any, one: Imported) -> dict[str, Any]:
    from . import shapes

    article = one.article
    metadata = article.metadata
    return {
        "id": article.id,
        "file": one.file,
        "source": one.source,
        "type": metadata.type,
        "title": metadata.title or None,
        "author": shapes.names(metadata),
        "container-title": metadata.container_title or None,
        "publisher": metadata.publisher or None,
        "republished-by": metadata.republished_by or None,
        "issued": str(metadata.issued) if metadata.issued else None,
        "URL": metadata.url or None,
        "genre": metadata.genre or None,
        "language": metadata.language or None,
        "states": {name: metadata.state(name).value for name in FIELDS},
        "evidence": dict(metadata.evidence),
        "paragraphs": len(article.segments.paragraphs),
        "words": article.words,
        "themes": list(workspace.article_themes(article.id).themes),
        "dropped": [{"line": d.line, "kind": d.kind, "text": d.text} for d in one.dropped],
        "warnings": list(one.warnings),
        "same-as": one.same_as or None,
        "digest": one.digest or None,
        "shares-with": [],
    }


def _tell(one: Imported, shape: dict[str, Any]) -> None:
    from ..model import naming

    if one.same_as:
        say(f"{one.source}: is '{one.same_as}' already; nothing was written")
        return
    say(f"{one.source} → {one.file}: {shape['paragraphs']} paragraphs, {shape['words']} words")
    metadata = one.article.metadata
    say(f"  {naming.title(one.article)}")
    for name in FIELDS:
        state = metadata.state(name)
        if name in ("title", "author", "container-title", "issued") or state.value != "missing":
            value = {"author": naming.authors(metadata) if metadata.author else ""}.get(name, shape.get(name) or "")
            say(f"  {name}: {value or 'not stated'} [{state.value}]" + _evidence(metadata.evidence.get(name, "")))
    if one.digest:
        say(f"  '{one.digest}' is our digest of it")
    for d in one.dropped:
        say(f"  dropped line {d.line} ({d.kind}): {d.text[:70]}")
    for warning in one.warnings:
        talk(f"  {warning}")


def _evidence(text: str) -> str:
    return f" ({text})" if text else ""
