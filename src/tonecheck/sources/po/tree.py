"""gettext PO to nodes: ``header`` with the fields of the header entry, ``entries`` with the strings of each entry."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import regex

from tonecheck.sources.nodes import BadSyntax, Node
from tonecheck.sources.po import string as po_string
from tonecheck.sources.source import Layer

_KEYWORD = r"msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]++\])?+|domain"
_GAP = r"(?:[ \t\f\v\r\n]++|\#~(?!\|))*+"
_STRING = r'"(?:[^"\\\r\n]++|\\[^\r\n])*+"'
_PIECE = regex.compile(
    rf"""(?P<space>[ \t\f\v\r\n]++)|(?P<obsolete>\#~(?!\|))|(?P<flags>\#[,=][^\r\n]*+)|(?P<comment>\#[^\r\n]*+)
    |(?P<statement>(?P<keyword>{_KEYWORD}){_GAP}(?P<strings>{_STRING}(?:{_GAP}{_STRING})*+))""",
    regex.VERBOSE,
)
_BARE = regex.compile(rf"(?:{_KEYWORD}){_GAP}".replace(r"\#", "#"))
_FLAG = regex.compile(r"[^\s,#=][^\s,]*+")
_FIELD = regex.compile(r"([^:\n]++):[ \t]*+([^\n]*+)")
_HINT = "correct it, or export the file again; msgfmt --check names every mistake"


class Statement(NamedTuple):
    """A keyword and its strings; ``#,`` with a line of flags. ``obsolete`` when it stands on a ``#~`` line."""

    keyword: str
    begin: int
    node: Node
    obsolete: bool


class Entry(NamedTuple):
    """One message: its flags and, by keyword, what it translates and the translations."""

    begin: int
    flags: tuple[Node, ...]
    strings: dict[str, Node]
    obsolete: bool


def read_tree(text: str) -> Node:
    """``{"header": {field: value}, "entries": (entry, ...)}``; an entry has ``msgctxt``, ``msgid``, ``msgid_plural``,
    ``msgstr`` or ``msgstr[0]`` and so on, as far as they are there, and ``flags``, ``fuzzy``, ``obsolete``. The header
    entry is not among the entries. Raises ``BadSyntax``."""
    entries = _entries(text)
    header = next((entry for entry in entries if _is_header(entry)), None)
    nodes = tuple(_node(entry) for entry in entries if entry is not header)
    fields = _fields(text, header.strings.get("msgstr")) if header else {}
    end = len(text)
    return Node({"header": Node(fields, 0, end), "entries": Node(nodes, 0, end)}, 0, end)


def layer(text: str, node: Node) -> Layer:
    """The words of a string node, joined where it stands on several lines."""
    entries = _entries(text)
    at = bisect_right(entries, node.begin, key=lambda entry: entry.begin) - 1
    return po_string.layer(text, node.begin, node.end, fuzzy=at >= 0 and _is_fuzzy(entries[at]))


# The tree and then each string of it ask for the entries of the same text; only the last text is kept.
@lru_cache(maxsize=1)
def _entries(text: str) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    flags: list[Node] = []
    entry: Entry | None = None
    for keyword, begin, node, obsolete in _statements(text):
        if keyword == "#,":
            found = _FLAG.finditer(text, node.begin, node.end)
            flags += [Node(hit[0], *hit.span()) for hit in found]
        elif keyword == "msgctxt" or (keyword == "msgid" and (entry is None or "msgid" in entry.strings)):
            entry = Entry(begin, tuple(flags), {keyword: node}, obsolete)
            entries.append(entry)
            flags = []
        elif entry is None or (keyword != "msgid" and "msgid" not in entry.strings):
            raise BadSyntax(begin, f"{keyword} without a msgid before it", _HINT)
        elif keyword in entry.strings:
            raise BadSyntax(begin, f"a second {keyword} in one entry", _HINT)
        else:
            entry.strings[keyword] = node
    return tuple(entries)


def _statements(text: str) -> Iterator[Statement]:
    at, obsolete = 0, False
    while at < len(text):
        hit = _PIECE.match(text, at)
        if hit is None:
            raise _unexpected(text, at)
        match hit.lastgroup:
            case "space":
                obsolete = obsolete and "\n" not in hit[0] and "\r" not in hit[0]
            case "obsolete":
                obsolete = True
            case "flags":
                yield Statement("#,", at, Node(hit[0], at, hit.end()), obsolete)
            case "statement" if hit["keyword"] != "domain":
                begin, end = hit.span("strings")
                value = po_string.characters(text, begin, end)[0]
                yield Statement(hit["keyword"], at, Node(value, begin, end), obsolete)
        at = hit.end()


def _unexpected(text: str, at: int) -> BadSyntax:
    bare = _BARE.match(text, at)
    if bare:
        at = bare.end()
    if text[at : at + 1] == '"':
        message = "this string is not closed on its line" if bare else "a string that belongs to no keyword"
    elif bare:
        message = f"no string in quotes behind {bare[0].split()[0]}"
    else:
        message = "this is no line of a PO file"
    return BadSyntax(at, f"not valid PO: {message}", _HINT)


def _is_header(entry: Entry) -> bool:
    return not entry.obsolete and "msgctxt" not in entry.strings and entry.strings["msgid"].value == ""


def _is_fuzzy(entry: Entry) -> bool:
    return any(flag.value == "fuzzy" for flag in entry.flags)


def _node(entry: Entry) -> Node:
    end = max(node.end for node in entry.strings.values())
    marks = {
        "flags": Node(entry.flags, entry.begin, entry.begin),
        "fuzzy": Node(_is_fuzzy(entry), entry.begin, entry.begin),
        "obsolete": Node(entry.obsolete, entry.begin, entry.begin),
    }
    return Node({**entry.strings, **marks}, entry.begin, end)


def _fields(text: str, node: Node | None) -> dict[str, Node]:
    if node is None:
        return {}
    value, where = po_string.characters(text, node.begin, node.end)
    fields: dict[str, Node] = {}
    for hit in _FIELD.finditer(value):
        start, end = hit.start(2), hit.start(2) + len(hit[2].rstrip())
        begin = where.starts[start] if start < end else where.ends[start - 1]
        fields[hit[1].strip()] = Node(value[start:end], begin, where.ends[end - 1] if start < end else begin)
    return fields
