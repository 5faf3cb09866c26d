"""The places, by lines as a person writes them."""

from __future__ import annotations

import re
import sys
from io import StringIO
from pathlib import Path

import pytest

from briefing_tui.linear import run
from briefing_tui.model import ItemKind
from briefing_tui.workspace import Workspace

from .conftest import Person

HALF = "It rings twice"


def test_it_begins_with_the_articles_and_says_how_to_go_on(workspace: Workspace, capsys: object) -> None:
    person = Person(workspace)
    said = person._out.getvalue()
    assert "2 articles" in said
    assert "1. The line between two armies, Dana Levi, The Daily Paper, 2019-11-20?" in said
    assert "help says the commands" in said
    person.desk.end()


def test_nothing_is_pinned_from_a_file_that_is_gone(person: Person) -> None:
    person.write("1", "j")
    (person.workspace.places.corpus / "line.md").unlink()
    assert all("file of this article is gone" in person.write(words) for words in ("p", "P", "pin paraphrase Mine"))
    assert person.desk.brief is not None
    assert not person.desk.brief.excerpts


def test_from_a_search_to_half_a_sentence_and_a_compiled_draft(person: Person) -> None:
    said = person.write("search rings", "1", "s", "<", "<", "p")
    assert "¶ 1 of 3, sentence 2 of 2" in said
    assert "selected 5 words, the end moves, ¶ 1 of 3" in said
    assert f"Pinned e1, ¶ 1, verified: “{HALF}”" in said
    brief = person.desk.brief
    assert brief is not None
    assert brief.excerpts["e1"].exact == HALF
    assert "pinned as e1" in person.write("where")
    assert "Draft “A note”: 3 entries" in person.write("draft")


def test_an_article_is_opened_by_its_id(person: Person) -> None:
    assert "¶ 1 of" in person.write("open quiet", "where")
    person.write("back", "filter line")
    assert "¶ 1 of 1" in person.write("open quiet")
    assert "¶ 1 of 3" in person.write("back", "search rings", "open line")


def test_a_question_that_is_wrong_says_where(person: Person) -> None:
    assert "character 7: A quotation mark is not closed" in person.write('search rings "twice')
    assert "character 9: A word to look for is missing beside OR" in person.write("search rings OR")


def test_a_search_without_hits_says_why(person: Person) -> None:
    assert "“rings zyxwv” (no article has ‘zyxwv’): 0 paragraphs" in person.write("search rings zyxwv")


def test_where_one_is_is_said_in_words(person: Person) -> None:
    person.write("open the line", "theme wars")
    assert "¶ 2 of 3, sentence 1 of 3, on theme Wars: “Nobody likes it.”" in person.write("where")
    assert "¶ 3 of 3, sentence 2 of 2: “Peace would end it slowly.”" in person.write("bottom").replace(
        ", on theme Wars", ""
    )
    assert "heading before ¶ 3 of 3: “What ends it”" in person.write("(")
    assert "there is no ¶ 9 here" in person.write("go to 9")


def test_a_brief_gets_another_title_or_its_file_another_name(person: Person) -> None:
    person.write("briefs")
    assert "Its title is now “A new name”" in person.write("rename", "1", "A new name")
    assert person.desk.title == "A new name"
    assert "It is briefs/second.yaml now" in person.write("rename", "2", "Second")
    assert [head.id for head in person.workspace.briefs.heads()] == ["second"]


def test_keys_of_a_line_are_done_in_turn_and_stop_at_what_is_none(person: Person) -> None:
    assert "“It rings twice a week.”" in person.write("1", "j")
    assert "selected 3 words" in person.write("esc", "k", "} s")
    said = person.write("esc", "} D j")
    assert "'D' is no key here (Reader); what stands before it is done" in said


def test_exact_words_are_selected_by_writing_them(person: Person) -> None:
    person.write("1", 'select "staffed at both"')
    assert "“staffed at both”" in person.write("where")
    assert "“The line is staffed at both”" in person.write("beginning by label the line")
    assert "“The line is staffed”" in person.write("end by label staffed")


