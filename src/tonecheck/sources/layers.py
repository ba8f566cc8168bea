"""From a reply to its file and back: spans outwards through the layers, edits through the writers of each."""

from __future__ import annotations

from tonecheck.sources.source import Characters, Edit, Layer, Layers, Unwritable


def identity(text: str, begin: int = 0) -> Layer:
    """The layer of a text that stands in the outer one character by character from ``begin`` on."""
    where = unmapped(begin, len(text))
    return Layer(text, where, lambda edit: Edit(*span(where, edit.start, edit.end), edit.words))


def unmapped(begin: int, length: int) -> Characters:
    """The characters of a text that stands as it is from ``begin`` on."""
    return Characters(begin, range(begin, begin + length), range(begin + 1, begin + length + 1))


def span(where: Characters, start: int, end: int) -> tuple[int, int]:
    """Where ``text[start:end]`` stands in the outer text."""
    if start < end:
        return where.starts[start], where.ends[end - 1]
    # What is missing stands right behind the character before it, as far from a following line as can be.
    at = where.ends[start - 1] if start else where.begin
    return at, at


def outer_span(layers: Layers, start: int, end: int) -> tuple[int, int]:
    """Where ``reply.text[start:end]`` stands in the stretch."""
    for layer in layers:
        start, end = span(layer.where, start, end)
    return start, end


def outer_edit(layers: Layers, edit: Edit) -> Edit:
    """The edit of the stretch that makes this edit of the reply. Raises ``Unwritable``."""
    for layer in layers:
        edit = layer.write(edit)
    return edit


def unbroken(where: Characters, start: int, end: int, what: str) -> tuple[int, int]:
    """As ``span``. Raises ``Unwritable`` when something that is no part of the text, such as a tag, lies between the
    first and the last character: ``what`` names it."""
    if any(where.ends[at] != where.starts[at + 1] for at in range(start, end - 1)):
        raise Unwritable(f"the words are not in one piece in the file: {what} stands between them")
    return span(where, start, end)


def apply_edits(text: str, edits: list[Edit]) -> str:
    """``text`` with edits made that do not overlap."""
    pieces, at = [], 0
    for start, end, words in sorted(edits):
        pieces += [text[at:start], words]
        at = end
    return "".join([*pieces, text[at:]])
