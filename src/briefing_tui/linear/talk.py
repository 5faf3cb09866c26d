"""Lines in and lines out: what is said, what is read, and questions that are answered by a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TextIO

from ..model.display import display_text

Option = tuple[str, str, str]
"""An answer: its key, what is shown, and what is said about it."""
LEAVES = frozenset({"esc", "escape", "cancel"})
"""The lines that leave a question without an answer."""
GOES_ON = "\\"
"""At the end of a line of a text: another line follows."""


class Talk:
    """Reads lines and says others; whatever an article holds is harmless in them.

    Args:
        read: gives the next line with its end, and an empty text at the end of the input.
        out: where to say things.
        prompt: shown before a line is read; empty where nobody types.
    """

    def __init__(self, read: Callable[[], str], out: TextIO, prompt: str = "") -> None:
        self._read = read
        self._out = out
        self._prompt = prompt
        self._again: list[str] = []
        self.ended = False
        self.unheard = False
        """Whether nobody reads any more what is said; no more lines are read then."""

    def say(self, text: str) -> None:
        """Say something, as one line or several."""
        self._write(f"{display_text(text)}\n")

    def _write(self, text: str) -> None:
        try:
            self._out.write(text)
            self._out.flush()
        except BrokenPipeError:
            self.ended = self.unheard = True

    def line(self) -> str | None:
        """The next line without white space around it; `None` at the end of the input."""
        if self._again:
            return self._again.pop()
        if self._prompt and not self.ended:
            self._write(self._prompt)
        line = "" if self.ended else self._read()
        self.ended = not line
        return line.strip() if line else None

    def ask(self, question: str, value: str = "") -> str | None:
        """Ask for a text, which may go on in the next line after a backslash.

        Args:
            question: what is asked.
            value: what an empty line stands for.

        Returns:
            the answer; `None` where the person went away.
        """
        self.say(f"{question} (esc drops this{'; an empty line keeps it; - empties it' if value else ''})")
        if value:
            self.say(f"It is now: {value}")
        lines: list[str] = []
        while True:
            line = self.line()
            if line is None or (not lines and line.casefold() in LEAVES):
                self.say("Dropped")
                return None
            more = line.endswith(GOES_ON)
            lines.append(line.removesuffix(GOES_ON))
            if not more:
                break
        answer = "\n".join(lines)
        return value if not answer else "" if value and answer == "-" else answer

    def choose(
        self, question: str, options: Sequence[Option], chosen: str | None = None, *, otherwise: str | None = None
    ) -> str | None:
        """Ask for one of several answers, by its number or the beginning of its words; `None` where there was none.

        Args:
            question: what is asked.
            options: the answers.
            chosen: the key that an empty line stands for.
            otherwise: where nobody is there to answer again, what a line that is no answer stands for.
        """
        keys = [key for key, _, _ in options]
        self._list(question, options, [] if chosen is None else [chosen])
        kept = chosen is not None and chosen in keys
        self.say(f"A number, or esc{'; an empty line takes the one that holds now' if kept else ''}")
        while (line := self.line()) is not None and line.casefold() not in LEAVES:
            if not line and kept:
                return chosen
            found = _meant(line, options)
            if len(found) == 1:
                return found[0]
            if self._is_for_later(line, "" if otherwise else ": the question is dropped"):
                return otherwise
            self.say(f"Not one of these: {line}. A number from 1 to {len(options)}, or esc")
        if line is None and otherwise is not None:
            return otherwise
        self.say("Dropped")
        return None

    def _is_for_later(self, line: str, then: str) -> bool:
        """Where nobody is there to answer again, a line that is no answer is said to be none and is obeyed next."""
        if not self._prompt:
            self._again.append(line)
            self.say(f"“{line}” is none of these{then}")
        return not self._prompt

    def several(self, question: str, options: Sequence[Option], chosen: Sequence[str]) -> tuple[str, ...] | None:
        """Ask which of several hold, by their numbers; `None` where the person went away."""
        self._list(question, options, chosen)
        self.say("Numbers with spaces between them, none, or esc; an empty line leaves it as it is")
        while (line := self.line()) is not None and line.casefold() not in LEAVES:
            if not line:
                return tuple(chosen)
            found = [_meant(word, options) for word in line.split()] if line.casefold() != "none" else []
            if all(len(one) == 1 for one in found):
                wanted = {one[0] for one in found}
                return tuple(key for key, _, _ in options if key in wanted)
            if self._is_for_later(line, ": the question is dropped"):
                return None
            self.say(f"Not among these: {line}. Numbers from 1 to {len(options)}, none, or esc")
        self.say("Dropped")
        return None

    def _list(self, question: str, options: Iterable[Option], chosen: Sequence[str]) -> None:
        self.say(question)
        for n, (key, shown, said) in enumerate(options, 1):
            now = " (holds now)" if key in chosen else ""
            self.say(f"{n}. {shown}{f', {said}' if said else ''}{now}")


def _meant(line: str, options: Sequence[Option]) -> list[str]:
    """The keys of the answers that a line may mean."""
    if line.isdecimal() and len(line) < 10:
        return [options[int(line) - 1][0]] if 0 < int(line) <= len(options) else []
    wanted = line.casefold()
    exact = [key for key, shown, _ in options if wanted in {shown.casefold(), key.casefold()}]
    return exact or [key for key, shown, _ in options if wanted and shown.casefold().startswith(wanted)]
