"""Mail that is hostile or broken, and mailboxes."""

from __future__ import annotations

import base64
from email.message import EmailMessage
from pathlib import Path

import pytest

from briefing_tui import ingest
from briefing_tui.errors import ImportFailedError
from briefing_tui.ingest import Document, Reading, Unread
from tests.unit.ingest.mails import letter, mail, newsletter
from tests.unit.ingest.samples import BUDGET, COUNCIL, paragraphs, read


class TestHostile:
    def test_names_of_attachments_are_text_alone(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        message = newsletter()
        message.add_attachment(b"x", maintype="application", subtype="pdf", filename="../../etc/passwd\u202efdp.exe")
        document = read("a.eml", message.as_bytes())
        (attached,) = [dropped.text for dropped in document.dropped if dropped.kind == "attachment"]
        assert attached == "../../etc/passwd fdp.exe (application/pdf)"
        assert list(tmp_path.iterdir()) == []

    def test_parts_within_parts_for_ever(self) -> None:
        for depth in (100, 3000):
            head = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
            data = f"From: a@b.example\n{head}Content-Type: text/plain\n\n{COUNCIL}\n".encode()
            with pytest.raises(ImportFailedError):
                ingest.read("a.eml", data)

    def test_thousands_of_parts(self) -> None:
        part = "--b\nContent-Type: application/x; name=a.bin\n\nx\n"
        head = "From: a@b.example\nContent-Type: multipart/mixed; boundary=b"
        data = f"{head}\n\n--b\n\n{COUNCIL}\n{part * 20_000}--b--\n".encode()
        document = read("a.eml", data)
        assert document.text == COUNCIL
        assert len(document.dropped) == 101

    def test_headers_without_end(self) -> None:
        data = f"From: {'a,' * 20_000}\nSubject: {'=?utf-8?q?' * 20_000}\nContent-Type: {'a;' * 20_000}\n\n{COUNCIL}\n"
        assert COUNCIL in read("a.eml", data.encode()).text

    def test_what_has_no_text_says_so(self) -> None:
        only = EmailMessage()
        only.add_attachment(b"x", maintype="application", subtype="pdf", filename="a.pdf")
        sealed = b"Content-Type: application/pkcs7-mime; name=smime.p7m\n\nxx"
        for data, said in ((only.as_bytes(), "a.pdf"), (sealed, "encrypted"), (b"", "empty"), (b"\x00\x01", "no mail")):
            with pytest.raises(ImportFailedError, match=said):
                ingest.read("a.eml", data)

    def test_parts_behind_another_line_than_the_one_named_are_read(self) -> None:
        parts = f"--=_other\nContent-Type: text/plain\n\n{COUNCIL}\n\n{BUDGET}\n--=_other--\n"
        document = read(
            "a.eml", mail(parts, headers='Content-Type: multipart/alternative; boundary="named"\n').encode()
        )
        assert paragraphs(document) == [COUNCIL, BUDGET]
        assert any("another line" in warning for warning in document.warnings)

    def test_header_that_a_line_break_cuts_in_two(self) -> None:
        data = (
            f"From: a@b.example\nX-Note: one\ntwo three\nSubject: Port\nDate: 1 Mar 2021 10:00:00 +0000\n\n{COUNCIL}\n"
        )
        document = read("a.eml", data.encode())
        assert (document.text, document.metadata.title) == (COUNCIL, "Port")

    def test_a_page_that_is_broken_falls_back_to_the_plain_part(self) -> None:
        message = EmailMessage()
        message.set_content(COUNCIL)
        message.add_alternative("<script>x()</script>", subtype="html")
        assert read("a.eml", message.as_bytes()).text == COUNCIL

    def test_base64_that_is_none(self) -> None:
        headers = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n"
        text = base64.b64encode(COUNCIL.encode()).decode()
        assert letter(text, headers=headers).text == COUNCIL
        with pytest.raises(ImportFailedError):
            letter("\x01\x02%%%", headers=headers)


class TestMailbox:
    def test_each_message_is_a_part(self) -> None:
        start = "From a@b Wed Nov 20 10:00:00 2019\nMessage-ID: <{}@x>\n"
        box = "".join(start.format(n % 2) + mail(f"{COUNCIL}\n\nNumber {n} is the last word.") + "\n" for n in range(3))
        found = ingest.read("box.mbox", box.encode())
        assert [part.part for part in found] == ["0@x", "1@x", "0@x (2)"]
        assert all(isinstance(part, Document) and COUNCIL in part.text for part in found)

    def test_one_without_text_does_not_stop_the_others_and_from_stays_in_the_text(self) -> None:
        first = mail(f"{COUNCIL}\n\n>From here on the council kept silent.\n\nFrom there it went home.")
        box = f"From a\n{first}\n\nFrom b\r\nSubject: nothing\n\n\n\nFrom c\n{mail(BUDGET)}"
        found = ingest.read("box.mbox", box.encode())
        assert [part.part for part in found] == ["message 1", "message 2", "message 3"]
        assert isinstance(found[0], Document)
        assert paragraphs(found[0])[1:] == ["From here on the council kept silent.", "From there it went home."]
        assert isinstance(found[1], Unread)
        assert found[1].error.where == "box.mbox, message 2"

    def test_other_files_are_refused(self) -> None:
        with pytest.raises(ImportFailedError, match="no mailbox"):
            ingest.read("box.mbox", b"Some words")

    def test_it_is_read_in_the_process_for_readers(self) -> None:
        with Reading() as reading:
            (document,) = reading.read("a.eml", newsletter().as_bytes())
        assert isinstance(document, Document)
        assert document.metadata.title == "Port council parts"
