"""Suggestions put into a text."""

from __future__ import annotations

from collections.abc import Iterable

from tonecheck.model import Finding, Reply, Suggestion


def apply(reply: Reply | str, findings: Iterable[Finding], unsafe: bool = False) -> str:
    """The reply's text with the suggestions of the findings put in: ``safe`` ones, with ``unsafe`` also the unsafe
    ones, never a ``manual`` one.

    Of two edits that touch the same words the one that begins first is made and the other left out, so that edits never
    collide; the order of ``findings`` does not matter.
    """
    text = reply if isinstance(reply, str) else reply.text
    wanted = ("safe", "unsafe") if unsafe else ("safe",)
    edits = {edit for finding in findings if (edit := _chosen(finding, wanted)) is not None}
    pieces, at = [], 0
    last: tuple[int, int] | None = None
    for start, end, words in sorted(edits):
        if start < at or last == (start, end):
            continue
        pieces += [text[at:start], words]
        at, last = end, (start, end)
    return "".join([*pieces, text[at:]])


def _chosen(finding: Finding, wanted: tuple[str, ...]) -> tuple[int, int, str] | None:
    for suggestion in finding.suggestions:
        if suggestion.applicability in wanted:
            return _edit(suggestion)
    return None


def _edit(suggestion: Suggestion) -> tuple[int, int, str]:
    return suggestion.start, suggestion.end, suggestion.text
