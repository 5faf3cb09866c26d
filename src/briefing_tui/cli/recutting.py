"""`widen`: a pinned passage gets more or fewer words of its article, and stays the same excerpt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..errors import RefusedError
from .output import Context, emit, json_option, say, talk
from .passages import Words, of_words, shape

if TYPE_CHECKING:
    from ..model import Speaker
    from ..workspace.drafting.recutting import Placed, Proposed


@click.command()
@click.argument("brief_id", metavar="BRIEF")
@click.argument("excerpt_id", metavar="EXCERPT")
@of_words
@click.option("--speaker", help="Who says these words; '' credits nobody. Without it, who was credited before.")
@click.option("--give-up", is_flag=True, help="Give up the alterations that do not fit these words.")
@json_option
@click.pass_obj
def widen(
    context: Context,
    *,
    brief_id: str,
    excerpt_id: str,
    words: Words,
    speaker: str | None,
    give_up: bool,
    as_json: bool,
) -> None:
    """Widen or narrow a pinned passage: --quote, --span or --paragraph says which words it has then.

    What rests on it stays: its items, judgements, cites in own text, and each alteration whose words it still has.
    """
    from ..workspace.drafting.alterations import described

    with context.edited(brief_id) as (workspace, session):
        placed = workspace.recutting.place(session.brief, excerpt_id)
        proposed = workspace.recutting.propose(session.brief, placed, words.place(placed.article, placed.excerpt.span))
        if proposed.loses and not give_up:
            said = f"these alterations do not fit the new words: {'; '.join(proposed.loses)}"
            raise RefusedError(said, where=excerpt_id, hint="--give-up takes the words without them")
        said_by = _speaker(placed, proposed, speaker)
        made = workspace.recutting.put(session, placed, proposed, speaker=said_by, seen=False)
    excerpt, state = made.excerpt, made.verification.state
    if as_json:
        emit(shape(excerpt, state, made.warnings) | {"given-up": [described(each) for each in proposed.given_up]})
    else:
        say(made.said)
        for warning in (*made.warnings, *(f"given up: {each}" for each in proposed.loses)):
            talk(warning)


def _speaker(placed: Placed, proposed: Proposed, name: str | None) -> Speaker | None:
    """Who is credited; where the text has the new words from somebody else, it is to be said.

    Raises:
        RefusedError: where it is not said.
    """
    from ..workspace.drafting.speakers import speaker_named

    if name is not None:
        return speaker_named(placed.article, proposed.span, name)
    if proposed.doubt:
        raise RefusedError(proposed.doubt, where=placed.excerpt.id, hint="--speaker NAME says who; '' credits nobody")
    return placed.excerpt.speaker