def test_a_digest_is_paraphrased_and_never_quoted(person: Person) -> None:
    said = person.write("open quiet", "p", "They say it is quiet")
    assert "A digest is never quoted" in said
    item = next(item for _, item in person.desk.brief.items()) if person.desk.brief else None
    assert item is not None
    assert (item.kind, item.text) == (ItemKind.PARAPHRASE, "They say it is quiet")
    assert "Undone: pin e1" in person.write("u")
    assert "Done again: pin e1" in person.write("redo")
    person.write("pin paraphrase once more")
    assert "Unpinned" in person.write("unpin e1")


def test_the_draft_is_arranged_by_lines(person: Person) -> None:
    person.write("1", "p", "}", "p", "draft", "add section Background")
    said = person.write("open e1", "edit core", "What it says")
    assert "Done: edit core of e1" in said
    assert "Done: make *1 of e1" in person.write("open e1", "esc", "judge")
    assert "Key judgement *1: What it says" in person.write("open key judgement", "esc")
    assert "only a section has a level" in person.write("top", ">")
    assert "Done: delete *1" in person.write("down", "delete")
    assert person.desk.brief is not None
    assert not person.desk.brief.judgements
    assert "Set marking" in person.write("fields marking TLP:GREEN")
    assert person.desk.brief.marking == "TLP:GREEN"
    assert "there is no section 'x'" in person.write("open e2", "esc", "move x")


def test_the_checklist_leads_to_the_place(person: Person) -> None:
    person.write("1", "p")
    assert "1. error, bottom-line:" in person.write("checklist")
    assert "1. Bottom line, not written yet" in person.write("open bottom-line")
    assert person.desk.place.NAME == "Draft"


def test_a_finding_says_why_and_is_suppressed_with_a_reason(person: Person) -> None:
    person.write("1", "p", "draft", "judge It may hold", "checklist")
    said = person.write("filter leaves open", "why")
    assert "A vague word where a judgement should say how likely something is." in said
    assert "ICD 203" in said
    assert "Its id: judgement.vague." in said
    assert "Done: suppress at *1" in person.write("suppress The minister wants this word")
    assert "1. suppressed, j1: ‘may’ leaves open" in person.write("list")
    assert "Done: no longer suppress" in person.write("suppress")
    assert "1. warning, j1: ‘may’" in person.write("list")


def test_what_makes_no_sense_here_is_said_by_name(person: Person) -> None:
    assert "'zoom' is not done here; there are no panes here" in person.write("z")


def test_an_article_is_corrected_field_by_field(person: Person) -> None:
    said = person.write("1", "edit", "genre", "interview")
    assert "4. container-title, The Daily Paper (" in said
    assert "genre of line is “interview” now; it was “op-ed”" in said
    assert person.workspace.articles.article("line").metadata.genre == "interview"
    said = person.write("edit title The line, again", "where")
    assert "title of line is “The line, again” now; it was “The line between two armies”" in said
    assert "an article has no field 'colour'" in person.write("edit colour red")
    assert "Nothing changed" in person.write("library", "edit 1 title The line, again")


def test_help_says_the_commands_of_the_place_with_a_persons_own_keys(workspace: Workspace) -> None:
    (workspace.path / "briefing.yaml").write_text("keymap:\n  library.sort: x\n  library.dance: y\n", encoding="utf-8")
    again = Workspace.open(workspace.path)
    person = Person(again)
    assert "briefing.yaml, line 3, keymap.library.dance: there is no such command" in person._out.getvalue()
    assert "sort: Sort by" in person.write("help order") or "Keys: x" in person.write("help sort")
    assert "by title" in person.write("x")
    person.desk.end()
    again.close()


def test_a_paraphrase_is_said_to_be_one_with_its_words(person: Person) -> None:
    said = person.write("1", "pin paraphrase in words of my own")
    assert "Pinned e1 as a paraphrase: in words of my own; of ¶ 1, verified: “The line is" in said


def test_a_hit_is_said_where_one_is_on_it(person: Person) -> None:
    assert "hit 1 of 1" in person.write("1", '/"end it at once"')
    assert "hit" not in person.write("g", "s")
    assert "hit 1 of 1" in person.write("esc", "n")


@pytest.mark.parametrize("place", ["library", "draft"])
def test_help_says_what_a_name_does_and_never_that_it_is_the_same_as_itself(person: Person, place: str) -> None:
    said = person.write(place, "help").splitlines()
    assert not [line for line in said if re.match(r"(.+): the same as \1\.", line)]
    assert len([line for line in said if line.startswith("search: Search the full texts")]) == 1


