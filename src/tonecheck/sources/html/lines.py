"""Text between tags to the lines that a browser shows: entities read, white space as one space, line breaks where lines
end. Every character remembers what it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

OWN, GLUED, MADE = 0, 1, 2
"""Marks of characters: one of the page's own; one that cannot be parted from the one before it (the rest of a
placeholder, the second character of an entity); one that stands for markup."""

_WHITE = "\t\n\r\f "
_NO_BREAK_SPACE = "\xa0"
# Words with single spaces between them, in which every character stands for itself; white space; what needs a look.
_PIECE = regex.compile(
    r"(?P<words>(?:[^\t\n\r\f &\xa0]++(?: (?=[^\t\n\r\f &\xa0]))?+)++)|(?P<white>[\t\n\r\f ]++)"
    r"|(?P<entity>&(?:#(?:[0-9]++|[xX][0-9a-fA-F]++);?+|[^\t\n\f <&#;]{1,32};?+)?+)|\xa0"
)
# A number with more digits is no character, and takes long to read.
_LONGEST_NUMBER = 40


class Words(NamedTuple):
    """The words of a page; character ``i`` stands at ``starts[i]`` to ``ends[i]`` and has the mark ``marks[i]``."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    marks: bytes


class Lines:
    """Words on their way to lines: spaces and line breaks wait until words follow, so that none stand at an edge."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._marks = bytearray()
        # Line breaks since the last words, and the first and last tag that makes them.
        self._breaks = 0
        self._first = self._last = (0, 0)
        self._space: tuple[int, int] | None = None
        # No-break spaces at the start of a line, which make a blank line when nothing follows.
        self._indent: list[tuple[str, int, int]] = []

    def words(self) -> Words:
        """What was put in so far."""
        return Words("".join(self._parts), self._starts, self._ends, bytes(self._marks))

    def text(self, start: int, end: int) -> None:
        """Text of the page."""
        at = start
        while at < end:
            hit = _PIECE.match(self._page, at, end)
            assert hit, "every character is one of a piece"
            match hit.lastgroup:
                case "words":
                    self._flush()
                    self._run(at, hit.end())
                    at = hit.end()
                case "white":
                    self._white(at, hit.end())
                    at = hit.end()
                case "entity":
                    at = self._entity(at, hit[0])
                case _:
                    self._character(_NO_BREAK_SPACE, at, at + 1)
                    at += 1

    def whole(self, start: int, end: int) -> None:
        """A template tag: it is in one piece, whatever is in it."""
        self._flush()
        self._run(start, end)
        self._marks[len(self._marks) - (end - start) + 1 :] = bytes((GLUED,)) * (end - start - 1)

    def made(self, character: str, start: int, end: int) -> None:
        """A character that stands for markup."""
        self._flush()
        self._add(character, start, end, MADE)

    def line_break(self, start: int, end: int) -> None:
        """A tag that begins a new line wherever it stands."""
        self._end(start, end)
        self._breaks += 1

    def line_end(self, start: int, end: int, breaks: int) -> None:
        """A tag before which a line ends if there is one: with its like around it, it makes so many breaks."""
        blank = bool(self._indent)
        self._end(start, end)
        self._breaks = max(self._breaks + blank, breaks)

    def _end(self, start: int, end: int) -> None:
        self._first = self._first if self._breaks else (start, end)
        self._last = (start, end)
        self._space = None
        self._indent.clear()

    def _at_line_start(self) -> bool:
        return self._breaks > 0 or not self._starts

    def _white(self, start: int, end: int) -> None:
        if self._at_line_start():
            if self._indent and self._indent[-1][0] != " ":
                self._indent.append((" ", start, end))
        elif self._space is None or self._space[1] == start:
            self._space = (self._space[0] if self._space else start, end)

    def _entity(self, at: int, written: str) -> int:
        """Adds what an entity stands for; gives where the text goes on, which is earlier when only its begin is one."""
        characters, length = decode(written)
        for number, character in enumerate(characters):
            self._character(character, at if number == 0 else at + length, at + length, GLUED if number else OWN)
        return at + length

    def _character(self, character: str, start: int, end: int, mark: int = OWN) -> None:
        if character in _WHITE:
            self._white(start, end)
        elif character == _NO_BREAK_SPACE and self._at_line_start():
            self._indent.append((character, start, end))
        else:
            self._flush()
            self._add(character, start, end, mark)

    def _flush(self) -> None:
        """Puts down what waits for words to follow."""
        if self._starts and self._breaks == 1:
            self._add("\n", self._first[0], self._last[1], MADE)
        elif self._starts and self._breaks:
            self._add("\n", *self._first, MADE)
            self._add("\n", max(self._last[0], self._first[1]), self._last[1], MADE)
        if self._space:
            self._add(" ", *self._space, OWN)
        indent, self._indent = self._indent, []
        self._breaks, self._space = 0, None
        for character, start, end in indent:
            self._add(character, start, end, OWN)

    def _add(self, character: str, start: int, end: int, mark: int) -> None:
        self._parts.append(character)
        self._starts.append(start)
        self._ends.append(end)
        self._marks.append(mark)

    def _run(self, start: int, end: int) -> None:
        self._parts.append(self._page[start:end])
        self._starts.extend(range(start, end))
        self._ends.extend(range(start + 1, end + 1))
        self._marks.extend(bytes(end - start))


def decode(written: str) -> tuple[str, int]:
    """The characters that an entity stands for, and how much of what is written is the entity: ``&notit;`` is ``¬`` and
    then ``it;``. What is none stands for its ``&``."""
    if written[1:2] == "#":
        if len(written) > _LONGEST_NUMBER:
            return "\ufffd", len(written)
        from html import unescape

        return unescape(written), len(written)
    if len(written) < 3:
        return "&", 1
    from html.entities import html5

    if written[1:] in html5:
        return html5[written[1:]], len(written)
    for length in range(len(written) - 1, 1, -1):
        if written[1:length] in html5:
            return html5[written[1:length]], length
    return "&", 1
