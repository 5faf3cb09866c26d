"""Pinning while reading, by keys alone: quotes, paraphrases, speakers, and taking back."""

from __future__ import annotations

from briefing_tui.model import ItemKind
from briefing_tui.tui.reader import ReaderView
from briefing_tui.tui.screens.reading.reader import ReaderScreen
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from tests.tui.articles import FULL, lit, read

from .tools import Shell, opened


async def pinned(shell: Shell) -> None:
    """The second paragraph's second sentence, what the general says, is pinned as e1."""
    await read(shell, "line")
    await shell.press("}", "j", "p")
    await shell.until(lambda: "Pinned e1" in shell.app.notices.last)


async def test_pinning_with_two_keys(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press("j", "p")
        await shell.until(lambda: shell.app.notices.last)
        assert shell.app.notices.last == "Pinned e1 · ¶1 · verified\nonly inferred, not stated: date"
        assert shell.app.brief
        excerpt = shell.app.brief.excerpts["e1"]
        assert excerpt.exact == "It rings twice a week."
        assert shell.one(ReaderView).place.pins == ("e1",)
        assert "▌" in shell.seen()
        assert "e1" in shell.seen()
        await shell.press("p")
        await shell.until(lambda: shell.app.notices.last == "Already pinned as e1; P pins it once more")
        await shell.press("u")
        await shell.until(lambda: not shell.one(ReaderView).place.pins)
        await shell.press("U")
        await shell.until(lambda: shell.one(ReaderView).place.pins == ("e1",))


async def test_pinning_a_selection_lets_it_go(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press("j", "s", "+", "comma")
        assert lit(shell) == "It rings twice a week.\n\nNobody likes it"
        assert "words: It rings twice" in shell.seen()
        await shell.press("p")
        await shell.until(lambda: "e1" in shell.app.notices.last)
        assert shell.app.brief
        assert shell.app.brief.excerpts["e1"].exact == "It rings twice a week.\n\nNobody likes it"
        assert not shell.one(ReaderView).selecting


async def test_pinning_without_a_brief_asks_which(small: Workspace) -> None:
    small.briefs.new("other", "Another note")
    async with opened(small) as shell:
        await read(shell, "line")
        await shell.press("j", "p")
        await shell.on("Choice")
        await shell.press("escape")
        await shell.on("ReaderScreen")
        assert shell.app.desk.session is None
        await shell.press("p")
        await shell.go("enter", to="ReaderScreen")
        await shell.until(lambda: "Pinned e1" in shell.app.notices.last)


async def test_pinning_with_kind_place_speaker_and_note(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press("j", "p")
        await shell.until(lambda: "e1" in shell.app.notices.last)
        await shell.press("}")
        await shell.press("j", "P")
        await shell.on("Choice")
        await shell.press("j", "j")
        await shell.go("enter", to="Choice")
        await shell.until(lambda: "Into which section" in shell.seen())
        await shell.press("end")
        await shell.go("enter", to="Prompt")
        await shell.go("enter", to="Prompt")  # without a title there is no section
        await shell.type("Voices")
        await shell.press("enter")
        await shell.on("SpeakerQuestion")
        await shell.until(lambda: "Who said it" in shell.seen())
        await shell.go("end", "enter", to="Prompt")
        await shell.until(lambda: "a name, not a note" in shell.seen())
        await shell.type("The general")
        await shell.press("enter")
        await shell.until(lambda: "the role, as the text gives it" in shell.seen())
        await shell.press("enter")
        await shell.until(lambda: "footnote" in shell.seen())
        await shell.type("by phone")
        await shell.go("enter", to="ReaderScreen")
        await shell.until(lambda: "e2" in shell.app.notices.last)
        assert shell.app.brief
        section = shell.app.brief.sections[-1]
        assert (section.title, section.items[0].note) == ("Voices", "by phone")
        speaker = shell.app.brief.excerpts["e2"].speaker
        assert speaker
        assert speaker.name == "The general"


async def test_a_digest_is_paraphrased_never_quoted(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "quiet")
        assert "digest: paraphrase only" in shell.seen()
        assert "missing title, author, outlet, date" in shell.seen()
        await shell.press("p")
        await shell.on("Prompt")
        assert "The report says that the line is quiet." in shell.seen()
        await shell.type("Quiet, it says")
        await shell.go("enter", to="ReaderScreen")
        await shell.until(lambda: "Pinned e1" in shell.app.notices.last)
        assert shell.app.brief
        item = shell.app.brief.sections[0].items[0]
        assert (item.kind, item.text) == (ItemKind.PARAPHRASE, "Quiet, it says")


async def test_a_brief_that_cannot_be_written_says_so_before_asking(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        assert shell.app.desk.session
        shell.app.desk.session.read_only = "held by dana@host"
        await shell.press("P")
        await shell.until(lambda: "held by dana@host" in shell.app.notices.last)
        assert isinstance(shell.screen, ReaderScreen)


async def test_unpinning(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press("x")
        await shell.until(lambda: shell.app.notices.last.startswith("Nothing of this passage"))
        await shell.press("j", "p")
        await shell.until(lambda: "e1" in shell.app.notices.last)
        await shell.press("x")
        await shell.until(lambda: shell.app.notices.last == "Unpinned e1; u brings it back")
        assert shell.app.brief
        assert not shell.app.brief.excerpts


async def pinned_with_words(shell: Shell, *kind: str) -> None:
    """Press P, choose a kind, and come to the question who said it."""
    await shell.press("P")
    await shell.until(lambda: "Pin how?" in shell.seen())
    await shell.press(*kind, "enter")
    await shell.until(lambda: "Who said it" in shell.seen())


async def test_what_has_one_sensible_answer_is_not_asked(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.go("P", to="Choice")
        assert len(shell.rows()) == 2  # there is no section yet
        await shell.go("enter", to="Prompt")
        assert "Note for the footnote" in shell.seen()  # nobody is quoted
        await shell.go("enter", to="ReaderScreen")
        await shell.until(lambda: "Pinned e1" in shell.app.notices.last)


async def test_no_words_of_ones_own_ask_again_and_keep_the_speaker(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press("}", "j")
        await pinned_with_words(shell, "j")
        await shell.go("end", "enter", to="Prompt")
        await shell.type("Levi")
        await shell.press("enter")
        await shell.until(lambda: "Who is Levi?" in shell.seen())
        await shell.type("envoy")
        await shell.press("enter")
        await shell.until(lambda: "In your own words" in shell.seen())
        await shell.press("enter")
        await shell.until(lambda: "words of your own are needed" in shell.seen())
        assert "--" not in shell.app.notices.last
        await shell.type("It stays")
        await shell.press("enter")
        await shell.until(lambda: "Note for the footnote" in shell.seen())
        assert shell.app.desk.session
        assert "It stays" in shell.app.desk.session.typed().values()
        await shell.type("by phone")
        await shell.go("enter", to="ReaderScreen")
        await shell.until(lambda: "Pinned e1" in shell.app.notices.last)
        assert not shell.app.desk.session.typed()
        assert shell.app.brief
        speaker = shell.app.brief.excerpts["e1"].speaker
        assert speaker
        assert (speaker.name, speaker.role) == ("Levi", "envoy")
        item = next(item for _, item in shell.app.brief.items())
        assert (item.text, item.note) == ("It stays", "by phone")


async def test_those_found_near_are_offered_before_the_others_of_the_article(small: Workspace) -> None:
    speakers = (
        "  speakers:\n  - {name: A Far One, paragraphs: [3]}\n  - {name: A Near One, role: General, paragraphs: [2]}\n"
    )
    (small.path / "corpus" / "line.md").write_text(FULL.replace("  text: full\n", "  text: full\n" + speakers))
    small.articles.scan()
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press("}", "p")
        await shell.until(lambda: "Pinned e1" in shell.app.notices.last)
        await shell.press("@")
        await shell.until(lambda: "Who said it" in shell.seen())
        rows = shell.rows()
        assert [row.split("  ")[0] for row in rows] == [
            "the general", "A Near One, General", "A Far One", "nobody in particular", "someone else: type a name",
        ]  # fmt: skip
        assert shell.one(RowList).cursor == 3
        await shell.go("k", "k", "enter", to="ReaderScreen")
        await shell.until(lambda: shell.app.brief and shell.app.brief.excerpts["e1"].speaker)
        assert shell.app.brief
        speaker = shell.app.brief.excerpts["e1"].speaker
        assert speaker
        assert (speaker.name, speaker.role) == ("A Near One", "General")


async def test_two_keys_credit_the_one_who_certainly_says_it(small: Workspace) -> None:
    text = FULL.replace("the general said", "General Anna Petrova told Reuters")
    (small.path / "corpus" / "line.md").write_text(text)
    small.articles.scan()
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press("}", "j", "P")
        await shell.on("Choice")  # and no question about a cut that leaves her out
        await shell.go("escape", to="ReaderScreen")
        await shell.press("p")
        await shell.until(lambda: "Pinned e1" in shell.app.notices.last)
        assert "speaker: Anna Petrova, General (through Reuters) · @ changes it" in shell.app.notices.last
        assert shell.app.brief
        speaker = shell.app.brief.excerpts["e1"].speaker
        assert speaker
        assert [e.exact for e in speaker.evidence] == ["General Anna Petrova told"]
        await shell.press("@")
        await shell.on("SpeakerQuestion")
        assert "¶ 2: “General Anna Petrova told”" in shell.seen()
        assert "Anna Petrova → Reuters → The Daily Paper" in shell.seen()
        await shell.go("end", "k", "enter", to="ReaderScreen")
        await shell.until(lambda: shell.app.notices.last == "e1: nobody in particular is credited")
        assert shell.app.brief.excerpts["e1"].speaker is None
        await shell.press("u")
        await shell.until(lambda: bool(shell.app.brief and shell.app.brief.excerpts["e1"].speaker))


async def test_the_draft_names_a_speaker_by_a_key_and_among_its_fields(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await pinned(shell)
        await shell.go("2", to="DraftScreen")
        await shell.go("end", "@", to="SpeakerQuestion")
        await shell.go("g", "enter", to="DraftScreen")
        await shell.until(lambda: shell.app.notices.last == "e1: speaker: the general")
        await shell.go("e", to="Choice")
        await shell.go("j", "j", "enter", to="SpeakerQuestion")
        assert "the general → The Daily Paper" in shell.seen()
        await shell.go("end", "k", "enter", to="DraftScreen")
        await shell.until(lambda: shell.app.notices.last == "e1: nobody in particular is credited")
        await shell.press("g", "@")
        await shell.until(lambda: "only a passage has a speaker" in shell.app.notices.last)


async def test_where_nobody_is_certain_the_pin_is_made_and_says_so(small: Workspace) -> None:
    text = FULL.replace("“It works,” the general said. “That is all.”", "“It works for all of us.”")
    (small.path / "corpus" / "line.md").write_text(text)
    small.articles.scan()
    async with opened(small, brief="note") as shell:
        await pinned(shell)
        assert "speaker? @ names who says it" in shell.app.notices.last


async def test_a_heading_is_pinned_as_one(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press(")", "p")
        await shell.until(lambda: shell.app.notices.last.startswith("Pinned e1 · heading before ¶3 · verified"))
