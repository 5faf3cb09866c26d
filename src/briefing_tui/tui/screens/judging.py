"""A key judgement, asked for in one go: its words, how likely it is, how sure one is, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from ...errors import InvalidError
from ...workspace import entries, steps
from ..widgets.choice import Choice

if TYPE_CHECKING:
    from .editing import Editing

CHOICE_HINT = "enter goes on · / filter · esc ends, the answers before stay"
TEXT_HINT = "enter goes on · ctrl+j new line · esc ends, the answers before stay"
NEW_PLACES = {"text": "new.judgement", "because": "new.reason"}
"""What the texts of a judgement that is not there yet belong to while they are typed."""


async def edit_judgement(screen: Editing, key: str) -> None:
    """Ask for all fields of a judgement, and put them in as one step. Call it from a flow."""
    brief, _ = screen.here()
    asked = entries.fields_of(brief, key)
    source = " ".join(e.exact for e in entries.excerpts_of(brief, key))
    said = await _ask(screen, entries.label(brief, key), asked, source, lambda name: f"{key}.{name}")
    if screen.keep_fields(key, asked, said):
        _forget(screen, [f"{key}.{name}" for name in said])


async def add_judgement(screen: Editing, text: str = "", for_: tuple[str, ...] = ()) -> None:
    """Ask for all fields of a new judgement, and add it as one step. Call it from a flow.

    Args:
        screen: the draft.
        text: words that it may have.
        for_: the passages that it rests on.
    """
    brief, _ = screen.here()
    blank = steps.judged(brief, text, for_)
    asked = entries.fields_of(blank.brief, blank.to)
    source = " ".join(brief.excerpts[excerpt].exact for excerpt in for_)
    said = await _ask(screen, "A new judgement", asked, source, lambda name: NEW_PLACES.get(name, ""))
    words = said.pop("text", "")
    if words and screen.put(lambda now: steps.judged(now, words, for_, **said)):
        _forget(screen, NEW_PLACES.values())


async def _ask(
    screen: Editing, label: str, asked: Sequence[entries.Field], source: str, place: Callable[[str], str]
) -> dict[str, str]:
    """Ask for one field after another; the answers, up to where the person went away.

    What is typed stays in the journal meanwhile.

    Raises:
        InvalidError: where it is left without words.
    """
    said: dict[str, str] = {}
    for n, field in enumerate(asked, 1):
        if field.name == "because" and not said["confidence"]:
            break
        title, about = f"{label}: {field.title} · {n} of {len(asked)}", said.get("text", source)
        if field.choices:
            question = Choice(title, field.choices, chosen=[field.value], context=about, hint=CHOICE_HINT)
            if answer := await screen.app.push_screen_wait(question):
                said[field.name] = answer[0]
        else:

            def keep(text: str, name: str = field.name) -> bool:
                said[name] = text
                return False

            await screen.briefing.ask.for_text(
                place(field.name), title, field.value, multiline=True, placeholder=about, hint=TEXT_HINT, keep=keep
            )
        if field.name not in said:
            break
        if not said["text"].strip():
            raise InvalidError("a judgement needs words", hint="d deletes one")
    return said


def _forget(screen: Editing, places: Iterable[str]) -> None:
    """Forget what was typed: it is in the brief."""
    if session := screen.briefing.desk.session:
        for place in places:
            session.typing(place, "")
        screen.brief_changed(session.brief)
