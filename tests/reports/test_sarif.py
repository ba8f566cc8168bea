"""SARIF logs."""

from __future__ import annotations

import json

from tests.reports.sample import clean, failed, hostile, report, with_edits
from tests.reports.test_contract import written
from tonecheck.reports.report import Report
from tonecheck.rulebook.catalog import rulebook


def test_whole_output() -> None:
    assert (
        written("sarif", with_edits(report()))
        == """\
{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{"columnKind": "utf16CodeUnits", "results": [
{"ruleId": "flat-refusal", "ruleIndex": 0, "level": "error", "message": {"text": "A no without a way forward ends the conversation: the customer hears only that the door is shut."}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "drafts/%E0%A6%B0%E0%A6%BF%E0%A6%A8%E0%A6%BE.txt"}, "region": {"startLine": 3, "startColumn": 13, "endLine": 3, "endColumn": 21}}}], "partialFingerprints": {"tonecheck/v1": "224fe54a1f3b51c5"}, "fixes": [{"description": {"text": "choice"}, "artifactChanges": [{"artifactLocation": {"uri": "drafts/%E0%A6%B0%E0%A6%BF%E0%A6%A8%E0%A6%BE.txt"}, "replacements": [{"deletedRegion": {"startLine": 3, "startColumn": 13, "endLine": 3, "endColumn": 21}, "insertedContent": {"text": "Here is what I can do instead."}}]}]}, {"description": {"text": "fix"}, "artifactChanges": [{"artifactLocation": {"uri": "drafts/%E0%A6%B0%E0%A6%BF%E0%A6%A8%E0%A6%BE.txt"}, "replacements": [{"deletedRegion": {"startLine": 3, "startColumn": 13, "endLine": 3, "endColumn": 21}, "insertedContent": {"text": ""}}]}]}]},
{"ruleId": "flat-refusal", "ruleIndex": 0, "level": "error", "message": {"text": "A no without a way forward ends the conversation: the customer hears only that the door is shut."}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "drafts/%E0%A6%B0%E0%A6%BF%E0%A6%A8%E0%A6%BE.txt"}, "region": {"startLine": 3, "startColumn": 78, "endLine": 4, "endColumn": 9}}}], "partialFingerprints": {"tonecheck/v1": "00b4930a3ba34c5b"}, "fixes": [{"description": {"text": "choice"}, "artifactChanges": [{"artifactLocation": {"uri": "drafts/%E0%A6%B0%E0%A6%BF%E0%A6%A8%E0%A6%BE.txt"}, "replacements": [{"deletedRegion": {"startLine": 3, "startColumn": 78, "endLine": 4, "endColumn": 9}, "insertedContent": {"text": "Here is what I can do instead."}}]}]}, {"description": {"text": "fix"}, "artifactChanges": [{"artifactLocation": {"uri": "drafts/%E0%A6%B0%E0%A6%BF%E0%A6%A8%E0%A6%BE.txt"}, "replacements": [{"deletedRegion": {"startLine": 3, "startColumn": 78, "endLine": 4, "endColumn": 9}, "insertedContent": {"text": ""}}]}]}]},
{"ruleId": "missing-closing-offer", "ruleIndex": 1, "level": "warning", "message": {"text": "It ends without an offer."}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "drafts/%E0%A6%B0%E0%A6%BF%E0%A6%A8%E0%A6%BE.txt"}, "region": {"startLine": 6, "startColumn": 4, "endLine": 6, "endColumn": 4}}}], "partialFingerprints": {"tonecheck/v1": "d2b68ef568a4f620"}, "fixes": [{"description": {"text": "rewrite"}, "artifactChanges": [{"artifactLocation": {"uri": "drafts/%E0%A6%B0%E0%A6%BF%E0%A6%A8%E0%A6%BE.txt"}, "replacements": [{"deletedRegion": {"startLine": 6, "startColumn": 4, "endLine": 6, "endColumn": 4}, "insertedContent": {"text": "\\n\\nআর কিছু লাগলে জানাবেন।"}}]}]}]}
], "invocations": [{"executionSuccessful": true}], "tool": {"driver": {"name": "tonecheck", "rules": [{"id": "flat-refusal", "shortDescription": {"text": "flat-refusal"}, "fullDescription": {"text": "flat-refusal"}, "help": {"text": "flat-refusal"}}, {"id": "missing-closing-offer", "shortDescription": {"text": "missing-closing-offer"}, "fullDescription": {"text": "missing-closing-offer"}, "help": {"text": "missing-closing-offer"}}]}}}]}
"""
    )


