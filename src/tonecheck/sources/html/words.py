"""The words of an HTML page in the order and on the lines in which a browser shows them."""

from __future__ import annotations

from collections.abc import Sequence

from tonecheck.sources.html.lines import Lines, Words
from tonecheck.sources.html.tags import Tag, attribute, find_tags
from tonecheck.sources.html.template_tags import TemplateTag, find_template_tags, is_statement, mask

# Elements with lines of their own, and those with a blank line before and after them. Items of a list are among these:
# nothing else tells that one does not go on in the next.
_LINES = frozenset(
    """
    address article aside body caption center dd details dialog dir div dt fieldset figcaption figure footer form head
    header html legend main menu nav option section summary tbody td tfoot th thead tr
    """.split()
)
_PARAGRAPHS = frozenset("blockquote dl h1 h2 h3 h4 h5 h6 hr li ol p pre table ul".split())
# The customer's words, and what is no prose.
_LEFT_OUT = frozenset(("head", "pre", "code", "blockquote"))
_QUOTES = ("gmail_quote", "gmail_quote_container", "yahoo_quoted", "protonmail_quote")

CODE = "\ufffc"
"""What stands in the words for a piece of code amid a sentence, which goes on behind it."""


def read_words(page: str) -> Words:
    """The words of a page. Template tags stand among them as they are written; comments do not."""
    template = find_template_tags(page)
    lines = Lines(page)
    left_out: Tag | None = None
    depth = at = done = 0
    for tag in (*find_tags(mask(page, template)), Tag("hidden", "", len(page), len(page))):
        done = _between(lines, template, done, (at, tag.start), shown=left_out is None)
        at = tag.end
        if left_out:
            depth += _deeper(left_out.name, tag)
            if depth:
                continue
            if left_out.name == "code":
                lines.made(CODE, left_out.start, tag.end)
            left_out = None
        elif _is_left_out(page, tag):
            left_out, depth = tag, 1
        elif tag.kind == "hidden":
            done = _conditions(lines, page, template, done, tag)
        _break(lines, tag)
    return lines.words()


def _between(lines: Lines, template: Sequence[TemplateTag], done: int, span: tuple[int, int], *, shown: bool) -> int:
    """Adds the text between two tags; ``done`` template tags were seen before, the number that comes back now."""
    at, end = span
    while done < len(template) and template[done].start < end:
        tag = template[done]
        if shown and tag.start >= at:
            lines.text(at, tag.start)
            if not tag.comment:
                lines.whole(tag.start, tag.end)
            at = tag.end
        done += 1
    if shown:
        lines.text(at, end)
    return done


def _conditions(lines: Lines, page: str, template: Sequence[TemplateTag], done: int, hidden: Tag) -> int:
    """Adds the conditions of a template that are written into comments of the page, where they count all the same."""
    while done < len(template) and template[done].start < hidden.end:
        start, end, comment = template[done]
        if not hidden.name and not comment and start >= hidden.start and is_statement(page[start:end]):
            lines.whole(start, end)
        done += 1
    return done


def _break(lines: Lines, tag: Tag) -> None:
    if tag.name == "br":
        lines.line_break(tag.start, tag.end)
    elif tag.name in _PARAGRAPHS:
        lines.line_end(tag.start, tag.end, 2)
    elif tag.name in _LINES:
        lines.line_end(tag.start, tag.end, 1)


def _is_left_out(page: str, tag: Tag) -> bool:
    if tag.kind != "open" or tag.alone:
        return False
    if tag.name in _LEFT_OUT:
        return True
    written = page[tag.start : tag.end] if tag.name == "div" else ""
    return "quote" in written and any(name in (attribute(written, "class") or "").split() for name in _QUOTES)


def _deeper(name: str, tag: Tag) -> int:
    """How much deeper a tag leads into elements of a name."""
    if name == "head" and tag.kind == "open":  # there are none in it, and the body ends one that nobody closed
        return -1 if tag.name == "body" else 0
    if tag.name != name or tag.alone or tag.kind == "hidden":
        return 0
    return 1 if tag.kind == "open" else -1
