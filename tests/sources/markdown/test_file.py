"""Markdown files: drafts, canned replies, and many of them in one file."""

from __future__ import annotations

from io import BytesIO

import pytest

from tonecheck.errors import InputError
from tonecheck.sources.layers import apply_edits, outer_edit, outer_span
from tonecheck.sources.markdown.file import read
from tonecheck.sources.source import Context, Edit, SourceReply, Stretch, Unwritable, in_file

HANDBOOK = """# Saved replies 😊

Copy, then fill in.

## Late parcel

Hi {{ name }},

I am *sorry* 😊 about the [parcel][p].

### বিস্তারিত

More.

---

## `lost` পার্সেল

Use it in chat:

```text
Dear {{ name }},

the *parcel* 😊 is lost.
```

## দেরি

প্রিয় রিনা,

**দুঃখিত** 😊

[p]: https://example.com
"""


def _read(text: str, context: Context | None = None) -> list[tuple[Stretch, SourceReply]]:
    stretches = read("a.md", BytesIO(text.encode()), context or Context())
    return [(stretch, item) for stretch in stretches for item in stretch.read(stretch.text)]  # type: ignore[misc]


@pytest.mark.parametrize(
    "text",
    [
        "# About 😊\n\nHi Rina,\n\nদুঃখিত\n\n# Next\n\nWe will write.\n",
        "## One 😊\n\nদুঃখিত\n\n## Two\n\nThanks.\n\n## Three\n\nBye.\n",
        "Hi Rina 😊,\n\n> ## a\n>\n> Hi আ,\n>\n> ## b\n>\n> Hi আ,\n",
        "Hi 😊,\n\n```\n## a\n\nHi আ,\n\n## b\n\nHi আ,\n```\n",
    ],
)
def test_one_reply_is_not_torn_apart(text: str) -> None:
    ((stretch, item),) = _read(text)
    assert stretch.text == text
    assert (item.title, item.reply.id, item.reply.kind) == (None, None, "draft")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("---\ntitle: [আ 😊\n---\nx", "a.md:3:1"),
        ("---\nid: আ 😊\nchannel: x\n---\n", "a.md:3:10"),
        ("+++\na = 😊\n+++\n", "a.md:2:5"),
    ],
)
def test_broken_front_matter(text: str, place: str) -> None:
    with pytest.raises(InputError) as error:
        _read(text)
    assert str(error.value).startswith(place + ": ")


def test_a_canned_reply_has_front_matter() -> None:
    text = "---\ntitle: দেরি 😊\nid: late\nlang: bn\nchannel: chat\n---\n\nদুঃখিত **আমরা** 😊\n"
    ((_, item),) = _read(text, Context(channel="email"))
    assert (item.title, item.reply.id, item.reply.kind) == ("দেরি 😊", "late", "canned")
    assert (item.reply.language, item.reply.channel, item.reply.text) == ("bn", "chat", "দুঃখিত আমরা 😊\n")
    start, end = outer_span(item.layers, 7, 11)
    assert text[start:end] == "আমরা"


def test_sections_are_replies() -> None:
    found = _read(HANDBOOK)
    assert [(item.title, item.reply.id, item.reply.kind) for _, item in found] == [
        (title, title, "canned") for title in ("Late parcel", "lost পার্সেল", "দেরি")
    ]
    assert [item.reply.text for _, item in found] == [
        "Hi {{ name }},\n\nI am sorry 😊 about the parcel.\n\n### বিস্তারিত\n\nMore.",
        "Dear {{ name }},\n\nthe *parcel* 😊 is lost.",
        "প্রিয় রিনা,\n\nদুঃখিত 😊",
    ]
    for stretch, item in found:
        start, end = outer_span(item.layers, item.reply.text.index("😊"), item.reply.text.index("😊") + 1)
        place = in_file(stretch, start)
        assert HANDBOOK[place.offset] == "😊"
        assert HANDBOOK.split("\n")[place.line - 1][place.column - 1] == "😊"
        assert stretch.text[start:end] == "😊"


def test_sections_that_the_file_declares() -> None:
    text = "---\nreplies: sections\nlang: en\n---\n# Group 😊\n\n## One\n\nআ\n\n## Two\n\n~~~~\n```\nx 😊\n```\n~~~~\n"
    assert [(item.title, item.reply.text, item.reply.language) for _, item in _read(text)] == [
        ("One", "আ", "en"),
        ("Two", "```\nx 😊\n```", "en"),
    ]


def test_an_edit_in_a_section() -> None:
    stretch, item = _read(HANDBOOK)[0]
    start = item.reply.text.index("sorry")
    edit = outer_edit(item.layers, Edit(start, start + 5, "দুঃখিত *"))
    (again,) = stretch.read(apply_edits(stretch.text, [edit]))
    assert isinstance(again, SourceReply)
    assert again.reply.text == item.reply.text.replace("sorry", "দুঃখিত *")


def test_no_words_close_a_fence() -> None:
    _, item = _read(HANDBOOK)[1]
    with pytest.raises(Unwritable, match="fence"):
        outer_edit(item.layers, Edit(0, 0, "আ 😊\n```\n"))
