"""JSON lines: one JSON value a line, a stretch each. Conversation lines, or the lines of a library with a profile."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from tonecheck.errors import Problem
from tonecheck.sources.decode import BadLine, each_line
from tonecheck.sources.json import tree as json_tree
from tonecheck.sources.json.conversation import SHAPE, read_object
from tonecheck.sources.json.turns import BadTurn
from tonecheck.sources.library import Tree, read_replies
from tonecheck.sources.nodes import BadSyntax, Node, path_text
from tonecheck.sources.profiles import profile_for
from tonecheck.sources.source import Context, Item, Layer, Stretch


def read(path: str, file: BinaryIO, context: Context) -> Iterator[Stretch | Problem]:
    """A stretch a line, of which only one is in memory; a line that cannot be read is a problem of that line only.
    Raises ``InputError`` when it is no text at all."""
    offset = 0
    for number, line in enumerate(each_line(file, path, context.encoding), 1):
        if isinstance(line, BadLine):
            yield line.problem
        elif not line.isspace():
            yield _stretch(path, line, number, offset, context)
        offset += line.length if isinstance(line, BadLine) else len(line)


def _stretch(path: str, line: str, number: int, offset: int, context: Context) -> Stretch:
    def items(text: str) -> Iterator[Item]:
        try:
            node = json_tree.read_tree(text.rstrip("\r\n"))
            for item in _items(text, node, context):
                if isinstance(item, BadTurn):
                    yield Problem(path, number, item.begin + 1, item.message, item.hint)
                else:
                    yield item
        except BadSyntax as error:
            yield Problem(path, number, error.offset + 1, error.message, SHAPE)

    return Stretch(line, (0,), items, number, offset)


def _items(text: str, node: Node, context: Context) -> Iterator[Item | BadTurn]:
    def layer(string: Node) -> Layer:
        return json_tree.layer(text, string)

    profile = profile_for(node, "jsonl", context)
    if profile is not None:
        yield from read_replies(Tree(node, layer, path_text), profile, context)
    elif isinstance(node.value, dict):
        yield from read_object(node, layer, context)
    else:
        yield BadTurn(0, "not a JSON object", SHAPE)
