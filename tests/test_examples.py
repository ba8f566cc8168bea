"""The examples show what their README says they show."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tonecheck import Linter, Reply

EXAMPLES = Path(__file__).parents[1] / "examples"


def table() -> dict[str, list[str]]:
    rows = [line.strip("| ").split(" | ") for line in (EXAMPLES / "README.md").read_text("utf-8").splitlines()]
    return {
        row[0]: [rule.strip("` ") for rule in "".join(row[2:]).strip(" |").split(",") if rule.strip("` |")]
        for row in rows
        if row[0].endswith(".txt")
    }


def test_every_draft_is_in_the_table() -> None:
    assert sorted(table()) == sorted(path.name for path in (EXAMPLES / "drafts").iterdir())
    assert len(table()) >= 12


@pytest.mark.parametrize(("name", "rules"), table().items())
def test_the_rules_that_speak_are_those_of_the_table(name: str, rules: list[str]) -> None:
    text = (EXAMPLES / "drafts" / name).read_text("utf-8")
    assert sorted({finding.rule for finding in Linter().check(text)}) == sorted(rules)


def test_the_exchange_begins_badly_and_ends_well() -> None:
    linter = Linter()
    found = []
    for line in (EXAMPLES / "angry-exchange.jsonl").read_text("utf-8").splitlines():
        turn = json.loads(line)
        found.append(bool(linter.check(Reply(turn["text"], customer=turn["customer"], channel=turn["channel"]))))
    assert found == [True, True, False, False]
