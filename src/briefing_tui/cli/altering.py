"""`brief alter`: what is done to a quote, and back again."""

from __future__ import annotations

import click

from ..errors import InvalidError
from .briefs import shown
from .output import Context, json_option, talk


@click.command("alter")
@click.argument("brief_id", metavar="BRIEF")
@click.argument("excerpt_id", metavar="EXCERPT")
@click.option("--omit", metavar="WORDS", help="Leave these words out; […] stands for them.")
@click.option(
    "--insert", metavar="TEXT", help="Insert words of your own, in brackets: after --after, else at the start."
)
@click.option("--after", metavar="WORDS", help="After which words --insert stands.")
@click.option("--sic", metavar="WORDS", help="Mark words [sic].")
@click.option("--emphasise", metavar="WORDS", help="Emphasise words; the note says so.")
@click.option("--case", is_flag=True, help="Change the case of the first letter, in brackets.")
@click.option(
    "--nth", type=click.IntRange(min=1), metavar="N", help="Where the words stand several times: which, from 1."
)
@click.option("--take-back", type=click.IntRange(min=1), metavar="N", help="Take the Nth alteration back, from 1.")
@json_option
@click.pass_obj
def alter(
    context: Context,
    *,
    brief_id: str,
    excerpt_id: str,
    omit: str | None,
    insert: str | None,
    after: str | None,
    sic: str | None,
    emphasise: str | None,
    case: bool,
    nth: int | None,
    take_back: int | None,
    as_json: bool,
) -> None:
    """Alter a quote by an operation that is printed as one and can be undone; its words stay as they are.

    WORDS are given as they stand in the quote; only white space may differ.
    """
    from ..model import AlterationKind
    from ..workspace.drafting import alterations

    named = {"omit": omit, "insert": insert, "sic": sic, "emphasise": emphasise, "case": "" if case else None}
    given = [(AlterationKind(kind), words) for kind, words in named.items() if words is not None]
    if len(given) + (take_back is not None) != 1:
        ways = "--omit, --insert, --sic, --emphasise, --case or --take-back"
        raise InvalidError("say what to do, once", where="alter", hint=ways)
    if after is not None and insert is None:
        raise InvalidError("--after says where --insert stands", where="alter", hint="--insert TEXT --after WORDS")
    warning = ""
    with context.edited(brief_id) as (workspace, session):
        if take_back is not None:
            made = alterations.taken_back(session.brief, excerpt_id, take_back)
        else:
            ((kind, said),) = given
            excerpt = alterations.quote_of(session.brief, excerpt_id)
            words = after if kind is AlterationKind.INSERT else said
            place = alterations.place_of(excerpt, words, nth or 0) if words else None
            made = alterations.applied(session.brief, excerpt_id, kind, place, insert or "")
            if kind is AlterationKind.OMIT and place:
                language = alterations.language_of(workspace.articles, excerpt)
                warning = alterations.omission_said(excerpt, place, language)
        session.edit(made.brief, made.label)
    if warning:
        talk(warning)
    done = alterations.done(made.label)
    shown(context, brief_id, as_json, f"{done}; `briefing brief undo {brief_id}` takes it back")
