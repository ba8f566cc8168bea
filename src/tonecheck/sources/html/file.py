"""An HTML file or a template of one reply: the whole file is the reply."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from tonecheck.positions import line_starts
from tonecheck.sources.comments import page_comments, template_comments
from tonecheck.sources.decode import read_text
from tonecheck.sources.html import body as html
from tonecheck.sources.html import template_text as template_text
from tonecheck.sources.html.tags import ELEMENTS, attribute, find_tags
from tonecheck.sources.html.template_tags import find_template_tags, mask
from tonecheck.sources.replies import reply_of
from tonecheck.sources.source import Context, Layer, SourceReply, Stretch

_PAGES = frozenset(("html", "htm", "xhtml"))
_TEXTS = frozenset(("txt", "text", "md", "markdown"))
# What stands before the reply's own element.
_FRAME = frozenset(("html", "head", "body", "meta", "base", "link", "title", "style", "script"))


def read(path: str, file: BinaryIO, context: Context) -> Iterator[Stretch]:
    """The one reply of a page or template. Raises ``InputError`` for what is no text."""

    def reply(text: str) -> Iterator[SourceReply]:
        page = is_page(path, text)
        body: Layer = html.layer(text) if page else template_text.layer(text)
        language = language_of_page(text) if page else None
        yield SourceReply(reply_of(body.text, context, channel="email", kind="canned", language=language), (body,))

    text = read_text(file, path, context.encoding)
    # What looks like a comment of HTML is words in a template of plain text.
    comments = page_comments if "<!--" in text and is_page(path, text) else template_comments
    yield Stretch(text, line_starts(text), reply, comments=comments)


def is_page(path: str, text: str) -> bool:
    """Whether a file is HTML: by the last suffix of its name that says so (``reply.html.j2``), else by its tags."""
    name = path.replace("\\", "/").rpartition("/")[2]
    for suffix in reversed(name.lower().split(".")[1:]):
        if suffix in _PAGES or suffix in _TEXTS:
            return suffix in _PAGES
    return any(tag.name in ELEMENTS for tag in find_tags(mask(text, find_template_tags(text))))


def language_of_page(text: str) -> str | None:
    """The language tag of a page: the ``lang`` of ``<html>``, ``<body>`` or the first element in it."""
    for tag in find_tags(mask(text, find_template_tags(text))):
        if tag.kind == "open":
            written = text[tag.start : tag.end]
            language = attribute(written, "lang") or attribute(written, "xml:lang")
            if language or tag.name not in _FRAME:
                return language
    return None
