"""For people: each finding with the words it is about, why, where the advice comes from, and what to write instead.

The words are marked in the sentence itself, never by a line of carets below it: under Bengali those do not line up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tonecheck.excerpts import Excerpt
from tonecheck.reports.advice import label, rewrite
from tonecheck.reports.report import Located, Report, Style
from tonecheck.reports.terminal import no_command, one_line, visible, width, wrap

_COLOURS = {"error": "1;31", "warning": "1;33", "suggestion": "1;36"}
_MARK, _FAINT, _BOLD, _PLAIN = "\x1b[1;4m", "2", "1", "\x1b[0m"
# Stand for the beginning and the end of the words while lines are wrapped; a draft cannot hold them once it is visible.
_OPEN, _CLOSE = "\x01", "\x02"
_INDENT = "  "
_LABEL = 9
# How many cells of the sentence to show before and after the words, and of the words themselves.
_AROUND, _WORDS = 100, 240


def render(report: Report, style: Style) -> Iterator[str]:
    """A block for each finding, with an empty line between blocks."""
    first = True
    for step in report.steps:
        for located in step.findings:
            lines = _block(located, report.passages, style)
            yield ("" if first else "\n") + "\n".join(no_command(line.rstrip()) for line in lines) + "\n"
            first = False


def _block(located: Located, passages: Mapping[str, str], style: Style) -> Iterator[str]:
    finding = located.finding
    yield _header(located, style)
    if located.inside is not None:
        yield from _labelled("in", _inside(located), style)
    yield from _sentence(located.excerpt, style)
    yield from _labelled("why", finding.message, style)
    if finding.passages:
        texts = (f"{id}: {passages[id]}" if id in passages else id for id in finding.passages)
        yield from _labelled("from", "\n".join(texts), style)
    for suggestion in finding.suggestions:
        yield from _labelled(label(suggestion), rewrite(suggestion, finding), style)
    if located.not_fixed:
        yield from _labelled("unfixed", located.not_fixed, style)


def _header(located: Located, style: Style) -> str:
    finding, at = located.finding, located.span.start
    path = _paint(f"{one_line(located.path)}:{at.line}:{at.column}", _BOLD, style)
    severity = _paint(finding.severity, _COLOURS[finding.severity], style)
    return f"{path}  {severity}  {one_line(finding.rule)}"


def _inside(located: Located) -> str:
    """Which reply of the file it is, where it is kept there, and the line and column of its own text."""
    at = located.in_reply.start
    parts = (located.title, located.reply, located.inside, f"{at.line}:{at.column}")
    return " · ".join(one_line(part) for part in dict.fromkeys(parts) if part)


def _sentence(excerpt: Excerpt, style: Style) -> Iterator[str]:
    before, words, after = (visible(part) for part in excerpt)
    if not words.strip():
        if before.strip():
            yield from _labelled("after", _end_of(before.strip(), _AROUND), style)
        elif after.strip():
            yield from _labelled("before", _start_of(after.strip(), _AROUND), style)
        return
    if width(words) > _WORDS:
        words = f"{_start_of(words, _WORDS // 2)} {_end_of(words, _WORDS // 2)}"
    start, end = (_OPEN, _CLOSE) if style.colour else ("»", "«")
    text = f"{_end_of(before.lstrip(), _AROUND)}{start}{words}{end}{_start_of(after.rstrip(), _AROUND)}"
    for line in _marked(wrap(text, style.width - len(_INDENT))):
        yield _INDENT + line


def _marked(lines: Iterable[str]) -> Iterator[str]:
    """Lines with the stand-ins turned into colour, which ends with each line and begins again on the next."""
    inside = False
    for line in lines:
        opened = _MARK if inside else ""
        inside = (inside or _OPEN in line) and _CLOSE not in line
        yield opened + line.replace(_OPEN, _MARK).replace(_CLOSE, _PLAIN) + (_PLAIN if inside else "")


def _labelled(label: str, text: str, style: Style) -> Iterator[str]:
    indent = _INDENT + " " * _LABEL
    lines = wrap(visible(text), style.width - len(indent))
    yield _INDENT + _paint(label, _FAINT, style) + " " * (_LABEL - len(label)) + next(lines)
    yield from (indent + line for line in lines)


def _start_of(text: str, cells: int) -> str:
    """The first words of ``text`` within so many cells, with … for what is left out."""
    if width(text) <= cells:
        return text
    head = next(wrap(text, cells))
    return f"{head} …"


def _end_of(text: str, cells: int) -> str:
    """The last words of ``text`` within so many cells, with … for what is left out."""
    if width(text) <= cells:
        return text
    words = text.split(" ")
    tail: list[str] = []
    while words and width(" ".join((words[-1], *tail))) <= cells:
        tail.insert(0, words.pop())
    return f"… {' '.join(tail)}"


def _paint(text: str, code: str, style: Style) -> str:
    return f"\x1b[{code}m{text}{_PLAIN}" if style.colour else text
