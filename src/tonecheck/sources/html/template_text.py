"""Templates of plain text: the words as they stand, without the comments of the template."""

from __future__ import annotations

from tonecheck.sources.html.template_tags import find_template_tags
from tonecheck.sources.layers import identity, unbroken
from tonecheck.sources.source import Characters, Edit, Layer


def layer(text: str) -> Layer:
    """The words of a plain text with template tags. The tags stand in it as they are written."""
    comments = [tag for tag in find_template_tags(text) if tag.comment]
    if not comments:
        return identity(text)
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    for start, end in [*((tag.start, tag.end) for tag in comments), (len(text), len(text))]:
        parts.append(text[at:start])
        starts.extend(range(at, start))
        at = end
    where = Characters(starts[0] if starts else at, starts, [start + 1 for start in starts])

    def write(edit: Edit) -> Edit:
        return Edit(*unbroken(where, edit.start, edit.end, "a comment"), edit.words)

    return Layer("".join(parts), where, write)
