"""Code in a draft: fenced blocks and spans between backticks."""

from __future__ import annotations

from collections.abc import Sequence

from tonecheck.text.edits import runs
from tonecheck.text.lines import PROSE, Line

_LONGEST = 300
_MOST_TRIED = 8
_FENCE = "```"


def find_code(text: str, lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The spans of code with their backticks, in order. A fence that is never closed hides nothing."""
    blocks: list[tuple[int, int]] = []
    opened = None
    for line in lines:
        words = text[line.start : line.end].strip()
        if line.kind != PROSE or not words.startswith(_FENCE) or _FENCE in words[3:]:
            continue
        if opened is None:
            opened = line.start
        else:
            blocks.append((opened, line.end))
            opened = None
    spans: list[tuple[int, int]] = []
    done = 0
    for start, end in (*blocks, (len(text), len(text))):
        spans += _inline(text, done, start)
        spans.append((start, end))
        done = end
    return spans[:-1]


def _inline(text: str, start: int, end: int) -> list[tuple[int, int]]:
    ticks = [(start + at, start + after) for at, after, _ in runs(text[start:end], "`", 1)]
    spans: list[tuple[int, int]] = []
    for index, (at, after) in enumerate(ticks):
        # "don`t" is no code: a backtick inside a word is an apostrophe.
        if (spans and at < spans[-1][1]) or (at and text[at - 1].isalnum()):
            continue
        for closing, closed in ticks[index + 1 : index + 1 + _MOST_TRIED]:
            if closing - after > _LONGEST or "\n\n" in text[after:closing]:
                break
            following = text[closed : closed + 1]
            if closed - closing == after - at and not (following.isascii() and following.isalnum()):
                spans.append((at, closed))
                break
    return spans
