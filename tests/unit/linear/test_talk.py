"""Lines in, lines out, and questions."""

from __future__ import annotations

import io

from briefing_tui.linear.talk import Talk

OPTIONS = [("a", "Apple", "red"), ("b", "Bread", ""), ("br", "Bread roll", "")]


def talk(*lines: str, prompt: str = "> ") -> tuple[Talk, io.StringIO]:
    out, waiting = io.StringIO(), [f"{line}\n" for line in lines]
    return Talk(lambda: waiting.pop(0) if waiting else "", out, prompt), out


def test_what_is_said_is_harmless() -> None:
    one, out = talk()
    one.say("a\x1b[31mred\u202eder\x07\nnext")
    assert out.getvalue() == "a␛[31mred·der␇\nnext\n"


def test_a_choice_is_a_number_a_key_or_the_beginning_of_its_words() -> None:
    for line, key in (("2", "b"), ("br", "br"), ("app", "a"), ("Bread", "b"), ("bread r", "br")):
        assert talk(line)[0].choose("Which?", OPTIONS) == key


def test_a_wrong_answer_is_asked_again_at_a_terminal() -> None:
    one, out = talk("9", "x", "1")
    assert one.choose("Which?", OPTIONS) == "a"
    assert out.getvalue().count("Not one of these") == 2


def test_in_a_pipe_a_line_that_is_no_answer_is_the_next_command() -> None:
    one, _ = talk("checklist", prompt="")
    assert one.choose("Which?", OPTIONS) is None
    assert one.line() == "checklist"
    other, _ = talk("checklist", prompt="")
    assert other.choose("Which?", OPTIONS, otherwise="b") == "b"


def test_esc_cancel_and_the_end_drop_a_question() -> None:
    for lines in (("esc",), ("Cancel",), ()):
        assert talk(*lines)[0].choose("Which?", OPTIONS) is None
        assert talk(*lines)[0].ask("What?") is None


def test_a_text_keeps_what_is_there_empties_it_or_goes_on_in_the_next_line() -> None:
    assert talk("")[0].ask("What?", "old") == "old"
    assert talk("-")[0].ask("What?", "old") == ""
    assert talk("one\\", "two")[0].ask("What?", "old") == "one\ntwo"


def asked(*lines: str, prompt: str, value: str = "") -> tuple[str | None, str | None]:
    """What is taken as the text, and the line that comes next, where `go` is a command."""
    one, _ = talk(*lines, prompt=prompt)
    one.is_command = {"go", "7", "b"}.__contains__
    return one.ask("What?", value, stands=True), one.line()


def test_a_command_is_no_text_unless_it_is_written_again_or_fenced() -> None:
    assert asked("go", "on", prompt="") == (None, "go")
    assert asked("go", "go", prompt="> ") == ("go", None)
    assert asked("go", "esc", prompt="> ") == (None, None)
    assert asked('"""', "go", "", "esc", '"""', "on", prompt="") == ("go\n\nesc", "on")
    assert asked('"""', "go", prompt="") == (None, None)
    assert asked("go on", prompt="") == ("go on", None)


def test_in_a_pipe_a_text_that_stands_is_replaced_by_a_fenced_one_alone() -> None:
    assert asked("go on", prompt="", value="old") == (None, "go on")
    assert asked("-", prompt="", value="old") == (None, "-")
    assert asked("", prompt="", value="old") == ("old", None)
    assert asked('"""', '"""', prompt="", value="old") == ("", None)
    assert asked("go on", prompt="> ", value="old") == ("go on", None)


def test_a_number_that_is_asked_for_is_no_command() -> None:
    one, _ = talk("7", prompt="")
    one.is_command = bool
    assert one.ask("Which?", number=True) == "7"


def test_in_a_pipe_a_command_is_no_beginning_of_an_answer() -> None:
    for line, chosen in (("b", "b"), ("app", None), ("Apple", "a"), ("1", "a")):
        one, _ = talk(line, prompt="")
        one.is_command = bool
        assert one.choose("Which?", OPTIONS) == chosen


def test_several_are_numbers_or_none() -> None:
    assert talk("3 1")[0].several("Which?", OPTIONS, ("b",)) == ("a", "br")
    assert talk("none")[0].several("Which?", OPTIONS, ("b",)) == ()
    assert talk("")[0].several("Which?", OPTIONS, ("b",)) == ("b",)


class Gone(io.StringIO):
    """A pipe whose reader has gone."""

    def write(self, _: str) -> int:
        raise BrokenPipeError


def test_where_nobody_reads_any_more_no_more_lines_are_read() -> None:
    one = Talk(lambda: "j\n", Gone(), "")
    one.say("hello")
    assert one.unheard
    assert one.line() is None
