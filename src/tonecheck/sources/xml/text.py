"""The words of an XML element or attribute, character by character: entities, CDATA, line ends, markup left out."""

from __future__ import annotations

from typing import NamedTuple

import regex

from tonecheck.sources.nodes import BadSyntax
from tonecheck.sources.source import Characters

_ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_PIECE = regex.compile(
    r"""<!\[CDATA\[(?P<cdata>.*?)\]\]> | <!--.*?--> | <\?.*?\?> | (?P<close></[^>]*+>)
    | (?P<open><(?:[^"'>]++|"[^"]*"|'[^']*')*+>) | &(?P<reference>[^;]*+); | (?P<text>[^<&]++)""",
    regex.VERBOSE | regex.DOTALL,
)
_LINE_END = regex.compile(r"\r\n?")
_BLANK = str.maketrans("\t\n\r", "   ")


class Words(NamedTuple):
    """A text, where its characters stand, and the spans of the CDATA sections (their insides) among them."""

    text: str
    where: Characters
    cdata: tuple[tuple[int, int], ...]


def words_of(source: str, begin: int, end: int, attribute: bool) -> Words:
    """The text that an element has itself between its tags, or that an attribute has between its quotes, in
    ``source[begin:end]`` of well-formed XML. Raises ``BadSyntax`` for an entity that XML itself does not know."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    cdata: list[tuple[int, int]] = []
    depth = 0
    for hit in _PIECE.finditer(source, begin, end):
        kind = hit.lastgroup
        if kind == "open":
            depth += not hit[0].endswith("/>")
        elif kind == "close":
            depth -= 1
        elif kind is None or depth:
            continue
        elif kind == "reference":
            parts.append(_referred(hit))
            starts.append(hit.start())
            ends.append(hit.end())
        else:
            first, last = hit.span(kind)
            if kind == "cdata":
                cdata.append((first, last))
            parts.append(_verbatim(source, first, last, starts, ends))
            if attribute:
                parts[-1] = parts[-1].translate(_BLANK)
    where = Characters(starts[0] if starts else begin, tuple(starts), tuple(ends))
    return Words("".join(parts), where, tuple(cdata))


def _verbatim(source: str, first: int, last: int, starts: list[int], ends: list[int]) -> str:
    """``source[first:last]`` with each line end as one ``\\n``; adds the places of its characters."""
    at = first
    for hit in _LINE_END.finditer(source, first, last):
        starts.extend(range(at, hit.start() + 1))
        ends.extend(range(at + 1, hit.start() + 1))
        ends.append(hit.end())
        at = hit.end()
    starts.extend(range(at, last))
    ends.extend(range(at + 1, last + 1))
    return _LINE_END.sub("\n", source[first:last])


def _referred(hit: regex.Match[str]) -> str:
    name = hit["reference"]
    if name.startswith("#"):
        return chr(int(name.lstrip("#x"), 16 if name[1] == "x" else 10))
    if name not in _ENTITIES:
        message = f"not usable XML: the entity {name!r} is defined elsewhere"
        raise BadSyntax(hit.start(), message, "write the character itself, or its number")
    return _ENTITIES[name]
