"""Forty works, all made up: five languages and more, many kinds, much that is missing; and how a brief cites them."""

from __future__ import annotations

from typing import Any

from briefing_tui.citations import Cite
from briefing_tui.model import Article, Metadata, Name, PartialDate, Speaker, SpeakerKind, State, TextKind

WEB = "https://quay.example"


def _work(work_id: str, kind: str, title: str, names: str, issued: str, **more: Any) -> Article:
    """A work; `names` are 'Family, Given' or '=An organisation', separated by semicolons."""
    inferred = more.pop("inferred", "")
    metadata = Metadata(
        type=kind,
        title=title,
        author=tuple(map(_name, filter(None, names.split("; ")))),
        issued=PartialDate.parse(issued) if issued else None,
        states=dict.fromkeys(inferred.split(), State.INFERRED),
        **more,
    )
    return Article(work_id, metadata, "The ledger lists every berth on both quays, and says who let it to whom.")


def _name(text: str) -> Name:
    if text.startswith("="):
        return Name(literal=text[1:])
    family, _, given = text.partition(", ")
    return Name(family, given)


_NEWS, _PAGE, _BOOK, _REPORT = "article-newspaper", "webpage", "book", "report"
DIGEST = TextKind.DIGEST

WORKS: tuple[Article, ...] = (
    _work("ledger", _NEWS, "The harbour counts: a first ledger", "Larsen, Ida", "2019-03-04",
          container_title="Quay Gazette", url=f"{WEB}/ledger", language="en", genre="op-ed"),
    _work("berths", _NEWS, "Berths by night", "Larsen, Ida", "2019-11-20", container_title="Quay Gazette",
          url=f"{WEB}/berths", language="en", genre="news"),
    _work("tides", _NEWS, "Tides and tolls", "Larsen, Ida", "2019", container_title="Quay Gazette", language="en"),
    _work("other-larsen", _NEWS, "Who lets the quay?", "Larsen, Jon", "2019-05", container_title="Pier Post"),
    _work("two", "article-journal", "Counting boats", "Berg, Ada; Dahl, Jon", "2021-06-01",
          container_title="Journal of Harbours", extra={"volume": "12", "issue": "3", "page": "45-61",
                                                        "DOI": "10.9999/boats"}),
    _work("three", "article-journal", "Letting berths", "Berg, Ada; Dahl, Jon; Ek, Siv", "2021",
          container_title="Journal of Harbours"),
    _work("four", "article-journal", "All the quays", "Berg, Ada; Dahl, Jon; Ek, Siv; Falk, Tor", "2022-02",
          container_title="Journal of Harbours"),
    _work("book", _BOOK, "A History of the North Quay", "Ek, Siv", "1998", publisher="Pier Press",
          extra={"publisher-place": "Easthaven", "edition": "2"}),
    _work("edited", _BOOK, "Harbours: Essays", "", "2004", publisher="Pier Press",
          extra={"editor": [{"family": "Falk", "given": "Tor"}]}),
    _work("chapter", "chapter", "The south quay in winter", "Ek, Siv", "2004", container_title="Harbours: Essays",
          publisher="Pier Press", extra={"page": "10-20"}),
    _work("report", _REPORT, "Harbour Dues 2020", "=Harbour Board", "2020-12-31", publisher="Harbour Board",
          url=f"{WEB}/dues.pdf", genre="annual report", extra={"number": "HB 7"}),
    _work("office", _REPORT, "Dredging the channel", "=Office of Ports and Quays", "2018-07", publisher="State Press"),
    _work("speech", "speech", "What a harbour owes its town", "Falk, Tor", "2017-09-01", publisher="Easthaven Forum"),
    _work("interview", "interview", "“Nobody counted the boats before”", "Dahl, Jon", "2025-03-05",
          container_title="Pier Post", genre="interview"),
    _work("thesis", "thesis", "Tolls on small craft", "Ek, Siv", "1990", publisher="Easthaven University",
          genre="PhD thesis"),
    _work("act", "legislation", "Harbours Act 2001", "", "2001", extra={"jurisdiction": "Easthaven"}),
    _work("treaty", "treaty", "Convention on the Two Quays", "", "1956-05-14"),
    _work("page", _PAGE, "Berth prices", "", "", container_title="Harbour Office", url=f"{WEB}/prices"),
    _work("post", "post-weblog", "Boats at dawn", "=quaywatcher", "2023-01-09", container_title="Quay Notes",
          url=f"{WEB}/a_b-c?d=1&e=2#f"),
    _work("dataset", "dataset", "Berths let, 2010–2020", "=Harbour Board", "2021", publisher="Harbour Board"),
    _work("nothing", "document", "", "", ""),
    _work("no-title", _NEWS, "", "Berg, Ada", "2020-02-29", container_title="Pier Post"),
    _work("no-author", _NEWS, "Fog closes the channel", "", "2020-02-28", container_title="Pier Post"),
    _work("no-author-too", _NEWS, "Fog lifts", "", "2020-03-01", container_title="Pier Post"),
    _work("inferred", _NEWS, "Quay sold?", "Moe, Kit", "2022-10", container_title="Pier Post", genre="news",
          inferred="title author issued container-title genre"),
    _work("digest", _NEWS, "", "Moe, Kit", "2023-10-01", container_title="Pier Post", text=DIGEST),
    _work("again", _NEWS, "The lamp at the mole", "Moe, Kit", "2016-04-03", container_title="Lamp",
          republished_by="Pier Post"),
    _work("particles", _BOOK, "Die Mole", "von der Au, Lutz; de la Cour, Anne", "2011", publisher="Hafenverlag",
          language="de"),
    _work("german", _NEWS, "Der Hafen zählt: ein erstes Hauptbuch", "Öhlmann, Jürgen", "2019-03-01",
          container_title="Hafenzeitung", language="de", genre="Kommentar"),
    _work("french", _NEWS, "Le port compte ses bateaux", "Évrard, Noé", "2019-08-01", container_title="Le Quai",
          language="fr"),
    _work("russian", _NEWS, "Гавань считает лодки", "Лодкин, Пётр", "2019-11-20", container_title="Портовый вестник",
          language="ru"),
    _work("russian-book", _BOOK, "Причалы и люди", "Лодкин, Пётр; Волнова, Мария", "2008",
          publisher="Издательство «Мол»", language="ru"),
    _work("hebrew", _NEWS, "הנמל סופר את הסירות", "לוי־ים, דנה", "2019-11-20", container_title="עיתון הרציף",
          language="he", genre="מאמר"),
    _work("arabic", _NEWS, "الميناء يعدّ قواربه", "البحري, سمير", "2021-01-15", container_title="صحيفة الرصيف",
          language="ar"),
    _work("greek", _BOOK, "Το λιμάνι και η πόλη", "Λιμανάκης, Νίκος", "2015", publisher="Εκδόσεις Μώλος",
          language="el"),
    _work("chinese", "article-journal", "港口的账本", "=王海", "2020-04", container_title="港口学刊", language="zh"),
    _work("japanese", _PAGE, "波止場の一日", "=港湾局", "2024-07-07", container_title="港だより", language="ja"),
    _work("markup", _PAGE, "<script>alert(1)</script> & <b>boats</b>", "<i>Ida</i>, A & B", "2020",
          container_title="<em>Quay</em>", publisher="</p>", url=f"{WEB}/?a=<b>&c=\"d\""),
    _work("emoji", "post", "Boats 🚢🌊 at \u0378 dawn", "=🐟 Fisher", "2022-05-05", container_title="Quay\u2028Chat"),
    _work("long", _NEWS, "A very long title " + "of many words " * 20 + "that ends", "Moe, Kit", "2021-01-01",
          container_title="Pier Post", url=f"{WEB}/{'a' * 2000}"),
)  # fmt: skip

OFFICIAL = Speaker("unnamed official", kind=SpeakerKind.UNNAMED, via=("the harbour office", "Kan"))
CITES: tuple[Cite, ...] = (
    *(Cite(f"e{n}", work.id, "¶ 4") for n, work in enumerate(WORKS, 1)),
    Cite("e41", "ledger", "¶¶ 5–6"),
    Cite("e42", "berths", "p. 3, ¶ 7", Speaker("Jon Dahl", "harbour master")),
    Cite("e43", "berths", "heading before ¶ 8", Speaker("Jon Dahl", "harbour master")),
    Cite("e44", "digest", "in our digest, ¶ 4", OFFICIAL),
    Cite("e45", "nothing", "¶ 9"),
    Cite("e46", "hebrew", "¶ 2", Speaker("רון גל")),
)
"""Each once, in order; then some again, or what others say in them."""
