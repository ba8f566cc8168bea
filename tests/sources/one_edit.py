"""One edit of a string of a structured text, made in the text and read again."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.sources.layers import apply_edits
from tonecheck.sources.nodes import Node, elements, members
from tonecheck.sources.source import Edit, Unwritable
from tonecheck.sources.tree_file import TreeFormat


def strings(node: Node, path: str = "") -> Iterator[tuple[str, Node]]:
    """The string nodes of a tree with their paths."""
    if isinstance(node.value, str):
        yield path, node
    for name, member in members(node).items():
        yield from strings(member, f"{path}/{name}")
    for number, element in enumerate(elements(node)):
        yield from strings(element, f"{path}/{number}")


def values(module: TreeFormat, text: str) -> dict[str, object]:
    """The strings of a text by path."""
    return {path: node.value for path, node in strings(module.read_tree(text))}


def edited(module: TreeFormat, text: str, path: str, edit: Edit) -> str | None:
    """``text`` with the edit made in the string at ``path``; ``None`` where it is refused. Everything else must stay
    as it was, and the string become exactly what is wanted."""
    before = values(module, text)
    node = dict(strings(module.read_tree(text)))[path]
    layer = module.layer(text, node)
    assert layer.text == node.value
    assert len(layer.text) == len(layer.where.starts) == len(layer.where.ends)
    try:
        outer = layer.write(edit)
    except Unwritable:
        return None
    after = apply_edits(text, [outer])
    wanted = layer.text[: edit.start] + edit.words + layer.text[edit.end :]
    assert values(module, after) == {**before, path: wanted}
    return after
