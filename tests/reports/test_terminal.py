from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.reports.terminal import no_command, one_line, use_colour, visible, width, wrap

TEXT = st.text(
    alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("আষ্টো\u200d😀👩🔧 \n\t\x1b"))
)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environ", "on_terminal", "piped"),
    [
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "3"}, False, False),
        ({"TERM": "dumb"}, False, False),
        ({}, True, False),
        ({"TERM": "xterm"}, True, False),
        ({"NO_COLOR": ""}, True, False),
        ({"FORCE_COLOR": ""}, True, False),
        ({"NO_COLOR": "", "FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "0"}, True, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
    ],
)
def test_use_colour(environ: dict[str, str], on_terminal: bool, piped: bool) -> None:
    assert use_colour(Terminal(), environ) is on_terminal
    assert use_colour(io.StringIO(), environ) is piped


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("র‍্যা ষ্টো 👩‍🔧 “ok”\n", "র‍্যা ষ্টো 👩‍🔧 “ok”\n"),
        ("[b]:smile:[/b]", "[b]:smile:[/b]"),
        ("\x1b[31mনা\x07", "\\x1b[31mনা\\x07"),
        ("a\x9bনা\rb", "a\\x9bনা\\x0db"),
        ("না\u202eab\u2066", "না\\u202eab\\u2066"),
        ("\ud83d😀", "\\ud83d😀"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_visible(text: str, expected: str) -> None:
    assert visible(text) == expected


def test_one_line_has_no_line_break() -> None:
    assert one_line("না\n::error::😀\r") == "না ::error::😀\\x0d"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("না :: ::error::😀", "না :: ::error::😀"),
        (": :error", ": :error"),
        ("::error::না", "\\x3a:error::না"),
        (" \t::add-mask::😀", " \t\\x3a:add-mask::😀"),
        ("না ##[error]x ##[group]", "না #\\x23[error]x #\\x23[group]"),
    ],
)
def test_no_line_is_a_command_to_github(line: str, expected: str) -> None:
    assert no_command(line) == expected


@pytest.mark.parametrize(
    ("text", "cells"),
    [("", 0), ("abc", 3), ("না", 2), ("দুঃখিত", 5), ("ষ্ট", 2), ("😀a", 3), ("日本", 4), ("\x01a\x02", 1)],
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("", 5, [""]),
        ("এটা সম্ভব না", 6, ["এটা", "সম্ভব", "না"]),
        ("ab cd ef", 5, ["ab cd", "ef"]),
        ("a\n\nনা", 5, ["a", "", "না"]),
        ("abcdefg h", 3, ["abc", "def", "g h"]),
        ("😀😀😀", 5, ["😀😀", "😀"]),
        ("কাকাকা", 3, ["কা", "কা", "কা"]),
    ],
)
def test_wrap(text: str, limit: int, lines: list[str]) -> None:
    assert list(wrap(text, limit)) == lines


@given(TEXT, st.integers(20, 60))
def test_lines_never_overflow_and_lose_nothing(text: str, limit: int) -> None:
    shown = visible(text)
    assert all(c not in shown for c in "\x1b\r\t")
    lines = list(wrap(shown, limit))
    assert all(width(line) <= limit for line in lines)
    assert "".join("".join(lines).split(" ")) == "".join(shown.replace("\n", "").split(" "))
