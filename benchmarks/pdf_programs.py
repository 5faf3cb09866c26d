"""A known text, and the PDFs that several programs make of it: WeasyPrint, LibreOffice, LaTeX, Typst and groff.

Each writes `out.pdf` into a folder, or fails where it is not installed.
"""

from __future__ import annotations

import html
import random
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

SEED = 20261122
SECTIONS, PARAGRAPHS = 7, 6

_NAMES = "Marian Selva,Ottoline Brandt,Teodor Vance,Ines Calloway,Rufus Hale,Katarina Lund".split(",")
_NOUNS = (
    "harbour council terminal railway ministry negotiation infrastructure responsibility agreement commission ferry "
    "understanding parliament investigation government storm schedule warehouse transportation insurance population "
    "environment administration recommendation opposition cooperation settlement arrangement supervision"
).split()
_KINDS = (
    "long-term well-known provisional unprecedented considerable municipal international independent so-called "
    "administrative northern expensive cross-border temporary short-lived confidential comprehensive"
).split()
_VERBS = (
    "postponed rejected reconsidered supported investigated published underestimated described interrupted authorised "
    "abandoned negotiated questioned"
).split()
_TAILS = (
    "in 2019", "for the third time since March", "without further explanation", "at a cost of $4.2 million",
    "“for reasons that nobody would give”", "(as its own report admits)", "under Article 7 of the U.N. charter",
    "despite objections from the islands", "before the autumn elections", "by 61 votes to 17",
)  # fmt: skip


@dataclass(frozen=True)
class Block:
    """A heading or a paragraph of the known text, and the footnote that a paragraph has."""

    text: str
    heading: bool = False
    note: str = ""


def known_text(seed: int = SEED) -> list[Block]:
    """Sections of paragraphs; each third paragraph has a footnote."""
    chance = random.Random(seed)  # noqa: S311 - the same words every time
    blocks = []
    for number in range(1, SECTIONS + 1):
        blocks.append(Block(f"{chance.choice(_KINDS)} {chance.choice(_NOUNS)} {number}".capitalize(), heading=True))
        for place in range(PARAGRAPHS):
            text = " ".join(_sentence(chance) for _ in range(chance.randint(2, 7)))
            blocks.append(Block(text, note=f"Minutes of the meeting. {_sentence(chance)}" if place % 3 == 1 else ""))
    return blocks


def _sentence(chance: random.Random) -> str:
    def thing() -> str:
        return f"the {chance.choice(_KINDS)} {chance.choice(_NOUNS)} of {chance.choice(_NAMES)}"

    subject = thing()
    middle = f"{chance.choice(_VERBS)} {thing()}"
    more = f", while {thing()} {chance.choice(_VERBS)} {thing()}" if chance.random() < 0.5 else ""
    sentence = f"{subject} {middle}{more} {chance.choice(_TAILS)}."
    return sentence[0].upper() + sentence[1:]


TITLE, AUTHOR = "The quiet harbour and its ledgers", "Marian Selva"


def _html(blocks: Sequence[Block], css: str, *, notes: bool) -> str:
    def one(block: Block) -> str:
        text = html.escape(block.text)
        note = f"<span class=note>{html.escape(block.note)}</span>" if notes and block.note else ""
        return f"<h2>{text}</h2>" if block.heading else f"<p>{text}{note}</p>"

    body = "".join(map(one, blocks))
    return (
        f"<html lang=en><meta charset=utf-8><title>{TITLE}</title><style>{css}</style><h1>{TITLE}</h1>"
        f"<p class=by>By {AUTHOR}</p><div class=text>{body}</div></html>"
    )


_CSS = """@page { size: A4; margin: 25mm 22mm;
@top-center { content: "Quarterly of the Selva Institute"; font-size: 8pt }
@bottom-center { content: counter(page); font-size: 8pt } }
body { font: 10.5pt/1.4 serif; } h1 { font-size: 22pt } h2 { font-size: 13pt; margin: 14pt 0 6pt }
.note { float: footnote; font-size: 8pt } p { margin: 0; }"""


def _weasyprint(css: str, *, notes: bool = True) -> Callable[[Sequence[Block], Path], None]:
    def make(blocks: Sequence[Block], folder: Path) -> None:
        import weasyprint

        weasyprint.HTML(string=_html(blocks, _CSS + css, notes=notes)).write_pdf(folder / "out.pdf")

    return make


def _markdown(blocks: Sequence[Block], *, notes: bool = True) -> str:
    parts = [f"---\ntitle: {TITLE}\nauthor: {AUTHOR}\nlang: en-GB\n---"]
    for number, block in enumerate(blocks):
        noted = notes and block.note
        text = block.text.replace("$", r"\$")
        parts.append(f"# {text}" if block.heading else text + (f"[^{number}]" if noted else ""))
        parts += [f"[^{number}]: {block.note}".replace("$", r"\$")] if noted else []
    return "\n\n".join(parts)


