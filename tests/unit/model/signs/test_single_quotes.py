"""Single quotation marks: what is one and holds words, and what is an apostrophe, a letter or a measure."""

from __future__ import annotations

from itertools import product

import pytest

from briefing_tui.model import Span
from briefing_tui.model.signs.quotation_marks import nested_quotations, quotation_marks

OPENING, CLOSING = "‘’'‚‛`´′‵＇｀", "‘’'‛`´′＇｀"

QUOTED = [
    "Putin: ’ We surrender ’ today", "Putin: ' We surrender ' today", "Putin: ' We surrender' today",
    "Putin: ‘ We surrender’ today", "Putin: ‚ We surrender‘ today", "Putin said'We surrender' today",
    "Putin said‘We surrender’ today", "Putin said’We surrender’ today", "Putin said`We surrender` today",
    "Putin:'We surrender' today", "Putin:' We surrender ' today", "Putin—‘We surrender’—today",
    "Putin (’We surrender’) today", "Putin ('We surrender'), today", "Putin: _'We surrender'_ today",
    "'We surrender.'2 Today", "'We surrender'² today", "‘We surrender’12 today",
    "'We surrender in 1945'2", "‘We surrender 5’1 today", "’Em all, we surrender to us’ today",
    "Putin said‘(we surrender)‘ today", "In the ’90s: ‘… we surrender …’ today", "‘the ministers’ men, we surrender’1",
    "'We surrender.'Then he left",
    "Putin: ʻWe surrender' today", "Putin: ʼWe surrenderʼ today", "Putin: ‘We surrenderʼ today",
    "Putin: ,We surrender' today", "Putin: ,We surrender‘ today", "Putin: ׳We surrender׳ today",
    "Putin: '\u3164'We surrender'\u3164' today", "Putin: '\u034f'We surrender'\u034f' today",
    "Putin: '\u0307'We surrender'\u0307' today", "Putin: ' 'We surrender' ' today",
    "Putin: '\u200b We surrender \u200b' today", "Putin: '…We surrender…' today", "Putin: '(We surrender)' today",
    "In the '90s Putin said: 'We surrender' then", "Rock 'n' roll; Putin said 'we surrender'",
    "the dogs' master, Putin, said 'we surrender'", "In the ’90s, said Putin, ’we surrender’",
    "d’Estaing: ’We surrender’, he said", "Putin's 'We surrender' speech", "the ministers’ ‘We surrender’",
    "'Twas then that 'we surrender' was said", "O'Brien's 'we surrender'", "6' tall, he said 'we surrender'",
    "''We surrender''", "’We surrender’, they said in the ’90s", "`We surrender´", "«a» 'We surrender'",
]  # fmt: skip
"""In each of them somebody said that we surrender."""
WHOLE = [
    ("‘the ministers’ talks failed’", ["the ministers’ talks failed"]),
    ("'the ministers' talks failed.'", ["the ministers' talks failed."]),
    ("’1 million surrender’", ["1 million surrender"]),
    ("'1 million surrender'", ["1 million surrender"]),
    ("‘We don’t surrender, ’tis true’", ["We don’t surrender, ’tis true"]),
    ("‘rock ’n’ roll’ and ‘jazz’", ["rock ’n’ roll", "jazz"]),
    ("'We give up, 'surrender' to all'", ["We give up, 'surrender' to all", "surrender"]),
    ("’Tis time that we surrender.’", ["Tis time that we surrender."]),
    ("the ‘hawks’ and the ‘doves’", ["hawks", "doves"]),
    ("‘Kazanʹ surrenders’", ["Kazanʹ surrenders"]),
    ("'a 6' man surrenders'", ["a 6' man surrenders"]),
    ("说＇编造＇的", ["编造"]),
    ("说‘编造’的，‘편’은", ["编造", "편"]),
    ("In the '90s Putin said: 'We surrender'", ["We surrender"]),
]
NOT_QUOTED = [
    "the ministers' talks", "the ministers’ talks", "the ministers' and the dogs' talks", "the ’90s", "the '90s",
    "in ’68 and in ’69", "the ’70s and the ministers’ talks", "the '70s and the ministers' talks", "the ‘90s",
    "the class of ’98 and the ministers’ talks", "don’t and won't", "it isn't theirs, it's the states'",
    "rock ’n’ roll", "rock 'n' roll", "rock ‘n’ roll", "rock ’n roll in the ’90s", "rock'n'roll",
    "a rock ’n’ roll of the ’50s",
    "Ja’ari", "Ja'ari and the ministers' talks", "O’Brien’s", "O'Brien's house", "the O’Briens’ house", "D’Artagnan’s",
    "’tis and ’twas", "'tis the ministers' talks", "get ’em", "’til the ministers’ talks", "’Ndrangheta bosses’ talks",
    "’s-Gravenhage and ’t Hooft", "in ’t Hof van de ministers’ raad", "hab’s und ’ne Idee", "Ka‘ba", "Sa‘ud and Ka‘ba",
    "Ka‘ba and the ministers’ talks", "Hawai`i", "Hawai`i and Kaua`i", "Qur’an", "Sana'a", "Ta'izz", "don´t and isn´t",
    "l’homme qu’il a vu, c’est-à-dire aujourd’hui", "l’Europe et l’Asie", "l'Europe e un po' di pace",
    "dell’Arte e un po’ di pace", "nell'Italia c'è un po' di tutto", "qu’Anna", "D'Annunzio",
    "Sant'Egidio, un po' dopo",
    "De'Aaron and Ja'Marr at the ministers' talks", "п’ять, з’їзд, Лук’янов", "M’Bala M’Bala", "Kyiv’s", "Рус’кий",
    "5′ 11″ tall", "5′ and 6′", "5' and 6'", "a 6' man at the ministers' talks", "33°52′10″N", "33° 52′ N, 151° 12′ E",
    "3′ into the match, and 5′ later", "f′ and g′", "x' = x", "Gogolʹ and Kazanʹ", "Tverʹ, Permʹ and Rostov",
    "ʿAbd al-Malik of Sanʿāʾ", "ʻOkina in Hawaiʻi", "ʻIolani and the ministers' talks", "Komputer ʼni", "Dʼni",
    "ג׳ורג׳ וצ׳רלי", "גב׳ כהן", "גב׳ כהן ור׳ לוי", "ˈwɔːtə ˈbɒtl", "goin' home", "singin’ and dancin’",
    "the U.S.' stance",
    "James' and Charles' talks", "for goodness’ sake", "two weeks' notice, in three years' time", "f'(x)",
    "mind your p's and q's",
    "so, and on ,the ministers' talks", "1'000'000", "10'000 Franken", "a 5'2 man and a 6'3 one",
    "100'000 soldiers", "the 1980's", "Jesus’",
    "Then ‘Ali said so.", "The Houthis’ leader ‘Abd al-Malik spoke; the tribes’ men left.", "Sheikh ‘Izz al-Din",
]  # fmt: skip
"""Nobody said any of it."""


