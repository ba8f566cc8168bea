"""Numbers in place of findings."""

from __future__ import annotations

import json

from tests.reports.sample import clean, failed, hostile, report
from tests.reports.validators import parsed_commands
from tonecheck.reports import FORMATS
from tonecheck.reports.report import Report, Style
from tonecheck.reports.statistics import RENDERS
from tonecheck.rulebook.catalog import rulebook

LIBRARY = '{"id": "৭", "text": "😀 সম্ভব না"}\n{"id": "৮", "text": "not possible, not possible"}\n'
RULES = {"flat-refusal": rulebook().rules["flat-refusal"]}


def statistics(name: str, of: Report) -> str:
    return "".join(RENDERS[name](of, Style()))


def both() -> Report:
    return Report((*report().steps, *report(LIBRARY, "ক.jsonl").steps), {}, RULES)


def test_nothing_found() -> None:
    assert statistics("full", clean()) == ""
    assert json.loads(statistics("json", clean()))["statistics"] == {
        "rules": [],
        "categories": [],
        "files": [],
        "replies": [],
    }


def test_formats_exist() -> None:
    assert RENDERS.keys() <= FORMATS.keys()


def test_text() -> None:
    assert (
        statistics("concise", both())
        == """\
By rule:
  5  flat-refusal
  3  missing-closing-offer

By category:
  5  refusal
  3  no category

By file:
  5  ক.jsonl
  3  drafts/রিনা.txt

By reply:
  3  drafts/রিনা.txt
  3  ক.jsonl: ৮ · $.text
  2  ক.jsonl: ৭ · $.text
"""
    )


def test_only_the_first_files_are_listed() -> None:
    steps = [step for number in range(10, 25) for step in report("সম্ভব না 😀", f"{number}.txt").steps]
    shown = statistics("grouped", Report(steps, {}))
    assert "  2  19.txt\n  and 5 more\n" in shown
    assert "20.txt" not in shown


def test_json() -> None:
    document = json.loads(statistics("json", Report((*both().steps, *failed().steps), {}, RULES)))
    assert document.pop("summary")["replies"] == 4
    assert document == {
        "version": 1,
        "statistics": {
            "rules": [
                {"rule": "flat-refusal", "category": "refusal", "findings": 5},
                {"rule": "missing-closing-offer", "category": None, "findings": 3},
            ],
            "categories": [{"category": "refusal", "findings": 5}, {"category": None, "findings": 3}],
            "files": [{"path": "ক.jsonl", "findings": 5}, {"path": "drafts/রিনা.txt", "findings": 3}],
            "replies": [
                {"path": "drafts/রিনা.txt", "reply": None, "findings": 3},
                {"path": "ক.jsonl", "reply": "৮ · $.text", "findings": 3},
                {"path": "ক.jsonl", "reply": "৭ · $.text", "findings": 2},
            ],
        },
        "errors": [
            {
                "path": "নেই😀.txt",
                "line": None,
                "column": None,
                "message": "no such file or folder",
                "hint": "check the path",
            }
        ],
    }


def test_hostile_names_steer_nothing() -> None:
    shown = statistics("full", hostile())
    assert all(c.isprintable() or c == "\n" for c in shown)
    assert parsed_commands(shown) == []
