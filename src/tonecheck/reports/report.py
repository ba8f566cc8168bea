"""The nouns of this room: findings with their places, what a run comes to, and how it is to look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tonecheck.errors import Problem
from tonecheck.excerpts import Excerpt
from tonecheck.model import Finding, Severity
from tonecheck.positions import Place


class Span(NamedTuple):
    """From where to where in a file."""

    start: Place
    end: Place


class Located(NamedTuple):
    """A finding in its file. ``reply`` is the id of the reply inside a file of replies. ``occurrence`` counts from 1
    the findings of the reply that are alike in rule, words and sentence; ``suggestions`` are the places of the
    finding's suggestions, in their order."""

    path: str
    reply: str | None
    finding: Finding
    span: Span
    suggestions: tuple[Span, ...]
    excerpt: Excerpt
    occurrence: int


class Checked(NamedTuple):
    """One step of a run: what was found and what went wrong, and how much it adds to the counts."""

    findings: tuple[Located, ...] = ()
    problems: tuple[Problem, ...] = ()
    replies: int = 0
    files: int = 0


class Summary(NamedTuple):
    """The counts of a run."""

    replies: int = 0
    files: int = 0
    error: int = 0
    warning: int = 0
    suggestion: int = 0
    problems: int = 0


class Report(NamedTuple):
    """A run, step by step as it goes, and the short texts of the passages that its findings name."""

    steps: Iterable[Checked]
    passages: Mapping[str, str]


class Style(NamedTuple):
    """How text for people is to look; reports for programs take no notice of it."""

    colour: bool = False
    width: int = 80


def add(summary: Summary, step: Checked) -> Summary:
    """The counts with one more step in them."""
    counts: dict[Severity, int] = {"error": 0, "warning": 0, "suggestion": 0}
    for located in step.findings:
        counts[located.finding.severity] += 1
    return Summary(
        summary.replies + step.replies,
        summary.files + step.files,
        summary.error + counts["error"],
        summary.warning + counts["warning"],
        summary.suggestion + counts["suggestion"],
        summary.problems + len(step.problems),
    )
