"""The one pipeline: files and standard input, through their sources and the linter, to the steps of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from tonecheck.errors import InputError, Problem, RuleTimeout
from tonecheck.excerpts import excerpt
from tonecheck.model import Finding
from tonecheck.reports.report import Checked, Located, Span
from tonecheck.sources import source_for
from tonecheck.sources.source import Context, SourceReply, places

if TYPE_CHECKING:
    from tonecheck.engine.check import Examined
    from tonecheck.model import Reply

Examine = Callable[["Reply"], "Examined"]


def check_files(examine: Examine, paths: Iterable[str | Problem], context: Context) -> Iterator[Checked]:
    """Checks one file after the other; a file that cannot be read is a problem among the steps and stops nothing."""
    for path in paths:
        if isinstance(path, Problem):
            yield Checked(problems=(path,))
            continue
        try:
            with open(path, "rb") as file:
                yield from check_file(examine, path, file, context)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            problem = Problem(path, 0, 0, f"cannot be read: {reason}", "check the path and its permissions")
            yield Checked(problems=(problem,))


def check_file(examine: Examine, path: str, file: BinaryIO, context: Context) -> Iterator[Checked]:
    """Checks the replies of one open file, a step for each; ``path`` names it and picks the source by its suffix."""
    try:
        for source in source_for(path)(path, file, context):
            yield Checked(problems=(source,)) if isinstance(source, Problem) else check_reply(examine, source)
    except InputError as error:
        yield Checked(problems=error.problems)
    else:
        yield Checked(files=1)


def check_reply(examine: Examine, source: SourceReply) -> Checked:
    """The step of one reply. A reply without words has no tone, and no findings."""
    if not source.reply.text or source.reply.text.isspace():
        return Checked(replies=1)
    examined = examine(source.reply)
    problems = tuple(_problem(source, timeout) for timeout in examined.errors)
    return Checked(tuple(_located(source, examined.findings)), problems, replies=1)


def _located(source: SourceReply, findings: Iterable[Finding]) -> Iterator[Located]:
    alike: Counter[tuple[object, ...]] = Counter()
    for finding in findings:
        around = excerpt(source.reply.text, finding.start, finding.end)
        key = finding.rule, around.words, "".join(around)
        alike[key] += 1
        yield Located(
            source.path,
            source.reply.id,
            finding,
            _span(source, finding.start, finding.end),
            tuple(_span(source, suggestion.start, suggestion.end) for suggestion in finding.suggestions),
            around,
            alike[key],
        )


def _span(source: SourceReply, start: int, end: int) -> Span:
    return Span(*places(source, start, end))


def _problem(source: SourceReply, timeout: RuleTimeout) -> Problem:
    message, _, hint = str(timeout).partition("\n")
    return Problem(source.path, source.line, 0, message, hint.strip())
