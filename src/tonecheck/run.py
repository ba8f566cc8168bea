"""The one pipeline: files and standard input, through their sources and the linter, to the steps of a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from tonecheck.discover import Found
from tonecheck.errors import InputError, Problem, RuleTimeout
from tonecheck.locating import locate
from tonecheck.reports.report import Checked
from tonecheck.sources import source_for
from tonecheck.sources.layers import outer_span
from tonecheck.sources.source import Context, Skipped, SourceReply, Stretch, in_file
from tonecheck.suppress import Ignoring, silence, with_ignores

if TYPE_CHECKING:
    from tonecheck.engine.check import Examined
    from tonecheck.model import Reply

Examine = Callable[["Reply"], "Examined"]
CheckFile = Callable[[str, BinaryIO], Iterator[Checked]]
"""What is done with one open file: its path, for messages and to pick the source, and the file."""


def check_files(check: CheckFile, files: Iterable[Found | Problem]) -> Iterator[Checked]:
    """Checks one file after the other; a file that cannot be read is a problem among the steps and stops nothing. A
    file that was found in a folder and holds no replies that are known is only counted."""
    for found in files:
        if isinstance(found, Problem):
            yield Checked(problems=(found,))
            continue
        try:
            with open(found.path, "rb") as file:
                yield from told(check(found.path, file), found.named)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            problem = Problem(found.path, 0, 0, f"cannot be read: {reason}", "check the path and its permissions")
            yield Checked(problems=(problem,))


def told(steps: Iterator[Checked], named: bool) -> Iterator[Checked]:
    """Steps with the error that ends them as the last one."""
    try:
        yield from steps
    except InputError as error:
        if error.unknown and not named:
            yield Checked(unknown=1)
        else:
            yield Checked(problems=error.problems)


def check_file(
    examine: Examine, context: Context, path: str, file: BinaryIO, ignoring: Ignoring | None = None
) -> Iterator[Checked]:
    """Checks the replies of one open file, a step for each; with ``ignoring``, as its remarks say. Raises
    ``InputError`` when it cannot be read."""
    stretches = with_ignores(source_for(path)(path, file, context), path, ignoring)
    yield from silence(_replies(examine, context, path, stretches), ignoring)
    yield Checked(files=1, path=path)


def _replies(
    examine: Examine, context: Context, path: str, stretches: Iterable[Stretch | Problem]
) -> Iterator[tuple[SourceReply | None, Checked]]:
    for stretch in stretches:
        if isinstance(stretch, Problem):
            yield None, Checked(problems=(stretch,))
            continue
        for item in stretch.read(stretch.text):
            if isinstance(item, Problem):
                yield None, Checked(problems=(item,))
            elif isinstance(item, Skipped):
                yield None, Checked(skipped=1)
            else:
                yield item, check_reply(examine, stretch.path or path, stretch, item, edits=context.edits)


def check_reply(examine: Examine, path: str, stretch: Stretch, source: SourceReply, *, edits: bool = False) -> Checked:
    """The step of one reply, with the ``edits`` of the file where they are wanted. A reply without words has no tone,
    and no findings."""
    if not source.reply.text or source.reply.text.isspace():
        return Checked(replies=1)
    examined = examine(source.reply)
    problems = tuple(_problem(path, stretch, source, timeout) for timeout in examined.errors)
    found = locate(path, stretch, source, examined.findings, edits=edits)
    return Checked(tuple(found), problems, replies=1)


def _problem(path: str, stretch: Stretch, source: SourceReply, timeout: RuleTimeout) -> Problem:
    message, _, hint = str(timeout).partition("\n")
    at = in_file(stretch, outer_span(source.layers, 0, 0)[0])
    return Problem(path, at.line, 0, message, hint.strip())
