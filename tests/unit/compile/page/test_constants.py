"""Constants of a style sheet: filled in where only the root defines them."""

from __future__ import annotations

from briefing_tui.compile.page.constants import filled_in, with_faces


def test_a_constant_stands_as_its_value_the_last_one() -> None:
    css = ":root { --ink: black; --line: 1pt solid var(--ink) } p { border: var(--line); color: var(--ink, red) }"
    assert filled_in(css).endswith("p { border: 1pt solid black; color: black }")
    assert filled_in(css + ":root{--ink:#123}").count("color: #123") == 1


def test_what_another_rule_defines_stays_a_variable() -> None:
    css = ":root { --ink: black; --tint: #eee } .alarm { --ink: red } p { color: var(--ink); background: var(--tint) }"
    assert filled_in(css).endswith("p { color: var(--ink); background: #eee }")


def test_what_holds_under_a_condition_changes_nothing() -> None:
    css = ":root { --ink: black } @media print { :root { --ink: navy } } p { color: var(--ink) }"
    assert filled_in(css) == css


def test_a_ring_comes_to_an_end() -> None:
    assert "var(--" in filled_in(":root { --a: var(--b); --b: var(--a) } p { color: var(--a) }")


def test_what_is_not_defined_and_comments() -> None:
    assert filled_in("/* --ink: x */ p { color: var(--ink, red) }").strip() == "p { color: var(--ink, red) }"


def test_the_faces_of_the_program_stand_behind_those_of_a_form() -> None:
    shipped = ':root { --sans: "Ours", sans-serif; --serif: "Book", "Bukh", serif }'
    own = ':root { --serif: "Bukh", "Theirs", serif } p { font-family: var(--serif) }'
    assert with_faces(own, shipped) == (
        ':root { --serif: "Bukh", "Theirs", "Book", serif} p { font-family: var(--serif) }'
    )
    assert with_faces(shipped, shipped).replace("}", " }") == shipped
