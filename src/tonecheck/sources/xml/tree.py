"""XML to nodes. The standard parser judges the text and says where elements begin and end."""

from __future__ import annotations

from typing import NamedTuple
from xml.parsers import expat

import regex

from tonecheck.sources.nodes import BadSyntax, Node
from tonecheck.sources.source import Layer
from tonecheck.sources.xml.text import words_of
from tonecheck.sources.xml.writing import layer as text_layer

DEEPEST = 100
"""Elements are nested at most so deep: to find the text of one, all that is below it is gone through."""
_TAG = regex.compile(r"""<[^\s/>]++(?P<attributes>(?:[^"'>]++|"[^"]*"|'[^']*')*+)>""")
_ATTRIBUTE = regex.compile(r"""([^\s=/]++)\s*+=\s*+(?:"(?P<value>[^"]*+)"|'(?P<value>[^']*+)')""")
_HINT = "correct it, or export the file again"


class Element(NamedTuple):
    """An open element: its tag, where it begins, where its content does, and what is known of it."""

    tag: str
    begin: int
    content: int
    attributes: dict[str, Node]
    children: dict[str, list[Node]]
    text: list[str]


def read_tree(text: str) -> Node:
    """``{root tag: (element,)}``; an element is a mapping of ``@attribute`` to its value, ``#text`` to its own text
    where that is more than white space, and the tags of its children, without prefixes, to tuples of elements. Entities
    of its own are refused. Raises ``BadSyntax``."""
    parser = expat.ParserCreate("UTF-8")
    data = text.encode("utf-8", "surrogatepass")
    plain = len(data) == len(text)
    open_elements = [Element("", 0, 0, {}, {}, [])]
    seen_bytes = seen = 0

    def offset(bytes_before: int) -> int:
        # Events come in order: each byte is decoded once.
        nonlocal seen_bytes, seen
        if plain or bytes_before < seen_bytes:
            return bytes_before if plain else seen
        seen += len(data[seen_bytes:bytes_before].decode("utf-8", "replace"))
        seen_bytes = bytes_before
        return seen

    def start(tag: str, attributes: dict[str, str]) -> None:
        begin = offset(parser.CurrentByteIndex)
        if len(open_elements) > DEEPEST:
            raise BadSyntax(begin, "not usable XML: nested too deeply", "write it flatter")
        hit = _TAG.match(text, begin)
        assert hit is not None
        open_elements.append(Element(_local(tag), begin, hit.end(), _attributes(text, hit, attributes), {}, []))

    def end(tag: str) -> None:
        at = offset(parser.CurrentByteIndex)
        element = open_elements.pop()
        open_elements[-1].children.setdefault(element.tag, []).append(_node(element, at))

    def refuse(*declaration: object) -> None:
        message = "the XML defines entities or a document type of its own"
        raise BadSyntax(offset(parser.CurrentByteIndex), message, "remove <!DOCTYPE ... [ ... ]> from the file")

    def doctype(name: str, system: object, public: object, own: int) -> None:
        if own:
            refuse()

    def skipped(name: str, is_parameter: bool) -> None:
        # Which of the five it is not, the reader of texts says.
        words_of(text, offset(parser.CurrentByteIndex), len(text), attribute=False)

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = lambda words: open_elements[-1].text.append(words)
    parser.StartDoctypeDeclHandler, parser.EntityDeclHandler, parser.SkippedEntityHandler = doctype, refuse, skipped
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        at = offset(max(parser.ErrorByteIndex, 0))
        raise BadSyntax(at, f"not valid XML: {expat.ErrorString(error.code)}", _HINT) from None
    return Node(
        {tag: Node(tuple(nodes), 0, len(text)) for tag, nodes in open_elements[0].children.items()}, 0, len(text)
    )


def layer(text: str, node: Node) -> Layer:
    """The words of a string node: of an attribute, or of an element itself."""
    return text_layer(text, node.begin, node.end)


def _node(element: Element, at: int) -> Node:
    """The node of an element whose end tag begins at ``at``; behind its only tag when it is an empty one."""
    found: dict[str, Node] = dict(element.attributes)
    value = "".join(element.text)
    if value and not value.isspace():
        found["#text"] = Node(value, element.content, at)
    end = max(at, element.content)
    found |= {tag: Node(tuple(nodes), element.begin, end) for tag, nodes in element.children.items()}
    return Node(found, element.begin, end)


def _attributes(text: str, tag: regex.Match[str], values: dict[str, str]) -> dict[str, Node]:
    found = {}
    for hit in _ATTRIBUTE.finditer(text, *tag.span("attributes")):
        begin, end = hit.span("value")
        # An entity that is defined elsewhere is left out silently by the parser, and refused here.
        value = words_of(text, begin, end, attribute=True).text if "&" in hit["value"] else values[hit[1]]
        found[f"@{hit[1]}"] = Node(value, begin, end)
    return found


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]
