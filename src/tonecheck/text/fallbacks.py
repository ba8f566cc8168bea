"""The words that a placeholder falls back to, and the reply as the customer reads it when every field is empty."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import regex


class Slot(NamedTuple):
    """A placeholder ``text[start:end]`` whose fallback words ``text[first:last]`` stand at ``at`` in the other
    reading."""

    start: int
    end: int
    first: int
    last: int
    at: int


class OtherReading(NamedTuple):
    """A text in which placeholders are replaced by their fallback words, and where those were; in order."""

    text: str
    slots: tuple[Slot, ...]


def other_reading(text: str, placeholders: Iterable[tuple[int, int]]) -> OtherReading | None:
    """``text`` with the fallback words of its ``placeholders`` (spans in order) in their place, None when no
    placeholder has any. All offsets are in code points."""
    slots: list[Slot] = []
    parts: list[str] = []
    done = length = 0
    for start, end in placeholders:
        words = _fallback_words(text, start, end)
        if words is None:
            continue
        first, last = words
        length += start - done
        slots.append(Slot(start, end, first, last, length))
        parts += text[done:start], text[first:last]
        length += last - first
        done = end
    return OtherReading("".join((*parts, text[done:])), tuple(slots)) if slots else None


def touches_fallback(reading: OtherReading, start: int, end: int) -> bool:
    """Whether a span of the other reading holds a character of fallback words."""
    return start < end and any(
        slot.at < end and start < slot.at + slot.last - slot.first
        for slot in reading.slots[max(_before(reading, start), 0) : _before(reading, end) + 1]
    )


def original_span(reading: OtherReading, start: int, end: int) -> tuple[int, int]:
    """The span of the original text for one of the other reading: inside of fallback words when it is all there, else
    around the whole placeholder."""
    first, last = _slot(reading, start), _slot(reading, end, ends=True)
    if first is not None and end <= first.at + first.last - first.first:
        return first.first + start - first.at, first.first + end - first.at
    return (
        first.start if first is not None else _original(reading, start),
        last.end if last is not None else _original(reading, end),
    )


def _before(reading: OtherReading, at: int) -> int:
    """The index of the last slot that begins at or before a place, -1 when there is none."""
    return bisect_right(reading.slots, at, key=lambda slot: slot.at) - 1


def _slot(reading: OtherReading, at: int, *, ends: bool = False) -> Slot | None:
    """The slot whose words a span begins in at this place, or ends in."""
    index = bisect_right(reading.slots, at - ends, key=lambda slot: slot.at) - 1
    slot = reading.slots[index] if index >= 0 else None
    return slot if slot is not None and at - ends < slot.at + slot.last - slot.first else None


def _original(reading: OtherReading, at: int) -> int:
    """The original's place for one that is outside of fallback words."""
    index = _before(reading, at)
    if index >= 0 and reading.slots[index].at == at:  # right before the words
        return reading.slots[index].start
    if index < 0:
        return at
    slot = reading.slots[index]
    return slot.end + at - (slot.at + slot.last - slot.first)


def _fallback_words(text: str, start: int, end: int) -> tuple[int, int] | None:
    match = _fallback().search(text, start, end)
    if match is None:
        return None
    first, last = match.span("words")
    while first < last and text[first].isspace():
        first += 1
    while first < last and text[last - 1].isspace():
        last -= 1
    return (first, last) if first < last else None


@cache
def _fallback() -> regex.Pattern[str]:
    """What stands before fallback words, and the words: in quotation marks, or bare up to the end of the tag."""
    named = r"\b(?:fallback|default(?:_value|_if_none)?)(?:\s*+[:=]\s*+|\s*+\(\s*+|\s++)"
    quoted = "|".join(
        rf"{opening}(?P<words>(?:\\.|(?!{closing})[^\\])++){closing}"
        for opening, closing in (('"', '"'), ("'", "'"), ("“", "”"), ("‘", "’"), ("&quot;", "&quot;"))
    )
    bare = (
        r"""[,|:]\s*+(?:fallback\s*+[:=]|default\s*+=)\s*+(?P<words>[^\s"'“‘&%|:{}<>][^"%|:{}<>]*+)"""
        r"|:-(?P<words>[^{}]++)\}"
    )
    return regex.compile(rf"(?:{named}|\|\|\s*+|\?\?\s*+|\bor\s++)(?:{quoted})|{bare}")
