"""From the fields of BibTeX and BibLaTeX to CSL's variables and types."""

from __future__ import annotations

TYPES = {
    "article": "article-journal", "suppperiodical": "article-journal", "periodical": "periodical", "book": "book",
    "mvbook": "book", "collection": "book", "mvcollection": "book", "reference": "book", "mvreference": "book",
    "proceedings": "book", "mvproceedings": "book", "manual": "book", "booklet": "pamphlet", "inbook": "chapter",
    "bookinbook": "chapter", "suppbook": "chapter", "incollection": "chapter", "suppcollection": "chapter",
    "inreference": "entry-encyclopedia", "inproceedings": "paper-conference", "conference": "paper-conference",
    "thesis": "thesis", "phdthesis": "thesis", "mastersthesis": "thesis", "report": "report", "techreport": "report",
    "online": "webpage", "electronic": "webpage", "www": "webpage", "webpage": "webpage", "misc": "document",
    "unpublished": "manuscript", "patent": "patent", "dataset": "dataset", "software": "software",
    "movie": "motion_picture", "video": "motion_picture", "audio": "song", "music": "song", "artwork": "graphic",
    "image": "graphic", "letter": "personal_communication", "legislation": "legislation", "legal": "legislation",
    "jurisdiction": "legal_case", "review": "review", "standard": "standard", "performance": "performance",
    "commentary": "book",
}  # fmt: skip
SUBTYPES = {
    "newspaper": "article-newspaper", "magazine": "article-magazine", "blog": "post-weblog", "forum": "post",
    "interview": "interview",
}  # fmt: skip
"""By `entrysubtype`, as Zotero writes it."""

GENRES = {
    "phdthesis": "PhD thesis", "mathesis": "Master’s thesis", "bathesis": "Bachelor’s thesis",
    "candthesis": "Candidate thesis", "techreport": "Technical report", "resreport": "Research report",
    "software": "Computer software", "datacd": "Data CD", "audiocd": "Audio CD",
}  # fmt: skip
"""What BibLaTeX's words for `type` mean."""
THESES = {"phdthesis": "phdthesis", "mastersthesis": "mathesis"}

TEXTS = {
    "shorttitle": "title-short", "series": "collection-title", "volume": "volume", "edition": "edition",
    "chapter": "chapter-number", "pages": "page", "pagetotal": "number-of-pages", "volumes": "number-of-volumes",
    "version": "version", "part": "part-number", "note": "note", "annote": "annote", "annotation": "annote",
    "keywords": "keyword", "eventtitle": "event-title", "venue": "event-place", "origtitle": "original-title",
    "origpublisher": "original-publisher", "origlocation": "original-publisher-place", "library": "call-number",
    "pubstate": "status", "eid": "page", "addendum": "note", "issuetitle": "volume-title", "scale": "scale",
    "abstract": "abstract", "publisher": "publisher", "school": "publisher", "institution": "publisher",
    "organization": "publisher", "location": "publisher-place", "address": "publisher-place", "issue": "issue",
    "type": "genre",
}  # fmt: skip
"""Fields in LaTeX, the first of several for one variable counts."""
VERBATIM = {
    "doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "pmid": "PMID", "pmcid": "PMCID", "url": "URL",
    "eprint": "archive_location", "eprinttype": "archive", "archiveprefix": "archive",
}  # fmt: skip
NAMES = {
    "author": "author", "editor": "editor", "translator": "translator", "bookauthor": "container-author",
    "director": "director", "editora": "collaborator", "holder": "author", "origauthor": "original-author",
    "introduction": "introduction-author", "commentator": "commentator",
}  # fmt: skip
DATES = {"date": "issued", "urldate": "accessed", "origdate": "original-date", "eventdate": "event-date"}
LANGUAGES = ("language", "langid", "hyphenation")

CONTAINED = frozenset({"chapter", "paper-conference", "entry-encyclopedia"})
SERIAL = frozenset({"article-journal", "article-magazine", "article-newspaper", "periodical", "review"})
BY_NUMBER = frozenset(
    {"report", "patent", "standard", "legislation", "thesis", "dataset", "document", "manuscript", "webpage"}
)

NOT_INHERITED = frozenset(
    "crossref xref xdata ids label options related relatedtype entryset entrysubtype execute file abstract url doi "
    "note annote annotation keywords pages shorttitle title subtitle titleaddon type urldate langid".split()
)
