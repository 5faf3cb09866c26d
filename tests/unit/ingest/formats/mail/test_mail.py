from __future__ import annotations

from email.message import EmailMessage

import pytest

from briefing_tui.model import Name, PartialDate, State
from tests.unit.ingest.mails import DAY, PAGE, kinds, letter, mail, newsletter
from tests.unit.ingest.samples import BUDGET, COUNCIL, FERRY, paragraphs, read


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
            ("El Puerto de los Barcos <news@port.example>", True, "", "El Puerto de los Barcos"),
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

    def test_what_a_machine_or_a_broken_header_says_is_no_name(self) -> None:
        listed = letter(COUNCIL, headers="List-Id: 3f21937f0f636c8cec1db30bfmc list <x.example>\n").metadata
        assert listed.container_title == ""
        assert letter(COUNCIL, headers="List-Id: Port Watch <x.example>\n").metadata.container_title == "Port Watch"
        assert letter(COUNCIL, subject="=?utf-8?B?0rDRZg==?=").metadata.title == ""

    def test_types(self) -> None:
        found = letter(COUNCIL).metadata
        assert (found.type, found.state("type")) == ("personal_communication", State.INFERRED)
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