@pytest.mark.parametrize(("opening", "closing"), list(product(OPENING, CLOSING)))
def test_any_sign_closes_any_other(opening: str, closing: str) -> None:
    text = f"Putin: {opening}We surrender{closing} at once"
    (found,) = quotation_marks(text, plain=True).quoted
    assert (found.text, found.span) == ("We surrender", Span(8, 20))


@pytest.mark.parametrize("text", QUOTED)
def test_what_stands_between_single_marks_is_found(text: str) -> None:
    assert any("e surrender" in quoted.text for quoted in quotation_marks(text, plain=True).quoted)


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_all_of_the_words_are_found(text: str, expected: list[str]) -> None:
    assert [quoted.text for quoted in quotation_marks(text, plain=True).quoted] == expected
    assert [quotation.words.slice(text) for quotation in nested_quotations(text)[0]] == expected


@pytest.mark.parametrize("text", NOT_QUOTED)
def test_apostrophes_letters_and_measures_quote_nothing(text: str) -> None:
    marks = quotation_marks(text, plain=True)
    assert (marks.quoted, marks.unpaired) == ((), None)


@pytest.mark.parametrize("text", ["Putin: ‘We surrender", "‚We surrender, he said", "(‛We surrender)", "a ‘ b"])
def test_a_sign_that_only_opens_needs_its_partner(text: str) -> None:
    marks = quotation_marks(text, plain=True)
    assert (marks.quoted, marks.sign) == ((), next(c for c in text if c in "‘‚‛"))


def test_the_first_mark_without_a_partner_is_told() -> None:
    assert quotation_marks("‘so “on").sign == "‘"
    assert quotation_marks("“so ‘on").sign == "“"
