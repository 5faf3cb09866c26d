"""Sentences with counts, as a reader of each language wants them: no number without its form, no form without its sign.

What is counted stands before a colon, so that one sentence serves 0, 1, 2, 5 and 21 in Russian and Arabic as well;
what a single one (or, in Arabic, a pair) wants otherwise has words of its own.
"""

from __future__ import annotations

import json

import pytest

from briefing_tui.citations import Terms, locator
from briefing_tui.compile.document import cover
from briefing_tui.compile.document.statement import Statement, sentences
from briefing_tui.compile.languages.wording import FOLDER, known_languages, wording
from briefing_tui.model import Brief, Judgement, PartialDate
from briefing_tui.model.standards import SCALES

B, N = "\u00a0", "\u202f"
"""The spaces that do not break: a whole one, and a narrow one."""

UNVERIFIED = {
    "en": (
        ("1 quote unverified", "2 quotes unverified", "5 quotes unverified"),
        ("1 excerpt unverified, not a quote", "5 excerpts unverified, none of them a quote"),
        "2 excerpts unverified (quotes among them: 1)",
    ),
    "fr": (
        (f"1{B}citation non confirmée", f"Citations non confirmées{B}: 2", f"Citations non confirmées{B}: 5"),
        (f"1{B}extrait non confirmé (hors citations)", f"Extraits non confirmés (hors citations){B}: 5"),
        f"Extraits non confirmés{B}: 2 (dont citations{B}: 1)",
    ),
    "de": (
        ("1 Zitat nicht bestätigt", "Nicht bestätigte Zitate: 2", "Nicht bestätigte Zitate: 5"),
        ("1 Auszug (kein Zitat) nicht bestätigt", "Nicht bestätigte Auszüge (keine Zitate): 5"),
        "Nicht bestätigte Auszüge: 2 (davon Zitate: 1)",
    ),
    "ru": (
        ("1 цитата не подтверждена", "Неподтверждённых цитат: 2", "Неподтверждённых цитат: 5"),
        ("1 выдержка (не цитата) не подтверждена", "Неподтверждённых выдержек (кроме цитат): 5"),
        "Неподтверждённых выдержек: 2 (из них цитат: 1)",
    ),
    "he": (
        ("ציטוט אחד לא אומת", "ציטוטים שלא אומתו: 2", "ציטוטים שלא אומתו: 5"),
        ("קטע אחד לא אומת (אינו ציטוט)", "קטעים שלא אומתו (שאינם ציטוטים): 5"),
        "קטעים שלא אומתו: 2 (מהם ציטוטים: 1)",
    ),
    "ar": (
        ("اقتباس واحد لم يُتحقق منه", "اقتباسان لم يُتحقق منهما", "اقتباسات لم يُتحقق منها: 5"),
        ("مقتطف واحد لم يُتحقق منه (ليس اقتباسًا)", "مقتطفات لم يُتحقق منها (ليست اقتباسات): 5"),
        "مقتطفات لم يُتحقق منها: 2 (منها اقتباسات: 1)",
    ),
}


@pytest.mark.parametrize("language", sorted(UNVERIFIED))
def test_the_notice_of_a_draft_for_each_count(language: str) -> None:
    quotes, others, both = UNVERIFIED[language]
    words = wording(language)
    assert tuple(words("unverified-quotes", n=n, quotes=n) for n in (1, 2, 5)) == quotes
    assert tuple(words("unverified-others", n=n, quotes=0) for n in (1, 5)) == others
    assert words("unverified", n=2, quotes=1) == both


