"""Edits of a literal block of YAML: whole lines, indented as the block is."""

from __future__ import annotations

from tonecheck.sources.source import Characters, Edit
from tonecheck.sources.yaml.scalars import Body


def write_literal(value: str, where: Characters, body: Body, indent: int, edit: Edit) -> Edit:
    """The edit of the source; whether it reads back as meant is for the caller to see. Lines end as the header does."""
    start, end, words = _smallest(value, edit)
    fresh = start == 0 or value[start - 1] == "\n"
    follows = value[end : end + 1] not in ("", "\n")
    lines = words.split("\n")
    filled = bool(lines[0]) or (len(lines) == 1 and follows)
    if fresh and filled and value[start : start + 1] not in ("", "\n"):
        # The indentation that stands there serves.
        begin, fresh = where.starts[start], False
    elif start:
        begin = where.ends[start - 1]
    else:
        begin = body.begin
    if end < len(value):
        stop = where.starts[end]
    else:
        stop = where.ends[-1] if value else body.begin
    line_break = body.line_break if body.line_break in ("\r\n", "\r") else "\n"
    pieces = []
    for number, line in enumerate(lines):
        if number:
            pieces.append(line_break)
        if (fresh or number) and (line or (number == len(lines) - 1 and follows)):
            pieces.append(" " * indent)
        pieces.append(line)
    return Edit(begin, stop, "".join(pieces))


def _smallest(value: str, edit: Edit) -> Edit:
    """The edit without what it leaves as it is."""
    start, end, words = edit
    while start < end and words and value[start] == words[0]:
        start, words = start + 1, words[1:]
    while start < end and words and value[end - 1] == words[-1]:
        end, words = end - 1, words[:-1]
    return Edit(start, end, words)
