"""A rule as SARIF describes it: what code scanning shows beside each of its findings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tonecheck.rulebook.rule import Rule

# GitHub cuts descriptions there.
_LONGEST = 1024
_PROBLEM_SEVERITIES = {"error": "error", "warning": "warning", "note": "recommendation"}


def rule_object(id: str, level: str, rule: Rule | None, passages: Mapping[str, str]) -> dict[str, object]:
    """The ``reportingDescriptor`` of a rule; of one that is not known little more than its id."""
    if rule is None:
        text = {"text": id}
        return {"id": id, "shortDescription": text, "fullDescription": text, "help": text}
    return {
        "id": id,
        "shortDescription": {"text": _short(rule.summary)},
        "fullDescription": {"text": _short(rule.why)},
        "help": {"text": "\n\n".join(_help(rule, passages))},
        "defaultConfiguration": {"level": level},
        "properties": {
            "tags": ["tone", rule.category],
            "problem.severity": _PROBLEM_SEVERITIES[level],
        },
    }


def _help(rule: Rule, passages: Mapping[str, str]) -> list[str]:
    return [
        rule.why,
        *(f"{id}: {passages[id]}" for id in rule.passages if id in passages),
        f"'tonecheck explain {rule.id}' shows examples; --ignore {rule.id} switches it off.",
    ]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
