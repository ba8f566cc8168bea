"""What holds for every report, and the whole output of those for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.reports.sample import DRAFT, MESSAGE, failed, report
from tonecheck.reports import EDIT_FORMATS, FORMATS, TEXT_FORMATS, reporter
from tonecheck.reports.report import Checked, Report, Style, Summary, add

CONTROLS = "\x1b[31mনা 😀 not possible [b] %0A ::error:: \x85\u2028"


def rendered(name: str, of: Report) -> str:
    return "".join(reporter(name)(of, Style()))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", ["", DRAFT, CONTROLS, "না 😀 " * 500, "happy to help 😀"])
def test_every_report_takes_any_text_and_changes_nothing(name: str, text: str) -> None:
    of = report(text, "a\nরিনা.txt")
    shown = rendered(name, of)
    assert shown == rendered(name, of)
    assert "\x1b" not in shown
    assert shown.endswith("\n") or not shown


# The others need to know how many there are, of a file or of all.
@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"junit", "markdown"}))
def test_findings_are_written_as_they_are_found(name: str) -> None:
    taken = 0

    def steps() -> Iterator[Checked]:
        nonlocal taken
        for step in [*report().steps] * 3:
            taken += 1
            yield step

    pieces = reporter(name)(Report(steps(), {}), Style())
    while "refusal" not in next(pieces):
        pass
    assert taken == 1


def test_text_formats_exist() -> None:
    assert FORMATS.keys() >= TEXT_FORMATS | EDIT_FORMATS


def test_concise() -> None:
    assert (
        rendered("concise", report())
        == f"""\
drafts/রিনা.txt:3:13: error[flat-refusal] {MESSAGE}
drafts/রিনা.txt:3:78: error[flat-refusal] {MESSAGE}
drafts/রিনা.txt:6:4: warning[missing-closing-offer] It ends without an offer.
"""
    )


def test_json() -> None:
    text = '{"id": "৭", "text": "😀\\nএটা সম্ভব না"}\n'
    document = json.loads(rendered("json", report(text, "c.jsonl")))
    start, end = {"line": 1, "column": 29, "offset": 28}, {"line": 1, "column": 37, "offset": 36}
    refusal = document["findings"][0]
    fingerprint = refusal.pop("fingerprint")
    assert len(fingerprint) == 16
    assert int(fingerprint, 16)
    assert refusal == {
        "path": "c.jsonl",
        "reply": "৭",
        "title": None,
        "inside": "$.text",
        "rule": "flat-refusal",
        "severity": "error",
        "language": "bn",
        "message": MESSAGE,
        "match": "সম্ভব না",
        "start": start,
        "end": end,
        "in_reply": {
            "start": {"line": 2, "column": 5, "offset": 6},
            "end": {"line": 2, "column": 13, "offset": 14},
        },
        "passages": ["A7", "A8"],
        "suggestions": [
            {"text": "আমি […] টার মধ্যে জানাচ্ছি।", "start": start, "end": end, "applicability": "manual"},
            {"text": "Here is what I can do instead.", "start": start, "end": end, "applicability": "manual"},
            {"text": "", "start": start, "end": end, "applicability": "safe"},
        ],
        "not_fixed": None,
    }
    assert document["findings"][1]["start"] == document["findings"][1]["end"] == end
    del document["findings"]
    assert document == {
        "version": 1,
        "errors": [],
        "summary": {
            "replies": 1,
            "files": 1,
            "error": 1,
            "warning": 1,
            "suggestion": 0,
            "fixed": 0,
            "skipped": 0,
            "silenced": 0,
            "known": 0,
        },
    }


def test_json_with_errors_only() -> None:
    assert json.loads(rendered("json", failed())) == {
        "version": 1,
        "findings": [],
        "errors": [
            {
                "path": "নেই😀.txt",
                "line": None,
                "column": None,
                "message": "no such file or folder",
                "hint": "check the path",
            }
        ],
        "summary": {
            "replies": 1,
            "files": 1,
            "error": 0,
            "warning": 0,
            "suggestion": 0,
            "fixed": 0,
            "skipped": 0,
            "silenced": 0,
            "known": 0,
        },
    }


def test_jsonl_has_the_finding_objects_of_json() -> None:
    lines = [json.loads(line) for line in rendered("jsonl", report()).split("\n")[:-1]]
    assert lines == json.loads(rendered("json", report()))["findings"]
    assert len(lines) == 3


def test_counts_add_up() -> None:
    summary = Summary()
    for step in [*report().steps, *failed().steps]:
        summary = add(summary, step)
    assert summary == Summary(replies=2, files=2, error=2, warning=1, suggestion=0, problems=1)
