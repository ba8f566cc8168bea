"""Findings of a reply with their places: in the file, in the reply's own text, and in the units of other programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from tonecheck.excerpts import excerpt
from tonecheck.model import Finding, Suggestion
from tonecheck.positions import line_starts, place, utf8_column, utf16_column
from tonecheck.reports.report import FileEdit, Located, Span
from tonecheck.sources.layers import outer_edit, outer_span
from tonecheck.sources.source import Edit, SourceReply, Stretch, Unwritable, in_file


def locate(
    path: str, stretch: Stretch, source: SourceReply, findings: Iterable[Finding], *, edits: bool = False
) -> Iterator[Located]:
    """Findings of a reply as a report has them; with the ``edits`` of the file that make their suggestions, for the
    formats that offer them. A reply with copies offers none: one edit would make them differ."""
    alike: Counter[tuple[object, ...]] = Counter()
    starts: tuple[int, ...] | None = None
    offered = edits and not source.read_only and not source.twins
    for finding in findings:
        around = excerpt(source.reply.text, finding.start, finding.end)
        key = finding.rule, around.words, "".join(around)
        alike[key] += 1
        starts = starts or line_starts(source.reply.text)
        yield Located(
            path,
            source.reply.id,
            finding,
            _span(stretch, *outer_span(source.layers, finding.start, finding.end)),
            tuple(_span(stretch, *outer_span(source.layers, one.start, one.end)) for one in finding.suggestions),
            around,
            alike[key],
            source.title,
            source.inside,
            Span(place(starts, finding.start), place(starts, finding.end)),
            edits=tuple(_edit(stretch, source, one) for one in finding.suggestions) if offered else (),
        )


def _span(stretch: Stretch, first: int, last: int) -> Span:
    begin, end = in_file(stretch, first), in_file(stretch, last)
    before = stretch.text[first - begin.column + 1 : first], stretch.text[last - end.column + 1 : last]
    return Span(
        begin,
        end,
        (utf16_column(before[0]), utf16_column(before[1])),
        (utf8_column(before[0]), utf8_column(before[1])),
    )


def _edit(stretch: Stretch, source: SourceReply, suggestion: Suggestion) -> FileEdit | None:
    try:
        edit = outer_edit(source.layers, Edit(suggestion.start, suggestion.end, suggestion.text))
    except Unwritable:
        return None
    return FileEdit(_span(stretch, edit.start, edit.end), edit.words)
