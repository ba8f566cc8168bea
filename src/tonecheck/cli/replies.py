"""What ``check --show-replies`` shows: which replies are found in the files, and where."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator

from tonecheck.cli.output import CLEAN, FAILED, complain, write
from tonecheck.discover import Found, Rules, discover
from tonecheck.errors import InputError, Problem
from tonecheck.reports.terminal import one_line
from tonecheck.sources import source_for
from tonecheck.sources.layers import outer_span
from tonecheck.sources.source import Context, Item, Skipped, SourceReply, Stretch, in_file

ContextOf = Callable[[str], Context]
RulesIn = Callable[[str], Rules]

# So much of a reply is shown for people to know it by, in code points.
_SHOWN = 60


def show_replies(inputs: Iterable[str], stdin_filename: str | None, context: ContextOf, rules: RulesIn) -> int:
    """Prints a line for each reply of the inputs. ``context`` is that of a file, ``rules`` those of a folder. Returns
    the exit status."""
    failed = shown = 0

    def lines() -> Iterator[str]:
        nonlocal failed, shown
        for path, found in _items(inputs, stdin_filename, context, rules):
            if isinstance(found, Problem):
                failed += 1
                complain(found)
            else:
                shown += isinstance(found[1], SourceReply)
                yield _line(path, *found) + "\n"

    write(lines())
    print(f"{shown} {'reply' if shown == 1 else 'replies'} to check", file=sys.stderr)
    return FAILED if failed else CLEAN


def _items(
    inputs: Iterable[str], stdin_filename: str | None, context: ContextOf, rules: RulesIn
) -> Iterator[tuple[str, Problem | tuple[Stretch, SourceReply | Skipped]]]:
    for found in _files(inputs, rules):
        if isinstance(found, Problem):
            yield found.path, found
            continue
        path = (stdin_filename or "-") if found.path == "-" else found.path
        try:
            with open(sys.stdin.fileno() if found.path == "-" else path, "rb", closefd=found.path != "-") as file:
                for stretch in source_for(path)(path, file, context(path)):
                    items: Iterable[Item] = (stretch,) if isinstance(stretch, Problem) else stretch.read(stretch.text)
                    for item in items:
                        if isinstance(item, Problem):
                            yield path, item
                        elif not isinstance(stretch, Problem):
                            yield stretch.path or path, (stretch, item)
        except InputError as error:
            if found.named or not error.unknown:
                yield from ((path, problem) for problem in error.problems)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            yield path, Problem(path, 0, 0, f"cannot be read: {reason}", "check the path and its permissions")


def _files(inputs: Iterable[str], rules: RulesIn) -> Iterator[Found | Problem]:
    named = list(inputs)
    if "-" in named:
        yield Found("-", True)
    yield from discover((path for path in named if path != "-"), rules)


def _line(path: str, stretch: Stretch, item: SourceReply | Skipped) -> str:
    if isinstance(item, Skipped):
        at = in_file(stretch, item.begin)
        parts = [item.title, item.id, item.inside, f"left out: {item.reason}"]
    else:
        at = in_file(stretch, outer_span(item.layers, 0, 0)[0])
        words = " ".join(item.reply.text.split())
        shown = words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + " …"
        reply = item.reply
        parts = [item.title, reply.id, item.inside, f"{reply.language or 'any language'}, {reply.kind}", f"“{shown}”"]
    told = " · ".join(one_line(part) for part in dict.fromkeys(parts) if part)
    return f"{one_line(path)}:{at.line}:{at.column}: {told}"
