"""`check`, `brief suppress` and `brief unsuppress`: what the rules find in a brief, and what may stay as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .briefs import shown
from .output import Context, emit, json_option, of_brief, plural, say, table, talk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..checks import Rule
    from ..model import Checklist, Problem, Severity

REFUSED = 3
_INDENT = " " * 21


@click.command()
@click.argument("brief_id", metavar="BRIEF", required=False)
@click.option("--rules", "list_rules", is_flag=True, help="List all rules, and what the house made of them (*).")
@click.option("--markdown", is_flag=True, help="With --rules: as tables in Markdown, to be printed.")
@json_option
@click.pass_obj
def check(context: Context, *, brief_id: str | None, list_rules: bool, markdown: bool, as_json: bool) -> int:
    """Check a brief; exit 3 where there is an error. What was suppressed comes last, with the reasons."""
    if list_rules:
        _list_rules(context, markdown=markdown, as_json=as_json)
        return 0
    if not brief_id:
        raise click.UsageError("Missing argument 'BRIEF', or --rules.")
    from . import shapes

    with context.workspace(scan=False) as workspace:
        _tell(workspace.rule_problems)
        found = workspace.briefing.checklist(workspace.briefs.read(brief_id))
    plain = shapes.findings(found)
    if as_json:
        emit(plain)
    else:
        _print(found)
        suppressed = f", {len(found.suppressed)} suppressed" if found.suppressed else ""
        talk(", ".join(plural(n, name) for name, n in plain["counts"].items()) + suppressed)
    return REFUSED if plain["counts"]["error"] else 0


@click.command("suppress")
@of_brief
@click.argument("rule")
@click.argument("place")
@click.option("--reason", required=True, help="Why it does not stand in the way there; it is kept in the brief.")
@click.option("--by", default="", help="Who says so; otherwise the author of your settings, else of the brief.")
def suppress(context: Context, *, brief_id: str, rule: str, place: str, reason: str, by: str, as_json: bool) -> None:
    """Suppress what RULE finds at PLACE (an id or a field; '' for the whole brief), with a reason.

    What the contract on quotations forbids cannot be suppressed. Undo takes it back, as `unsuppress` does.
    """
    from ..workspace.drafting.suppressing import refuse_absent, suppressed

    with context.edited(brief_id) as (workspace, session):
        made = suppressed(session.brief, rule, place, reason, by=by or workspace.settings.author)
        refuse_absent(workspace.briefing.checklist(session.brief), rule, place)
        session.edit(made.brief, made.label)
    shown(context, brief_id, as_json, f"suppressed: {rule} at {place or 'the whole brief'}")


@click.command("unsuppress")
@of_brief
@click.argument("rule")
@click.argument("place")
def unsuppress(context: Context, brief_id: str, rule: str, place: str, as_json: bool) -> None:
    """Take a suppression back: what RULE finds at PLACE stands again."""
    from ..workspace.drafting.suppressing import unsuppressed

    with context.edited(brief_id) as (_, session):
        made = unsuppressed(session.brief, rule, place)
        session.edit(made.brief, made.label)
    shown(context, brief_id, as_json, f"no longer suppressed: {rule} at {place or 'the whole brief'}")


def add_to(group: click.Group) -> None:
    """Put these commands into `briefing brief`."""
    for command in (suppress, unsuppress):
        group.add_command(command)


def _print(found: Checklist) -> None:
    for f in found.findings:
        say(f"{f.severity.value:<8}{f.place:<12} {f.message}  [{f.rule}]")
        if f.hint:
            say(f"{_INDENT}{f.hint}")
    for one in found.suppressed:
        f, s = one.finding, one.suppression
        say(f"{'(' + f.severity.value + ')':<8} {f.place:<12}{f.message}  [{f.rule}]")
        say(
            f"{_INDENT}suppressed: {s.reason}"
            + (f" ({', '.join(filter(None, (s.by, s.date)))})" if s.by or s.date else "")
        )


def _list_rules(context: Context, *, markdown: bool, as_json: bool) -> None:
    """All rules as the house has them; without a workspace, as they come."""
    from ..checks import by_group, limits_of, read_profile, rule_sheet, weight
    from ..errors import NotFoundError

    try:
        with context.workspace(scan=False) as workspace:
            plain, problems = workspace.settings.rules, workspace.rule_problems
    except NotFoundError:
        if context.folder is not None:
            raise
        plain, problems = {}, ()
    profile = read_profile(plain).profile
    rows = [_listed(rule, weight(rule, profile)) for rule in by_group()]
    limits = limits_of(profile)
    if as_json:
        told = [
            {"file": p.file, "line": p.line, "field": p.field, "message": p.message, "hint": p.hint} for p in problems
        ]
        emit({"rules": rows, "limits": limits, "problems": told})
        return
    if markdown:
        click.echo(rule_sheet(profile), nl=False)
        return
    table(
        [[r["id"], r["severity"] + " *" * r["changed"] + " (fixed)" * r["fixed"], r["title"]] for r in rows],
        heads=["rule", "weight", "what it finds"],
    )
    for name, value in limits.items():
        say(f"{name}: {value}")
    _tell(problems)


def _listed(rule: Rule, here: Severity | None) -> dict[str, Any]:
    """A rule as `check --rules --json` gives it."""
    return {
        "id": rule.id,
        "severity": here.value if here else "off",
        "title": rule.title.rstrip("."),
        "changed": here is not rule.severity,
        "default": rule.severity.value,
        "fixed": rule.binding,
        "source": rule.source,
        "why": rule.why or None,
    }


def _tell(problems: Iterable[Problem]) -> None:
    """What of the house profile could not be followed, on stderr."""
    for problem in problems:
        talk(str(problem))
