"""`check`, its list of rules, the house profile, and findings suppressed with a reason."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run

RULE, PLACE = "judgement.single-source", "j2"


def test_all_rules_are_listed_with_what_the_house_made_of_them(briefing: Run, shipped: Path) -> None:
    shipped.joinpath("briefing.yaml").write_text(
        "title: Here\nrules:\n  source.stale: off\n  form.adressee: off\n"
        "  quotation.altered: note\n  stale-after: 5 years\n"
    )
    listed = briefing("check", "--rules", "--json").json
    rules = {rule["id"]: rule for rule in listed["rules"]}
    stale, altered = rules["source.stale"], rules["quotation.altered"]
    assert (stale["severity"], stale["default"], stale["changed"], stale["fixed"]) == ("off", "warning", True, False)
    assert (altered["severity"], altered["changed"], altered["fixed"]) == ("error", False, True)
    assert listed["limits"] == {"stale-after": "5 years", "long-quote": "150 words"}
    places = [(p["file"], p["line"], p["field"]) for p in listed["problems"]]
    assert places == [("briefing.yaml", 4, "rules.form.adressee"), ("briefing.yaml", 5, "rules.quotation.altered")]
    assert "form.addressee" in listed["problems"][0]["hint"]
    assert "| `source.stale` | off |" in briefing("check", "--rules", "--markdown").out
    said = briefing("check", "--rules")
    assert any(line.split()[:3] == ["source.stale", "off", "*"] for line in said.out.splitlines())
    assert "quotation.altered" in said.err
    told = [f for f in briefing("doctor", "--json", code=None).json if "form.adressee" in f["found"] + f["hint"]]
    assert [f["ok"] for f in told] == [False]
    found = briefing("check", "deconfliction", "--json").json["findings"]
    assert "source.stale" not in {f["rule"] for f in found}


def test_rules_are_listed_without_a_workspace(briefing: Run) -> None:
    listed = briefing("check", "--rules", "--json", folder=None).json
    assert listed["problems"] == []
    assert not any(rule["changed"] for rule in listed["rules"])


def test_check_wants_a_brief_or_the_rules(briefing: Run) -> None:
    assert briefing("check", "--json", code=2).json["error"]["kind"] == "usage"


def test_a_finding_is_suppressed_with_a_reason_and_stands_again(briefing: Run, shipped: Path) -> None:
    before = briefing("check", "deconfliction", "--json").json
    assert before["suppressed"] == []
    said = ("--reason", "Said in the reason for the confidence.", "--by", "A. Berg")
    brief = briefing("brief", "suppress", "deconfliction", RULE, PLACE, *said, "--json").json
    (kept,) = brief["suppressed"]
    assert (kept["rule"], kept["place"], kept["by"]) == (RULE, PLACE, "A. Berg")
    assert len(kept["date"]) == len("2026-11-21")
    after = briefing("check", "deconfliction", "--json").json
    assert after["counts"]["warning"] == before["counts"]["warning"] - 1
    (one,) = after["suppressed"]
    assert (one["rule"], one["place"], one["reason"]) == (RULE, PLACE, "Said in the reason for the confidence.")
    assert {"rule", "severity", "place", "message", "hint"} <= set(one)
    assert "suppressed: Said in the reason" in briefing("check", "deconfliction").out
    assert f"suppressed at {PLACE}: {RULE}: Said" in briefing("brief", "show", "deconfliction").out
    briefing("brief", "unsuppress", "deconfliction", RULE, PLACE)
    assert briefing("check", "deconfliction", "--json").json == before
    briefing("brief", "undo", "deconfliction")
    assert briefing("check", "deconfliction", "--json").json == after
    briefing("brief", "undo", "deconfliction")
    assert briefing("check", "deconfliction", "--json").json == before
    assert "suppressed" not in (shipped / "briefs/deconfliction.yaml").read_text(encoding="utf-8")


def test_what_cannot_be_suppressed_is_refused(briefing: Run) -> None:
    def refused(rule: str, place: str, reason: str, code: int) -> str:
        done = briefing("brief", "suppress", "deconfliction", rule, place, "--reason", reason, "--json", code=code)
        return str(done.json["error"]["message"])

    assert "cannot be suppressed" in refused("quotation.altered", "e1", "I know better.", 3)
    assert "finds nothing at 'j1'" in refused(RULE, "j1", "It is enough.", 1)
    assert "there is no rule" in refused("judgement.single", PLACE, "It is enough.", 1)
    assert "needs a reason" in refused(RULE, PLACE, "  ", 2)
    assert "is not suppressed" in briefing("brief", "unsuppress", "deconfliction", RULE, PLACE, code=1).err


def test_the_briefs_that_ship_have_no_error_and_no_vague_word(briefing: Run) -> None:
    for brief in ("deconfliction", "washington-channel"):
        found = briefing("check", brief, "--json").json
        assert found["counts"]["error"] == 0
        wording = {"judgement.vague", "judgement.scales", "judgement.percentage", "judgement.mixed"}
        doubts = {"source.opinion", "speaker.unfounded", "speaker.evidence"}
        assert not {f["rule"] for f in found["findings"]} & (wording | doubts)
