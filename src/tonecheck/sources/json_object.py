"""A JSON object whose top-level values remember where they stand."""

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
    members: dict[str, Value] = {}
    at = _skip(source, source.index("{") + 1)
    while source[at] != "}":
        key, at = _DECODER.raw_decode(source, at)
        begin = _skip(source, _skip(source, at) + 1)
        value, at = _DECODER.raw_decode(source, begin)
        members[key] = Value(value, begin)
        at = _skip(source, at)
        if source[at] == ",":
            at = _skip(source, at + 1)
    return members


def _skip(source: str, at: int) -> int:
    while source[at] in _SPACE:
        at += 1
    return at
