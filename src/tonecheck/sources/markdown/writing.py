"""An edit of the words of a Markdown text as an edit of its source: tried, read again, and refused unless it changed
exactly those words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import regex

from tonecheck.sources.layers import unbroken
from tonecheck.sources.markdown.mask import placeholders
from tonecheck.sources.markdown.reading import Part, Reading, read_markdown
from tonecheck.sources.source import Edit, Unwritable

_MARKS = "\\`*_[]<&~|"
# What is a mark at the beginning of a line only.
_LINE = "line"
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# A longer text is read too slowly to find out which of its marks can do without a backslash.
_LONGEST_TRIED = 50_000


def write(source: str, references: Mapping[str, Any], edit: Edit) -> Edit:
    """The edit of the source that makes this edit of its words. Raises ``Unwritable``."""
    before = read_markdown(source, references)
    start, end, words = edit
    _refuse(before, edit)
    expected = before.text[:start] + words + before.text[end:]

    def fits(outer: Edit) -> bool:
        after = read_markdown(source[: outer.start] + outer.words + source[outer.end :], references)
        shift = len(outer.words) - (outer.end - outer.start)
        return after.text == expected and _elsewhere_same(before, after, edit, shift)

    places = list(_places(source, before, start, end))
    classes = [mark for mark in (*_MARKS, _LINE) if _escaped(words, [mark]) != words]
    for spelled in _spellings(words, classes):
        for begin, stop in places:
            outer = Edit(begin, stop, spelled)
            if fits(outer):
                escaped = spelled == _escaped(words, classes) and len(source) <= _LONGEST_TRIED
                return _with_fewest(words, classes, outer, fits) if escaped else outer
    if "\n" in words or "\r" in words:
        raise Unwritable("a new line cannot be written there in Markdown")
    raise Unwritable("the words would change the Markdown around them")


def _refuse(reading: Reading, edit: Edit) -> None:
    start, end, words = edit
    if "\0" in words:
        raise Unwritable("a NUL character cannot stand in a reply")
    for first, last in placeholders(reading.text):
        if start < last and first < end and not (start <= first and last <= end):
            raise Unwritable("the words begin or end inside a placeholder")
        if start == end and first < start < last:
            raise Unwritable("the words would stand inside a placeholder")
    if "\n" in words or "\r" in words:
        for part in reading.parts:
            if part.path.endswith("table") and part.start <= end and start <= part.end:
                raise Unwritable("a new line cannot stand in a table")


def _places(source: str, reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    where = reading.where
    if start < end:
        yield unbroken(where, start, end, "a Markdown mark")
        return
    # Before or behind the marks between two characters.
    first = where.ends[start - 1] if start else where.begin
    last = where.starts[start] if start < len(where.starts) else len(source)
    yield first, first
    if last != first:
        yield last, last


def _elsewhere_same(before: Reading, after: Reading, edit: Edit, shift: int) -> bool:
    """Whether all characters but the edited ones stand where they stood, in blocks as before."""
    start, end, words = edit
    stop = start + len(words)
    old, new = before.where, after.where
    if before.items != after.items:
        return False
    if list(new.starts[:start]) != list(old.starts[:start]) or list(new.ends[:start]) != list(old.ends[:start]):
        return False
    for moved, kept in ((new.starts[stop:], old.starts[end:]), (new.ends[stop:], old.ends[end:])):
        if any(there - here != shift for there, here in zip(moved, kept, strict=True)):
            return False
    around = {part.path for part in before.parts if part.start <= end and start <= part.end} | {"paragraph"}
    inside = {part.path for part in after.parts if part.start < stop and start < part.end}
    return inside <= around and _outline(before.parts, start, end) == _outline(after.parts, start, stop)


def _outline(parts: tuple[Part, ...], start: int, end: int) -> list[Part]:
    """The parts of a text from which characters ``start`` to ``end`` are cut; neighbours of one kind are one."""
    cut: list[Part] = []
    for part in parts:
        first, last = (at if at <= start else max(start, at - (end - start)) for at in (part.start, part.end))
        if first >= last:
            continue
        if cut and cut[-1].path == part.path and cut[-1].end == first == start:
            cut[-1] = cut[-1]._replace(end=last)
        else:
            cut.append(Part(first, last, part.path))
    return cut


def _spellings(words: str, classes: list[str]) -> Iterator[str]:
    yield words
    if classes:
        yield _escaped(words, classes)
    if any(mark in words for mark in "&<>"):
        # In a block of HTML a backslash is only a backslash.
        yield "".join(_ENTITIES.get(char, char) for char in words)


def _with_fewest(words: str, classes: list[str], outer: Edit, fits: Callable[[Edit], bool]) -> Edit:
    """The edit with backslashes before those kinds of marks only that need them."""
    for mark in tuple(classes):
        fewer = [other for other in classes if other != mark]
        if fits(tried := outer._replace(words=_escaped(words, fewer))):
            outer, classes = tried, fewer
    return outer


def _escaped(words: str, classes: list[str]) -> str:
    """``words`` with backslashes before the marks of these classes, but for those within placeholders."""
    spans = placeholders(words)
    at_line = {hit.start(1) for hit in _line_marks().finditer(words)} if _LINE in classes else set()
    parts = []
    for at, char in enumerate(words):
        marked = (char in _MARKS and char in classes) or at in at_line
        if marked and not any(start <= at < end for start, end in spans):
            parts.append("\\")
        parts.append(char)
    return "".join(parts)


@cache
def _line_marks() -> regex.Pattern[str]:
    return regex.compile(r"(?:^|(?<=[\r\n]))[ \t]*(?:\d{1,9}(?=[.)]))?([-+#>=.)])")
