"""How many findings there are, by rule, category, file and reply, in place of the findings themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tonecheck.errors import Problem
from tonecheck.reports.advice import reply_name
from tonecheck.reports.json_objects import counts_object, encode, problem_object
from tonecheck.reports.report import Report, Style, Summary, add
from tonecheck.reports.terminal import no_command, one_line

if TYPE_CHECKING:
    from tonecheck.rulebook.rule import Rule

_Name = TypeVar("_Name", str, tuple[str, str])
# So many files and replies are listed for people.
_LISTED = 10


class Statistics(NamedTuple):
    """Numbers of findings. A reply is its path and its name; the name is empty for a file that is one reply, and the
    category for rules that are not known."""

    rules: Counter[str]
    categories: Counter[str]
    files: Counter[str]
    replies: Counter[tuple[str, str]]
    summary: Summary
    problems: tuple[Problem, ...]


def count(report: Report) -> Statistics:
    """Counts a run to its end."""
    rules: Counter[str] = Counter()
    files: Counter[str] = Counter()
    replies: Counter[tuple[str, str]] = Counter()
    summary = Summary()
    problems: list[Problem] = []
    for step in report.steps:
        summary = add(summary, step)
        problems += step.problems
        for located in step.findings:
            rules[located.finding.rule] += 1
            files[located.path] += 1
            replies[located.path, reply_name(located)] += 1
    categories: Counter[str] = Counter()
    for rule, number in rules.items():
        categories[_category(rule, report.rules) or ""] += number
    return Statistics(rules, categories, files, replies, summary, tuple(problems))


def render_text(report: Report, style: Style) -> Iterator[str]:
    """A table for each of the four, the most findings first; nothing when nothing is found."""
    counted = count(report)
    replies = Counter({f"{path}: {name}" if name else path: number for (path, name), number in counted.replies.items()})
    tables = (
        ("By rule:", counted.rules, None),
        ("By category:", counted.categories, None),
        ("By file:", counted.files, _LISTED),
        ("By reply:", replies, _LISTED),
    )
    separator = ""
    for heading, numbers, most in tables:
        if numbers:
            yield separator + "".join(f"{line}\n" for line in (heading, *_table(numbers, most)))
            separator = "\n"


def render_json(report: Report, style: Style) -> Iterator[str]:
    """One JSON object, version 1, with the errors and the summary of the report ``json``."""
    counted = count(report)
    rules = [
        {"rule": rule, "category": _category(rule, report.rules), "findings": number}
        for rule, number in _ordered(counted.rules)
    ]
    statistics = {
        "rules": rules,
        "categories": [{"category": name or None, "findings": number} for name, number in _ordered(counted.categories)],
        "files": [{"path": path, "findings": number} for path, number in _ordered(counted.files)],
        "replies": [
            {"path": path, "reply": name or None, "findings": number}
            for (path, name), number in _ordered(counted.replies)
        ],
    }
    yield encode(
        {
            "version": 1,
            "statistics": statistics,
            "errors": [problem_object(problem) for problem in counted.problems],
            "summary": counts_object(counted.summary),
        }
    )
    yield "\n"


RENDERS: Mapping[str, Callable[[Report, Style], Iterator[str]]] = {
    "full": render_text,
    "concise": render_text,
    "grouped": render_text,
    "json": render_json,
}
"""The formats that statistics can be written in."""


def _table(numbers: Counter[str], most: int | None) -> Iterator[str]:
    ordered = _ordered(numbers)
    column = len(str(ordered[0][1]))
    for name, number in ordered[:most]:
        yield no_command(f"  {number:>{column}}  {one_line(name) or 'no category'}")
    if most is not None and len(ordered) > most:
        yield f"  and {len(ordered) - most} more"


def _ordered(numbers: Counter[_Name]) -> list[tuple[_Name, int]]:
    return sorted(numbers.items(), key=lambda entry: (-entry[1], entry[0]))


def _category(rule: str, rules: Mapping[str, Rule]) -> str | None:
    return rules[rule].category if rule in rules else None
