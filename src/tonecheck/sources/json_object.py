"""JSON objects and arrays whose values remember where they stand."""

from __future__ import annotations

import json
from typing import NamedTuple

_DECODER = json.JSONDecoder()
_SPACE = " \t\r\n"


class Value(NamedTuple):
    """A value and the offset at which it begins."""

    value: object
    begin: int


def json_object(source: str) -> dict[str, Value] | None:
    """The members of the object that ``source`` is, ``None`` when it is valid JSON of another kind. Of two members with
    the same name the last counts. Raises ``ValueError`` (mostly ``json.JSONDecodeError``) and ``RecursionError``."""
    if not isinstance(json.loads(source), dict):
        return None
    return members(source, source.index("{"))


def members(source: str, begin: int) -> dict[str, Value]:
    """The members of the object that begins at an offset of valid JSON."""
    found: dict[str, Value] = {}
    at = _skip(source, begin + 1)
    while source[at] != "}":
        key, at = _DECODER.raw_decode(source, at)
        start = _skip(source, _skip(source, at) + 1)
        value, at = _DECODER.raw_decode(source, start)
        found[key] = Value(value, start)
        at = _next(source, at)
    return found


def elements(source: str, begin: int) -> list[Value]:
    """The elements of the array that begins at an offset of valid JSON."""
    found: list[Value] = []
    at = _skip(source, begin + 1)
    while source[at] != "]":
        value, end = _DECODER.raw_decode(source, at)
        found.append(Value(value, at))
        at = _next(source, end)
    return found


def _next(source: str, at: int) -> int:
    at = _skip(source, at)
    return _skip(source, at + 1) if source[at] == "," else at


def _skip(source: str, at: int) -> int:
    while source[at] in _SPACE:
        at += 1
    return at