def test_hostile() -> None:
    assert (
        written("sarif", hostile())
        == """\
{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{"columnKind": "utf16CodeUnits", "results": [
{"ruleId": "flat-refusal", "ruleIndex": 0, "level": "error", "message": {"text": "না: `x` | <b>[x] (http://x.y)</b> 100%, @all\\n::error::\\u001b[0m]]>"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a%20b%0A%3A%3Aerror%2C%E0%A6%B0%E0%A6%BF%E0%A6%A8%E0%A6%BE%7C%60c%60%3Cscript%3E%250A%1B.txt"}, "region": {"startLine": 1, "startColumn": 38, "endLine": 1, "endColumn": 50}}, "logicalLocations": [{"name": "Re 😀 | `no`\\n::warning::@dana · r:1,2%\\n · $['a::b']", "kind": "reply"}]}], "partialFingerprints": {"tonecheck/v1": "8ca7fb96ed02ac01"}},
{"ruleId": "missing-closing-offer", "ruleIndex": 1, "level": "warning", "message": {"text": "না: `x` | <b>[x] (http://x.y)</b> 100%, @all\\n::error::\\u001b[0m]]>"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a%20b%0A%3A%3Aerror%2C%E0%A6%B0%E0%A6%BF%E0%A6%A8%E0%A6%BE%7C%60c%60%3Cscript%3E%250A%1B.txt"}, "region": {"startLine": 1, "startColumn": 73, "endLine": 1, "endColumn": 73}}, "logicalLocations": [{"name": "Re 😀 | `no`\\n::warning::@dana · r:1,2%\\n · $['a::b']", "kind": "reply"}]}], "partialFingerprints": {"tonecheck/v1": "11a88a557b879e80"}}
], "invocations": [{"executionSuccessful": false, "toolExecutionNotifications": [{"level": "error", "message": {"text": "না ::x:: <b> | ]]> @all\\u0000\\ud83d\\nsee [x] (http://x.y), 100%"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "p%0A%3A%3Aerror%3A%3A%60%3Cp%3E%60%20%F0%9F%98%80.txt"}, "region": {"startLine": 2}}}]}]}], "tool": {"driver": {"name": "tonecheck", "rules": [{"id": "flat-refusal", "shortDescription": {"text": "flat-refusal"}, "fullDescription": {"text": "flat-refusal"}, "help": {"text": "flat-refusal"}}, {"id": "missing-closing-offer", "shortDescription": {"text": "missing-closing-offer"}, "fullDescription": {"text": "missing-closing-offer"}, "help": {"text": "missing-closing-offer"}}]}}}]}
"""
    )


def test_nothing_found() -> None:
    assert (
        written("sarif", clean())
        == """\
{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{"columnKind": "utf16CodeUnits", "results": [
], "invocations": [{"executionSuccessful": true}], "tool": {"driver": {"name": "tonecheck", "rules": []}}}]}
"""
    )


def test_problems_only() -> None:
    assert (
        written("sarif", failed())
        == """\
{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{"columnKind": "utf16CodeUnits", "results": [
], "invocations": [{"executionSuccessful": false, "toolExecutionNotifications": [{"level": "error", "message": {"text": "no such file or folder\\ncheck the path"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "%E0%A6%A8%E0%A7%87%E0%A6%87%F0%9F%98%80.txt"}}}]}]}], "tool": {"driver": {"name": "tonecheck", "rules": []}}}]}
"""
    )


def test_a_rule_that_is_known_has_its_help() -> None:
    rule = rulebook().rules["bare-no"]._replace(id="flat-refusal", why="কেন 😀 " * 400)
    log = json.loads(written("sarif", report()._replace(rules={"flat-refusal": rule}, version="1.2.3")))
    known, unknown = log["runs"][0]["tool"]["driver"]["rules"]
    assert unknown == {
        "id": "missing-closing-offer",
        "shortDescription": {"text": "missing-closing-offer"},
        "fullDescription": {"text": "missing-closing-offer"},
        "help": {"text": "missing-closing-offer"},
    }
    assert known["shortDescription"] == {"text": rule.summary}
    assert len(known["fullDescription"]["text"]) == 1024
    assert "\n\nA7: never stop at a bare “no”\n\n" in known["help"]["text"]
    assert log["runs"][0]["tool"]["driver"]["semanticVersion"] == "1.2.3"
    assert known["properties"] == {"tags": ["tone", "refusal"], "problem.severity": "error"}


def test_fixes_are_what_makes_sense_at_a_click() -> None:
    assert "fixes" not in written("sarif", report())
    unwritable = with_edits(report())
    steps = [
        step._replace(findings=tuple(located._replace(edits=(None,) * len(located.edits)) for located in step.findings))
        for step in unwritable.steps
    ]
    assert "fixes" not in written("sarif", Report(steps, {}))
    made = json.loads(written("sarif", with_edits(report())))["runs"][0]["results"][0]["fixes"]
    assert [fix["description"]["text"] for fix in made] == ["choice", "fix"]
