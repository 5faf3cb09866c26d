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
FENCE = '"""'
"""A line before and a line after a text, of which nothing is anything else then."""


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
        self.is_command: Callable[[str], bool] = lambda _: False
        """Whether a line that is not empty is a command or a key, and nothing more."""
        self.ended = False
        self.unheard = False
        """Whether nobody reads any more what is said; no more lines are read then."""

    @property
    def is_at_terminal(self) -> bool:
        """Whether somebody is there who can be asked one thing after another; the lines of a pipe come as they are."""
        return bool(self._prompt)

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

    def ask(self, question: str, value: str = "", *, stands: bool = False, number: bool = False) -> str | None:
        """Ask for a text: a line, which may go on in the next one after a backslash, or lines between two of `FENCE`.

        A line that is a command is not taken at once: at a terminal it has to be written again, in a pipe it drops the
        question and is obeyed next. So does, in a pipe, any line for a text that stands: only lines between two of
        `FENCE` take its place there.

        Args:
            question: what is asked.
            value: what an empty line stands for.
            stands: whether the value, if there is one, is a text that the answer would take the place of.
            number: whether a number is asked for, which is no command then.

        Returns:
            the answer; `None` where the person went away.
        """
        fenced = bool(value) and stands and not self._prompt
        others = f"; another text goes between two lines {FENCE}" if fenced else "; - empties it"
        self.say(f"{question} (esc drops this{f'; an empty line keeps it{others}' if value else ''})")
        if value:
            self.say(f"It is now: {value}")
        doubted = ""
        while (line := self.line()) is not None and line.casefold() not in LEAVES:
            if line == FENCE:
                return self._fenced()
            if not line or (value and line == "-" and self._prompt):
                return "" if line else value
            is_command = self.is_command(line) and not (number and line.isdecimal())
            if line == doubted or not (fenced or is_command):
                return self._to_the_end(line)
            if not self._prompt:
                self._again.append(line)
                why = "is a command" if is_command else f"has no line {FENCE} before it"
                self.say(f"“{line}” {why} and is not taken as the text: the question is dropped")
                return None
            doubted = line
            self.say(f"“{line}” is a command: the same line again takes it as the text, esc drops the question")
        self.say("Dropped")
        return None

    def _to_the_end(self, line: str | None) -> str | None:
        """A text that begins with a line, and goes on as long as there is a backslash at the end."""
        lines: list[str] = []
        while line is not None:
            lines.append(line.removesuffix(GOES_ON))
            if not line.endswith(GOES_ON):
                return "\n".join(lines)
            line = self.line()
        self.say("Dropped")
        return None

    def _fenced(self) -> str | None:
        """The lines up to the end of a text; `None` where it has none, of which nothing is taken then."""
        lines: list[str] = []
        while (line := self.line()) is not None:
            if line == FENCE:
                return "\n".join(lines)
            lines.append(line)
        self.say(f"Dropped: there is no line {FENCE} after the text")
        return None

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
            found = _meant(line, options, whole=not self._prompt and self.is_command(line))
            if len(found) == 1:
                return found[0]
            if self._is_for_later(line, "" if otherwise else ": the question is dropped"):
                return otherwise
            self.say(f"Not one of these: “{line}”; a number from 1 to {len(options)}, or esc")
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
            self.say(f"Not among these: “{line}”; numbers from 1 to {len(options)}, none, or esc")
        self.say("Dropped")
        return None

    def _list(self, question: str, options: Iterable[Option], chosen: Sequence[str]) -> None:
        self.say(question)
        for n, (key, shown, said) in enumerate(options, 1):
            now = " (holds now)" if key in chosen else ""
            self.say(f"{n}. {shown}{f', {said}' if said else ''}{now}")


def _meant(line: str, options: Sequence[Option], *, whole: bool = False) -> list[str]:
    """The keys of the answers that a line may mean; where it is to be a whole one, no beginning of one will do."""
    if line.isdecimal() and len(line) < 10:
        return [options[int(line) - 1][0]] if 0 < int(line) <= len(options) else []
    wanted = line.casefold()
    exact = [key for key, shown, _ in options if wanted in {shown.casefold(), key.casefold()}]
    return exact or [key for key, shown, _ in options if wanted and not whole and shown.casefold().startswith(wanted)]
