"""Where the markup of an HTML page is. Whatever is put in, this ends in linear time and never fails.

It cuts a page as browsers do, with two exceptions for torn pages: what looks like a tag but is closed nowhere is text,
and a quote that is opened in a tag and closed nowhere does not hide what follows. It stands in for the standard parser,
which takes quadratic time on some pages and reads them differently from one version of Python to the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

import regex

ELEMENTS = frozenset(
    """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button
    canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed
    fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe
    img input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noembed noframes
    noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search section
    select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th
    thead time title tr track tt u ul var video wbr xmp
    """.split()
)
"""The names of HTML."""

# What stands in these is no markup and none of a reply's words.
_RAW = frozenset(("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"))

_MARKUP = regex.compile(r"<(?:(?P<close>/?)(?P<name>[a-zA-Z][^\t\n\r\f />]*+)|!--|!\[CDATA\[|[!?/])")
_REST = regex.compile(r"""(?:[^>=]++|=[\t\n\r\f ]*+(?:"[^"]*+"|'[^']*+')?+)*+>""")
_COMMENT_END = regex.compile("--!?>")


class Tag(NamedTuple):
    """A piece of markup. ``hidden`` is what browsers do not show: comments, declarations, scripts with their content;
    its name is that of the element or empty."""

    kind: Literal["open", "close", "hidden"]
    name: str
    start: int
    end: int
    alone: bool = False
    """Written with a slash at its end, ``<br/>``."""


def find_tags(page: str) -> Iterator[Tag]:
    """The markup of a page in order; what lies between is text. Template tags must have been masked."""
    at = 0
    # Behind the last one nothing is closed any more.
    last = page.rfind(">")
    quotes = True
    while hit := _MARKUP.search(page, at):
        start, opening = hit.span()
        if hit[0] == "<!--":
            closing = _COMMENT_END.search(page, start + 2)
            at = closing.end() if closing else len(page)
            yield Tag("hidden", "", start, at)
        elif start > last:
            return
        elif not hit["name"]:
            at = _declaration_end(page, hit[0], opening)
            yield Tag("hidden", "", start, at)
        else:
            rest = _REST.match(page, opening) if quotes else None
            # Once one tag runs to the end of the page its quotes are torn, and looking again would take for ever.
            quotes = rest is not None
            at = rest.end() if rest else page.index(">", opening) + 1
            tag = Tag("close" if hit["close"] else "open", hit["name"].lower(), start, at, page[at - 2] == "/")
            if tag.kind == "open" and tag.name in _RAW and not tag.alone:
                closing = _closing(tag.name).search(page, at)
                at = page.find(">", closing.end()) + 1 if closing else 0
                at = at or len(page)
                tag = Tag("hidden", tag.name, start, at)
            yield tag


def attribute(tag: str, name: str) -> str | None:
    """The value of an attribute, as it is written in a start tag; the first of several."""
    begin = _MARKUP.match(tag)
    if begin is None:
        return None
    for hit in _attributes().finditer(tag, begin.end()):
        if hit["name"].lower() == name:
            return (hit["value"] or "").strip("\"'")
    return None


def _declaration_end(page: str, mark: str, at: int) -> int:
    section = page.find("]]>", at) + 3 if mark == "<![CDATA[" else 0
    return section if section > 2 else page.index(">", at) + 1


@cache
def _closing(name: str) -> regex.Pattern[str]:
    return regex.compile(rf"</{name}(?=[\t\n\r\f />])", flags=regex.IGNORECASE)


@cache
def _attributes() -> regex.Pattern[str]:
    value = r"""[\t\n\r\f ]*+=[\t\n\r\f ]*+(?P<value>"[^"]*+"|'[^']*+'|[^\t\n\r\f >]*+)"""
    return regex.compile(rf"(?P<name>[^\t\n\r\f />=]++)(?:{value})?+")
