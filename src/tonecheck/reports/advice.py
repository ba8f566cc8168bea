"""What a finding says to write instead, in words for people."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.model import Finding, Suggestion
from tonecheck.reports.report import FileEdit, Located


def label(suggestion: Suggestion) -> str:
    """One or two words that say what kind of suggestion it is."""
    match suggestion.applicability:
        case "safe":
            return "fix"
        case "unsafe":
            return "rewrite"
    return "fill in" if has_blank(suggestion) else "choice"


def rewrite(suggestion: Suggestion, finding: Finding) -> str:
    """The words to write instead, or that some are to be left out."""
    if suggestion.text.strip():
        return suggestion.text.strip()
    here = (suggestion.start, suggestion.end) == (finding.start, finding.end)
    return f"leave out: {' '.join(finding.match.split())}" if here else "leave this out"


def has_blank(suggestion: Suggestion) -> bool:
    """Whether a person has to fill something in, such as ``[…]``."""
    return suggestion.applicability == "manual" and "[" in suggestion.text


def ready_edits(located: Located) -> Iterator[tuple[Suggestion, FileEdit]]:
    """The suggestions that can be put into the file as they are, by a click in a review."""
    for suggestion, edit in zip(located.finding.suggestions, located.edits, strict=False):
        if edit is not None and not has_blank(suggestion):
            yield suggestion, edit


def reply_name(located: Located) -> str:
    """Which reply of its file a finding is in, as people know it; empty for a file that is one reply."""
    parts = (located.title, located.reply, located.inside)
    return " · ".join(part for part in dict.fromkeys(parts) if part)