def _pandoc(blocks: Sequence[Block], target: Path, *options: str, notes: bool = True) -> None:
    import pypandoc

    source = _markdown(blocks, notes=notes)
    pypandoc.convert_text(source, target.suffix[1:].replace("typ", "typst").replace("tex", "latex"),
                          format="markdown-smart", outputfile=str(target), extra_args=["-s", *options])  # fmt: skip


def _office(blocks: Sequence[Block], folder: Path) -> None:
    _pandoc(blocks, folder / "out.docx")
    _run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir",
          str(folder), str(folder / "out.docx")])  # fmt: skip


def _office_columns(blocks: Sequence[Block], folder: Path) -> None:
    """A flat ODT with a title across and a section in two columns, hyphenated and justified, with head and foot."""
    paragraphs = "".join(
        f'<text:h text:style-name="H" text:outline-level="1">{html.escape(b.text)}</text:h>'
        if b.heading
        else f'<text:p text:style-name="P">{html.escape(b.text)}</text:p>'
        for b in blocks
    )
    (folder / "out.fodt").write_text(_FODT.format(title=TITLE, author=AUTHOR, text=paragraphs), "utf-8")
    _run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir",
          str(folder), str(folder / "out.fodt")])  # fmt: skip


_FODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="P" style:family="paragraph">
<style:paragraph-properties fo:text-align="justify"
 fo:text-indent="4mm"/>
<style:text-properties fo:font-size="10pt" fo:language="en" fo:country="GB" fo:hyphenate="true"
 fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:style>
<style:style style:name="H" style:family="paragraph">
<style:paragraph-properties fo:margin-top="4mm"
 fo:margin-bottom="2mm" fo:keep-with-next="always"/>
<style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>
<style:style style:name="T" style:family="paragraph">
<style:text-properties fo:font-size="22pt"/></style:style></office:styles>
<office:automatic-styles>
<style:page-layout style:name="L">
<style:page-layout-properties fo:page-width="210mm"
 fo:page-height="297mm" fo:margin="20mm"/>
<style:header-style>
<style:header-footer-properties fo:min-height="8mm"
 fo:margin-bottom="4mm"/></style:header-style>
<style:footer-style>
<style:header-footer-properties fo:min-height="8mm"
 fo:margin-top="4mm"/></style:footer-style></style:page-layout>
<style:style style:name="C" style:family="section">
<style:section-properties>
<style:columns fo:column-count="2" fo:column-gap="6mm"/></style:section-properties></style:style>
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="L">
<style:header>
<text:p>Quarterly of the Selva Institute</text:p></style:header>
<style:footer>
<text:p>
<text:page-number/>
</text:p></style:footer></style:master-page></office:master-styles>
<office:body>
<office:text>
<text:p text:style-name="T">{title}</text:p>
<text:p>By {author}</text:p>
<text:section text:style-name="C" text:name="S">{text}</text:section></office:text></office:body></office:document>"""


def _latex(*options: str) -> Callable[[Sequence[Block], Path], None]:
    def make(blocks: Sequence[Block], folder: Path) -> None:
        _pandoc(blocks, folder / "out.tex", *options)
        for _ in range(2):
            _run(["pdflatex", "-interaction=batchmode", "-output-directory", str(folder), str(folder / "out.tex")])

    return make


def _typst(*options: str) -> Callable[[Sequence[Block], Path], None]:
    def make(blocks: Sequence[Block], folder: Path) -> None:
        typst = import_module("typst")

        _pandoc(blocks, folder / "out.typ", *options)
        typst.compile(str(folder / "out.typ"), output=str(folder / "out.pdf"))

    return make


def _groff(blocks: Sequence[Block], folder: Path) -> None:
    _pandoc(blocks, folder / "out.ms", notes=False)
    done = subprocess.run(["groff", "-k", "-ms", "-Tpdf", str(folder / "out.ms")], check=True, capture_output=True)
    (folder / "out.pdf").write_bytes(done.stdout)


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


PROGRAMS: dict[str, Callable[[Sequence[Block], Path], None]] = {
    "WeasyPrint, one column, notes": _weasyprint("p { margin-bottom: 8pt }"),
    "WeasyPrint, two columns, notes": _weasyprint(
        ".text { columns: 2; column-gap: 6mm } p { text-indent: 1em; text-align: justify; hyphens: auto }"
    ),
    "LibreOffice, one column, notes": _office,
    "LibreOffice, two columns": _office_columns,
    "pandoc and LaTeX, one column, notes": _latex(),
    "pandoc and LaTeX, two columns, notes": _latex("-V", "classoption=twocolumn", "-V", "indent=true"),
    "pandoc and Typst, one column, notes": _typst(),
    "pandoc and Typst, two columns, notes": _typst("-V", "columns=2"),
    "pandoc and groff, one column": _groff,
}
