"""The turns of a conversation: which are the agent's replies, and what each answers.

A turn is an object with ``role`` and ``text`` (or ``content``), and perhaps a time. Each reply of the agent is checked
with what the customer wrote since the one before it; what bots wrote and internal notes are neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from tonecheck.sources.nodes import Node, elements, members

CUSTOMER_ROLES = frozenset(("customer", "user", "client", "visitor", "end-user", "end_user", "requester"))
AGENT_ROLES = frozenset(("agent", "assistant", "support", "staff", "operator"))
_TEXTS = ("text", "content")
_TIMES = ("time", "timestamp", "created_at", "sent_at", "date", "at")


class Turn(NamedTuple):
    """A reply of the agent: its number among all turns (from 1), the name and the value of its text, what it answers,
    how long that waited."""

    number: int
    key: str
    text: Node
    customer: str | None
    waited_hours: float | None


class BadTurn(NamedTuple):
    """What cannot be read: where it begins, what it should have been, and what to do."""

    begin: int
    message: str
    hint: str = "correct it; the other turns are checked"


def turns(messages: Node) -> Iterator[Turn | BadTurn]:
    """The agent's replies in a list of turns."""
    asked: list[str] = []
    since: datetime | None = None
    for number, element in enumerate(elements(messages), 1):
        turn = members(element)
        role = turn["role"].value if "role" in turn else None
        key = next((name for name in _TEXTS if name in turn and turn[name].value is not None), None)
        text = None if key is None else turn[key].value
        if not isinstance(element.value, Mapping):
            yield BadTurn(element.begin, "a turn must be an object with a role and a text")
        elif not isinstance(role, str) or key is None or not isinstance(text, str):
            yield BadTurn(element.begin, 'a turn must have a "role" and a "text", both strings')
        elif role.lower() in CUSTOMER_ROLES:
            asked.append(text)
            since = since or _time(turn)
        elif role.lower() in AGENT_ROLES:
            yield Turn(number, key, turn[key], "\n\n".join(asked) or None, _hours(since, _time(turn)))
            asked, since = [], None


def _time(turn: Mapping[str, Node]) -> datetime | None:
    """The time of a turn: ISO 8601, or seconds (or milliseconds) since 1970. None when none can be read."""
    value = next((turn[name].value for name in _TIMES if name in turn), None)
    try:
        if isinstance(value, str):
            time = datetime.fromisoformat(value)
            return time if time.tzinfo else time.replace(tzinfo=UTC)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value / 1000 if value > 100_000_000_000 else value, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return None


def _hours(since: datetime | None, until: datetime | None) -> float | None:
    if since is None or until is None:
        return None
    return max((until - since).total_seconds() / 3600, 0)
