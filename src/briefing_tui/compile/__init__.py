"""From a brief to a briefing: document tree, HTML, PDF by a worker process, receipt.

Names are looked up when they are first used: the worker is a module of this package and needs none of the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..support.lazy import found_later

if TYPE_CHECKING:
    from .document.annex import passage_fingerprint
    from .document.tree import Document
    from .exports import FORMATS, export
    from .file.inside import described_otherwise
    from .file.self_check import Disagreement, SelfCheck, check_itself, receipt_of
    from .forms import FORMS, files_of
    from .house.folders import is_house_form, known_templates, template_files
    from .house.template import load_form, load_template, words_of
    from .job import Compiled, Job
    from .languages.wording import known_languages, quotation_marks
    from .layout.libraries import missing_faces, needed_libraries
    from .output import is_ours
    from .pdf import compile_form, compile_pdf

__all__ = [
    "FORMATS", "FORMS", "Compiled", "Disagreement", "Document", "Job", "SelfCheck", "check_itself", "compile_form",
    "compile_pdf", "described_otherwise", "export", "files_of", "is_house_form", "is_ours", "known_languages",
    "known_templates", "load_form", "load_template", "missing_faces", "needed_libraries", "passage_fingerprint",
    "quotation_marks", "receipt_of", "template_files", "words_of",
]  # fmt: skip

_HOMES = {
    "FORMATS": "exports",
    "FORMS": "forms",
    "Compiled": "job",
    "Disagreement": "file.self_check",
    "Document": "document.tree",
    "Job": "job",
    "SelfCheck": "file.self_check",
    "check_itself": "file.self_check",
    "compile_form": "pdf",
    "compile_pdf": "pdf",
    "described_otherwise": "file.inside",
    "export": "exports",
    "files_of": "forms",
    "is_house_form": "house.folders",
    "is_ours": "output",
    "known_languages": "languages.wording",
    "known_templates": "house.folders",
    "load_form": "house.template",
    "load_template": "house.template",
    "missing_faces": "layout.libraries",
    "needed_libraries": "layout.libraries",
    "passage_fingerprint": "document.annex",
    "quotation_marks": "languages.wording",
    "receipt_of": "file.self_check",
    "template_files": "house.folders",
    "words_of": "house.template",
}

__getattr__ = found_later(__name__, _HOMES)
