"""Replies from a text and what the caller and the file say of it."""

from __future__ import annotations

from tonecheck.model import LANGUAGES, Channel, Kind, Language, Reply
from tonecheck.sources.source import Context

# The first part of a language tag to the language that we read.
_TAGS: dict[str, Language] = {"en": "en", "eng": "en", "bn": "bn", "ben": "bn"}


def draft(text: str, context: Context) -> Reply:
    """A text that is a draft unless the caller says otherwise."""
    return reply_of(text, context, channel="email", kind="draft")


def reply_of(
    text: str,
    context: Context,
    *,
    channel: Channel,
    kind: Kind,
    id: str | None = None,
    language: str | None = None,
) -> Reply:
    """A reply of a file: ``channel`` and ``kind`` are its usual ones, which the caller may overrule; ``language`` is a
    tag of the file, of any kind: one that is not ours leaves the language to the text."""
    return Reply(
        text,
        customer=context.customer,
        channel=context.channel or channel,
        waited_hours=context.waited_hours,
        kind=context.kind or kind,
        language=language_of(language) or context.language,
        id=id,
    )


def language_of(tag: str | None) -> Language | None:
    """The language of a tag: ``en``, ``en-US``, ``bn_BD``, ``bn-Latn``."""
    if not tag:
        return None
    parts = tag.strip().replace("_", "-").split("-")
    language = _TAGS.get(parts[0].lower())
    if language == "bn" and any(part.lower() == "latn" for part in parts[1:]):
        return "bn-Latn"
    return language if language in LANGUAGES else None
