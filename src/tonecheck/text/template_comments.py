"""Comments of template engines: whatever their length, nobody who gets the reply sees them."""

from __future__ import annotations

from functools import cache

import regex

# Opening mark to closing one, the longest first.
_MARKS = {"{{!--": "--}}", "{{!": "}}", "{#": "#}", "<%--": "--%>", "<%#": "%>"}


def find_comments(text: str) -> list[tuple[int, int]]:
    """The spans of comments with their marks, in order: ``{# #}``, ``{{! }}``, ``<%# %>``, and everything from
    ``{% comment %}`` to ``{% endcomment %}``. One that is never closed is none. Positions in code points."""
    if not any(mark in text for mark in ("{#", "{{!", "<%", "comment")):
        return []
    spans: list[tuple[int, int]] = []
    missing: set[str] = set()
    done = 0
    for hit in _openings().finditer(text):
        mark = "" if hit["block"] else hit[0].replace("~", "")
        if hit.start() < done or mark in missing:
            continue
        if mark:
            end = text.find(_MARKS[mark], hit.end()) + len(_MARKS[mark])
        else:
            ending = _block_end().search(text, hit.end())
            end = ending.end() if ending else 0
        if end < hit.end():
            missing.add(mark)
            continue
        done = end
        spans.append((hit.start(), end))
    return spans


@cache
def _openings() -> regex.Pattern[str]:
    return regex.compile(r"(?P<block>\{%[-~]?\s*+comment\b[^%}]*+%\})|\{\{~?!--|\{\{~?!|(?<!\{)\{#(?!\})|<%--|<%#")


@cache
def _block_end() -> regex.Pattern[str]:
    return regex.compile(r"\{%[-~]?\s*+endcomment\s*+[-~]?%\}")
