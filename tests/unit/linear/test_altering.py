"""Altering a quote by lines: what is asked for, what is said, and what does not fit."""

from __future__ import annotations

import pytest

from .conftest import Person


@pytest.fixture
def quoting(person: Person) -> Person:
    """In the draft, on a quote: It rings twice a week."""
    person.write("1", "j", "p", "draft", "open e1")
    return person


def printed(person: Person) -> str:
    brief = person.desk.brief
    assert brief
    return brief.excerpts["e1"].printed()[0].text


def test_each_way_in_one_line(quoting: Person) -> None:
    assert "Left out “twice” in e1; u undoes it\nNow printed: “It rings […] a week.”" in quoting.write(
        "alter omit twice"
    )
    quoting.write("A case", "alter sic 2", "alter emphasise week", "alter insert the bell", "It")
    assert printed(quoting) == "[i]t [the bell] rings [sic] […] a week."
    said = quoting.write("where")
    assert "quote: “[i]t [the bell] rings [sic] […] a week.”; emphasis added: “week”" in said
    assert "Took back in e1: emphasise “week”" in quoting.write("alter back 5")
    assert "Undone: take back in e1: emphasise “week”" in quoting.write("u")


def test_what_is_missing_is_asked_for(quoting: Person) -> None:
    said = quoting.write("alter", "omit", "2-3")
    assert "1 It, 2 rings, 3 twice, 4 a, 5 week" in said
    assert printed(quoting) == "It […] a week."
    said = quoting.write("alter", "back")
    assert "back: take one back, leave out “rings twice”" in said
    assert printed(quoting) == "It rings twice a week."
    quoting.write("alter insert bells", "")
    assert printed(quoting) == "[bells] It rings twice a week."


def test_of_several_places_one_is_chosen(person: Person) -> None:
    person.write("open the line", "#3", "S", "p", "draft", "open e1")
    said = person.write("alter sic would end it", "2")
    assert "“would end it” stands in 2 places: which?" in said
    assert "2. …would end it at once. Peace ▸would end it◂ slowly." in said
    assert printed(person) == "A war would end it at once. Peace would end it [sic] slowly."


def test_what_does_not_fit_says_why(quoting: Person) -> None:
    assert "stands at an end of the quote" in quoting.write("alter omit week")
    assert "“bells” does not stand in the quote" in quoting.write("alter sic bells")
    assert "there are no words 4 to 9" in quoting.write("alter omit 4-9")
    assert "'cut' is no way to alter a quote; alter, then one of: omit, insert" in quoting.write("alter cut a")
    assert "nothing is done to e1 yet" in quoting.write("alter back")
    assert "only a quote is altered" in quoting.write("open bottom line", "alter case")
    assert printed(quoting) == "It rings twice a week."


def test_a_pinned_quote_is_altered_while_reading(person: Person) -> None:
    person.write("1", "j", "p", "")
    assert "Now printed: “[i]t rings twice a week.”" in person.write("alter case")
