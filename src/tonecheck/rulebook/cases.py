"""The tests inside rule files: marked replies to cases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from tonecheck.model import LANGUAGES
from tonecheck.rulebook.build import Builder, Values
from tonecheck.rulebook.nodes import Located
from tonecheck.rulebook.rule import Case

OPEN, CLOSE = "<<", ">>"


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without its ``<<`` and ``>>``, and the spans between them. Raises ``ValueError`` when they do not
    pair."""
    text, rest = "", marked
    spans: list[tuple[int, int]] = []
    while True:
        before, opened, rest = rest.partition(OPEN)
        if CLOSE in before:
            raise ValueError("a >> has no << before it")
        text += before
        if not opened:
            return text, tuple(spans)
        inside, closed, rest = rest.partition(CLOSE)
        if not closed or OPEN in inside:
            raise ValueError("a << has no >> after it")
        while rest.startswith(">"):  # the marked words end on it: "<<<email>>>"
            inside, rest = inside + ">", rest[1:]
        spans.append((len(text), len(text) + len(inside)))
        text += inside


def rule_cases(builder: Builder, subject: str, tests: Values) -> Iterator[Case]:
    """The cases of a rule file; a flag case must have its words marked."""
    yield from _cases(builder, subject, tests, "flag", "pass", marked=True)


def signal_cases(builder: Builder, subject: str, tests: Values) -> Iterator[Case]:
    """The cases of a signal file; marks are allowed and not needed."""
    yield from _cases(builder, subject, tests, "found", "absent", marked=False)


def _cases(builder: Builder, subject: str, tests: Values, yes: str, no: str, *, marked: bool) -> Iterator[Case]:
    given = tests.get("given", {})
    for language in LANGUAGES:
        for key in (yes, no):
            for item in tests.get(language, {}).get(key, ()):
                values: Values = dict(item) if isinstance(item, dict) else {"reply": item}
                reply = values.pop("reply", None)
                if not isinstance(reply, Located):
                    continue
                rewrite = values.pop("rewrite", None)
                try:
                    text, marks = unmark(reply)
                except ValueError as error:
                    builder.report(reply, str(error), "mark the words as <<words>>")
                    continue
                if marked and key == yes and not marks:
                    builder.report(reply, "a flag case without marked words", "put << and >> around the words")
                    continue
                if key == no and marks:
                    builder.report(reply, f"a {no} case with marked words", f"move it to {yes} or take the marks out")
                    continue
                yield Case(
                    subject, language, key == yes, text, marks, _plain({**given, **values}),
                    None if rewrite is None else str(rewrite), builder.path, reply.line, reply.column,
                )  # fmt: skip


def _plain(values: Values) -> dict[str, object]:
    return {key: str(value) if isinstance(value, str) else cast("Any", value) for key, value in values.items()}
