"""What a template engine takes out of a page before anybody sees it: its tags, its placeholders and its comments.

The engines are those of helpdesks and web frameworks: Liquid, Jinja, Twig, ERB, Handlebars, Mustache, Salesforce, OTRS.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from tonecheck.sources.html.tags import ELEMENTS
from tonecheck.text.placeholders import find_placeholders

MASK = "\ufffc"
"""What stands for each character of a template tag where it must not be taken for markup."""

# A longer piece of Ruby is a program, of no use to a reader of the reply.
_LONGEST_RUBY = 500

# Opening mark to closing one; comments but for the last.
_MARKS = {"{{!--": "--}}", "{{!": "}}", "{#": "#}", "<%--": "--%>", "<%#": "%>", "<%": "%>"}


class TemplateTag(NamedTuple):
    """A placeholder or a tag of a template, as it is written; a comment's words are nobody's."""

    start: int
    end: int
    comment: bool


def find_template_tags(page: str) -> list[TemplateTag]:
    """The template tags of an HTML page or another text, in order and apart from each other."""
    found = _marked(page)
    rest = mask(page, found)
    for start, end in find_placeholders(rest):
        if not _is_markup(rest[start:end]):
            found.append(TemplateTag(start, min(end, len(page)), comment=False))
    return sorted(found)


def mask(page: str, tags: list[TemplateTag]) -> str:
    """The page with each character of its template tags replaced: same length."""
    parts: list[str] = []
    at = 0
    for start, end, _ in tags:
        parts += page[at:start], MASK * (end - start)
        at = end
    return "".join((*parts, page[at:]))


def is_statement(tag: str) -> bool:
    """Whether a template tag steers what is shown, as against one that is replaced by words."""
    return tag.startswith(("{%", "{{#", "{{/", "{{^", "{{~#", "{{~/", "{{else", "<%")) and not tag.startswith("<%=")


def _marked(page: str) -> list[TemplateTag]:
    """Comments of any length, and the tags of ERB, which are markup to nobody else."""
    found: list[TemplateTag] = []
    if not any(mark in page for mark in ("{#", "{{!", "<%", "{%")):
        return found
    missing: set[str] = set()
    done = 0
    for hit in _openings().finditer(page):
        start, opening = hit.span()
        closing = "" if hit["block"] else _MARKS[hit[0]]
        if start < done or closing in missing:
            continue
        if hit["block"]:
            ending = _comment_end().search(page, opening)
            end = ending.end() if ending else 0
        else:
            end = page.find(closing, opening) + len(closing)
        if end < opening:
            missing.add(closing)
            continue
        comment = hit[0] != "<%" or end - start > _LONGEST_RUBY
        found.append(TemplateTag(start, end, comment))
        done = end
    return found


def _is_markup(words: str) -> bool:
    """Whether what looks like a placeholder is for HTML to read: a tag, an entity, or words with tags among them."""
    if words.startswith("&lt;"):
        return True
    if words.startswith("<"):
        name = words.strip("<>/ ").partition(" ")[0]
        return name.rstrip("/").lower() in ELEMENTS
    if "<" not in words:
        return False
    if not words.startswith(("{{", "{%")):
        return True
    # A mark that is closed paragraphs later is none; in a string tags mean nothing.
    return _block().search(_string().sub("", words)) is not None


@cache
def _openings() -> regex.Pattern[str]:
    return regex.compile(r"(?P<block>\{%-?\s*+comment\b)|\{\{!--|\{\{!|(?<!\{)\{#|<%--|<%#|<%")


@cache
def _comment_end() -> regex.Pattern[str]:
    return regex.compile(r"\{%-?\s*+endcomment\s*+-?%\}")


@cache
def _block() -> regex.Pattern[str]:
    return regex.compile(r"</?(?:p|div|li|td|tr|ul|ol|table|h[1-6])(?:\s[^<>]*)?>", flags=regex.IGNORECASE)


@cache
def _string() -> regex.Pattern[str]:
    return regex.compile(r""""[^"]*+"|'[^']*+'""")
