"""A reply read a second time, with the words that its placeholders fall back to: the customer may see them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tonecheck.engine.check import Examined
from tonecheck.model import Document, Finding, Reply, Suggestion
from tonecheck.text.fallbacks import OtherReading, original_span, other_reading, touches_fallback


def with_fallbacks(document: Document, examined: Examined, examine: Callable[[Reply], Examined]) -> Examined:
    """``examined`` and what ``examine`` finds in fallback words beside it, pointing into the reply as it is.

    A span that is not inside the fallback words covers their whole placeholder, and no suggestion that would change a
    placeholder is for anybody but a person.
    """
    reply = document.reply
    reading = other_reading(reply.text, ((start, end) for start, end, kind in document.masks if kind == "placeholder"))
    if reading is None:
        return examined
    again = examine(replace(reply, text=reading.text))
    added = [
        _mapped(document, reading, finding)
        for finding in again.findings
        if touches_fallback(reading, finding.start, finding.end)
    ]
    fresh = [finding for finding in added if not any(_is_same(finding, other) for other in examined.findings)]
    stopped = {error.rule for error in examined.errors}
    return Examined(
        tuple(sorted((*examined.findings, *fresh), key=lambda finding: (finding.start, finding.end, finding.rule))),
        (*examined.errors, *(error for error in again.errors if error.rule not in stopped)),
    )


def _mapped(document: Document, reading: OtherReading, finding: Finding) -> Finding:
    start, end = original_span(reading, finding.start, finding.end)
    return replace(
        finding,
        start=start,
        end=end,
        match=document.reply.text[start:end],
        suggestions=tuple(_suggestion(document, reading, suggestion) for suggestion in finding.suggestions),
    )


def _suggestion(document: Document, reading: OtherReading, suggestion: Suggestion) -> Suggestion:
    start, end = original_span(reading, suggestion.start, suggestion.end)
    touched = any(mask.start < max(end, start + 1) and start < mask.end for mask in document.masks)
    return replace(suggestion, start=start, end=end, applicability="manual" if touched else suggestion.applicability)


def _is_same(finding: Finding, other: Finding) -> bool:
    return finding.rule == other.rule and finding.start < other.end and other.start < finding.end
