"""The process that lays a briefing out and writes the PDF: the only place that imports WeasyPrint.

Jobs as lines of JSON on standard input; lines of JSON on standard output: progress, then one result, or one error. A
job that makes a PDF is the last, so that each PDF has the bytes of a first one; of those that only measure the layout
there may be many. It writes no file and can be killed at any time.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any

from briefing_tui.compile.file import finish, tagging, xmp
from briefing_tui.compile.layout import (
    boxes,
    engine_log,
    families,
    footnotes,
    glyph_texts,
    libraries,
    link_areas,
    shortcuts,
)
from briefing_tui.compile.layout.drawn import unseen
from briefing_tui.compile.layout.line_ends import close_up, hang_last_spaces
from briefing_tui.compile.layout.page_text import page_texts
from briefing_tui.support.orphans import end_with

VARIANT = "pdf/a-3a"
"""What the engine prepares; the finish makes PDF/UA-1 of it as well."""

LARGE = 600 * 2**20
"""Bytes of memory from which a process is not kept for another job."""

Send = Callable[[Mapping[str, Any]], None]


class JobError(Exception):
    """What the parent process is to raise; `kind` names the error."""

    def __init__(self, kind: str, message: str, *, where: str = "", hint: str = "", errno: int = 0) -> None:
        super().__init__(message)
        self.plain = {"kind": kind, "message": message, "where": where, "hint": hint, "errno": errno}


def main() -> int:
    """Read jobs, do them, answer; one that makes a PDF is the last."""
    gc.set_threshold(50_000, 20, 20)  # a layout makes many objects and drops few: 3 to 8 % less processor time
    when, parent = sys.argv[1:]
    end_with(int(parent))
    if when == "early":
        _get_ready()
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints must not get between the answers

    def send(message: Mapping[str, Any]) -> None:
        out.write(json.dumps(message) + "\n")
        out.flush()

    for line in sys.stdin:
        job = json.loads(line)
        try:
            if "measure" in job:
                send({"result": measure(job, send), "tired": _tired()})
            else:
                send({"result": work(job, send)})
                return 0
        except JobError as failure:
            send({"error": failure.plain})
            return 1
        except OSError as error:
            said, where = error.strerror or str(error), str(error.filename or "")
            send({"error": {"kind": "storage", "message": said, "where": where, "errno": error.errno}})
            return 1
    return 0


def _get_ready() -> None:
    """Load what any job needs, beside more urgent things; what is wrong with it, the job tells."""
    with _standing_back(), suppress(JobError, OSError):
        _rendered("<p>a", lambda _: None)


@contextmanager
def _standing_back() -> Iterator[None]:
    """Let others go first for a while, where the system has a way that can be taken back."""
    _schedule("SCHED_BATCH")
    yield
    _schedule("SCHED_OTHER")


def _schedule(kind: str) -> None:
    with suppress(OSError, AttributeError):
        os.sched_setscheduler(0, getattr(os, kind), os.sched_param(0))


def _tired() -> bool:
    """Whether this process has grown so large that a new one is better."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > LARGE // (1 if sys.platform == "darwin" else 1024)


@cache
def _engine() -> Any:
    """The engine, loaded after a look at what it needs, with our ways in it."""
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
        from weasyprint import css, pdf
        from weasyprint.formatting_structure.build import create_anonymous_boxes
        from weasyprint.layout import LayoutContext, absolute, inline, preferred
        from weasyprint.layout import float as floated
        from weasyprint.layout.block import block_level_layout
    except (ImportError, OSError) as error:
        raise JobError("tool", f"the PDF cannot be made: {error}", hint="see what `briefing doctor` finds") from error
    hang_last_spaces(inline)
    close_up(inline)
    shortcuts.share_styles(css)
    footnotes.not_put_off(LayoutContext)
    footnotes.measured_once(LayoutContext, lay_out=block_level_layout, complete=create_anonymous_boxes)
    shortcuts.measure_if_needed(
        (absolute, floated, inline), fitted=preferred.shrink_to_fit, in_one_line=preferred.max_content_width
    )
    pdf.build_fonts_dictionary = glyph_texts.told_by_fonts(pdf.build_fonts_dictionary)
    return weasyprint


def _rendered(html: str, send: Send) -> Any:
    """A page, laid out."""
    engine = _engine()
    from weasyprint.urls import URLFetcher

    engine_log.listen(send)
    page = engine.HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=["data"]))
    return page.render(pdf_variant=VARIANT)


