from __future__ import annotations

from io import BytesIO

import pytest

from tonecheck.errors import InputError
from tonecheck.sources.html.file import is_page, language_of_page, read
from tonecheck.sources.layers import apply_edits, outer_edit
from tonecheck.sources.source import Context, Edit, SourceReply


def only_reply(name: str, text: str, context: Context = Context()) -> SourceReply:  # noqa: B008
    [stretch] = read(name, BytesIO(text.encode()), context)
    [item] = stretch.read(stretch.text)
    assert isinstance(item, SourceReply)
    return item


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(InputError):
        list(read("ক.html", BytesIO(b"<p>\xff</p>"), Context()))


def test_a_page_is_one_canned_reply_that_can_be_edited() -> None:
    page = '<!doctype html>\n<div lang="bn">\n<p>প্রিয় {{name}} 😀,</p>\n<p>আপনি <b>ভুল&#2404;</b></p></div>\n'
    item = only_reply("দুঃখিত.html", page)
    assert item.reply.text == "প্রিয় {{name}} 😀,\n\nআপনি ভুল।"
    assert (item.reply.kind, item.reply.channel, item.reply.language) == ("canned", "email", "bn")
    at = item.reply.text.index("ভুল")
    assert apply_edits(page, [outer_edit(item.layers, Edit(at, at + 4, "ঠিক।"))]) == page.replace("ভুল", "ঠিক")


def test_the_caller_says_what_the_page_does_not() -> None:
    item = only_reply("ক.html", "<p>Hi 😀</p>", Context(kind="draft", channel="chat", language="en"))
    assert (item.reply.kind, item.reply.channel, item.reply.language) == ("draft", "chat", "en")


def test_a_template_without_tags_keeps_its_lines() -> None:
    assert only_reply("ক.txt.j2", "{# x #}ক < 😀 &amp;\n  খ <b>").reply.text == "ক < 😀 &amp;\n  খ <b>"


@pytest.mark.parametrize(
    ("name", "text", "page"),
    [
        ("ক.html", "😀", True),
        ("ক.HTM", "😀", True),
        ("ক.html.j2", "😀", True),
        ("ক.txt.erb", "<p>😀</p>", False),
        ("ক.en.md.j2", "<p>😀</p>", False),
        ("a.html/ক.erb", "<%= '<p>' %> <name> 😀 a<b", False),
        ("ক.erb", "<% x %><p>😀", True),
        ("ক.hbs", "{{#if x}}😀{{/if}}", False),
        ("ক.email", "<BR>😀", True),
        ("ক.email", "প্রিয় {!Contact.Name}, 😀 <http://example.com>", False),
    ],
)
def test_a_page_is_told_by_its_name_or_its_tags(name: str, text: str, page: bool) -> None:
    assert is_page(name, text) is page


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", None),
        ("😀", None),
        ("<div><p lang='bn'>😀", None),
        ("<!-- <p lang=en> --><div dir=ltr lang='bn'>😀<p lang=en>", "bn"),
        (
            "<!doctype html><html><head><meta charset=utf-8><title lang=en>ক</title></head><body lang=bn-Latn>😀",
            "bn-Latn",
        ),
        ("<html lang='en-US'><body lang=bn>😀", "en-US"),
        ("<html xml:lang=bn>😀", "bn"),
        ("{% if a<b lang=en %}<p lang=bn>😀", "bn"),
    ],
)
def test_the_outermost_element_tells_the_language(text: str, language: str | None) -> None:
    assert language_of_page(text) == language
