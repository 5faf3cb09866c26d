"""Walking by lines: from article to article, from hit to hit, by the code of a note."""

from __future__ import annotations

from briefing_tui.model.codes import code_of

from .conftest import Person


def test_a_list_of_passages_leads_on_into_the_next_article(person: Person) -> None:
    assert "2 paragraphs" in person.write("passages")
    assert "no paragraph is the best: the newest come first" in person.write("order")
    assert "The line between two armies" in person.write("1")
    assert "our digest" in person.write("t")
    assert "no further paragraph" in person.write("t")
    assert "The line between two armies" in person.write("T")
    assert "no paragraph on the theme before" in person.write("T")
    assert "1 of 2 paragraphs" in person.write("q")


def test_the_code_of_a_note_leads_to_its_sentence(person: Person) -> None:
    person.write("search rings", "1", "s", "p", "library")
    brief = person.desk.brief
    assert brief is not None
    said = person.write(f"open code {code_of(brief.excerpts['e1']).lower()}", "where")
    assert "¶ 1 of 3, sentence 2 of 2" in said
    assert "is no code: a code has 9 letters and digits" in person.write("open code nothing")


def test_a_theme_leads_on_into_the_next_article_of_the_library(person: Person) -> None:
    file = person.workspace.articles.path("quiet")
    file.write_text(f"{file.read_text(encoding='utf-8')}\n\nA war. It was long.\n", encoding="utf-8")
    person.workspace.articles.scan()
    assert "“A war would end it at once.”" in person.write("theme wars", "1", "t", "t")
    assert "our digest" in person.write("t")
    assert "“A war.”" in person.write("where")
    assert "no further paragraph on the theme" in person.write("t")
    assert "“A war would end it at once.”" in person.write("T")


def test_the_only_theme_of_an_article_is_followed_without_a_question(person: Person) -> None:
    said = person.write("1", "t")
    assert "Which theme" not in said
    assert "“" in person.write("where")


def test_hits_are_gone_to_from_where_one_is(person: Person) -> None:
    person.write("1", "/end OR line")
    assert "hit 1 of 3" in person.write("where")
    assert "hit 2 of 3" in person.write("#2", "n")
    assert "hit 1 of 3" in person.write("#2", "N")


def test_without_a_theme_it_is_said_how_one_is_made(person: Person) -> None:
    person.workspace.places.themes.unlink()
    person.workspace.articles.scan()
    for line in ("theme", "theme iran", "search theme:iran"):
        said = person.write(line)
        assert "here are no themes yet" in said
        assert "`briefing theme add` makes one" in said


def test_fields_are_asked_for_from_anywhere_and_help_has_each_name_once(person: Person) -> None:
    person.write("brief note", "checklist", "fields title Which line?")
    assert person.desk.title == "Which line?"
    assert "is no code" in person.write("code AAAA")
    for place in ("library", "draft", "briefs"):
        said = person.write(place, "help").splitlines()
        names = [line.partition(":")[0] for line in said[1:] if ":" in line]
        assert names.count("open") == names.count("back") == 1, place


def test_an_overlap_is_said_line_by_line(person: Person) -> None:
    said = person.write("1", "p", 'select "rings"', "p", "p")
    assert said.rstrip().endswith("It overlaps e2; u takes it back")
