"""`list` with options that combine, and with saved views."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.cli import run
from briefing_tui.workspace import Workspace


class Listing:
    """`briefing list` in this process."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._folder = folder
        self._capsys = capsys

    def __call__(self, *arguments: str, code: int = 0) -> dict[str, Any]:
        self._capsys.readouterr()
        assert run(["-w", str(self._folder), "list", *arguments, "--json"]) == code
        captured = self._capsys.readouterr()
        return dict(json.loads(captured.out))

    def ids(self, *arguments: str) -> list[str]:
        return [article["id"] for article in self(*arguments)["articles"]]


@pytest.fixture
def listing(scanned: Path, capsys: pytest.CaptureFixture[str]) -> Listing:
    return Listing(scanned, capsys)


def test_values_of_one_option_are_alternatives_and_options_must_all_hold(listing: Listing) -> None:
    some = set(listing.ids("--outlet", "JNS", "--outlet", "Al-Monitor"))
    assert some == {"jns-2019-missile", "al-monitor-dissatisfaction"}
    assert listing.ids("--outlet", "JNS", "--outlet", "Al-Monitor", "--year", "2019") == ["jns-2019-missile"]
    assert set(listing.ids("--year", "2019..2023")) == {*some, "moscow-times-2019-expectations"}
    assert listing.ids("--kind", "op-ed") == listing.ids("--genre", "op-ed") == ["moscow-times-2019-expectations"]


def test_what_a_person_did_counts_too(listing: Listing, scanned: Path) -> None:
    workspace = Workspace.open(scanned)
    workspace.reading.set_read("jns-2019-missile", read=True)
    workspace.reading.set_marked("note-il20-2018", marked=True)
    workspace.last_brief = "deconfliction"
    pinned = {excerpt.article for excerpt in workspace.briefs.read("deconfliction").excerpts.values()}
    workspace.close()
    assert listing.ids("--read") == ["jns-2019-missile"]
    assert len(listing.ids("--unread")) == len(listing.ids()) - 1
    assert listing.ids("--marked", "--unread") == ["note-il20-2018"]
    assert set(listing.ids("--pinned", "this")) == pinned
    assert set(listing.ids("--pinned", "no")) == set(listing.ids()) - set(listing.ids("--pinned", "any"))


def test_a_question_orders_by_relevance_and_others_by_length(listing: Listing) -> None:
    best = listing.ids("--query", "Latakia")
    assert len(best) == 4
    assert best[0] == "note-il20-2018"
    lengths = [article["words"] for article in listing("--query", "Latakia", "--sort", "length")["articles"]]
    assert lengths == sorted(lengths, reverse=True)
    assert listing("--query", '"open', code=1)["error"]


def test_a_view_is_listed_and_options_go_before_it(listing: Listing, scanned: Path) -> None:
    text = "views:\n  digests: {text: digest, year: '2019', sort: title}\n  bad: {colour: red}\n"
    (scanned / "briefing.yaml").write_text(text, "utf-8")
    assert set(listing.ids("--view", "digests")) == {"jns-2019-missile", "moscow-times-2019-expectations"}
    assert listing.ids("--view", "digests", "--year", "2023") == ["al-monitor-dissatisfaction"]
    assert [problem["field"] for problem in listing("--view", "digests")["problems"]] == ["views.bad.colour"]
    assert "bad" in str(listing("--view", "bad", code=1))
    assert "no view" in str(listing("--view", "none", code=1))
