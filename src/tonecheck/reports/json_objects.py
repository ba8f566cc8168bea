"""Findings and problems as JSON has them. The keys are public: they change with a changelog entry only."""

from __future__ import annotations

from json import JSONEncoder

from tonecheck.errors import Problem
from tonecheck.fingerprints import fingerprint
from tonecheck.positions import Place
from tonecheck.reports.report import Located, Summary

# Letters stay readable; a lone surrogate is written out by the stream, in the form that JSON asks for.
encode = JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def finding_object(located: Located) -> dict[str, object]:
    """A finding, with its places in the file."""
    finding = located.finding
    return {
        "path": located.path,
        "reply": located.reply or located.title,
        "title": located.title,
        "inside": located.inside,
        "rule": finding.rule,
        "severity": finding.severity,
        "language": finding.language,
        "message": finding.message,
        "match": finding.match,
        "start": _place(located.span.start),
        "end": _place(located.span.end),
        "in_reply": {"start": _place(located.in_reply.start), "end": _place(located.in_reply.end)},
        "passages": list(finding.passages),
        "suggestions": [
            {
                "text": suggestion.text,
                "start": _place(span.start),
                "end": _place(span.end),
                "applicability": suggestion.applicability,
            }
            for suggestion, span in zip(finding.suggestions, located.suggestions, strict=True)
        ],
        "fingerprint": fingerprint(finding.rule, located.excerpt, located.occurrence),
        "not_fixed": located.not_fixed,
    }


def problem_object(problem: Problem) -> dict[str, object]:
    """What went wrong; line and column are null when there is no such place."""
    return {
        "path": problem.path,
        "line": problem.line or None,
        "column": problem.column or None,
        "message": problem.message,
        "hint": problem.hint,
    }


def counts_object(summary: Summary) -> dict[str, int]:
    """The counts of a run."""
    return {
        "replies": summary.replies,
        "files": summary.files,
        "error": summary.error,
        "warning": summary.warning,
        "suggestion": summary.suggestion,
        "fixed": summary.fixed,
        "skipped": summary.skipped,
        "silenced": summary.silenced,
        "known": summary.known,
    }


def _place(place: Place) -> dict[str, int]:
    return {"line": place.line, "column": place.column, "offset": place.offset}
