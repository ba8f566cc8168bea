"""Words in quotation marks inside a sentence or paragraph: somebody else's, or the label on a button."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category

from tonecheck.text.edits import places

_LONGEST = 300
_MOST_APOSTROPHES = 10
_CLOSED_BY = {"\u201c": '\u201d"', "\u201e": "\u201c\u201d", "\u00ab": "\u00bb", '"': '"\u201d'}
_MARKS = frozenset("".join([*_CLOSED_BY, *_CLOSED_BY.values()]))
_BEFORE_OPENING = frozenset("([{<-\u2013\u2014/=:;,*_>|~'\u2018\u2019\u0964&+")
_ELISIONS = ("cause", "til", "tis", "twas", "em ", "n ", "round", "bout")


def find_quotations(text: str) -> list[tuple[int, int]]:
    """The spans of quotations with their marks, in order. A paragraph that is nothing but quotation has none.

    A mark that never closes, or an inch sign, hides nothing; a quotation ends with its paragraph.
    """
    spans: list[tuple[int, int]] = []
    if not _MARKS.isdisjoint(text) or "\u2018" in text:
        for start, end in _paragraphs(text):
            found = _double(text, start, end)
            found = sorted(found + [span for gap in _around(start, end, found) for span in _single(text, *gap)])
            others = (char.isalpha() for first, last in _around(start, end, found) for char in text[first:last])
            if found and any(others):
                spans += found
    return spans


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = done = 0
    for line in text.split("\n"):
        end = done + len(line)
        if not line.strip():
            yield start, done
            start = end + 1
        done = end + 1
    yield start, len(text)


def _double(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    opened = -1
    for at in range(start, end):
        mark = text[at]
        if mark not in _MARKS:
            continue
        if opened >= 0 and mark in _CLOSED_BY[text[opened]] and at - opened <= _LONGEST and _closes(text, opened, at):
            spans.append((opened, at + 1))
            opened = -1
        elif mark in _CLOSED_BY and _opens(text, at):
            opened = at
    return spans


def _opens(text: str, at: int) -> bool:
    if text[at] != '"':
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    free = not before or before.isspace() or before in _BEFORE_OPENING or category(before) == "Co"
    return free and bool(after) and not after.isspace()


def _closes(text: str, opened: int, at: int) -> bool:
    if at - opened < 2:
        return False
    if text[at] != '"':
        return True
    before, after = text[at - 1], text[at + 1 : at + 2]
    return not before.isspace() and not (after.isascii() and after.isalnum())


def _single(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for offset in places(text[start:end], "\u2018"):
        opened = start + offset
        if (spans and opened < spans[-1][1]) or text.startswith(_ELISIONS, opened + 1):
            continue
        last = min(end, opened + _LONGEST)
        closed = text.find("\u2019", opened + 2, last)
        apostrophes = 0
        while closed >= 0 and text[closed + 1 : closed + 2].isalpha() and apostrophes < _MOST_APOSTROPHES:
            closed = text.find("\u2019", closed + 1, last)
            apostrophes += 1
        if closed >= 0 and not text[closed + 1 : closed + 2].isalpha():
            spans.append((opened, closed + 1))
    return spans


def _around(start: int, end: int, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches between spans."""
    for first, last in spans:
        yield start, first
        start = last
    yield start, end
