"""Brackets and quotation marks among words of two directions: both of a pair in one of them."""

from __future__ import annotations

import re
from html import unescape
from itertools import product

import pytest

from briefing_tui.compile.languages.apart import Piece, pieces
from briefing_tui.compile.languages.paired import pairs, pairs_of_html, settled
from briefing_tui.compile.page.markup import all_apart, all_apart_on_screen, plain

_TAG = re.compile(r"<[^<>]*>")
MARKS = (("(", ")"), ("[", "]"), ("«", "»"), ("“", "”"), ('"', '"'), ("”", "”"))


def isolates(html: str) -> list[str]:
    """The texts that run from left to right by themselves, innermost element by innermost element."""
    found: list[str] = []
    ways: list[bool] = []
    for piece in re.split(r"(<[^<>]*>)", html):
        if piece.startswith("<bdi"):
            ways.append('dir="ltr"' in piece)
            found += [""] * ways[-1]
        elif piece == "</bdi>":
            ways.pop()
        elif not piece.startswith("<") and ways and ways[-1]:
            found[-1] += unescape(piece)
    return found


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("(לפי NATO 2019). לא", ["NATO 2019"]),
        ("(סעיף Article 5)", ["Article 5"]),
        ("(EU 2026)", ["EU 2026"]),
        ("(EU) and (US)", ["(EU) and (US)"]),
        ("שלום (לפי NATO) and EU agree", ["NATO", "and EU agree"]),
        ("(לפי “NATO 2019”)", ["“NATO 2019”"]),
        ('א "לפי NATO" ב', ["NATO"]),
        ('דו"ח (EU)', ["EU"]),
        ("A) שלום", ["A"]),
        ("1) NATO and 2) EU", ["NATO and 2) EU"]),
        ("לוי, Ida Larsen, ’The “quiet” port’, 2025", ["Ida Larsen", "The “quiet” port"]),
        ("לוי, Ida Larsen, ’\u200a“Quiet” at sea’, 2025", ["Ida Larsen", "\u200a“Quiet” at sea"]),
        ("לפי The ministers’ port, 2025", ["The ministers’ port"]),
        ("לפי Ida’s port and Jon’s, 2025", ["Ida’s port and Jon’s"]),
    ],
)
def test_a_mark_whose_partner_is_outside_stays_outside(text: str, kept: list[str]) -> None:
    assert isolates(all_apart_on_screen(f"<p>{plain(text)}</p>")) == kept


def test_no_pair_is_ever_parted() -> None:
    """Wherever one stands among right-to-left words, left-to-right ones and figures, another in it or not."""
    words = ["לפי", "NATO", "80–90"]
    for (opening, closing), said in product(MARKS, product(words, repeat=3)):
        for first, last in ((0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)):
            shown = list(said)
            shown[first] = "\u0001" + shown[first]
            shown[last] += "\u0002"
            text = " ".join(shown).replace("\u0001", f"({opening}").replace("\u0002", f"{closing})") + ". כן"
            for turn in (all_apart_on_screen, all_apart):
                html = turn(f"<p>{plain(text)}</p>")
                assert unescape(_TAG.sub("", html)) == text
                for kept in isolates(html):
                    assert kept.count("(") == kept.count(")"), (text, html)
                    assert kept.count(opening) == kept.count(closing), (text, html)
                    assert opening != closing or kept.count(opening) % 2 == 0, (text, html)


def test_a_pair_reaches_over_tags_within_a_line_and_over_no_other() -> None:
    assert pairs_of_html("(<em>a</em>)") == {0: 11, 11: 0}
    assert pairs_of_html("<p>(a</p><p>b)</p>") == {}
    noted = '<p>(a<span class="note">b) <span>”c”</span></span> d)</p>'
    assert {(noted[a], noted[b]) for a, b in pairs_of_html(noted).items() if a < b} == {("”", "”"), ("(", ")")}
    assert pairs_of_html(noted)[3] == noted.rindex(")")
    assert isolates(all_apart_on_screen("<p>(שלום <em>EU</em> NATO) and EU</p>")) == ["EU", "NATO", "and EU"]


def test_marks_within_one_another_and_marks_alone() -> None:
    assert pairs("([)] “a ”") == {0: 2, 2: 0, 5: 8, 8: 5}
    assert pairs('5" ) b”') == {}
    assert len(pairs("(" * 5000 + ")" * 5000)) <= 200


def test_what_keeps_itself_apart_is_never_cut() -> None:
    told = list(settled(pieces("(\u2066A) b\u2069 x", words=True)))
    assert Piece("\u2066A) b\u2069", ltr=True) in told
