"""Questions, line by line: what is asked, what is kept of an answer, and how one leaves."""

from __future__ import annotations

import pytest

from briefing_tui.model import Confidence
from briefing_tui.workspace import Workspace

from .conftest import Person

LINE = "Up to now it holds"


def test_questions_are_asked_line_by_line_and_esc_drops_them(person: Person) -> None:
    said = person.write("1", "P", "1", "esc")
    assert "Pin how?" in said
    assert said.rstrip().splitlines()[-1].startswith(("Dropped", "¶"))
    assert not (person.desk.brief and person.desk.brief.excerpts)


@pytest.mark.parametrize("lines", [("1", "view"), ("open 1", "view"), ("edit", "view"), ("e", "1"), ("e", "My words")])
def test_a_text_that_stands_is_not_replaced_by_a_line_that_may_mean_something_else(
    person: Person, lines: tuple[str, ...]
) -> None:
    person.write("draft", f"edit text {LINE}")
    said = person.write("G", "list", "1", *lines)
    assert f"1 of 1 entry. Bottom line, 5 words: {LINE}" in said
    assert person.desk.brief is not None
    assert person.desk.brief.bottom_line == LINE


def test_a_text_that_stands_is_replaced_behind_its_field_or_between_two_lines(person: Person) -> None:
    person.write("1", "p", "draft", "edit 1 text First")
    assert person.desk.brief is not None
    assert person.desk.brief.bottom_line == "First"
    person.write("bottom", "edit 1", '"""', "view", "", "esc", '"""')
    assert person.desk.brief.bottom_line == "view\n\nesc"
    assert "has no 'words' to edit; edit, then one of: text" in person.write("edit 1 words for it")
    assert "there is no line" in person.write("edit", '"""', "no end")
    assert person.desk.brief.bottom_line == "view\n\nesc"
    person.write("add judgement It holds", "open it holds", "edit likelihood Likely")
    assert person.desk.brief.judgements[0].likelihood == "likely"
    assert "there is no 'sure'; one of: " in person.write("edit likelihood sure")


def test_a_text_that_was_left_unfinished_outlives_a_question_that_is_dropped(person: Person) -> None:
    session = person.desk.to_edit()
    session.typing("bottom-line.text", "Half a")
    assert "It is now: Half a" in person.write("draft", "edit", "compile draft")
    assert session.typed() == {"bottom-line.text": "Half a"}
    person.write("draft", "edit", '"""', "Half a line", '"""')
    assert (session.brief.bottom_line, session.typed()) == ("Half a line", {})


def test_a_choice_that_was_left_unfinished_is_offered(person: Person) -> None:
    session = person.desk.to_edit()
    person.write("draft", "add judgement It holds", "open it holds")
    place = f"{session.brief.judgements[-1].id}.likelihood"
    session.typing(place, "likely")
    assert "Likelihood, your unfinished answer" in person.write("edit likelihood", "")
    assert (session.brief.judgements[-1].likelihood, session.typed()) == ("likely", {})


def test_at_a_terminal_a_command_is_taken_as_a_text_when_it_is_written_again(workspace: Workspace) -> None:
    person = Person(workspace, "> ")
    said = person.write("draft", "edit", "view", "Another text")
    assert "“view” is a command: the same line again takes it" in said
    assert person.desk.brief is not None
    assert person.desk.brief.bottom_line == "Another text"
    person.write("edit", "view", "view")
    assert person.desk.brief.bottom_line == "view"
    person.desk.end()


def test_at_a_terminal_the_form_of_a_new_brief_is_asked_for(workspace: Workspace) -> None:
    person = Person(workspace, "> ")
    assert "1. bluf, Bottom line up front" in person.write("briefs", "new Which line?", "memo")
    assert person.desk.brief is not None
    assert (person.desk.brief.title, person.desk.brief.template) == ("Which line?", "memo")
    person.write("new An ordinary one", "")
    assert (person.desk.brief.id, person.desk.brief.template) == ("an-ordinary-one", "bluf")
    person.write("new None at all", "esc")
    assert person.desk.brief.id == "an-ordinary-one"
    person.desk.end()


def test_from_a_pipe_a_new_brief_has_the_usual_form(person: Person) -> None:
    said = person.write("briefs", "new Which line?", "list")
    assert "In which form?" not in said
    assert "Its form is bluf; fields template, in the draft, changes it; new TITLE form=ID names one" in said
    assert person.desk.brief is not None
    assert person.desk.brief.template == "bluf"
    assert "there is no form 'sonnet'" in person.write("new Another form=sonnet")
    assert "Its form is" not in person.write("new Another form=memo")
    assert (person.desk.brief.title, person.desk.brief.template) == ("Another", "memo")
    assert "briefs, then new TITLE form=ID, makes one" in person.write("brief new")


def test_at_a_terminal_it_is_asked_until_there_is_an_answer(workspace: Workspace) -> None:
    workspace.briefs.new("other", "Another note")
    person = Person(workspace, "> ")
    said = person.write("1", "p", "what?", "another")
    assert "Not one of these: “what?”" in said
    assert "You work on “Another note”" in said
    person.desk.end()


def test_at_a_terminal_a_judgement_is_asked_for_from_field_to_field(workspace: Workspace) -> None:
    person = Person(workspace, "> ")
    person.write("draft", "add judgement It holds", "likely", "low", "Two sources agree")
    assert person.desk.brief is not None
    assert person.desk.brief.judgements[0].likelihood == "likely"
    assert person.desk.brief.judgements[0].confidence == Confidence("low", "Two sources agree")
    said = person.write("open it holds", "edit", "", "unlikely", "esc", "where")
    assert "It is now: It holds" in said
    assert person.desk.brief.judgements[0].likelihood == "unlikely"
    assert person.desk.brief.judgements[0].confidence.level == "low"
    said = person.write("edit", "", "", "none stated", "where")
    assert "reason" not in said
    assert person.desk.brief.judgements[0].text == "It holds"
    person.desk.end()


def test_from_a_pipe_a_new_judgement_asks_for_nothing_more(person: Person) -> None:
    said = person.write("draft", "add judgement It holds", "add judgement Not so")
    assert "How likely it is, how sure you are, and why: edit, then one of: likelihood, confidence, because" in said
    assert person.desk.brief is not None
    assert [j.text for j in person.desk.brief.judgements] == ["It holds", "Not so"]
