"""Line by line: themes are made and corrected, and cuts that leave something out are told."""

from __future__ import annotations

from dataclasses import replace

from briefing_tui.linear.listing import LONGEST
from briefing_tui.linear.passages import _row
from briefing_tui.model import Passage, Span
from briefing_tui.workspace import Workspace

from .conftest import Person


def test_a_theme_is_corrected_and_removed_after_a_question(person: Person) -> None:
    said = person.write("theme wars", "correct theme", "2", "bell*, ring*")
    assert "The words of wars are changed; the file as it was: corpus/.trash/themes.yaml" in said
    assert person.workspace.themes.theme("wars").rules.any == ("bell*", "ring*")
    assert "is called “Bells” now" in person.write("correct theme wars", "its name", "Bells")
    person.write("correct theme bells", "remove it", "leave it")
    assert person.workspace.themes.theme("wars").pref_label == "Bells"
    assert "wars is removed" in person.write("correct theme", "remove it", "remove it")
    assert person.workspace.articles.matcher.themes == ()
    assert "1. a new theme" in person.write("correct theme", "esc")


def test_a_theme_is_made_and_each_change_of_themes_is_undone_with_those_of_the_brief_between(person: Person) -> None:
    file = person.workspace.places.themes
    before = file.read_bytes()
    said = person.write("brief note", "correct theme", "a new theme", "Bell ringers", "ring*, toll*")
    assert "“Bell ringers” is in corpus/themes.yaml now; u in the library undoes it" in said
    assert person.workspace.themes.theme("bell-ringers").rules.any == ("ring*", "toll*")
    person.write("draft", "add text Of our own", "library")
    assert "Undone: add i1" in person.write("u")
    assert "Undone: add the theme ‘Bell ringers’" in person.write("u")
    assert file.read_bytes() == before
    assert "Done again: add the theme ‘Bell ringers’" in person.write("U")
    person.write("theme bells", "correct theme", "remove it", "remove it")
    file.write_bytes(file.read_bytes() + b"# by hand\n")
    assert "the theme file was changed outside" in person.write("u")
    assert file.read_bytes().endswith(b"# by hand\n")


def test_a_cut_that_leaves_something_out_is_said_and_widened(workspace: Workspace) -> None:
    file = workspace.articles.path("line")
    trap = "It is not true that the line was ever cut by the army."
    file.write_text(file.read_text(encoding="utf-8").replace("A war would end it at once.", trap), encoding="utf-8")
    workspace.articles.scan()
    person = Person(workspace)
    said = person.write("open the line", 'select "the line was ever cut"', "p", "w", "p", "where")
    assert "This cut leaves out a negation" in said
    assert "“It is not true that the line was ever cut by the army.”" in said
    assert said.count("Pinned e") == 1
    assert person.desk.brief is not None
    assert "not" in person.desk.brief.excerpts["e1"].exact
    said = person.write('select "line was ever cut"', "p", "w", "esc", "esc")
    assert said.count(": “line was ever cut”") == 2, "before it is widened, and again"
    assert said.rstrip().endswith("Nothing is pinned")
    said = person.write('select "the line was ever cut"', "p", "esc")
    assert "Nothing is pinned" in said
    person.write('select "the line was ever cut"', "p", "p")
    assert person.desk.brief is not None
    assert person.desk.brief.excerpts["e2"].exact == "the line was ever cut"
    assert person.desk.brief.excerpts["e2"].context is not None
    person.desk.end()


def test_what_was_found_is_marked_and_never_cut_in_a_list() -> None:
    snippet = "…they can no longer count on settlements as before, he said."
    mark = Span(snippet.index("settlements"), snippet.index(" as before"))
    passage = Passage("a", 3, Span(0, 40), snippet=snippet, marks=(mark,))
    row = _row(0, passage, "A title " * 30)
    assert row.text.endswith("…they can no longer count on *settlements* as before, he said.")
    assert "*settlements*" in row.short[:LONGEST]
    assert row.short.startswith("A title A title")
    far = replace(passage, snippet="far " * 40 + snippet, marks=(Span(mark.start + 160, mark.end + 160),))
    assert "¶ 3: …can no longer count on *settlements* as" in _row(0, far, "T").short


def test_a_lone_mark_at_the_edge_of_a_passage_is_left_out(workspace: Workspace) -> None:
    file = workspace.articles.path("line")
    speech = "“It works. It will last,” the envoy said."
    file.write_text(file.read_text(encoding="utf-8").replace("A war would end it at once.", speech), encoding="utf-8")
    workspace.articles.scan()
    person = Person(workspace)
    said = person.write("open the line", 'select "It will last,”"', "p", "mark", "p")
    assert "2. mark, left out: “It will last,”" in said
    assert person.desk.brief is not None
    assert person.desk.brief.excerpts["e1"].exact == "It will last,"
    person.desk.end()


def test_who_says_a_passage_is_asked_for(person: Person) -> None:
    person.write("1", "}", "j", "p", "p")
    said = person.write("speaker", "1")
    assert "e1: speaker" in said
    assert person.desk.brief is not None
    assert person.desk.brief.excerpts["e1"].speaker is not None
    assert "nobody in particular is credited" in person.write("draft", "open e1", "esc", "@", "nobody")


def test_what_stands_in_for_a_title_keeps_its_marks_where_it_is_shortened() -> None:
    passage = Passage("a", 3, Span(0, 5), snippet="Words.")
    row = _row(0, passage, "[untitled: “On the seventieth anniversary of the harbour it may be useful to …”]")
    assert row.short == "[untitled: “On the seventieth anniversary of the harbour…”], ¶ 3: Words."


def test_a_phrase_that_was_looked_for_has_its_own_quotation_marks_alone(workspace: Workspace) -> None:
    titles = [workspace.articles.passages(query=query).title for query in ('"the line"', "the line", 'cut "the line"')]
    assert titles == ['"the line"', "“the line”", '“cut "the line"”']
