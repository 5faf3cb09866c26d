"""How the sentences of a note begin, and where the call of a paraphrase stands whose own text ends in a cite."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.citations import Text, plain
from briefing_tui.compile.build import build
from briefing_tui.compile.document.notes import with_call
from briefing_tui.compile.document.runs import Call, Inline, texts
from briefing_tui.compile.document.tree import Document, Passage
from briefing_tui.compile.prepared import cited
from briefing_tui.model import Item, ItemKind, Speaker, SpeakerKind
from tests.unit.compile import samples

FIRST, OWN = Call(1, "e1"), Call(2, "e2")


def tree(
    folder: Path,
    items: list[Item],
    style: str = "briefing-note",
    speaker: Speaker | None = None,
    template: str = "bluf",
) -> Document:
    source = samples.article()
    passages = [samples.excerpt(source, words, f"e{n}", speaker) for n, words in enumerate(samples.QUOTES, 1)]
    made = samples.job(folder / "b.pdf", items=items, articles=[source], excerpts=passages, final=False)
    made = replace(made, brief=replace(made.brief, style=style, template=template))
    return build(made, cited(made)[1])


@pytest.mark.parametrize(
    ("note", "printed"),
    [
        ("translated", ". Translated."),
        ("*said* in April", ". Said in April."),
        ("l’original est perdu", ". L’original est perdu."),
        ("iPhone users", ". iPhone users."),
        ("https://x.org", ". https://x.org."),
        ("ნახე", ". ნახე."),
    ],
)
def test_what_is_added_to_a_note_begins_like_a_sentence(tmp_path: Path, note: str, printed: str) -> None:
    document = tree(tmp_path, [Item("i1", ItemKind.QUOTE, excerpt="e1", note=note)])
    call = next(call for call in document.calls() if call.note and call.excerpt == "e1")
    assert printed in plain(call.note)


def test_in_the_text_it_stays_as_it_is_written(tmp_path: Path) -> None:
    item = Item("i1", ItemKind.PARAPHRASE, text="It is so.", excerpt="e1", note="translated")
    (block,) = tree(tmp_path, [item], "briefing-author-date").blocks()
    assert isinstance(block, Passage)
    assert plain(texts(block.inlines)).endswith(", translated).")


@pytest.mark.parametrize("end", [".", " ?", "…", " "])
def test_the_call_of_a_paraphrase_joins_those_before_its_stop(end: str) -> None:
    parts: tuple[Inline, ...] = (Text("It is so"), FIRST, Text(end))
    assert with_call(parts, OWN) == (
        (Text("It is so"), FIRST, OWN, Text(end)) if end.strip() else (Text("It is so"), FIRST, Text(end), OWN)
    )


@pytest.mark.parametrize(
    "parts", [(Text("It is so."),), (FIRST, Text(" is so.")), (Text("It is so."), FIRST), (Text("So"), Text("."))]
)
def test_any_other_call_stands_at_the_end(parts: tuple[Inline, ...]) -> None:
    assert with_call(parts, OWN) == (*parts, OWN)


def test_both_make_one_parenthesis_in_the_text(tmp_path: Path) -> None:
    item = Item("i1", ItemKind.PARAPHRASE, text="It is so [@e1].", excerpt="e2")
    (block,) = tree(tmp_path, [item], "briefing-author-date").blocks()
    assert isinstance(block, Passage)
    assert plain(texts(block.inlines)) == "It is so (Larsen 2025, ¶ 2; Larsen 2025, ¶ 3)."


def test_the_same_excerpt_is_called_once(tmp_path: Path) -> None:
    document = tree(tmp_path, [Item("i1", ItemKind.PARAPHRASE, text="It is so [@e1].", excerpt="e1")])
    assert [call.excerpt for call in document.calls()].count("e1") == 1


def test_a_speaker_without_a_name_has_a_capital_in_the_annex(tmp_path: Path) -> None:
    speaker = Speaker("an official", kind=SpeakerKind.UNNAMED)
    item = Item("i1", ItemKind.QUOTE, excerpt="e1")
    (entry, *_) = tree(tmp_path, [item], speaker=speaker, template="research").annex
    assert plain(entry.source).startswith("An official, ")
