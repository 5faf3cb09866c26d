"""From a brief to the tree of its briefing."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing_tui.citations import Citations, Source, Text, plain
from briefing_tui.compile.build import build
from briefing_tui.compile.document.notes import called, cites
from briefing_tui.compile.document.runs import Call, Gap, Inline
from briefing_tui.compile.document.tree import Document, Passage, Quote
from briefing_tui.compile.job import Job
from briefing_tui.compile.page.parts import parts
from briefing_tui.model import (
    Confidence,
    ExcerptState,
    Item,
    ItemKind,
    Judgement,
    Name,
    PartialDate,
    Section,
    Speaker,
    SpeakerKind,
    TextKind,
)
from briefing_tui.model.codes import code_of
from tests.unit.compile import samples


def built(job: Job) -> Document:
    """The tree, with notes that only name their excerpts."""
    notes = {c.id: (Text(f"source of {c.id}, {c.locator}"),) for c in cites(job)}
    sources = tuple(Source(a, (Text(a),)) for a in sorted(job.articles))
    return build(job, Citations(notes, sources, "engine", "hash"))


def shown(inlines: tuple[Inline, ...]) -> str:
    return "".join(f"^{i.number}" if isinstance(i, Call) else i.text for i in inlines)


def test_a_core_statement_leads_a_quote_and_a_paragraph_alike(tmp_path: Path) -> None:
    items = [
        Item("i1", ItemKind.QUOTE, "e1", core="It *lists* all"),
        Item("i2", ItemKind.TEXT, text="So.", core="It *holds* [@e1]"),
    ]
    document = built(samples.job(tmp_path / "b.pdf", items=items, template="readout"))
    quote, passage = document.blocks()
    assert isinstance(quote, Quote)
    assert "".join(t.text for t in quote.lead) == "It lists all."
    assert all(t.bold for t in quote.lead)
    assert [t.italic for t in quote.lead] == [False, True, False]
    assert isinstance(passage, Passage)
    assert shown(passage.inlines).startswith("It holds [@e1]. So."), "a cite in it calls no note"
    said = {part.key: part.text for part in parts(document)}
    assert said[f"lead {quote.number}"] == "It lists all."
    omitted = built(samples.job(tmp_path / "b.pdf", items=items, template="bluf"))
    assert not next(b for b in omitted.blocks() if isinstance(b, Quote)).lead


def test_paragraphs_are_numbered_within_their_sections(tmp_path: Path) -> None:
    text = ItemKind.TEXT
    sections = (
        Section("s1", "One", (Item("i1", text, text="a\n\nb"), Item("i2", text, text="c"))),
        Section("s2", "Sub", (Item("i3", text, text="d"),), level=2),
        Section("s3", "Two", (Item("i4", text, text="e"),)),
    )
    tree = built(samples.job(tmp_path / "x.pdf", sections=sections))
    assert [(c.number, c.level) for c in tree.chapters] == [("1", 1), ("", 2), ("2", 1)]
    assert [b.number for b in tree.blocks()] == ["1.1", "1.2", "1.3", "1.4", "2.1"]


def test_one_note_for_each_excerpt_in_the_order_of_the_calls(tmp_path: Path) -> None:
    items = [
        Item("i1", ItemKind.PARAPHRASE, excerpt="e2", text="Second."),
        Item("i2", ItemKind.QUOTE, excerpt="e1"),
        Item("i3", ItemKind.TEXT, text="Again [@e2] and [@e1]."),
    ]
    job = samples.job(tmp_path / "x.pdf", items=items)
    calls = list(built(job).calls())
    assert called(job.brief, job.template().parts) == ("e2", "e1")
    assert [(c.number, c.excerpt, bool(c.note)) for c in calls] == [
        (1, "e2", True), (2, "e1", True), (1, "e2", False), (2, "e1", False),
    ]  # fmt: skip


def test_the_notes_of_an_excerpts_items_follow_its_citation(tmp_path: Path) -> None:
    items = [
        Item("i1", ItemKind.QUOTE, excerpt="e1", note="See *there*"),
        Item("i2", ItemKind.PARAPHRASE, excerpt="e1", text="So.", note="And see [@e1]."),
    ]
    job = samples.job(tmp_path / "x.pdf", items=items, judgements=())
    first = next(built(job).calls())
    code = code_of(job.brief.excerpts["e1"])
    assert plain(first.note) == f"source of e1, ¶ 2. See there. And see (note\u00a01). [{code}]"
    assert Text("there", italic=True) in first.note


def test_judgements_point_to_paragraphs_or_bring_notes_of_their_own(tmp_path: Path) -> None:
    judgement = Judgement("j1", "So.", "Likely", Confidence("high", "Three agree."), ("e1", "e1", "e9"), ("e2",))
    items = [Item("i1", ItemKind.TEXT, text="One."), Item("i2", ItemKind.QUOTE, excerpt="e1")]
    tree = built(samples.job(tmp_path / "x.pdf", items=items, judgements=(judgement,)))
    (point,) = tree.points
    assert point.likelihood == "Likelihood: Likely (55–75%)."
    assert shown(point.confidence) == "Confidence: high. Three agree."
    assert [(s.label, [r.said for r in s.references]) for s in point.support] == [
        ("Rests on", ["1.2"]),
        ("Against it", ["note\u00a01"]),
    ]
    assert [c.excerpt for c in tree.calls()] == ["e2", "e1"]


def test_confidence_and_likelihood_never_share_a_sentence(tmp_path: Path) -> None:
    (point,) = built(samples.job(tmp_path / "x.pdf")).points
    assert point.likelihood.endswith(").")
    assert shown(point.confidence) == "Confidence: low, because one year is short."


def test_the_scale_shows_what_is_used(tmp_path: Path) -> None:
    scale = built(samples.job(tmp_path / "x.pdf")).scale
    assert [term for term, _, used in scale.terms if used] == ["likely"]
    assert not built(samples.job(tmp_path / "x.pdf", scale="none")).scale.terms
    assert not built(samples.job(tmp_path / "x.pdf", judgements=())).scale.terms


def test_a_final_one_has_no_notice(tmp_path: Path) -> None:
    assert built(samples.job(tmp_path / "x.pdf")).notice == ()
    assert built(samples.job(tmp_path / "x.pdf", final=False)).notice == ("DRAFT",)


def test_a_draft_says_how_much_is_unverified_and_where(tmp_path: Path) -> None:
    job = samples.job(tmp_path / "x.pdf", final=False)
    altered = replace(job.verifications["e1"], state=ExcerptState.ALTERED)
    one = built(replace(job, verifications={**job.verifications, "e1": altered}))
    assert one.notice == ("DRAFT", "1 quote unverified")
    assert [b.warning for b in one.blocks()] == ["", "Not verified: the source now reads differently", ""]
    none = built(replace(job, verifications={}))
    assert none.notice == ("DRAFT", "2 excerpts unverified (quotes among them: 1)")
    gone = built(replace(job, articles={}))
    assert [b.warning for b in gone.blocks()] == ["", *["Not verified: the source is gone"] * 2]
    assert next(b.text for b in gone.blocks() if isinstance(b, Quote)) == samples.QUOTES[0]


def test_a_quote_from_a_digest_is_marked(tmp_path: Path) -> None:
    digest = samples.article(text=samples.TEXT).with_metadata(text=TextKind.DIGEST)
    tree = built(samples.job(tmp_path / "x.pdf", articles=[digest], final=False))
    assert next(b.warning for b in tree.blocks() if isinstance(b, Quote)).startswith("Not a quotation")


def test_an_unknown_cite_stays_in_sight(tmp_path: Path) -> None:
    items = [Item("i1", ItemKind.TEXT, text="So [@e9]."), Item("i2", ItemKind.QUOTE, excerpt="e9")]
    blocks = list(built(samples.job(tmp_path / "x.pdf", items=items, judgements=())).blocks())
    assert [shown(b.inlines) for b in blocks if isinstance(b, Passage)] == ["So [@e9].", "[no text yet]"]


def attribution(tmp_path: Path, speaker: Speaker | None = None, **metadata: Any) -> str:
    source = samples.article(**metadata)
    passage = samples.excerpt(source, samples.QUOTES[0], "e1", speaker)
    job = samples.job(
        tmp_path / "x.pdf",
        items=[Item("i1", ItemKind.QUOTE, excerpt="e1")],
        articles=[source],
        excerpts=[passage],
        judgements=(),
    )
    (block,) = built(job).blocks()
    assert isinstance(block, Quote)
    return plain(block.attribution)


def test_the_attribution_names_speaker_or_author(tmp_path: Path) -> None:
    assert attribution(tmp_path) == "Ida Larsen, Quay Gazette, 4 March 2025, ¶ 2"
    dahl = Speaker("Jon Dahl", "harbour master")
    assert attribution(tmp_path, dahl) == "Jon Dahl, harbour master, Quay Gazette, 4 March 2025, ¶ 2"
    official = Speaker("senior official", kind=SpeakerKind.UNNAMED, via=("Kan",))
    assert attribution(tmp_path, official) == "senior official, through Kan, Quay Gazette, 4 March 2025, ¶ 2"
    assert attribution(tmp_path, Speaker("Ida Larsen", "reporter")) == "Ida Larsen, Quay Gazette, 4 March 2025, ¶ 2"


def test_a_role_is_told_under_the_first_quotation_alone(tmp_path: Path) -> None:
    dahl = Speaker("Jon Dahl", "harbour master")
    passages = [samples.excerpt(samples.article(), w, f"e{n}", dahl) for n, w in enumerate(samples.QUOTES, 1)]
    items = [Item(f"i{n}", ItemKind.QUOTE, excerpt=f"e{n}") for n in (1, 2)]
    job = samples.job(tmp_path / "x.pdf", items=items, excerpts=passages, judgements=())
    shown_ = [plain(b.attribution) for b in built(job).blocks() if isinstance(b, Quote)]
    assert [text.partition(", Quay")[0] for text in shown_] == ["Jon Dahl, harbour master", "Jon Dahl"]


def test_the_attribution_invents_nothing(tmp_path: Path) -> None:
    bare = attribution(tmp_path, author=(), container_title="", issued=None)
    assert bare == "[no author stated], n.d., ¶ 2"
    own = (Name(literal="Harbour desk"),)
    assert attribution(tmp_path, author=own, container_title="Harbour desk notes", issued=PartialDate(2025)) == (
        "Harbour desk notes, 2025, ¶ 2"
    )


def test_text_that_names_an_excerpt_calls_none_and_a_paraphrase_always_calls_its_own(tmp_path: Path) -> None:
    job = samples.job(tmp_path)
    excerpt = next(iter(job.brief.excerpts))
    for kind, calls in ((ItemKind.TEXT, 0), (ItemKind.PARAPHRASE, 1)):
        item = Item("i1", kind, excerpt, text=rf"Literally \[@{excerpt}].")
        brief = replace(job.brief, bottom_line="B.", judgements=(), sections=(Section("s1", "One", (item,)),))
        assert len(list(built(replace(job, brief=brief)).calls())) == calls


def test_what_is_still_to_be_written_is_a_marked_gap(tmp_path: Path) -> None:
    items = [Item("i1", ItemKind.PARAPHRASE, excerpt="e1", text=" ")]
    judgements = (Judgement("j1", " "),)
    job = samples.job(
        tmp_path / "x.pdf", items=items, title=" ", date="", bottom_line="\n", judgements=judgements, final=False
    )
    tree = built(job)
    assert tree.title == Gap("[no title yet]")
    assert tree.bottom_line == ((Gap("[no bottom line yet]"),),)
    assert [fact.value for fact in tree.facts if fact.field == "date"] == [Gap("[no date yet]")]
    assert tree.points[0].inlines == (Gap("[no text yet]"),)
    assert shown(next(tree.blocks()).inlines) == "[no text yet]^1"  # type: ignore[union-attr] # a passage


def test_a_draft_marks_what_a_judgement_lacks(tmp_path: Path) -> None:
    judgements = (Judgement("j1", "So."), Judgement("j2", "So.", "likely", Confidence("high"), ("e1",)))
    draft, final = (
        built(samples.job(tmp_path / "x.pdf", judgements=judgements, scale="phia", final=final))
        for final in (False, True)
    )
    assert [shown(point.confidence) for point in draft.points] == [
        "[no likelihood yet] [no confidence yet] [no evidence yet]", "Confidence: high. [no reason yet]",
    ]  # fmt: skip
    assert [shown(point.confidence) for point in final.points] == ["", "Confidence: high."]
    assert draft.version == final.version


def test_a_draft_marks_that_nobody_is_addressed_and_nothing_is_marked(tmp_path: Path) -> None:
    draft = built(samples.job(tmp_path / "x.pdf", addressee=" ", marking="", final=False))
    assert [fact.value for fact in draft.facts if fact.field == "addressee"] == [Gap("[no addressee yet]")]
    assert (draft.marking, draft.head) == ("", "[no marking yet]")
    final = built(samples.job(tmp_path / "x.pdf", addressee=" ", marking="", final=True))
    assert [fact for fact in final.facts if fact.field == "addressee"] == []
    assert final.head == ""


def test_an_article_that_cannot_be_read_is_not_called_gone(tmp_path: Path) -> None:
    job = samples.job(tmp_path / "x.pdf", final=False)
    gone = replace(job, articles={})
    assert {b.warning for b in built(gone).blocks()} == {"", "Not verified: the source is gone"}
    unreadable = replace(gone, unreadable=("harbour",))
    assert {b.warning for b in built(unreadable).blocks()} == {"", "Not verified: the source cannot be read"}
