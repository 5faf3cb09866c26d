"""What the tests of mail share: letters and newsletters."""

from __future__ import annotations

from email.message import EmailMessage

from briefing_tui.ingest import Document
from tests.unit.ingest.samples import BUDGET, COUNCIL, FERRY, read

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
    """A mail as text."""
    return f"From: {sender}\nSubject: {subject}\nDate: {DAY}\n{headers}\n{body}\n"


def letter(
    body: str, *, headers: str = "", sender: str = "Ann Quay <ann.quay@port.example>", subject: str = "Port"
) -> Document:
    """The document that a mail becomes."""
    return read("letter.eml", mail(body, headers=headers, sender=sender, subject=subject).encode())


def newsletter(page: str = PAGE, **headers: str) -> EmailMessage:
    """A mail to many, with a page."""
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
    """The kinds of furniture that were dropped."""
    return {dropped.kind for dropped in document.dropped}
