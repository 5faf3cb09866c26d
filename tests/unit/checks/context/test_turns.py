"""A next sentence that turns against what is kept is told with its words where nobody else says it."""

from __future__ import annotations

import pytest

from briefing_tui.checks.context import ContextKind, ContextWarning, Side, context_warnings
from briefing_tui.checks.context.turns import turns_of

from .labelled import case


def turn(marked: str, language: str = "en") -> ContextWarning | None:
    """The warning of a turn behind what is kept."""
    each = case(marked, language=language)
    found = context_warnings(each.article, each.span).warnings
    return next((w for w in found if w.kind is ContextKind.CONTRAST and w.side is Side.AFTER), None)


@pytest.mark.parametrize(
    ("language", "marked", "words"),
    [
        ("en", "⟦The ford is safe.⟧ But I also think that it is late.", "But I also think that it is late"),
        ("en", "⟦The ford is safe.⟧ It is, however, closed.", "It is, however, closed"),
        ("en-GB", "⟦The ford is safe⟧. Even so, nobody crosses it.", "Even so, nobody crosses it"),
        ("de", "⟦Die Furt ist sicher.⟧ Jedoch ist sie gesperrt.", "Jedoch ist sie gesperrt"),
        ("de", "⟦Die Furt ist sicher.⟧ Sie ist allerdings gesperrt.", "Sie ist allerdings gesperrt"),
        ("fr", "⟦Le gué est sûr.⟧ Mais il est fermé en hiver.", "Mais il est fermé en hiver"),
        ("fr", "⟦Le gué est sûr.⟧ Il est toutefois fermé.", "Il est toutefois fermé"),
        ("ru", "⟦Брод надёжен.⟧ Но зимой он закрыт.", "Но зимой он закрыт"),
        ("ru", "⟦Брод надёжен.⟧ Зимой, однако, он закрыт.", "Зимой, однако, он закрыт"),
        ("he", "⟦המעבר בטוח.⟧ אבל בחורף הוא סגור.", "אבל בחורף הוא סגור"),
        ("he", "⟦המעבר בטוח.⟧ אלא שבחורף הוא סגור.", "אלא שבחורף הוא סגור"),
        ("ar", "⟦المعبر آمن.⟧ لكنّه مغلق في الشتاء.", "لكنّه مغلق في الشتاء"),
        ("ar", "⟦المعبر آمن.⟧ ولكن المعبر مغلق.", "ولكن المعبر مغلق"),
        ("ar", "⟦المعبر آمن.⟧ إلّا أنّ الطريق مغلق.", "إلّا أنّ الطريق مغلق"),
        ("en", "“⟦The ford is safe⟧,” the warden said. “But it is closed.”", "But it is closed"),
        ("en", "⟦“The ford is safe,” the warden said.⟧ “But it is closed.”", "But it is closed"),
        ("en", "⟦The ford is safe.⟧\n\nYet it is closed in winter.", "Yet it is closed in winter"),
    ],
)
def test_a_turn_behind_is_told_with_its_words_and_taken_in_by_widening(language: str, marked: str, words: str) -> None:
    found = turn(marked, language)
    assert found
    text = marked.replace("⟦", "").replace("⟧", "")
    assert found.words.rstrip(".”») ") == words
    assert found.span.slice(text) == found.words
    assert words in found.widen.slice(text)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "⟦The ford is safe.⟧ However much it rains, it stays so."),
        ("en", "⟦The ford is safe.⟧ Yet another ford is built."),
        ("en", "⟦The ford is safe.⟧ It is old, but dry."),
        ("en", "⟦The ford is safe.⟧ But for the ice, it would be open."),
        ("en", "⟦The ford is safe.⟧ “But it is closed,” the warden said."),
        ("en", "⟦“The ford is safe,” Ida Berg said.⟧ “But it is closed,” Ole Lund said."),
        ("en", "⟦“The ford is safe,” Ida Berg said.⟧ But Ole Lund said that it is closed."),
        ("en", "⟦The ford⟧ is safe and dry. But it is closed."),
        ("en", "⟦The ford is safe.⟧\n\n## The pass\n\nBut it is closed."),
        ("de", "⟦Die Furt ist sicher.⟧ Sie ist alt, aber trocken."),
        ("de", "⟦Die Furt ist sicher.⟧ Dagegenhalten will niemand."),
        ("fr", "⟦Le gué est sûr.⟧ Maisons et champs sont loin."),
        ("ru", "⟦Брод надёжен.⟧ Новый мост строят."),
        ("he", "⟦המעבר בטוח.⟧ אך ורק בקיץ."),
        ("ar", "⟦المعبر آمن.⟧ الطريق مغلق."),
        ("fi", "⟦Kahlaamo on turvallinen.⟧ Mutta se on suljettu."),
    ],
)
def test_what_is_no_turn_or_another_s_is_not_told(language: str, marked: str) -> None:
    assert turn(marked, language) is None


@pytest.mark.parametrize("language", ["en", "fr", "de", "ru", "he", "ar"])
def test_each_language_of_the_messages_has_turns(language: str) -> None:
    assert turns_of(language)
