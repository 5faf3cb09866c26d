"""Faster ways to the same: made-up styles and widths, as the layout engine gives them."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from briefing_tui.compile.layout.shortcuts import ANCHOR, measure_if_needed, share_styles

NARROW, WIDE = 20.0, 80.0
PAGE = '<body><p id="i1" lang="fr">Un</p><p lang="fr">Deux</p></body>'


def engine() -> Any:
    """A module that gives each element the style of its kind, and notes what attributes declare."""

    def attributes(tree: Any, presentational_hints: bool = False, base_url: Any = None) -> Iterator[tuple[Any, ...]]:
        for element in tree.iter():
            for key, name in (("lang", "-weasy-lang"), ("id", ANCHOR)):
                if element.get(key):
                    yield (0, 0, 0), element, (SimpleNamespace(name=name),), None

    class Styles:
        def __init__(
            self, html: Any, sheets: Any, presentational_hints: Any, font_config: Any, target_collector: Any
        ) -> None:
            self.declared = [found[2][0].name for found in module.find_style_attributes(html.etree_element, False)]
            kinds: dict[str, dict[str, str]] = {}
            self.styles = {(e, None): kinds.setdefault(e.tag, {"kind": e.tag}) for e in html.etree_element.iter()}

        def get_computed_styles(self) -> dict[Any, dict[str, str]]:
            return self.styles

    module = SimpleNamespace(find_style_attributes=attributes, StyleFor=Styles)
    return module


def test_an_element_with_a_name_has_a_style_of_its_own_and_keeps_none_apart() -> None:
    css, names = engine(), list[str]()
    share_styles(css)
    body = ET.fromstring(PAGE)  # noqa: S314 - ours
    targets = SimpleNamespace(collect_anchor=names.append)
    found = css.StyleFor(SimpleNamespace(etree_element=body), (), False, None, targets)
    first, second = (found.styles[element, None] for element in body)
    assert found.declared == ["-weasy-lang", "-weasy-lang"]
    assert (first, second) == ({"kind": "p", "anchor": "i1"}, {"kind": "p"})
    assert names == ["i1"]


def test_an_engine_that_works_otherwise_is_left_alone() -> None:
    class Other:
        """Styles that begin with something else."""

        def __init__(self, html: Any, targets: Any) -> None:
            """Nothing."""

    usual = engine()
    for css in (
        SimpleNamespace(),
        SimpleNamespace(find_style_attributes=usual.find_style_attributes, StyleFor=Other),
        SimpleNamespace(find_style_attributes=lambda *_: (), StyleFor=usual.StyleFor),
    ):
        before = vars(css).copy()
        share_styles(css)
        assert vars(css) == before


def test_what_attributes_declare_in_another_shape_goes_through() -> None:
    css, body = engine(), ET.fromstring(PAGE)  # noqa: S314 - ours
    odd = [((0, 0, 0), ("element", "declarations", "address")), ((0, 0, 0), body[0], None, None), None]
    css.find_style_attributes = lambda tree, presentational_hints, base_url: iter(odd)
    share_styles(css)
    assert list(css.find_style_attributes(body, False, base_url=None)) == odd


def test_where_a_style_cannot_be_copied_the_engine_works_as_it_did() -> None:
    css, body = engine(), ET.fromstring(PAGE)  # noqa: S314 - ours
    css.StyleFor.get_computed_styles = lambda self: dict.fromkeys(self.styles, "a style that is a text")
    attributes = css.find_style_attributes
    share_styles(css)
    for _ in range(2):
        found = css.StyleFor(SimpleNamespace(etree_element=body), (), False, None, SimpleNamespace())
        assert found.declared == ["-weasy-lang", ANCHOR, "-weasy-lang"]
    assert css.find_style_attributes is attributes


def in_one_line(context: Any, box: Any, outer: bool = True) -> float:
    """How wide the engine finds words in one line."""
    assert not outer, (context, box)
    return WIDE


@pytest.mark.parametrize(
    ("fitted", "in_one_line"),
    [
        (lambda context, box, room, style: room, in_one_line),
        (lambda context, box, available_content_width: available_content_width, lambda context, box: WIDE),
        (max, in_one_line),
    ],
)
def test_an_engine_that_measures_otherwise_is_left_alone(fitted: Any, in_one_line: Any) -> None:
    module = SimpleNamespace(shrink_to_fit=fitted)
    measure_if_needed((module,), fitted=fitted, in_one_line=in_one_line)
    assert module.shrink_to_fit is fitted


@pytest.mark.parametrize(("room", "usual"), [(100.0, 0), (80.0, 0), (79.9, 1), (20.0, 1), (10.0, 1)])
def test_the_narrowest_width_is_asked_for_only_where_one_line_has_no_room(room: float, usual: int) -> None:
    asked = []

    def fitted(context: Any, box: str, available_content_width: float) -> float:
        asked.append((context, box))
        return min(max(NARROW, available_content_width), WIDE)

    module, other = SimpleNamespace(shrink_to_fit=fitted), SimpleNamespace(shrink_to_fit=max)
    measure_if_needed((module, other, SimpleNamespace()), fitted=fitted, in_one_line=in_one_line)
    assert module.shrink_to_fit(None, "box", room) == min(max(NARROW, room), WIDE)
    assert len(asked) == usual
    assert other.shrink_to_fit is max
