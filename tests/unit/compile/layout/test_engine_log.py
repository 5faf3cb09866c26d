"""What the PDF engine leaves out without a word is heard."""

from __future__ import annotations

import logging

import pytest

from briefing_tui.compile import worker
from briefing_tui.compile.layout import engine_log


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Failed to load image at 'data:image/png': broken", "a picture of the form cannot be shown"),
        ("Failed to render SVG image 'data:'", "a picture of the form cannot be shown"),
        ("Font-face 'Quay Serif' cannot be loaded", "the font of the face 'Quay Serif' cannot be read"),
    ],
)
def test_what_is_left_out_ends_the_job_of_a_final_one(line: str, told: str) -> None:
    engine_log.listen(lambda _: None)
    logging.getLogger("weasyprint").warning("Ignored 'x: y' at 1:1, unknown property.")
    assert engine_log.left_out() == ()
    logging.getLogger("weasyprint").error(line)
    assert engine_log.left_out() == (told,)
    with pytest.raises(worker.JobError, match=told):
        worker._refuse_what_is_left_out({"final": True})
    worker._refuse_what_is_left_out({"final": False})
    engine_log.listen(lambda _: None)
    assert engine_log.left_out() == ()


def test_a_broken_picture_is_told_by_the_layout() -> None:
    worker._rendered('<img src="data:image/png;base64,AAAA">', lambda _: None)
    assert engine_log.left_out() == ("a picture of the form cannot be shown",)


def test_progress_is_passed_on() -> None:
    heard: list[object] = []
    engine_log.listen(heard.append)
    log = logging.getLogger("weasyprint.progress")
    log.info("Step 4 - Creating formatting structure")
    log.info("Step 5 - Creating layout - Page 1")
    assert heard == [{"progress": "layout", "share": 0.25}, {"progress": "page 1", "share": pytest.approx(0.35)}]
