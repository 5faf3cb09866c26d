"""The rules on paper: a table for each part of a brief, in Markdown."""

from __future__ import annotations

from .registry import RULES, Profile, Rule, weight

GROUPS = {
    "quotation": "Quotations",
    "excerpt": "Excerpts",
    "own-words": "The author's own words",
    "paraphrase": "Paraphrases",
    "speaker": "Speakers",
    "context": "Cuts",
    "judgement": "Judgements",
    "source": "Sources",
    "form": "Form",
    "layout": "Pages",
    "suppression": "Suppressions",
}
"""What the ids of rules begin with, in the order of the tables, and what the tables are called."""
OFF = "off"


def by_group() -> list[Rule]:
    """All rules, those of one part of a brief together, in the order of the tables."""
    order = list(GROUPS)
    return sorted(RULES.values(), key=lambda rule: order.index(rule.group))


def rule_sheet(profile: Profile) -> str:
    """All rules as a house has them: id, weight, what each finds, where it comes from."""
    parts = []
    for group, name in GROUPS.items():
        rows = "\n".join(_row(rule, profile) for rule in RULES.values() if rule.group == group)
        parts.append(
            f"### {name}\n\n| rule | weight | what it finds | where it comes from |\n|---|---|---|---|\n{rows}\n"
        )
    return "\n".join(parts)


def _row(rule: Rule, profile: Profile) -> str:
    here = weight(rule, profile)
    said = f"{here.value if here else OFF}{', fixed' if rule.binding else ''}"
    return f"| `{rule.id}` | {said} | {rule.title.rstrip('.')} | {rule.source} |"
