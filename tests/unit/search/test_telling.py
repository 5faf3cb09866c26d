"""Which words tell what a passage is about, and which passages read almost alike."""

from __future__ import annotations

import pytest

from briefing_tui.search import Reuse, related
from briefing_tui.search.telling import is_common, is_name
from tests.unit.search.library import Library

TEXTS = {
    "one": "While repair is likely to go ahead at all three depots, the keeper of Orford Ness has doubts.\n\n"
    "On Monday the United fleet met. Several levels were planned, three of them growing.\n\n"
    "Orford stood alone.\n\nThe heron and the kestrel nest on the causeway.",
    "two": "Nobody knows. Yet while work is likely to go ahead on all three depots, the winter is long.\n\n"
    "While levels were growing, three Monday meetings of the United crew took place.\n\n"
    "The lamp at Orford burns.\n\nBy the causeway a heron was seen, and a kestrel.",
}


@pytest.mark.parametrize(
    "word",
    ["While", "three", "Monday", "United", "levels", "planned", "countries", "März", "während", "depuis", "также"],
)
def test_what_any_text_may_use_tells_nothing(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["Kremlin", "kestrel", "deconfliction", "Hmeimim", "sanctions", "Verteidigung"])
def test_what_tells_something(word: str) -> None:
    assert not is_common(word)


def test_a_name_has_a_capital_letter_within_a_sentence() -> None:
    text = "Kestrels fly. “Herons do,” said Orford.\n\nAldeburgh is near (Orford too)."
    named = [word for word in ("Kestrels", "Herons", "Aldeburgh", "fly") if is_name(text, text.index(word))]
    assert named == []
    assert is_name(text, text.index("Orford"))
    assert is_name(text, text.rindex("Orford"))


def test_what_is_related_says_why_and_small_words_do_not(library: Library) -> None:
    for name, text in TEXTS.items():
        library.write(f"{name}.md", text, head=f"Title {name}")
    library.scan()
    Reuse(library.catalogue).update()
    paragraphs = TEXTS["one"].split("\n\n")
    found = [related(library.catalogue, paragraph, besides="one") for paragraph in paragraphs]
    assert [[(one.passage.paragraph, one.reason) for one in those] for those in found] == [
        [(1, "similar wording: 10 of 12 words"), (3, "the same rare word: Orford")],
        [],
        [],
        [(4, "the same rare words: causeway, kestrel, heron")],
    ]


def test_what_reads_alike_is_told_from_what_does_not(library: Library) -> None:
    library.write("a.md", "He said that it is as it is, and so it was to be in the end.")
    library.write("b.md", "The port of Ravenna was closed to ships for a week in spring, they said.")
    library.scan()
    Reuse(library.catalogue).update()

    def reasons(text: str) -> list[str]:
        return [one.reason for one in related(library.catalogue, text, besides="")]

    assert reasons("She says that it is as it is, so it was to be.") == [], "little words alone"
    assert reasons("The port of Ancona was closed to ships for a day.") == ["similar wording: 9 of 10 words"]
    assert reasons("The port of Ancona was open to ships for a day.") == [], "no four in a row among enough"


def test_a_formula_and_a_name_come_after_what_tells_something(library: Library) -> None:
    formula = "as the ledger that was written for the harbour jubilee has it"
    for n in range(3):
        library.write(f"formula-{n}.md", f"Ropes are dear, {formula}, in year {n}.")
    library.write("name.md", "She went to the Orford Institute for Ropes and Wooden Ships.")
    library.write("alike.md", "On that day nine boats of the pilots sank off the northern mole in a gale.")
    library.scan()
    Reuse(library.catalogue).update()
    text = (
        f"Nine boats sank, {formula}, and the Orford Institute for Ropes and Wooden Ships doubts it; "
        "on that day ten boats of the pilots sank off the northern mole."
    )
    found = related(library.catalogue, text, besides="")
    assert [(one.passage.article, one.reason) for one in found] == [
        ("alike", "similar wording: 12 of 13 words"),
        ("formula-0", "a formula of 3 other articles"),
        ("formula-1", "a formula of 3 other articles"),
        ("formula-2", "a formula of 3 other articles"),
        ("name", "the same name"),
    ]
