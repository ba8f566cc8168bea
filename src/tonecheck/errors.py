"""What can go wrong, said so that the reader knows what to do next.

TonecheckError
├── RuleError      a rule pack that cannot be used: every problem of the pack at once
├── ConfigError    a configuration that cannot be used
└── InputError     a file or text that cannot be read
"""

from __future__ import annotations

from typing import NamedTuple

MOST_NAMED = 40
"""So many names are still read in an error message."""


class Problem(NamedTuple):
    """One thing that is wrong: where (line and column from 1, 0 when there is no such place), what, and what to do."""

    path: str
    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = self.path
        if self.line:
            place += f":{self.line}:{self.column}" if self.column else f":{self.line}"
        text = f"{place}: {self.message}"
        return f"{text}\n  {self.hint}" if self.hint else text


def did_you_mean(word: str, known: tuple[str, ...]) -> str:
    """A hint that names the nearest known word, or all of them when they are few."""
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1)
    if near:
        return f"did you mean {near[0]!r}?"
    return "use one of " + ", ".join(known) if len(known) <= MOST_NAMED else ""


class TonecheckError(Exception):
    """Base of all errors that a caller may show as they are."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class RuleError(TonecheckError):
    """A rule pack has errors; ``problems`` holds all of them."""


class ConfigError(TonecheckError):
    """A configuration file or option cannot be used."""


class InputError(TonecheckError):
    """An input cannot be read."""

    unknown = False
    """Whether nothing is wrong with it but that no place of replies is known in it."""


class RuleTimeout(NamedTuple):
    """A pattern that ran longer than it may on one sentence; the rule was left out for this reply."""

    rule: str
    pattern: str
    seconds: float

    def __str__(self) -> str:
        return (
            f"rule {self.rule}: pattern {self.pattern!r} took more than {self.seconds:g} s and was stopped\n"
            "  make it simpler: no repeated group that can match the same words in two ways"
        )
