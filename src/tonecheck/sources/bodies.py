"""What the text of a reply is written in: plain text, HTML or Markdown."""

from __future__ import annotations

from importlib import import_module

import regex

from tonecheck.sources.layers import identity
from tonecheck.sources.source import Layer

# Body to the module whose ``layer(text)`` reads it.
_MODULES = {"html": "tonecheck.sources.html.body", "markdown": "tonecheck.sources.markdown.body"}


def body_layer(body: str, text: str) -> Layer:
    """The words of a text without its markup. ``auto`` takes what has a tag for HTML."""
    if body == "auto":
        body = "html" if _tag().search(text) else "plain"
    if body == "plain":
        return identity(text)
    layer: Layer = import_module(_MODULES[body]).layer(text)
    return layer


def _tag() -> regex.Pattern[str]:
    names = (
        "a|b|blockquote|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|span|strong|table|tbody|td|th|tr|u|ul|html|body"
    )
    return regex.compile(rf"</?(?:{names})(?:\s[^<>]*)?/?>", flags=regex.IGNORECASE)
