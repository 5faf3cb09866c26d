"""What a file is by its first bytes, where they leave no doubt: names lie, and what is pasted has none."""

from __future__ import annotations

import re

_BINARY = (
    (re.compile(rb"\A.{0,1024}?%PDF-\d", re.DOTALL), ".pdf"),
    (re.compile(rb"\A\s*\{\\rtf"), ".rtf"),
    (re.compile(rb"\APK\x03\x04.{26}mimetypeapplication/epub\+zip", re.DOTALL), ".epub"),
    (re.compile(rb"\APK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.text", re.DOTALL), ".odt"),
)
_TEXT = (
    (re.compile(rb"\A\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html[\s>])", re.DOTALL | re.IGNORECASE), ".html"),
    (re.compile(rb"\AFrom \S+ .{0,60}\d{4}\r?\n[A-Za-z-]+: "), ".mbox"),
    (
        re.compile(
            rb"\A(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}"
            rb"Content-Type: multipart/related\b",
            re.IGNORECASE,
        ),
        ".mhtml",
    ),
    (
        re.compile(rb"\A(?:Received|Return-Path|Message-ID|MIME-Version|Delivered-To|X-[A-Za-z-]+): ", re.IGNORECASE),
        ".eml",
    ),
    (re.compile(rb"\A(?:(?:From|Subject|Date|To|Cc|Reply-To|Sender): [^\r\n]+\r?\n(?:[ \t][^\n]*\n)*){3,}"), ".eml"),
    (re.compile(rb"\A\s*(?:%[^\n]*\s+)*@[A-Za-z]+\s*\{\s*(?:[^\s,{}\"]+\s*[,=]|\")"), ".bib"),
    (re.compile(rb"\A\s*TY  - [A-Z]{3,5}\r?\n"), ".ris"),
    (re.compile(rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>\s*)?<xml>\s*<records>", re.IGNORECASE), ".xml"),
    (
        re.compile(
            rb"\A\s*(?:<\?xml[^>]*>\s*)?<(p|div|article|section|main|body|head|h[1-6]|table|ul|ol|blockquote)"
            rb"(?:\s[^<>]*)?>.*</(?:\1|p|div)\s*>",
            re.DOTALL | re.IGNORECASE,
        ),
        ".html",
    ),
    (re.compile(rb"\A\s*(?:<\?xml[^>]*>\s*)(?:<!doctype\s+html[^>]*>\s*)?<html[\s>]", re.IGNORECASE), ".html"),
    (re.compile(rb"\A\s*\[?\s*\{(?=.*\"type\"\s*:)(?=.*\"(?:title|id)\"\s*:)", re.DOTALL), ".json"),
)
_SAMPLE = 8192
_BOM = b"\xef\xbb\xbf"


def binary_suffix(data: bytes) -> str:
    """The suffix of a format that shows by itself and is no text; empty where none does."""
    if data.startswith(b"PK\x03\x04") and b"word/document.xml" in data:
        return ".docx"
    if data.startswith(b"PK\x03\x04") and b"META-INF/container.xml" in data:
        return ".epub"
    return _first(_BINARY, data[:_SAMPLE])


def text_suffix(data: bytes) -> str:
    """The same for formats that are text: what is called plain text, or nothing, may be one of them."""
    return _first(_TEXT, data[:_SAMPLE].removeprefix(_BOM))


def is_text(data: bytes) -> bool:
    """Whether the first bytes could be a text."""
    return bool(data.strip()) and b"\0" not in data[:_SAMPLE]


def _first(patterns: tuple[tuple[re.Pattern[bytes], str], ...], sample: bytes) -> str:
    return next((suffix for pattern, suffix in patterns if pattern.match(sample)), "")