def test_help_is_found_by_the_title_of_a_command(person: Person) -> None:
    assert "Keys: @" in person.write("1", "help speaker")


def test_views_marks_and_filters(person: Person) -> None:
    assert "marked" in person.write("mark line")
    assert "1 article" in person.write("/quiet")
    assert "Kept as 'mine'" in person.write("views", "new mine")
    assert "2 articles" in person.write("library", "esc")
    assert "1 article" in person.write("views", "1")


def test_an_article_that_was_written_meanwhile_is_said(person: Person) -> None:
    person.write("1", "j")
    file = person.workspace.articles.path("line")
    file.write_text(file.read_text(encoding="utf-8").replace("The line is", "Now the line is"), encoding="utf-8")
    said = person.write("where")
    assert "The article has changed" in said
    assert "“It rings twice a week.”" in said


@pytest.mark.parametrize("last", ["quit", "q", ""])
def test_the_end_saves_and_leaves_with_0(workspace: Workspace, monkeypatch: pytest.MonkeyPatch, last: str) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO(f"1\nj\npin\nlibrary\n{last}"))
    monkeypatch.setattr(sys, "stdout", StringIO())
    assert run(workspace) == 0
    assert workspace.briefs.read("note").excerpts["e1"].exact == "It rings twice a week."
    assert workspace.reading.position("line") > 0


def test_what_an_article_holds_is_inert(workspace: Workspace) -> None:
    file = workspace.articles.path("line")
    file.write_text(file.read_text(encoding="utf-8").replace("A war", "A \u202ewar\x85"), encoding="utf-8")
    workspace.articles.scan()
    person = Person(workspace)
    said = person.write("1", "#3", "list", "search war", "1")
    assert "\u202e" not in said
    assert "\x85" not in said
    person.desk.end()


def test_in_a_pipe_the_brief_that_was_changed_last_is_worked_on_and_that_is_said(person: Person) -> None:
    person.workspace.briefs.new("other", "Another note")
    person.desk.close()
    said = person.write("1", "p", "where")
    assert "No brief is open: which one?" in said
    assert "You work on “A" in said
    assert "Pinned e1" in said


def test_an_article_that_is_gone_is_told_once_and_can_be_left(person: Person) -> None:
    person.write("1", "j")
    person.workspace.articles.path("line").unlink()
    said = person.write("j", "k")
    assert said.count("This is how it was: corpus: no article 'line'") == 1
    assert "¶ 2 of 3" in said
    assert "Library" in person.write("q", "where")


def test_what_nobody_foresaw_is_a_sentence(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(person.desk.place), "do_sort", lambda _: 1 // 0)
    said = person.write("o", "where")
    assert "ZeroDivisionError" in said
    assert "Nothing is lost" in said
    assert "Library" in said


def test_a_broken_brief_is_brought_back(person: Person) -> None:
    file = person.workspace.places.brief("note")
    before = person.workspace.briefs.read("note")
    person.workspace.briefs.open("note").close()
    file.write_bytes(b"")
    said = person.write("briefs")
    assert "briefing brief restore note" in said
    assert "'note' is as it was after its last edit; the broken file is kept as note.yaml.broken" in person.write(
        "restore"
    )
    assert person.workspace.briefs.read("note") == before


def test_what_an_import_only_infers_is_said_with_where_it_is_confirmed(person: Person, tmp_path: Path) -> None:
    letter = tmp_path / "letter-2024-03-05.txt"
    letter.write_text("A letter\n\nThe ice will hold until March, people say in the harbour.\n", encoding="utf-8")
    said = person.write(f"import {letter}")
    assert "1 article with what is only inferred, to be looked through:" in said
    assert "briefing article confirm" in said


def test_a_brief_goes_to_the_trash_only_after_a_yes(person: Person) -> None:
    said = person.write("briefs", "delete", "n")
    assert "Move the brief 'A note' to the trash folder?" in said
    assert [head.id for head in person.workspace.briefs.heads()] == ["note"]
    assert "'note' is in the trash folder" in person.write("delete", "y")
    assert not person.workspace.briefs.heads()
