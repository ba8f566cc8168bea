"""The nouns of this room: findings with their places, what a run comes to, and how it is to look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tonecheck.errors import Problem
from tonecheck.excerpts import Excerpt
from tonecheck.model import Finding, Severity
from tonecheck.positions import Place

if TYPE_CHECKING:
    from tonecheck.rulebook.rule import Rule


class Span(NamedTuple):
    """From where to where in a file, and the columns of both ends in the units of other programs: UTF-16 code units,
    as editors and GitHub count, and UTF-8 bytes, as reviewdog does."""

    start: Place
    end: Place
    utf16: tuple[int, int] = (1, 1)
    utf8: tuple[int, int] = (1, 1)


class FileEdit(NamedTuple):
    """What to put where in the file, in the file's own spelling (quotes, escapes, entities)."""

    span: Span
    text: str


class Located(NamedTuple):
    """A finding in its file. ``reply`` and ``title`` are those of the reply inside a file of replies, ``inside`` its
    path there, ``in_reply`` where the finding stands in the reply's own text. ``occurrence`` counts from 1 the findings
    of the reply that are alike in rule, words and sentence; ``suggestions`` are the places of the finding's
    suggestions, in their order. ``not_fixed`` says why a fix that was asked for could not be made. ``edits`` are what
    puts each of the suggestions into the file, ``None`` for one that cannot be written there; empty when not known."""

    path: str
    reply: str | None
    finding: Finding
    span: Span
    suggestions: tuple[Span, ...]
    excerpt: Excerpt
    occurrence: int
    title: str | None
    inside: str | None
    in_reply: Span
    not_fixed: str | None = None
    edits: tuple[FileEdit | None, ...] = ()


class FixMade(NamedTuple):
    """A fix that was made: where its words begin in the file as it is now, and the words of the reply before and after
    it, one of them empty for what was put in or left out."""

    path: str
    place: Place
    rule: str
    before: str
    after: str


class Checked(NamedTuple):
    """One step of a run: what was found and what went wrong, and how much it adds to the counts.

    ``skipped`` counts replies that are not read (internal notes, not in use), ``unknown`` files of a folder in which no
    replies are known, ``fixed`` the fixes made, ``fixes`` which they are. ``notes`` are said on standard error.
    ``silenced`` counts findings that the library asks not to be told of, ``known`` those of the baseline; ``path`` is
    the file that was read to its end in this step.
    """

    findings: tuple[Located, ...] = ()
    problems: tuple[Problem, ...] = ()
    replies: int = 0
    files: int = 0
    skipped: int = 0
    unknown: int = 0
    fixed: int = 0
    notes: tuple[str, ...] = ()
    fixes: tuple[FixMade, ...] = ()
    silenced: int = 0
    known: int = 0
    path: str | None = None


class Summary(NamedTuple):
    """The counts of a run."""

    replies: int = 0
    files: int = 0
    error: int = 0
    warning: int = 0
    suggestion: int = 0
    problems: int = 0
    skipped: int = 0
    unknown: int = 0
    fixed: int = 0
    silenced: int = 0
    known: int = 0


class Report(NamedTuple):
    """A run, step by step as it goes, the short texts of the passages that its findings name, the rules by id, and the
    version of tonecheck."""

    steps: Iterable[Checked]
    passages: Mapping[str, str]
    rules: Mapping[str, Rule] = {}
    version: str = ""


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
        summary.skipped + step.skipped,
        summary.unknown + step.unknown,
        summary.fixed + step.fixed,
        summary.silenced + step.silenced,
        summary.known + step.known,
    )
