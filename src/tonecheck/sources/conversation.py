"""Conversation lines: a ``.jsonl`` file with one JSON object a line, each a reply or a whole conversation.

A reply has ``text`` and may have ``id``, ``customer``, ``channel``, ``waited_hours``, ``lang`` and ``kind``. A
conversation has ``messages`` in place of the text: each reply of the agent is checked with the turns before it. Other
keys are left alone, and null is the same as no key. A line that cannot be read is a problem of that line only.
"""

from __future__ import annotations

from collections.abc import Iterator
from json import JSONDecodeError
from math import isfinite
from typing import Any, BinaryIO

from tonecheck.errors import InputError, Problem
from tonecheck.model import CHANNELS, KINDS, LANGUAGES, Reply
from tonecheck.sources.decode import UTF16_MARKS, decode
from tonecheck.sources.json_object import Value, json_object
from tonecheck.sources.json_string import characters
from tonecheck.sources.source import Context, SourceReply
from tonecheck.sources.turns import BadTurn, turns

_SHAPE = 'write one object a line: {"text": "…", "id": "…", "customer": "…", "channel": "email"}'
_CHOICES: dict[str, tuple[str, ...]] = {"channel": CHANNELS, "kind": KINDS}


def read(path: str, file: BinaryIO, context: Context) -> Iterator[SourceReply | Problem]:
    """The replies of a file, one line in memory at a time. Raises ``InputError`` when it is no UTF-8 text at all."""
    offset = 0
    for number, raw in enumerate(file, 1):
        if b"\0" in raw or (number == 1 and raw.startswith(UTF16_MARKS)):
            problem = Problem(path, number, 1, "conversation lines must be UTF-8 text", "save the file as UTF-8")
            raise InputError(problem)
        try:
            line = decode(raw, path)
        except InputError as error:
            yield error.problems[0]._replace(line=number)
            offset += len(raw.decode("utf-8", "replace"))
            continue
        if line and not line.isspace():
            yield from _read_line(path, line.rstrip("\r\n"), number, offset, context)
        offset += len(line)


def _read_line(path: str, line: str, number: int, offset: int, context: Context) -> Iterator[SourceReply | Problem]:
    try:
        members = json_object(line)
    except JSONDecodeError as error:
        yield Problem(path, number, error.pos + 1, f"not valid JSON: {error.msg}", _SHAPE)
        return
    except (ValueError, RecursionError):
        yield Problem(path, number, 1, "not usable JSON: nested too deeply, or a number is too long", _SHAPE)
        return
    if members is None:
        yield Problem(path, number, 1, "not a JSON object", _SHAPE)
        return
    known = {name: member for name, member in members.items() if member.value is not None}
    problems = [
        Problem(path, number, member.begin + 1, f'"{name}" must be {wanted}', "correct it or leave the key out")
        for name, member in known.items()
        if (wanted := _wanted(name, member.value))
    ]
    if "text" not in known and "messages" not in known:
        problems.append(Problem(path, number, 1, 'the object has no "text"', _SHAPE))
    if problems:
        yield from problems
    elif "text" in known:
        yield _reply(path, line, number, offset, known, context)
    else:
        yield from _conversation(path, line, number, offset, known, context)


def _conversation(
    path: str, line: str, number: int, offset: int, members: dict[str, Value], context: Context
) -> Iterator[SourceReply | Problem]:
    identity = members["id"].value if "id" in members else None
    for turn in turns(line, members["messages"].begin):
        if isinstance(turn, BadTurn):
            yield Problem(path, number, turn.begin + 1, turn.message, "correct it; the other turns are checked")
            continue
        id = Value(f"turn {turn.number}" if identity is None else f"{identity} turn {turn.number}", 0)
        own = members | {"text": turn.text, "id": id}
        if turn.customer is not None:
            own["customer"] = Value(turn.customer, 0)
        if turn.waited_hours is not None:
            own["waited_hours"] = Value(turn.waited_hours, 0)
        yield _reply(path, line, number, offset, own, context)


def _wanted(name: str, value: object) -> str | None:
    """What a value should have been, ``None`` when it is fine."""
    if name == "messages":
        return None if isinstance(value, list) else "a list of turns"
    if name in ("text", "customer", "lang"):
        return None if isinstance(value, str) else "a string"
    if name == "id":
        return None if isinstance(value, str | int) and not isinstance(value, bool) else "a string or a whole number"
    if name == "waited_hours":
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return None if number and isfinite(value) and value >= 0 else "a number of hours, 0 or more"  # type: ignore[operator,arg-type]
    choices = _CHOICES.get(name)
    return None if not choices or value in choices else "one of " + ", ".join(f'"{choice}"' for choice in choices)


def _reply(path: str, line: str, number: int, offset: int, members: dict[str, Value], context: Context) -> SourceReply:
    def given(name: str, otherwise: Any) -> Any:
        member = members.get(name)
        return otherwise if member is None else member.value

    text, where = characters(line, members["text"].begin + 1)
    identity = given("id", None)
    reply = Reply(
        text,
        customer=given("customer", context.customer),
        channel=given("channel", context.channel),
        waited_hours=given("waited_hours", context.waited_hours),
        kind=given("kind", context.kind),
        # "mixed" and languages that are not ours are left for the text to tell.
        language=language if (language := given("lang", context.language)) in LANGUAGES else None,
        id=None if identity is None else str(identity),
    )
    return SourceReply(path, reply, (0,), where, line=number, offset=offset)