STATED = {
    "en": {
        1: "Sources cited: 1. Outlet: A. Language: English.",
        2: "Sources cited: 2; independent of one another: 2. Outlets: 2 (A, B). Languages: English, French.",
        5: "Sources cited: 5; independent of one another: 5. Outlets: 5 (A, B, C, D, E). Languages: English, French.",
    },
    "fr": {
        1: f"Source citée{B}: 1. Média{B}: A. Langue{B}: anglais.",
        2: f"Sources citées{B}: 2{N}; indépendantes les unes des autres{B}: 2. Médias{B}: 2 (A, B). "
        f"Langues{B}: anglais, français.",
        5: f"Sources citées{B}: 5{N}; indépendantes les unes des autres{B}: 5. Médias{B}: 5 (A, B, C, D, E). "
        f"Langues{B}: anglais, français.",
    },
    "de": {
        1: "Zitierte Quellen: 1. Medium: A. Sprache: Englisch.",
        2: "Zitierte Quellen: 2; voneinander unabhängig: 2. Medien: 2 (A, B). Sprachen: Englisch, Französisch.",
        5: "Zitierte Quellen: 5; voneinander unabhängig: 5. Medien: 5 (A, B, C, D, E). "
        "Sprachen: Englisch, Französisch.",
    },
    "ru": {
        1: "Цитируемых источников: 1. Издание: A. Язык: английский.",
        2: "Цитируемых источников: 2; независимых друг от друга: 2. Изданий: 2 (A, B). Языки: английский, французский.",
        5: "Цитируемых источников: 5; независимых друг от друга: 5. Изданий: 5 (A, B, C, D, E). "
        "Языки: английский, французский.",
    },
    "he": {
        1: "מקורות מצוטטים: 1. כלי תקשורת: A. שפה: אנגלית.",
        2: "מקורות מצוטטים: 2; בלתי תלויים זה בזה: 2. כלי תקשורת: 2 (A, B). שפות: אנגלית, צרפתית.",
        5: "מקורות מצוטטים: 5; בלתי תלויים זה בזה: 5. כלי תקשורת: 5 (A, B, C, D, E). שפות: אנגלית, צרפתית.",
    },
    "ar": {
        1: "المصادر المستشهد بها: 1. الوسيلة الإعلامية: A. اللغة: الإنجليزية.",
        2: "المصادر المستشهد بها: 2؛ المستقلة بعضها عن بعض: 2. الوسيلتان الإعلاميتان: A، B. "
        "اللغتان: الإنجليزية، الفرنسية.",
        5: "المصادر المستشهد بها: 5؛ المستقلة بعضها عن بعض: 5. الوسائل الإعلامية: 5 (A، B، C، D، E). "
        "اللغتان: الإنجليزية، الفرنسية.",
    },
}


@pytest.mark.parametrize("language", sorted(STATED))
@pytest.mark.parametrize("number", [1, 2, 5])
def test_the_summary_of_sources_for_each_count(language: str, number: int) -> None:
    counted = Statement(number, number, outlets=tuple("ABCDE")[:number], languages=("en", "fr")[:number])
    assert " ".join(sentences(counted, wording(language))) == STATED[language][number]


LIKELY = {
    "en": "Likelihood: likely (55–80%)",
    "en-US": "Likelihood: likely (55–80%)",
    "fr": f"Probabilité{B}: probable (55 à 80{B}%)",
    "de": f"Wahrscheinlichkeit: wahrscheinlich (55–80{B}%)",
    "ru": f"Вероятность: вероятно (55–80{B}%)",
    "he": "סבירות: סביר (55–80%)",
    "ar": "الاحتمال: مرجّح (55–80%)",
}


@pytest.mark.parametrize("language", sorted(LIKELY))
def test_a_percentage_as_each_language_writes_it(language: str) -> None:
    words = wording(language)
    share = words("range-per-cent", low=55, high=80)
    assert f"{words('likelihood', term=words.likelihood('likely'))} ({share})" == LIKELY[language]


@pytest.mark.parametrize(
    ("language", "begins"),
    [
        ("en", "ICD 203, per cent: almost no chance 1–5; very unlikely 5–20; "),
        ("en-US", "ICD 203, percent: almost no chance 1–5; "),
        ("fr", f"ICD 203, en pour cent{B}: quasi impossible 1–5{N}; très improbable 5–20{N}; "),
        ("de", "ICD 203, in Prozent: nahezu ausgeschlossen 1–5; "),
        ("ru", "ICD 203, в процентах: почти исключено 1–5; "),
        ("he", "ICD 203, באחוזים: כמעט אין סיכוי 1–5; "),
        ("ar", "ICD 203، في المئة: شبه مستحيل 1–5؛ مستبعد جدًا 5–20؛ "),
    ],
)
def test_a_scale_in_one_line(language: str, begins: str) -> None:
    brief = Brief("b", scale="icd203", judgements=(Judgement("j1", "x", likelihood="likely"),))
    said = cover.scale(brief, wording(language)).said
    assert said.startswith(begins)
    assert said.endswith("95–99.")
    assert said.count(wording(language).terms.semicolon) == len(SCALES["icd203"]) - 1


