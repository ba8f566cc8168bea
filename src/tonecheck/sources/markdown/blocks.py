"""The blocks of a Markdown text by the standard parser: which lines are a heading, a paragraph, code, HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from markdown_it.token import Token

from tonecheck.sources.markdown.inline import parser

# The parser strips these off the ends of a paragraph, where we count characters; they part no blocks.
_SPACES = dict.fromkeys(map(ord, "\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"), "\ufffc")
_SPACES |= dict.fromkeys(range(0x2000, 0x200B), "\ufffc")
_CONTAINERS = ("blockquote", "bullet_list", "ordered_list", "list_item")
_COUNTED = frozenset(("list_item_open", "blockquote_open", "heading_open", "table_open", "html_block"))
_LEAVES = ("fence", "code_block", "html_block", "hr")


class Block(NamedTuple):
    """Lines ``first`` to ``last`` (exclusive, from 0) that hold no further blocks, but for a table.

    ``kind`` is ``paragraph``, ``heading``, ``table``, ``fence``, ``code_block``, ``html_block`` or ``hr``. ``path``
    says what it stands in: ``bullet_list/list_item/paragraph``; for a heading with its level: ``h2/heading``.
    ``content`` is what the parser gives, without the marks of what it stands in. ``begins_item``: it is the first of
    a list item.
    """

    kind: str
    path: str
    first: int
    last: int
    content: str
    markup: str
    info: str
    begins_item: bool


class Blocks(NamedTuple):
    """``definitions`` are the line ranges of link definitions, ``items`` the number of list items, quotations,
    headings, tables and blocks of HTML."""

    blocks: tuple[Block, ...]
    references: Mapping[str, Any]
    definitions: tuple[tuple[int, int], ...]
    items: int


def read_blocks(masked: str, references: Mapping[str, Any] | None = None) -> Blocks:
    """The blocks of a masked text (see ``markdown_mask``) in order. ``references`` are labels that are defined outside
    of it."""
    source = masked.replace("\r\n", " \n").replace("\r", "\n").translate(_SPACES)
    env: dict[str, Any] = {"references": dict(references or {})}
    known = set(env["references"])
    tokens: list[Token] = []
    parser().block.parse(source, parser(), env, tokens)
    own = [value for label, value in env["references"].items() if label not in known]
    # A definition of a label that is known from outside stands among the second ones.
    own += env.get("duplicate_refs", [])
    definitions = tuple(sorted((value["map"][0], value["map"][1]) for value in own))
    items = sum(token.type in _COUNTED for token in tokens)
    return Blocks(tuple(_blocks(tokens)), env["references"], definitions, items)


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    stack: list[str] = []
    table = None
    opened: Token | None = None
    item = False
    for token in tokens:
        name, _, edge = token.type.rpartition("_")
        if name == "table":
            if edge == "open":
                yield _block(token, "table", stack, token, item)
            table, item = (token if edge == "open" else None), False
        elif table is not None:
            continue
        elif name in _CONTAINERS:
            if edge == "open":
                stack.append(name)
            else:
                stack.pop()
            item = token.type == "list_item_open" or (item and edge == "open")
        elif edge == "open":
            opened = token
        elif token.type == "inline" and opened is not None:
            kind = opened.type.removesuffix("_open")
            yield _block(token, kind, [*stack, opened.tag] if kind == "heading" else stack, opened, item)
            item = False
        elif token.type in _LEAVES:
            yield _block(token, token.type, stack, token, item)
            item = False


def _block(token: Token, kind: str, stack: list[str], outer: Token, item: bool) -> Block:
    first, last = outer.map or [0, 0]
    return Block(kind, "/".join([*stack, kind]), first, last, token.content, outer.markup, token.info.strip(), item)
