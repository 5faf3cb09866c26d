"""Packages whose names are looked up when they are first used."""

from __future__ import annotations

from importlib import import_module

import pytest

from briefing_tui.support.lazy import found_later


@pytest.mark.parametrize("package", ["compile", "ingest", "workspace"])
def test_each_name_that_a_package_offers_is_there_and_no_other(package: str) -> None:
    offered = import_module(f"briefing_tui.{package}")
    assert all(getattr(offered, name) is not None for name in offered.__all__)
    with pytest.raises(AttributeError, match=f"module 'briefing_tui.{package}' has no attribute 'nothing'"):
        offered.nothing  # noqa: B018


def test_a_name_is_looked_up_in_its_module() -> None:
    look_up = found_later("briefing_tui.support", {"found_later": "lazy"})
    assert look_up("found_later") is found_later
