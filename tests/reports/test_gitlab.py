"""The Code Quality report of GitLab."""

from __future__ import annotations

import json

from tests.reports.sample import DRAFT, clean, failed, hostile, report
from tests.reports.test_contract import written
from tonecheck.reports.report import Report


def test_whole_output() -> None:
    assert (
        written("gitlab", report())
        == """\
[
{"description": "flat-refusal: A no without a way forward ends the conversation: the customer hears only that the door is shut.", "check_name": "flat-refusal", "fingerprint": "258441989e28e5894f19345d9b686b25", "severity": "major", "location": {"path": "drafts/রিনা.txt", "lines": {"begin": 3, "end": 3}, "positions": {"begin": {"line": 3, "column": 13}, "end": {"line": 3, "column": 21}}}},
{"description": "flat-refusal: A no without a way forward ends the conversation: the customer hears only that the door is shut.", "check_name": "flat-refusal", "fingerprint": "a2f2b588d8f54534fbf00dbc5c18f8ee", "severity": "major", "location": {"path": "drafts/রিনা.txt", "lines": {"begin": 3, "end": 4}, "positions": {"begin": {"line": 3, "column": 78}, "end": {"line": 4, "column": 9}}}},
{"description": "missing-closing-offer: It ends without an offer.", "check_name": "missing-closing-offer", "fingerprint": "dfe9fd8a52831cbff0d31ebb921dda5c", "severity": "minor", "location": {"path": "drafts/রিনা.txt", "lines": {"begin": 6, "end": 6}, "positions": {"begin": {"line": 6, "column": 4}, "end": {"line": 6, "column": 4}}}}
]
"""
    )


def test_hostile() -> None:
    assert (
        written("gitlab", hostile())
        == """\
[
{"description": "flat-refusal: না: `x` | <b>[x](http://x.y)</b> 100%, @all\\n::error::\\u001b[0m]]>", "check_name": "flat-refusal", "fingerprint": "5f4e1ff2938ad42239c4e9005bce1138", "severity": "major", "location": {"path": "a b\\n::error,রিনা|`c`<script>%0A\\u001b.txt", "lines": {"begin": 1, "end": 1}, "positions": {"begin": {"line": 1, "column": 38}, "end": {"line": 1, "column": 50}}}},
{"description": "missing-closing-offer: না: `x` | <b>[x](http://x.y)</b> 100%, @all\\n::error::\\u001b[0m]]>", "check_name": "missing-closing-offer", "fingerprint": "0fa003d9e62f0672044d89ce7045a16b", "severity": "minor", "location": {"path": "a b\\n::error,রিনা|`c`<script>%0A\\u001b.txt", "lines": {"begin": 1, "end": 1}, "positions": {"begin": {"line": 1, "column": 73}, "end": {"line": 1, "column": 73}}}},
{"description": "tonecheck: না ::x:: <b> | ]]> @all\\u0000\\ud83d (see [x](http://x.y), 100%)", "check_name": "tonecheck", "fingerprint": "e3f8e6dc24cd6e9c7e6554723304b125", "severity": "critical", "location": {"path": "p\\n::error::`<p>` 😀.txt", "lines": {"begin": 2, "end": 2}}}
]
"""
    )


def test_nothing_found() -> None:
    assert (
        written("gitlab", clean())
        == """\
[
]
"""
    )


def test_problems_only() -> None:
    assert (
        written("gitlab", failed())
        == """\
[
{"description": "tonecheck: no such file or folder (check the path)", "check_name": "tonecheck", "fingerprint": "e4fbee549748ffeebabae30d9b5304e8", "severity": "critical", "location": {"path": "নেই😀.txt", "lines": {"begin": 1, "end": 1}}}
]
"""
    )


def fingerprints(of: Report) -> list[str]:
    return [issue["fingerprint"] for issue in json.loads(written("gitlab", of))]


def test_fingerprints_are_unique_and_outlive_changes_elsewhere() -> None:
    once = fingerprints(report())
    twice = fingerprints(Report((*report().steps, *report().steps), {}))
    assert twice[:3] == once
    assert len(set(twice)) == 6
    assert fingerprints(report("অনেক ধন্যবাদ 😀।\n\n" + DRAFT)) == once
    assert not set(fingerprints(report(DRAFT, "b.txt"))) & set(once)
