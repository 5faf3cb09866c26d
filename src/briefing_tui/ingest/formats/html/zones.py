"""What the elements of a page say that they are: by tag, role, class and id."""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST = 500
"""Characters of classes and id that are looked at."""

_TAGS = {
    "nav": "navigation", "footer": "footer", "header": "header", "aside": "aside", "figcaption": "caption",
    "article": "article", "main": "article", "button": "control", "form": "form", "time": "date", "option": "control",
    "address": "address", "blockquote": "quotation", "figure": "figure",
}  # fmt: skip
_ROLES = {
    "navigation": "navigation", "banner": "header", "contentinfo": "footer", "complementary": "aside",
    "search": "form", "dialog": "notice", "alert": "notice", "main": "article",
}  # fmt: skip
_PATTERNS = (
    ("cookie-notice", r"cookies?|consent|gdpr|ccpa|onetrust|cookiebot|cookie-?\w+|cmp"),
    ("comment", r"comments?|commentlist|comment-?(?:list|body|content|area)|disqus\w*|respond|replies"),
    ("appeal", r"newsletters?\w*|subscri\w+|sign-?up|donat\w+|paywall|membership|promo\w*|call-?to-?action|cta"),
    ("related-link", (r"related\w*|recommend\w*|read-?(?:more|next|also)|also-?like|most-?(?:read|popular)|popular|"
                     r"trending|outbrain|taboola|more-(?:stories|from|news|in|on)|up-?next|teasers?|jp-relatedposts")),
    ("share", (r"shar(?:e|ing)(?:-?(?:bar|buttons?|links?|icons?|tools?|this|list|menu|box))?|social\w*|follow(?:-us)?|"
           r"addthis\w*|sharedaddy|a2a\w*")),
    ("navigation", r"nav|navbar|navigation|menu\w*|breadcrumbs?|pagination|pager|toc|skip-?link|topbar|toolbar"),
    ("advertisement", r"ads?|advert\w*|sponsor\w*|ad-?(?:container|slot|unit|wrapper)|dfp|gpt"),
    ("photo-credit", r"(?:photo|image|picture|media)-?credits?|credits?"),
    ("caption", r"(?:wp-)?caption(?:-?text)?|\w+-?caption|cutline"),
    ("byline", r"byline\w*|authors?|author-?(?:name|info|link|byline)|writers?|contributors?"),
    ("author-note", r"author-?(?:bio|box|card|description)|about-?(?:the-)?author|bio"),
    ("date", r"date|dateline|datetime|timestamp|pub-?date|publish(?:ed)?-?(?:date|on|time)?|posted-?on|entry-date"),
    ("tag", r"tags|tag-?(?:list|links|cloud)|categories|cat-?links|keywords|topics"),
    ("footer", r"footer|site-?footer|copyright|colophon"),
    ("header", r"masthead|site-?header|top-?header|banner"),
    ("aside", r"sidebar\w*|widgets?|side-?bar|aside"),
)  # fmt: skip
_WORD = r"(?:^|[\s_-])(?:{})(?:$|[\s_-])"
_NAMES = tuple((zone, re.compile(_WORD.format(pattern), re.IGNORECASE)) for zone, pattern in _PATTERNS)
_ANY = re.compile(_WORD.format("|".join(pattern for _, pattern in _PATTERNS)), re.IGNORECASE)


def zone_of(tag: str, names: str | None, identity: str | None, role: str | None) -> str:
    """What an element is, or an empty text where it does not say."""
    zone = _TAGS.get(tag, "")
    if zone == "aside" and names:
        return _by_name(names) or zone
    if zone:
        return zone
    if role and role in _ROLES:
        return _ROLES[role]
    if tag in {"body", "html"} or not (names or identity):
        return ""
    return _by_name(f"{names or ''} {identity or ''}")


@lru_cache(maxsize=8192)
def _by_name(names: str) -> str:
    if len(names) > LONGEST or not _ANY.search(names):
        return ""
    return next(zone for zone, pattern in _NAMES if pattern.search(names))
