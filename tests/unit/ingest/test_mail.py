from __future__ import annotations

import base64
from email.message import EmailMessage
from pathlib import Path

import pytest

from briefing_tui import ingest
from briefing_tui.errors import ImportFailedError
from briefing_tui.ingest import Document, Reading, Unread
from briefing_tui.model import Name, PartialDate, State
from tests.unit.ingest.samples import BUDGET, COUNCIL, FERRY, paragraphs, read

DAY = "Wed, 20 Nov 2019 23:30:00 -0800"
PAGE = (
    '<html lang="en"><body><table><tr><td><a href="https://www.harbour.example/issue/7">View in browser</a></td></tr>'
    f"<tr><td><h1>Port council</h1><p>{COUNCIL}</p><p>{BUDGET}</p><p>{FERRY}</p></td></tr><tr><td>You receive this "
    'because you subscribed. <a href="https://click.example/u?x=1">Unsubscribe</a></td></tr><tr><td>1 Quay Street, '
    'Port Selva</td></tr></table><img src="https://track.example/o.gif?who=7" width="1" height="1"></body></html>'
)


def mail(
    body: str, *, headers: str = "", sender: str = "Ann Quay <ann.quay@port.example>", subject: str = "Port"
) -> str:
    return f"From: {sender}\nSubject: {subject}\nDate: {DAY}\n{headers}\n{body}\n"


def letter(
    body: str, *, headers: str = "", sender: str = "Ann Quay <ann.quay@port.example>", subject: str = "Port"
) -> Document:
    return read("letter.eml", mail(body, headers=headers, sender=sender, subject=subject).encode())


