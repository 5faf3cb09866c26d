"""Line by line: a passage of the draft is widened or narrowed where it is used."""

from __future__ import annotations

from briefing_tui.model import AlterationKind, Brief
from briefing_tui.workspace.drafting import alterations

from .conftest import Person

RINGS = "It rings twice a week."


def brief(person: Person) -> Brief:
    assert person.desk.brief is not None
    return person.desk.brief


def test_a_passage_is_widened_and_that_is_undone(person: Person) -> None:
    person.write("brief note", "open the line", f'select "{RINGS}"', "p", "p", "draft", "2")
    assert brief(person).excerpts["e1"].exact == RINGS
    before = brief(person)
    person.write("2")
    said = person.write("3", "widen")
    assert "Changing e1: select as while reading; p takes these words, esc leaves it as it was" in said
    assert f": “{RINGS}”" in said
    said = person.write("o", "extend", "pin")
    assert "Widened e1, ¶ 1, verified: “The line is staffed at both ends. It rings twice a week.”; u undoes it" in said
    assert person.desk.place.NAME == "Draft"
    assert brief(person).uses("e1") == before.uses("e1")
    assert "Undone: widen e1" in person.write("u")
    assert brief(person) == before
    said = person.write("widen", "extend", "esc")
    assert "It stays as it was" in said
    assert brief(person) == before
    assert "these are its words already" in person.write("widen", "pin")
    assert brief(person) == before


def test_what_is_lost_is_asked_before(person: Person) -> None:
    person.write("brief note", "open the line", f'select "{RINGS}"', "p", "p", "draft", "3")
    place = alterations.place_of(brief(person).excerpts["e1"], "twice a week")
    person.desk.edit(lambda now: alterations.applied(now, "e1", AlterationKind.EMPHASISE, place))
    before = brief(person)
    said = person.write("widen", *["end word back"] * 2, "pin", "p", "no")
    assert "emphasise “twice a week”" in said
    assert "It stays as it was" in said
    assert brief(person) == before
    said = person.write("pin", "p", "yes")
    assert "given up: emphasise “twice a week”" in said
    assert brief(person).excerpts["e1"].alterations == ()


def test_an_entry_without_a_passage_and_an_article_that_changed_are_told(person: Person) -> None:
    person.write("brief note", "open the line", f'select "{RINGS}"', "p", "p", "draft")
    assert "this entry rests on no passage" in person.write("1", "widen")
    file = person.workspace.articles.path("line")
    file.write_text(file.read_text(encoding="utf-8").replace("twice a week", "every night"), encoding="utf-8")
    assert "it was changed since" in person.write("3", "widen")
    assert person.desk.place.NAME == "Draft"