def measure(job: Mapping[str, Any], send: Send) -> dict[str, str]:
    """Lay out and compare; no PDF is made."""
    from briefing_tui.compile.measuring import Page

    page = Page.of(job["measure"])
    document = _rendered(page.html, send)
    from weasyprint.text.ffi import ffi, pango

    pages = [page._page_box for page in document.pages]  # noqa: SLF001 - the box tree has no other door
    facts = boxes.inspect(pages)
    absent = {
        "missing_glyphs": families.without_glyphs(pages, ffi, pango),
        "missing_faces": _absent(document, page.faces),
        "unread": engine_log.left_out(),
    }
    return page.answer({**facts.plain(), "lost": facts.lost(page.texts()), **absent})


def work(job: Mapping[str, Any], send: Send) -> dict[str, Any]:
    """Lay out, compare, write; what a form of the house's own made is looked at once more as it is drawn.

    Returns:
        what the layout showed, the characters that no font has, the pages as text, and the PDF.
    """
    send({"progress": "starting", "share": 0.0})
    _engine()
    from weasyprint.pdf import tags
    from weasyprint.pdf.stream import Stream

    document = _rendered(job["html"], send)
    _refuse_what_is_left_out(job)
    if (absent := _absent(document, job["faces"])) and job["final"]:
        message = f"the fonts of a briefing are not installed: {', '.join(absent)}"
        raise JobError("refused", message, hint=libraries.faces_remedy(absent))
    pages = [page._page_box for page in document.pages]  # noqa: SLF001
    facts, texts = boxes.inspect(pages), page_texts(pages)
    for page in document.pages:
        page.links = link_areas.outermost(page._page_box, page.links)  # noqa: SLF001
    tagging.Structure(pages, document.metadata.lang or "").install(tags, Stream)
    pdf, missing = _write(document, job)
    facts.crossed = {**(unseen(pages, pdf) if job["house"] else {}), **facts.crossed}
    return {
        **facts.plain(),
        "lost": facts.lost(job["parts"]),
        "missing_glyphs": missing,
        "missing_faces": absent,
        "unread": engine_log.left_out(),
        "texts": texts,
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
        _refuse_other_signs(used)
        glyphs.update(code for font in used for code in font.missing)
        glyphs.update(
            ord(sign) for font in used for text in font.to_unicode.values() for sign in families.private(text)
        )
        fonts.extend(_fonts(used))

    files = [{**file, "content": file["content"].encode("utf-8", "replace")} for file in job["files"]]
    name = finish.identifier(job["html"].encode("utf-8", "replace"), *(file["content"] for file in files))
    pdf: bytes = document.write_pdf(finisher=finisher, pdf_identifier=name, pdf_variant=VARIANT)
    _refuse_what_is_left_out(job)
    finished = finish.finish(
        pdf,
        known=job["receipt"],
        engines=_engines(),
        fonts=fonts,
        about=_about(document, job["date"], conforming=not glyphs),
        files=[finish.Embedded(**file) for file in files],
        links=job["links"],
    )
    return finished, "".join(map(chr, sorted(glyphs)))


def _about(document: Any, date: str, *, conforming: bool) -> xmp.About:
    known = document.metadata
    return xmp.About(
        title=known.title or "",
        author=", ".join(known.authors),
        language=known.lang or "",
        written=date if finish.pdf_date(date) else "",
        producer=f"WeasyPrint {_engines()['weasyprint']}",
        creator=known.generator or "",
        conforming=conforming,
    )


def _absent(document: Any, faces: Iterable[str]) -> tuple[str, ...]:
    """The families of letters that are neither installed nor brought along by the form."""
    from weasyprint.text.ffi import ffi, fontconfig

    config = document.font_config._config  # noqa: SLF001 - no other door to it
    return tuple(face for face in faces if not families.is_there(face, ffi, fontconfig, config))


def _refuse_other_signs(fonts: Any) -> None:
    odd = sorted({font.family for font in fonts if families.has_other_signs(font.file_content, font.index)})
    if odd:
        message = f"a face of the form has other signs in the places of letters: {', '.join(odd)}"
        raise JobError("refused", message, hint="choose a face for text in its style sheet")


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


def _refuse_what_is_left_out(job: Mapping[str, Any]) -> None:
    """The engine goes on without a picture or a font that it cannot read, and so does a draft; a final one does not."""
    for told in engine_log.left_out()[:1] if job["final"] else ():
        raise JobError("refused", told, hint="look at the pictures and fonts in the form's folder; save that one anew")


if __name__ == "__main__":
    sys.exit(main())
