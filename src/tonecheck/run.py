"""The one pipeline: files and standard input, through their sources and the linter, to the steps of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from tonecheck.discover import Found
from tonecheck.errors import InputError, Problem, RuleTimeout
from tonecheck.excerpts import excerpt
from tonecheck.model import Finding
from tonecheck.positions import line_starts, place, utf8_column, utf16_column
from tonecheck.reports.report import Checked, Located, Span
from tonecheck.sources import source_for
from tonecheck.sources.layers import outer_span
from tonecheck.sources.source import Context, Skipped, SourceReply, Stretch, in_file

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


def check_file(examine: Examine, context: Context, path: str, file: BinaryIO) -> Iterator[Checked]:
    """Checks the replies of one open file, a step for each. Raises ``InputError`` when it cannot be read."""
    for stretch in source_for(path)(path, file, context):
        if isinstance(stretch, Problem):
            yield Checked(problems=(stretch,))
            continue
        for item in stretch.read(stretch.text):
            if isinstance(item, Problem):
                yield Checked(problems=(item,))
            elif isinstance(item, Skipped):
                yield Checked(skipped=1)
            else:
                yield check_reply(examine, stretch.path or path, stretch, item)
    yield Checked(files=1)


def check_reply(examine: Examine, path: str, stretch: Stretch, source: SourceReply) -> Checked:
    """The step of one reply. A reply without words has no tone, and no findings."""
    if not source.reply.text or source.reply.text.isspace():
        return Checked(replies=1)
    examined = examine(source.reply)
    problems = tuple(_problem(path, stretch, source, timeout) for timeout in examined.errors)
    return Checked(tuple(locate(path, stretch, source, examined.findings)), problems, replies=1)


def locate(path: str, stretch: Stretch, source: SourceReply, findings: Iterable[Finding]) -> Iterator[Located]:
    """Findings of a reply with their places in the file and in the reply."""
    alike: Counter[tuple[object, ...]] = Counter()
    starts: tuple[int, ...] | None = None

    def span(start: int, end: int) -> Span:
        first, last = outer_span(source.layers, start, end)
        begin, stop = in_file(stretch, first), in_file(stretch, last)
        before = stretch.text[first - begin.column + 1 : first], stretch.text[last - stop.column + 1 : last]
        return Span(
            begin,
            stop,
            (utf16_column(before[0]), utf16_column(before[1])),
            (utf8_column(before[0]), utf8_column(before[1])),
        )

    for finding in findings:
        around = excerpt(source.reply.text, finding.start, finding.end)
        key = finding.rule, around.words, "".join(around)
        alike[key] += 1
        starts = starts or line_starts(source.reply.text)
        yield Located(
            path,
            source.reply.id,
            finding,
            span(finding.start, finding.end),
            tuple(span(suggestion.start, suggestion.end) for suggestion in finding.suggestions),
            around,
            alike[key],
            source.title,
            source.inside,
            Span(place(starts, finding.start), place(starts, finding.end)),
        )


def _problem(path: str, stretch: Stretch, source: SourceReply, timeout: RuleTimeout) -> Problem:
    message, _, hint = str(timeout).partition("\n")
    at = in_file(stretch, outer_span(source.layers, 0, 0)[0])
    return Problem(path, at.line, 0, message, hint.strip())
