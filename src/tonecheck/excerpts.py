"""The sentence around a finding, for people to see and for a fingerprint to know it again.

Coarser than the sentences that rules run on, and apart from them: a fingerprint must not change when the reading of
sentences gets better.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

# How far to look for the borders of the sentence, in code points: a draft may be one endless line.
_REACH = 600
_ENDS = ".!?।\"'”’)]"


class Excerpt(NamedTuple):
    """The sentence around a finding on one line: the words found and what stands before and after them.

    ``words`` is empty for what is missing. Each run of white space is one space.
    """

    before: str
    words: str
    after: str


def excerpt(text: str, start: int, end: int) -> Excerpt:
    """The sentence or sentences of ``text`` around ``text[start:end]``; for an empty span the words before it."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    # What is missing behind a sentence is shown with that sentence and not with the next one.
    inside = start if start < end else low + len(text[low:start].rstrip().rstrip(_ENDS))
    first = max((border.end() for border in _border().finditer(text, low, inside)), default=low)
    # Words that end in a full stop end their sentence.
    closed = start < end and text[end - 1] in _ENDS
    border = _border().search(text, end - 1 if closed else end, high)
    last = max(border.end(), end) if border else high
    return Excerpt(_one_line(text[first:start]), _one_line(text[start:end]), _one_line(text[end:last]))


@cache
def _border() -> regex.Pattern[str]:
    # A full stop and the like with white space behind it, or a blank line.
    return regex.compile(rf"[.!?।][{regex.escape(_ENDS)}]*(?=\s)|(?:\r\n?+|\n)[ \t]*[\r\n]\s*")


def _one_line(text: str) -> str:
    """``text`` with each run of white space as one space, also at its ends."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return " " * text[0].isspace() + words + " " * text[-1].isspace()
