"""From a brief to a briefing: document tree, HTML, PDF by a worker process, receipt.

Names are looked up when they are first used: the worker is a module of this package and needs none of the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..support.lazy import found_later

if TYPE_CHECKING:
    from .annex import passage_fingerprint
    from .document import Document
    from .exports import FORMATS, export
    from .forms import FORMS, files_of
    from .inside import described_otherwise
    from .job import Compiled, Job
    from .libraries import missing_faces, needed_libraries
    from .pdf import compile_form, compile_pdf
    from .self_check import Disagreement, SelfCheck, check_itself, receipt_of
    from .template import is_house_form, known_templates, load_form, load_template, template_files, words_of
    from .wording import known_languages, quotation_marks

__all__ = [
    "FORMATS", "FORMS", "Compiled", "Disagreement", "Document", "Job", "SelfCheck", "check_itself", "compile_form",
    "compile_pdf", "described_otherwise", "export", "files_of", "is_house_form", "known_languages", "known_templates",
    "load_form", "load_template", "missing_faces", "needed_libraries", "passage_fingerprint", "quotation_marks",
    "receipt_of", "template_files", "words_of",
]  # fmt: skip

_HOMES = {
    "FORMATS": "exports",
    "FORMS": "forms",
    "Compiled": "job",
    "Disagreement": "self_check",
    "Document": "document",
    "Job": "job",
    "SelfCheck": "self_check",
    "check_itself": "self_check",
    "compile_form": "pdf",
    "compile_pdf": "pdf",
    "described_otherwise": "inside",
    "export": "exports",
    "files_of": "forms",
    "is_house_form": "template",
    "known_languages": "wording",
    "known_templates": "template",
    "load_form": "template",
    "load_template": "template",
    "missing_faces": "libraries",
    "needed_libraries": "libraries",
    "passage_fingerprint": "annex",
    "quotation_marks": "wording",
    "receipt_of": "self_check",
    "template_files": "template",
    "words_of": "template",
}

__getattr__ = found_later(__name__, _HOMES)
