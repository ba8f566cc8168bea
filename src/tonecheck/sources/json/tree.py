"""JSON to nodes. The standard reader judges the text and says what is wrong; this one says where each value stands."""

from __future__ import annotations

import json
from functools import lru_cache

import regex

from tonecheck.sources.json.string import layer as string_layer
from tonecheck.sources.json.string import style_of
from tonecheck.sources.nodes import BadSyntax, Node
from tonecheck.sources.source import Layer

_SPACE = regex.compile(r"[ \t\r\n]*+")
_DECODER = json.JSONDecoder()
_HINT = "correct it, or export the file again"


def read_tree(text: str) -> Node:
    """The value that a JSON text is. Of two members with the same name the last counts. Raises ``BadSyntax``."""
    try:
        json.loads(text)
        return _value(text, _SPACE.match(text).end())  # type: ignore[union-attr]
    except json.JSONDecodeError as error:
        raise BadSyntax(error.pos, f"not valid JSON: {error.msg.removesuffix(' at')}", _HINT) from None
    except (ValueError, RecursionError):
        message = "not usable JSON: nested too deeply, or a number is too long"
        raise BadSyntax(0, message, "write it flatter, or the number as a string") from None


def layer(text: str, node: Node) -> Layer:
    """The words of a string node."""
    return string_layer(text, node.begin + 1, _style(text))


# All strings of a text share its style; only the last text is kept.
_style = lru_cache(maxsize=1)(style_of)


def _value(text: str, at: int) -> Node:
    match text[at]:
        case "{":
            return _object(text, at)
        case "[":
            return _array(text, at)
    value, end = _DECODER.raw_decode(text, at)
    return Node(value, at, end)


def _object(text: str, begin: int) -> Node:
    found: dict[str, Node] = {}
    at = _skip(text, begin + 1)
    while text[at] != "}":
        key, at = _DECODER.raw_decode(text, at)
        node = _value(text, _skip(text, _skip(text, at) + 1))
        # A later member of the same name stands at its own place in the order.
        found.pop(key, None)
        found[key] = node
        at = _next(text, node.end)
    return Node(found, begin, at + 1)


def _array(text: str, begin: int) -> Node:
    found: list[Node] = []
    at = _skip(text, begin + 1)
    while text[at] != "]":
        node = _value(text, at)
        found.append(node)
        at = _next(text, node.end)
    return Node(tuple(found), begin, at + 1)


def _next(text: str, at: int) -> int:
    at = _skip(text, at)
    return _skip(text, at + 1) if text[at] == "," else at


def _skip(text: str, at: int) -> int:
    return _SPACE.match(text, at).end()  # type: ignore[union-attr]
