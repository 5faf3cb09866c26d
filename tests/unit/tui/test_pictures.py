"""Pictures: only where the terminal says that it shows them, in messages that it understands."""

from __future__ import annotations

import zlib
from base64 import standard_b64decode
from pathlib import Path
from random import Random

import pytest

from briefing_tui.compile import compile_form
from briefing_tui.errors import FormatError
from briefing_tui.tui.pictures import NUMBER, ROWS, Bitmap, fitted, shows_pictures, transmission
from briefing_tui.tui.screens.briefing.preview import PreviewScreen
from briefing_tui.workspace.briefing.page_picture import page_picture
from tests.unit.compile import samples

KITTY = {"TERM": "xterm-kitty", "COLORTERM": "truecolor"}


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ({}, True),
        ({"TERM": "xterm-ghostty"}, True),
        ({"TERM": "xterm-256color"}, False),
        ({"TMUX": "/run/tmux,1,0"}, False),
        ({"STY": "1.pts"}, False),
        ({"NO_COLOR": "1"}, False),
        ({"COLORTERM": ""}, False),
    ],
)
def test_where_there_are_pictures(more: dict[str, str], *, shown: bool) -> None:
    assert shows_pictures({**KITTY, **more}) is shown


def test_the_messages_hold_the_picture() -> None:
    bitmap = Bitmap(90, 120, Random(7).randbytes(90 * 120 * 3))
    messages = list(transmission(bitmap, 30, 20))
    assert len(messages) > 1
    assert all(m.startswith("\x1b_G") and m.endswith("\x1b\\") and len(m) < 4300 for m in messages)
    heads, bodies = zip(*(m[3:-2].split(";") for m in messages), strict=True)
    assert heads[0] == f"a=T,U=1,q=2,f=24,o=z,s=90,v=120,i={NUMBER},c=30,r=20,m=1"
    assert [*heads[1:]] == ["m=1"] * (len(heads) - 2) + ["m=0"]
    assert zlib.decompress(standard_b64decode("".join(bodies))) == bitmap.rgb


def test_it_fits_into_its_room() -> None:
    page = Bitmap(1240, 1754, b"")
    assert fitted(page, 158, 44) == (65, 44)
    assert fitted(page, 40, 44) == (40, 27)
    assert fitted(page, 999, 999)[1] == len(ROWS) == len(set(ROWS))


def test_what_is_no_pdf_makes_no_picture(tmp_path: Path) -> None:
    file = compile_form(samples.job(tmp_path / "x.txt", final=False), "txt").file
    with pytest.raises(FormatError, match="cannot be shown"):
        page_picture(file, 1, 100)


@pytest.mark.parametrize(("shown", "words"), [(False, {"preview.picture": ""}), (True, {})])
def test_the_footer_names_pictures_only_where_the_terminal_shows_them(
    shown: bool, words: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing_tui.tui.screens.briefing.preview.shows_pictures", lambda: shown)
    assert PreviewScreen().footer_words() == words
