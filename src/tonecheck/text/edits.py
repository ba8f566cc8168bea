"""Edits on a text whose every character knows the span of the original it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import category, normalize

Edit = tuple[int, int, str]
"""Put the string in the place of ``text[start:end]``; offsets in code points."""


class Mapped(NamedTuple):
    """A text on its way to the matching form; see ``model.Folded``."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def identity(text: str) -> Mapped:
    """A text of which every character stands for itself."""
    return Mapped(text, range(len(text)), range(1, len(text) + 1))


def replaced(mapped: Mapped, edits: Iterable[Edit]) -> Mapped:
    """The text after the edits (in order, apart from each other); what an edit writes stands for all it replaced."""
    text, starts, ends = mapped
    parts: list[str] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    done = 0
    for start, end, new in edits:
        parts += text[done:start], new
        new_starts += starts[done:start]
        new_ends += ends[done:start]
        new_starts += [starts[start]] * len(new)
        new_ends += [ends[end - 1]] * len(new)
        done = end
    if not parts:
        return mapped
    parts.append(text[done:])
    return Mapped("".join(parts), [*new_starts, *starts[done:]], [*new_ends, *ends[done:]])


def places(text: str, what: str) -> Iterator[int]:
    """Where ``what`` stands in ``text``, without overlaps."""
    at = text.find(what)
    while at >= 0:
        yield at
        at = text.find(what, at + len(what))


def runs(text: str, char: str, least: int = 2) -> Iterator[Edit]:
    """Every run of ``least`` or more of one character, to be written once."""
    at = text.find(char * least)
    while at >= 0:
        end = at + least
        while end < len(text) and text[end] == char:
            end += 1
        yield at, end, char
        at = text.find(char * least, end)


def compositions(text: str) -> list[Edit]:
    """The edits that bring a text to NFC, each as small as its letter allows."""
    edits = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and _continues(text[end]):
            end += 1
        letter = text[start:end]
        composed = normalize("NFC", letter)
        if composed != letter:
            head = tail = 0
            longest = min(len(letter), len(composed)) - 1
            while head < longest and letter[head] == composed[head]:
                head += 1
            while tail < longest - head and letter[-1 - tail] == composed[-1 - tail]:
                tail += 1
            edits.append((start + head, end - tail, composed[head : len(composed) - tail]))
        start = end
    return edits


def _continues(char: str) -> bool:
    """Whether normalisation may join a character to the one before it: a mark, or a later part of a Korean syllable."""
    return char > "\u02ff" and (category(char)[0] == "M" or "\u1160" <= char <= "\u11ff")
