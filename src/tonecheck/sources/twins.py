"""Copies of a reply in another body (HTML and plain text) that must stay the same words.

Copies differ in white space and in how placeholders are written; everything else must be the same, or a fix of one
cannot be told in the other.
"""

from __future__ import annotations

from typing import NamedTuple

from tonecheck.sources.source import Edit, Unwritable
from tonecheck.text.placeholders import find_placeholders

_DIFFERS = "its other copy in the file says something else; make them the same first"


class Tokens(NamedTuple):
    """The characters of a text that are no white space, a placeholder being one, and where each stands."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def tokens(text: str) -> Tokens:
    """What a copy must have in common with this text."""
    placeholders = dict(find_placeholders(text))
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(text):
        end = placeholders.get(at, at + 1)
        if end > at + 1 or not text[at].isspace():
            words.append("\ufffc" if at in placeholders else text[at])
            starts.append(at)
            ends.append(end)
        at = end
    return Tokens(tuple(words), tuple(starts), tuple(ends))


def edit_copy(text: str, copy: str, edit: Edit) -> Edit:
    """The edit of ``copy`` that says the same as an edit of ``text``. Raises ``Unwritable`` when the two differ in more
    than white space and placeholders, or the edit cuts a placeholder."""
    own, other = tokens(text), tokens(copy)
    if own.words != other.words:
        raise Unwritable(_DIFFERS)
    inside = [at for at, start in enumerate(own.starts) if edit.start <= start < edit.end]
    if not inside:
        return _insertion(text, copy, own, other, edit)
    first, last = inside[0], inside[-1]
    if own.ends[last] > edit.end or (first and own.ends[first - 1] > edit.start):
        raise Unwritable("the words end amid a placeholder")
    start = _back(copy, other.starts[first], len(text[edit.start : own.starts[first]]))
    end = _on(copy, other.ends[last], len(text[own.ends[last] : edit.end]))
    return Edit(start, end, edit.words)


def _insertion(text: str, copy: str, own: Tokens, other: Tokens, edit: Edit) -> Edit:
    """Words put between two tokens, or in place of white space between them, go right behind the token before."""
    before = [at for at, end in enumerate(own.ends) if end <= edit.start]
    if not own.starts:
        raise Unwritable(_DIFFERS)
    if not before:
        return Edit(other.starts[0], other.starts[0], edit.words)
    place = other.ends[before[-1]]
    return Edit(place, _on(copy, place, edit.end - edit.start), edit.words)


def _back(text: str, at: int, most: int) -> int:
    while most and at and text[at - 1].isspace():
        at, most = at - 1, most - 1
    return at


def _on(text: str, at: int, most: int) -> int:
    while most and at < len(text) and text[at].isspace():
        at, most = at + 1, most - 1
    return at
