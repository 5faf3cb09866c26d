"""The process that lays a briefing out and writes the PDF: the only place that imports WeasyPrint.

One job as JSON on standard input; lines of JSON on standard output: progress, then one result with the PDF in it, or
one error. It writes no file and can be killed at any time.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import re
import sys
from base64 import b64encode
from collections.abc import Callable, Mapping
from typing import Any

from briefing_tui.compile import boxes, finish, footnotes, libraries, tagging, xmp

FACES = ("Noto Sans", "Noto Serif")
"""Families that a briefing cannot do without."""

VARIANT = "pdf/a-3a"
"""What the engine prepares; the finish makes PDF/UA-1 of it as well."""

_PAGE = re.compile(r"Step 5 - Creating layout - Page (\d+)")
_STEP = re.compile(r"Step (\d)")
_STEPS = {"1": "reading", "2": "styles", "3": "styles", "4": "layout", "5": "layout", "6": "writing", "7": "writing"}
_SHARES = {"1": 0.1, "2": 0.12, "3": 0.15, "4": 0.25, "5": 0.3, "6": 0.8, "7": 0.9}

Send = Callable[[Mapping[str, Any]], None]


class JobError(Exception):
    """What the parent process is to raise; `kind` names the error."""

    def __init__(self, kind: str, message: str, *, where: str = "", hint: str = "", errno: int = 0) -> None:
        super().__init__(message)
        self.plain = {"kind": kind, "message": message, "where": where, "hint": hint, "errno": errno}


def main() -> int:
    """Read the job, do it, answer."""
    gc.set_threshold(50_000, 20, 20)  # a layout makes many objects and drops few: 3 to 8 % less processor time
    job = json.load(sys.stdin)
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints must not get between the answers

    def send(message: Mapping[str, Any]) -> None:
        out.write(json.dumps(message) + "\n")
        out.flush()

    try:
        send({"result": work(job, send)})
    except JobError as failure:
        send({"error": failure.plain})
        return 1
    except OSError as error:
        said, where = error.strerror or str(error), str(error.filename or "")
        send({"error": {"kind": "storage", "message": said, "where": where, "errno": error.errno}})
        return 1
    return 0


def work(job: Mapping[str, Any], send: Send) -> dict[str, Any]:
    """Lay out, compare, write.

    Returns:
        what the layout showed, the characters that no font has, and the PDF.
    """
    send({"progress": "starting", "share": 0.0})
    absent = libraries.missing()
    if absent:
        names = ", ".join(library.name for library in absent)
        raise JobError("tool", f"the PDF cannot be made: {names} cannot be loaded", hint=libraries.remedy(absent))
    if not libraries.has_fonts():
        # Without a single font Pango ends the process.
        raise JobError("tool", "the PDF cannot be made: no fonts are installed", hint=libraries.fonts_remedy())
    # Not before the look at the libraries: without them this import prints a banner and fails.
    try:
        import weasyprint
        from weasyprint.formatting_structure.build import create_anonymous_boxes
        from weasyprint.layout import LayoutContext
        from weasyprint.layout.block import block_level_layout
        from weasyprint.pdf import tags
        from weasyprint.pdf.stream import Stream
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError) as error:
        raise JobError("tool", f"the PDF cannot be made: {error}", hint="see what `briefing doctor` finds") from error

    _report_progress(send)
    footnotes.measured_once(LayoutContext, lay_out=block_level_layout, complete=create_anonymous_boxes)
    html = weasyprint.HTML(string=job["html"], url_fetcher=URLFetcher(allowed_protocols=["data"]))
    document = html.render(pdf_variant=VARIANT)
    facts = boxes.inspect(page._page_box for page in document.pages)  # noqa: SLF001 - the box tree has no other door
    pages = [page._page_box for page in document.pages]  # noqa: SLF001
    tagging.Structure(pages, document.metadata.lang or "").install(tags, Stream)
    pdf, glyphs = _write(document, job)
    return {
        "pages": facts.pages,
        "fill": round(facts.fill, 4),
        "called": facts.called,
        "noted": facts.noted,
        "lost": facts.lost(job["parts"]),
        "missing_glyphs": glyphs,
        "pdf": b64encode(pdf).decode(),
    }


def _write(document: Any, job: Mapping[str, Any]) -> tuple[bytes, str]:
    """Write the PDF.

    Returns:
        the PDF, and the characters that no font has, in order of their code points.
    """
    glyphs: set[int] = set()
    fonts: list[dict[str, str]] = []

    def finisher(_: Any, __: Any) -> None:
        used = document.fonts.values()
        _look_at_faces(used)
        glyphs.update(code for font in used for code in font.missing)
        fonts.extend(_fonts(used))

    files = [{**file, "content": file["content"].encode("utf-8", "replace")} for file in job["files"]]
    name = finish.identifier(job["html"].encode("utf-8", "replace"), *(file["content"] for file in files))
    pdf: bytes = document.write_pdf(finisher=finisher, pdf_identifier=name, pdf_variant=VARIANT)
    finished = finish.finish(
        pdf,
        known=job["receipt"],
        engines=_engines(),
        fonts=fonts,
        about=_about(document, job["date"]),
        files=[finish.Embedded(**file) for file in files],
    )
    return finished, "".join(map(chr, sorted(glyphs)))


def _about(document: Any, date: str) -> xmp.About:
    known = document.metadata
    return xmp.About(
        title=known.title or "",
        author=", ".join(known.authors),
        language=known.lang or "",
        written=date if finish.pdf_date(date) else "",
        producer=f"WeasyPrint {_engines()['weasyprint']}",
        creator=known.generator or "",
    )


def _look_at_faces(fonts: Any) -> None:
    families = {font.family for font in fonts}
    absent = [face for face in FACES if face not in families]
    if absent:
        message = f"the fonts of a briefing are not installed: {', '.join(absent)}"
        raise JobError("tool", message, hint=libraries.fonts_remedy())


def _fonts(fonts: Any) -> list[dict[str, str]]:
    return [
        {"name": font.name.decode().partition("+")[2], "sha256": finish.sha256(font.file_content)} for font in fonts
    ]


def _engines() -> dict[str, str]:
    """Versions of what decides about the bytes."""
    import pydyf
    import weasyprint
    from weasyprint.text.ffi import pango

    number = pango.pango_version()
    return {
        "weasyprint": weasyprint.VERSION,
        "pydyf": pydyf.VERSION,
        "pango": f"{number // 10000}.{number // 100 % 100}.{number % 100}",
    }


def _report_progress(send: Send) -> None:
    """Pass on how far the engine is, as it tells its log."""

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            text = record.getMessage()
            if page := _PAGE.match(text):
                send({"progress": f"page {page[1]}", "share": 0.3 + 0.5 * (1 - 0.9 ** int(page[1]))})
            elif step := _STEP.match(text):
                send({"progress": _STEPS[step[1]], "share": _SHARES[step[1]]})

    logger = logging.getLogger("weasyprint.progress")
    logger.setLevel(logging.INFO)
    logger.addHandler(Handler())
    logger.propagate = False


if __name__ == "__main__":
    sys.exit(main())
