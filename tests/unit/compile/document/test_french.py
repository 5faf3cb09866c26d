"""The spaces of French, held in all that the author writes and in names and titles; never in the words of a source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.citations import Text, plain
from briefing_tui.compile.build import build
from briefing_tui.compile.document.french import held
from briefing_tui.compile.document.runs import texts
from briefing_tui.compile.document.tree import Document, Passage, Quote
from briefing_tui.compile.prepared import cited
from briefing_tui.model import Item, ItemKind
from tests.unit.compile import samples

WORDS = "« Trois » quais ; et [Le Quai?] : quoi ? Rien ! Voir https://x.org/a?b"
HELD = "«\u202fTrois\u202f» quais\u202f; et [Le Quai\u202f?]\u00a0: quoi\u202f? Rien\u202f! Voir https://x.org/a?b"
SAID = "Le port : « trois » quais ; rien."


def tree(folder: Path, language: str) -> Document:
    source = samples.article(text=SAID, title="Le port : enquête", language="fr")
    passage = samples.excerpt(source, SAID, "e1")
    items = [
        Item("i1", ItemKind.TEXT, text=f"{WORDS} [@e1] ; fin."),
        Item("i2", ItemKind.QUOTE, excerpt="e1", note=WORDS),
    ]
    made = samples.job(folder / "b.pdf", items=items, articles=[source], excerpts=[passage], final=False)
    made = replace(made, brief=replace(made.brief, title=WORDS, language=language, bottom_line=WORDS))
    return build(made, cited(made)[1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WORDS, HELD),
        (HELD, HELD),
        ("«\u00a0a\u00a0»\u00a0; b\u2009!", "«\u202fa\u202f»\u202f; b\u202f!"),
        (" ; b", "\u202f; b"),
        ("quoi? oui: [?] [quoi] 10:30", "quoi? oui: [?] [quoi] 10:30"),
    ],
)
def test_only_spaces_before_these_signs_are_held(text: str, expected: str) -> None:
    assert held(text) == expected


def test_a_french_document_holds_them_everywhere_but_in_what_it_quotes(tmp_path: Path) -> None:
    document = tree(tmp_path, "fr-FR")
    own, quote = document.blocks()
    assert isinstance(own, Passage)
    assert isinstance(quote, Quote)
    assert isinstance(document.title, Text)
    assert document.title.text == HELD
    assert plain(texts(document.bottom_line[0])) == HELD
    assert plain(texts(own.inlines)) == f"{HELD}\u202f; fin."
    assert quote.text == quote.exact == SAID
    (note,) = (call.note for call in document.calls() if call.note)
    assert "Le port\u00a0: enquête" in plain(note)
    assert HELD in plain(note)
    assert "Le port\u00a0: enquête" in plain(document.sources[0])


def test_no_other_document_is_changed(tmp_path: Path) -> None:
    document = tree(tmp_path, "en-GB")
    assert isinstance(document.title, Text)
    assert document.title.text == WORDS
    assert "Le port : enquête" in plain(document.sources[0])
