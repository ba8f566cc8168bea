"""Conversation lines: a ``.jsonl`` file with one JSON object a line, each a reply or a whole conversation.

A reply has ``text`` and may have ``id``, ``customer``, ``channel``, ``waited_hours``, ``lang`` and ``kind``. A
conversation has ``messages`` in place of the text: each reply of the agent is checked with the turns before it. Other
keys are left alone, and null is the same as no key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from math import isfinite
from typing import Any, cast

from tonecheck.model import CHANNELS, KINDS
from tonecheck.sources.json.turns import BadTurn, turns
from tonecheck.sources.library import notes
from tonecheck.sources.nodes import Node, members
from tonecheck.sources.replies import reply_of
from tonecheck.sources.source import Context, Layer, SourceReply

SHAPE = 'write one object a line: {"text": "…", "id": "…", "customer": "…", "channel": "email"}'
_CHOICES: dict[str, tuple[str, ...]] = {"channel": CHANNELS, "kind": KINDS}


def read_object(node: Node, layer: Callable[[Node], Layer], context: Context) -> Iterator[SourceReply | BadTurn]:
    """The replies of one line's object. What is wrong with it is a ``BadTurn`` with its offset; none of its replies is
    read when one of its own values is wrong."""
    known = {name: member for name, member in members(node).items() if member.value is not None}
    wrong = [
        BadTurn(member.begin, f'"{name}" must be {wanted}', "correct it or leave the key out")
        for name, member in known.items()
        if (wanted := _wanted(name, member.value))
    ]
    if "text" not in known and "messages" not in known:
        wrong.append(BadTurn(0, 'the object has no "text"', SHAPE))
    if wrong:
        yield from wrong
    elif "text" in known:
        yield _reply(known, known["text"], layer, context, "$.text")._replace(notes=tuple(notes(node, ())))
    else:
        yield from _conversation(node, known, layer, context)


def _conversation(
    node: Node, known: Mapping[str, Node], layer: Callable[[Node], Layer], context: Context
) -> Iterator[SourceReply | BadTurn]:
    for turn in turns(known["messages"]):
        if isinstance(turn, BadTurn):
            yield turn
            continue
        around = context
        if turn.customer is not None:
            around = around._replace(customer=turn.customer)
        elif "customer" in known:
            around = around._replace(customer=cast("str", known["customer"].value))
        if turn.waited_hours is not None:
            around = around._replace(waited_hours=turn.waited_hours)
        elif "waited_hours" in known:
            around = around._replace(waited_hours=cast("float", known["waited_hours"].value))
        own = {name: node for name, node in known.items() if name not in ("customer", "waited_hours")}
        reply = _reply(own, turn.text, layer, around, f"$.messages[{turn.number - 1}].{turn.key}", turn.number)
        yield reply._replace(notes=tuple(notes(node, ("messages", turn.number - 1))))


def _reply(
    known: Mapping[str, Node],
    text: Node,
    layer: Callable[[Node], Layer],
    context: Context,
    inside: str,
    turn: int | None = None,
) -> SourceReply:
    def given(name: str, otherwise: object) -> Any:
        return known[name].value if name in known else otherwise

    own = layer(text)
    id = given("id", None)
    if turn is not None:
        id = f"turn {turn}" if id is None else f"{id} turn {turn}"
    # What the line says goes before what the caller says.
    reply = reply_of(
        own.text,
        context._replace(
            customer=given("customer", context.customer),
            waited_hours=given("waited_hours", context.waited_hours),
            channel=given("channel", context.channel),
            kind=given("kind", context.kind),
        ),
        channel="email",
        kind="draft",
        id=None if id is None else str(id),
        language=given("lang", None),
    )
    return SourceReply(reply, (own,), None, inside)


def _wanted(name: str, value: object) -> str | None:
    """What a value should have been, ``None`` when it is fine."""
    if name == "messages":
        return None if isinstance(value, tuple) else "a list of turns"
    if name in ("text", "customer", "lang"):
        return None if isinstance(value, str) else "a string"
    if name == "id":
        return None if isinstance(value, str | int) and not isinstance(value, bool) else "a string or a whole number"
    if name == "waited_hours":
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return None if number and isfinite(value) and value >= 0 else "a number of hours, 0 or more"  # type: ignore[operator,arg-type]
    choices = _CHOICES.get(name)
    return None if not choices or value in choices else "one of " + ", ".join(f'"{choice}"' for choice in choices)
