"""ICU messages: ``{count, plural, one {# day} other {# days}}``, one placeholder with braces in it."""

from __future__ import annotations

from functools import cache

import regex

_LONGEST = 1000


def find_messages(text: str) -> list[tuple[int, int]]:
    """The spans of ICU messages with a choice in them, in order; positions in code points."""
    if "plural" not in text and "select" not in text:
        return []
    spans: list[tuple[int, int]] = []
    closed: dict[int, int] | None = None
    for hit in _openings().finditer(text):
        closed = _pairs(text) if closed is None else closed
        end = closed.get(hit.start(), 0)
        if hit.end() < end <= hit.start() + _LONGEST and (not spans or hit.start() >= spans[-1][1]):
            spans.append((hit.start(), end))
    return spans


def _pairs(text: str) -> dict[int, int]:
    """Where each brace that is opened is closed, behind the closing one."""
    opened: list[int] = []
    closed: dict[int, int] = {}
    for brace in _braces().finditer(text):
        if brace[0] == "{":
            opened.append(brace.start())
        elif opened:
            closed[opened.pop()] = brace.end()
    return closed


@cache
def _openings() -> regex.Pattern[str]:
    return regex.compile(r"\{\s*+[\w.]++\s*+,\s*+(?:plural|selectordinal|select)\s*+,")


@cache
def _braces() -> regex.Pattern[str]:
    return regex.compile(r"[{}]")
