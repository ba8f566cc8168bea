"""The questions of ``tonecheck fix --interactive``: one finding at a time, with its rewrites by number."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple

from tonecheck.cli.by_hand import Choice, Person, Quit
from tonecheck.model import Finding, Suggestion
from tonecheck.reports.full import render
from tonecheck.reports.report import Checked, Located, Report, Style
from tonecheck.reports.terminal import visible, wrap

_BLANK = "[…]"
_INDENT = "      "


class Terminal(NamedTuple):
    """Where questions go and answers come from. ``read`` shows a prompt and gives a line, without its end; it raises
    ``EOFError`` when there are no more."""

    read: Callable[[str], str]
    write: Callable[[str], object]


def this_terminal() -> Terminal:
    """The terminal of this process; lines can be edited where Python has readline."""
    with suppress(ImportError):
        import readline  # noqa: F401

    def write(text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()

    return Terminal(input, write)


def person_at(terminal: Terminal, report: Report, style: Style) -> Person:
    """The person at a terminal. ``report`` knows the passages that findings name."""
    skipped: set[str] = set()
    gone: list[bool] = []

    def choose(located: Located) -> Choice | None:
        if located.finding.rule in skipped:
            return None
        bare = located._replace(finding=replace(located.finding, suggestions=()), suggestions=(), edits=())
        terminal.write("\n")
        for piece in render(report._replace(steps=(Checked((bare,)),)), style):
            terminal.write(piece)
        for line in _numbered(located.finding, style):
            terminal.write(line)
        try:
            answer = _answer(terminal, located.finding)
        except (EOFError, KeyboardInterrupt):
            terminal.write("\n")
            answer = "quit"
        if answer == "quit":
            gone.append(True)
            raise Quit
        if answer == "rule":
            skipped.add(located.finding.rule)
        return answer if isinstance(answer, Choice) else None

    return Person(choose, lambda text: terminal.write(f"  {visible(text)}\n"), lambda: bool(gone))


def _answer(terminal: Terminal, finding: Finding) -> Choice | str:
    """What to make of a finding, or a word: skip, rule (skip all of this rule), quit."""
    offered = finding.suggestions
    words = {"s": "skip", "r": "rule", "q": "quit"}
    prompt = f"  {_prompt(len(offered))}: "
    while True:
        given = terminal.read(prompt).strip().lower()
        choice: Choice | None = None
        if given in words:
            return words[given]
        if given == "e":
            choice = _typed(terminal, finding)
        elif offered and (given == "a" or (given.isdecimal() and 1 <= int(given) <= len(offered))):
            choice = _filled(terminal, offered[0 if given == "a" else int(given) - 1])
        else:
            terminal.write("  Answer with one of the letters or numbers in brackets.\n")
        if choice is not None:
            return choice


def _prompt(offered: int) -> str:
    another = {0: "", 1: "accept [a], "}.get(offered, f"accept [a], another [1-{offered}], ")
    return f"{another}edit [e], skip [s], skip rule [r], quit [q]"


def _filled(terminal: Terminal, suggestion: Suggestion) -> Choice | None:
    """A suggestion with the words for its blanks; ``None`` when one is left empty."""
    pieces = suggestion.text.split(_BLANK)
    text = pieces[0]
    for number, piece in enumerate(pieces[1:], 1):
        which = f" {number} of {len(pieces) - 1}" if len(pieces) > 2 else ""
        words = terminal.read(f"  words for {_BLANK}{which} (nothing to go back): ").strip()
        if not words:
            return None
        text += words + piece
    return Choice(replace(suggestion, text=text))


def _typed(terminal: Terminal, finding: Finding) -> Choice | None:
    """The person's own words in the place of those that the first suggestion would change; ``None`` for none."""
    first = finding.suggestions[0] if finding.suggestions else None
    words = terminal.read(f"  your words{_instead(finding, first)} (nothing to go back): ").strip()
    if not words:
        return None
    if first is None:
        words = words if finding.match else f" {words}"
        return Choice(Suggestion(words, finding.start, finding.end, "manual"), typed=True)
    if not finding.match:
        # What is put in keeps its distance: the full stop and the line breaks around it.
        tail = " " if first.start < first.end else first.text[len(first.text.rstrip()) :]
        words = first.text[: _head(first.text)] + words + tail
        return Choice(replace(first, text=words, end=first.start), typed=True)
    return Choice(replace(first, text=words), typed=True)


def _instead(finding: Finding, first: Suggestion | None) -> str:
    if first is None or not finding.match or (first.start, first.end) == (finding.start, finding.end):
        return f" for: {' '.join(visible(finding.match).split())}" if finding.match else ""
    return " for the whole sentence"


def _head(text: str) -> int:
    gap = len(text) - len(text.lstrip(".।")) if text[1:2].isspace() else 0
    return len(text) - len(text[gap:].lstrip())


def _numbered(finding: Finding, style: Style) -> Iterator[str]:
    for number, suggestion in enumerate(finding.suggestions, 1):
        words = visible(suggestion.text.strip()) or "leave it out"
        label = f"  [{number}]"
        for line in wrap(words, style.width - len(_INDENT)):
            yield f"{label:{len(_INDENT)}}{line}\n"
            label = ""
