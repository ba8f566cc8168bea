"""Conversations: which turns are replies, what each answers, how long it waited, and where it stands in the file."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.sources.reading import Placed, places, read_all
from tonecheck.errors import Problem
from tonecheck.sources.json.lines import read


def replies(*lines: dict[str, Any]) -> list[Placed | Problem]:
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    return read_all(read, "talk.jsonl", text.encode())


def turn(role: str, text: str, **more: Any) -> dict[str, Any]:
    return {"role": role, "text": text, **more}


@pytest.mark.parametrize(
    ("messages", "said"),
    [
        ("hello", 'talk.jsonl:1:14: "messages" must be a list of turns'),
        (["hello"], "talk.jsonl:1:15: a turn must be an object with a role and a text"),
        ([{"role": "agent"}], 'talk.jsonl:1:15: a turn must have a "role" and a "text", both strings'),
        ([{"role": 5, "text": "ভাই"}], 'talk.jsonl:1:15: a turn must have a "role" and a "text", both strings'),
    ],
)
def test_a_turn_that_cannot_be_read_is_a_problem(messages: object, said: str) -> None:
    [problem] = replies({"messages": messages})
    assert str(problem).startswith(said)


def test_notes_bots_and_customers_are_no_replies() -> None:
    assert (
        replies({"messages": [turn("customer", "কই 😊"), turn("bot", "Hi"), turn("note", "rude"), turn("system", "x")]})
        == []
    )


def test_each_reply_is_checked_with_the_turns_before_it() -> None:
    found = replies(
        {
            "id": "c-1",
            "channel": "chat",
            "lang": "bn-en",
            "messages": [
                turn("customer", "কই আমার অর্ডার 😠", time="2026-03-01T10:00:00Z"),
                turn("customer", "Hello??", time="2026-03-01T11:00:00Z"),
                turn("note", "ignore him"),
                turn("agent", "দেখছি 😊", time="2026-03-02T16:00:00+06:00"),
                {"role": "user", "content": "ok"},
                {"role": "assistant", "content": "Sent 😊 আজ."},
                turn("agent", "And the link.", time="soon"),
            ],
        }
    )
    assert all(isinstance(item, Placed) for item in found)
    known = [
        (item.source.reply.id, item.source.reply.customer, item.source.reply.waited_hours, item.source.reply.text)
        for item in found
        if isinstance(item, Placed)
    ]
    assert known == [
        ("c-1 turn 4", "কই আমার অর্ডার 😠\n\nHello??", 24.0, "দেখছি 😊"),
        ("c-1 turn 6", "ok", None, "Sent 😊 আজ."),
        ("c-1 turn 7", None, None, "And the link."),
    ]


def test_a_place_in_a_turn_is_its_place_in_the_file() -> None:
    line = {"messages": [turn("customer", "😊 কই"), turn("agent", 'আজ "😊" পাঠাব, soon.')]}
    first, second = replies(line, line)
    assert isinstance(first, Placed)
    assert isinstance(second, Placed)
    source = json.dumps(line, ensure_ascii=False)
    start = first.source.reply.text.index("soon")
    begin, end = places(second, start, start + 4)
    assert (begin.line, end.line) == (2, 2)
    assert source[begin.column - 1 : end.column - 1] == "soon"


@pytest.mark.parametrize(
    ("asked", "answered", "hours"),
    [
        (None, "2026-03-01T10:00:00", None),
        ("2026-03-01T10:00:00", "yesterday", None),
        (1e30, 1e30, None),
        ("2026-03-02T10:00:00", "2026-03-01T10:00:00", 0),
        ("2026-03-01T10:00:00", "2026-03-02T11:30:00", 25.5),
        (1_772_359_200, 1_772_362_800, 1),
        (1_772_359_200_000, 1_772_362_800_000, 1),
    ],
)
def test_how_long_the_customer_waited(asked: object, answered: object, hours: float | None) -> None:
    [found] = replies(
        {"messages": [turn("customer", "কই 😊", created_at=asked), turn("agent", "আজ", created_at=answered)]}
    )
    assert isinstance(found, Placed)
    assert found.source.reply.waited_hours == hours
