"""Records that get their texts: what each of the two states of itself."""

from __future__ import annotations

import pytest

from briefing_tui.ingest import Document
from briefing_tui.model import Metadata
from briefing_tui.workspace.importing.records import with_text

TEXT = "The grain stayed in the port.\n\nNobody came for it."


@pytest.mark.parametrize(
    ("stated", "pages", "kept"),
    [
        ("33--48", {1: (33, 33), 2: (33, 34)}, True),
        ("33–48", {1: (1, 1), 2: (1, 2)}, False),
        ("", {1: (1, 1), 2: (1, 2)}, True),
        ("112", {1: (1, 1)}, True),
    ],
)
def test_sheets_that_a_file_counts_are_no_pages_of_the_journal(
    stated: str, pages: dict[int, tuple[int, int]], kept: bool
) -> None:
    record = Document("", Metadata(title="On grain", extra={"page": stated} if stated else {}), part="k1")
    found = with_text(record, Document(TEXT, Metadata(pages=pages)), "the file 'grain.pdf'")
    assert found.metadata.pages == (pages if kept else {})
    assert any("by ¶ alone" in warning for warning in found.warnings) is not kept
