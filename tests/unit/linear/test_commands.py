"""Every command of the app is done line by line too, or is said to make no sense there."""

from __future__ import annotations

import pytest

from briefing_tui.linear.absent import ABSENT
from briefing_tui.linear.briefs import BriefsPlace
from briefing_tui.linear.checklist import ChecklistPlace
from briefing_tui.linear.draft import DraftPlace
from briefing_tui.linear.grammar import ALIASES, OWN, Grammar
from briefing_tui.linear.library import LibraryPlace
from briefing_tui.linear.passages import PassagesPlace
from briefing_tui.linear.pinning import ReaderPlace
from briefing_tui.linear.place import Place
from briefing_tui.linear.views import ViewsPlace
from briefing_tui.settings import COMMANDS, Command, Where, resolve_keymap

PLACES: list[type[Place]] = [
    LibraryPlace,
    PassagesPlace,
    ViewsPlace,
    ReaderPlace,
    DraftPlace,
    ChecklistPlace,
    BriefsPlace,
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.id)
def test_a_command_is_done_or_declared_to_make_no_sense(command: Command) -> None:
    """A new command needs a method `do_<name>` in its place, or a reason in `ABSENT`."""
    places = [place for place in PLACES if command.where in place.places()]
    done = [bool(place.does(command.id)) for place in places]
    if command.id in ABSENT:
        assert not any(done)
        assert len(ABSENT[command.id]) > 20
    else:
        assert places
        assert all(done)


def test_what_is_declared_absent_is_a_command() -> None:
    assert {command.id for command in COMMANDS} >= set(ABSENT)


def test_other_names_are_of_commands() -> None:
    assert {command.id for command in COMMANDS} | set(OWN) >= set(ALIASES.values())


@pytest.mark.parametrize("place", PLACES)
def test_every_command_of_a_place_is_reached_by_its_id_its_name_and_its_keys(place: type[Place]) -> None:
    grammar = Grammar(resolve_keymap())
    own = [c for c in place.commands() if c.where is place.places()[0] or c.where is Where.EVERYWHERE]
    winners = resolve_keymap().of(*place.places())
    names = grammar.names(place.places())
    for command in own:
        assert names[command.id] == command.id
        spoken = names[command.name.replace("_", " ")]
        assert spoken == command.id or place.does(spoken) != place.does(command.id)
        assert any(winners[key].id == command.id for key in command.keys)


def test_what_may_be_written_behind_a_command_follows_its_method() -> None:
    assert {"reader.pin", "reader.find", "reader.go_to_paragraph", "everywhere.help"} <= set(ReaderPlace.takes())
    assert "reader.next_sentence" not in set(ReaderPlace.takes())
