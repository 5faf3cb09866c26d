"""Locators in the words of a note."""

import pytest

from briefing_tui.citations import locator
from briefing_tui.compile.languages.wording import known_languages, wording


@pytest.mark.parametrize(
    ("first", "last", "options", "words"),
    [
        (4, 0, {}, "¶ 4"),
        (4, 4, {}, "¶ 4"),
        (4, 5, {}, "¶¶ 4–5"),
        (4, 4, {"heading": True}, "heading before ¶ 4"),
        (4, 6, {"heading": True}, "heading before ¶ 4"),
        (4, 4, {"pages": (3, 3)}, "p. 3, ¶ 4"),
        (4, 5, {"pages": (3, 4)}, "pp. 3–4, ¶¶ 4–5"),
        (4, 4, {"pages": (3, 3), "heading": True}, "p. 3, heading before ¶ 4"),
        (4, 4, {"digest": True}, "in our digest, ¶ 4"),
        (4, 5, {"digest": True}, "in our digest, ¶¶ 4–5"),
        (4, 4, {"digest": True, "original": [7]}, "original ¶ 7 (our digest, ¶ 4)"),
        (4, 4, {"digest": True, "original": [8, 7, 8]}, "original ¶¶ 7–8 (our digest, ¶ 4)"),
        (4, 5, {"digest": True, "original": [7, 8, 9, 12]}, "original ¶¶ 7–9, 12 (our digest, ¶¶ 4–5)"),
        (4, 4, {"original": [7]}, "¶ 4"),
    ],
)
def test_it_names_the_paragraphs(first: int, last: int, options: dict[str, object], words: str) -> None:
    assert locator(first, last, terms=wording("en").terms, **options) == words  # type: ignore[arg-type] # the options of one case


@pytest.mark.parametrize(
    ("language", "one", "several", "paged", "heading", "digest", "original"),
    [
        ("en-GB", "¶ 4", "¶¶ 4–5", "p. 3, ¶ 4", "heading before ¶ 4", "in our digest, ¶ 4",
         "original ¶¶ 7–8, 12 (our digest, ¶ 4)"),
        ("fr-FR", "§ 4", "§ 4–5", "p. 3, § 4", "intertitre avant § 4", "dans notre résumé, § 4",
         "original, § 7–8, 12 (notre résumé, § 4)"),
        ("de-DE", "Abs. 4", "Abs. 4–5", "S. 3, Abs. 4", "Überschrift vor Abs. 4", "in unserer Zusammenfassung, Abs. 4",
         "Original, Abs. 7–8, 12 (unsere Zusammenfassung, Abs. 4)"),
        ("ru-RU", "абз. 4", "абз. 4–5", "с. 3, абз. 4", "заголовок перед абз. 4", "в нашем изложении, абз. 4",
         "оригинал, абз. 7–8, 12 (наше изложение, абз. 4)"),
        ("he-IL", "פס׳ 4", "פס׳ 4–5", "עמ׳ 3, פס׳ 4", "כותרת לפני פס׳ 4", "בתקציר שלנו, פס׳ 4",
         "במקור, פס׳ 7–8, 12 (בתקציר שלנו, פס׳ 4)"),
        ("ar", "الفقرة 4", "الفقرتان 4–5", "ص 3، الفقرة 4", "العنوان قبل الفقرة 4", "في ملخصنا، الفقرة 4",
         "الأصل، الفقرات 7–8، 12 (ملخصنا، الفقرة 4)"),
    ],
)  # fmt: skip
def test_it_does_so_in_every_language(
    language: str, one: str, several: str, paged: str, heading: str, digest: str, original: str
) -> None:
    terms = wording(language).terms
    said = [
        locator(4, terms=terms),
        locator(4, 5, terms=terms),
        locator(4, terms=terms, pages=(3, 3)),
        locator(4, terms=terms, heading=True),
        locator(4, terms=terms, digest=True),
        locator(4, terms=terms, digest=True, original=[7, 8, 12]),
    ]
    assert [words.replace("\u00a0", " ") for words in said] == [one, several, paged, heading, digest, original]


def test_the_six_languages_are_all_there() -> None:
    assert known_languages() == {"ar", "de", "en", "fr", "he", "ru"}
