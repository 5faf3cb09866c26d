"""A key judgement, asked for in one go: its words, how likely it is, how sure one is, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from ....errors import BriefingError
from ....workspace.drafting import entries, steps
from ...widgets.choice import Choice

if TYPE_CHECKING:
    from .editing import Editing

CHOICE_HINT = "enter goes on · / filter · esc ends, the answers before stay"
TEXT_HINT = "enter goes on · ctrl+j new line · @ cites · esc ends, the answers before stay"
NEEDED = "a judgement needs words: say in your own what you judge · esc ends"
NEW_PLACES = {
    "text": "new.judgement", "likelihood": "new.likelihood", "confidence": "new.confidence", "because": "new.reason",
}  # fmt: skip
"""What the answers about a judgement that is not there yet belong to until it is."""


async def edit_judgement(screen: Editing, key: str) -> None:
    """Ask for all fields of a judgement, and put them in as one step. Call it from a flow."""
    brief, _ = screen.here()
    asked = entries.fields_of(brief, key)
    source = " ".join(e.exact for e in entries.excerpts_of(brief, key))
    said = await _ask(screen, entries.label(brief, key), asked, source, lambda name: f"{key}.{name}")
    if screen.keep_fields(key, asked, said):
        _forget(screen, [f"{key}.{field.name}" for field in asked if field.name in said or field.choices])


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
    said = await _ask(screen, "A new judgement", asked, source, NEW_PLACES.__getitem__)
    words = said.pop("text", "")
    if not words:
        _forget(screen, [NEW_PLACES[field.name] for field in asked if field.choices])
    elif screen.put(lambda now: steps.judged(now, words, for_, **said)):
        _forget(screen, NEW_PLACES.values())


async def _ask(
    screen: Editing, label: str, asked: Sequence[entries.Field], source: str, place: Callable[[str], str]
) -> dict[str, str]:
    """Ask for one field after another; the answers, up to where the person went away.

    Each stays in the journal meanwhile, and comes back after a crash.
    """
    said: dict[str, str] = {}
    for n, field in enumerate(asked, 1):
        if field.name == "because" and not said["confidence"]:
            break
        # The reason is asked for where a confidence is given alone.
        most = "" if field is asked[-1] or "because" not in {f.name for f in asked} else "up to "
        title = f"{label}: {field.title} · {n} of {most}{len(asked)}"
        about = said.get("text", f"The passage: “{source}”" if source else "")
        needed = NEEDED if field.name == "text" else ""
        if field.choices:
            before = _kept(screen, place(field.name))
            title, chosen = (f"{title} (your unfinished answer)", before) if before else (title, field.value)
            question = Choice(title, field.choices, chosen=[chosen], context=about, hint=CHOICE_HINT)
            if answer := await screen.app.push_screen_wait(question):
                said[field.name] = answer[0]
                _keep(screen, place(field.name), answer[0])
        else:

            def keep(text: str, name: str = field.name) -> bool:
                said[name] = text
                return False

            await screen.briefing.ask.for_text(
                place(field.name),
                title,
                field.value,
                multiline=True,
                cites=True,
                placeholder=about,
                hint=TEXT_HINT,
                needed=needed,
                keep=keep,
            )
        if field.name not in said:
            break
    return said


def _kept(screen: Editing, place: str) -> str:
    """The answer that the journal has for a place."""
    session = screen.briefing.desk.session
    return session.typed().get(place, "") if session else ""


def _keep(screen: Editing, place: str, answer: str) -> None:
    """Have an answer in the journal; where that fails the person is told, and goes on."""
    desk = screen.briefing.desk
    try:
        if desk.session:
            desk.session.typing(place, answer)
    except BriefingError as error:
        desk.report(error)


def _forget(screen: Editing, places: Iterable[str]) -> None:
    """Forget answers that are in the brief, or wanted no more."""
    if session := screen.briefing.desk.session:
        for place in places:
            session.typing(place, "")
        screen.brief_changed(session.brief)
