"""Where the sentences of a masked text begin and end.

A full stop ends a sentence unless it belongs to an abbreviation, a number or a name. A line break ends one where the
writer meant it to: after a greeting, before a list item, between short chat lines; the break of a wrapped line is a
space.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from tonecheck.text.mask import MASK_CHARACTERS
from tonecheck.text.salutations import greeting_end, is_greeting, is_name, is_sign_off, is_slot, is_wish
from tonecheck.text.stops import cut, is_anew, is_emoji

# A line of fewer characters was broken by its writer, not by a mail program.
SHORT_LINE = 45

_NOT_PROSE = MASK_CHARACTERS["signature"]
_BRANCH, _UNSEEN = MASK_CHARACTERS["branch"], MASK_CHARACTERS["unseen"]
_MASKS = frozenset(MASK_CHARACTERS.values())
_LINE = regex.compile(f"[^\r\n{_NOT_PROSE}{_BRANCH}]+")
_OPENERS = "\"'“‘([*"
_MARKS = frozenset("-*+•‣▪◦–—(#")


@cache
def _marker() -> regex.Pattern[str]:
    """A list marker, or several: "- ", "2) ", "৩. "."""
    return regex.compile(r"(?:(?:[-*+•‣▪◦–—]|\(?[0-9০-৯]{1,3}[.)।]|\(?[a-zA-Zক-ঘ]\)|#{1,6})[ \t]+)+")


def split(masked: str) -> tuple[tuple[int, int, int], ...]:
    """The sentences of a masked text (see ``mask.apply_masks``) as (start, end, paragraph), in order.

    A span holds the closing punctuation, quotes and emoji, no surrounding space and no list marker. What has neither
    letter nor digit nor ``!`` or ``?`` of its own is no sentence. A greeting before a comma is one. Paragraphs are
    counted from 0.
    """
    spans: list[tuple[int, int, int]] = []
    for block_start, block_end, paragraph in _blocks(masked):
        for start, end in cut(masked, block_start, block_end):
            start, end = _trimmed(masked, start, end)
            if len(spans) < 2 and (greeted := greeting_end(masked[start : min(end, start + 90)])):
                spans.append((start, start + greeted, paragraph))
                start, end = _trimmed(masked, start + greeted, end)
            if any(masked[at].isalnum() or masked[at] in "!?" for at in range(start, end)):
                spans.append((start, end, paragraph))
    return tuple(spans)


def _blocks(masked: str) -> Iterator[tuple[int, int, int]]:
    """Runs of lines that one text flows through, without the list marker before them, with their paragraph."""
    lower = masked.lower() == masked
    paragraph = -1
    block = line = (0, 0)
    for start, end, fresh, parted in _lines(masked):
        if fresh or parted or _breaks(masked[slice(*line)], masked[start:end], lower=lower, first=not paragraph):
            if block[0] < block[1]:
                yield *block, paragraph
            block = (start + _marked(masked[start : min(end, start + 40)]), end)
        else:
            block = (block[0], end)
        line = (start, end)
        paragraph += fresh
    if block[0] < block[1]:
        yield *block, paragraph


def _lines(masked: str) -> Iterator[tuple[int, int, bool, bool]]:
    """The lines of prose, whether something lies between each and the one before, and whether the tag of a branch
    does: words before it and behind it are never one sentence."""
    last = -1
    for line in _LINE.finditer(masked):
        start, end = _trimmed(masked, line.start(), line.end())
        # A comma behind a branch belongs to the words in it.
        behind = start < end and masked[line.start() - 1 : line.start()] == _BRANCH
        if start < end and not (behind and not any(map(str.isalnum, masked[start:end]))):
            gap = masked[last : line.start()] if last >= 0 else _NOT_PROSE
            fresh = _NOT_PROSE in gap or max(gap.count("\n"), gap.count("\r")) > 1
            yield start, end, fresh, _BRANCH in gap
            last = line.end()


def _breaks(before: str, line: str, *, lower: bool, first: bool) -> bool:
    """Whether the writer meant the line break between two lines that follow each other. ``lower``: the whole text is
    without capitals; ``first``: nothing stands before ``before`` but its own paragraph."""
    if _marked(line[:40]) or before.startswith("#") or is_sign_off(before) or is_sign_off(line):
        return True
    if before[-1] == "," and is_slot(line) and is_wish(before):
        return True
    if first and is_greeting(before, alone=True):
        return True
    if len(before) >= SHORT_LINE:
        # A name under a line that ends on a number or an address, which takes no full stop.
        return (before[-1].isdigit() or before[-1] in _MASKS) and is_name(line)
    if before.endswith(",") and is_name(line):  # "See you soon," above a name
        return len(before.split()) <= 6
    if before.endswith((",", ";", "-", "–", "—", "/", "&", "(")):
        return False
    first_letter = line.lstrip(_OPENERS)[:1]
    return lower or is_anew(first_letter) or is_emoji(first_letter)


def _marked(line: str) -> int:
    """The length of the list marker that a line begins with, 0 without one."""
    if not (line[0] in _MARKS or line[0].isdigit() or line[1:2] == ")"):
        return 0
    marker = _marker().match(line)
    return marker.end() if marker else 0


def _trimmed(masked: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (masked[start].isspace() or masked[start] == _UNSEEN):
        start += 1
    while start < end and (masked[end - 1].isspace() or masked[end - 1] == _UNSEEN):
        end -= 1
    return start, end