def newsletter(page: str = PAGE, **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "The Harbour Times <news@harbour.example>"
    message["Subject"] = "Port council parts"
    message["Date"] = DAY
    message["List-Unsubscribe"] = "<mailto:x@harbour.example>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(f"{COUNCIL}\n\n{BUDGET}\n\n{FERRY}\n")
    message.add_alternative(page, subtype="html")
    return message


def kinds(document: Document) -> set[str]:
    return {dropped.kind for dropped in document.dropped}


class TestBody:
    def test_a_newsletter_is_read_from_its_page(self) -> None:
        document = read("issue.eml", newsletter().as_bytes())
        found = document.metadata
        assert paragraphs(document) == [COUNCIL, BUDGET, FERRY]
        assert (found.type, found.title, found.container_title) == (
            "article-newspaper",
            "Port council parts",
            "The Harbour Times",
        )
        assert (found.state("title"), found.state("container-title")) == (State.STATED, State.INFERRED)
        assert found.author == ()
        assert (found.url, found.state("URL")) == ("https://www.harbour.example/issue/7", State.INFERRED)
        assert {"view-in-browser", "unsubscribe", "mail-footer"} <= kinds(document)

    def test_a_fuller_plain_part_is_preferred(self) -> None:
        message = EmailMessage()
        message["From"] = "Ann Quay <ann.quay@port.example>"
        message.set_content(f"{COUNCIL}\n\n{BUDGET}\n\n{FERRY}")
        message.add_alternative("<p>Your mail program does not show this letter.</p>", subtype="html")
        document = read("a.eml", message.as_bytes())
        assert paragraphs(document) == [COUNCIL, BUDGET, FERRY]
        assert any("fuller" in warning for warning in document.warnings)

    def test_flowed_lines_are_joined(self) -> None:
        flowed = f"{COUNCIL[:50]}\n{COUNCIL[50:]}\n\n{BUDGET}"
        start = COUNCIL.index(" ", 40) + 1
        flowed = f"{COUNCIL[:start]}\n{COUNCIL[start:]}\n\n{BUDGET}\n-- \nAnn"
        document = letter(flowed, headers="Content-Type: text/plain; charset=utf-8; format=flowed\n")
        assert paragraphs(document) == [COUNCIL, BUDGET]
        assert [d.text for d in document.dropped] == ["--", "Ann"]

    def test_flowed_lines_whose_space_is_no_words(self) -> None:
        headers = "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\n"
        document = letter(f"{COUNCIL[:54]} \n{COUNCIL[54:]}\n\n{BUDGET}", headers=headers)
        assert paragraphs(document)[0] == COUNCIL

    def test_wrapped_lines_are_joined(self) -> None:
        import textwrap

        document = letter("\n\n".join(textwrap.fill(text, 72) for text in (COUNCIL, BUDGET, FERRY)))
        assert paragraphs(document) == [COUNCIL, BUDGET, FERRY]

    def test_quoted_printable_and_a_charset(self) -> None:
        headers = "Content-Type: text/plain; charset=iso-8859-2\nContent-Transfer-Encoding: quoted-printable\n"
        document = letter("Rada p=F8=EDstavu jednala dlouho o budoucnosti termin=\n=E1lu a ode=B9la.", headers=headers)
        assert document.text == "Rada přístavu jednala dlouho o budoucnosti terminálu a odešla."

    def test_a_charset_that_is_wrong_or_unknown(self) -> None:
        for charset in ("x-nothing", "utf-8", "big5"):
            headers = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n"
            data = mail("Le café de la gare était fermé depuis l’été dernier.", headers=headers).encode("cp1252")
            assert read("a.eml", data).text.startswith("Le café de la gare était")

    def test_what_is_quoted_signed_or_added_is_dropped(self) -> None:
        document = letter(
            f"{COUNCIL}\n\nOn Tue, 19 Nov 2019, Bo Roe wrote:\n> What now?\n> Tell me.\n\n{BUDGET}\n\n"
            f"-- \nAnn\nPhone 1\n{'_' * 40}\nHarbour mailing list\nhttps://lists.example/listinfo/harbour"
        )
        assert paragraphs(document) == [COUNCIL, BUDGET]
        found = [(dropped.kind, dropped.text) for dropped in document.dropped]
        assert [kind for kind, _ in found] == ["quoted-message"] * 3 + ["signature"] * 3 + ["list-footer"] * 3
        assert found[0][1] == "On Tue, 19 Nov 2019, Bo Roe wrote:"

    def test_a_mail_that_is_wholly_quoted_is_its_text(self) -> None:
        document = letter(f"See below\n\n> {COUNCIL}\n>\n> {BUDGET}")
        assert paragraphs(document)[-2:] == [COUNCIL, BUDGET]

    def test_an_article_about_unsubscribing_keeps_its_sentences(self) -> None:
        sentence = (
            f"Readers may unsubscribe, said the editor, and {COUNCIL[0].lower()}{COUNCIL[1:]} " + FERRY + " " + BUDGET
        )
        document = letter(f"{sentence}\n\n{BUDGET}")
        assert paragraphs(document) == [sentence, BUDGET]


class TestHeaders:
    def test_the_day_is_the_senders(self) -> None:
        found = letter(COUNCIL).metadata
        assert found.issued == PartialDate(2019, 11, 20)
        assert found.evidence["issued"] == f"Date header: {DAY}"
        assert found.state("issued") is State.STATED

    @pytest.mark.parametrize("day", ["", "Fri, 31 Feb 2019 10:00 +0100", "yesterday", "1 Jan 0001 00:00", "9" * 900])
    def test_no_day_rather_than_a_wrong_one(self, day: str) -> None:
        document = read("a.eml", f"From: a@b.example\nDate: {day}\n\n{COUNCIL}\n".encode())
        assert document.metadata.issued is None
        assert any("no day" in warning for warning in document.warnings)

    @pytest.mark.parametrize(
        ("subject", "headers", "title"),
        [
            ("Port", "", "Port"),
            ("Re: AW: Fwd: Port", "", "Port"),
            ("Re[2]: Port: a story", "", "Port: a story"),
            ("[HT] Port", "List-Id: <ht.example>\n", "Port"),
            ("[Opinion] Port", "", "[Opinion] Port"),
            ("=?utf-8?Q?Caf=C3=A9_?= =?utf-8?B?w6l0w6k=?=", "", "Café été"),
            ("=?x-none?B?4pyT?= Port", "", "✓ Port"),
            ("=?utf-8?B?!!!?= Port", "", None),
            ("(no subject)", "", ""),
            ("", "", ""),
            ("A long\n subject", "", "A long subject"),
            ("порт и город", "", "порт и город"),
        ],
    )
    def test_subjects(self, subject: str, headers: str, title: str | None) -> None:
        found = letter(f"{COUNCIL}\n\n{BUDGET}", subject=subject, headers=headers).metadata
        if title is not None:
            assert found.title == title
        assert found.state("title") is (State.STATED if found.title else State.MISSING)

    def test_bytes_in_headers(self) -> None:
        for encoding in ("utf-8", "cp1252"):
            data = f"From: a@b.example\nSubject: Café\nDate: {DAY}\n\n{COUNCIL}\n".encode(encoding)
            assert read("a.eml", data).metadata.title == "Café"

    @pytest.mark.parametrize(
        ("sender", "bulk", "author", "outlet"),
        [
            ("Ann Quay <ann@port.example>", False, "Ann Quay", ""),
            ('"Quay, Ann" <aq@port.example>', False, "Ann Quay", ""),
            ("Ann Quay <ann.quay@port.example>", True, "Ann Quay", ""),
            ("Ann Quay <news@port.example>", True, "", ""),
            ("Ann Quay from Harbour Letter <news@port.example>", True, "Ann Quay", "Harbour Letter"),
            ("Morning Briefing <news@port.example>", True, "", "Morning Briefing"),
            ("The Harbour Times <news@port.example>", True, "", "The Harbour Times"),
            ("=?utf-8?B?QW5uIFF1w6F5?= <ann@port.example>", False, "Ann Quáy", ""),
            ("ann.quay@port.example", False, "", ""),
            ("<>", False, "", ""),
            ("Ann <<<broken", False, "", None),
        ],
    )
    def test_who_sent_it(self, sender: str, bulk: bool, author: str, outlet: str | None) -> None:
        found = letter(COUNCIL, sender=sender, headers="Precedence: bulk\n" if bulk else "").metadata
        assert ", ".join(map(str, found.author)) == author
        if outlet is not None:
            assert found.container_title == outlet

    def test_types(self) -> None:
        assert letter(COUNCIL).metadata.type == "personal_communication"
        assert letter(COUNCIL, headers="List-Post: <mailto:a@b.example>\n").metadata.type == "post"
        assert read("a.eml", newsletter().as_bytes()).metadata.type == "article-newspaper"

    def test_addresses_that_name_the_reader_are_not_the_text_s(self) -> None:
        for link in ("https://click.example/c/7", "https://harbour.example/c?u=77", "https://evilharbour.example/7"):
            page = PAGE.replace("https://www.harbour.example/issue/7", link)
            assert read("a.eml", newsletter(page).as_bytes()).metadata.url == ""
        archived = read("a.eml", newsletter(Archived_At="<https://lists.example/m/1>").as_bytes()).metadata
        assert (archived.url, archived.state("URL")) == ("https://lists.example/m/1", State.STATED)


class TestForwarded:
    HEAD = "From: Bo Roe <bo@outlet.example>\nDate: Tue, Nov 19, 2019 at 3:00 PM\nSubject: The terminal\nTo: Ann"

    @pytest.mark.parametrize(
        ("subject", "mark"),
        [
            ("Fwd: The terminal", "---------- Forwarded message ---------"),
            ("For you", "Begin forwarded message:\n"),
            ("FW: The terminal", "-----Original Message-----"),
            ("WG: The terminal", "________________________________"),
        ],
    )
    def test_the_inner_message_is_the_document(self, subject: str, mark: str) -> None:
        document = letter(f"FYI, please read.\n\n{mark}\n{self.HEAD}\n\n{COUNCIL}\n\n{BUDGET}", subject=subject)
        found = document.metadata
        assert paragraphs(document) == [COUNCIL, BUDGET]
        assert (found.title, found.author) == ("The terminal", (Name("Roe", "Bo"),))
        assert found.issued == PartialDate(2019, 11, 19)
        assert found.evidence["author"].startswith("From of the forwarded message")
        assert kinds(document) == {"forward-note", "forward-header"}

    def test_a_mail_attached_to_an_empty_one_is_read(self) -> None:
        outer = EmailMessage()
        outer["Subject"] = "Fwd: see"
        outer.add_attachment(newsletter())
        document = read("a.eml", outer.as_bytes())
        assert document.metadata.title == "Port council parts"
        assert paragraphs(document) == [COUNCIL, BUDGET, FERRY]


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
