"""The turns of a conversation: which are the agent's replies, and what each answers.

A turn is an object with ``role`` and ``text`` (or ``content``), and perhaps a time. Each reply of the agent is checked
with what the customer wrote since the one before it; what bots wrote and internal notes are neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from tonecheck.sources.json_object import Value, elements, members

CUSTOMER_ROLES = frozenset(("customer", "user", "client", "visitor", "end-user", "end_user", "requester"))
AGENT_ROLES = frozenset(("agent", "assistant", "support", "staff", "operator"))
_TEXTS = ("text", "content")
_TIMES = ("time", "timestamp", "created_at", "sent_at", "date", "at")


class Turn(NamedTuple):
    """A reply of the agent: its number among all turns (from 1), its text, what it answers, how long that waited."""

    number: int
    text: Value
    customer: str | None
    waited_hours: float | None


class BadTurn(NamedTuple):
    """A turn that cannot be read: where it begins, and what it should have been."""

    begin: int
    message: str


def turns(source: str, begin: int) -> Iterator[Turn | BadTurn]:
    """The agent's replies in the array of turns that begins at an offset of valid JSON."""
    asked: list[str] = []
    since: datetime | None = None
    for number, element in enumerate(elements(source, begin), 1):
        if not isinstance(element.value, dict):
            yield BadTurn(element.begin, "a turn must be an object with a role and a text")
            continue
        turn = members(source, element.begin)
        role = turn["role"].value if "role" in turn else None
        text = next((turn[name] for name in _TEXTS if name in turn and turn[name].value is not None), None)
        if not isinstance(role, str) or text is None or not isinstance(text.value, str):
            yield BadTurn(element.begin, 'a turn must have a "role" and a "text", both strings')
            continue
        time = _time(turn)
        if role.lower() in CUSTOMER_ROLES:
            asked.append(text.value)
            since = since or time
        elif role.lower() in AGENT_ROLES:
            yield Turn(number, text, "\n\n".join(asked) or None, _hours(since, time))
            asked, since = [], None


def _time(turn: dict[str, Value]) -> datetime | None:
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
