"""YAML to nodes. PyYAML's parser judges the text and says where each value stands; every scalar is a text, for programs
that keep replies in YAML read ``no`` and ``12:30`` as the words that they are."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

import regex
import yaml

from tonecheck.sources.nodes import BadSyntax, Node
from tonecheck.sources.source import Layer
from tonecheck.sources.yaml.edits import Scalar
from tonecheck.sources.yaml.edits import layer as scalar_layer
from tonecheck.sources.yaml.events import events

DEEPEST = 200
"""Levels of lists and mappings in one another."""
MOST_REPEATED = 1_000_000
"""Values that the aliases of a file may stand for: nine short lines can say a billion."""

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_TAG = "tag:yaml.org,2002:"


class _Item(NamedTuple):
    """A value; its words where it is a key, and whether that is ``<<``; how many values it is with those in it, and
    which of the scalars, by number, are in it."""

    node: Node
    name: str
    merges: bool
    size: int
    scalars: tuple[int, int]


class _Open(NamedTuple):
    """A list or mapping that is not read to its end, and how many scalars were before it."""

    begin: int
    is_mapping: bool
    flow: bool
    anchor: str | None
    items: list[_Item]
    scalars: int


class _Reading(NamedTuple):
    """What is read so far. An anchor whose value is not read to its end has none. ``shared`` are the scalars, by
    number, that aliases repeat."""

    roots: list[_Item]
    opened: list[_Open]
    anchors: dict[str, _Item | None]
    scalars: list[tuple[int, str, bool]]
    shared: list[tuple[int, int]]


class _Text(NamedTuple):
    """A text that was read: its root, and what must be known of the scalar that begins at an offset."""

    root: Node
    scalars: dict[int, Scalar]


def read_tree(text: str) -> Node:
    """The value that a YAML text is, a tuple of them where it has several documents. Every scalar is a string, or
    ``None`` when it is empty or null. ``<<`` is merged; of two members with the same name the last counts. What an
    alias stands for is the same node again. Raises ``BadSyntax``."""
    return _read(text).root


def layer(text: str, node: Node) -> Layer:
    """The words of a string node."""
    return scalar_layer(text, node, _read(text).scalars[node.begin])


# A file and its edited version are read in turns.
@lru_cache(maxsize=2)
def _read(text: str) -> _Text:
    reading = _Reading([], [], {}, [], [])
    repeated = 0
    for event in events(text):
        if isinstance(event, yaml.ScalarEvent):
            _put(reading, _scalar(reading, text, event), event.anchor)
        elif isinstance(event, yaml.CollectionStartEvent):
            _open(reading, event)
        elif isinstance(event, yaml.CollectionEndEvent):
            opened = reading.opened.pop()
            _put(reading, _collection(reading, text, opened, event.end_mark.index), opened.anchor)
        elif isinstance(event, yaml.AliasEvent):
            item = _named(reading, event)
            repeated += item.size
            # Before anything is merged, and for those who walk the nodes.
            if repeated > MOST_REPEATED:
                message = f"not usable YAML: its aliases stand for more than {MOST_REPEATED:,} values"
                raise BadSyntax(event.start_mark.index, message, "write out the values that are meant")
            reading.shared.append(item.scalars)
            _put(reading, item, None)
        elif isinstance(event, yaml.DocumentStartEvent):
            reading.anchors.clear()
    return _Text(_root(text, reading.roots), _known(reading))


def _put(reading: _Reading, item: _Item, anchor: str | None) -> None:
    if anchor is not None:
        reading.anchors[anchor] = item
    (reading.opened[-1].items if reading.opened else reading.roots).append(item)


def _open(reading: _Reading, event: yaml.CollectionStartEvent) -> None:
    at = event.start_mark.index
    if len(reading.opened) == DEEPEST:
        raise BadSyntax(at, "not usable YAML: nested too deeply", "write it flatter")
    if event.anchor is not None:
        reading.anchors[event.anchor] = None
    is_mapping = isinstance(event, yaml.MappingStartEvent)
    opened = _Open(at, is_mapping, bool(event.flow_style), event.anchor, [], len(reading.scalars))
    reading.opened.append(opened)


def _scalar(reading: _Reading, text: str, event: yaml.ScalarEvent) -> _Item:
    begin, end, value, tag = event.start_mark.index, event.end_mark.index, event.value, event.tag
    if event.anchor is not None or tag is not None:
        hit = _properties().match(text, begin, end)
        begin = hit.end() if hit else begin
    number = len(reading.scalars)
    # PyYAML goes on to resolve what has the tag "!", which by the standard makes it a text.
    bare = tag is None and event.implicit[0]
    if (bare and value in _NULL) or tag == f"{_TAG}null":
        return _Item(Node(None, begin, end), value, False, 1, (number, number))
    flow = bool(reading.opened and reading.opened[-1].flow)
    reading.scalars.append((begin, event.style or "", flow))
    merges = (bare and value == "<<") or tag == f"{_TAG}merge"
    return _Item(Node(value, begin, end), value, merges, 1, (number, number + 1))


@cache
def _properties() -> regex.Pattern[str]:
    """An anchor and a tag, each with the space and the comments behind it."""
    space, other = r"[ \t\r\n\x85\u2028\u2029]", r"[^ \t\r\n\x85\u2028\u2029]"
    return regex.compile(rf"(?:(?:&[A-Za-z0-9_-]++|!{other}*+)(?:{space}++(?:#[^\r\n\x85\u2028\u2029]*+)?)*+){{1,2}}")


def _named(reading: _Reading, event: yaml.AliasEvent) -> _Item:
    name, at = event.anchor, event.start_mark.index
    if name not in reading.anchors:
        message = f"not valid YAML: nothing before this is named &{name}"
        raise BadSyntax(at, message, "put a text that begins with * in quotes")
    item = reading.anchors[name]
    if item is None:
        message = f"not usable YAML: *{name} stands within &{name} itself"
        raise BadSyntax(at, message, "write out the values that are meant")
    return item


def _collection(reading: _Reading, text: str, opened: _Open, end: int) -> _Item:
    nodes = [item.node for item in opened.items]
    value = _members(opened.items) if opened.is_mapping else tuple(nodes)
    # As a key it has no name: its first characters will do, and its place, so that no two are the same.
    name = f"{text[opened.begin : min(end, opened.begin + 20)]} ({opened.begin})"
    size = 1 + sum(item.size for item in opened.items)
    return _Item(Node(value, opened.begin, end), name, False, size, (opened.scalars, len(reading.scalars)))


def _members(items: list[_Item]) -> dict[str, Node]:
    found: dict[str, Node] = {}
    own: list[tuple[str, Node]] = []
    for key, value in zip(items[::2], items[1::2], strict=True):
        merged = _merged(value.node) if key.merges else None
        if merged is None:
            own.append((key.name, value.node))
        else:
            for members in merged:
                found.update(members)
    for name, node in own:
        # A later member of the same name stands at its own place in the order.
        found.pop(name, None)
        found[name] = node
    return found


def _merged(node: Node) -> list[dict[str, Node]] | None:
    """The mappings that ``<<`` merges, the weakest first; ``None`` when it is a key like any other."""
    sources = node.value if isinstance(node.value, tuple) else (node,)
    merged = [source.value for source in reversed(sources) if isinstance(source.value, dict)]
    return merged if len(merged) == len(sources) else None


def _root(text: str, roots: list[_Item]) -> Node:
    if len(roots) == 1:
        return roots[0].node
    return Node(tuple(item.node for item in roots) if roots else None, 0, len(text))


def _known(reading: _Reading) -> dict[int, Scalar]:
    # Anchors stand in one another: where they begin and end is added up, so that a thousand aliases take no longer.
    steps = [0] * (len(reading.scalars) + 1)
    for first, last in reading.shared:
        steps[first] += 1
        steps[last] -= 1
    known, depth = {}, 0
    for (begin, style, flow), step in zip(reading.scalars, steps, strict=False):
        depth += step
        known[begin] = Scalar(style, flow, depth > 0)
    return known
