"""The layer of a YAML scalar: its words, and edits of them in the style that it is written in.

Every edit is tried first: the scalar that it makes is read again here, and what does not say the new words exactly is
refused, or for an unquoted text put in double quotes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import regex

from tonecheck.sources.layers import span
from tonecheck.sources.nodes import Node
from tonecheck.sources.source import Characters, Edit, Layer, Unwritable
from tonecheck.sources.yaml.literal import write_literal
from tonecheck.sources.yaml.quotes import is_plain, quoted, quoted_source, style_of
from tonecheck.sources.yaml.scalars import BREAK, Body, Read, body_of, indent_of, read_block, read_flow

_UNCLEAR = "the words would not read back the same in its YAML"


class Scalar(NamedTuple):
    """What must be known of a scalar beside its words: its style, whether it stands within ``[]`` or ``{}``, whether an
    alias says it again elsewhere."""

    style: str
    flow: bool
    shared: bool


class _Place(NamedTuple):
    """A scalar as it stands in its source."""

    source: str
    begin: int
    end: int
    value: str
    where: Characters
    scalar: Scalar


def layer(source: str, node: Node, scalar: Scalar) -> Layer:
    """The words of a scalar, with the way back."""
    value = str(node.value)
    body, indent = None, None
    if scalar.style in ("|", ">"):
        body = body_of(source, node.begin, node.end)
        indent = indent_of(source, body.begin, node.end, value) if body else None
        read = read_block(source, node.end, scalar.style, body, indent) if body and indent is not None else None
    else:
        read = read_flow(source, node.begin, node.end, scalar.style)
    if read is None or read.text != value or len(value) != len(read.starts):
        return _unfollowed(value, node.begin)
    begin = node.begin + (scalar.style != "")
    if body:
        begin = read.starts[0] if read.starts else body.begin
    place = _Place(source, node.begin, node.end, value, Characters(begin, tuple(read.starts), tuple(read.ends)), scalar)
    write = _block_writer(place, body, indent) if body and indent is not None else _flow_writer(place)

    def checked(edit: Edit) -> Edit:
        if scalar.shared:
            raise Unwritable("it is used in several places by an alias")
        hit = regex.search(r"[\0\ud800-\udfff]", edit.words)
        if hit:
            raise Unwritable(f"the character U+{ord(hit[0]):04X} cannot stand in a reply")
        return write(edit)

    return Layer(value, place.where, checked)


def _unfollowed(value: str, begin: int) -> Layer:
    def refuse(edit: Edit) -> Edit:
        raise Unwritable("its YAML cannot be followed exactly")

    return Layer(value, Characters(begin, (begin,) * len(value), (begin,) * len(value)), refuse)


def _flow_writer(place: _Place) -> Callable[[Edit], Edit]:
    def write(edit: Edit) -> Edit:
        # What follows "&name" without a space, and nothing at all, has no room for quotes.
        if place.begin == place.end or regex.match("[A-Za-z0-9_-]", place.source[place.begin - 1 : place.begin]):
            raise Unwritable("there is no room for words in its YAML")
        wanted = _applied(place.value, edit)
        if place.scalar.style == "":
            return _plain_edit(place, edit, wanted)
        if place.scalar.style == "'":
            _held(edit.words, "a text in single quotes")
        style = style_of(place.source, place.source[place.begin : place.end])
        for wide in _widened(edit, place.value):
            words = quoted(wide.words, style) if place.scalar.style == '"' else wide.words.replace("'", "''")
            outer = Edit(*span(place.where, wide.start, wide.end), words)
            if not _unindents(place, outer) and _reads(_made(place, outer), place.scalar.style, wanted):
                return outer
        raise Unwritable(_UNCLEAR)

    return write


def _plain_edit(place: _Place, edit: Edit, wanted: str) -> Edit:
    for wide in _widened(edit, place.value):
        outer = Edit(*span(place.where, wide.start, wide.end), wide.words)
        if _unindents(place, outer):
            continue
        if is_plain(wanted, wide, place.scalar.flow) and _reads(_made(place, outer), "", wanted):
            return outer
    # The parser lets a tab begin a blank line behind an unquoted text, not behind a quote.
    if regex.compile(rf"[ \t]*+(?:{BREAK} *+)++\t").match(place.source, place.end):
        raise Unwritable(_UNCLEAR)
    style = style_of(place.source, "")
    for wide in _widened(edit, place.value):
        start, end = span(place.where, wide.start, wide.end)
        before, after = place.source[place.begin : start], place.source[end : place.end]
        made = f'"{quoted_source(before)}{quoted(wide.words, style)}{quoted_source(after)}"'
        if not _unindents(place, Edit(start, end, made)) and _reads(made, '"', wanted):
            return Edit(place.begin, place.end, made)
    raise Unwritable(_UNCLEAR)


def _block_writer(place: _Place, body: Body, indent: int) -> Callable[[Edit], Edit]:
    def reads(outer: Edit, wanted: str) -> bool:
        made = _made(place, outer)
        if place.end < len(place.source) and not regex.search(rf"{BREAK}\Z", made):
            return False
        # Some parsers take a tab there for a wrong indentation.
        if regex.match(rf"(?: *+{BREAK})*+ *+\t", wanted):
            return False
        header = body._replace(begin=body.begin - place.begin)
        read = read_block(made, len(made), place.scalar.style, header, indent)
        return read is not None and read.text == wanted

    def write(edit: Edit) -> Edit:
        wanted = _applied(place.value, edit)
        if place.scalar.style == "|":
            _held(edit.words.replace("\n", ""), "a block")
            outer = write_literal(place.value, place.where, body, indent, edit)
            if reads(outer, wanted):
                return outer
            raise Unwritable("its block of lines cannot begin with a space or end otherwise than it does")
        _held(edit.words, "a folded block")
        for wide in _widened(edit, place.value):
            outer = Edit(*span(place.where, wide.start, wide.end), wide.words)
            if reads(outer, wanted):
                return outer
        raise Unwritable(_UNCLEAR)

    return write


def _held(words: str, what: str) -> None:
    if "\n" in words:
        raise Unwritable(f"{what} cannot hold a new line")
    hit = regex.search(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", words)
    if hit:
        raise Unwritable(f"{what} cannot hold the character U+{ord(hit[0]):04X}")


def _widened(edit: Edit, value: str) -> Iterator[Edit]:
    """The edit, and the same with the characters beside it: a space is lost beside a fold, not in its place."""
    for left, right in ((0, 0), (0, 1), (1, 0), (1, 1)):
        start, end = edit.start - left, edit.end + right
        beside = value[max(start, 0) : edit.start], value[edit.end : end]
        if start >= 0 and end <= len(value) and (left + right == 0 or not any(map(_is_break, beside))):
            yield Edit(start, end, f"{beside[0]}{edit.words}{beside[1]}")


def _is_break(character: str) -> bool:
    return character in ("\n", "\u2028", "\u2029")


def _applied(value: str, edit: Edit) -> str:
    return value[: edit.start] + edit.words + value[edit.end :]


def _made(place: _Place, outer: Edit) -> str:
    return place.source[place.begin : outer.start] + outer.words + place.source[outer.end : place.end]


def _unindents(place: _Place, outer: Edit) -> bool:
    """Whether the edit takes the indentation of a line whose beginning it leaves."""
    return outer.start > place.begin and place.source[outer.start - 1] in "\r\n\x85\u2028\u2029"


def _reads(made: str, style: str, wanted: str) -> bool:
    # A line that begins so would end the document.
    if regex.search(rf"{BREAK}(?:---|\.\.\.)(?:\s|\Z)", made):
        return False
    read: Read | None = read_flow(made, 0, len(made), style)
    return read is not None and read.text == wanted