@pytest.mark.parametrize(
    ("language", "authors", "where"),
    [
        ("en", "A, B and C", "p. 3, ¶¶ 4–5"),
        ("fr", "A, B et C", f"p.{B}3, §{B}4–5"),
        ("de", "A, B und C", f"S.{B}3, Abs.{B}4–5"),
        ("ru", "A, B и C", f"с.{B}3, абз.{B}4–5"),
        ("he", "A, B ו־C", f"עמ׳{B}3, פס׳{B}4–5"),
        ("ar", "A، B وC", f"ص{B}3، الفقرتان{B}4–5"),
    ],
)
def test_names_and_places_in_a_list(language: str, authors: str, where: str) -> None:
    terms: Terms = wording(language).terms
    assert terms.all_of(("A", "B", "C")) == authors
    assert locator(4, 5, terms=terms, pages=(3, 3)) == where


def test_arabic_counts_paragraphs_by_one_two_and_many() -> None:
    terms = wording("ar").terms
    said = [locator(4, last, terms=terms) for last in (4, 5, 6, 24)]
    assert said == [f"الفقرة{B}4", f"الفقرتان{B}4–5", f"الفقرات{B}4–6", f"الفقرات{B}4–24"]
    assert locator(1, terms=terms, digest=True, original=(4, 9)).startswith(f"الأصل، الفقرتان{B}4، 9")


def test_a_hebrew_and_is_a_part_of_a_hebrew_word() -> None:
    terms = wording("he").terms
    assert terms.all_of(("דנה", "רון", "JNS")) == "דנה, רון ו־JNS"
    assert terms.all_of(("JNS", "דנה", "רון")) == "JNS, דנה ורון"


@pytest.mark.parametrize(
    ("language", "text", "marks"),
    [
        ("he", 'דובר צה"ל הודיע', ("”", "”")),
        ("he", "דובר צה”ל הודיע", ("”", "”")),
        ("he", 'הוא אמר "חכו" והלך', ("’", "’")),
        ("ar", "قال «انتظروا» ومضى", ("”", "“")),
        ("de", "Er sagte „warte“", ("‚", "‘")),
    ],
)
def test_an_abbreviation_is_no_quotation(language: str, text: str, marks: tuple[str, str]) -> None:
    assert wording(language).marks_around(text) == marks


@pytest.mark.parametrize("language", sorted(known_languages()))
def test_words_of_one_count_belong_to_a_sentence(language: str) -> None:
    catalogue = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    assert catalogue["of-count"].keys() <= catalogue["words"].keys()
    assert all(count.isdecimal() for own in catalogue["of-count"].values() for count in own)


def test_no_language_borrows_the_words_of_one_count() -> None:
    own = {language: set(wording(language).of_count["unverified-quotes"]) for language in ("fr", "ar")}
    assert own == {"fr": {"1"}, "ar": {"1", "2"}}
    assert wording("en-US")("unverified-quotes", n=1, quotes=1) == "1 quote unverified"
    assert wording("tlh")("unverified-quotes", n=1, quotes=1) == wording("en")("unverified-quotes", n=1, quotes=1)


@pytest.mark.parametrize(
    ("language", "key", "said"),
    [
        ("en-US", "judgements", "Key judgments"),
        ("en-US", "per-cent", "percent"),
        ("en-GB", "judgements", "Key judgements"),
        ("en-GB", "per-cent", "per cent"),
    ],
)
def test_american_spelling(language: str, key: str, said: str) -> None:
    assert wording(language)(key) == said


def test_a_range_of_dates_reads_as_a_sentence() -> None:
    counted = Statement(2, 2, first=PartialDate(2019), last=PartialDate(2025, 3, 4))
    said = {tag: list(sentences(counted, wording(tag)))[-1] for tag in ("fr", "de", "ru", "ar")}
    assert said == {
        "fr": f"Dates{B}: 2019 – 4{B}mars 2025.",
        "de": f"Zeitraum: 2019 bis 4.{B}März 2025.",
        "ru": f"Даты: 2019{B}г. — 4{B}марта 2025{B}г.",
        "ar": "التواريخ: من 2019 إلى 4 مارس 2025.",
    }
