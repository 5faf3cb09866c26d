"""An address is printed without spaces and without quotation marks, and leads where it led."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from briefing_tui.model.signs.confusable_signs import APOSTROPHES, DOUBLE
from briefing_tui.model.signs.quotation_marks import quotation_marks
from briefing_tui.model.web_address import is_web_address, printed_address


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a/b.html?x=1&y=(2)#z",
        "https://пример.рф/статья",
        "https://example.org/%D0%B0~b_c;d=e,f!g*h$i+j@k[l]",
        "http://user:word@[::1]:8080/",
    ],
)
def test_an_address_stays_as_it_is(url: str) -> None:
    assert printed_address(url) == url


def test_what_cannot_stand_in_an_address_is_encoded() -> None:
    url = " https://example.org/ The minister said: “We surrender at 'once'”\n"
    assert unquote(printed_address(url)) == url.strip()
    assert not set(printed_address(url)) & set(" “”'\n")
    for sign in {*APOSTROPHES, *DOUBLE} - set("יײ"):
        assert quotation_marks(printed_address(f"https://e.org/ {sign}We surrender{sign}"), plain=True).quoted == ()


@pytest.mark.parametrize(
    "address",
    [
        "https://quay.example", "http://quay.example/a?b=c#d", "HTTPS://Quay.example/", "https://quay.example:8443/a",
        "https://intranet/a", "https://häfen.example/ä", "http://[::1]:80/", "https://quay.example/a@b:c",
        "https://quay.example/#:~:text=a",
    ],
)  # fmt: skip
def test_pages_are(address: str) -> None:
    assert is_web_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "//quay.example/x", "", "#n1",
        "https://javascript:alert(1)", "https://data:text/html,x", "https://javascript:1", "https:////quay.example",
        "https://mailto:a@b.example", "https://", "https://quay.example/a b", "https://quay.example/\n", "ftp://a.example",
        " https://quay.example",
    ],
)  # fmt: skip
def test_nothing_else_is(address: str) -> None:
    assert not is_web_address(address)
