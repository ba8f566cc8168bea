"""A scalar of YAML, character by character: as PyYAML reads each of the five styles, with the place of every character.

Styles are those of PyYAML: ``""`` plain, ``'`` and ``"`` quoted, ``|`` literal, ``>`` folded. Line breaks are also
U+0085, U+2028 and U+2029, as in YAML 1.1.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

BREAK = r"(?:\r\n|[\r\n\x85\u2028\u2029])"
NO_BREAK = r"[^\r\n\x85\u2028\u2029]"
_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


class Read(NamedTuple):
    """The text of a scalar in pieces, and the start and end of each of its characters in the source."""

    parts: list[str]
    starts: list[int]
    ends: list[int]

    @property
    def text(self) -> str:
        return "".join(self.parts)


class Body(NamedTuple):
    """The header of a block and what follows: where its first line begins, how that ends, whether the header gives the
    indentation, and how the last line breaks are kept: ``-`` none, ``+`` all, empty one."""

    begin: int
    line_break: str
    told: bool
    chomping: str


class _Break(NamedTuple):
    character: str
    start: int
    end: int


def read_flow(source: str, begin: int, end: int, style: str) -> Read | None:
    """A plain or quoted scalar, its quotes included in the span. ``None`` when it is none."""
    if style:
        if end - begin < 2 or source[begin] != style or source[end - 1] != style:
            return None
        begin, end = begin + 1, end - 1
    read = Read([], [], [])
    at = begin
    for hit in _pieces(style).finditer(source, begin, end):
        if hit.start() != at:
            return None
        at = hit.end()
        match hit.lastgroup:
            case "run":
                _run(read, source, hit.start(), at)
            case "fold":
                _fold(read, source, hit.start(), at)
            case "join":
                # The first break is escaped: it is no part of the text, as is the space behind it.
                first, *others = _breaks(source, hit.start(), at)
                _tile(read, others, first.end, at)
            case _:
                _one(read, _escaped(hit[0]), hit.start(), at)
    return read if at == end else None


def body_of(source: str, begin: int, end: int) -> Body | None:
    """What the header of a block says. ``None`` when there is none."""
    pattern = rf"[|>](?P<signs>[-+0-9]{{0,2}})[ \t]*+(?:#{NO_BREAK}*+)?(?P<break>{BREAK}|\Z)"
    hit = regex.compile(pattern).match(source, begin, end)
    if not hit:
        return None
    signs = hit["signs"]
    return Body(hit.end(), hit["break"], any(sign.isdigit() for sign in signs), signs.strip("0123456789"))


def indent_of(source: str, begin: int, end: int, value: str) -> int | None:
    """How far the lines of a block are indented whose text is ``value``; ``None`` when the block is all blank."""
    outside = regex.compile(rf"(?:[ \t]*+{BREAK})*+( *+)[^ \r\n\x85\u2028\u2029]").match(source, begin, end)
    inside = regex.match(rf"(?:[ \t]*+{BREAK})*+( *+)[^ \r\n\x85\u2028\u2029]", value)
    return len(outside[1]) - len(inside[1]) if outside and inside else None


def read_block(source: str, end: int, style: str, body: Body, indent: int) -> Read | None:
    """The lines of a block up to ``end``. ``None`` when they are no block that is indented so."""
    read = Read([], [], [])
    pending: list[_Break] = []
    seen = after_space = False
    for hit in _lines().finditer(source, body.begin, end):
        (line, first), words, stop = hit.span(1), hit.end(2), hit.end()
        if first < words or first - line > indent:
            start = line + indent
            # The parser takes the first line's spaces, and those of blank ones before it, for the indentation.
            if first < start or (not (seen or body.told) and (first > start or _misleads(source, body, line, indent))):
                return None
            on_space = source[start] in " \t"
            folds = style == ">" and seen and not after_space and not on_space and pending[0].character == "\n"
            if folds:
                _unfold(read, pending, start)
            else:
                for each in pending:
                    _one(read, *each)
            _run(read, source, start, words)
            pending, seen, after_space = [], True, on_space
        if stop > words:
            pending.append(_Break(_plain_break(source[words:stop]), words, stop))
    kept = {"-": 0, "": 1 if seen else 0, "+": len(pending)}.get(body.chomping)
    if kept is None:
        return None
    for each in pending[:kept]:
        _one(read, *each)
    return read


@cache
def _pieces(style: str) -> regex.Pattern[str]:
    own = {
        "": r"",
        "'": r"|(?P<quote>'')",
        '"': rf"|(?P<join>\\{BREAK}(?:[ \t]*+{BREAK})*+[ \t]*+)"
        r"|(?P<escape>\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^xuU\r\n\x85\u2028\u2029]))",
    }[style]
    stops = {"": "", "'": "'", '"': r'"\\'}[style]
    run = rf"(?P<run>[ \t]++|[^ \t\r\n\x85\u2028\u2029{stops}]++)"
    return regex.compile(rf"(?P<fold>[ \t]*+(?:{BREAK}[ \t]*+)++)|{run}{own}")


@cache
def _break() -> regex.Pattern[str]:
    return regex.compile(BREAK)


@cache
def _lines() -> regex.Pattern[str]:
    return regex.compile(rf"( *+)({NO_BREAK}*+){BREAK}?+")


def _misleads(source: str, body: Body, first: int, indent: int) -> bool:
    return not regex.compile(rf"(?: {{0,{indent}}}+{BREAK})*+").fullmatch(source, body.begin, first)


def _run(read: Read, source: str, start: int, end: int) -> None:
    read.parts.append(source[start:end])
    read.starts.extend(range(start, end))
    read.ends.extend(range(start + 1, end + 1))


def _one(read: Read, character: str, start: int, end: int) -> None:
    read.parts.append(character)
    read.starts.append(start)
    read.ends.append(end)


def _fold(read: Read, source: str, start: int, end: int) -> None:
    """One line break is a space, of more the first is dropped."""
    first, *others = _breaks(source, start, end)
    if first.character != "\n":
        others = [first, *others]
    if others:
        _tile(read, others, start, end)
    else:
        _one(read, " ", start, end)


def _unfold(read: Read, pending: list[_Break], end: int) -> None:
    first, *others = pending
    if others:
        _tile(read, others, first.start, end)
    else:
        _one(read, " ", first.start, end)


def _tile(read: Read, breaks: list[_Break], start: int, end: int) -> None:
    """Each break with the space before it, the last one with that behind it too."""
    for number, each in enumerate(breaks, 1):
        stop = end if number == len(breaks) else each.end
        _one(read, each.character, start, stop)
        start = stop


def _breaks(source: str, start: int, end: int) -> list[_Break]:
    return [_Break(_plain_break(hit[0]), hit.start(), hit.end()) for hit in _break().finditer(source, start, end)]


def _plain_break(written: str) -> str:
    return written if written in ("\u2028", "\u2029") else "\n"


def _escaped(written: str) -> str:
    if written == "''":
        return "'"
    code = written[2:]
    # Of what is no escape nothing can be the text; the comparison with PyYAML's reading tells it.
    return chr(int(code, 16)) if code and int(code, 16) < 0x110000 else _ESCAPES.get(written[1], "\0\0")
